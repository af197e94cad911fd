using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Tests.Determinations.Proving;
using FsCheck.Xunit;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Rules;

/// <summary>A part of a condition that fails, but lies behind what decides it: the outcome with reasons is the outcome without, and the reasons are of what decided.</summary>
public class FaultBehindTheAnswerTests
{
    private static readonly string[] Faults =
    [
        "indicators.Value(\"x\") / (period.Year - 2024) > 1", "discharges.Any(d => d.Discharged / (d.Quota - 1) > 1)", "discharges.All(d => d.Discharged / (d.Quota - 1) > 1)",
        "discharges.Where(d => d.Discharged / (d.Quota - 1) > 1).Any()", "discharges.Where(d => d.Discharged / (d.Quota - 1) > 1).Sum(d => d.Discharged) > 2", "discharges.Sum(d => d.Discharged / (d.Quota - 1)) > 2",
        "discharges.Count(d => 1 / (d.Quota - 2) > 0) >= 1", "discharges.Max(d => 1 / (d.Quota - 1)) > 0", "monitoring.Any(m => 6 / m.ExceedanceCount > 2)", "monitoring.All(m => 6 / (m.ExceedanceCount - 1) != 2)",
        "(indicators.Value(\"x\") / (period.Year - 2024) > 1) == true", "indicators.ValueIn(\"x\", period.Year / (period.Year - 2024)) > 1", "discharges.Any(d => d.DischargedIn(\"m3\") > 1)",
    ];

    [Property(MaxTest = 100)]
    public void Who_tells_the_reasons_tells_the_outcome_of_who_does_not(int seed)
    {
        foreach (var each in Effort.Seeds(seed)) Agree(each);
    }

    private static void Agree(int seed)
    {
        var random = new Random(seed);
        var text = Mixed(random, 2);
        var rule = Compiled(text, parameters: RandomCondition.Parameters).Rules[0];
        for (var i = 0; i < 12; i++)
        {
            var world = World.Make(random, complete: random.Next(2) == 0);
            var facts = world.Facts();
            var (judged, alone) = (RuleJudge.Judge(rule, facts), RuleJudge.OutcomeOf(rule, facts));
            Assert.True(judged.Outcome == alone, $"{text} over {world}: {judged.Outcome} ({string.Join(", ", judged.Missing)}), alone {alone}");
            Assert.True(judged.Outcome != Outcome.Undetermined || judged.Missing.Count > 0, $"{text} over {world} is open, and nothing is missing");
        }
    }

    private static string Mixed(Random random, int depth) => (depth == 0 ? 4 : random.Next(5)) switch
    {
        0 => $"({Mixed(random, depth - 1)} and {Mixed(random, depth - 1)})",
        1 => $"({Mixed(random, depth - 1)} or {Mixed(random, depth - 1)})",
        2 => $"not ({Mixed(random, depth - 1)})",
        3 => $"({Mixed(random, depth - 1)} ? {Mixed(random, depth - 1)} : {Mixed(random, depth - 1)})",
        _ => random.Next(2) == 0 ? RandomCondition.Make(random, 1).Text : Faults[random.Next(Faults.Length)],
    };

    [Theory]
    [InlineData("discharges.Any(d => d.Discharged / (d.Quota - 1) > 1)", "Triggered at 7")]
    [InlineData("not discharges.All(d => d.Discharged / (d.Quota - 1) <= 1)", "Triggered at 7")]
    [InlineData("indicators.Value(\"gone\") > 1 and (indicators.Value(\"gone\") > 1 or indicators.Value(\"x\") / indicators.Value(\"zero\") > 1)", "Undetermined missing indicators[gone]")]
    [InlineData("indicators.Value(\"gone\") > 1 and (indicators.Value(\"gone\") > 1 or discharges.Any(d => d.DischargedIn(\"m3\") > 1))", "Undetermined missing indicators[gone]")]
    [InlineData("indicators.Value(\"gone\") > 1 and (indicators.Value(\"gone\") > 1 or indicators.ValueIn(\"gone\", 1 / (period.Year - 2024)) == null)", "Undetermined missing indicators[gone]")]
    [InlineData("indicators.Value(\"x\") > 1 or indicators.Value(\"x\") / indicators.Value(\"zero\") > 1", "Triggered at 5 by x 5 against 1")]
    [InlineData("(indicators.Value(\"x\") > 1) == true or indicators.Value(\"x\") / indicators.Value(\"zero\") > 1", "Triggered by x 5 against 1")]
    [InlineData("indicators.Value(\"x\") > 7 and indicators.Value(\"x\") / indicators.Value(\"zero\") > 1", "NotTriggered")]
    [InlineData("indicators.Value(\"x\") > 7 and 1 / indicators.Value(\"zero\") > discharges.Sum(d => d.Discharged)", "NotTriggered")]
    [InlineData("indicators.Value(\"x\") / indicators.Value(\"zero\") > 1 or indicators.Value(\"x\") > 1", "Error missing error: division by zero")]
    public void Reasons_are_of_what_decided(string condition, string expected)
    {
        var facts = Facility(discharges: new([Discharged(7, 2, "w0"), Discharged(9, 1, "w1")]), indicators: new Dictionary<string, decimal?> { ["x"] = 5m, ["zero"] = 0m });
        var judged = RuleJudge.Judge(Compiled(condition).Rules[0], facts);
        var told = judged.Outcome.ToString();
        if (judged.Missing.Count > 0) told += " missing " + string.Join(", ", judged.Missing);
        if (judged.Margin is { } margin) told += $" at {PlainNumber.Text(margin.Ratio)}";
        if (judged.Evidence.Count > 0) told += " by " + string.Join(", ", judged.Evidence.Select(e => $"{e.Name} {e.Value}{(e.Limit is { } limit ? $" against {PlainNumber.Text(limit)}" : "")}"));
        Assert.Equal(expected, told);
    }

    [Fact]
    public void A_distance_beyond_all_numbers_is_no_margin()
    {
        var judged = RuleJudge.Judge(Compiled("indicators.Value(\"x\") > 0.001m").Rules[0], Facility(indicators: new Dictionary<string, decimal?> { ["x"] = decimal.MaxValue }));
        Assert.Equal((Outcome.Triggered, null), (judged.Outcome, judged.Margin));
    }

    [Fact]
    public void The_order_of_exceptions_and_requirements_hides_no_fault()
    {
        var facts = Facility(indicators: new Dictionary<string, decimal?> { ["x"] = 5m });
        string[] exceptions = ["indicators.Value(\"x\") > 1", "1 / (period.Year - 2024) > 1"];
        string[] required = ["indicators.Value(\"gone\")", "indicators.ValueIn(\"x\", 1 / (period.Year - 2024))"];
        foreach (var swapped in (bool[])[false, true])
        {
            if (swapped) (exceptions, required) = ([.. exceptions.Reverse()], [.. required.Reverse()]);
            Assert.Equal(Outcome.Error, Of(SmallPack.Exceptions(exceptions)));
            Assert.Equal(Outcome.Error, Of($", \"requires\": [{string.Join(", ", required.Select(r => System.Text.Json.JsonSerializer.Serialize(r)))}]"));
        }

        Outcome Of(string more)
        {
            var rule = CompiledPack.Compile(SmallPack.Of([SmallPack.Rule("indicators.Value(\"x\") > 1", more)], []), AsOf).Rules[0];
            Assert.Equal(RuleJudge.Judge(rule, facts).Outcome, RuleJudge.OutcomeOf(rule, facts));
            return RuleJudge.OutcomeOf(rule, facts);
        }
    }
}
