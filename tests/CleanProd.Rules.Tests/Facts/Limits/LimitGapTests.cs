using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Limits;
using static CleanProd.Rules.Tests.Facts.Limits.MadeUpLimits;

namespace CleanProd.Rules.Tests.Facts.Limits;

/// <summary>What a standard has and the library has not leaves the limit unknown, never absent.</summary>
public class LimitGapTests
{
    private const string None = "NoLimit (No standard of the library limits the pollutant here)", Open = "Missing (not at hand) asks limits: not at hand";

    private static readonly DischargeLimit Other = Row("G", 1m, id: "other") with { Codes = [new("其他")] };

    private static LimitGap Gap(LimitConditions? conditions = null) => new("G", conditions ?? new(), Long, null, new("未收录", "not at hand"));

    [Fact]
    public void A_gap_leaves_the_limit_unknown_where_no_row_binds()
    {
        Assert.Equal(Open, Said(Library([General("G")], [Other], [Gap()])));
        Assert.Equal("G=10", Said(Library([General("G")], [Row("G", 10m)], [Gap()])));
        Assert.Equal(None, Said(Library([General("G")], [Other], [Gap() with { Standard = "H" }])));
    }

    [Theory]
    [InlineData("2004-12-31", None)]
    [InlineData("2005-01-01", Open)]
    [InlineData("2005-06-30", Open)]
    [InlineData("2005-07-01", None)]
    public void It_has_a_first_and_a_last_day(string day, string expected) =>
        Assert.Equal(expected, Said(Library([General("G")], [Other], [Gap() with { From = new(2005, 1, 1), To = new(2005, 6, 30) }]), Question with { SampledOn = Asked.Day(day) }));

    [Theory]
    [InlineData("2009-12-31", None)]
    [InlineData("2010-01-01", Open)]
    [InlineData("2010-12-31", Open)]
    [InlineData("2011-01-01", None)]
    public void It_has_a_period_of_its_own(string approved, string expected) => Assert.Equal(
        expected, Said(Library([General("G")], [Other], [Gap(new() { EiaFrom = new(2010, 1, 1), EiaTo = new(2010, 12, 31) })]), Question with { EiaApprovedOn = Asked.Day(approved) }));

    [Theory]
    [InlineData(DischargeKind.Direct, Open)]
    [InlineData(DischargeKind.Indirect, None)]
    public void It_is_of_one_way_of_discharging(DischargeKind discharge, string expected) =>
        Assert.Equal(expected, Said(Library([General("G")], [Other], [Gap(new() { Discharge = [DischargeKind.Direct] })]), Question with { Discharge = discharge }));

    [Fact]
    public void It_may_ask_a_person()
    {
        var library = Library([General("G")], [Other], [Gap(new() { Asks = [new("plating", "=", ["yes"])] })], [YesNo("plating")]);
        Assert.Equal(Open, Said(library, Question.Given("plating=yes")));
        Assert.Equal(None, Said(library, Question.Given("plating=no")));
        Assert.Equal("Missing (not at hand) or NoLimit (No standard of the library limits the pollutant here) asks limits: not at hand, plating", Said(library));
    }

    [Fact]
    public void A_trade_whose_period_is_not_at_hand_covers_the_plant_all_the_same()
    {
        var newer = Row("T", 40m, Everybody with { EiaFrom = new(2015, 1, 1) });
        var gap = Gap(new() { EiaTo = new(2014, 12, 31) }) with { Standard = "T" };
        Assert.Equal(Open, Said(Library([General("G"), Trade("T")], [Row("G", 100m), newer], [gap])));
        Assert.Equal("G=100", Said(Library([General("G"), Trade("T")], [Row("G", 100m), newer], [gap with { To = new(2020, 1, 1) }])));
        Assert.Equal("G=100", Said(Library([General("G"), Trade("T")], [Row("G", 100m), newer], [gap with { Standard = "U" }])));
        Assert.Equal("G=100", Said(Library([General("G"), Trade("T")], [Row("G", 100m), newer with { Conditions = new() { Industries = ["C17"], EiaFrom = new(2015, 1, 1) } }], [gap])));
        var elsewhere = newer with { RowId = "for others", Scope = "others", Conditions = new() { Industries = ["C17"], EiaFrom = new(2015, 1, 1) } };
        Assert.Equal(Open, Said(Library([General("G"), Trade("T")], [Row("G", 100m), elsewhere, newer], [gap with { Standard = "U" }, gap])));
        Assert.Equal("T=40", Said(Library([General("G"), Trade("T")], [Row("G", 100m), newer], [gap]), Question with { EiaApprovedOn = new(2015, 1, 1) }));
    }

    [Theory]
    [InlineData("C1713", "Missing (The limits of T are not at hand) asks limits: The limits of T are not at hand")]
    [InlineData("C2110", "G=100")]
    [InlineData("C22", "Missing (The limits of T are not at hand) or G=100 asks limits: The limits of T are not at hand, scope[T]")]
    public void A_standard_of_which_nothing_is_at_hand_leaves_its_trade_open_and_no_other(string industry, string expected) => Assert.Equal(
        Sorted(expected),
        Sorted(Said(Library([General("G"), Trade("T") with { IsAtHand = false, Scope = new() { Industries = ["C17"], MaybeIndustries = ["C22"] } }], [Row("G", 100m)]), Question with { Industry = industry })));

    [Fact]
    public void Whether_it_is_for_the_plant_at_all_may_be_asked_of_a_person()
    {
        var library = Library(
            [General("G"), Trade("T") with { IsAtHand = false, Scope = new() { Industries = ["*"], Asks = [new("plating", "=", ["yes"])] } }], [Row("G", 100m)], facts: [YesNo("plating")]);
        Assert.Equal("G=100", Said(library, Question.Given("plating=no")));
        Assert.Equal(LimitStanding.Missing, Answer(library, Question.Given("plating=yes")).Standing);
        var atHand = Library([General("G"), Trade("T") with { Scope = new() { Asks = [new("plating", "=", ["yes"])] } }], [Row("G", 100m), Row("T", 40m)], facts: [YesNo("plating")]);
        Assert.Equal("G=100", Said(atHand, Question.Given("plating=no")));
        Assert.Equal("T=40", Said(atHand, Question.Given("plating=yes")));
    }

    [Fact]
    public void Beside_a_gap_the_limits_that_are_known_still_bind()
    {
        var answer = Answer(Library([Trade("T"), Trade("U") with { IsAtHand = false, Scope = Everybody }], [Row("T", 40m)]));
        Assert.Equal("Missing T=40 (The limits of U are not at hand) asks limits: The limits of U are not at hand", Said(answer));
        Assert.Equal("U 的限值未收录", answer.Missing[0].Question.Zh);
        var first = Answer(Library([Trade("U") with { IsAtHand = false, Scope = Everybody }, Trade("T"), Trade("V") with { IsAtHand = false, Scope = Everybody }], [Row("T", 40m)]));
        Assert.Equal("Missing T=40 (The limits of U are not at hand) asks limits: The limits of U are not at hand", Said(first));
    }

    private static string Sorted(string said) => string.Join(" or ", said.Split(" asks ")[0].Split(" or ").Order(StringComparer.Ordinal)) + " asks " + said.Split(" asks ").ElementAtOrDefault(1);
}
