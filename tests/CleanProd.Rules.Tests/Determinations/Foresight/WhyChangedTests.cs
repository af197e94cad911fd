using CleanProd.Rules.Determinations;
using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Tests.Determinations.Foresight;

/// <summary>Why this year and not last: law, data and period exchanged one at a time, on an invented plant of two years.</summary>
public class WhyChangedTests
{
    private static readonly RulePack Measures = Shipped.Pack("rules/cn/measures-2016.json");

    private static InventedYear Plant(string value2023, string value2024) => new InventedYear().Plant("A").Value("A", "2023-05-04", value2023).Value("A", "2024-05-04", value2024);

    private static JudgedUnder Under(InventedYear data, int year, params RulePack[] packs)
    {
        var (set, asOf) = (data.Set(year), new DateOnly(year + 1, 1, 15));
        return new(Law.Compile(packs.Length == 0 ? [Measures] : packs, asOf), Shipped.Reference, set.Facilities[0], set.TablesGiven, year, asOf);
    }

    [Fact]
    public void A_plant_that_exceeded_this_year_only_is_listed_because_of_the_period()
    {
        var plant = Plant("61", "132");
        var why = WhyChanged.Of(Under(plant, 2023), Under(plant, 2024));
        Assert.Equal((Outcome.Undetermined, Outcome.Triggered), (why.Before.Outcome, why.After.Outcome));
        Assert.Equal((Bearings.Period, Bearings.Period, Bearings.Period), (why.Made, why.ChangesAlone, why.NeededFor));
        Assert.Equal(8, why.Answers.Count);
    }

    [Fact]
    public void A_correction_of_the_data_is_told_from_another_year()
    {
        var why = WhyChanged.Of(Under(Plant("61", "625"), 2024), Under(Plant("61", "62.5"), 2024));
        Assert.Equal((Outcome.Triggered, Bearings.Data, Bearings.Data), (why.Before.Outcome, why.Made, why.ChangesAlone));
    }

    [Fact]
    public void Another_law_is_told_from_both()
    {
        var strict = PackReader.Read(Shipped.Text("rules/cn/measures-2016.json").Replace("m.ExceedanceCount > 0", "m.MaxRatio > 0.5", StringComparison.Ordinal), "strict.json");
        var plant = Plant("61", "61");
        var why = WhyChanged.Of(Under(plant, 2023), Under(plant, 2024, strict));
        Assert.Equal((Outcome.Triggered, Bearings.Law, Bearings.Law), (why.After.Outcome, why.Made, why.NeededFor));
    }

    [Fact]
    public void What_needs_two_together_is_told_as_two()
    {
        var strict = PackReader.Read(Shipped.Text("rules/cn/measures-2016.json").Replace("m.ExceedanceCount > 0", "m.MaxRatio > 0.8", StringComparison.Ordinal), "strict.json");
        var plant = Plant("61", "80");
        var why = WhyChanged.Of(Under(plant, 2023), Under(plant, 2024, strict));
        Assert.Equal((Outcome.Triggered, Bearings.Law | Bearings.Period, Bearings.None), (why.After.Outcome, why.Made, why.ChangesAlone));
        Assert.Equal(Bearings.Law | Bearings.Period, why.NeededFor);
    }

    [Fact]
    public void Two_years_alike_have_nothing_to_explain()
    {
        var plant = Plant("132", "140");
        var why = WhyChanged.Of(Under(plant, 2023), Under(plant, 2024));
        Assert.Equal((Bearings.None, Bearings.None), (why.Made, why.NeededFor));
    }

    [Fact]
    public void Where_law_or_data_would_each_do_alone_the_law_is_named()
    {
        var strict = PackReader.Read(Shipped.Text("rules/cn/measures-2016.json").Replace("m.ExceedanceCount > 0", "m.MaxRatio > 0.5", StringComparison.Ordinal), "strict.json");
        var why = WhyChanged.Of(Under(Plant("61", "61"), 2024), Under(Plant("61", "132"), 2024, strict));
        Assert.Equal((Outcome.Undetermined, Outcome.Triggered), (why.Before.Outcome, why.After.Outcome));
        Assert.Equal((Bearings.Law, Bearings.Law | Bearings.Data, Bearings.None), (why.Made, why.ChangesAlone, why.NeededFor));
    }

    [Fact]
    public void Listed_on_another_ground_is_another_answer()
    {
        var before = new InventedYear().Plant("A").Value("A", "2024-05-04", "132").Row("A", "substances", "year:2024", "substance:none", "role:used");
        var after = new InventedYear().Plant("A").Value("A", "2024-05-04", "61").Row("A", "substances", "year:2024", "substance:氰化钠", "role:used", "quantity:1", "unit:t");
        var why = WhyChanged.Of(Under(before, 2024), Under(after, 2024));
        Assert.Equal((Outcome.Triggered, Outcome.Triggered), (why.Before.Outcome, why.After.Outcome));
        Assert.Equal((Bearings.Data, Bearings.Data, Bearings.Data), (why.Made, why.ChangesAlone, why.NeededFor));
    }
}
