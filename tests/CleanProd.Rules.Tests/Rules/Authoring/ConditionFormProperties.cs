using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Authoring;
using FsCheck.Xunit;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Rules.Authoring;

/// <summary>Text and structured form are two ways to write one condition.</summary>
public class ConditionFormProperties
{
    private static readonly RulePack Parameters = Pack("true", parameters: RandomCondition.Parameters);

    [Property(MaxTest = 100)]
    public void A_condition_goes_to_its_form_and_back_to_the_same_text_and_the_same_meaning(int seed)
    {
        foreach (var each in Effort.Seeds(seed))
        {
            var random = new Random(each);
            var condition = RandomCondition.Make(random);
            var (canonical, form) = RuleForms.Of(condition.Text, Parameters);
            var back = RuleForms.Text(form, Parameters);
            Assert.Equal(canonical, back);
            Assert.Equal(canonical, RuleForms.Of(canonical, Parameters).Text);
            Assert.Equal(form, RuleForms.Of(back, Parameters).Form);
            var (one, other) = (Compiled(condition.Text, parameters: RandomCondition.Parameters), Compiled(back, parameters: RandomCondition.Parameters));
            for (var i = 0; i < 10; i++)
            {
                var facts = World.Make(random, complete: false).Facts();
                Assert.Equal(one.Rules[0].Condition.Ask(facts), other.Rules[0].Condition.Ask(facts));
            }
        }
    }

    [Fact]
    public void Every_condition_of_the_shipped_packs_goes_to_its_form_and_back()
    {
        foreach (var pack in Shipped.PackFiles.Select(Shipped.Pack))
            foreach (var (text, type) in PackFormat.Texts(pack).Where(t => t.Type is not null && t.Text.Locals.Count == 0))
            {
                var (canonical, form) = RuleForms.Of(text.Text, pack);
                Assert.Equal(canonical, RuleForms.Text(form, pack));
            }
    }

    [Theory]
    [InlineData("facility.Name == \"say \\\"no\\\" \\\\ to\\tit\"")]
    [InlineData("audits.Any(a => a.ListedOn > \"2020-01-01\" and a.AcceptedOn == null)")]
    [InlineData("monitoring.Where(m => m.Window == \"day\").Where(m => m.ExceedanceCount > 0).Count() >= 2")]
    [InlineData("monitoring.Any(m => monitoring.Any(m2 => m.ExceedanceCount > m2.ExceedanceCount))")]
    [InlineData("indicators.Value(\"x\") * (2 + indicators.Value(\"y\")) / 3 > 1.5m")]
    [InlineData("indicators.Value(\"x\") > 7m / 2m")]
    [InlineData("10 - (indicators.Value(\"x\") - 3) > 2")]
    [InlineData("facility.KeySource == true and not (facility.Region in (\"440100\", \"440200\"))")]
    [InlineData("substances.Any(s => s.InCatalogue(\"gb8978-1996-table1\")) ? energy.Any() : quotas.Any()")]
    public void Canonical_text_survives_both_ways(string text)
    {
        var (canonical, form) = RuleForms.Of(text, null);
        Assert.Equal(text, canonical);
        Assert.Equal(text, RuleForms.Text(form, null));
    }

    [Theory]
    [InlineData("{\"alll\": []}", "Did you mean 'all'?")]
    [InlineData("{\"all\": [{\"compare\": [{\"word\": \"facility.Name\"}, \"=\", {\"text\": \"a\"}]}]}", "is no comparison")]
    [InlineData("{\"holds\": {\"word\": \"facility.Name) or (true\"}}", "is no word")]
    [InlineData("{\"compare\": [{\"number\": \"1,5\"}, \">\", {\"number\": 1}]}", "is no decimal number")]
    [InlineData("{\"some\": {\"of\": \"monitoring\", \"that\": {\"always\": true}}}", "'as'")]
    [InlineData("{\"all\": [], \"any\": []}", "not several")]
    [InlineData("[1", "not JSON")]
    public void What_is_no_form_is_refused_with_its_place(string form, string says) =>
        Assert.Contains(says, Assert.Throws<FormException>(() => RuleForms.Text(form, null)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_a_form_says_is_checked_like_any_text() =>
        Assert.Throws<PackException>(() => RuleForms.Text("{\"holds\": {\"word\": \"facility.Name.GetType\", \"with\": []}}", null));
}
