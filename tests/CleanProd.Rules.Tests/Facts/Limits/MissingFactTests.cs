using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Limits;
using static CleanProd.Rules.Tests.Facts.Limits.MadeUpLimits;

namespace CleanProd.Rules.Tests.Facts.Limits;

/// <summary>A fact that is not known is tried with each of its values, and asked for only where the answers differ.</summary>
public class MissingFactTests
{
    private const string None = "NoLimit (No standard of the library limits the pollutant here)";

    private static LimitConditions Way(params DischargeKind[] ways) => Everybody with { Discharge = ways };

    [Theory]
    [InlineData(DischargeKind.Direct, "G=10")]
    [InlineData(DischargeKind.Indirect, "G=20")]
    [InlineData(DischargeKind.Unspecified, "G=10 or G=20 asks outlets.discharge")]
    public void How_an_outlet_discharges(DischargeKind discharge, string expected) =>
        Assert.Equal(expected, Said(Library([General("G")], [Row("G", 10m, Way(DischargeKind.Direct)), Row("G", 20m, Way(DischargeKind.Indirect))]), Question with { Discharge = discharge }));

    [Fact]
    public void A_gas_leaves_through_a_stack_or_not()
    {
        var library = Library([General("G") with { Medium = Medium.Air }],
        [
            Row("G", 10m, Way(DischargeKind.Stack)) with { Medium = Medium.Air }, Row("G", 20m, Way(DischargeKind.Fugitive)) with { Medium = Medium.Air }, Row("G", 1m, Way(DischargeKind.Direct)) with { Medium = Medium.Air },
        ]);
        Assert.Equal("G=10 or G=20 asks outlets.discharge", Said(library, Question with { Medium = Medium.Air, Discharge = DischargeKind.Unspecified }));
        Assert.Equal(None, Said(library));
    }

    [Fact]
    public void What_differs_in_nothing_is_not_asked_for() => Assert.Equal(
        "G=10", Said(Library([General("G")], [Row("G", 10m, Way(DischargeKind.Direct, DischargeKind.Indirect))]), Question with { Discharge = DischargeKind.Unspecified }));

    // GB 4287-2012, amendment of 2015, 一(3).
    [Theory]
    [InlineData("2015-03-26", "town", "T=20")]
    [InlineData("2015-03-27", "town", "T=10")]
    [InlineData("2015-03-27", "park", "T=20")]
    [InlineData("2015-03-27", null, "T=10 or T=20 asks receiver")]
    public void Into_a_town_plant_the_limits_of_direct_discharge_bind_from_their_day(string day, string? receiver, string expected)
    {
        var library = Library(
            [Trade("T") with { TownPlantDirectFrom = new(2015, 3, 27) }], [Row("T", 10m, Way(DischargeKind.Direct)), Row("T", 20m, Way(DischargeKind.Indirect))],
            facts: [new("receiver", ["town", "park", "other"], Wording.Same("receiver?"))]);
        var question = Question with { Discharge = DischargeKind.Indirect, SampledOn = Asked.Day(day) };
        Assert.Equal(expected, Said(library, receiver is null ? question : question.Given($"receiver={receiver}")));
        Assert.Equal("T=10", Said(library, question with { Discharge = DischargeKind.Direct }));
    }

    // DB44/26-2001 5.1.
    [Theory]
    [InlineData(true, DischargeKind.Direct, "G=1")]
    [InlineData(false, DischargeKind.Direct, "G=10")]
    [InlineData(null, DischargeKind.Direct, "G=10 or G=1, G=10 asks outlets.workshop")]
    public void Whether_an_outlet_is_a_workshops(bool? workshop, DischargeKind discharge, string expected) => Assert.Equal(
        expected,
        Said(Library([General("G")], [Row("G", 1m, Everybody with { Point = MonitoringPoint.Workshop }) with { Unit = Unit.Parse("g/t") }, Row("G", 10m, Everybody with { Point = MonitoringPoint.Total })]), Question with { Workshop = workshop, Discharge = discharge }));

    [Fact]
    public void An_outlet_of_which_nothing_is_known_is_asked_for_both()
    {
        var library = Library([General("G")], [Row("G", 10m, Everybody with { Point = MonitoringPoint.Total })]);
        Assert.Equal("G=10 or NoLimit (No standard of the library limits the pollutant here) asks outlets.workshop", Said(library, Question with { Workshop = null, Discharge = DischargeKind.Unspecified }));
        Assert.Equal("G=10", Said(library, Question with { Workshop = null }));
        Assert.Equal("G=10", Said(Library([General("G")], [Row("G", 10m)]), Question with { Workshop = null, Discharge = DischargeKind.Unspecified }));
    }

    [Theory]
    [InlineData("一级", null, "G=10")]
    [InlineData("二级", null, "G=20")]
    [InlineData(null, null, "G=10 or G=20 asks outlets.grade")]
    [InlineData("三级", null, "G=10 or G=20 asks outlets.grade")]
    [InlineData("一级", "G 二级", "G=20")]
    [InlineData(null, "G 一级", "G=10")]
    [InlineData("二级", "G", "G=20")]
    public void Which_grade_an_outlet_has_is_told_by_its_standard_before_its_own(string? grade, string? standard, string expected) => Assert.Equal(
        expected, Said(Library([General("G")], [Row("G", 10m, Everybody with { Grade = "一级" }), Row("G", 20m, Everybody with { Grade = "二级" })]), Question with { Grade = grade, Standard = standard }));

    [Theory]
    [InlineData("440100", "G=10")]
    [InlineData("440103", "G=10")]
    [InlineData("440104", "G=20")]
    [InlineData("440200", "G=20")]
    [InlineData("330000", "G=20")]
    public void A_limit_may_be_of_a_group_of_cities_or_of_all_others(string region, string expected) => Assert.Equal(
        expected,
        Said(Library([General("G")], [Row("G", 10m, Everybody with { Region = new(true, "珠三角", []) }), Row("G", 20m, Everybody with { Region = new(false, "珠三角", []) })]), Question with { Region = region }));

    [Theory]
    [InlineData("440100", "G=10")]
    [InlineData("330000", "G=10")]
    [InlineData("440200", "G=20")]
    public void So_it_may_of_divisions(string region, string expected) => Assert.Equal(
        expected,
        Said(Library([General("G")], [Row("G", 10m, Everybody with { Region = new(true, null, ["4401", "33"]) }), Row("G", 20m, Everybody with { Region = new(false, null, ["4401", "33"]) })]), Question with { Region = region }));

    [Theory]
    [InlineData("12.1", "G=5")]
    [InlineData("12", "G=8")]
    [InlineData("warm", "G=5 or G=8 asks temperature")]
    [InlineData(null, "G=5 or G=8 asks temperature")]
    public void A_number_is_held_against_a_bound(string? temperature, string expected)
    {
        var library = Library(
            [General("G")], [Row("G", 5m, Everybody with { Asks = [new("temperature", ">", ["12"])] }), Row("G", 8m, Everybody with { Asks = [new("temperature", "<=", ["12"])] })],
            facts: [new("temperature", [], Wording.Same("how warm?"))]);
        Assert.Equal(expected, Said(library, temperature is null ? Question : Question.Given($"temperature={temperature}")));
    }

    [Theory]
    [InlineData("coal", "G=5")]
    [InlineData("oil", "G=5")]
    [InlineData("gas", "G=8")]
    [InlineData(null, "G=5 or G=8 asks fuel")]
    public void A_word_is_one_of_some(string? fuel, string expected)
    {
        var library = Library(
            [General("G")], [Row("G", 5m, Everybody with { Asks = [new("fuel", "=", ["coal", "oil"])] }), Row("G", 8m, Everybody with { Asks = [new("fuel", "=", ["gas"])] })],
            facts: [new("fuel", ["coal", "oil", "gas"], Wording.Same("which fuel?"))]);
        Assert.Equal(expected, Said(library, fuel is null ? Question : Question.Given($"fuel={fuel}")));
    }

    [Theory]
    [InlineData("soap", "G=5")]
    [InlineData("glue", None)]
    [InlineData(null, "G=5 or NoLimit (No standard of the library limits the pollutant here) asks product")]
    public void A_text_is_the_one_that_is_meant_or_another(string? product, string expected)
    {
        var library = Library([General("G")], [Row("G", 5m, Everybody with { Asks = [new("product", "=", ["soap"])] })], facts: [new("product", [], Wording.Same("which product?"))]);
        Assert.Equal(expected, Said(library, product is null ? Question : Question.Given($"product={product}")));
    }

    [Fact]
    public void All_that_is_asked_must_hold()
    {
        var library = Library([General("G")], [Row("G", 5m, Everybody with { Asks = [new("a", "=", ["yes"]), new("b", "=", ["yes"])] })], facts: [YesNo("a"), YesNo("b")]);
        Assert.Equal("G=5", Said(library, Question.Given("a=yes", "b=yes")));
        Assert.Equal(None, Said(library, Question.Given("a=yes", "b=no")));
        Assert.Equal(None, Said(library, Question.Given("a=no", "b=yes")));
        Assert.Equal("G=5 or NoLimit (No standard of the library limits the pollutant here) asks a, b", Said(library));
    }

    [Fact]
    public void With_too_much_missing_it_is_not_told()
    {
        var names = Enumerable.Range(0, 10).Select(i => $"f{i}").ToArray();
        var answer = Answer(Library([General("G")], [.. names.Select((n, i) => Row("G", i + 1, Everybody with { Asks = [new(n, "=", ["yes"])] }) with { Unit = Unit.Parse($"unit{i}") })], facts: [.. names.Select(YesNo)]));
        Assert.Equal(LimitStanding.Missing, answer.Standing);
        Assert.Contains(answer.Possible, p => p.Reason.En == "Too many facts are missing");
    }

    [Theory]
    [InlineData(599, "G=1 or NoLimit (No standard of the library limits the pollutant here) asks f")]
    [InlineData(600, "G=1 or Missing (Too many facts are missing) or NoLimit (No standard of the library limits the pollutant here) asks f")]
    public void Six_hundred_ways_are_still_followed(int values, string expected)
    {
        var library = Library([General("G")], [Row("G", 1m, Everybody with { Asks = [new("f", "=", ["v0"])] })], facts: [new("f", [.. Enumerable.Range(0, values).Select(i => $"v{i}")], Wording.Same("f?"))]);
        Assert.Equal(expected, Said(library));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Ohio")]
    [InlineData("990000")]
    public void A_place_that_is_not_known_to_be_in_China_is_asked_for(string? region) =>
        Assert.Equal("Missing (Missing: Region) asks facilities.region", Said(Library([General("G")], [Row("G", 5m)]), Question with { Region = region }));

    [Fact]
    public void A_place_may_be_told_by_its_name() => Assert.Equal("G=5", Said(Library([General("G", "44")], [Row("G", 5m)]), Question with { Region = "广州" }));
}
