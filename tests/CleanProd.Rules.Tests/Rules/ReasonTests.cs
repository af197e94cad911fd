using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Rules;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Rules;

/// <summary>Whatever makes a condition hold is shown with its row, and named as people name it.</summary>
public class ReasonTests
{
    private static readonly FacilityFacts Facts = new()
    {
        Facility = new FacilityFact { Id = "A", Name = "甲厂" },
        Period = new PeriodFact { Year = 2024, From = new DateTime(2024, 1, 1), To = new DateTime(2024, 12, 31) },
        Energy = new(
        [
            new() { Product = "钢", UnitConsumption = 110, Unit = "kgce/t", Evidence = [new(Source with { Row = 10 }) { Value = MeasuredValue.Of(110) }] },
            new() { Product = "铁", UnitConsumption = 90, Unit = "kgce/t", Evidence = [new(Source with { Row = 11 }) { Value = MeasuredValue.Of(90) }] },
        ]),
        Discharges = new([new() { Pollutant = "w0", PollutantName = "甲", Unit = "t", Discharged = 12, DischargedAtMost = 12 }]),
        Audits = new AuditFacts([new() { Kind = "mandatory" }]),
        Indicators = new([new("x", 2024, 2.5m, "1", Source with { Row = 70 }), new("y", 2024, 2m, null, Source with { Row = 71 })], 2024),
        Discretion = new([]),
    };

    [Theory]
    [InlineData("not energy.All(e => e.Product == \"铁\")", "10")]
    [InlineData("energy.Where(e => e.Product != \"铁\").All(e => e.Product == \"钢\")", "10")]
    [InlineData("not energy.Any(e => e.Product == \"铝\")", "")]
    [InlineData("iif(indicators.Value(\"x\") > 2, indicators.Value(\"y\"), 1m) > 1", "70 71")]
    [InlineData("(indicators.Value(\"x\") > 2 ? energy.Any(e => e.Product == \"铁\") : false)", "70 11")]
    [InlineData("-indicators.Value(\"x\") > -3", "70")]
    [InlineData("indicators.Value(\"x\") + indicators.Value(\"y\") > 4", "70 71")]
    public void The_rows_that_make_a_condition_hold_are_its_evidence(string condition, string rows) =>
        Assert.Equal(rows, string.Join(' ', Judged(condition, Outcome.Triggered).Evidence.Select(e => e.Source.Row)));

    [Fact]
    public void Of_two_that_do_not_both_hold_the_one_that_does_not_is_the_evidence()
    {
        var judged = Judged("not (indicators.Value(\"x\") > 1 and indicators.Value(\"y\") > 10)", Outcome.Triggered);
        Assert.Equal([(71, 10m)], judged.Evidence.Select(e => (e.Source.Row, e.Limit!.Value)));
    }

    [Fact]
    public void What_fails_the_condition_of_all_shows_the_number_it_was_held_against() =>
        Assert.Equal((100m, 1.1m), Judged("not energy.Where(e => e.Unit == \"kgce/t\").All(e => e.UnitConsumption <= 100)", Outcome.Triggered).Evidence.Select(e => (e.Limit!.Value, e.Ratio!.Value)).Single());

    [Fact]
    public void A_part_of_a_sum_is_not_held_against_what_the_sum_is() =>
        Assert.All(Judged("indicators.Value(\"x\") + indicators.Value(\"y\") > 4", Outcome.Triggered).Evidence, e => Assert.Null(e.Limit ?? e.Ratio));

    [Theory]
    [InlineData("indicators.Value(\"x\") * 2 + indicators.Value(\"y\") > 4", "(indicators[x] * 2) + indicators[y] > 4")]
    [InlineData("energy.Count() > 1", "energy.Count() > 1")]
    [InlineData("energy.Count(a => a.Product == \"铁\") >= 1", "energy.Count(e => e.Product == \"铁\") >= 1")]
    [InlineData("discharges.Any(d => d.DischargedIn(\"t\") > p.ByKey.For(d.Pollutant))", "discharges[甲].DischargedIn > table[w0]")]
    public void What_stands_near_its_threshold_is_written_as_the_rule_has_it(string condition, string written) =>
        Assert.Equal(written, Judged(condition, Outcome.Triggered).Margin!.Condition);

    [Theory]
    [InlineData("audits.Any(a => a.ReportedOn == a.AcceptedOn)", "audits[mandatory].ReportedOn audits[mandatory].AcceptedOn")]
    [InlineData("-indicators.Value(\"gone\") > -3", "indicators[gone]")]
    public void What_is_open_names_the_facts_that_keep_it_open(string condition, string missing) =>
        Assert.Equal(missing, string.Join(' ', Judged(condition, Outcome.Undetermined).Missing));

    [Fact]
    public void Whoever_asks_how_a_condition_was_read_is_told_of_each_part_with_its_answer()
    {
        var condition = Compiled("true and not energy.Any(e => e.Product == \"铝\")").Rules[0].Condition;
        var told = new List<string>();
        new Explainer(Facts) { Seen = (e, answer) => told.Add($"{e.NodeType} {answer}") }.Ask(condition.Expression);
        Assert.Equal("Constant Yes, Equal No, Equal No, Call No, Not Yes, AndAlso Yes", string.Join(", ", told));
    }

    private static RuleDetermination Judged(string condition, Outcome outcome)
    {
        var judged = RuleJudge.Judge(Compiled(condition, parameters: RandomCondition.Parameters).Rules[0], Facts);
        Assert.Equal(outcome, judged.Outcome);
        return judged;
    }
}
