using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Determinations.Foresight;

/// <summary>How far the search for the smallest change goes where it needs many values or many steps.</summary>
public class WayOffOfManyTests
{
    private static WayOff Find(string condition, InventedYear year)
    {
        var set = year.Set();
        return Assert.Single(new WayOffSearch(Law.Compile([Pack(condition)], InventedYear.AsOf), Shipped.Reference, set.Facilities[0], set.TablesGiven, 2024, InventedYear.AsOf).Find());
    }

    private static InventedYear Days(int first, int count = 14)
    {
        var year = new InventedYear().Plant("A");
        for (var i = 0; i < count; i++) year.Value("A", $"2024-03-{i + 1:00}", (first + i).ToString(System.Globalization.CultureInfo.InvariantCulture));
        return year;
    }

    // Only twelve values are asked to go back as far as they may: of more, the others show where the search itself put them.
    [Fact]
    public void Each_of_many_exceedances_falls_to_its_limit_and_no_further() =>
        Assert.All(Find("monitoring.Any(m => m.ExceedanceCount > 0)", Days(130)).Changes, c => Assert.Equal(90m, c.To));

    [Fact]
    public void Where_the_limit_is_not_enough_each_of_many_goes_one_step_beyond_it()
    {
        var changes = Find("monitoring.Any(m => m.MaxRatio >= 1)", Days(130)).Changes;
        Assert.Equal(14, changes.Count);
        Assert.All(changes, c => Assert.Equal(89m, c.To));
    }

    [Fact]
    public void The_twelve_that_change_most_are_asked_no_more_than_is_needed()
    {
        var changes = Find("monitoring.Any(m => m.CountAtOrOver(1.4m) >= 1)", Days(130)).Changes;
        Assert.Equal(
            [(130m, 90m), (131m, 90m), .. Enumerable.Range(132, 12).Select(v => ((decimal)v, 125m))],
            changes.OrderBy(c => c.From).Select(c => (c.From!.Value, c.To!.Value)));
    }

    [Theory]
    [InlineData("86", 85)]
    [InlineData("85", null)]
    public void Five_steps_beyond_the_limit_are_tried_and_not_a_sixth(string line, int? to)
    {
        var way = Find($"monitoring.Any(m => m.MaxValue >= {line})", Days(132, 1));
        Assert.Equal(to, (int?)way.Changes.SingleOrDefault()?.To);
        Assert.Equal(to is not null, way.IsOff);
    }

    [Fact]
    public void A_share_between_two_steps_rises_by_a_tenth_and_comes_back_as_far_as_it_may()
    {
        var change = Assert.Single(Find("indicators.Value(\"uptime\") <= 90.05m", new InventedYear().Plant("A").Indicator("A", "uptime", "72.5")).Changes);
        Assert.Equal((72.5m, 90.055m), (change.From, change.To));
    }

    [Fact]
    public void What_may_lie_below_nothing_rises_by_its_own_step_and_what_must_fall_stops_at_nothing()
    {
        string[] names = [.. Enumerable.Range(0, 13).Select(i => $"x{i}")];
        var year = new InventedYear().Plant("A");
        foreach (var name in names) year.Indicator("A", name, "-8");
        Assert.All(Find(string.Join(" or ", names.Select(n => $"indicators.Value(\"{n}\") <= -5")), year).Changes, c => Assert.Equal(-4m, c.To));
        Assert.False(Find("indicators.Value(\"x\") >= -1", new InventedYear().Plant("A").Indicator("A", "x", "5")).IsOff);
    }

    [Theory]
    [InlineData(12, true)]
    [InlineData(330, false)]
    public void Whether_the_change_is_the_smallest_is_said_only_where_leaving_out_was_tried_for_every_value(int substances, bool isSmallest)
    {
        var year = new InventedYear().Plant("A");
        for (var i = 0; i < substances; i++) year.Row("A", "substances", "year:2024", $"substance:物质{i}", "role:used", "quantity:12", "unit:t");
        var way = Find("substances.Any(s => s.Quantity > 5)", year);
        Assert.Equal((true, isSmallest, substances), (way.IsOff, way.IsSmallest, way.Changes.Count));
        Assert.All(way.Changes, c => Assert.Equal((ReportKind.Substance, 12m, 5m), (c.Kind, c.From!.Value, c.To!.Value)));
    }
}
