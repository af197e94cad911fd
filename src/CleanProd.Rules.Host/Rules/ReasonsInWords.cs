using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Rules;

/// <summary>Why one enterprise is or is not listed, rule by rule, down to the source rows.</summary>
internal static class ReasonsInWords
{
    internal static void Print(Determination determination, TextWriter to)
    {
        to.WriteLine($"{determination.Facility.Name} ({determination.Facility.Id})  {determination.Outcome.Chinese()} / {determination.Outcome.Word()}  {determination.Facility.Source}");
        foreach (var rule in determination.Rules)
        {
            to.WriteLine();
            to.WriteLine($"{rule.Outcome.Chinese()} / {rule.Outcome.Word()}  {rule.Rule}  {rule.Citation}  {rule.Sentence}");
            foreach (var e in rule.Evidence)
            {
                to.WriteLine($"  {e.OutletId} {e.Name ?? e.Pollutant} {e.At}: {e.Value?.ToString() ?? "—"}{(e.Limit is { } limit ? $" / {PlainNumber.Text(limit)}" : "")} {e.Unit}"
                    + $"{(e.Ratio is { } ratio ? $" ×{PlainNumber.Text(decimal.Round(ratio, 3))}" : "")}  {e.Basis}  ← {e.Source}");
            }

            foreach (var missing in rule.Missing) to.WriteLine($"  缺 missing: {missing}");
            if (rule.Margin is { } margin)
                to.WriteLine($"  距界线 margin: ×{PlainNumber.Text(decimal.Round(margin.Ratio, 3))}  {margin.Subject}  {margin.Condition}{(margin.Value is null ? "" : $"  ({margin.Value} : {margin.Threshold})")}");
        }
    }
}
