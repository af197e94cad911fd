using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>What ready-made summaries come to, and what is missing where nobody measured: whole facts approved line by line.</summary>
public class MonitoringTableTests
{
    [Fact]
    public void Summaries_and_gaps_come_to_the_approved_facts() => Approved.Check("tests/CleanProd.Rules.Tests/Facts/Building/MonitoringSummaries.txt",
    [
        .. Lines("exceedances counted", Summary("2024", "exceedance_count:2", "valid_count:12", "max:120", "limit_high:80")),
        .. Lines("none counted", Summary("2024", "exceedance_count:0", "valid_count:12", "max:80", "limit_high:80")),
        .. Lines("none counted and the largest over the limit", Summary("2024", "exceedance_count:0", "valid_count:12", "max:80.1", "limit_high:80")),
        .. Lines("more counted than valid", Summary("2024", "exceedance_count:13", "valid_count:12", "limit_high:80")),
        .. Lines("all of them", Summary("2024", "exceedance_count:12", "valid_count:12", "limit_high:80")),
        .. Lines("nothing valid", Summary("2024", "exceedance_count:0", "valid_count:0", "limit_high:80")),
        .. Lines("how many were valid is not told", Summary("2024", "exceedance_count:1", "limit_high:80")),
        .. Lines("the count is blank", Summary("2024", "exceedance_count:", "max:70", "limit_high:80")),
        .. Lines("without a limit", Summary("2024", "exceedance_count:1", "max:70")),
        .. Lines("with a lower limit alone", Summary("2024", "exceedance_count:1", "max:70", "limit_low:5")),
        .. Lines("with both", Summary("2024", "exceedance_count:1", "max:70", "limit_low:5", "limit_high:80")),
        .. Lines("a limit of nought", Summary("2024", "exceedance_count:1", "max:70", "limit_high:0")),
        .. Lines("of pH", new Plant().Outlet().Row("monitoring_summaries", "outlet_id:DW001", "pollutant:pH值", "year:2024", "unit:无量纲", "exceedance_count:1", "max:9.3", "limit_low:6", "limit_high:9")),
        .. Lines("of another year", Summary("2023", "exceedance_count:1")),
        .. Lines("what the permit limits and nobody measured", Cod().Self("2024-03-01", "70").Limit("氨氮", "8").Limit("总磷", "1").Limit("总磷", "2", unit: "mg/L", more: "window:day").Outlet("DW002").Limit("氨氮", "8", "DW002")),
        .. Lines("what the permit limited before and will after", Cod().Self("2024-03-01", "70").Limits("氨氮", "2020-01-01", "2023-12-31").Limits("总磷", "2020-01-01", "2024-01-01").Limits("总氮", "2024-12-31", "").Limits("硫化物", "2025-01-01", "")),
        .. Lines("what the permit limits at another outlet than it was measured", Cod().Outlet("DW002").Self("2024-03-01", "70").Value("氨氮", "2024-03-01", "day", "1", "self", "DW002").Limit("氨氮", "8").Limit("氨氮", "8", "DW002")),
        .. Lines("rows that were refused", Cod().Self("2024-03-01", "70").Self("2024-03-02", "x").Outlet("DW002", "怪").Limit("氨氮", "x").Row("monitoring_summaries", "outlet_id:DW001", "pollutant:氨氮", "year:2024", "unit:mg/L", "exceedance_count:x")),
    ]);

    private static string[] Lines(string what, Plant plant) => [what, .. Told.Of("monitoring", plant.Facts().Monitoring)];

    private static Plant Cod() => new Plant().Outlet().Limit("COD", "80");

    private static Plant Summary(string year, params string[] more) => new Plant().Outlet().Row("monitoring_summaries", ["outlet_id:DW001", "pollutant:COD", $"year:{year}", "unit:mg/L", .. more]);
}

/// <summary>Rows of these tests, so that a case stays on a line.</summary>
internal static class MonitoringRows
{
    internal static Plant Self(this Plant plant, string at, string value, string window = "day") => plant.Value("COD", at, window, value, "self");

    internal static Plant Ph(this Plant plant, string value) =>
        plant.Value("pH值", $"2024-03-01T08:{plant.Rows.Count:00}", "instant", value, "self", unit: "无量纲", more: ["limit_low:6", "limit_high:9"]);

    internal static Plant AirHours(this Plant plant, int count, string value) => plant.Hours("NOx", "2024-03-01", count, value, "DA001", "mg/m3");

    internal static Plant AirHour(this Plant plant, string time, string value) => plant.Value("NOx", $"2024-03-01T{time}", "hour", value, outlet: "DA001", unit: "mg/m3");

    internal static Plant Limits(this Plant plant, string pollutant, string from, string to) =>
        plant.Row("permit_limits", "outlet_id:DW001", $"pollutant:{pollutant}", "limit_high:8", "unit:mg/L", $"from:{from}", $"to:{to}");

    internal static Plant Flagged(this Plant plant, params char[] flags)
    {
        foreach (var (i, flag) in flags.Index()) plant.Value("COD", $"2024-03-{i + 1:00}", "day", "90", more: $"flag:{flag}");
        return plant;
    }
}
