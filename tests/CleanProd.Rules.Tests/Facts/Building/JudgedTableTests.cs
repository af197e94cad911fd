using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>Single values as a chart shows them and as they are explained: limit, standing, remarks and months, approved line by line.</summary>
public class JudgedTableTests
{
    [Fact]
    public void Values_are_charted_and_explained_as_approved() => Approved.Check("tests/CleanProd.Rules.Tests/Facts/Building/Judged.txt",
    [
        .. Lines("own values", new Plant().Outlet().Limit("COD", "80").Self("2024-03-01", "70").Self("2024-03-02", "90").Self("2024-03-03", "<90").Self("2024-03-04", "ND").Self("2024-03-05", "").Self("2024-03-06T08:00", ">70", "instant")),
        .. Lines("own values without a limit", new Plant().Outlet().Self("2024-03-01", "70").Self("2024-04-01", "70", "month").Self("2024-01-01", "70", "year")),
        .. Lines("limits of the rows", new Plant().Outlet().Value("COD", "2024-03-01", "day", "4", "self", more: "limit_low:5").Value("COD", "2024-03-02", "day", "4", "self", more: ["limit_low:5", "limit_high:9"]).Value("COD", "2024-03-03", "day", "0", "self", more: "limit_high:0")),
        .. Lines("flags and gaps of automatic days", new Plant().Outlet().Limit("COD", "80").Value("COD", "2024-03-01", "day", "90", more: "flag:M").Value("COD", "2024-03-02", "day", "90", more: "flag:T").Value("COD", "2024-03-03", "day", "").Value("COD", "2024-03-04", "day", "70", more: "flag:N").Value("COD", "2024-02-29", "day", "70")),
        .. Lines("an outage and a standstill in part", new Plant().Outlet().Limit("COD", "80").Value("COD", "2024-03-02", "day", "90").Value("COD", "2024-03-12", "day", "70").Said("DW001.maintenance[2024-03-02..2024-03-02]").Said("shutdown[2024-04-01..2024-04-10]").Said("DW002.shutdown[2024-05-01..2024-05-10]")),
        .. Lines("hours and the mean of their day", new Plant().Outlet().Limit("COD", "80").Hours("COD", "2024-03-01", 20, "60").Value("COD", "2024-03-01T22:00", "hour", "99").Value("COD", "2024-03-02T01:00", "hour", "99").Value("COD", "2024-03-02T02:00", "hour", "70")),
        .. Lines("the authority decides", new Plant().Outlet().Limit("COD", "80").Self("2024-03-01", "85").Value("COD", "2024-03-01", "day", "75", "supervision").Value("COD", "2024-03-02", "day", "75", "")),
        .. Lines("converted to the base drainage", new Plant().Outlet().Limit("COD", "80").Self("2024-03-01", "70").Said("drainage_ratio[2024-03-01]=1.25")),
        .. Lines("two units of one pollutant, two outlets", new Plant().Outlet().Outlet("DW002").Limit("COD", "80").Self("2024-03-03", "70").Value("COD", "2024-03-01", "day", "90000", "self", unit: "ug/L").Value("COD", "2024-03-02", "day", "70", "self", "DW002")),
        .. Lines("a standard of the place", Standard("90.1")),
        .. Lines("a standard of the place that asks a fact", Standard("100", grade: "")),
        .. Lines("a load of the permit", new Plant().Outlet().Limit("COD", "90").Limit("COD", "1.6", unit: "kg/t").Limit("COD", "80", unit: "kg/d").Value("COD", "2024-03-01", "day", "80", "self", more: "volume_m3:1000.1").Value("COD", "2024-03-02", "day", "80", "self", more: "volume_m3:900").Self("2024-03-03", "80").Value("COD", "2024-03-04", "day", "<80", "self", more: "volume_m3:900").Value("COD", "2024-03-05", "day", "ND", "self", more: "volume_m3:900").Value("COD", "2024-03-06", "day", "", "self", more: "volume_m3:900")
            .Said("output[2024-03-01]=50 t").Said("DW001.output[2024-03-04]=40 t").Said("output[2024-03-04]=1 t").Said("output[2024-03-05]=50 t").Said("output[2024-03-06]=0 t").Said("output[x]=1 t")),
        .. Lines("a load of the permit at a foreign plant", new Plant(region: "Ohio").Outlet().Limit("COD", "90").Limit("COD", "80", unit: "kg/d").Value("COD", "2024-03-01", "day", "80", "self", more: "volume_m3:1001")),
        .. Lines("a load of the permit without days", new Plant().Outlet().Limit("COD", "1.6", unit: "kg/t").Self("2024-03-01T08:00", "80", "hour")),
        .. Lines("a load of the permit by the month", new Plant().Outlet().Limit("COD", "1.6", unit: "kg/t", more: "window:month").Value("COD", "2024-03-01", "day", "80", "self", more: "volume_m3:1000").Said("output[2024-03-01]=50 t")),
        .. Lines("a load of the permit that was reported itself", new Plant().Outlet().Limit("COD", "90").Limit("COD", "1.6", unit: "kg/t").Value("COD", "2024-03-01", "day", "80", "self", more: "volume_m3:1000").Value("COD", "2024-03-01", "day", "1.7", "supervision", unit: "kg/t").Said("output[2024-03-01]=50 t")),
        .. Lines("a load of the permit from the second day on", new Plant().Outlet().Limit("COD", "90").Row("permit_limits", "outlet_id:DW001", "pollutant:COD", "limit_high:80", "unit:kg/d", "from:2024-03-02", "to:2024-03-03").Days("COD", "2024-03-01", "2024-03-04", "80", "1001")),
        .. Lines("a load of the permit of the last and of the first day", new Plant().Outlet().Limit("COD", "90").Row("permit_limits", "outlet_id:DW001", "pollutant:COD", "limit_high:80", "unit:kg/d", "from:2024-12-31").Row("permit_limits", "outlet_id:DW001", "pollutant:COD", "limit_high:80", "unit:kg/d", "from:2023-01-01", "to:2024-01-01").Days("COD", "2024-12-31", "2024-12-31", "80", "1001").Days("COD", "2024-01-01", "2024-01-02", "80", "1001")),
        .. Lines("loads of another outlet and pollutant", new Plant().Outlet().Outlet("DW002").Limit("COD", "90").Limit("COD", "80", "DW002", "kg/d").Limit("氨氮", "80", unit: "kg/d").Days("COD", "2024-03-01", "2024-03-01", "80", "1001")),
        .. Lines("a load among concentrations of the same origin", new Plant().Outlet().Limit("COD", "90").Limit("COD", "1.6", unit: "kg/t").Value("COD", "2024-03-01", "day", "80", "self", more: "volume_m3:1000").Value("COD", "2024-03-02", "day", "1.7", "self", unit: "kg/t").Said("output[2024-03-01]=50 t")),
        .. Lines("a rate among concentrations of the same origin", new Plant().Outlet().Limit("COD", "90").Limit("COD", "1.6", unit: "kg/t").Value("COD", "2024-03-01", "day", "80", "self", more: "volume_m3:1001").Value("COD", "2024-03-02", "day", "4", "self", unit: "kg/h").Said("output[2024-03-01]=50 t")),
        .. Lines("a load of the permit of last year and next", new Plant().Outlet().Limit("COD", "90").Row("permit_limits", "outlet_id:DW001", "pollutant:COD", "limit_high:80", "unit:kg/d", "from:2023-01-01", "to:2023-12-31").Row("permit_limits", "outlet_id:DW001", "pollutant:COD", "limit_high:80", "unit:kg/d", "from:2025-01-01").Days("COD", "2024-03-01", "2024-03-01", "80", "1001")),
    ]);

    [Fact]
    public void A_pollutant_that_is_never_judged_is_charted_in_order_and_within_the_year()
    {
        var records = new Plant().Outlet("DA001", "air").Value("氧气含量", "2024-03-02T08:00", "hour", "11", "self", "DA001", "%").Value("氧气含量", "2024-03-01T08:00", "hour", "12", "self", "DA001", "%")
            .Value("氧气含量", "2023-12-31T23:00", "hour", "13", "self", "DA001", "%").Value("氧气含量", "2025-01-01T00:00", "hour", "13", "self", "DA001", "%").Value("氧气含量", "2024-03-01T08:00", "hour", "10", "automatic", "DA001", "%")
            .Value("氧气含量", "2023-03-01T08:00", "hour", "9", "automatic", "DA002", "%").Records();
        var charted = JudgedSeries.Of(records, new("a19001"), null, 2024, Shipped.Reference, TestFacts.AsOf);
        Assert.Equal([(DataOrigin.Automatic, "10"), (DataOrigin.Self, "12 11")], charted.Select(s => (s.Key.Origin, string.Join(' ', s.Points.Select(p => p.Value)))));
        Assert.All(charted, s => Assert.Empty(s.Months));
        Assert.All(charted.SelectMany(s => s.Points), p => Assert.Equal(PointStanding.NotJudged, p.Standing));
        Assert.Equal(2, JudgedSeries.Of(records, new("a19001"), new("DA001"), 2024, Shipped.Reference, TestFacts.AsOf).Count);
        Assert.Empty(JudgedSeries.Of(records, new("a19001"), new("DA002"), 2024, Shipped.Reference, TestFacts.AsOf));
        Assert.Empty(JudgedSeries.Of(records, new("w01018"), null, 2024, Shipped.Reference, TestFacts.AsOf));
    }

    [Fact]
    public void The_share_of_a_month_is_of_what_was_due()
    {
        Assert.Equal(0.25m, new MonthShare(new(2024, 3, 1), 5, 20).Share);
        Assert.Null(new MonthShare(new(2024, 3, 1), 5, 0).Share);
        Assert.Null(new MonthShare(new(2024, 3, 1), 5, null).Share);
        var none = ReadSeries.Of(new ValuePile(new(new("A"), new("DW001"), new("w01018"), AveragingWindow.Day, DataOrigin.Automatic, Unit.Parse("mg/L"))), []);
        Assert.Equal([new(new(2024, 2, 1), 0, 29), new MonthShare(new(2024, 3, 1), 0, 31)], MonthShare.Of(none, new(new(2024, 2, 10), new(2024, 3, 1))));
    }

    private static IEnumerable<string> Lines(string what, Plant plant)
    {
        var records = plant.Records();
        yield return what;
        foreach (var series in JudgedSeries.Of(records, new("w01018"), null, 2024, Shipped.Reference, TestFacts.AsOf))
        {
            yield return $"  {series.Key.OutletId} {series.Key.Window} {series.Key.Origin} {series.Key.Unit}: {string.Join(", ", series.Months.Where(m => m.Valid > 0 || m.Due is < 28).Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Month:MM-dd} {m.Valid}/{m.Due}")))}";
            foreach (var point in series.Points) yield return $"    {Told.Of(point)}";
        }

        foreach (var outlet in (string[])["DW001", "DW002"])
            foreach (var value in ValueExplainer.Explain(records, ReportingPeriod.OfYear(2024), Shipped.Reference, TestFacts.AsOf, new(outlet), new("w01018")))
                yield return $"  {Told.Text(value.At)} {value.Series.Window} {value.Reported} {value.Series.Unit} {value.Standing} {value.Compared} [{value.LimitLow};{value.LimitHigh}] {Told.Text(value.Ratio)} {value.Source}: {string.Join("; ", value.Steps.Select(s => $"{s.Stage} {Told.Text(s.Text)}"))}";
        if (plant.Facts().Monitoring.Missing is { } missing) yield return $"  missing: {missing}";
    }

    private static Plant Standard(string value, string grade = "一级") =>
        new Plant("C2110", eia: "2010-06-01").Outlet("DW001", "water", "discharge:direct", "workshop:false", $"grade:{grade}").Value("COD", "2024-03-01", "day", value, "self");
}
