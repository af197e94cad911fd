using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>Single values as a chart shows them and as they are explained: limit, standing, remarks and months, approved line by line.</summary>
public class JudgedTableTests
{
    private static readonly Dictionary<string, Func<Plant>> Plants = new()
    {
        ["own values"] = () => new Plant().Outlet().Limit("COD", "80").Self("2024-03-01", "70").Self("2024-03-02", "90").Self("2024-03-03", "<90").Self("2024-03-04", "ND").Self("2024-03-05", "").Self("2024-03-06T08:00", ">70", "instant"),
        ["own values without a limit"] = () => new Plant().Outlet().Self("2024-03-01", "70").Self("2024-04-01", "70", "month").Self("2024-01-01", "70", "year"),
        ["limits of the rows"] = () => new Plant().Outlet().Value("COD", "2024-03-01", "day", "4", "self", more: "limit_low:5").Value("COD", "2024-03-02", "day", "4", "self", more: ["limit_low:5", "limit_high:9"]).Value("COD", "2024-03-03", "day", "0", "self", more: "limit_high:0"),
        ["flags and gaps of automatic days"] = () => new Plant().Outlet().Limit("COD", "80").Value("COD", "2024-03-01", "day", "90", more: "flag:M").Value("COD", "2024-03-02", "day", "90", more: "flag:T").Value("COD", "2024-03-03", "day", "").Value("COD", "2024-03-04", "day", "70", more: "flag:N").Value("COD", "2024-02-29", "day", "70"),
        ["an outage and a standstill in part"] = () => new Plant().Outlet().Limit("COD", "80").Value("COD", "2024-03-02", "day", "90").Value("COD", "2024-03-12", "day", "70").Said("DW001.maintenance[2024-03-02..2024-03-02]").Said("shutdown[2024-04-01..2024-04-10]").Said("DW002.shutdown[2024-05-01..2024-05-10]"),
        ["hours and the mean of their day"] = () => new Plant().Outlet().Limit("COD", "80").Hours("COD", "2024-03-01", 20, "60").Value("COD", "2024-03-01T22:00", "hour", "99").Value("COD", "2024-03-02T01:00", "hour", "99").Value("COD", "2024-03-02T02:00", "hour", "70"),
        ["the authority decides"] = () => new Plant().Outlet().Limit("COD", "80").Self("2024-03-01", "85").Value("COD", "2024-03-01", "day", "75", "supervision").Value("COD", "2024-03-02", "day", "75", ""),
        ["converted to the base drainage"] = () => new Plant().Outlet().Limit("COD", "80").Self("2024-03-01", "70").Said("drainage_ratio[2024-03-01]=1.25"),
        ["two units of one pollutant, two outlets"] = () => new Plant().Outlet().Outlet("DW002").Limit("COD", "80").Self("2024-03-03", "70").Value("COD", "2024-03-01", "day", "90000", "self", unit: "ug/L").Value("COD", "2024-03-02", "day", "70", "self", "DW002"),
        ["a standard of the place"] = () => Standard("90.1"),
        ["a standard of the place that asks a fact"] = () => Standard("100", grade: ""),
        ["hours held against the limit of their day"] = () => new Plant().Outlet().Limit("COD", "80", more: "window:day").Value("COD", "2024-03-02T01:00", "hour", "99").Value("COD", "2024-03-02T02:00", "hour", "70"),
        ["a limit of another window"] = () => new Plant().Outlet().Limit("COD", "80", more: "window:hour").Self("2024-03-01", "90").Self("2024-03-01T08:00", "90", "hour"),
        ["the authority finds more than the plant"] = () => new Plant().Outlet().Limit("COD", "80").Self("2024-03-01", "75").Value("COD", "2024-03-01", "day", "85", "supervision"),
        ["two findings of the authority within an hour"] = () => new Plant().Outlet().Limit("COD", "80").Value("COD", "2024-03-01T08:10", "hour", "75", "supervision").Value("COD", "2024-03-01T08:40", "hour", "85", "supervision"),
        ["single samples beside the day"] = () => Standard("80").Self("2024-03-01T08:00", "91", "instant"),
        ["a standard of the place, within it whatever the fact"] = () => Standard("80", grade: ""),
        ["converted at the second of two outlets, the first a stack"] = () => new Plant().Outlet("DA001", "air").Outlet().Limit("COD", "80").Self("2024-03-01", "70").Said("drainage_ratio[2024-03-01]=1.25"),
        ["a standstill with a flow and without"] = () => new Plant().Outlet().Limit("COD", "80").Value("COD", "2024-04-01", "day", "90", more: "volume_m3:0").Value("COD", "2024-04-02", "day", "90", more: "volume_m3:5").Said("shutdown[2024-04-01..2024-04-10]"),
    };

    private static readonly ApprovedTable Table = new("tests/CleanProd.Rules.Tests/Facts/Building/Judged.txt", Plants.Keys, what => JudgedLines.Of(Plants[what]()), 1);

    public static TheoryData<int> Parts => new(Table.Parts);

    [Theory]
    [MemberData(nameof(Parts))]
    public void Values_are_charted_and_explained_as_approved(int part) => Table.Check(part);

    [Fact]
    public void The_approved_charts_are_these() => Table.CheckInputs();

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

    private static Plant Standard(string value, string grade = "一级") =>
        new Plant("C2110", eia: "2010-06-01").Outlet("DW001", "water", "discharge:direct", "workshop:false", $"grade:{grade}").Value("COD", "2024-03-01", "day", value, "self");
}
