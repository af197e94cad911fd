using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Rules;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Rules;

/// <summary>Conditions that a review found to be read wrongly once.</summary>
public class ReviewedConditionTests
{
    [Theory]
    [InlineData("iif(indicators.Value(\"x\") > 3, \"a\", \"b\") == \"b\"")]
    [InlineData("facility.KeySource == (indicators.Value(\"x\") > 3)")]
    [InlineData("facility.Name.Contains(iif(indicators.Value(\"x\") > 3, \"zz\", \"甲\"))")]
    [InlineData("monitoring.Any(m => m.MonthsOver(iif(indicators.Value(\"x\") > 3, 1m, 2m)) == 0)")]
    [InlineData("indicators.ValueIn(\"x\", 2024 + monitoring.Count(m => m.ExceedanceCount > 0)) > 3")]
    [InlineData("discharges.Any(d => d.Discharged.Value > 60)")]
    [InlineData("indicators.Value(\"x\") > null")]
    [InlineData("discharges.Max(d => d.Discharged) == null")]
    [InlineData("int?(indicators.Value(\"x\")) == 3")]
    [InlineData("monitoring.Any(a => monitoring.Any(b => monitoring.Any(c => monitoring.Any(d => d.ExceedanceCount > c.ExceedanceCount))))")]
    [InlineData("facility.HasEnergyLimit == facility.HasEnergyLimit == facility.HasEnergyLimit")]
    public void What_cannot_be_read_three_valued_is_refused(string condition) => Assert.Throws<PackException>(() => Compiled(condition));

    [Fact]
    public void The_least_of_what_may_not_be_there_at_all_is_open()
    {
        var facts = Facility(discharges: new([Discharged(5, null)]));
        Assert.Equal(Truth.Unknown, Ask("discharges.Where(d => d.Medium == \"air\").Min(d => d.Discharged) > 3", facts));
    }

    [Fact]
    public void A_guarded_division_is_a_plain_no()
    {
        var judged = RuleJudge.Judge(Compiled("indicators.Value(\"x\") != 0 and 10 / indicators.Value(\"x\") > 5").Rules[0], Facility(indicators: new Dictionary<string, decimal?> { ["x"] = 0m }));
        Assert.Equal(Outcome.NotTriggered, judged.Outcome);
    }

    [Theory]
    [InlineData("facility.Region.StartsWith(\"44\") or indicators.Value(\"x\") > 3")]
    [InlineData("monitoring.Where(m => m.Medium == \"air\").Max(m => m.ExceedanceCount) > 3 or indicators.Value(\"x\") > 3")]
    public async Task Where_the_second_reader_throws_it_has_not_disagreed(string condition)
    {
        var pack = Compiled(condition);
        var facts = Facility(monitoring: new([]), region: null, indicators: new Dictionary<string, decimal?> { ["x"] = 5m });
        var judged = await new DoubleEntry(pack).CheckAsync(facts, [RuleJudge.Judge(pack.Rules[0], facts)]);
        Assert.Equal(Outcome.Triggered, judged[0].Outcome);
    }

    [Fact]
    public void Ten_local_parameters_are_no_trouble()
    {
        var locals = string.Join(", ", Enumerable.Range(0, 10).Select(i => $"{{ \"Name\": \"q{i}\", \"Expression\": \"indicators.Value(\\\"x\\\") + {i}\" }}"));
        var text = PackText("q9 > 12").Replace("\"RuleName\": \"rule\",", $"\"RuleName\": \"rule\", \"LocalParams\": [{locals}],", StringComparison.Ordinal);
        var pack = CompiledPack.Compile(PackReader.Read(text, "p.json"), AsOf);
        Assert.Equal(Truth.Yes, pack.Rules[0].Condition.Ask(Facility(indicators: new Dictionary<string, decimal?> { ["x"] = 4m })));
    }

    [Fact]
    public void A_number_beyond_all_bounds_is_refused()
    {
        var text = PackText("true").Replace("\"parameters\": []", "\"parameters\": [{ \"id\": \"N\", \"kind\": \"number\", \"unit\": \"1\", \"title\": { \"zh\": \"n\", \"en\": \"n\" }, \"values\": [{ \"from\": \"2000-01-01\", \"to\": null, \"value\": 99999999999999999999999999999999, \"citation\": \"x\", \"basis\": \"derived\" }] }]", StringComparison.Ordinal);
        Assert.Throws<PackException>(() => PackReader.Read(text, "p.json"));
    }
}
