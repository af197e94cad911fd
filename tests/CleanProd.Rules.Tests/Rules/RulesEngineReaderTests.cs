using CleanProd.Rules.Rules;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Rules;

/// <summary>The second reader of double entry.</summary>
public class RulesEngineReaderTests
{
    private static readonly CleanProd.Rules.Facts.Words.FacilityFacts Plant = Facility(indicators: new Dictionary<string, decimal?> { ["x"] = 5m, ["zero"] = 0m });

    [Theory]
    [InlineData("And", "indicators.Value(\"x\") > 1", "indicators.Value(\"x\") > 2", true)]
    [InlineData("And", "indicators.Value(\"x\") > 1", "indicators.Value(\"x\") > 9", false)]
    [InlineData("Or", "indicators.Value(\"x\") > 9", "indicators.Value(\"x\") > 1", true)]
    [InlineData("And", "indicators.Value(\"x\") > 1", "indicators.Value(\"x\") / indicators.Value(\"zero\") > 1", null)]
    [InlineData("And", "indicators.Value(\"x\") / indicators.Value(\"zero\") > 1", "indicators.Value(\"x\") > 1", null)]
    public async Task A_rule_of_which_a_part_throws_was_not_read(string sign, string one, string other, bool? answer)
    {
        var text = PackText("true").Replace("\"Expression\": \"true\"", $"\"Operator\": \"{sign}\", \"Rules\": [{{ \"RuleName\": \"a\", \"Expression\": {Quoted(one)} }}, {{ \"RuleName\": \"b\", \"Expression\": {Quoted(other)} }}]", StringComparison.Ordinal);
        Assert.Equal(answer, (await new RulesEngineReader(CompiledPack.Compile(PackReader.Read(text, "p.json"), AsOf)).ReadAsync(Plant))["rule"]);
    }

    [Fact]
    public async Task Names_that_differ_in_their_case_are_different_names()
    {
        const string parameters = """
            { "id": "Two", "kind": "number", "unit": "1", "title": { "zh": "x", "en": "x" }, "values": [{ "from": "2000-01-01", "value": 2, "citation": "x", "basis": "derived" }] },
            { "id": "two", "kind": "number", "unit": "1", "title": { "zh": "x", "en": "x" }, "values": [{ "from": "2000-01-01", "value": 3, "citation": "x", "basis": "derived" }] }
            """;
        Assert.True((await new RulesEngineReader(Compiled("p.two > p.Two and p.Two < p.two", parameters: parameters)).ReadAsync(Plant))["rule"]);
    }

    private static string Quoted(string text) => Newtonsoft.Json.JsonConvert.ToString(text);
}
