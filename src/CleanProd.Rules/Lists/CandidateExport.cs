using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Lists;

/// <summary>The candidate list as CSV and JSON: the same entries as the workbook, in the same order.</summary>
public static class CandidateExport
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Indented = false };

    // Bytes that wait in memory before they are written.
    private const int MostPending = 1 << 16;

    private static readonly Wording[] Columns =
    [
        new("部分", "part"), new("类别", "class"), new("统一社会信用代码", "facility_id"), new("企业名称", "facility_name"), new("地市", "city"), new("区县", "county"),
        new("行业", "industry"), new("规则", "rule"), new("原因", "reason"), new("事实", "facts"), new("备注", "remark"), new("牵头部门", "lead"),
    ];

    /// <summary>
    /// CSV, UTF-8 with byte order mark: a line per listed enterprise and class, then the undetermined and the failed rules; lines end in
    /// LF, and no cell is a formula.
    /// </summary>
    /// <param name="list">The list.</param>
    /// <param name="language">Language of headings and sentences.</param>
    /// <param name="output">Where to write, line by line; left open.</param>
    public static void WriteCsv(CandidateList list, DocumentLanguage language, Stream output)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        text.Write(CsvCell.Line([.. Columns.Select(c => c.In(language))]));
        foreach (var line in Lines(list)) text.Write(CsvCell.Line([.. line.Select(c => c.In(language))]));
    }

    /// <summary>JSON, UTF-8: heading, classes with their entries, undetermined, errors.</summary>
    /// <param name="list">The list.</param>
    /// <param name="output">Where to write, entry by entry; left open.</param>
    public static void WriteJson(CandidateList list, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteNumber("year", list.Heading.Year);
        json.WriteString("as_of", list.Heading.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("jurisdiction", list.Heading.Jurisdiction);
        Text(json, "instrument", list.Heading.Instrument);
        Array(json, "packs", list.Heading.Packs, p => json.WriteStringValue(p.Id));
        Array(json, "classes", list.Classes, c =>
        {
            json.WriteStartObject();
            json.WriteString("class", c.Class.Id);
            Text(json, "name", c.Class.Name);
            Text(json, "lead", list.Heading.MakersOf(c.Grounds));
            Array(json, "entries", c.Entries, e => Entry(json, e, list));
            json.WriteEndObject();
        });
        Array(json, "undetermined", list.Undetermined, u => Open(json, u.Determination, u.Rule));
        Array(json, "errors", list.Errors, e => Open(json, e.Determination, e.Rule));
        json.WriteEndObject();
    }

    private static IEnumerable<Wording[]> Lines(CandidateList list)
    {
        foreach (var group in list.Classes)
            foreach (var entry in group.Entries)
                yield return [new("名单", "listed"), group.Class.Name, .. Who(list, entry.Determination, entry.Place), RulesOf(entry.Reasons), entry.ReasonText, entry.FactText, entry.Remark, list.Heading.MakersOf(group.Grounds)];
        foreach (var open in list.Undetermined)
            yield return [new("数据不足", "undetermined"), ListClass.Of(open.Rule).Name, .. Who(list, open.Determination, open.Place), RulesOf([open.Rule]), CandidateEntry.ReasonOf(open.Rule), Missing(open), Wording.None, Wording.None];
        foreach (var error in list.Errors)
            yield return [new("规则出错", "error"), ListClass.Of(error.Rule).Name, .. Who(list, error.Determination, error.Place), RulesOf([error.Rule]), Wording.None, Wording.Same(string.Join("; ", error.Rule.Missing)), Wording.None, Wording.None];
    }

    private static Wording[] Who(CandidateList list, Determination determination, Place place) =>
    [
        Wording.Same(determination.Facility.Id.Value), Wording.Same(determination.Facility.Name), Wording.Same(place.City), Wording.Same(place.County),
        Wording.Same(list.IndustryName(determination.Facility)),
    ];

    private static Wording RulesOf(IEnumerable<RuleDetermination> rules) => Wording.Same(string.Join(' ', rules.Select(r => r.Rule)));

    private static Wording Missing(UndeterminedEntry open) =>
        new(string.Join('；', open.Missing.Select(m => m.Words.Zh)), string.Join("; ", open.Missing.Select(m => m.Words.En)));

    private static void Entry(Utf8JsonWriter json, CandidateEntry entry, CandidateList list)
    {
        json.WriteStartObject();
        json.WriteString("facility_id", entry.Determination.Facility.Id.Value);
        json.WriteString("facility_name", entry.Determination.Facility.Name);
        json.WriteString("region", entry.Place.Code);
        json.WriteString("city", entry.Place.City);
        json.WriteString("county", entry.Place.County);
        json.WriteString("industry", list.IndustryName(entry.Determination.Facility));
        Array(json, "rules", entry.Reasons, r => json.WriteStringValue(r.Rule));
        Text(json, "reason", entry.ReasonText);
        Text(json, "facts", entry.FactText);
        Text(json, "remark", entry.Remark);
        json.WriteEndObject();
    }

    private static void Open(Utf8JsonWriter json, Determination determination, RuleDetermination rule)
    {
        json.WriteStartObject();
        json.WriteString("facility_id", determination.Facility.Id.Value);
        json.WriteString("facility_name", determination.Facility.Name);
        json.WriteString("rule", rule.Rule);
        json.WriteString("ground", rule.Ground);
        Array(json, "missing", rule.Missing, m => json.WriteStringValue(m));
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, Wording text)
    {
        json.WriteStartObject(name);
        json.WriteString("zh", text.Zh);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
            if (json.BytesPending > MostPending) json.Flush();
        }

        json.WriteEndArray();
    }
}
