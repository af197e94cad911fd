using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>What reports, quotas and measurements of a pollutant come to together, whole facts approved line by line.</summary>
public class DischargeTableTests
{
    private static readonly Dictionary<string, Func<Plant>> Plants = new()
    {
        ["nothing at all"] = () => new Plant(),
        ["a report without quotas"] = () => new Plant().Reported("COD", "6.50"),
        ["a report over its quota"] = () => new Plant().Reported("COD", "6.5").Row("quotas", "pollutant:COD", "medium:water", "from:2021-01-01", "quantity:5", "unit:t", "document:粤环〔2021〕1号", "issuer:省厅"),
        ["on its quota, of an issuer"] = () => new Plant().Reported("COD", "5").Row("quotas", "pollutant:COD", "from:2021-01-01", "quantity:5", "unit:t", "issuer:省厅"),
        ["kilograms against tonnes"] = () => new Plant().Reported("COD", "6500", unit: "kg").Quota("COD", "5"),
        ["two units of reports"] = () => new Plant().Reported("COD", "3", to: "2024-06-30").Reported("COD", "3500", from: "2024-07-01", unit: "kg").Quota("COD", "5"),
        ["the quota in kilograms"] = () => new Plant().Reported("COD", "6").Row("quotas", "pollutant:COD", "from:2021-01-01", "quantity:5000", "unit:kg"),
        ["a quota of nought"] = () => new Plant().Reported("COD", "6").Quota("COD", "0"),
        ["a quota without its quantity"] = () => new Plant().Reported("COD", "6").Quota("COD", ""),
        ["two quotas"] = () => new Plant().Reported("COD", "6").Quota("COD", "7").Quota("COD", "4", "2022-01-01"),
        ["a quota of half a year, one of the whole"] = () => new Plant().Reported("COD", "6").Quota("COD", "7").Row("quotas", "pollutant:COD", "from:2024-07-01", "quantity:1", "unit:t"),
        ["a quota that ended with the year"] = () => new Plant().Reported("COD", "6").Row("quotas", "pollutant:COD", "from:2024-01-01", "to:2024-12-31", "quantity:5", "unit:t"),
        ["a quota that ended a day too early"] = () => new Plant().Reported("COD", "6").Row("quotas", "pollutant:COD", "from:2024-01-01", "to:2024-12-30", "quantity:5", "unit:t"),
        ["a quota that began a day too late"] = () => new Plant().Reported("COD", "6").Quota("COD", "5", "2024-01-02"),
        ["a quota of another pollutant"] = () => new Plant().Reported("COD", "6").Quota("氨氮", "5"),
        ["a quota of another pollutant that was refused"] = () => new Plant().Reported("COD", "6").Quota("氨氮", "x"),
        ["a quota to air"] = () => new Plant().Row("discharges", "pollutant:COD", "medium:water", "from:2024-01-01", "to:2024-12-31", "quantity:6", "unit:t").Row("quotas", "pollutant:COD", "medium:air", "from:2021-01-01", "quantity:5", "unit:t"),
        ["pollutants in their order"] = () => new Plant().Reported("氨氮", "1").Reported("COD", "2").Reported("SO2", "3").Reported("未知物", "4"),
        ["a report that is blank"] = () => new Plant().Reported("COD", "").Quota("COD", "5"),
        ["a blank month among twelve"] = () => Months(new Plant(), 12, blank: 5).Quota("COD", "5"),
        ["twelve months"] = () => Months(new Plant(), 12).Quota("COD", "5"),
        ["a month in halves"] = () => Months(new Plant(), 12, skip: 3).Reported("COD", "20", from: "2024-03-01", to: "2024-03-15").Reported("COD", "7", from: "2024-03-16", to: "2024-03-31").Quota("COD", "5"),
        ["eleven months and a report of thirteen"] = () => Months(new Plant(), 11).Reported("COD", "30", from: "2023-12-01").Quota("COD", "5"),
        ["a month in cubic metres"] = () => Months(new Plant(), 11).Reported("COD", "7", from: "2024-12-01", unit: "m3"),
        ["a month in kilograms"] = () => Months(new Plant(), 11).Reported("COD", "7", from: "2024-12-01", unit: "kg").Quota("COD", "5"),
        ["eleven months"] = () => Months(new Plant(), 11).Quota("COD", "5"),
        ["twelve months within a year's report"] = () => Months(new Plant(), 12).Reported("COD", "30").Quota("COD", "5"),
        ["a report of half a year"] = () => new Plant().Reported("COD", "6", to: "2024-06-30").Quota("COD", "5"),
        ["two halves that leave a day between them"] = () => new Plant().Reported("COD", "3", to: "2024-06-29").Reported("COD", "3", from: "2024-07-01").Quota("COD", "5"),
        ["two halves, the later first"] = () => new Plant().Reported("COD", "3", from: "2024-07-01").Reported("COD", "3", to: "2024-06-30").Quota("COD", "5"),
        ["all but the last day"] = () => new Plant().Reported("COD", "6", to: "2024-12-30").Quota("COD", "5"),
        ["the last day by itself"] = () => new Plant().Reported("COD", "5", to: "2024-12-30").Reported("COD", "1", from: "2024-12-31").Quota("COD", "5"),
        ["a report that reaches into the next year"] = () => new Plant().Reported("COD", "6", to: "2025-01-31").Quota("COD", "5"),
        ["a report of the year before"] = () => new Plant().Reported("COD", "6", from: "2023-01-01", to: "2023-12-31").Quota("COD", "5"),
        ["a report from the last day of the year before"] = () => new Plant().Reported("COD", "6", from: "2023-12-31").Quota("COD", "5"),
        ["two methods of the whole year"] = () => new Plant().Reported("COD", "9", "coefficient").Reported("COD", "6", "balance").Quota("COD", "5"),
        ["the better method of half a year only"] = () => new Plant().Reported("COD", "9", "coefficient").Reported("COD", "6", "manual", to: "2024-06-30").Quota("COD", "5"),
        ["two methods of half a year"] = () => new Plant().Reported("COD", "9", "coefficient", to: "2024-06-30").Reported("COD", "6", "manual", to: "2024-06-30").Quota("COD", "5"),
        ["a method that is not stated"] = () => new Plant().Reported("COD", "9", "").Reported("COD", "6", "coefficient").Quota("COD", "5"),
        ["halves of two methods"] = () => new Plant().Reported("COD", "9", "coefficient", to: "2024-06-30").Reported("COD", "6", "balance", from: "2024-07-01").Quota("COD", "5"),
        ["rows that were refused"] = () => new Plant().Reported("COD", "6").Reported("COD", "x", to: "2024-06-30").Quota("COD", "5").Quota("氨氮", "x"),
        ["measured, and nothing reported"] = () => Sampled().Quota("COD", "5"),
        ["measured, the quota in kilograms"] = () => Sampled().Row("quotas", "pollutant:COD", "from:2021-01-01", "quantity:5000", "unit:kg"),
        ["measured, the quota in what mass does not convert to"] = () => Sampled().Row("quotas", "pollutant:COD", "from:2021-01-01", "quantity:5000", "unit:m3"),
        ["measured by hand and calculated"] = () => Sampled().Reported("COD", "9", "coefficient").Quota("COD", "5"),
        ["measured by hand and reported as automatic"] = () => Sampled().Reported("COD", "9").Quota("COD", "5"),
        ["measured by hand and reported so, alike"] = () => Sampled().Reported("COD", "15.0", "manual").Quota("COD", "5"),
        ["measured by hand and reported so, rounded"] = () => Sampled("40.1").Reported("COD", "15", "manual").Quota("COD", "5"),
        ["measured by hand and reported so, less"] = () => Sampled().Reported("COD", "9", "manual").Quota("COD", "5"),
        ["measured by hand and reported so, more"] = () => Sampled().Reported("COD", "20000", "manual", unit: "kg").Quota("COD", "5"),
        ["measured by hand and half a year reported as automatic"] = () => Sampled().Reported("COD", "9", to: "2024-06-30").Quota("COD", "5"),
        ["measured by hand and reported in cubic metres"] = () => Sampled().Reported("COD", "9", unit: "m3"),
        ["measured at one of two outlets, and nothing reported"] = () => Sampled().Outlet("DW002").Value("COD", "2024-03-01", "day", "40", outlet: "DW002").Quota("COD", "5"),
        ["measured at one of two outlets and calculated"] = () => Sampled().Outlet("DW002").Value("COD", "2024-03-01", "day", "40", outlet: "DW002").Reported("COD", "9", "coefficient").Quota("COD", "5"),
        ["automatic days of a year"] = () => Automatic().Quota("COD", "5"),
        ["automatic days of a year, in kilograms"] = () => Automatic().Row("quotas", "pollutant:COD", "from:2021-01-01", "quantity:5000", "unit:kg"),
    };

    private static readonly ApprovedTable Table = new("tests/CleanProd.Rules.Tests/Facts/Building/DischargeTable.txt", Plants.Keys, what => Lines(Plants[what]().Facts()), 2);

    public static TheoryData<int> Parts => new(Table.Parts);

    [Theory]
    [MemberData(nameof(Parts))]
    public void Reports_and_quotas_of_every_kind_come_to_the_approved_facts(int part) => Table.Check(part);

    [Fact]
    public void The_approved_reports_and_quotas_are_these() => Table.CheckInputs();

    private static IEnumerable<string> Lines(FacilityFacts facts) =>
        Told.Of("discharge", facts.Discharges).Concat(Told.Of("quota", facts.Quotas)).Select(l => l.TrimStart());

    private static Plant Months(Plant plant, int count, int blank = 0, int skip = 0)
    {
        for (var month = 1; month <= count; month++)
            if (month != skip) plant.Reported("COD", month == blank ? "" : Plant.Text(month), from: $"2024-{month:00}-01", to: $"2024-{month:00}-{DateTime.DaysInMonth(2024, month)}");
        return plant;
    }

    // A place that is not told is asked no standard, which takes long.
    private static Plant Placeless() => new Plant(region: "").Outlet();

    // (40 × 1000 + 60 × 1000) / 2 g a day for 300 days: 15 t.
    private static Plant Sampled(string february = "40") => Placeless().Value("COD", "2024-02-01", "day", february, "self", more: "volume_m3:1000").Value("COD", "2024-08-01", "day", "60", "self", more: "volume_m3:1000")
        .Row("indicators", "indicator:operating_days", "year:2024", "value:300");

    private static Plant Automatic() => Placeless().Days("COD", "2023-01-01", "2023-12-31", "40", "1000").Days("COD", "2024-01-01", "2024-12-31", "20", "1000");
}
