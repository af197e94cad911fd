using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Comparing;

namespace CleanProd.Rules.Tests.Rules.Comparing;

/// <summary>Whether the first rule of a pack still decides and cites the same when one thing is changed.</summary>
public class RuleEqualityTests
{
    private static readonly DateOnly Day = new(2025, 1, 15);

    [Theory]
    [InlineData("\"en\": \"Whole\" ⟶ \"en\": \"All\"", true, true)]
    [InlineData("\"en\": \"Art. 4\" ⟶ \"en\": \"Art. 7\"", true, true)]
    // The words of one of its two exceptions.
    [InlineData("\"zh\": \"但书\" ⟶ \"zh\": \"但\"", false, true)]
    [InlineData("\"zh\": \"停产\" ⟶ \"zh\": \"停\"", false, true)]
    [InlineData("\"zh\": \"第三条\" ⟶ \"zh\": \"第九条\"", false, true)]
    [InlineData("\"zh\": \"一次\" ⟶ \"zh\": \"一回\"", false, true)]
    [InlineData("\"ground\": \"G1a\" ⟶ \"ground\": \"G1b\"", false, true)]
    [InlineData("\"zh\": \"超标\" ⟶ \"zh\": \"超\"", false, true)]
    // What it asks.
    [InlineData("facility.Status == \\\"suspended\\\" ⟶ facility.Status == \\\"operating\\\"", false, false)]
    [InlineData("often == 1 ⟶ often == 2", false, false)]
    [InlineData("\"requires\": [\"facility.Region\", ⟶ \"requires\": [\"facility.Name\",", false, false)]
    [InlineData("\"facility.Region\", \"indicators.Value(\\\"x\\\")\" ⟶ \"facility.Region\", \"indicators.Value(\\\"y\\\")\"", false, false)]
    [InlineData("\"facility.Region\", ⟶ ", false, false)]
    [InlineData("often * 2 ⟶ often * 3", false, false)]
    [InlineData("\"appliesWhen\": \"facility.Status != \\\"closed\\\"\", ⟶ ", false, false)]
    public void A_rule_is_the_same_where_nothing_of_it_changed(string change, bool same, bool sameConditions)
    {
        var (before, after) = (First(WholePack.Pack), First(PackReader.Read(WholePack.With(change), "now.json")));
        Assert.Equal((same, sameConditions), (RuleEquality.Same(before, after), RuleEquality.SameConditions(before, after)));
    }

    private static CompiledRule First(RulePack pack) => CompiledPack.Compile(pack, Day).Rules[0];
}
