using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Tests.Rules;

/// <summary>What is said of the form of a pack where there is little to say it with: one word allowed, no place, a name that cannot be asked for.</summary>
public class SchemaMessageTests
{
    [Theory]
    [InlineData("\"RuleName\": \"rule\",", "\"RuleName\": \"rule\", \"RuleExpressionType\": \"Lambda\",", "'workflows[0].Rules[0].RuleExpressionType': 'Lambda' may not stand here; it must be 'LambdaExpression'.")]
    [InlineData("\"kind\": \"year\"", "\"kind\": \"yaer\"", "Did you mean 'year'?")]
    [InlineData("\"id\": \"test-pack\",", "", "The pack: the member 'id' is missing.")]
    [InlineData("\"id\": \"test-pack\",", "\"id\": \"test-pack\", \"jurisdicton\": 1,", "The pack: the member 'jurisdicton' is unknown; check its spelling. Did you mean 'jurisdiction'?")]
    [InlineData("\"parameters\": []", "\"parameters\": [{ \"id\": \"T\", \"kind\": \"table\", \"unit\": \"t\", \"title\": { \"zh\": \"x\", \"en\": \"x\" }, \"values\": [{ \"from\": \"2000-01-01\", \"value\": { \"a'[\": \"x\" }, \"citation\": \"x\", \"basis\": \"derived\" }] }]", "a number must stand here, not ")]
    public void A_fault_is_told_with_what_may_stand_there(string old, string now, string says) =>
        Assert.Contains(PackCheck.Errors(TestFacts.PackText("true").Replace(old, now, StringComparison.Ordinal), "p.json"), e => e.Message.Contains(says, StringComparison.Ordinal));
}
