namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>What measured values come to against limits of rows, permits and standards, with evidence, months, readings and what is missing.</summary>
public class MonitoringValuesTests
{
    private static readonly Dictionary<string, Func<Plant>> Plants = new()
    {
        ["nothing"] = () => new Plant(),
        ["an outlet without values"] = () => new Plant().Outlet(),
        ["two outlets without values"] = () => new Plant().Outlet().Outlet("DW002"),
        ["within, nearest first of two alike"] = () => Cod().Self("2024-03-01", "40").Self("2024-04-01", "72").Self("2024-05-01", "72").Self("2024-05-02", "10"),
        ["over on two days of one month and a third"] = () => Cod().Self("2024-03-01T08:00", "81", "instant").Self("2024-03-01T09:00", "90", "instant").Self("2024-03-09T08:00", "160", "instant").Self("2024-05-01T08:00", "100", "instant"),
        ["below and above detection"] = () => Cod().Self("2024-03-01", "<4").Self("2024-03-02", "<90").Self("2024-03-03", ">70").Self("2024-03-04", ">100").Self("2024-03-05", "ND").Self("2024-03-06", ""),
        ["nothing but blanks"] = () => Cod().Self("2024-03-06", ""),
        ["not detected alone"] = () => Cod().Self("2024-03-06", "ND"),
        ["a limit of the row comes before the permit"] = () => Cod().Value("COD", "2024-03-01", "day", "75", "self", more: "limit_high:70").Self("2024-03-02", "75"),
        ["two limits of rows"] = () => new Plant().Outlet().Value("COD", "2024-03-01", "day", "75", "self", more: "limit_high:70").Value("COD", "2024-03-02", "day", "75", "self", more: "limit_high:80"),
        ["a lower limit alone"] = () => new Plant().Outlet().Value("溶解氧", "2024-03-01", "day", "4", "self", more: "limit_low:5").Value("溶解氧", "2024-03-02", "day", "6", "self", more: "limit_low:5"),
        ["a lower limit and nought"] = () => new Plant().Outlet().Value("溶解氧", "2024-03-01", "day", "0", "self", more: "limit_low:5"),
        ["pH between two limits"] = () => Ph("6").Ph("9").Ph("7.2"),
        ["pH outside of them"] = () => Ph("5.9").Ph("9.1").Ph("7.2"),
        ["a mean of pH"] = () => new Plant().Outlet().Value("pH值", "2024-03-01", "day", "9.5", "self", unit: "无量纲", more: ["limit_low:6", "limit_high:9"]),
        ["a permit that changes in the year"] = () => new Plant().Outlet().Row("permit_limits", "outlet_id:DW001", "pollutant:COD", "limit_high:80", "unit:mg/L", "from:2015-01-01", "to:2024-06-30")
            .Row("permit_limits", "outlet_id:DW001", "pollutant:COD", "limit_high:60", "unit:mg/L", "from:2024-07-01", "source:变更").Self("2024-06-30", "70").Self("2024-07-01", "70"),
        ["a permit that ended leaves the standard, and none is known"] = () => new Plant().Outlet().Row("permit_limits", "outlet_id:DW001", "pollutant:COD", "limit_high:80", "unit:mg/L", "from:2015-01-01", "to:2024-06-30").Self("2024-06-30", "90").Self("2024-07-01", "90"),
        ["a permit of another window"] = () => new Plant().Outlet().Limit("COD", "80", more: "window:day").Self("2024-03-01T08:00", "90", "instant").Self("2024-03-01", "90"),
        ["two units of one pollutant"] = () => Cod().Self("2024-03-01", "70").Value("COD", "2024-03-02", "day", "90000", "self", unit: "ug/L").Value("COD", "2024-03-03", "day", "10000", "self", unit: "ug/L"),
        ["two units, one value each"] = () => Cod().Self("2024-03-01", "70").Value("COD", "2024-03-02", "day", "90000", "self", unit: "ug/L"),
        ["a rate beside the concentration"] = () => Cod().Limit("COD", "5", unit: "kg/h").Self("2024-03-01", "70").Value("COD", "2024-03-02", "day", "6", "self", unit: "kg/h").Value("COD", "2024-03-03", "day", "4", "self", unit: "kg/h"),
        ["values of two outlets and origins"] = () => Cod().Outlet("DW002").Limit("COD", "50", "DW002").Self("2024-03-01", "70").Value("COD", "2024-03-01", "day", "70", "supervision").Value("COD", "2024-03-01", "day", "70", "").Value("COD", "2024-03-01", "day", "70", "self", "DW002"),
        ["outside the year"] = () => Cod().Self("2023-12-31", "90").Self("2024-01-01", "70").Self("2024-12-31", "75").Self("2025-01-01", "90"),
        ["nothing of the year"] = () => Cod().Self("2023-12-31", "90").Self("2025-01-01", "90"),
        ["a month and a year"] = () => Cod().Self("2024-03-01", "85", "month").Self("2024-01-01", "85", "year"),
        ["an unknown pollutant"] = () => new Plant().Outlet().Value("某物", "2024-03-01", "day", "4", "self"),
        ["a state of the stream with a limit elsewhere"] = () => new Plant().Outlet("DA001", "air").Limit("氧气含量", "10", "DA002", "%").Limit("NOx", "10", "DA001", "mg/m3").Value("氧气含量", "2024-03-01T08:00", "hour", "11", "self", "DA001", "%"),
        ["a state of the stream with a limit of the permit"] = () => new Plant().Outlet("DA001", "air").Limit("氧气含量", "10", "DA001", "%").Value("氧气含量", "2024-03-01T08:00", "hour", "11", "self", "DA001", "%"),
    };

    private static readonly ApprovedTable Table = new("tests/CleanProd.Rules.Tests/Facts/Building/MonitoringValues.txt", Plants.Keys, what => Told.Of("monitoring", Plants[what]().Facts().Monitoring).Select(l => l.TrimStart()), 3);

    public static TheoryData<int> Parts => new(Table.Parts);

    [Theory]
    [MemberData(nameof(Parts))]
    public void Values_against_limits_come_to_the_approved_facts(int part) => Table.Check(part);

    [Fact]
    public void The_approved_values_are_these() => Table.CheckInputs();

    private static Plant Cod() => new Plant().Outlet().Limit("COD", "80");

    private static Plant Ph(string value) => new Plant().Outlet().Ph(value);
}
