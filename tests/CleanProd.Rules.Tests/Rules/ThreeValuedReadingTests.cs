using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Rules;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Rules;

public class ThreeValuedReadingTests
{
    [Theory]
    [InlineData("monitoring.Any(m => m.ExceedanceCount > 0)")]
    [InlineData("not monitoring.All(m => m.ExceedanceCount == 0)")]
    [InlineData("monitoring.Count(m => m.ExceedanceCount > 0) >= 1")]
    [InlineData("monitoring.Sum(m => m.ExceedanceCount) > 0")]
    [InlineData("monitoring.Max(m => m.ExceedanceCount) > 0")]
    public void An_incomplete_list_without_a_hit_is_undetermined_and_a_complete_one_is_no(string condition)
    {
        Assert.Equal(Truth.Unknown, Ask(condition, Facility(new([Monitored(0)], "monitoring"))));
        Assert.Equal(Truth.No, Ask(condition, Facility(new([Monitored(0)]))));
        Assert.Equal(Truth.Yes, Ask(condition, Facility(new([Monitored(0), Monitored(2)], "monitoring"))));
    }

    [Fact]
    public void An_indeterminate_value_may_be_an_exceedance()
    {
        Assert.Equal(Truth.Unknown, Ask("monitoring.Any(m => m.ExceedanceCount > 0)", Facility(new([Monitored(0, indeterminate: 1)]))));
        Assert.Equal(Truth.Yes, Ask("monitoring.Any(m => m.ExceedanceCount > 0)", Facility(new([Monitored(1, indeterminate: 1)]))));
        Assert.Equal(Truth.No, Ask("monitoring.Any(m => m.ExceedanceCount > 1)", Facility(new([Monitored(0, indeterminate: 1)]))));
    }

    [Fact]
    public void No_quota_is_no_excess_and_an_unknown_quota_is_undetermined()
    {
        const string over = "discharges.Any(d => d.Discharged > d.Quota)";
        Assert.Equal(Truth.No, Ask(over, Facility(discharges: new([Discharged(10, null)]))));
        Assert.Equal(Truth.Unknown, Ask(over, Facility(discharges: new([Discharged(10, null, quotaUnknown: true)]))));
        Assert.Equal(Truth.Unknown, Ask(over, Facility(discharges: new([Discharged(null, 10)]))));
        Assert.Equal(Truth.No, Ask(over, Facility(discharges: new([Discharged(10, 10)]))));
        Assert.Equal(Truth.Yes, Ask(over, Facility(discharges: new([Discharged(10.0001m, 10)]))));
    }

    [Fact]
    public void Negation_never_convicts_on_missing_data()
    {
        const string none = "not discharges.Any(d => d.Discharged > d.Quota)";
        Assert.Equal(Truth.Unknown, Ask(none, Facility(discharges: new([Discharged(null, 10)]))));
        Assert.Equal(Truth.Unknown, Ask("not (indicators.Value(\"x\") > 3)", Facility()));
        Assert.Equal(Truth.Unknown, Ask("indicators.Value(\"x\") != 3", Facility()));
        Assert.Equal(Truth.Yes, Ask("indicators.Value(\"x\") == null", Facility()));
    }

    [Fact]
    public void A_sum_with_a_missing_term_is_a_lower_bound()
    {
        var facts = Facility(discharges: new([Discharged(120, null), Discharged(null, null, "w21003")]));
        Assert.Equal(Truth.Yes, Ask("discharges.Sum(d => d.Discharged) > 100", facts));
        Assert.Equal(Truth.Unknown, Ask("discharges.Sum(d => d.Discharged) > 130", facts));
        Assert.Equal(Truth.Unknown, Ask("discharges.Sum(d => d.Discharged) < 130", facts));
        Assert.Equal(Truth.No, Ask("discharges.Sum(d => d.Discharged) < 110", facts));
    }

    [Fact]
    public void Fewer_than_counts_use_the_possible_number()
    {
        var facts = Facility(discharges: new([Discharged(11, 10), Discharged(null, 10, "w21003")]));
        Assert.Equal(Truth.Unknown, Ask("discharges.Count(d => d.Discharged > d.Quota) <= 1", facts));
        Assert.Equal(Truth.Yes, Ask("discharges.Count(d => d.Discharged > d.Quota) <= 2", facts));
        Assert.Equal(Truth.Yes, Ask("discharges.Count(d => d.Discharged > d.Quota) >= 1", facts));
    }

    [Fact]
    public void A_missing_place_leaves_the_region_open()
    {
        Assert.Equal(Truth.Yes, Ask("facility.RegionIn(\"44\")", Facility()));
        Assert.Equal(Truth.Unknown, Ask("facility.RegionIn(\"44\")", Facility(region: null)));
        Assert.Equal(Truth.Unknown, Ask("not facility.RegionIn(\"44\")", Facility(region: null)));
        Assert.Equal(Truth.Unknown, Ask("facility.Region.StartsWith(\"44\")", Facility(region: null)));
    }

    [Fact]
    public void Where_chains_keep_the_third_value()
    {
        var facts = Facility(discharges: new([Discharged(null, 10), Discharged(5, 10, "w21003")]));
        Assert.Equal(Truth.Unknown, Ask("discharges.Where(d => d.Discharged > 3).Count() == 2", facts));
        Assert.Equal(Truth.Yes, Ask("discharges.Where(d => d.Discharged > 3).Any()", facts));
        Assert.Equal(Truth.Unknown, Ask("discharges.Where(d => d.Discharged > 30).Any()", facts));
    }

    [Theory]
    [InlineData("indicators.Value(\"x\") / 0 > 1")]
    [InlineData("1 / (period.Year - 2024) > 1")]
    public void Division_by_zero_is_an_error_and_never_a_no(string condition)
    {
        var pack = Compiled(condition);
        var outcome = RuleJudge.Judge(pack.Rules[0], Facility(indicators: new Dictionary<string, decimal?> { ["x"] = 5m }));
        Assert.Equal(Outcome.Error, outcome.Outcome);
        Assert.Contains("division by zero", outcome.Missing[0], StringComparison.Ordinal);
        Assert.Equal(Outcome.Error, RuleJudge.OutcomeOf(pack.Rules[0], Facility(indicators: new Dictionary<string, decimal?> { ["x"] = 5m })));
    }

    [Theory]
    [InlineData("indicators.Value(\"x\") / indicators.Value(\"zero\") > 1")]
    [InlineData("discharges.Any(d => d.DischargedIn(\"t\") > 1)")]
    public void What_neither_reading_has_to_look_at_is_no_fault(string fault)
    {
        var facts = Facility(indicators: new Dictionary<string, decimal?> { ["x"] = 5m, ["zero"] = 0m }, discharges: new([new() { Pollutant = "w0", PollutantName = "w0", Unit = "m3", Discharged = 2m, DischargedAtMost = 2m }]));
        Assert.Equal(Outcome.Error, RuleJudge.OutcomeOf(Compiled(fault).Rules[0], facts));
        Assert.Equal(Truth.Unknown, Ask($"indicators.Value(\"gone\") > 1 and (indicators.Value(\"gone\") > 1 or {fault})", facts));
    }

    [Fact]
    public void A_missing_fact_is_named()
    {
        var judged = RuleJudge.Judge(Compiled("indicators.Value(\"spill_count\") > 60 or discharges.Any(d => d.Discharged > d.Quota)").Rules[0],
            Facility(discharges: new([Discharged(null, 10)])));
        Assert.Equal(Outcome.Undetermined, judged.Outcome);
        Assert.Equal(["indicators[spill_count]", "discharges[w01018].Discharged"], judged.Missing);
    }

    [Fact]
    public void Requirements_hold_back_an_answer_that_two_values_would_give()
    {
        const string condition = "(indicators.Value(\"years\") == 1 and indicators.Value(\"mean\") > 60) or (indicators.Value(\"years\") == 2 and indicators.Value(\"mean\") > 50)";
        const string requires = ", \"requires\": [\"indicators.Value(\\\"years\\\")\", \"indicators.Value(\\\"mean\\\")\"]";
        var facts = Facility(indicators: new Dictionary<string, decimal?> { ["mean"] = 20m });
        Assert.Equal(Outcome.NotTriggered, RuleJudge.Judge(Compiled(condition).Rules[0], facts).Outcome);
        var judged = RuleJudge.Judge(Compiled(condition, requires).Rules[0], facts);
        Assert.Equal(Outcome.Undetermined, judged.Outcome);
        Assert.Equal(["indicators[years]"], judged.Missing);
    }

    [Fact]
    public void A_rule_that_does_not_apply_is_not_applicable_and_open_applicability_is_undetermined()
    {
        const string applies = ", \"appliesWhen\": \"facility.RegionIn(\\\"45\\\")\"";
        var pack = Compiled("monitoring.Any(m => m.ExceedanceCount > 0)", applies);
        Assert.Equal(Outcome.NotApplicable, RuleJudge.Judge(pack.Rules[0], Facility(new([Monitored(3)]))).Outcome);
        Assert.Equal(Outcome.Undetermined, RuleJudge.Judge(pack.Rules[0], Facility(new([Monitored(3)]), region: null)).Outcome);
        Assert.Equal(Outcome.NotTriggered, RuleJudge.Judge(pack.Rules[0], Facility(new([Monitored(0)]), region: null)).Outcome);
    }

    [Fact]
    public void An_exception_lifts_the_rule_and_cites_its_own_clause()
    {
        const string exception = ", \"exceptions\": [{ \"when\": \"discretion.Value(\\\"exempt\\\") == \\\"true\\\" and discretion.Recorded(\\\"exempt\\\")\", \"citation\": { \"zh\": \"第二条\", \"en\": \"Art. 2\" }, \"sentence\": { \"zh\": \"豁免\", \"en\": \"exempt\" } }]";
        var pack = Compiled("monitoring.Any(m => m.ExceedanceCount > 0)", exception);
        var exempt = new CleanProd.Rules.Facts.DiscretionRecord(new("A"), "exempt", "true", "某局", new(2024, 5, 1), "理由", Source);
        Assert.Equal(Outcome.Triggered, RuleJudge.Judge(pack.Rules[0], Facility(new([Monitored(3)]))).Outcome);
        var lifted = RuleJudge.Judge(pack.Rules[0], Facility(new([Monitored(3)]), discretion: [exempt]));
        Assert.Equal((Outcome.NotTriggered, "第二条"), (lifted.Outcome, lifted.Citation));
    }

    [Fact]
    public void The_margin_tells_how_near_the_line_a_facility_stands()
    {
        var judged = RuleJudge.Judge(Compiled("discharges.Any(d => d.Discharged > d.Quota)").Rules[0],
            Facility(discharges: new([Discharged(5, 10), Discharged(9.5m, 10, "w21003")])));
        Assert.Equal(0.95m, judged.Margin!.Ratio);
        Assert.Equal("w21003", judged.Margin.Subject);
        var monitored = RuleJudge.Judge(Compiled("monitoring.Any(m => m.ExceedanceCount > 0)").Rules[0], Facility(new([Monitored(0, ratio: 0.8m), Monitored(0, ratio: 0.97m, outlet: "DW002")])));
        Assert.Equal((0.97m, "DW002 w01018"), (monitored.Margin!.Ratio, monitored.Margin.Subject));
    }
}
