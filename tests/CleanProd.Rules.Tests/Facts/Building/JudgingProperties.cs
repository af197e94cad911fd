using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Import;
using FsCheck.Xunit;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>What holds of any plant, however its values were taken, flagged and averaged.</summary>
public class JudgingProperties
{
    [Property(MaxTest = 60)]
    public void The_unit_of_a_value_never_changes_an_outcome(int seed)
    {
        var random = new Random(seed);
        var rows = InventedPlant.Rows(random);
        var other = rows.Select(r => r.Table switch
        {
            // Every value in a unit of its own, and the limit in grams.
            "measurements" when random.Next(2) == 0 && InventedPlant.Changed(r.Cells["value"], 1000m, 0m) is { } micro => InventedPlant.With(InventedPlant.With(r, "value", micro), "unit", r.Cells["unit"].Replace("mg", "ug", StringComparison.Ordinal)),
            "permit_limits" => InventedPlant.With(InventedPlant.With(r, "limit_high", "0.08"), "unit", r.Cells["unit"].Replace("mg", "g", StringComparison.Ordinal)),
            "quotas" => InventedPlant.With(InventedPlant.With(r, "quantity", "5"), "unit", "kg"),
            _ => r,
        });
        var (before, after) = (InventedPlant.Facts(rows), InventedPlant.Facts(other));
        Assert.Equal(before.Monitoring.Select(Told), after.Monitoring.Select(Told));
        Assert.Equal(before.Discharges.Select(Told), after.Discharges.Select(Told));
    }

    [Property(MaxTest = 40)]
    public void The_order_of_records_never_does(int seed)
    {
        var random = new Random(seed);
        var rows = InventedPlant.Rows(random);
        var (before, after) = (InventedPlant.Facts(rows), InventedPlant.Facts(rows.OrderBy(_ => random.Next()).ToArray()));
        Assert.Equal(before.Monitoring.Select(Whole), after.Monitoring.Select(Whole));
        Assert.Equal(before.Discharges.Select(d => Told(d) + string.Join(' ', d.Evidence)), after.Discharges.Select(d => Told(d) + string.Join(' ', d.Evidence)));
        Assert.Equal((before.Monitoring.Missing, before.Discharges.Missing), (after.Monitoring.Missing, after.Discharges.Missing));
    }

    [Property(MaxTest = 80)]
    public void Raising_an_emission_never_clears_one(int seed)
    {
        var random = new Random(seed);
        var rows = InventedPlant.Rows(random);
        var raised = rows.Select(r => r.Table is "measurements" && random.Next(3) == 0 && InventedPlant.Changed(r.Cells["value"], 1m, random.Next(1, 40)) is { } more ? InventedPlant.With(r, "value", more) : r);
        NotCleared(InventedPlant.Facts(rows), InventedPlant.Facts(raised));
    }

    [Property(MaxTest = 80)]
    public void Tightening_a_limit_never_clears_one(int seed)
    {
        var random = new Random(seed);
        var rows = InventedPlant.Rows(random);
        var tighter = rows.Select(r => r.Table is "permit_limits" ? InventedPlant.With(r, "limit_high", random.Next(40, 80).ToString(CultureInfo.InvariantCulture)) : r);
        NotCleared(InventedPlant.Facts(rows), InventedPlant.Facts(tighter));
    }

    [Property(MaxTest = 60)]
    public void A_blank_is_never_nought(int seed)
    {
        var random = new Random(seed);
        var rows = InventedPlant.Rows(random).Where(r => r.Table is not "discretion").ToArray();
        // Values that count: no flag, no outage, no mean whose parts decide about it.
        var places = rows.Select((r, i) => (r, i)).Where(p => p.r.Table is "measurements" && p.r.Cells.GetValueOrDefault("flag") is (null or "N") && (p.r.Cells["origin"] is not "automatic" || p.r.Cells["window"] is "hour"))
            .Select(p => p.i).ToArray();
        if (places.Length == 0) return;
        var at = places[random.Next(places.Length)];
        TableRow[] Put(string value) => [.. rows.Select((r, i) => i == at ? InventedPlant.With(r, "value", value) : r)];
        var (zero, blank) = (InventedPlant.Facts(Put("0")), InventedPlant.Facts(Put("")));
        // A nought is a value that counts; a blank one is a gap or may be an exceedance.
        Assert.NotEqual(zero.Monitoring.Select(Told), blank.Monitoring.Select(Told));
    }

    private static void NotCleared(FacilityFacts before, FacilityFacts after)
    {
        if (before.Monitoring.Any(m => m.ExceedanceCount > 0)) Assert.Contains(after.Monitoring, m => m.ExceedanceCount > 0);
        if (before.Monitoring.Any(m => m.PossibleExceedanceCount > 0)) Assert.Contains(after.Monitoring, m => m.PossibleExceedanceCount > 0);
    }

    private static string Told(MonitoringFact m) => string.Create(
        CultureInfo.InvariantCulture,
        $"{m.OutletId} {m.Pollutant} {m.Window} {m.Origin}: {m.ValidCount} {m.ExceedanceCount} {m.IndeterminateCount} {m.ExceedanceDays} {m.Capture} {Text(m.MaxRatio)} {m.FirstExceededOn} {m.LastExceededOn} {m.Readings.Sum(r => r.Count)}");

    private static string Whole(MonitoringFact m) => $"{Told(m)} {m.MaxValue} {m.MinValue} {m.Mean} {m.LimitHigh} {string.Join(' ', m.Evidence)} {string.Join(' ', m.Readings)}";

    private static string Told(DischargeFact d)
    {
        var tonnes = Unit.Parse(d.Unit);
        string In(decimal? n) => n is { } number ? Text(tonnes.Convert(number, Unit.Parse("t"))) : "";
        return $"{d.Pollutant} {In(d.Discharged)} {In(d.DischargedAtMost)} {In(d.Computed)} {In(d.Quota)} {Text(d.Ratio)} {d.Method}";
    }

    // Means of values in different units may differ in the 28th digit.
    private static string Text(decimal? number) => number is { } n ? PlainNumber.Text(decimal.Round(n, 20)) : "";
}
