using static CleanProd.Rules.Tests.Facts.Building.StackPlants;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>What is known of outlets, oxygen and the plant decides by which limit of a standard a value is judged.</summary>
public class StandardFactsTests
{
    private static readonly Dictionary<string, Func<Plant>> Plants = new()
    {
        ["oxygen of the same hour"] = () => Boiler().Sulphur("36").Oxygen("8.5"),
        ["oxygen as a share"] = () => Boiler().Sulphur("36").Value("氧气含量", "2024-03-01T08:00", "hour", "0.085", "self", "DA001", "1"),
        ["oxygen that was marked"] = () => Boiler().Sulphur("36").Oxygen("8.5", "flag:M"),
        ["oxygen that was marked normal"] = () => Boiler().Sulphur("36").Oxygen("8.5", "flag:N"),
        ["oxygen below detection"] = () => Boiler().Sulphur("36").Oxygen("<8.5"),
        ["oxygen told twice"] = () => Boiler().Sulphur("36").Oxygen("8.5").Value("氧气含量", "2024-03-01T08:00", "hour", "3.5", "automatic", "DA001", "%"),
        ["reported at reference oxygen, and oxygen beside it"] = () => Boiler().Sulphur("49").Oxygen("8.5").Said("DA001.reported_at_reference_oxygen"),
        ["reported at reference oxygen, of the plant"] = () => Boiler().Sulphur("51").Said("reported_at_reference_oxygen"),
        ["reported so at another outlet"] = () => Boiler().Sulphur("51").Said("DA002.reported_at_reference_oxygen"),
        ["what was said of the outlet comes before the plant"] = () => Boiler().Sulphur("51").Said("DA001.reported_at_reference_oxygen", "2024-01-01").No("reported_at_reference_oxygen", "2024-06-01"),
        ["the later of two"] = () => Boiler().Sulphur("51").Said("DA001.reported_at_reference_oxygen", "2024-01-01").No("DA001.reported_at_reference_oxygen", "2024-06-01"),
        ["what was said after the determination"] = () => Boiler().Sulphur("51").Said("DA001.reported_at_reference_oxygen", "2025-01-16"),
        ["a value that is denied is none"] = () => Boiler(fuel: null).Sulphur("51").No("fuel=gas", "2024-06-01").Oxygen("3.5"),
        ["another fuel"] = () => Boiler(fuel: "fuel=coal").Sulphur("51").Oxygen("3.5"),
        ["an outlet that nobody described"] = () => new Plant("C2110").Value("SO2", "2024-03-01T08:00", "hour", "36", "self", "DA001", "mg/m3"),
        ["an outlet of an industry nobody told"] = () => new Plant("").Outlet("DW001", "water", "discharge:direct").Self("2024-03-01", "111"),
        ["a standard named, of an industry nobody told"] = () => new Plant("").Outlet("DW001", "water", "discharge:direct", "grade:一级", "standard:DB44/26-2001").Self("2024-03-01", "2000"),
        ["a pollutant that nobody knows"] = () => new Plant("C2110").Outlet("DW001", "water", "discharge:direct", "grade:一级").Value("某物", "2024-03-01", "day", "4", "self"),
        ["single samples beside the day"] = () => Water().Self("2024-03-01T08:00", "91", "instant").Self("2024-03-01", "80"),
        ["hours of which a day is formed"] = () => Water().Hours("COD", "2024-03-01", 24, "91"),
        ["hours of which no day is formed"] = () => Water().Hours("COD", "2024-03-01", 12, "91"),
        ["single samples alone"] = () => Water().Self("2024-03-01T08:00", "91", "instant"),
        ["single samples beside the day of another origin"] = () => Water().Self("2024-03-01T08:00", "91", "instant").Value("COD", "2024-03-01", "day", "80", "supervision"),
        ["a load of the whole plant"] = () => new Plant("C2651", eia: "2010-06-01").Outlet("DA001", "air", "discharge:stack", "stack_height_m:20", "standard:GB 31572-2015").Value("非甲烷总烃", "2024-03-01T08:00", "hour", "10", "self", "DA001", "mg/m3").Said("special_area=no"),
        ["a load of the whole plant that somebody judged"] = () => new Plant("C2651", eia: "2010-06-01").Outlet("DA001", "air", "discharge:stack", "stack_height_m:20", "standard:GB 31572-2015").Value("非甲烷总烃", "2024-03-01T08:00", "hour", "10", "self", "DA001", "mg/m3").Said("special_area=no").Said("load_within[GB 31572-2015]"),
        ["two pollutants in one unit, of two outlets"] = () => Water().Outlet("DW002", "water", "discharge:direct", "workshop:false", "grade:二级").Self("2024-03-01", "95").Value("氨氮", "2024-03-01", "day", "11", "self").Value("COD", "2024-03-01", "day", "95", "self", "DW002"),
        ["a limit that is told anew within the year"] = () => Plating("2018-06-29", "2018-06-30"),
        ["a limit at reference oxygen that is told anew within the year"] = () => new Plant("C2110", eia: "2010-06-01").Outlet("DA001", "air", "discharge:stack", "standard:DB44/765-2019").Said("DA001.gas_source=boiler", "2020-01-01").Said("fuel=gas", "2020-01-01").Said("reported_at_reference_oxygen", "2020-01-01")
                .Value("NOx", "2020-06-30T08:00", "hour", "149", "self", "DA001", "mg/m3").Value("NOx", "2020-07-01T08:00", "hour", "149", "self", "DA001", "mg/m3").Value("NOx", "2020-07-02T08:00", "hour", "201", "self", "DA001", "mg/m3"),
        ["a mixed outlet, of an industry nobody told"] = () => new Plant("").Outlet("DW001", "water", "discharge:direct", "grade:一级").Self("2024-03-01", "101").Said("DW001.mixed[DB44/26-2001 一级:纺织染整工业]=140*10"),
        ["a mixed outlet beside it, of an industry nobody told"] = () => new Plant("").Outlet("DW001", "water", "discharge:direct", "grade:一级").Self("2024-03-01", "2000").Said("DW002.mixed[DB44/26-2001 一级:纺织染整工业]=140*10"),
        ["a stack is no mixed outlet"] = () => Boiler().Sulphur("36").Oxygen("8.5").Said("DA001.mixed[DB44/26-2001 一级:纺织染整工业]=140*10"),
        ["single samples beside the day of another pollutant and outlet"] = () => Water().Self("2024-03-01T08:00", "91", "instant").Value("氨氮", "2024-03-01", "day", "1", "self").Outlet("DW002", "water", "discharge:direct", "workshop:false", "grade:一级").Value("COD", "2024-03-01", "day", "80", "self", "DW002"),
        ["what was said on the day of the determination"] = () => Boiler().Sulphur("51").Said("DA001.reported_at_reference_oxygen", "2025-01-15"),
        ["one is said not to be high above the buildings"] = () => Stacks(high: ["DA002.stack_5_m_above_buildings"]).No("DA001.stack_5_m_above_buildings", "2024-06-01").Rate("DA001", "1").Rate("DA002", "1"),
        ["a town plant whose file names two standards"] = () => new Plant("D4620", eia: "2010-06-01").Outlet("DW001", "water", "discharge:direct", "standard:DB44/26-2001 一级 与 GB 18918-2002 一级B").Self("2024-03-01", "40.001").Said("scope[DB44/26-2001]=城镇二级污水处理厂"),
        ["a mixed outlet that cannot be read"] = () => Water().Self("2024-03-01", "70").Said("DW001.mixed[]=1*1"),
        ["moisture is no oxygen"] = () => Boiler().Sulphur("36").Value("烟气湿度", "2024-03-01T08:00", "hour", "8.5", "self", "DA001", "%"),
        ["a limit of oxygen itself"] = () => Boiler().Oxygen("8.5").Limit("氧气含量", "6", "DA001", "%"),
        ["a limit of oxygen at another stack, and of another pollutant at this one"] = () => Boiler().Oxygen("8.5").Limit("氧气含量", "6", "DA002", "%").Limit("SO2", "50", "DA001", "mg/m3"),
        ["a load of the whole plant that is not limited for what it makes"] = () => new Plant("C2651", eia: "2010-06-01").Outlet("DA001", "air", "discharge:stack", "stack_height_m:20", "standard:GB 31572-2015").Value("非甲烷总烃", "2024-03-01T08:00", "hour", "10", "self", "DA001", "mg/m3").Said("special_area=no").Said("silicone_resin"),
        ["a limit that becomes stricter within the year"] = () => Plating().Value("悬浮物", "2018-06-29", "day", "40", "self").Value("悬浮物", "2018-06-30", "day", "40", "self"),
        ["a pollutant of water at a stack"] = () => new Plant("C2110", eia: "2010-06-01").Outlet("DA001", "air", "discharge:stack").Value("w01018", "2024-03-01", "day", "95", "self", "DA001"),
        ["what is burnt is not told, and the value is over whatever it is"] = () => new Plant("C2110", eia: "2010-06-01").Outlet("DA001", "air", "discharge:stack", "grade:二级", "stack_height_m:20").Value("SO2", "2024-03-01T08:00", "hour", "5000", "self", "DA001", "mg/m3"),
    };

    private static readonly Dictionary<string, int> Years = new()
    {
        ["a limit that is told anew within the year"] = 2018,
        ["a limit at reference oxygen that is told anew within the year"] = 2020,
        ["a limit that becomes stricter within the year"] = 2018,
    };

    private static readonly ApprovedTable Table = new("tests/CleanProd.Rules.Tests/Facts/Building/StandardFacts.txt", Plants.Keys, what => Told.Of("monitoring", Plants[what]().Facts(Years.GetValueOrDefault(what, 2024)).Monitoring).Select(l => l.TrimStart()), 1);

    public static TheoryData<int> Parts => new(Table.Parts);

    [Theory]
    [MemberData(nameof(Parts))]
    public void Facts_of_outlets_and_oxygen_come_to_the_approved_facts(int part) => Table.Check(part);

    [Fact]
    public void The_approved_facts_are_of_these() => Table.CheckInputs();
}
