using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Totals;
using CleanProd.Rules.Tests.Facts.Building;

namespace CleanProd.Rules.Tests.Facts.Totals;

/// <summary>Which series and outlets are added up for a pollutant: 10 mg/L × 1000 m³ are 0.01 t a day, January 2024 has 31 days.</summary>
public class MeasuredTableTests
{
    private static readonly ReportingPeriod January = new(new(2024, 1, 1), new(2024, 1, 31));

    [Fact]
    public void Series_of_every_kind_come_to_the_approved_totals() => Approved.Check("tests/CleanProd.Rules.Tests/Facts/Totals/MeasuredTable.txt",
    [
        Line("one outlet", Month("DW001")),
        Line("two outlets, the later named first", Month("DW002", Month("DW001"), value: "20")),
        Line("another pollutant beside it", Month("DW001", Month("DW001", pollutant: "氨氮", value: "90"))),
        Line("a rate beside it is no concentration", Month("DW001").Value("COD", "2024-01-05T12:00", "day", "7", unit: "kg/h", more: "volume_m3:500000")),
        Line("an outlet to air is not added to the water", Month("DW001", Month("DA001").Outlet("DA001", "air"))),
        Line("an outlet without a medium takes that of the pollutant", Month("DW001", Month("DW009"))),
        Line("a permit limit at an outlet where nothing was measured", Month("DW001").Limit("COD", "90", "DW002")),
        Line("a permit limit of another pollutant there", Month("DW001").Limit("氨氮", "9", "DW002")),
        Line("a permit limit at an outlet to air", Month("DW001").Outlet("DA001", "air").Limit("COD", "9", "DA001")),
        Line("a workshop beside the plant's outlet", Month("DW001", Month("DW003").Outlet("DW003", "water", "workshop:true"))),
        Line("a workshop that is said to be none", Month("DW001", Month("DW003").Outlet("DW003", "water", "workshop:false"))),
        Line("a workshop alone", Month("DW003").Outlet("DW003", "water", "workshop:true")),
        Line("two workshops alone", Month("DW003", Month("DW004").Outlet("DW004", "water", "workshop:true")).Outlet("DW003", "water", "workshop:true")),
        Line("hours beside days: the hours count", Month("DW001").Hours("COD", "2024-01-01", 24, "99", more: "volume_m3:1000")),
        Line("hours without volumes: the days count", Month("DW001").Hours("COD", "2024-01-01", 24, "99")),
        Line("days in two units", Halves()),
        Line("days without volumes", new Plant().Outlet().Value("COD", "2024-01-05", "day", "40")),
        Line("a standstill of another outlet", Gap().Said("DW002.shutdown[2024-01-11..2024-01-20]")),
        Line("a standstill of the outlet", Gap().Said("DW001.shutdown[2024-01-11..2024-01-20]")),
        Line("a standstill of the plant", Gap().Said("shutdown[2024-01-11..2024-01-20]")),
        Line("a standstill that was recorded after the determination", Gap().Said("shutdown[2024-01-11..2024-01-20]", "2025-01-16")),
        Line("samples of a lost day, of one's own", Samples("self", "instant", "70")),
        Line("samples of a lost day, of the authority, in µg/L", Samples("supervision", "instant", "70000", "ug/L")),
        Line("samples of a lost day, of nobody named", Samples("", "instant", "70")),
        Line("samples of a lost day of which one was not detected", Samples("self", "instant", "70").Value("COD", "2024-01-31T21:00", "instant", "ND", "self")),
        Line("samples of a lost day of which one is below detection and counts not", Samples("self", "instant", "<70")),
        Line("own samples of a month are no total", new Plant().Outlet().Value("COD", "2024-01-05", "day", "40", "self", more: "volume_m3:1000").Row("indicators", "indicator:operating_days", "year:2024", "value:300")),
        Line("own samples of a year", Manual("day", "self"), ReportingPeriod.OfYear(2024)),
        Line("samples of the authority, by the hour", Manual("hour", "supervision"), ReportingPeriod.OfYear(2024)),
        Line("single samples are not multiplied", Manual("instant", "self"), ReportingPeriod.OfYear(2024)),
        Line("samples of nobody named", Manual("day", ""), ReportingPeriod.OfYear(2024)),
        Line("one sample of the year before", Manual("day", "self").Value("COD", "2023-12-31", "day", "900", "self", more: "volume_m3:1000"), ReportingPeriod.OfYear(2024)),
        Line("one sample without a volume", Manual("day", "self").Value("COD", "2024-12-31", "day", "900", "self"), ReportingPeriod.OfYear(2024)),
        Line("operation of another year", new Plant().Outlet().Value("COD", "2024-03-05", "day", "40", "self", more: "volume_m3:1000").Row("indicators", "indicator:operating_days", "year:2023", "value:300"), ReportingPeriod.OfYear(2024)),
        Line("days of operation alone, and samples of hours", new Plant().Outlet().Value("COD", "2024-03-05", "hour", "40", "self", more: "volume_m3:1000").Row("indicators", "indicator:operating_days", "year:2024", "value:300"), ReportingPeriod.OfYear(2024)),
        Line("half a year of samples", Manual("day", "self"), new(new(2024, 1, 1), new(2024, 6, 30))),
        Line("automatic data of an outlet beside samples of another", Month("DW001", Manual("day", "self", "DW002")), ReportingPeriod.OfYear(2024)),
    ]);

    private static string Line(string what, Plant plant, ReportingPeriod? period = null)
    {
        var totals = new MeasuredTotals(plant.Records(), Shipped.Reference, TestFacts.AsOf);
        var (all, of) = (totals.All(new("w01018"), Medium.Water, period ?? January), totals.Of(new("w01018"), Medium.Water, period ?? January));
        var months = all is null ? "" : string.Join(", ", all.Months.Where(m => m.Total > 0m).Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Month:yyyy-MM} {Told.Text(m.Measured)}/{Told.Text(m.Total)}{(m.IsWhole ? "" : "?")}")));
        return $"{what}: {(of is null ? "nothing" : $"{Told.Text(of.Tonnes)} t{(of.IsWhole ? "" : " at least")} {of.Method} {of.Source}")}; {all?.Months.Count} months: {months}; {string.Join("; ", all?.Notes.Where(n => !n.Text.Zh.StartsWith("2023", StringComparison.Ordinal)).Select(Told.Text) ?? [])}";
    }

    private static Plant Month(string outlet, Plant? plant = null, string pollutant = "COD", string value = "10")
    {
        plant ??= new Plant();
        for (var day = 1; day <= 31; day++) plant.Value(pollutant, $"2024-01-{day:00}", "day", value, outlet: outlet, more: "volume_m3:1000");
        return plant;
    }

    private static Plant Halves()
    {
        var plant = new Plant().Outlet();
        // The later half stands first in its file, in a unit that comes last.
        for (var day = 16; day <= 31; day++) plant.Value("COD", $"2024-01-{day:00}", "day", "10", more: "volume_m3:1000");
        for (var day = 1; day <= 15; day++) plant.Value("COD", $"2024-01-{day:00}", "day", "30000", unit: "ug/L", more: "volume_m3:1000");
        return plant;
    }

    private static Plant Gap() => new Plant().Outlet().Days("COD", "2024-01-01", "2024-01-10", "10", "1000").Days("COD", "2024-01-21", "2024-01-31", "10", "1000");

    private static Plant Samples(string origin, string window, string value, string unit = "mg/L")
    {
        var plant = new Plant().Outlet().Days("COD", "2024-01-01", "2024-01-30", "10", "1000");
        foreach (var hour in (int[])[1, 7, 13, 18]) plant.Value("COD", $"2024-01-31T{hour:00}:00", window, value, origin, unit: unit);
        return plant;
    }

    private static Plant Manual(string window, string origin, string outlet = "DW001") => new Plant().Outlet(outlet)
        .Value("COD", window == "day" ? "2024-02-01" : "2024-02-01T08:00", window, "40", origin, outlet, more: "volume_m3:1000").Value("COD", window == "day" ? "2024-08-01" : "2024-08-01T08:00", window, "60", origin, outlet, more: "volume_m3:3000")
        .Row("indicators", "indicator:operating_days", "year:2024", "value:300").Row("indicators", "indicator:operating_hours", "year:2024", "value:7000");
}
