namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>What automatic values come to: means formed of their parts, means that fall for want of them, flags, outages and the authority beside the plant.</summary>
public class MonitoringMeansTests
{
    private static readonly Dictionary<string, Func<Plant>> Plants = new()
    {
        ["a day of hours to water"] = () => Cod().Hours("COD", "2024-03-01", 24, "81"),
        ["twenty hours, and one over"] = () => Cod().Hours("COD", "2024-03-01", 20, "60").Value("COD", "2024-03-01T21:00", "hour", "99"),
        ["nineteen hours, of which one over"] = () => Cod().Hours("COD", "2024-03-01", 18, "60").Value("COD", "2024-03-01T21:00", "hour", "99"),
        ["a day of hours beside the reported day"] = () => Cod().Hours("COD", "2024-03-01", 24, "81").Value("COD", "2024-03-01", "day", "60"),
        ["a day of hours beside a blank day"] = () => Cod().Hours("COD", "2024-03-01", 24, "81").Value("COD", "2024-03-01", "day", ""),
        ["two days of hours beside the second reported"] = () => Cod().Hours("COD", "2024-03-01", 24, "81").Hours("COD", "2024-03-02", 24, "81").Value("COD", "2024-03-02", "day", "60"),
        ["a day of hours where the permit says hour"] = () => new Plant().Outlet().Limit("COD", "80", more: "window:hour").Hours("COD", "2024-03-01", 24, "81"),
        ["a day of hours where the permit says both"] = () => new Plant().Outlet().Limit("COD", "80", more: "window:hour").Limit("COD", "70", more: "window:day").Hours("COD", "2024-03-01", 24, "75"),
        ["a day of hours without any limit"] = () => new Plant().Outlet().Hours("COD", "2024-03-01", 24, "81"),
        ["hours with a limit of their own"] = () => Cod().Hours("COD", "2024-03-01", 24, "81", more: "limit_high:90"),
        ["an hour over with a limit of its own among others"] = () => Cod().Hours("COD", "2024-03-01", 23, "60").Value("COD", "2024-03-01T23:00", "hour", "99", more: "limit_high:90"),
        ["an hour under a lower limit of its own among others"] = () => Cod().Hours("COD", "2024-03-01", 23, "60").Value("COD", "2024-03-01T23:00", "hour", "4", more: "limit_low:5"),
        ["a day of hours to air"] = () => Air().AirHours(23, "60").AirHour("23:00", "101"),
        ["a day of hours to air where the permit says day"] = () => new Plant("C3011").Outlet("DA001", "air").Limit("NOx", "100", "DA001", "mg/m3", "window:day").AirHours(23, "60").AirHour("23:00", "101"),
        ["minutes of an hour to air"] = () => Minutes(Air(), 60, "120"),
        ["minutes of an hour to air, each over and 44 valid"] = () => Minutes(Air(), 44, "120"),
        ["minutes of an hour beside the reported hour"] = () => Minutes(Air(), 60, "120").AirHour("08:00", "90"),
        ["minutes of which sixteen are invalid beside the reported hour"] = () => Minutes(Air(), 44, "50").AirHour("08:00", "120").AirHour("09:00", "120"),
        ["minutes of which fifteen are invalid beside the reported hour"] = () => Minutes(Air(), 45, "50").AirHour("08:00", "120"),
        ["five hours invalid beside the reported day"] = () => Invalid(5, "2024-03-01"),
        ["four hours invalid beside the reported day"] = () => Invalid(4, "2024-03-02"),
        ["invalid hours where the day is missing"] = () => Invalid(5, "2024-03-01", day: null),
        ["flags of every kind"] = () => Cod().Flagged('N', 'F', 'M', 'S', 'D', 'C', 'T', 'B', 'n', 'X', 'Q'),
        ["flags of every kind at a cement works"] = () => Cod("C3011").Flagged('N', 'F', 'M', 'S', 'D', 'C', 'T', 'B', 'n', 'X', 'Q'),
        ["minutes of which every other is invalid form no hour"] = () => Minutes(Air(), Enumerable.Range(0, 12).Select(i => (i * 5, i % 2 == 0)), "120"),
        ["ten minutes apart invalid, among readings every five"] = () => Minutes(Air(), Enumerable.Range(0, 12).Select(i => (i * 5, i is not (2 or 4 or 6))), "90").AirHour("08:00", "120"),
        ["a day of reported and of formed hours"] = () => FormedHours(Cod().Hours("COD", "2024-03-01", 12, "81")),
        ["a day of reported and of formed hours without any limit"] = () => FormedHours(new Plant().Outlet().Hours("COD", "2024-03-01", 12, "81")),
        ["a day of hours to air without any limit"] = () => new Plant("C3011").Outlet("DA001", "air").AirHours(24, "101"),
        ["a limit of hours for another pollutant"] = () => Cod().Limit("氨氮", "8", more: "window:hour").Limit("COD", "70", "DW002", more: "window:hour").Hours("COD", "2024-03-01", 24, "81"),
        ["a load of the permit tells no window"] = () => Cod().Limit("COD", "80", unit: "kg/d", more: "window:day").Limit("COD", "75", more: "window:hour").Hours("COD", "2024-03-01", 24, "81"),
        ["a formed day stands among those of others"] = () => Cod().Hours("COD", "2024-03-01", 24, "81").Value("COD", "2024-03-01", "day", "70", "").Value("COD", "2024-03-01", "day", "71", "self").Value("COD", "2024-03-01", "month", "72").Value("COD", "2024-03-01T09:00", "instant", "73", "self"),
        ["a formed day stands before a reported one"] = () => Cod().Hours("COD", "2024-03-01", 24, "81").Value("COD", "2024-03-02", "day", "90"),
        ["hours over the range and not detected among the hours of a day"] = () => Cod().Hours("COD", "2024-03-01", 21, "60").Value("COD", "2024-03-01T21:00", "hour", "500", more: "flag:T").Value("COD", "2024-03-02T22:00", "hour", "ND"),
        ["a shutdown of two days, one of them with a flow"] = () => Cod().Value("COD", "2024-03-05", "day", "90").Value("COD", "2024-03-06", "day", "90", more: "volume_m3:5").Value("COD", "2024-03-07", "day", "90").Said("shutdown[2024-03-05..2024-03-06]"),
        ["a shutdown with a flow of nought"] = () => Cod().Value("COD", "2024-03-05", "day", "90", more: "volume_m3:0").Said("shutdown[2024-03-05..2024-03-06]"),
        ["a repair that a flow does not end"] = () => Cod().Value("COD", "2024-03-05", "day", "90", more: "volume_m3:9").Said("DW001.maintenance[2024-03-05..2024-03-05]"),
        ["outages of which one cannot be read"] = () => Cod().Value("COD", "2024-03-05", "day", "70").Said("shutdown[March]").Said("DW001.maintenance[2024-05-02..2024-05-01]"),
        ["a foreign plant reads flags alone"] = () => new Plant("C3011", "Ohio").Outlet().Limit("COD", "80").Hours("COD", "2024-03-01", 24, "81").Value("COD", "2024-03-02T08:00", "hour", "99", more: "flag:M").Said("shutdown[2024-03-01..2024-03-01]"),
        ["the authority beside the plant"] = () => Cod().Self("2024-03-01", "85").Value("COD", "2024-03-01", "day", "75", "supervision").Self("2024-03-02", "75").Value("COD", "2024-03-02", "day", "85", "supervision").Self("2024-03-03", "85").Value("COD", "2024-03-03", "day", "95", "supervision"),
        ["more drained than the base"] = () => Cod().Self("2024-03-01", "70").Self("2024-03-02", "70").Self("2024-03-03", "<70").Said("drainage_ratio[2024-03-01]=1.25").Said("drainage_ratio[2024-03-03]=1.25"),
        ["more drained, to air and by load"] = () => new Plant().Outlet("DA001", "air").Limit("NOx", "100", "DA001", "mg/m3").Value("NOx", "2024-03-01T08:00", "hour", "90", "self", "DA001", "mg/m3").Outlet().Limit("COD", "5", unit: "kg/h").Value("COD", "2024-03-01", "day", "4.5", "self", unit: "kg/h").Said("drainage_ratio=1.25"),
    };

    private static readonly ApprovedTable Table = new("tests/CleanProd.Rules.Tests/Facts/Building/MonitoringMeans.txt", Plants.Keys, what => Told.Of("monitoring", Plants[what]().Facts().Monitoring).Select(l => l.TrimStart()), 2);

    public static TheoryData<int> Parts => new(Table.Parts);

    [Theory]
    [MemberData(nameof(Parts))]
    public void Automatic_values_come_to_the_approved_facts(int part) => Table.Check(part);

    [Fact]
    public void The_approved_automatic_values_are_these() => Table.CheckInputs();

    private static Plant Cod(string industry = "C1713") => new Plant(industry).Outlet().Limit("COD", "80");

    private static Plant Air() => new Plant("C3011").Outlet("DA001", "air").Limit("NOx", "100", "DA001", "mg/m3");

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
