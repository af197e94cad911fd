using CleanProd.Rules.Determinations;
using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Tests.Determinations.Foresight;

/// <summary>An enterprise tries values out: what it puts in takes the place of what is known, table by table.</summary>
public class SelfCheckTests
{
    private static readonly RulePack Measures = Shipped.Pack("rules/cn/measures-2016.json");

    private static SelfCheck Try(FactSet known, FactSet tried) => SelfCheck.Of(
        [Measures], Shipped.Reference, known.Facilities[0], known.TablesGiven, tried.Facilities[0], tried.TablesGiven.Except(["facilities"]).ToHashSet(), 2024, InventedYear.AsOf);

    private static FactSet Known => new InventedYear().Plant("A").Value("A", "2024-03-04", "132").Row("A", "substances", "year:2024", "substance:none", "role:used").Set();

    [Fact]
    public void Better_values_take_it_off_and_the_tables_that_were_not_tried_stay_as_they_are_known()
    {
        var answer = Try(Known, new InventedYear().Plant("A").Value("A", "2024-03-04", "61").Set());
        Assert.Equal(Outcome.NotTriggered, answer.Determination.Rules.Single(r => r.Rule == "G1a").Outcome);
        Assert.Equal(Outcome.NotTriggered, answer.Determination.Rules.Single(r => r.Rule == "G3").Outcome);
        Assert.Empty(answer.WaysOff);
    }

    [Fact]
    public void Values_that_would_list_it_come_with_the_distance_from_the_line_and_what_would_change_it()
    {
        var answer = Try(Known, new InventedYear().Plant("A").Value("A", "2024-05-01", "99").Set());
        var rule = answer.Determination.Rules.Single(r => r.Rule == "G1a");
        Assert.Equal((Outcome.Triggered, 99m), (rule.Outcome, Assert.Single(rule.Evidence).Value!.Value.Number));
        var change = Assert.Single(Assert.Single(answer.WaysOff).Changes);
        Assert.Equal((99m, 90m), (change.From, change.To));
    }

    [Fact]
    public void What_is_not_known_and_not_tried_leaves_a_ground_open()
    {
        var answer = Try(new InventedYear().Plant("A").Set(), new InventedYear().Plant("A").Value("A", "2024-05-01", "61").Set());
        Assert.Equal(Outcome.Undetermined, answer.Determination.Rules.Single(r => r.Rule == "G3").Outcome);
    }
}
