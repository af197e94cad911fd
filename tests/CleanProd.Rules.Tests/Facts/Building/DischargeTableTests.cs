using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>What reports, quotas and measurements of a pollutant come to together, whole facts approved line by line.</summary>
public class DischargeTableTests
{
    [Fact]
    public void Reports_and_quotas_of_every_kind_come_to_the_approved_facts() => Approved.Check("tests/CleanProd.Rules.Tests/Facts/Building/DischargeTable.txt",
    [
        .. Lines("nothing at all", new Plant()),
        .. Lines("a report without quotas", new Plant().Reported("COD", "6.50")),
        .. Lines("a report over its quota", new Plant().Reported("COD", "6.5").Row("quotas", "pollutant:COD", "medium:water", "from:2021-01-01", "quantity:5", "unit:t", "document:粤环〔2021〕1号", "issuer:省厅")),
        .. Lines("on its quota, of an issuer", new Plant().Reported("COD", "5").Row("quotas", "pollutant:COD", "from:2021-01-01", "quantity:5", "unit:t", "issuer:省厅")),
        .. Lines("kilograms against tonnes", new Plant().Reported("COD", "6500", unit: "kg").Quota("COD", "5")),
        .. Lines("two units of reports", new Plant().Reported("COD", "3", to: "2024-06-30").Reported("COD", "3500", from: "2024-07-01", unit: "kg").Quota("COD", "5")),
        .. Lines("the quota in kilograms", new Plant().Reported("COD", "6").Row("quotas", "pollutant:COD", "from:2021-01-01", "quantity:5000", "unit:kg")),
        .. Lines("a quota of nought", new Plant().Reported("COD", "6").Quota("COD", "0")),
        .. Lines("a quota without its quantity", new Plant().Reported("COD", "6").Quota("COD", "")),
        .. Lines("two quotas", new Plant().Reported("COD", "6").Quota("COD", "7").Quota("COD", "4", "2022-01-01")),
        .. Lines("a quota of half a year, one of the whole", new Plant().Reported("COD", "6").Quota("COD", "7").Row("quotas", "pollutant:COD", "from:2024-07-01", "quantity:1", "unit:t")),
        .. Lines("a quota that ended with the year", new Plant().Reported("COD", "6").Row("quotas", "pollutant:COD", "from:2024-01-01", "to:2024-12-31", "quantity:5", "unit:t")),
        .. Lines("a quota that ended a day too early", new Plant().Reported("COD", "6").Row("quotas", "pollutant:COD", "from:2024-01-01", "to:2024-12-30", "quantity:5", "unit:t")),
        .. Lines("a quota that began a day too late", new Plant().Reported("COD", "6").Quota("COD", "5", "2024-01-02")),
        .. Lines("a quota of another pollutant", new Plant().Reported("COD", "6").Quota("氨氮", "5")),
        .. Lines("a quota to air", new Plant().Row("discharges", "pollutant:COD", "medium:water", "from:2024-01-01", "to:2024-12-31", "quantity:6", "unit:t").Row("quotas", "pollutant:COD", "medium:air", "from:2021-01-01", "quantity:5", "unit:t")),
        .. Lines("pollutants in their order", new Plant().Reported("氨氮", "1").Reported("COD", "2").Reported("SO2", "3").Reported("未知物", "4")),
        .. Lines("a report that is blank", new Plant().Reported("COD", "").Quota("COD", "5")),
        .. Lines("a blank month among twelve", Months(new Plant(), 12, blank: 5).Quota("COD", "5")),
        .. Lines("twelve months", Months(new Plant(), 12).Quota("COD", "5")),
        .. Lines("a month in halves", Months(new Plant(), 12, skip: 3).Reported("COD", "20", from: "2024-03-01", to: "2024-03-15").Reported("COD", "7", from: "2024-03-16", to: "2024-03-31").Quota("COD", "5")),
        .. Lines("eleven months and a report of thirteen", Months(new Plant(), 11).Reported("COD", "30", from: "2023-12-01").Quota("COD", "5")),
        .. Lines("a month in cubic metres", Months(new Plant(), 11).Reported("COD", "7", from: "2024-12-01", unit: "m3")),
        .. Lines("a month in kilograms", Months(new Plant(), 11).Reported("COD", "7", from: "2024-12-01", unit: "kg").Quota("COD", "5")),
        .. Lines("eleven months", Months(new Plant(), 11).Quota("COD", "5")),
        .. Lines("twelve months within a year's report", Months(new Plant(), 12).Reported("COD", "30").Quota("COD", "5")),
        .. Lines("a report of half a year", new Plant().Reported("COD", "6", to: "2024-06-30").Quota("COD", "5")),
        .. Lines("two halves that leave a day between them", new Plant().Reported("COD", "3", to: "2024-06-29").Reported("COD", "3", from: "2024-07-01").Quota("COD", "5")),
        .. Lines("two halves, the later first", new Plant().Reported("COD", "3", from: "2024-07-01").Reported("COD", "3", to: "2024-06-30").Quota("COD", "5")),
        .. Lines("a report that reaches into the next year", new Plant().Reported("COD", "6", to: "2025-01-31").Quota("COD", "5")),
        .. Lines("a report of the year before", new Plant().Reported("COD", "6", from: "2023-01-01", to: "2023-12-31").Quota("COD", "5")),
        .. Lines("a report from the last day of the year before", new Plant().Reported("COD", "6", from: "2023-12-31").Quota("COD", "5")),
        .. Lines("two methods of the whole year", new Plant().Reported("COD", "9", "coefficient").Reported("COD", "6", "balance").Quota("COD", "5")),
        .. Lines("the better method of half a year only", new Plant().Reported("COD", "9", "coefficient").Reported("COD", "6", "manual", to: "2024-06-30").Quota("COD", "5")),
        .. Lines("two methods of half a year", new Plant().Reported("COD", "9", "coefficient", to: "2024-06-30").Reported("COD", "6", "manual", to: "2024-06-30").Quota("COD", "5")),
        .. Lines("a method that is not stated", new Plant().Reported("COD", "9", "").Reported("COD", "6", "coefficient").Quota("COD", "5")),
        .. Lines("halves of two methods", new Plant().Reported("COD", "9", "coefficient", to: "2024-06-30").Reported("COD", "6", "balance", from: "2024-07-01").Quota("COD", "5")),
        .. Lines("rows that were refused", new Plant().Reported("COD", "6").Reported("COD", "x", to: "2024-06-30").Quota("COD", "5").Quota("氨氮", "x")),
        .. Lines("measured, and nothing reported", Sampled(new Plant()).Quota("COD", "5")),
        .. Lines("measured, the quota in kilograms", Sampled(new Plant()).Row("quotas", "pollutant:COD", "from:2021-01-01", "quantity:5000", "unit:kg")),
        .. Lines("measured, the quota in what mass does not convert to", Sampled(new Plant()).Row("quotas", "pollutant:COD", "from:2021-01-01", "quantity:5000", "unit:m3")),
        .. Lines("measured by hand and calculated", Sampled(new Plant()).Reported("COD", "9", "coefficient").Quota("COD", "5")),
        .. Lines("measured by hand and reported as automatic", Sampled(new Plant()).Reported("COD", "9").Quota("COD", "5")),
        .. Lines("measured by hand and reported so, alike", Sampled(new Plant()).Reported("COD", "15.0", "manual").Quota("COD", "5")),
        .. Lines("measured by hand and reported so, less", Sampled(new Plant()).Reported("COD", "9", "manual").Quota("COD", "5")),
        .. Lines("measured by hand and reported so, more", Sampled(new Plant()).Reported("COD", "20000", "manual", unit: "kg").Quota("COD", "5")),
        .. Lines("measured by hand and half a year reported as automatic", Sampled(new Plant()).Reported("COD", "9", to: "2024-06-30").Quota("COD", "5")),
        .. Lines("measured by hand and reported in cubic metres", Sampled(new Plant()).Reported("COD", "9", unit: "m3")),
        .. Lines("measured at one of two outlets, and nothing reported", Sampled(new Plant()).Outlet("DW002").Value("COD", "2024-03-01", "day", "40", outlet: "DW002").Quota("COD", "5")),
        .. Lines("measured at one of two outlets and calculated", Sampled(new Plant()).Outlet("DW002").Value("COD", "2024-03-01", "day", "40", outlet: "DW002").Reported("COD", "9", "coefficient").Quota("COD", "5")),
        .. Lines("automatic days of a year", Automatic().Quota("COD", "5")),
        .. Lines("automatic days of a year, in kilograms", Automatic().Row("quotas", "pollutant:COD", "from:2021-01-01", "quantity:5000", "unit:kg")),
    ]);

    private static IEnumerable<string> Lines(string what, Plant plant) =>
        [what, .. Told.Of("discharge", plant.Facts().Discharges), .. Told.Of("quota", plant.Facts().Quotas)];

    private static Plant Months(Plant plant, int count, int blank = 0, int skip = 0)
    {
        for (var month = 1; month <= count; month++)
            if (month != skip) plant.Reported("COD", month == blank ? "" : Plant.Text(month), from: $"2024-{month:00}-01", to: $"2024-{month:00}-{DateTime.DaysInMonth(2024, month)}");
        return plant;
    }

    // (40 × 1000 + 60 × 1000) / 2 g a day for 300 days: 15 t.
    private static Plant Sampled(Plant plant) => plant.Outlet().Value("COD", "2024-02-01", "day", "40", "self", more: "volume_m3:1000").Value("COD", "2024-08-01", "day", "60", "self", more: "volume_m3:1000")
        .Row("indicators", "indicator:operating_days", "year:2024", "value:300");

    private static Plant Automatic() => new Plant().Outlet().Days("COD", "2023-01-01", "2023-12-31", "40", "1000").Days("COD", "2024-01-01", "2024-12-31", "20", "1000");
}
