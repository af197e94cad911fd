using CleanProd.Rules.Determinations;
using CleanProd.Rules.Determinations.Proving;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Authoring;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Tests.Determinations.Proving;

/// <summary>Cases made for thresholds.</summary>
public class PackBoundariesTests
{
    [Fact]
    public void A_quota_gets_a_case_just_under_it_one_on_it_and_one_just_over()
    {
        var boundary = Assert.Single(PackBoundaries.Of(Shipped.Pack("rules/cn/measures-2016.json"), Shipped.Reference), b => b.Threshold == "d.Discharged > d.Quota");
        Assert.Equal([(-1, "not_triggered"), (0, "not_triggered"), (1, "triggered")], boundary.Cases.Select(c => (c.Side, c.Outcome)));
    }

    [Fact]
    public void An_exceedance_lies_between_the_limit_and_the_next_value()
    {
        var boundary = Assert.Single(PackBoundaries.Of(Shipped.Pack("rules/cn/measures-2016.json"), Shipped.Reference), b => b.Threshold.StartsWith("m.ExceedanceCount > 0", StringComparison.Ordinal));
        Assert.Equal(["not_triggered", "not_triggered", "triggered"], boundary.Cases.Select(c => c.Outcome));
    }

    [Theory]
    [InlineData("rules/examples/us-npdes-snc.json", "m.MonthsAtOrOver(1.4m) >= 2")]
    [InlineData("rules/examples/us-npdes-snc.json", "m.MonthsAtOrOver(1.4m): MaxRatio 1.4m")]
    [InlineData("rules/examples/uk-storm-overflow.json", "indicators.Value(\"spill_count\") > 60")]
    [InlineData("rules/examples/us-tri-totals.json", "discharges.Sum(d => d.DischargedIn(\"lb\")) > 10000")]
    [InlineData("rules/examples/eu-prtr-annex-2-air.json", "d.DischargedIn(\"kg\") > […].For(d.Pollutant)")]
    public void A_threshold_gets_its_three_cases(string path, string threshold)
    {
        var boundaries = PackBoundaries.Of(Shipped.Pack(path), Shipped.Reference);
        var boundary = Assert.Single(boundaries, b => b.Threshold == threshold);
        Assert.Equal([-1, 0, 1], boundary.Cases.Select(c => c.Side));
    }

    [Fact]
    public void Proposed_cases_put_into_the_pack_pass()
    {
        const string path = "rules/examples/uk-storm-overflow.json";
        var proposed = JArray.Parse(PackBoundaries.Json(PackBoundaries.Of(Shipped.Pack(path), Shipped.Reference)));
        Assert.True(proposed.Count >= 15, proposed.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var json = PackJson.Load(Shipped.Text(path));
        json["cases"] = proposed;
        Assert.All(PackCaseRunner.Run(PackReader.Read(json.ToString(), path), Shipped.Reference), r => Assert.True(r.Verdict == CaseVerdict.Pass, string.Join("; ", r.Messages)));
    }
}
