using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Import;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>Values without a limit of their own or of a permit are held against the standard.</summary>
public class StandardLimitsTests
{
    private static readonly string[] Furniture = ["region:440100", "industry:C2110", "eia_approved_on:2010-06-01"];

    [Fact]
    public void Evidence_names_the_standard_and_the_clause()
    {
        var item = Assert.Single(Facts(Furniture, Outlet("grade:一级"), Day("90"), Day("90.1", "2024-03-02")).Monitoring);
        Assert.Equal((1, 0, 90m), (item.ExceedanceCount, item.IndeterminateCount, item.LimitHigh));
        Assert.StartsWith("DB44/26-2001 表4", Assert.Single(item.Evidence).Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_fact_leaves_undetermined_only_what_it_decides()
    {
        var list = Facts(Furniture, Outlet("grade:"), Day("100")).Monitoring;
        Assert.Equal((0, 1, true), (list[0].ExceedanceCount, list[0].IndeterminateCount, list[0].LimitUnknown));
        Assert.Contains("级别", list.Missing, StringComparison.Ordinal);
        Assert.Equal((1, 0), (Facts(Furniture, Outlet("grade:"), Day("111")).Monitoring[0] is var over ? (over.ExceedanceCount, over.IndeterminateCount) : default));
        var within = Facts(Furniture, Outlet("grade:"), Day("80")).Monitoring;
        Assert.Equal((0, 0, true), (within[0].ExceedanceCount, within[0].IndeterminateCount, within.IsComplete));
    }

    [Fact]
    public void A_recorded_judgement_gives_a_fact_of_the_outlet()
    {
        TableRow[] rows = [Row("outlets", "outlet_id:1", "medium:air", "discharge:stack"), Row("measurements", "outlet_id:1", "pollutant:氯化氢", "at:2024-03-01", "window:hour", "value:101", "unit:mg/m3", "origin:self")];
        Assert.Equal(1, Facts(Furniture, rows).Monitoring[0].IndeterminateCount);
                Assert.Equal(1, Facts(Furniture, [.. rows, Said("1.gas_source=process")]).Monitoring[0].ExceedanceCount);
    }

    [Fact]
    public void A_value_that_may_not_be_at_reference_oxygen_is_not_judged()
    {
        TableRow[] rows =
        [
            Row("outlets", "outlet_id:1", "medium:air", "discharge:stack", "standard:DB44/765-2019"),
            Row("measurements", "outlet_id:1", "pollutant:二氧化硫", "at:2024-03-01", "window:hour", "value:51", "unit:mg/m3", "origin:self"),
            Said("1.gas_source=boiler"), Said("fuel=gas"), Said("fuel=coal", "no"),
        ];
        Assert.Equal((0, 1), (Facts(Furniture, rows).Monitoring[0] is var raw ? (raw.ExceedanceCount, raw.IndeterminateCount) : default));
        Assert.Equal((1, 0), (Facts(Furniture, [.. rows, Said("1.reported_at_reference_oxygen")]).Monitoring[0] is var at ? (at.ExceedanceCount, at.IndeterminateCount) : default));
    }

    [Fact]
    public void A_pollutant_for_which_the_library_knows_no_limit_is_not_taken_to_have_none()
    {
        var facts = Facts(Furniture, Outlet("grade:一级", "standard:DB44/26-2001"), Row("measurements", "outlet_id:1", "pollutant:总铬", "at:2024-03-01", "window:day", "value:9", "unit:mg/L", "origin:automatic"));
        Assert.Equal((0, true), (facts.Monitoring[0].ExceedanceCount, facts.Monitoring[0].LimitUnknown));
    }

    [Fact]
    public void A_foreign_plant_has_no_Chinese_limit()
    {
        var item = Assert.Single(Facts(["region:Ohio", "industry:C2110"], Outlet("grade:一级"), Day("900")).Monitoring);
        Assert.Equal((0, 1, true), (item.ExceedanceCount, item.IndeterminateCount, item.LimitUnknown));
    }

    [Fact]
    public void The_limit_of_a_permit_comes_before_the_standard() =>
        Assert.Equal(0, Facts(Furniture, Outlet("grade:一级"), Day("95"), Row("permit_limits", "outlet_id:1", "pollutant:COD", "limit_high:100", "unit:mg/L", "from:2020-01-01")).Monitoring[0].ExceedanceCount);

    [Fact]
    public void An_outlet_whose_medium_nobody_told_has_that_of_the_pollutant()
    {
        var told = StackPlants.Water().Self("2024-03-01", "91").Said("drainage_ratio[2024-03-01]=2").Records();
        var untold = new FacilityRecords { Facility = told.Facility, Outlets = [told.Outlets[0] with { Medium = Medium.Unspecified }], Series = told.Series, Discretion = told.Discretion };
        ExplainedValue Explained(FacilityRecords records) => Assert.Single(ValueExplainer.Explain(records, ReportingPeriod.OfYear(2024), Shipped.Reference, TestFacts.AsOf, new("DW001"), new("w01018")));
        Assert.Equal((90m, "182"), (Explained(untold).LimitHigh, Explained(untold).Compared?.ToString()));
        Assert.Equal(Explained(told).Steps, Explained(untold).Steps);
    }

    [Fact]
    public void Where_no_limit_is_at_hand_no_standard_is_asked()
    {
        var shipped = Shipped.Reference;
        var bare = new ReferenceData { Pollutants = shipped.Pollutants, Regions = shipped.Regions, Industries = shipped.Industries };
        var records = new Plant("C2110").Outlet("DW001", "water", "standard:DB44/26-2001").Self("2024-03-01", "91").Records();
        var facts = new FactsBuilder(bare, new HashSet<string>(StringComparer.Ordinal), ReportingPeriod.OfYear(2024), TestFacts.AsOf).Build(records);
        Assert.Null(facts.Monitoring.Missing);
        Assert.Equal(1, facts.Monitoring[0].IndeterminateCount);
    }

    private static TableRow Outlet(params string[] more) => Row("outlets", ["outlet_id:1", "medium:water", "discharge:direct", "workshop:false", .. more]);

    private static TableRow Day(string value, string at = "2024-03-01") =>
        Row("measurements", "outlet_id:1", "pollutant:COD", $"at:{at}", "window:day", $"value:{value}", "unit:mg/L", "origin:automatic");

    private static TableRow Said(string topic, string value = "yes") => Row("discretion", $"topic:{topic}", $"value:{value}", "decided_by:甲", "decided_on:2024-06-01", "reason:现场核查");

    private static FacilityFacts Facts(string[] facility, params TableRow[] rows)
    {
        var facts = RowImporter.Import(rows.Append(Row("facilities", ["name:甲", .. facility])), Shipped.Reference, 2024).Facts;
        return new FactsBuilder(Shipped.Reference, facts.TablesGiven, ReportingPeriod.OfYear(2024), new DateOnly(2025, 1, 15)).Build(facts.Facilities[0]);
    }

    private static TableRow Row(string table, params string[] cells) => new(table,
        cells.Append("facility_id:A").Select(c => c.Split(':', 2)).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal), new SourceRef($"{table}.csv", null, 2));
}
