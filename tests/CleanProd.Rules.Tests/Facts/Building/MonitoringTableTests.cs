using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>What measured values of every kind come to, with evidence, months, readings and what is missing: whole facts approved line by line.</summary>
public class MonitoringTableTests
{
    [Fact]
    public void Values_against_limits_come_to_the_approved_facts() => Approved.Check("tests/CleanProd.Rules.Tests/Facts/Building/MonitoringValues.txt",
    [
        .. Lines("nothing", new Plant()),
        .. Lines("an outlet without values", new Plant().Outlet()),
        .. Lines("two outlets without values", new Plant().Outlet().Outlet("DW002")),
        .. Lines("within, nearest first of two alike", Cod().Self("2024-03-01", "40").Self("2024-04-01", "72").Self("2024-05-01", "72").Self("2024-05-02", "10")),
        .. Lines("over on two days of one month and a third", Cod().Self("2024-03-01T08:00", "81", "instant").Self("2024-03-01T09:00", "90", "instant").Self("2024-03-09T08:00", "160", "instant").Self("2024-05-01T08:00", "100", "instant")),
        .. Lines("below and above detection", Cod().Self("2024-03-01", "<4").Self("2024-03-02", "<90").Self("2024-03-03", ">70").Self("2024-03-04", ">100").Self("2024-03-05", "ND").Self("2024-03-06", "")),
        .. Lines("nothing but blanks", Cod().Self("2024-03-06", "")),
        .. Lines("not detected alone", Cod().Self("2024-03-06", "ND")),
        .. Lines("a limit of the row comes before the permit", Cod().Value("COD", "2024-03-01", "day", "75", "self", more: "limit_high:70").Self("2024-03-02", "75")),
        .. Lines("two limits of rows", new Plant().Outlet().Value("COD", "2024-03-01", "day", "75", "self", more: "limit_high:70").Value("COD", "2024-03-02", "day", "75", "self", more: "limit_high:80")),
        .. Lines("a lower limit alone", new Plant().Outlet().Value("溶解氧", "2024-03-01", "day", "4", "self", more: "limit_low:5").Value("溶解氧", "2024-03-02", "day", "6", "self", more: "limit_low:5")),
        .. Lines("a lower limit and nought", new Plant().Outlet().Value("溶解氧", "2024-03-01", "day", "0", "self", more: "limit_low:5")),
        .. Lines("pH between two limits", Ph("6").Ph("9").Ph("7.2")),
        .. Lines("pH outside of them", Ph("5.9").Ph("9.1").Ph("7.2")),
        .. Lines("a mean of pH", new Plant().Outlet().Value("pH值", "2024-03-01", "day", "9.5", "self", unit: "无量纲", more: ["limit_low:6", "limit_high:9"])),
        .. Lines("a permit that changes in the year", new Plant().Outlet().Row("permit_limits", "outlet_id:DW001", "pollutant:COD", "limit_high:80", "unit:mg/L", "from:2015-01-01", "to:2024-06-30")
            .Row("permit_limits", "outlet_id:DW001", "pollutant:COD", "limit_high:60", "unit:mg/L", "from:2024-07-01", "source:变更").Self("2024-06-30", "70").Self("2024-07-01", "70")),
        .. Lines("a permit that ended leaves the standard, and none is known", new Plant().Outlet().Row("permit_limits", "outlet_id:DW001", "pollutant:COD", "limit_high:80", "unit:mg/L", "from:2015-01-01", "to:2024-06-30").Self("2024-06-30", "90").Self("2024-07-01", "90")),
        .. Lines("a permit of another window", new Plant().Outlet().Limit("COD", "80", more: "window:day").Self("2024-03-01T08:00", "90", "instant").Self("2024-03-01", "90")),
        .. Lines("two units of one pollutant", Cod().Self("2024-03-01", "70").Value("COD", "2024-03-02", "day", "90000", "self", unit: "ug/L").Value("COD", "2024-03-03", "day", "10000", "self", unit: "ug/L")),
        .. Lines("two units, one value each", Cod().Self("2024-03-01", "70").Value("COD", "2024-03-02", "day", "90000", "self", unit: "ug/L")),
        .. Lines("a rate beside the concentration", Cod().Limit("COD", "5", unit: "kg/h").Self("2024-03-01", "70").Value("COD", "2024-03-02", "day", "6", "self", unit: "kg/h").Value("COD", "2024-03-03", "day", "4", "self", unit: "kg/h")),
        .. Lines("values of two outlets and origins", Cod().Outlet("DW002").Limit("COD", "50", "DW002").Self("2024-03-01", "70").Value("COD", "2024-03-01", "day", "70", "supervision").Value("COD", "2024-03-01", "day", "70", "").Value("COD", "2024-03-01", "day", "70", "self", "DW002")),
        .. Lines("outside the year", Cod().Self("2023-12-31", "90").Self("2024-01-01", "70").Self("2024-12-31", "75").Self("2025-01-01", "90")),
        .. Lines("nothing of the year", Cod().Self("2023-12-31", "90").Self("2025-01-01", "90")),
        .. Lines("a month and a year", Cod().Self("2024-03-01", "85", "month").Self("2024-01-01", "85", "year")),
        .. Lines("an unknown pollutant", new Plant().Outlet().Value("某物", "2024-03-01", "day", "4", "self")),
        .. Lines("a state of the stream with a limit elsewhere", new Plant().Outlet("DA001", "air").Limit("氧气含量", "10", "DA002", "%").Limit("NOx", "10", "DA001", "mg/m3").Value("氧气含量", "2024-03-01T08:00", "hour", "11", "self", "DA001", "%")),
        .. Lines("a state of the stream with a limit of the permit", new Plant().Outlet("DA001", "air").Limit("氧气含量", "10", "DA001", "%").Value("氧气含量", "2024-03-01T08:00", "hour", "11", "self", "DA001", "%")),
    ]);

    [Fact]
    public void Automatic_values_come_to_the_approved_facts() => Approved.Check("tests/CleanProd.Rules.Tests/Facts/Building/MonitoringMeans.txt",
    [
        .. Lines("a day of hours to water", Cod().Hours("COD", "2024-03-01", 24, "81")),
        .. Lines("twenty hours, and one over", Cod().Hours("COD", "2024-03-01", 20, "60").Value("COD", "2024-03-01T21:00", "hour", "99")),
        .. Lines("nineteen hours, of which one over", Cod().Hours("COD", "2024-03-01", 18, "60").Value("COD", "2024-03-01T21:00", "hour", "99")),
        .. Lines("a day of hours beside the reported day", Cod().Hours("COD", "2024-03-01", 24, "81").Value("COD", "2024-03-01", "day", "60")),
        .. Lines("a day of hours beside a blank day", Cod().Hours("COD", "2024-03-01", 24, "81").Value("COD", "2024-03-01", "day", "")),
        .. Lines("two days of hours beside the second reported", Cod().Hours("COD", "2024-03-01", 24, "81").Hours("COD", "2024-03-02", 24, "81").Value("COD", "2024-03-02", "day", "60")),
        .. Lines("a day of hours where the permit says hour", new Plant().Outlet().Limit("COD", "80", more: "window:hour").Hours("COD", "2024-03-01", 24, "81")),
        .. Lines("a day of hours where the permit says both", new Plant().Outlet().Limit("COD", "80", more: "window:hour").Limit("COD", "70", more: "window:day").Hours("COD", "2024-03-01", 24, "75")),
        .. Lines("a day of hours without any limit", new Plant().Outlet().Hours("COD", "2024-03-01", 24, "81")),
        .. Lines("hours with a limit of their own", Cod().Hours("COD", "2024-03-01", 24, "81", more: "limit_high:90")),
        .. Lines("an hour over with a limit of its own among others", Cod().Hours("COD", "2024-03-01", 23, "60").Value("COD", "2024-03-01T23:00", "hour", "99", more: "limit_high:90")),
        .. Lines("a day of hours to air", Air().AirHours(23, "60").AirHour("23:00", "101")),
        .. Lines("a day of hours to air where the permit says day", new Plant("C3011").Outlet("DA001", "air").Limit("NOx", "100", "DA001", "mg/m3", "window:day").AirHours(23, "60").AirHour("23:00", "101")),
        .. Lines("minutes of an hour to air", Minutes(Air(), 60, "120")),
        .. Lines("minutes of an hour to air, each over and 44 valid", Minutes(Air(), 44, "120")),
        .. Lines("minutes of an hour beside the reported hour", Minutes(Air(), 60, "120").AirHour("08:00", "90")),
        .. Lines("minutes of which sixteen are invalid beside the reported hour", Minutes(Air(), 44, "50").AirHour("08:00", "120").AirHour("09:00", "120")),
        .. Lines("minutes of which fifteen are invalid beside the reported hour", Minutes(Air(), 45, "50").AirHour("08:00", "120")),
        .. Lines("five hours invalid beside the reported day, four of the next", [Invalid(5, "2024-03-01"), Invalid(4, "2024-03-02")]),
        .. Lines("invalid hours where the day is missing", [Invalid(5, "2024-03-01", day: null)]),
        .. Lines("flags of every kind", Cod().Flagged('N', 'F', 'M', 'S', 'D', 'C', 'T', 'B', 'n', 'X', 'Q')),
        .. Lines("flags of every kind at a cement works", Cod("C3011").Flagged('N', 'F', 'M', 'S', 'D', 'C', 'T', 'B', 'n', 'X', 'Q')),
        .. Lines("minutes of which every other is invalid form no hour", Minutes(Air(), Enumerable.Range(0, 12).Select(i => (i * 5, i % 2 == 0)), "120")),
        .. Lines("ten minutes apart invalid, among readings every five", Minutes(Air(), Enumerable.Range(0, 12).Select(i => (i * 5, i is not (2 or 4 or 6))), "90").AirHour("08:00", "120")),
        .. Lines("a day of reported and of formed hours", FormedHours(Cod().Hours("COD", "2024-03-01", 12, "81"))),
        .. Lines("a day of reported and of formed hours without any limit", FormedHours(new Plant().Outlet().Hours("COD", "2024-03-01", 12, "81"))),
        .. Lines("a day of hours to air without any limit", new Plant("C3011").Outlet("DA001", "air").AirHours(24, "101")),
        .. Lines("a limit of hours for another pollutant", Cod().Limit("氨氮", "8", more: "window:hour").Limit("COD", "70", "DW002", more: "window:hour").Hours("COD", "2024-03-01", 24, "81")),
        .. Lines("a load of the permit tells no window", Cod().Limit("COD", "80", unit: "kg/d", more: "window:day").Limit("COD", "75", more: "window:hour").Hours("COD", "2024-03-01", 24, "81")),
        .. Lines("a formed day stands among those of others", Cod().Hours("COD", "2024-03-01", 24, "81").Value("COD", "2024-03-01", "day", "70", "").Value("COD", "2024-03-01", "day", "71", "self").Value("COD", "2024-03-01", "month", "72").Value("COD", "2024-03-01T09:00", "instant", "73", "self")),
        .. Lines("a formed day stands before a reported one", Cod().Hours("COD", "2024-03-01", 24, "81").Value("COD", "2024-03-02", "day", "90")),
        .. Lines("hours over the range and not detected among the hours of a day", Cod().Hours("COD", "2024-03-01", 21, "60").Value("COD", "2024-03-01T21:00", "hour", "500", more: "flag:T").Value("COD", "2024-03-02T22:00", "hour", "ND")),
        .. Lines("a shutdown of two days, one of them with a flow", Cod().Value("COD", "2024-03-05", "day", "90").Value("COD", "2024-03-06", "day", "90", more: "volume_m3:5").Value("COD", "2024-03-07", "day", "90").Said("shutdown[2024-03-05..2024-03-06]")),
        .. Lines("a shutdown with a flow of nought", Cod().Value("COD", "2024-03-05", "day", "90", more: "volume_m3:0").Said("shutdown[2024-03-05..2024-03-06]")),
        .. Lines("a repair that a flow does not end", Cod().Value("COD", "2024-03-05", "day", "90", more: "volume_m3:9").Said("DW001.maintenance[2024-03-05..2024-03-05]")),
        .. Lines("outages of which one cannot be read", Cod().Value("COD", "2024-03-05", "day", "70").Said("shutdown[March]").Said("DW001.maintenance[2024-05-02..2024-05-01]")),
        .. Lines("a foreign plant reads flags alone", new Plant("C3011", "Ohio").Outlet().Limit("COD", "80").Hours("COD", "2024-03-01", 24, "81").Value("COD", "2024-03-02T08:00", "hour", "99", more: "flag:M").Said("shutdown[2024-03-01..2024-03-01]")),
        .. Lines("the authority beside the plant", Cod().Self("2024-03-01", "85").Value("COD", "2024-03-01", "day", "75", "supervision").Self("2024-03-02", "75").Value("COD", "2024-03-02", "day", "85", "supervision").Self("2024-03-03", "85").Value("COD", "2024-03-03", "day", "95", "supervision")),
        .. Lines("more drained than the base", Cod().Self("2024-03-01", "70").Self("2024-03-02", "70").Self("2024-03-03", "<70").Said("drainage_ratio[2024-03-01]=1.25").Said("drainage_ratio[2024-03-03]=1.25")),
        .. Lines("more drained, to air and by load", new Plant().Outlet("DA001", "air").Limit("NOx", "100", "DA001", "mg/m3").Value("NOx", "2024-03-01T08:00", "hour", "90", "self", "DA001", "mg/m3").Outlet().Limit("COD", "5", unit: "kg/h").Value("COD", "2024-03-01", "day", "4.5", "self", unit: "kg/h").Said("drainage_ratio=1.25")),
    ]);

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

    private static string[] Lines(string what, Plant[] plants) => [what, .. plants.SelectMany(p => Told.Of("monitoring", p.Facts().Monitoring))];

    private static Plant Cod(string industry = "C1713") => new Plant(industry).Outlet().Limit("COD", "80");

    private static Plant Ph(string value) => new Plant().Outlet().Ph(value);

    private static Plant Air() => new Plant("C3011").Outlet("DA001", "air").Limit("NOx", "100", "DA001", "mg/m3");

    private static Plant Summary(string year, params string[] more) => new Plant().Outlet().Row("monitoring_summaries", ["outlet_id:DW001", "pollutant:COD", $"year:{year}", "unit:mg/L", .. more]);

    private static Plant Minutes(Plant plant, int valid, string value)
    {
        for (var minute = 0; minute < 60; minute++)
            plant.Value("NOx", $"2024-03-01T08:{minute:00}", "instant", value, outlet: "DA001", unit: "mg/m3", more: minute < valid ? "flag:N" : "flag:C");
        return plant;
    }

    private static Plant Minutes(Plant plant, IEnumerable<(int Minute, bool IsValid)> minutes, string value)
    {
        foreach (var (minute, isValid) in minutes) plant.Value("NOx", $"2024-03-01T08:{minute:00}", "instant", value, outlet: "DA001", unit: "mg/m3", more: isValid ? "flag:N" : "flag:C");
        return plant;
    }

    // Four readings make an hour; ten such hours after noon.
    private static Plant FormedHours(Plant plant)
    {
        for (var hour = 12; hour < 22; hour++)
            foreach (var minute in (int[])[0, 15, 30, 45]) plant.Value("COD", $"2024-03-01T{hour:00}:{minute:00}", "instant", "90");
        return plant;
    }

    private static Plant Invalid(int hours, string date, string? day = "90")
    {
        var plant = Cod();
        if (day is not null) plant.Value("COD", date, "day", day);
        for (var hour = 0; hour < 24; hour++) plant.Value("COD", $"{date}T{hour:00}:00", "hour", "60", more: hour < hours ? "flag:M" : "flag:N");
        return plant;
    }
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
