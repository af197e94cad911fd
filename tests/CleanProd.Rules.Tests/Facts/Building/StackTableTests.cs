using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using static CleanProd.Rules.Tests.Facts.Building.StackPlants;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>
/// Stacks that count as one, oxygen and recorded facts, by the standards of the place: DB44/27-2001 gives two stacks of 17 and 31 m 7.8 kg/h together, alone 2.7 and 12.9.
/// </summary>
public class StackTableTests
{
    private static readonly Dictionary<string, Func<Plant>> Plants = new()
    {
        ["together within"] = () => Stacks().Rate("DA001", "3.8").Rate("DA002", "4"),
        ["together over"] = () => Stacks().Rate("DA001", "3.8").Rate("DA002", "4.1"),
        ["below detection"] = () => Stacks().Rate("DA001", "7.8").Rate("DA002", "<0.1"),
        ["the other not measured"] = () => Stacks().Rate("DA001", "3.8"),
        ["the second alone measured"] = () => Stacks().Rate("DA002", "3.8").Rate("DA002", "12.9", "2024-03-02T08:00").Rate("DA002", "7.9", "2024-03-03T08:00"),
        ["of another hour"] = () => Stacks().Rate("DA001", "3.8").Rate("DA002", "4.1", "2024-03-01T09:00"),
        ["the other in grams"] = () => Stacks().Rate("DA001", "3.8").Value("SO2", "2024-03-01T08:00", "hour", "4100", "self", "DA002", "g/h"),
        ["of another origin"] = () => Stacks().Rate("DA001", "3.8").Value("SO2", "2024-03-01T08:00", "hour", "4.1", "supervision", "DA002", "kg/h"),
        ["a permit of the first"] = () => Stacks().Limit("SO2", "9", "DA001", "kg/h").Rate("DA001", "3.8").Rate("DA002", "4.1"),
        ["a permit of the first for its concentration"] = () => Stacks().Limit("SO2", "900", "DA001", "mg/m3").Rate("DA001", "3.8").Rate("DA002", "4.1"),
        ["a permit of a third stack"] = () => Stacks().Limit("SO2", "9", "DA003", "kg/h").Rate("DA001", "3.8").Rate("DA002", "4.1"),
        ["a permit of the first for another pollutant"] = () => Stacks().Limit("NOx", "9", "DA001", "kg/h").Rate("DA001", "3.8").Rate("DA002", "4.1"),
        ["automatic rates of which the other is over its range"] = () => Stacks().Value("SO2", "2024-03-01T08:00", "hour", "3.8", outlet: "DA001", unit: "kg/h").Value("SO2", "2024-03-01T08:00", "hour", "4.1", outlet: "DA002", unit: "kg/h", more: "flag:T"),
        ["the other is not described"] = () => Stacks().Said("equivalent_stacks[DA004,DA007]=9").Outlet("DA004", "air", "discharge:stack", "grade:二级", "stack_height_m:17", "standard:DB44/27-2001").Rate("DA004", "2.6"),
        ["a limit in the row of the first"] = () => Stacks().Value("SO2", "2024-03-01T08:00", "hour", "3.8", "self", "DA001", "kg/h", "limit_high:9").Rate("DA002", "4.1"),
        ["a lower limit in the row of the first"] = () => Stacks().Value("SO2", "2024-03-01T08:00", "hour", "3.8", "self", "DA001", "kg/h", "limit_low:1").Rate("DA002", "4.1"),
        ["far apart"] = () => Stacks("48").Rate("DA001", "2.8").Rate("DA002", "12.8"),
        ["said of another pollutant"] = () => Stacks(pollutant: ":NOx").Rate("DA001", "2.8").Rate("DA002", "12.8"),
        ["said of this pollutant"] = () => Stacks(pollutant: ":二氧化硫").Rate("DA001", "3.8").Rate("DA002", "4.1"),
        ["three in a row"] = () => Stacks().Outlet("DA003", "air", "discharge:stack", "grade:二级", "stack_height_m:31", "standard:DB44/27-2001").Said("equivalent_stacks[DA002,DA003]=20").Rate("DA001", "1").Rate("DA003", "1"),
        ["a third pair elsewhere"] = () => Stacks().Said("equivalent_stacks[DA008,DA009]=20").Rate("DA001", "3.8").Rate("DA002", "4.1"),
        ["the height of the first is not known"] = () => Stacks(first: "").Rate("DA001", "1").Rate("DA002", "1"),
        ["the height of the second is not known"] = () => Stacks(second: "").Rate("DA001", "1").Rate("DA002", "1"),
        ["grades that differ"] = () => Stacks(grade: "三级").Rate("DA001", "1").Rate("DA002", "1"),
        ["standards that differ"] = () => Stacks(standard: "GB 16297-1996").Rate("DA001", "1").Rate("DA002", "1"),
        ["only the first is high above the buildings"] = () => Stacks(high: ["DA001.stack_5_m_above_buildings"]).Rate("DA001", "3.8").Rate("DA002", "0"),
        ["each is said to be high above them"] = () => Stacks(high: ["DA001.stack_5_m_above_buildings", "DA002.stack_5_m_above_buildings"]).Rate("DA001", "3.8").Rate("DA002", "4.1"),
        ["a pair that cannot be read"] = () => Stacks().Said("equivalent_stacks[DA005]=1").Rate("DA001", "1").Rate("DA002", "1"),
        ["a concentration is judged alone"] = () => Stacks().Value("SO2", "2024-03-01T08:00", "hour", "501", "self", "DA001", "mg/m3"),
    };

    private static readonly ApprovedTable Table = new("tests/CleanProd.Rules.Tests/Facts/Building/Stacks.txt", Plants.Keys, what => Told.Of("monitoring", Plants[what]().Facts().Monitoring).Select(l => l.TrimStart()), 1);

    public static TheoryData<int> Parts => new(Table.Parts);

    [Theory]
    [MemberData(nameof(Parts))]
    public void Rates_of_near_stacks_come_to_the_approved_facts(int part) => Table.Check(part);

    [Fact]
    public void The_approved_rates_are_of_these() => Table.CheckInputs();

    [Fact]
    public void Stacks_are_explained_in_both_languages_as_approved() => Approved.Check("tests/CleanProd.Rules.Tests/Facts/Building/StacksExplained.txt",
    [
        .. Explained("together over", Stacks().Rate("DA001", "3.8").Rate("DA002", "4.1")),
        .. Explained("the other not measured", Stacks().Rate("DA001", "3.8").Rate("DA002", "4.1", "2024-03-02T08:00")),
        .. Explained("below detection", Stacks().Rate("DA001", "7.8").Rate("DA002", "<0.1")),
        .. Explained("at reference oxygen", Boiler().Sulphur("36").Oxygen("8.5")),
    ]);

    private static IEnumerable<string> Explained(string what, Plant plant) =>
    [
        what, .. ((string[])["DA001", "DA002"]).SelectMany(o => ValueExplainer.Explain(plant.Records(), ReportingPeriod.OfYear(2024), Shipped.Reference, TestFacts.AsOf, new(o), new("a21026")))
            .SelectMany(v => v.Steps.Select(s => $"  {v.Series.OutletId} {v.Standing} {v.Compared} {s.Stage}: {Told.Text(s.Text)}")),
    ];
}
