using System.Globalization;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Rules;
using FsCheck.Xunit;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Determinations.Foresight;

/// <summary>The smallest change that takes an enterprise off the list, verified by judging again.</summary>
public class WayOffTests
{
    private static readonly RulePack Measures = Shipped.Pack("rules/cn/measures-2016.json");

    private static IReadOnlyList<WayOff> Find(InventedYear year, params RulePack[] packs)
    {
        var set = year.Set();
        return new WayOffSearch(Law.Compile(packs.Length == 0 ? [Measures] : packs, InventedYear.AsOf), Shipped.Reference, set.Facilities[0], set.TablesGiven, 2024, InventedYear.AsOf).Find();
    }

    [Fact]
    public void Every_exceedance_has_to_fall_to_its_limit_and_nothing_else_has_to_change()
    {
        var way = Assert.Single(Find(new InventedYear().Plant("A").Value("A", "2024-03-04", "132").Value("A", "2024-03-05", "61").Value("A", "2024-03-06", "90.5")));
        Assert.Equal(("G1a", true, true), (way.Ground, way.IsOff, way.IsSmallest));
        Assert.Equal([("2024-03-04", 132m, 90m), ("2024-03-06", 90.5m, 90m)], way.Changes.OrderBy(c => c.At).Select(c => (c.At!, c.From!.Value, c.To!.Value)));
    }

    [Fact]
    public void A_total_has_to_fall_to_its_quota_and_energy_to_its_limit()
    {
        var total = Find(new InventedYear().Plant("A").Value("A", "2024-03-04", "50")
            .Row("A", "quotas", "pollutant:化学需氧量", "medium:water", "from:2024-01-01", "to:2024-12-31", "quantity:50", "unit:t")
            .Row("A", "discharges", "pollutant:化学需氧量", "medium:water", "from:2024-01-01", "to:2024-12-31", "quantity:61.25", "unit:t"));
        Assert.Equal((61.25m, 50m), Change(Assert.Single(total, w => w.Ground == "G1b")));

        var energy = Find(new InventedYear().Plant("A", industry: "C3011").Row("A", "energy", "year:2024", "product:水泥熟料", "output:1800000", "output_unit:t", "energy:221400", "energy_unit:tce"));
        var way = Assert.Single(energy, w => w.Ground == "G2");
        Assert.True(way.IsOff);
        Assert.Equal((123m, 117m), Change(way));
    }

    [Fact]
    public void A_listed_substance_has_to_go()
    {
        var way = Assert.Single(Find(new InventedYear().Plant("A").Row("A", "substances", "year:2024", "substance:氰化钠", "role:used", "quantity:1.85", "unit:t")));
        var change = Assert.Single(way.Changes);
        Assert.Equal((ReportKind.Substance, "氰化钠", (decimal?)null), (change.Kind, change.Name, change.To));
        Assert.Equal(Outcome.NotTriggered, way.After);
    }

    [Fact]
    public void Of_two_things_that_must_both_hold_one_is_enough_and_a_share_needs_no_more_than_it_takes()
    {
        var both = Assert.Single(Find(new InventedYear().Plant("A").Indicator("A", "x", "12").Indicator("A", "y", "30"), Pack("indicators.Value(\"x\") > 10 and indicators.Value(\"y\") >= 20")));
        Assert.Equal((12m, 10m), Change(both));

        // Two of six months over 1.4 times the limit list a plant; one of them has to fall, and only just below.
        var snc = Pack("monitoring.Any(m => m.CountAtOrOver(1.4m) >= 2)");
        var way = Assert.Single(Find(new InventedYear().Plant("A").Value("A", "2024-03-04", "200").Value("A", "2024-03-05", "130").Value("A", "2024-03-06", "95"), snc));
        Assert.Equal((130m, 125m), Change(way));
    }

    [Fact]
    public void A_share_that_is_too_small_has_to_rise()
    {
        var way = Assert.Single(Find(new InventedYear().Plant("A").Indicator("A", "uptime", "72.5"), Pack("indicators.Value(\"uptime\") < 90")));
        Assert.Equal((72.5m, 90m), Change(way));
    }

    [Fact]
    public void Where_people_judged_there_is_no_value_to_change()
    {
        var way = Assert.Single(Find(new InventedYear().Plant("A").Row("A", "discretion", "topic:residual", "value:true", "decided_by:某局", "decided_on:2024-12-01", "reason:核查"), Pack("discretion.Value(\"residual\") == \"true\"")));
        Assert.Empty(way.Changes);
        Assert.False(way.IsOff);
        Assert.Contains("人工认定", way.Note.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("132", "90", 89)]
    [InlineData("132.5", "90", 89.9)]
    [InlineData("132", "90.05", 90.045)]
    public void Where_the_limit_itself_is_not_enough_it_goes_just_beyond(string value, string limit, decimal to)
    {
        var way = Assert.Single(Find(new InventedYear().Plant("A").Value("A", "2024-03-04", value, limit), Pack("monitoring.Any(m => m.MaxRatio >= 1)")));
        Assert.True(way.IsOff && way.IsSmallest);
        Assert.Equal((decimal.Parse(value, CultureInfo.InvariantCulture), to), Change(way));
    }

    [Fact]
    public void Where_a_share_must_lie_above_its_line_it_rises_just_beyond() =>
        Assert.Equal((72.5m, 90.1m), Change(Assert.Single(Find(new InventedYear().Plant("A").Indicator("A", "uptime", "72.5"), Pack("indicators.Value(\"uptime\") <= 90")))));

    [Fact]
    public void What_lists_a_plant_whatever_it_reports_has_no_way_off_and_that_is_said()
    {
        var way = Assert.Single(Find(new InventedYear().Plant("A").Indicator("A", "x", "5"), Pack("indicators.Value(\"x\") >= 0")));
        Assert.Equal((0, false, true), (way.Changes.Count, way.IsOff, way.IsSmallest));
        Assert.StartsWith("It stays listed with every value at its limit", way.Note.En, StringComparison.Ordinal);
        Assert.StartsWith("所列数值降至限值后仍然列入", way.Note.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_count_of_a_years_summary_has_to_fall_to_none_and_other_outlets_and_pollutants_stay()
    {
        var year = new InventedYear().Plant("A");
        foreach (var (outlet, pollutant, count) in (ReadOnlySpan<(string, string, string)>)[("DW001", "化学需氧量", "3"), ("DW001", "氨氮", "0"), ("DW002", "化学需氧量", "0")])
            year.Row("A", "monitoring_summaries", $"outlet_id:{outlet}", $"pollutant:{pollutant}", "year:2024", "limit_high:90", "unit:mg/L", "valid_count:12", $"exceedance_count:{count}", count == "0" ? "max:80" : "max:132");
        var way = Assert.Single(Find(year));
        Assert.Equal(("G1a", true), (way.Ground, way.IsOff));
        var change = Assert.Single(way.Changes);
        Assert.Equal((ReportKind.Summary, "DW001", "w01018"), (change.Kind, change.OutletId, change.Code));
        Assert.Equal("monitoring_summaries.csv", change.Source.File);
    }

    [Fact]
    public void Of_two_substances_the_one_over_its_line_falls_to_it_and_the_other_stays_declared()
    {
        var year = new InventedYear().Plant("A").Row("A", "substances", "year:2024", "substance:氰化钠", "role:used", "quantity:12.5", "unit:t")
            .Row("A", "substances", "year:2024", "substance:氢氧化钠", "role:used", "quantity:900", "unit:t");
        // Only the listed one has to go; what else is used goes on being used.
        var gone = Assert.Single(Find(year));
        Assert.Equal(["氰化钠"], gone.Changes.Select(c => c.Name!));
        var records = year.Set().Facilities[0];
        Assert.Equal(["氢氧化钠"], Supposition.Apply(records, gone.Changes).Substances.Select(s => s.Substance));
        var less = gone.Changes[0] with { To = 5m };
        Assert.Equal([("氢氧化钠", (decimal?)900m), ("氰化钠", 5m)], Supposition.Apply(records, [less]).Substances.Select(s => (s.Substance, s.Quantity)));
    }

    [Fact]
    public void A_plant_that_would_use_none_of_the_substances_of_a_year_declares_that_for_the_year()
    {
        var year = new InventedYear().Plant("A").Row("A", "substances", "year:2024", "substance:氰化钠", "role:used", "quantity:1", "unit:t")
            .Row("A", "substances", "year:2023", "substance:氰化钠", "role:used", "quantity:1", "unit:t");
        var records = year.Set().Facilities[0];
        var change = new ValueChange(ReportKind.Substance, records.Substances.Single(s => s.Year == 2024).Source) { Name = "氰化钠" };
        Assert.Equal([(2023, "氰化钠"), (2024, "none")], Supposition.Apply(records, [change]).Substances.Select(s => (s.Year, s.Substance)));
    }

    [Theory]
    [InlineData("2024-03-05..2024-03-06", new[] { 40, 30, 60, 80 })]
    [InlineData("2024-03-05", new[] { 40, 30, 120, 80 })]
    [InlineData(null, new[] { 40, 60, 120, 80 })]
    public void A_mean_of_a_stretch_changes_the_values_of_its_days_in_proportion_and_no_others(string? at, int[] expected)
    {
        var year = new InventedYear().Plant("A").Value("A", "2024-03-04", "40").Value("A", "2024-03-05", "60").Value("A", "2024-03-06", "120").Value("A", "2024-03-07", "80");
        var records = year.Set().Facilities[0];
        var change = new ValueChange(ReportKind.Measurement, new SourceRef("elsewhere.csv", null, 1)) { OutletId = "DW001", Code = "w01018", At = at, From = 90m, To = 45m };
        Assert.Equal(expected.Select(n => (decimal)n), Supposition.Apply(records, [change]).Series.Single().Points().Select(p => p.Value.Number));
        // That of another outlet or pollutant touches nothing.
        foreach (var other in (ValueChange[])[change with { OutletId = "DW009" }, change with { Code = "w21003" }])
            Assert.Equal([40m, 60m, 120m, 80m], Supposition.Apply(records, [other]).Series.Single().Points().Select(p => p.Value.Number));
    }

    [Property(MaxTest = 25)]
    public void What_is_said_holds_when_judged_again_and_none_of_it_can_be_left_out(int seed)
    {
        foreach (var each in Effort.Seeds(seed)) Check(new Random(each));
    }

    private static void Check(Random random)
    {
        var year = new InventedYear().Plant("A");
        foreach (var day in Enumerable.Range(1, random.Next(2, 9))) year.Value("A", $"2024-03-{day:00}", Number(random, 40, 180), outlet: $"DW00{random.Next(1, 3)}");
        if (random.Next(2) == 0) year.Indicator("A", "x", Number(random, 0, 30));
        var condition = random.Next(4) switch
        {
            0 => "monitoring.Any(m => m.ExceedanceCount > 0)",
            1 => "monitoring.Any(m => m.CountAtOrOver(1.2m) >= 2) or indicators.Value(\"x\") > 12",
            2 => "monitoring.Count(m => m.MaxRatio > 1) > 1",
            _ => "monitoring.Any(m => m.MaxRatio >= 1.4) and monitoring.Any(m => m.ExceedanceCount > 1)",
        };
        var law = Law.Compile([Pack(condition)], InventedYear.AsOf);
        var set = year.Set();
        var records = set.Facilities[0];
        foreach (var way in new WayOffSearch(law, Shipped.Reference, records, set.TablesGiven, 2024, InventedYear.AsOf).Find())
        {
            Assert.True(way.IsOff && way.IsSmallest, condition);
            Assert.NotEqual(Outcome.Triggered, Judged(way.Changes));
            Assert.All(way.Changes, left => Assert.Equal(Outcome.Triggered, Judged([.. way.Changes.Where(c => c != left)])));
        }

        Outcome Judged(IReadOnlyList<ValueChange> changes)
        {
            var facts = new FactsBuilder(Shipped.Reference, set.TablesGiven, ReportingPeriod.OfYear(2024), InventedYear.AsOf).Build(Supposition.Apply(records, changes));
            return RuleJudge.Judge(law.Packs[0].Rules[0], facts).Outcome;
        }
    }

    private static string Number(Random random, int from, int to) => (random.Next(from * 10, to * 10) / 10m).ToString(CultureInfo.InvariantCulture);

    private static (decimal, decimal) Change(WayOff way)
    {
        var change = Assert.Single(way.Changes);
        return (change.From!.Value, change.To!.Value);
    }
}
