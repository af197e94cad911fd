using System.Globalization;
using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists.Review;

namespace CleanProd.Rules.Lists.Publication;

/// <summary>A published list as CSV: a line per reason, on a list of polluters a line per deciding value; lines end in LF.</summary>
internal static class PublishedCsv
{
    private static readonly Wording[] Columns =
    [
        new("序号", "no"), new("企业名称", "name"), new("统一社会信用代码", "code"), new("所在地", "place"), new("类别", "class"), new("变更", "change"),
        new("列入原因", "reason"), new("法律依据", "citation"),
    ];

    private static readonly Wording[] Values =
    [
        new("排放口", "outlet"), new("污染物", "pollutant"), new("时间", "at"), new("实际值", "value"), new("限值或者指标", "limit"), new("单位", "unit"), new("与限值之比", "ratio"),
    ];

    private static readonly Wording[] Heads =
    [
        new("名单", "list"), new("文号", "number"), new("公布日期", "published_on"), new("公布机关", "organs"), new("适用法律", "instrument"),
    ];

    internal static byte[] Write(PublishedList list, DocumentLanguage language)
    {
        var values = list.Kind == ListKind.Polluters;
        var text = new StringBuilder("\uFEFF");
        text.Append(CsvCell.Line([.. Columns.Concat(values ? Values : []).Concat(Heads).Select(c => c.In(language))]));
        string[] head =
        [
            list.Title.In(language), list.Number, Day(list.PublishedOn), string.Join(language == DocumentLanguage.English ? "; " : "、", list.Organs.Select(o => o.In(language))),
            list.Instrument.In(language),
        ];
        for (var i = 0; i < list.Entries.Count; i++)
            foreach (var line in Lines(list.Entries[i], i + 1, values, language)) text.Append(CsvCell.Line([.. line, .. head]));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static IEnumerable<string?[]> Lines(PublishedEntry entry, int number, bool values, DocumentLanguage language)
    {
        string?[] who = [number.ToString(CultureInfo.InvariantCulture), entry.Name, entry.FacilityId.Value, entry.Place, entry.ClassName.In(language), ChangeWord(entry.Change).In(language)];
        foreach (var reason in entry.Reasons.DefaultIfEmpty(EntryReason.By("")))
        {
            string?[] why = [.. who, reason.Sentence.In(language), reason.Citation.In(language)];
            if (!values) yield return why;
            else foreach (var fact in reason.Facts.DefaultIfEmpty(new ReasonFact())) yield return [.. why, .. ValuesOf(fact)];
        }
    }

    private static string?[] ValuesOf(ReasonFact fact) =>
        [fact.Outlet, fact.Name ?? fact.Code, fact.At, fact.Value, Number(fact.Limit), fact.Unit, Number(fact.Ratio)];

    private static string? Number(decimal? number) => number is { } value ? PlainNumber.Text(value) : null;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Wording ChangeWord(PublishedChange change) => change switch
    {
        PublishedChange.Listed => new("列入", "listed"),
        PublishedChange.Joined => new("增列", "joined"),
        PublishedChange.Left => new("移出", "left"),
        _ => new("更正", "changed"),
    };
}
