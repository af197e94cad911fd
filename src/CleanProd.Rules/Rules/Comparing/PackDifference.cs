using System.Globalization;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Rules.Comparing;

/// <summary>What one pack says otherwise than another, as sentences for people: the order is that of the file.</summary>
public static partial class PackDifference
{
    /// <summary>All differences; none when both say the same, however they are written.</summary>
    /// <exception cref="PackException">One of them is refused.</exception>
    public static IReadOnlyList<PackChange> Of(RulePack before, RulePack after) =>
        [.. Instruments(before, after), .. Parameters(before, after), .. Rules(before, after), .. Sections(before, after)];

    private static IEnumerable<PackChange> Instruments(RulePack a, RulePack b)
    {
        PackChange Says(string zh, string en) => new(PackChangeKind.Instrument, "", new(zh, en));
        var (x, y) = (a.Instrument, b.Instrument);
        if (a.Id != b.Id) yield return Says($"规则包由 {a.Id} 改为 {b.Id}", $"the pack is {b.Id}, was {a.Id}");
        if (x.Law != y.Law) yield return Says($"依据的文件由{x.Law.Zh}改为{y.Law.Zh}", $"the instrument is {y.Law.En}, was {x.Law.En}");
        if (x.Number != y.Number) yield return Says($"文号由“{x.Number}”改为“{y.Number}”", $"the document number is '{y.Number}', was '{x.Number}'");
        if ((x.InForceFrom, x.InForceTo) != (y.InForceFrom, y.InForceTo)) yield return Says($"文件有效期由 {Span(x.InForceFrom, x.InForceTo)} 改为 {Span(y.InForceFrom, y.InForceTo)}", $"the instrument is in force {Span(y.InForceFrom, y.InForceTo)}, was {Span(x.InForceFrom, x.InForceTo)}");
        if (a.Title != b.Title) yield return Says($"标题由“{a.Title.Zh}”改为“{b.Title.Zh}”", $"the title is '{b.Title.En}', was '{a.Title.En}'");
        if (a.Jurisdiction != b.Jurisdiction) yield return Says($"适用地区由 {a.Jurisdiction} 改为 {b.Jurisdiction}", $"the jurisdiction is {b.Jurisdiction}, was {a.Jurisdiction}");
        if (a.PeriodMonths != b.PeriodMonths) yield return Says($"评判期间由{Period(a).Zh}改为{Period(b).Zh}", $"the judged period is {Period(b).En}, was {Period(a).En}");
        if ((a.GovernsFrom, a.GovernsTo) != (b.GovernsFrom, b.GovernsTo))
        {
            yield return new(PackChangeKind.Dates, "", new(
                $"适用的判定日期由 {Span(a.GovernsFrom, a.GovernsTo)} 改为 {Span(b.GovernsFrom, b.GovernsTo)}", $"it governs determination dates {Span(b.GovernsFrom, b.GovernsTo)}, was {Span(a.GovernsFrom, a.GovernsTo)}"));
        }
    }

    private static IEnumerable<PackChange> Sections(RulePack a, RulePack b)
    {
        var (old, now) = (Keyed(a.Cases), Keyed(b.Cases));
        foreach (var (_, gone) in old.Where(c => !now.ContainsKey(c.Key))) yield return new(PackChangeKind.Cases, gone.Name, new($"删去案例“{gone.Name}”", $"the case '{gone.Name}' was removed"));
        foreach (var (key, added) in now)
        {
            if (!old.TryGetValue(key, out var earlier)) yield return new(PackChangeKind.Cases, added.Name, new($"新增案例“{added.Name}”", $"the case '{added.Name}' was added"));
            else if (!SameCase(earlier, added)) yield return new(PackChangeKind.Cases, added.Name, new($"案例“{added.Name}”的事实或者预期已改", $"the facts or the expectation of the case '{added.Name}' changed"));
        }

        if (a.NoticeJson != b.NoticeJson) yield return new(PackChangeKind.Notice, "", new("通知书部分（依据、义务、期限、救济）已改", "the section on notices (bases, duties, periods, remedies) changed"));
        if (a.ProcedureJson != b.ProcedureJson) yield return new(PackChangeKind.Procedure, "", new("名单办理程序部分已改", "the section on who makes the list changed"));
    }

    // Two cases of one name are told apart by their order.
    private static Dictionary<(string, int), PackCase> Keyed(IReadOnlyList<PackCase> cases) =>
        cases.GroupBy(c => c.Name, StringComparer.Ordinal).SelectMany(g => g.Select((c, i) => (Key: (g.Key, i), Case: c))).ToDictionary(c => c.Key, c => c.Case);

    private static bool SameCase(PackCase a, PackCase b) => a.AsOf == b.AsOf && a.Year == b.Year && a.ExpectedOutcome == b.ExpectedOutcome
        && a.Rows.Count == b.Rows.Count && a.Rows.Zip(b.Rows).All(r => r.First.Table == r.Second.Table && Cells(r.First.Cells).SequenceEqual(Cells(r.Second.Cells)))
        && a.ExpectedRules.Count == b.ExpectedRules.Count
        && a.ExpectedRules.Zip(b.ExpectedRules).All(r => (r.First.Rule, r.First.Outcome, r.First.Citation) == (r.Second.Rule, r.Second.Outcome, r.Second.Citation)
            && r.First.Missing.SequenceEqual(r.Second.Missing, StringComparer.Ordinal));

    private static IEnumerable<KeyValuePair<string, string>> Cells(IReadOnlyDictionary<string, string> cells) => cells.OrderBy(c => c.Key, StringComparer.Ordinal);

    private static Wording Period(RulePack pack) => pack.PeriodMonths is { } months ? new($"{months}个月", $"{months} months") : new("筛查年度", "the screened year");

    internal static string Span(DateOnly from, DateOnly? to) => $"{(from == DateOnly.MinValue ? "…" : Day(from))}～{(to is { } last ? Day(last) : "…")}";

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
