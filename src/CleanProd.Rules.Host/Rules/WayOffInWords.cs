using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Rules;

/// <summary>The smallest change that would take an enterprise off the list, value by value.</summary>
internal static class WayOffInWords
{
    internal static void Print(IReadOnlyList<WayOff> found, bool english, TextWriter to)
    {
        if (found.Count == 0) to.WriteLine(english ? "No rule lists the enterprise." : "该企业未因任何规则列入。");
        foreach (var way in found)
        {
            to.WriteLine($"{way.Ground ?? way.Rule}  {(english ? way.Citation.En : way.Citation.Zh)}");
            if (!way.Note.IsEmpty) to.WriteLine($"  {(english ? way.Note.En : way.Note.Zh)}");
            foreach (var change in way.Changes) to.WriteLine($"  {Sentence(change, english)}");
            if (way.Changes.Count > 0)
            {
                to.WriteLine(english
                    ? $"  → {way.After.Word()} (judged again with these changes{(way.IsSmallest ? "; none can be left out" : "")})"
                    : $"  → {way.After.Chinese()}（按上述改变重新判定{(way.IsSmallest ? "，缺一不可" : "")}）");
            }
        }
    }

    internal static string Sentence(ValueChange c, bool english)
    {
        var subject = string.Join(' ', new[] { c.OutletId, c.Name, c.At }.Where(t => !string.IsNullOrEmpty(t)));
        var unit = string.IsNullOrEmpty(c.Unit) || c.Unit == "1" ? "" : " " + c.Unit;
        if (c.To is not { } to) return english ? $"{subject}: no longer used, produced or discharged  ← {c.Source}" : $"{subject}：不再使用、产生或者排放  ← {c.Source}";
        var from = c.From is { } f ? PlainNumber.Text(f) + unit : "—";
        var rises = c.From is { } number && to > number;
        return english
            ? $"{subject}: from {from} {(rises ? "up" : "down")} to {PlainNumber.Text(to)}{unit}  ← {c.Source}"
            : $"{subject}：由 {from} {(rises ? "升" : "降")}至 {PlainNumber.Text(to)}{unit}  ← {c.Source}";
    }
}
