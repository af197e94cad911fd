using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>
/// Stacks that count as one, oxygen and recorded facts, by the standards of the place: DB44/27-2001 gives two stacks of 17 and 31 m 7.8 kg/h together, alone 2.7 and 12.9.
/// </summary>
public class StackTableTests
{
    [Fact]
    public void Rates_of_near_stacks_come_to_the_approved_facts() => Approved.Check("tests/CleanProd.Rules.Tests/Facts/Building/Stacks.txt",
    [
        .. Lines("together within", Stacks().Rate("DA001", "3.8").Rate("DA002", "4")),
        .. Lines("together over", Stacks().Rate("DA001", "3.8").Rate("DA002", "4.1")),
        .. Lines("below detection", Stacks().Rate("DA001", "7.8").Rate("DA002", "<0.1")),
        .. Lines("the other not measured", Stacks().Rate("DA001", "3.8")),
        .. Lines("the second alone measured", Stacks().Rate("DA002", "3.8").Rate("DA002", "12.9", "2024-03-02T08:00").Rate("DA002", "7.9", "2024-03-03T08:00")),
        .. Lines("of another hour", Stacks().Rate("DA001", "3.8").Rate("DA002", "4.1", "2024-03-01T09:00")),
        .. Lines("the other in grams", Stacks().Rate("DA001", "3.8").Value("SO2", "2024-03-01T08:00", "hour", "4100", "self", "DA002", "g/h")),
        .. Lines("of another origin", Stacks().Rate("DA001", "3.8").Value("SO2", "2024-03-01T08:00", "hour", "4.1", "supervision", "DA002", "kg/h")),
        .. Lines("a permit of the first", Stacks().Limit("SO2", "9", "DA001", "kg/h").Rate("DA001", "3.8").Rate("DA002", "4.1")),
        .. Lines("a permit of the first for its concentration", Stacks().Limit("SO2", "900", "DA001", "mg/m3").Rate("DA001", "3.8").Rate("DA002", "4.1")),
        .. Lines("a permit of a third stack", Stacks().Limit("SO2", "9", "DA003", "kg/h").Rate("DA001", "3.8").Rate("DA002", "4.1")),
        .. Lines("a permit of the first for another pollutant", Stacks().Limit("NOx", "9", "DA001", "kg/h").Rate("DA001", "3.8").Rate("DA002", "4.1")),
        .. Lines("automatic rates of which the other is over its range", Stacks().Value("SO2", "2024-03-01T08:00", "hour", "3.8", outlet: "DA001", unit: "kg/h").Value("SO2", "2024-03-01T08:00", "hour", "4.1", outlet: "DA002", unit: "kg/h", more: "flag:T")),
        .. Lines("the other is not described", Stacks().Said("equivalent_stacks[DA004,DA007]=9").Outlet("DA004", "air", "discharge:stack", "grade:二级", "stack_height_m:17", "standard:DB44/27-2001").Rate("DA004", "2.6")),
        .. Lines("a limit in the row of the first", Stacks().Value("SO2", "2024-03-01T08:00", "hour", "3.8", "self", "DA001", "kg/h", "limit_high:9").Rate("DA002", "4.1")),
        .. Lines("a lower limit in the row of the first", Stacks().Value("SO2", "2024-03-01T08:00", "hour", "3.8", "self", "DA001", "kg/h", "limit_low:1").Rate("DA002", "4.1")),
        .. Lines("far apart", Stacks("48").Rate("DA001", "2.8").Rate("DA002", "12.8")),
        .. Lines("said of another pollutant", Stacks(pollutant: ":NOx").Rate("DA001", "2.8").Rate("DA002", "12.8")),
        .. Lines("said of this pollutant", Stacks(pollutant: ":二氧化硫").Rate("DA001", "3.8").Rate("DA002", "4.1")),
        .. Lines("three in a row", Stacks().Outlet("DA003", "air", "discharge:stack", "grade:二级", "stack_height_m:31", "standard:DB44/27-2001").Said("equivalent_stacks[DA002,DA003]=20").Rate("DA001", "1").Rate("DA003", "1")),
        .. Lines("a third pair elsewhere", Stacks().Said("equivalent_stacks[DA008,DA009]=20").Rate("DA001", "3.8").Rate("DA002", "4.1")),
        .. Lines("the height of the first is not known", Stacks(first: "").Rate("DA001", "1").Rate("DA002", "1")),
        .. Lines("the height of the second is not known", Stacks(second: "").Rate("DA001", "1").Rate("DA002", "1")),
        .. Lines("grades that differ", Stacks(grade: "三级").Rate("DA001", "1").Rate("DA002", "1")),
        .. Lines("standards that differ", Stacks(standard: "GB 16297-1996").Rate("DA001", "1").Rate("DA002", "1")),
        .. Lines("only the first is high above the buildings", Stacks(high: ["DA001.stack_5_m_above_buildings"]).Rate("DA001", "3.8").Rate("DA002", "0")),
        .. Lines("each is said to be high above them", Stacks(high: ["DA001.stack_5_m_above_buildings", "DA002.stack_5_m_above_buildings"]).Rate("DA001", "3.8").Rate("DA002", "4.1")),
        .. Lines("a pair that cannot be read", Stacks().Said("equivalent_stacks[DA005]=1").Rate("DA001", "1").Rate("DA002", "1")),
        .. Lines("a concentration is judged alone", Stacks().Value("SO2", "2024-03-01T08:00", "hour", "501", "self", "DA001", "mg/m3")),
    ]);

    [Fact]
    public void Facts_of_outlets_and_oxygen_come_to_the_approved_facts() => Approved.Check("tests/CleanProd.Rules.Tests/Facts/Building/StandardFacts.txt",
    [
        .. Lines("oxygen of the same hour", Boiler().Sulphur("36").Oxygen("8.5")),
        .. Lines("oxygen as a share", Boiler().Sulphur("36").Value("氧气含量", "2024-03-01T08:00", "hour", "0.085", "self", "DA001", "1")),
        .. Lines("oxygen that was marked", Boiler().Sulphur("36").Oxygen("8.5", "flag:M")),
        .. Lines("oxygen that was marked normal", Boiler().Sulphur("36").Oxygen("8.5", "flag:N")),
        .. Lines("oxygen below detection", Boiler().Sulphur("36").Oxygen("<8.5")),
        .. Lines("oxygen told twice", Boiler().Sulphur("36").Oxygen("8.5").Value("氧气含量", "2024-03-01T08:00", "hour", "3.5", "automatic", "DA001", "%")),
        .. Lines("reported at reference oxygen, and oxygen beside it", Boiler().Sulphur("49").Oxygen("8.5").Said("DA001.reported_at_reference_oxygen")),
        .. Lines("reported at reference oxygen, of the plant", Boiler().Sulphur("51").Said("reported_at_reference_oxygen")),
        .. Lines("reported so at another outlet", Boiler().Sulphur("51").Said("DA002.reported_at_reference_oxygen")),
        .. Lines("what was said of the outlet comes before the plant", Boiler().Sulphur("51").Said("DA001.reported_at_reference_oxygen", "2024-01-01").No("reported_at_reference_oxygen", "2024-06-01")),
        .. Lines("the later of two", Boiler().Sulphur("51").Said("DA001.reported_at_reference_oxygen", "2024-01-01").No("DA001.reported_at_reference_oxygen", "2024-06-01")),
        .. Lines("what was said after the determination", Boiler().Sulphur("51").Said("DA001.reported_at_reference_oxygen", "2025-01-16")),
        .. Lines("a value that is denied is none", Boiler(fuel: null).Sulphur("51").No("fuel=gas", "2024-06-01").Oxygen("3.5")),
        .. Lines("another fuel", Boiler(fuel: "fuel=coal").Sulphur("51").Oxygen("3.5")),
        .. Lines("an outlet that nobody described", new Plant("C2110").Value("SO2", "2024-03-01T08:00", "hour", "36", "self", "DA001", "mg/m3")),
        .. Lines("an outlet of an industry nobody told", new Plant("").Outlet("DW001", "water", "discharge:direct").Self("2024-03-01", "111")),
        .. Lines("a standard named, of an industry nobody told", new Plant("").Outlet("DW001", "water", "discharge:direct", "grade:一级", "standard:DB44/26-2001").Self("2024-03-01", "2000")),
        .. Lines("a pollutant that nobody knows", new Plant("C2110").Outlet("DW001", "water", "discharge:direct", "grade:一级").Value("某物", "2024-03-01", "day", "4", "self")),
        .. Lines("single samples beside the day", Water().Self("2024-03-01T08:00", "91", "instant").Self("2024-03-01", "80")),
        .. Lines("hours of which a day is formed", Water().Hours("COD", "2024-03-01", 24, "91")),
        .. Lines("hours of which no day is formed", Water().Hours("COD", "2024-03-01", 12, "91")),
        .. Lines("single samples alone", Water().Self("2024-03-01T08:00", "91", "instant")),
        .. Lines("single samples beside the day of another origin", Water().Self("2024-03-01T08:00", "91", "instant").Value("COD", "2024-03-01", "day", "80", "supervision")),
        .. Lines("a load of the whole plant", new Plant("C2651", eia: "2010-06-01").Outlet("DA001", "air", "discharge:stack", "stack_height_m:20", "standard:GB 31572-2015").Value("非甲烷总烃", "2024-03-01T08:00", "hour", "10", "self", "DA001", "mg/m3").Said("special_area=no")),
        .. Lines("a load of the whole plant that somebody judged", new Plant("C2651", eia: "2010-06-01").Outlet("DA001", "air", "discharge:stack", "stack_height_m:20", "standard:GB 31572-2015").Value("非甲烷总烃", "2024-03-01T08:00", "hour", "10", "self", "DA001", "mg/m3").Said("special_area=no").Said("load_within[GB 31572-2015]")),
        .. Lines("two pollutants in one unit, of two outlets", Water().Outlet("DW002", "water", "discharge:direct", "workshop:false", "grade:二级").Self("2024-03-01", "95").Value("氨氮", "2024-03-01", "day", "11", "self").Value("COD", "2024-03-01", "day", "95", "self", "DW002")),
        .. Lines("a limit that is told anew within the year", Plating("2018-06-29", "2018-06-30"), 2018),
        .. Lines("a limit at reference oxygen that is told anew within the year", new Plant("C2110", eia: "2010-06-01").Outlet("DA001", "air", "discharge:stack", "standard:DB44/765-2019").Said("DA001.gas_source=boiler", "2020-01-01").Said("fuel=gas", "2020-01-01").Said("reported_at_reference_oxygen", "2020-01-01")
            .Value("NOx", "2020-06-30T08:00", "hour", "149", "self", "DA001", "mg/m3").Value("NOx", "2020-07-01T08:00", "hour", "149", "self", "DA001", "mg/m3").Value("NOx", "2020-07-02T08:00", "hour", "201", "self", "DA001", "mg/m3"), 2020),
        .. Lines("a mixed outlet, of an industry nobody told", new Plant("").Outlet("DW001", "water", "discharge:direct", "grade:一级").Self("2024-03-01", "101").Said("DW001.mixed[DB44/26-2001 一级:纺织染整工业]=140*10")),
        .. Lines("a mixed outlet beside it, of an industry nobody told", new Plant("").Outlet("DW001", "water", "discharge:direct", "grade:一级").Self("2024-03-01", "2000").Said("DW002.mixed[DB44/26-2001 一级:纺织染整工业]=140*10")),
        .. Lines("a stack is no mixed outlet", Boiler().Sulphur("36").Oxygen("8.5").Said("DA001.mixed[DB44/26-2001 一级:纺织染整工业]=140*10")),
        .. Lines("single samples beside the day of another pollutant and outlet", Water().Self("2024-03-01T08:00", "91", "instant").Value("氨氮", "2024-03-01", "day", "1", "self").Outlet("DW002", "water", "discharge:direct", "workshop:false", "grade:一级").Value("COD", "2024-03-01", "day", "80", "self", "DW002")),
        .. Lines("what was said on the day of the determination", Boiler().Sulphur("51").Said("DA001.reported_at_reference_oxygen", "2025-01-15")),
        .. Lines("one is said not to be high above the buildings", Stacks(high: ["DA002.stack_5_m_above_buildings"]).No("DA001.stack_5_m_above_buildings", "2024-06-01").Rate("DA001", "1").Rate("DA002", "1")),
        .. Lines("a town plant whose file names two standards", new Plant("D4620", eia: "2010-06-01").Outlet("DW001", "water", "discharge:direct", "standard:DB44/26-2001 一级 与 GB 18918-2002 一级B").Self("2024-03-01", "40.001").Said("scope[DB44/26-2001]=城镇二级污水处理厂")),
        .. Lines("a mixed outlet that cannot be read", Water().Self("2024-03-01", "70").Said("DW001.mixed[]=1*1")),
    ]);

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

    private static string[] Lines(string what, Plant plant, int year = 2024) => [what, .. Told.Of("monitoring", plant.Facts(year).Monitoring)];

    // Electroplating: from 2018-06-30 on the limits of existing plants stand in other rows, with the same number for this pollutant.
    private static Plant Plating(params string[] days)
    {
        var plant = new Plant("C3360", "440200", "2010-06-01").Outlet("DW001", "water", "discharge:direct", "workshop:false", "standard:DB44/1597-2015").Said("special_area=no", "2018-01-01");
        foreach (var day in days) plant.Self(day, "60");
        return plant;
    }

    private static Plant Stacks(string distance = "47.9", string pollutant = "", string first = "17", string second = "31", string grade = "二级", string standard = "DB44/27-2001", string[]? high = null)
    {
        var plant = new Plant("C2110", eia: "2010-06-01").Outlet("DA001", "air", "discharge:stack", "grade:二级", $"stack_height_m:{first}", "standard:DB44/27-2001").Outlet("DA002", "air", "discharge:stack", $"grade:{grade}", $"stack_height_m:{second}", $"standard:{standard}")
            .Said($"equivalent_stacks[DA001,DA002{pollutant}]={distance}").Said("gas_source=process").Said("process=other");
        foreach (var topic in high ?? ["stack_5_m_above_buildings"]) plant.Said(topic);
        return plant;
    }

    private static Plant Boiler(string? fuel = "fuel=gas")
    {
        var plant = new Plant("C2110").Outlet("DA001", "air", "discharge:stack", "standard:DB44/765-2019").Said("DA001.gas_source=boiler");
        return fuel is null ? plant : plant.Said(fuel);
    }

    private static Plant Water() => new Plant("C2110", eia: "2010-06-01").Outlet("DW001", "water", "discharge:direct", "workshop:false", "grade:一级");
}

/// <summary>Rows of these tests, so that a case stays on a line.</summary>
internal static class StackRows
{
    internal static Plant Rate(this Plant plant, string outlet, string value, string at = "2024-03-01T08:00") => plant.Value("SO2", at, "hour", value, "self", outlet, "kg/h");

    internal static Plant Sulphur(this Plant plant, string value) => plant.Value("SO2", "2024-03-01T08:00", "hour", value, "self", "DA001", "mg/m3");

    internal static Plant Oxygen(this Plant plant, string value, string more = "flag:") => plant.Value("氧气含量", "2024-03-01T08:00", "hour", value, "self", "DA001", "%", more);

    internal static Plant No(this Plant plant, string topic, string on) => plant.Row("discretion", $"topic:{topic}", "value:no", "decided_by:某局", $"decided_on:{on}", "reason:现场核查");
}
