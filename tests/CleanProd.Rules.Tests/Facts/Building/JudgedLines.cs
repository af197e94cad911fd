using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>What is said of each value of COD of a plant: its place in the chart, its explanation, and what is missing.</summary>
internal static class JudgedLines
{
    internal static IEnumerable<string> Of(Plant plant)
    {
        var records = plant.Records();
        foreach (var series in JudgedSeries.Of(records, new("w01018"), null, 2024, Shipped.Reference, TestFacts.AsOf))
        {
            yield return $"{series.Key.OutletId} {series.Key.Window} {series.Key.Origin} {series.Key.Unit}: {string.Join(", ", series.Months.Where(m => m.Valid > 0 || m.Due is < 28).Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Month:MM-dd} {m.Valid}/{m.Due}")))}";
            foreach (var point in series.Points) yield return $"  {Told.Of(point)}";
        }

        foreach (var outlet in (string[])["DW001", "DW002"])
            foreach (var value in ValueExplainer.Explain(records, ReportingPeriod.OfYear(2024), Shipped.Reference, TestFacts.AsOf, new(outlet), new("w01018")))
                yield return $"{Told.Text(value.At)} {value.Series.Window} {value.Reported} {value.Series.Unit} {value.Standing} {value.Compared} [{value.LimitLow};{value.LimitHigh}] {Told.Text(value.Ratio)} {value.Source}: {string.Join("; ", value.Steps.Select(s => $"{s.Stage} {Told.Text(s.Text)}"))}";
        if (plant.Facts().Monitoring.Missing is { } missing) yield return $"missing: {missing}";
    }
}
