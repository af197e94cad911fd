using CleanProd.Rules.Rules;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Rules;

public class RefusedConditionTests
{
    [Theory]
    [InlineData("monitoring.Any(m => m.ExceedanceCont > 0)", "ExceedanceCount")]
    [InlineData("monitring.Any(m => m.ExceedanceCount > 0)", "monitoring")]
    public void A_typo_is_refused_with_its_place_and_the_nearest_word(string condition, string suggestion)
    {
        var error = Refusal(condition);
        Assert.Contains($"Did you mean '{suggestion}'", error.Message, StringComparison.Ordinal);
        Assert.Equal(12, error.Position.Line);
        Assert.Equal(PackText(condition).Split('\n')[11].IndexOf(condition.Contains("Cont", StringComparison.Ordinal) ? "ExceedanceCont" : "monitring", StringComparison.Ordinal) + 1, error.Position.Column);
    }

    [Theory]
    [InlineData("facility.GetType().Name == \"x\"")]
    [InlineData("facility.Name.GetType().Assembly.Location != \"\"")]
    [InlineData("DateTime.Now.Year > 2000")]
    [InlineData("Guid.NewGuid().ToString() == \"\"")]
    [InlineData("String.Empty.PadLeft(500000000) == \"\"")]
    [InlineData("\"\".PadLeft(500000000) == \"\"")]
    [InlineData("Convert.ToDecimal(\"4.9\") > 4")]
    [InlineData("Enumerable.Range(0, 2000000000).Count() > 1")]
    [InlineData("new(1 as a).a > 0")]
    [InlineData("0.1 + 0.2 == 0.3")]
    [InlineData("facility.Name < \"b\"")]
    [InlineData("monitoring.Count > 1")]
    [InlineData("monitoring.IsComplete")]
    [InlineData("monitoring.Any(m => m.Evidence.Count > 0)")]
    [InlineData("monitoring.GroupBy(m => m.Pollutant).Any()")]
    [InlineData("facility.Name.Length > 3 and Math.Pow(2, 3) > 1")]
    [InlineData("monitoring.Any(m => m.ExceedanceCount > \u0430)")]
    [InlineData("")]
    [InlineData("monitoring.Any(m => m.ExceedanceCount > 0")]
    public void What_is_no_word_of_the_language_is_refused_before_anything_runs(string condition)
    {
        var error = Refusal(condition);
        Assert.True(error.Position is { Line: >= 10, Column: > 1 }, error.ToString());
        Assert.NotEmpty(error.Message);
    }

    [Theory]
    [InlineData("facility.KeySource == facility.HasEnergyLimit")]
    [InlineData("facility.RegionIn(\"44\") != facility.KeySource")]
    [InlineData("substances.Any(s => s.InCatalogue(\"x\") == facility.KeySource)")]
    public void Yes_or_no_facts_are_not_compared_with_each_other_as_one_of_them_may_be_unknown(string condition) =>
        Assert.Equal("not_allowed", Refusal(condition).Code);

    [Theory]
    [InlineData("monitoring.Any(m => x.ExceedanceCount > 0)", "Unknown identifier 'x'. In")]
    [InlineData("monitoring.Any(m => m)", "write list.Any(x => x.Word > 1). In")]
    [InlineData("monitoring.Sum() > 1", "write list.Sum(x => x.Word). In")]
    [InlineData("monitoring.Exists(m => m.ExceedanceCount > 0)", "Lists have no 'Exists'. They have Any, All,")]
    [InlineData("monitoring.Cuont() > 1", "Did you mean 'Count'?")]
    [InlineData("facility.KeySource > true", "operand types 'yes/no' and 'yes/no'.")]
    [InlineData("monitoring.Any() && monitoring", "operand types 'yes/no' and 'list'.")]
    [InlineData("p > 1 and p.Tow > 1", "The pack has no parameter 'Tow'. In")]
    public void The_parser_is_made_to_speak_the_words_of_the_language(string condition, string said) =>
        Assert.Contains(said, Refusal(condition).Message, StringComparison.Ordinal);

    [Fact]
    public void A_choice_as_the_argument_of_a_word_is_refused_in_words_at_its_place()
    {
        const string condition = "monitoring.Any(m => m.MonthsAtOrOver(iif(facility.KeySource == true, 1.4m, 1.2m)) >= 2)";
        var error = Refusal(condition);
        Assert.Equal("not_allowed", error.Code);
        Assert.Contains("An argument of 'MonthsAtOrOver' must be", error.Message, StringComparison.Ordinal);
        Assert.Equal(PackText(condition).Split('\n')[11].IndexOf("MonthsAtOrOver", StringComparison.Ordinal) + 1, error.Position.Column);
    }

    [Fact]
    public void Five_thousand_brackets_are_refused_and_do_not_end_the_process()
    {
        var text = new string('(', 5000) + "facility.KeySource == true" + new string(')', 5000);
        Assert.Contains(Refusal(text).Code, new[] { "schema", "too_long" });
        Assert.Equal("too_deep", Refusal(new string('(', 900) + "true" + new string(')', 900)).Code);
        Assert.Equal("too_deep", Refusal(new string('!', 1500) + "true").Code);
        Assert.Equal("too_deep", Refusal(string.Concat(Enumerable.Repeat("not ", 400)) + "true").Code);
    }

    [Fact]
    public void A_condition_may_have_five_hundred_parts()
    {
        var parser = new ConditionParser("test.json", ParameterSet.None);
        string Tests(int count) => string.Join('|', Enumerable.Repeat("true", count));
        parser.Condition(new("!" + Tests(250), new(1, 1), []));
        var error = Assert.Throws<PackException>(() => parser.Condition(new(Tests(251), new(1, 1), []))).Errors[0];
        Assert.Equal("not_allowed", error.Code);
        Assert.StartsWith("The condition has more than 500 parts; split it.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_member_of_the_pack_is_refused_with_line_and_column()
    {
        var text = PackText("true").Replace("\"ground\": \"G1a\"", "\"grund\": \"G1a\"", StringComparison.Ordinal);
        var error = Assert.Throws<PackException>(() => PackReader.Read(text, "p.json")).Errors[0];
        Assert.Equal("schema", error.Code);
        Assert.Contains("grund", error.Message, StringComparison.Ordinal);
        Assert.Equal(13, error.Position.Line);
    }

    [Theory]
    [InlineData("\"Enabled\": true", "\"Enabeld\": false")]
    [InlineData("\"Enabled\": true", "\"Actions\": {}")]
    [InlineData("\"Enabled\": true", "\"WorkflowsToInject\": [\"x\"]")]
    public void Traps_of_the_workflow_format_are_refused(string marker, string trap)
    {
        var text = PackText("true").Replace("\"RuleName\": \"rule\",", "\"RuleName\": \"rule\", " + marker + ",", StringComparison.Ordinal);
        PackReader.Read(text, "p.json");
        Assert.Throws<PackException>(() => PackReader.Read(text.Replace(marker, trap, StringComparison.Ordinal), "p.json"));
    }

    [Fact]
    public void A_clause_that_is_both_judged_and_not_is_refused()
    {
        var error = Assert.Throws<PackException>(() => PackReader.Read(WholePack.Text.Replace("\"notJudged\": {", "\"rules\": [\"over\"], \"notJudged\": {", StringComparison.Ordinal), "p.json")).Errors[0];
        Assert.Equal(("schema", "'clauses[1]': it has members of which only one may stand there.", 9), (error.Code, error.Message, error.Position.Line));
    }

    [Fact]
    public void A_member_given_twice_and_text_after_the_end_are_refused()
    {
        Assert.Throws<PackException>(() => PackReader.Read(PackText("true").Replace("\"id\": \"test-pack\"", "\"id\": \"test-pack\", \"id\": \"b\"", StringComparison.Ordinal), "p.json"));
        Assert.Throws<PackException>(() => PackReader.Read(PackText("true") + "{}", "p.json"));
        Assert.Throws<PackException>(() => PackReader.Read("", "p.json"));
        Assert.Throws<PackException>(() => PackReader.Read(new string('[', 20000), "p.json"));
    }

    private static PackError Refusal(string condition) => Assert.Throws<PackException>(() => Compiled(condition)).Errors[0];
}
