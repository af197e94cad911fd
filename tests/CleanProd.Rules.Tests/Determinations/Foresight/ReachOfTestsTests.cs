using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Determinations.Foresight;

/// <summary>How far each test of a rule reaches over the plants of a year.</summary>
public class ReachOfTestsTests
{
    private static InventedYear Two => new InventedYear()
        .Plant("A").Indicator("A", "x", "60").Value("A", "2024-03-04", "120").Value("A", "2024-03-05", "130").Value("A", "2024-03-05", "20", pollutant: "氨氮")
        .Plant("B").Indicator("B", "x", "60");

    private static string[] Reach(string condition, InventedYear? year = null, string properties = "")
    {
        var pack = Pack(condition, properties);
        return [.. ConditionReach.Of(Law.Compile([pack], InventedYear.AsOf), (year ?? Two).Facts([pack])).Select(r => $"{r.Part} {r.Text}: {r.Matches}, {r.Lacks} of {r.Facilities}")];
    }

    [Fact]
    public void A_test_beside_a_question_to_a_list_is_asked_of_the_plant_itself() => Assert.Equal(
        ["condition m.ExceedanceCount > 1: 1, 1 of 2", "condition indicators.Value(\"x\") > 50: 2, 0 of 2"],
        Reach("monitoring.Any(m => m.ExceedanceCount > 1) and indicators.Value(\"x\") > 50"));

    [Fact]
    public void A_test_within_two_lists_is_asked_of_any_pair_of_their_items() => Assert.Equal(
        ["condition m.MaxRatio > n.MaxRatio: 1, 1 of 2"],
        Reach("monitoring.Any(m => monitoring.Any(n => m.MaxRatio > n.MaxRatio))").Select(r => r.Replace("m2.", "n.", StringComparison.Ordinal)));

    [Fact]
    public void A_list_that_is_asked_twice_is_asked_each_time_by_itself() => Assert.Equal(
        ["condition m.ExceedanceCount > 1: 1, 1 of 2", "condition m.ExceedanceCount > 2: 0, 1 of 2"],
        Reach("monitoring.Any(m => m.ExceedanceCount > 1) or monitoring.Any(m => m.ExceedanceCount > 2)"));

    [Fact]
    public void Every_part_of_a_rule_is_gone_through() => Assert.Equal(
        ["appliesWhen indicators.Value(\"x\") > 70: 0, 0 of 2", "condition indicators.Value(\"x\") > 50: 2, 0 of 2", "exception 1 indicators.Value(\"y\") > 1: 0, 2 of 2"],
        Reach("indicators.Value(\"x\") > 50", properties: ", \"appliesWhen\": \"indicators.Value(\\\"x\\\") > 70\"" + Proving.SmallPack.Exceptions("indicators.Value(\"y\") > 1")));

    [Fact]
    public void A_test_that_fails_on_a_plant_matches_it_not() =>
        Assert.Equal(["condition 1 / (indicators.Value(\"x\") - 60) > 0: 0, 0 of 2"], Reach("1 / (indicators.Value(\"x\") - 60) > 0").Select(r => r.Replace("1m /", "1 /", StringComparison.Ordinal)));

    [Fact]
    public void Where_a_pack_concerns_nobody_nothing_was_asked_and_nothing_spent()
    {
        var pack = Pack("indicators.Value(\"x\") > 50") with { Jurisdiction = "CN-33" };
        var reach = Assert.Single(ConditionReach.Of(Law.Compile([pack], InventedYear.AsOf), Two.Facts([pack])));
        Assert.Equal((0, 0, 0, 0m), (reach.Matches, reach.Lacks, reach.Facilities, reach.Nanoseconds));
    }

    [Fact]
    public void What_asking_costs_is_that_of_one_plant_and_not_of_all()
    {
        var pack = Pack("indicators.Value(\"x\") > 50");
        var year = new InventedYear();
        foreach (var i in Enumerable.Range(0, 1000)) year.Plant($"P{i}").Indicator($"P{i}", "x", "60");
        var (law, facts) = (Law.Compile([pack], InventedYear.AsOf), year.Facts([pack]));
        var began = TimeProvider.System.GetTimestamp();
        var reach = Assert.Single(ConditionReach.Of(law, facts));
        // All of them together cannot have taken longer than the call that asked them.
        var took = (decimal)TimeProvider.System.GetElapsedTime(began).Ticks * 100;
        Assert.True(reach.Nanoseconds > 0 && reach.Nanoseconds * reach.Facilities <= took + 1000, $"{reach.Nanoseconds} ns each of {reach.Facilities}, {took} ns in all");
    }

    [Fact]
    public void It_can_be_broken_off()
    {
        var pack = Pack("indicators.Value(\"x\") > 50");
        var (law, facts) = (Law.Compile([pack], InventedYear.AsOf), Two.Facts([pack]));
        Assert.Throws<OperationCanceledException>(() => ConditionReach.Of(law, facts, new CancellationToken(canceled: true)));
        Assert.ThrowsAny<OperationCanceledException>(() => ImpactAnalysis.Of(law, law, facts, cancellation: new CancellationToken(canceled: true)));
    }

    [Fact]
    public void The_facts_of_a_year_are_built_for_the_days_that_its_packs_judge_and_for_the_year_and_for_no_others()
    {
        var (year, half, quarter) = (Pack("true"), Pack("true") with { PeriodMonths = 6 }, Pack("true") with { PeriodMonths = 3, Id = "quarter" });
        var facts = Two.Plant("0A").Facts([half, half]);
        Assert.Equal([facts.PeriodOf(half), ReportingPeriod.OfYear(2024)], facts.Periods);
        Assert.Equal((true, true, false), (facts.Serves(half), facts.Serves(year), facts.Serves(quarter)));
        Assert.Contains("were not prepared for quarter", Assert.Throws<InvalidOperationException>(() => facts.Of(quarter)).Message, StringComparison.Ordinal);
        Assert.Equal(["0A", "A", "B"], facts.Facilities.Select(f => f.Id.Value));
        Assert.Equal((2024, InventedYear.AsOf), (facts.Year, facts.AsOf));
    }
}
