using System.Globalization;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Pages.Enterprises;

/// <summary>Names of tables, columns and cells as the data format has them.</summary>
internal static class FactWordings
{
    // The words that the store keeps, with the Chinese that the data format reads for them.
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["water"] = "废水", ["air"] = "废气", ["direct"] = "直接排放", ["indirect"] = "间接排放", ["stack"] = "有组织", ["fugitive"] = "无组织", ["unspecified"] = "未说明",
        ["instant"] = "瞬时", ["hour"] = "小时", ["day"] = "日", ["month"] = "月", ["year"] = "年", ["automatic"] = "自动监测", ["self"] = "自行监测", ["supervision"] = "执法监测",
        ["operating"] = "在产", ["suspended"] = "停产", ["closed"] = "关闭", ["manual"] = "手工监测", ["balance"] = "物料衡算", ["coefficient"] = "产排污系数",
        ["used"] = "使用", ["produced"] = "生产", ["discharged"] = "排放", ["waste"] = "废物", ["mandatory"] = "强制性", ["voluntary"] = "自愿性",
    };

    /// <summary>Name of a table.</summary>
    internal static string Table(string name, DocumentLanguage language) =>
        language == DocumentLanguage.English ? Spaced(name) : FactTables.Find(name)?.Chinese[0] ?? name;

    /// <summary>Heading of a column.</summary>
    internal static string Column(string table, string column, DocumentLanguage language) =>
        language == DocumentLanguage.English || FactTables.Find(table) is not { } known || known.Ordinal(column) is not (>= 0 and var at) ? Spaced(column) : known.Columns[at].Chinese[0];

    /// <summary>What stands in a cell.</summary>
    internal static string Value(string column, object value, Shell.Places places, DocumentLanguage language) => value switch
    {
        string code when column == "region" => places.PlaceOf(Region(code)) is var place && place == code ? code : $"{place} {code}",
        string code when column == "industry" => places.IndustryOf(code),
        string code when column == "pollutant" => places.Reference.Pollutants.NameOf(new(code)) is var name && name == code ? code : $"{name} {code}",
        string word when language != DocumentLanguage.English && Words.TryGetValue(word, out var chinese) => chinese,
        decimal number => PlainNumber.Text(number),
        DateOnly day => Shell.DayWords.Iso(day),
        bool yes => (yes, language) switch { (true, DocumentLanguage.English) => "yes", (false, DocumentLanguage.English) => "no", (true, _) => "是", _ => "否" },
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    // A register writes its codes with zeros at the end, and a source may write anything.
    private static RegionCode Region(string code) => code.Length is 2 or 4 or 6 && code.All(char.IsAsciiDigit) ? RegionCode.Of(code) : new(code);

    private static string Spaced(string name) => name.Replace('_', ' ');
}
