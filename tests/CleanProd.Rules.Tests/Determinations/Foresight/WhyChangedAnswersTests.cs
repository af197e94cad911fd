using CleanProd.Rules.Determinations;
using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Tests.Determinations.Proving;

namespace CleanProd.Rules.Tests.Determinations.Foresight;

/// <summary>What counts as the same answer where two years are compared, and what does not.</summary>
public class WhyChangedAnswersTests
{
    private static RulePack Law1(string condition, string name = "rule", string properties = ", \"ground\": \"G1a\"", string more = "") =>
        SmallPack.Of(more.Length > 0 ? [SmallPack.Rule(condition, properties, name), more] : [SmallPack.Rule(condition, properties, name)], []);

    private static JudgedUnder Under(RulePack pack, string x, string? y = null, int year = 2024)
    {
        var data = new InventedYear().Plant("A").Indicator("A", "x", x).Indicator("A", "x", x, 2023);
        if (y is not null) data.Indicator("A", "y", y);
        var (set, asOf) = (data.Set(year), new DateOnly(year + 1, 1, 15));
        return new(Law.Compile([pack], asOf), Shipped.Reference, set.Facilities[0], set.TablesGiven, year, asOf);
    }

    [Fact]
    public void Where_a_stricter_law_meets_better_data_and_the_answer_stays_nothing_made_a_difference()
    {
        var why = WhyChanged.Of(Under(Law1("indicators.Value(\"x\") > 10"), "12"), Under(Law1("indicators.Value(\"x\") > 5"), "6"));
        Assert.Equal((Outcome.Triggered, Outcome.Triggered), (why.Before.Outcome, why.After.Outcome));
        Assert.Equal((Bearings.None, Bearings.None, Bearings.Data), (why.Made, why.NeededFor, why.ChangesAlone));
        Assert.Equal(
            [(Bearings.None, Outcome.Triggered), (Bearings.Law, Outcome.Triggered), (Bearings.Data, Outcome.NotTriggered), (Bearings.Law | Bearings.Data, Outcome.Triggered)],
            why.Answers.Take(4).Select(a => (a.Exchanged, a.Determination.Outcome)));
        Assert.Equal([2024, 2024], [why.Before.Year, why.After.Year]);
    }

    [Fact]
    public void A_ground_beside_it_that_lists_in_neither_year_is_not_part_of_the_answer()
    {
        var law = Law1("indicators.Value(\"x\") > 10", more: SmallPack.Rule("indicators.Value(\"y\") > 10", name: "other"));
        var why = WhyChanged.Of(Under(law, "12"), Under(law, "12", "3"));
        Assert.Equal([Outcome.Undetermined, Outcome.NotTriggered], [why.Before.Rules[1].Outcome, why.After.Rules[1].Outcome]);
        Assert.Equal((Bearings.None, Bearings.None, Bearings.None), (why.Made, why.ChangesAlone, why.NeededFor));
    }

    [Fact]
    public void Rules_that_are_not_met_are_no_reasons()
    {
        var why = WhyChanged.Of(Under(Law1("indicators.Value(\"x\") > 10"), "3"), Under(Law1("indicators.Value(\"x\") > 10", "other", ", \"ground\": \"G1b\""), "3"));
        Assert.Equal((Outcome.NotTriggered, Bearings.None), (why.After.Outcome, why.Made));
    }

    [Fact]
    public void A_rule_of_another_name_with_the_same_ground_is_the_same_answer_and_one_without_a_ground_goes_by_its_name()
    {
        Assert.Equal(Bearings.None, WhyChanged.Of(Under(Law1("indicators.Value(\"x\") > 10"), "12"), Under(Law1("indicators.Value(\"x\") > 10", "other"), "12")).Made);
        Assert.Equal(Bearings.Law, WhyChanged.Of(Under(Law1("indicators.Value(\"x\") > 10", properties: ""), "12"), Under(Law1("indicators.Value(\"x\") > 10", "other", ""), "12")).Made);
    }

    [Fact]
    public void Each_combination_is_judged_with_the_facts_of_its_own_law_data_and_year()
    {
        var why = WhyChanged.Of(Under(Law1("indicators.Value(\"x\") > 10"), "3", year: 2023), Under(Law1("indicators.Value(\"x\") > 10 and indicators.Value(\"y\") > 1"), "12", "2"));
        Assert.Equal(
            [Outcome.NotTriggered, Outcome.NotTriggered, Outcome.Triggered, Outcome.Undetermined, Outcome.NotTriggered, Outcome.NotTriggered, Outcome.Triggered, Outcome.Triggered],
            why.Answers.Select(a => a.Determination.Outcome));
        Assert.Equal([2023, 2023, 2023, 2023, 2024, 2024, 2024, 2024], why.Answers.Select(a => a.Determination.Year));
        Assert.Equal(Bearings.Data, why.Made);
    }
}
