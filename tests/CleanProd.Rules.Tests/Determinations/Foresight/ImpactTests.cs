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
    public void A_proposed_pack_takes_the_place_of_that_of_its_jurisdiction_and_the_others_stay_before_it()
    {
        var (nation, province) = (Over("60") with { Id = "nation" }, Over("60") with { Id = "province", Jurisdiction = "CN-44" });
        Assert.Equal(["province", "next"], Law.With([nation, province], Over("50") with { Id = "next" }).Select(p => p.Id));
        Assert.Equal(["nation", "province", "city"], Law.With([nation, province], Over("50") with { Id = "city", Jurisdiction = "CN-4401" }).Select(p => p.Id));
    }

    [Fact]
    public void A_rule_of_another_place_has_no_say()
    {
        var law = Law.Compile([Over("60"), PackReader.Read(PackText("indicators.Value(\"spills\") > 10").Replace("\"jurisdiction\": \"CN\"", "\"jurisdiction\": \"CN-4401\"", StringComparison.Ordinal).Replace("test-pack", "city", StringComparison.Ordinal).Replace("\"RuleName\": \"rule\"", "\"RuleName\": \"city\"", StringComparison.Ordinal), "city.json")], InventedYear.AsOf);
        var set = Spills.Set();
        Assert.Equal(["rule", "city"], law.RulesOn(set.Facilities[0].Facility).Select(r => r.Rule.Rule.Name));
        Assert.Equal(["rule"], law.RulesOn(set.Facilities[1].Facility).Select(r => r.Rule.Rule.Name));
        var reach = ConditionReach.Of(law, Spills.Facts(law.Packs.Select(p => p.Pack)));
        Assert.Equal([(4, 1), (2, 2)], reach.Select(r => (r.Facilities, r.Matches)));
    }

    [Fact]
    public void An_answer_that_fails_is_told_as_such_and_not_as_leaving()
    {
        var fails = Pack("indicators.Value(\"spills\") / (indicators.Value(\"spills\") - 70) > 0");
        var entries = Spills.Impact(Over("60"), fails).Entries;
        Assert.Equal([ImpactKind.Fails], entries.Single(e => e.FacilityId == "A").Kinds);
        Assert.Equal(Outcome.Error, entries.Single(e => e.FacilityId == "A").After);
    }

    [Fact]
    public void Another_sentence_or_other_evidence_is_another_reason()
    {
        var said = PackReader.Read(PackText("indicators.Value(\"spills\") > 60").Replace("理由", "别的理由", StringComparison.Ordinal), "test.json");
        Assert.Equal(["A"], Spills.Impact(Over("60"), said).Entries.Select(e => e.FacilityId));
        // A rule beside it that lists nobody, before or after, changes nobody's reason.
        Assert.DoesNotContain(Spills.Impact(Over("600"), Over("700")).Entries, e => e.Kinds.Contains(ImpactKind.ReasonChanges));
    }

    [Fact]
    public void The_deciding_value_is_the_one_furthest_over_its_limit()
    {
        var (a, b, c) = (Source with { Row = 2 }, Source with { Row = 3 }, Source with { Row = 4 });
        var rule = new RuleDetermination("rule", Outcome.Triggered) { Evidence = [new(a) { Ratio = 0.5m }, new(b) { Ratio = 1.5m }, new(c)] };
        Assert.Equal(3, DecidingValue.Of(rule)!.Source!.Value.Row);
        Assert.Equal(2, DecidingValue.Of(rule with { Evidence = [new(c), new(a) { Ratio = 0.5m }] })!.Source!.Value.Row);
    }

    [Fact]
    public void An_exception_that_cannot_be_told_leaves_the_rule_open_unless_another_lets_off()
    {
        static string When(string test) => $$"""{ "when": "{{test}}", "citation": { "zh": "a", "en": "a" }, "sentence": { "zh": "a", "en": "a" } }""";
        static Outcome Of(InventedYear year, params string[] exceptions)
        {
            var law = Law.Compile([Pack("indicators.Value(\"spills\") > 60", $", \"exceptions\": [{string.Join(",", exceptions.Select(When))}]")], InventedYear.AsOf);
            var facts = year.Facts(law.Packs.Select(p => p.Pack)).Of(law.Packs[0].Pack)[0];
            Assert.Equal(RuleJudge.Judge(law.Packs[0].Rules[0], facts).Outcome, RuleJudge.OutcomeOf(law.Packs[0].Rules[0], facts));
            return RuleJudge.OutcomeOf(law.Packs[0].Rules[0], facts);
        }

        const string unknown = "indicators.Value(\\\"other\\\") > 1", yes = "indicators.Value(\\\"spills\\\") > 65", no = "indicators.Value(\\\"spills\\\") > 99";
        Assert.Equal(
            [Outcome.Triggered, Outcome.Undetermined, Outcome.NotTriggered, Outcome.NotTriggered, Outcome.Undetermined],
            (Outcome[])[Of(Spills, no), Of(Spills, unknown), Of(Spills, yes), Of(Spills, unknown, yes), Of(Spills, no, unknown)]);
    }

    [Fact]
    public async Task Facilities_judged_while_they_are_read_come_out_as_when_all_are_there_in_their_order()
    {
        var year = new InventedYear();
        foreach (var i in Enumerable.Range(100, 300)) year.Plant($"P{i}").Indicator($"P{i}", "spills", $"{i % 90}");
        var set = year.Set();
        var screening = new Screening([Over("60")], Shipped.Reference, set.TablesGiven, 2024, InventedYear.AsOf, CrossCheck.Sample);
        static (string, Outcome)[] Told(IEnumerable<Determination> judged) => [.. judged.Select(d => (d.Facility.Id.Value, d.Outcome))];
        var streamed = Told(await screening.JudgeAsync(set.Facilities.ToAsyncEnumerable()).ToArrayAsync());
        Assert.Equal(Told(screening.Judge(set.Facilities)), streamed);
        Assert.Equal(300, streamed.Length);
        Assert.Equal(streamed[..128], Told(await screening.JudgeAsync(set.Facilities.Take(128).ToAsyncEnumerable()).ToArrayAsync()));
        Assert.Empty(await screening.JudgeAsync(AsyncEnumerable.Empty<CleanProd.Rules.Facts.FacilityRecords>()).ToArrayAsync());
    }

    [Fact]
    public void A_rule_that_goes_and_one_that_comes_are_told_each_with_what_it_said()
    {
        var next = PackReader.Read(PackText("indicators.Value(\"spills\") > 50").Replace("\"RuleName\": \"rule\"", "\"RuleName\": \"ANew\"", StringComparison.Ordinal), "test.json");
        var entries = Spills.Impact(Over("60"), next).Entries;
        var stays = entries.Single(e => e.FacilityId == "A");
        Assert.Equal([ImpactKind.ReasonChanges], stays.Kinds);
        Assert.Equal([("ANew", (Outcome?)null, (Outcome?)Outcome.Triggered), ("rule", Outcome.Triggered, null)], stays.Reasons.Select(r => (r.Rule, r.Before, r.After)));
        Assert.Equal([(null, "50"), ("60", null)], stays.Reasons.Select(r => (r.DecidedBefore?.Limit, r.DecidedAfter?.Limit)));
        Assert.Equal(["A", "B"], entries.Where(e => e.After == Outcome.Triggered).Select(e => e.FacilityId));
    }

    [Fact]
    public void What_was_missing_is_told_of_who_can_be_told_at_last()
    {
        var told = Spills.Impact(Pack("indicators.Value(\"spills\") > 60"), Pack("facility.Status == \"operating\" and false")).Entries.Single(e => e.Kinds.Contains(ImpactKind.CeasesUndetermined));
        Assert.Equal(("D", "indicators[spills]"), (told.FacilityId, Assert.Single(told.Reasons.Single().Missing)));
        var asked = Spills.Impact(Pack("indicators.Value(\"spills\") > 60"), Pack("indicators.Value(\"drills\") > 60")).Entries;
        Assert.Equal(["A", "B", "C"], asked.Select(e => e.FacilityId));
        Assert.All(asked, e => Assert.Equal(["indicators[drills]"], e.Reasons.Single().Missing));
    }

    [Fact]
    public void Whoever_has_no_place_or_a_short_one_is_counted_under_what_it_has()
    {
        var year = new InventedYear().Row("A", "facilities", "name:甲").Indicator("A", "spills", "55").Row("B", "facilities", "name:乙", "region:4401", "industry:C33").Indicator("B", "spills", "55");
        var impact = year.Impact(Over("60"), Over("50"));
        Assert.Equal(["", "4401"], impact.ByRegion.Select(s => s.Key));
        Assert.Equal(["", "C33"], impact.ByIndustry.Select(s => s.Key));
    }

    [Fact]
    public void A_local_yes_about_a_place_that_is_not_known_is_open_in_both_ways_of_asking()
    {
        var local = Over("50") with { Id = "local", Jurisdiction = "CN-44" };
        var law = Law.Compile([local], InventedYear.AsOf);
        foreach (var (place, spills, expected) in (ReadOnlySpan<(string?, string, Outcome)>)[(null, "55", Outcome.Undetermined), (null, "45", Outcome.NotTriggered), ("440103", "55", Outcome.Triggered), ("440103", "45", Outcome.NotTriggered)])
        {
            var year = (place is null ? new InventedYear().Row("A", "facilities", "name:甲") : new InventedYear().Plant("A", place)).Indicator("A", "spills", spills);
            var (facility, facts) = (year.Set().Facilities[0].Facility, year.Facts([local]).Of(local)[0]);
            Assert.Equal(expected, law.OutcomeOf(0, law.Packs[0].Rules[0], facility, facts));
            Assert.Equal(expected, law.Judge(0, law.Packs[0].Rules[0], facility, facts).Outcome);
        }
    }

    [Fact]
    public void The_nearest_day_is_one_on_which_the_pack_governs_and_its_law_is_in_force()
    {
        var pack = Over("60");
        RulePack Of(DateOnly governs, DateOnly inForce, DateOnly? last = null) => pack with { GovernsFrom = governs, GovernsTo = last, Instrument = pack.Instrument with { InForceFrom = inForce } };
        var (early, late, day) = (new DateOnly(2010, 1, 1), new DateOnly(2030, 1, 1), new DateOnly(2025, 1, 15));
        Assert.Equal([late, late, day, early, day], (DateOnly[])[
            Law.NearestDay(Of(late, early), day), Law.NearestDay(Of(early, late), day), Law.NearestDay(Of(early, early), day),
            Law.NearestDay(Of(early, early, early), day), Law.NearestDay(Of(early, early, day), day)]);
    }

    [Fact]
    public void A_law_has_its_packs_from_the_nation_down_in_the_order_of_their_names() =>
        Assert.Equal(["a", "b", "c"], Law.Compile([Over("60") with { Id = "c", Jurisdiction = "CN-44" }, Over("60") with { Id = "b" }, Over("60") with { Id = "a" }], InventedYear.AsOf).Packs.Select(p => p.Pack.Id));

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
