using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;

namespace CleanProd.Rules.Tests.Determinations;

/// <summary>A refused, contradictory or unusable row never ends in "not listed".</summary>
public class NeverSilentNoTests
{
    private static readonly string[][] Clean =
    [
        ["facilities", "name:厂一", "region:440111", "industry:C3360"],
        ["outlets", "outlet_id:W1", "medium:water"],
        ["measurements", "outlet_id:W1", "pollutant:COD", "at:2024-03-01", "window:day", "value:80", "unit:mg/L", "limit_high:90"],
        ["quotas", "pollutant:COD", "from:2021-01-01", "quantity:50", "unit:t"],
        ["discharges", "pollutant:COD", "from:2024-01-01", "to:2024-12-31", "quantity:40", "unit:t"],
        ["substances", "year:2024", "substance:none", "role:used"],
        ["audits", "kind:voluntary", "accepted_on:2020-01-01"],
    ];

    [Fact]
    public void The_clean_enterprise_is_not_listed() => Assert.Equal(Outcome.NotTriggered, Judge().Outcome);

    [Theory]
    [InlineData("G3", "discretion", "topic:class5_toxic", "value:maybe", "decided_by:x", "decided_on:2024-05-01", "reason:y")]
    [InlineData("G3", "discretion", "topic:class5_toxic", "value:true", "decided_by:x", "decided_on:2024-25-01", "reason:y")]
    [InlineData("G2", "energy", "year:2024", "product:水泥熟料", "output:100000", "output_unit:t", "energy:19000x", "energy_unit:tce")]
    [InlineData("G1b", "quotas", "pollutant:氨氮", "from:2021-01-01", "quantity:x", "unit:t")]
    [InlineData("G1a", "outlets", "outlet_id:W2", "medium:watr")]
    [InlineData("G1a", "permit_limits", "outlet_id:W1", "pollutant:氨氮", "limit_high:5", "unit:mg/L", "from:2020-01-01")]
    [InlineData("G1a", "monitoring_summaries", "outlet_id:W1", "pollutant:氨氮", "year:2024", "unit:mg/L", "valid_count:0", "exceedance_count:0")]
    [InlineData("G1a", "monitoring_summaries", "outlet_id:W1", "pollutant:氨氮", "year:2024", "unit:mg/L", "limit_high:90", "max:120", "exceedance_count:0")]
    public void What_was_refused_or_tells_nothing_leaves_the_ground_open(string ground, params string[] row)
    {
        var judged = Judge(row);
        Assert.Equal(Outcome.Undetermined, judged.Rules.Single(r => r.Ground == ground).Outcome);
        Assert.Equal(Outcome.Undetermined, judged.Outcome);
    }

    [Theory]
    [InlineData("是", Outcome.Triggered)]
    [InlineData("TRUE", Outcome.Triggered)]
    [InlineData("yes", Outcome.Triggered)]
    [InlineData("否", Outcome.NotTriggered)]
    public void A_judgement_may_be_written_in_any_word_for_yes_and_no(string word, Outcome expected) =>
        Assert.Equal(expected, Judge("discretion", "topic:class5_toxic", $"value:{word}", "decided_by:x", "decided_on:2024-05-01", "reason:y").Rules.Single(r => r.Ground == "G3").Outcome);

    [Fact]
    public void A_yearly_report_is_not_added_to_the_monthly_ones_within_it()
    {
        var judged = Judge("discharges", "pollutant:COD", "from:2024-01-01", "to:2024-01-31", "quantity:11", "unit:t");
        Assert.Equal(Outcome.NotTriggered, judged.Rules.Single(r => r.Ground == "G1b").Outcome);
    }

    [Fact]
    public void A_product_whose_limit_is_in_units_that_do_not_convert_is_not_within_it() =>
        Assert.Equal(Outcome.Undetermined, Judge("energy", "year:2024", "product:水泥熟料", "output:100000", "output_unit:t", "energy:1", "energy_unit:GJ").Rules.Single(r => r.Ground == "G2").Outcome);

    private static Determination Judge(params string[] more)
    {
        var rows = Clean.Append(more).Where(r => r.Length > 0).Select(r => new TableRow(r[0],
            r.Skip(1).Append("facility_id:A1").Select(c => c.Split(':', 2)).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal), new SourceRef($"{r[0]}.csv", null, 2)));
        var facts = RowImporter.Import(rows, Shipped.Reference, 2024).Facts;
        var asOf = new DateOnly(2025, 1, 15);
        return new Screening(PackSelection.On(Shipped.NationalPacks, asOf), Shipped.Reference, facts.TablesGiven, 2024, asOf, CrossCheck.All).Judge(facts.Facilities.Single());
    }
}
