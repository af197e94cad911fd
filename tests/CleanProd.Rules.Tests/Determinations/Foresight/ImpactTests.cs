using CleanProd.Rules.Determinations;
using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Determinations.Proving;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Import;
using CleanProd.Rules.Rules;
using static CleanProd.Rules.Tests.TestFacts;

namespace CleanProd.Rules.Tests.Determinations.Foresight;

/// <summary>Who would join or leave the list of a year, by name and with the deciding value.</summary>
public class ImpactTests
{
    private static RulePack Over(string threshold, string more = "") => Pack($"indicators.Value(\"spills\") > {threshold}{more}");

    private static InventedYear Spills => new InventedYear()
        .Plant("A", "440103").Indicator("A", "spills", "70")
        .Plant("B", "440305", "C3360").Indicator("B", "spills", "55")
        .Plant("C", "440103").Indicator("C", "spills", "40")
        .Plant("D", "440305");

    [Fact]
    public void A_lower_threshold_brings_in_by_name_whoever_lies_between_with_the_deciding_value()
    {
        var impact = Spills.Impact(Over("60"), Over("50"));
        Assert.Equal((4, 1, 2), (impact.Facilities, impact.ListedBefore, impact.ListedAfter));
        Assert.Equal(new ImpactCounts(1, 0, 1, 0, 0, 0), impact.Counts);
        var joins = Assert.Single(impact.Entries, e => e.Kinds.Contains(ImpactKind.Joins));
        Assert.Equal(("B", "B厂", "440305", "C3360", Outcome.NotTriggered, Outcome.Triggered), (joins.FacilityId, joins.Name, joins.Region, joins.Industry, joins.Before, joins.After));
        var reason = Assert.Single(joins.Reasons);
        Assert.Equal(("G1a", "55", "50", "indicators.csv"), (reason.Ground, reason.DecidedAfter!.Value, reason.DecidedAfter.Limit, reason.DecidedAfter.Source!.Value.File));
        Assert.Equal(("55", "60"), (reason.DecidedBefore!.Value, reason.DecidedBefore.Limit));
        // A was listed and still is; what it is held against is another number.
        Assert.Equal(["A"], impact.Entries.Where(e => e.Kinds.Contains(ImpactKind.ReasonChanges)).Select(e => e.FacilityId));
        Assert.Equal(["4401", "4403"], impact.ByRegion.Select(s => s.Key));
        Assert.Equal(1, impact.ByIndustry.Single(s => s.Key == "C33").Counts.Joins);
        Assert.Equal(["G1a"], impact.ByGround.Select(s => s.Key));
    }

    [Fact]
    public void A_higher_threshold_lets_go_and_the_same_rules_touch_nobody()
    {
        Assert.Equal(["A"], Spills.Impact(Over("60"), Over("80")).Entries.Where(e => e.Kinds.Contains(ImpactKind.Leaves)).Select(e => e.FacilityId));
        Assert.Empty(Spills.Impact(Over("60"), Over("60.0")).Entries);
    }

    [Fact]
    public void Whoever_cannot_be_told_any_more_or_can_be_told_at_last_is_named_with_what_is_missing()
    {
        var (always, asks) = (Pack("facility.Status == \"operating\" and false"), Pack("indicators.Value(\"spills\") > 60"));
        var worse = Assert.Single(Spills.Impact(always, asks).Entries, e => e.Kinds.Contains(ImpactKind.BecomesUndetermined));
        Assert.Equal(("D", "indicators[spills]"), (worse.FacilityId, Assert.Single(worse.Reasons.Single().Missing)));
        Assert.Equal(["D"], Spills.Impact(asks, always).Entries.Where(e => e.Kinds.Contains(ImpactKind.CeasesUndetermined)).Select(e => e.FacilityId));
    }

    [Fact]
    public void Another_citation_is_another_reason_for_everyone_listed()
    {
        var cited = PackReader.Read(PackText("indicators.Value(\"spills\") > 60").Replace("第一条", "第二条", StringComparison.Ordinal), "test.json");
        var touched = Assert.Single(Spills.Impact(Over("60"), cited).Entries, e => e.Kinds.Contains(ImpactKind.ReasonChanges));
        Assert.Equal(("A", "第二条"), (touched.FacilityId, touched.Reasons.Single().Citation.Zh));
    }

    [Fact]
    public void A_pack_that_does_not_govern_yet_is_asked_as_if_it_did()
    {
        var next = Shipped.Pack("rules/cn/code-2026.json");
        Assert.Equal(new DateOnly(2026, 8, 15), Law.NearestDay(next, new DateOnly(2025, 1, 15)));
        Assert.Equal([next.Name], Law.Compile([next], new DateOnly(2025, 1, 15)).Names);
    }

    [Fact]
    public void Outcomes_without_reasons_are_those_with_reasons()
    {
        foreach (var pack in Shipped.PackFiles.Select(Shipped.Pack))
            foreach (var example in PreparedCase.Of(pack, Shipped.Reference))
                foreach (var rule in example.Pack.Rules)
                    Assert.Equal(RuleJudge.Judge(rule, example.Facts).Outcome, RuleJudge.OutcomeOf(rule, example.Facts));
    }

    [Fact]
    public void The_difference_is_that_of_two_full_screenings()
    {
        var sources = ShippedFiles.DataSet(Shipped.PathOf("data/samples/guangdong"));
        var set = new DataSetImporter(Shipped.Reference, null, new ImportArguments(2024)).Import(sources, null, CancellationToken.None).Facts;
        RulePack[] before = [Shipped.Pack("rules/cn/measures-2016.json"), Shipped.Pack("rules/gd/guangdong-overlay.json")];
        var stricter = PackReader.Read(Shipped.Text("rules/cn/measures-2016.json").Replace("m.ExceedanceCount > 0", "m.ExceedanceCount > 2", StringComparison.Ordinal), "stricter.json");
        RulePack[] after = [.. Law.With(before, stricter)];
        var preparation = FactsOfYear.Prepare(Shipped.Reference, 2024, InventedYear.AsOf, [.. before, .. after]);
        foreach (var facility in set.Facilities) preparation.Add(facility, set.TablesGiven);
        var impact = ImpactAnalysis.Of(Law.Compile(before, InventedYear.AsOf), Law.Compile(after, InventedYear.AsOf), preparation.Done());

        var (was, now) = (Screened(before), Screened(after));
        Assert.NotEqual(0, impact.Counts.Leaves);
        Assert.Equal(
            was.Zip(now).Where(x => x.First.Outcome == Outcome.Triggered && x.Second.Outcome != Outcome.Triggered).Select(x => x.First.Facility.Id.Value),
            impact.Entries.Where(e => e.Kinds.Contains(ImpactKind.Leaves)).Select(e => e.FacilityId));
        Assert.Equal((was.Count(d => d.Outcome == Outcome.Triggered), now.Count(d => d.Outcome == Outcome.Triggered)), (impact.ListedBefore, impact.ListedAfter));

        IReadOnlyList<Determination> Screened(RulePack[] packs) => new Screening(packs, Shipped.Reference, set.TablesGiven, 2024, InventedYear.AsOf, new CrossCheck(int.MaxValue)).Judge(set.Facilities);
    }

    [Fact]
    public void Reach_counts_for_each_test_who_matches_and_who_lacks_the_fact()
    {
        var pack = Pack("indicators.Value(\"spills\") > 50 and monitoring.Any(m => m.ExceedanceCount > 1 and m.Pollutant == \"w01018\")");
        var year = Spills.Value("A", "2024-03-04", "120").Value("A", "2024-03-05", "130").Value("B", "2024-03-04", "95");
        var reach = ConditionReach.Of(Law.Compile([pack], InventedYear.AsOf), year.Facts([pack]));
        Assert.Equal(
            [("indicators.Value(\"spills\") > 50", 2, 1), ("m.ExceedanceCount > 1", 1, 2), ("m.Pollutant == \"w01018\"", 2, 2)],
            reach.Select(r => (r.Text, r.Matches, r.Lacks)));
        Assert.All(reach, r => Assert.Equal(4, r.Facilities));
    }
}
