using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Rules;

/// <summary>How far each test of a pack reaches, one line each.</summary>
internal static class ReachInWords
{
    internal static void Print(IReadOnlyList<ConditionReach> reach, bool english, TextWriter to)
    {
        foreach (var r in reach)
        {
            to.WriteLine(english
                ? $"{r.Rule}/{r.Part}  matches {r.Matches}  lacks {r.Lacks}  of {r.Facilities}  {PlainNumber.Text(r.Nanoseconds)} ns  {r.Text}"
                : $"{r.Rule}/{r.Part}  命中 {r.Matches}  缺数据 {r.Lacks}  共 {r.Facilities}  {PlainNumber.Text(r.Nanoseconds)} ns  {r.Text}");
        }
    }
}
