using CleanProd.Rules.Determinations;
using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Rules;

/// <summary>The difference that a change of rules makes, for people: how many, where, and everyone by name with the deciding value.</summary>
internal static class ImpactInWords
{
    private static readonly ImpactKind[] Order = [ImpactKind.Fails, ImpactKind.Joins, ImpactKind.Leaves, ImpactKind.ReasonChanges, ImpactKind.BecomesUndetermined, ImpactKind.CeasesUndetermined];

    internal static Wording Of(ImpactKind kind) => kind switch
    {
        ImpactKind.Joins => new("新列入", "joins"),
        ImpactKind.Leaves => new("移出", "leaves"),
        ImpactKind.ReasonChanges => new("理由改变", "reason changes"),
        ImpactKind.BecomesUndetermined => new("变为数据不足", "becomes undetermined"),
        ImpactKind.CeasesUndetermined => new("不再数据不足", "ceases to be undetermined"),
        _ => new("规则出错", "a rule fails"),
    };

    internal static void Print(Impact impact, ReferenceData reference, bool english, TextWriter to)
    {
        to.WriteLine(english
            ? $"{impact.Year}, as of {impact.AsOf:yyyy-MM-dd}: {impact.Facilities} enterprises, {impact.ListedBefore} listed before, {impact.ListedAfter} after"
            : $"{impact.Year} 年度，判定日期 {impact.AsOf:yyyy-MM-dd}：企业 {impact.Facilities} 家，原列入 {impact.ListedBefore} 家，改后 {impact.ListedAfter} 家");
        to.WriteLine(Counts(impact.Counts, english));
        Slices(english ? "by city" : "按城市", impact.ByRegion, k => reference.Regions.Find(k + "00")?.Name, english, to);
        Slices(english ? "by industry" : "按行业", impact.ByIndustry, k => reference.Industries.Find(k)?.Name, english, to);
        Slices(english ? "by ground" : "按情形", impact.ByGround, _ => null, english, to);
        foreach (var kind in Order)
        {
            var entries = impact.Entries.Where(e => e.Kinds.Contains(kind)).ToArray();
            if (entries.Length == 0) continue;
            to.WriteLine();
            to.WriteLine(english ? $"{Of(kind).En} ({entries.Length})" : $"{Of(kind).Zh}（{entries.Length}）");
            foreach (var entry in entries) Print(entry, english, to);
        }
    }

    private static void Print(ImpactEntry entry, bool english, TextWriter to)
    {
        to.WriteLine($"  {entry.Name} ({entry.FacilityId})  {entry.Region}  {entry.Industry}  {Word(entry.Before, english)} → {Word(entry.After, english)}");
        foreach (var r in entry.Reasons)
        {
            to.WriteLine($"    {r.Ground ?? r.Rule}  {(english ? r.Citation.En : r.Citation.Zh)}  {Word(r.Before, english)} → {Word(r.After, english)}");
            if (r.DecidedBefore is { } was && r.DecidedBefore != r.DecidedAfter) to.WriteLine($"      {(english ? "before" : "原")}: {Deciding(was)}");
            if (r.DecidedAfter is { } now) to.WriteLine($"      {(english ? "after" : "改后")}: {Deciding(now)}");
            if (r.Missing.Count > 0) to.WriteLine($"      {(english ? "missing" : "缺")}: {string.Join("; ", r.Missing)}");
        }
    }

    /// <summary>Value against limit, with place, time and row.</summary>
    internal static string Deciding(DecidingValue v)
    {
        var against = v.Limit is null ? v.Value : $"{v.Value} : {v.Limit}";
        var parts = new[] { v.OutletId, v.Name, against, v.Unit, v.At, v.Condition, v.Source is { } s ? $"← {s}" : null };
        return string.Join(' ', parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    private static string Word(Outcome? outcome, bool english) => outcome is not { } o ? (english ? "no such rule" : "无此规则") : english ? o.Word() : o.Chinese();

    private static string Counts(ImpactCounts c, bool english) => string.Join(english ? ", " : "，",
        Order.Select(k => (Kind: k, Number: Number(c, k))).Where(k => k.Number > 0).Select(k => english ? $"{Of(k.Kind).En} {k.Number}" : $"{Of(k.Kind).Zh} {k.Number}").DefaultIfEmpty(english ? "nobody is touched" : "没有企业受影响"));

    private static int Number(ImpactCounts c, ImpactKind kind) => kind switch
    {
        ImpactKind.Joins => c.Joins,
        ImpactKind.Leaves => c.Leaves,
        ImpactKind.ReasonChanges => c.ReasonChanges,
        ImpactKind.BecomesUndetermined => c.BecomeUndetermined,
        ImpactKind.CeasesUndetermined => c.CeaseUndetermined,
        _ => c.Fail,
    };

    private static void Slices(string title, IReadOnlyList<ImpactSlice> slices, Func<string, string?> name, bool english, TextWriter to)
    {
        if (slices.Count == 0) return;
        to.WriteLine($"{title}:");
        foreach (var slice in slices) to.WriteLine($"  {(slice.Key.Length == 0 ? "—" : slice.Key)} {name(slice.Key)}  {Counts(slice.Counts, english)}".Replace("   ", "  ", StringComparison.Ordinal));
    }
}
