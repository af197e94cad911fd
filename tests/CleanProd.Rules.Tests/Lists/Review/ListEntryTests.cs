using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using Xunit;
using static CleanProd.Rules.Tests.Lists.Review.InventedReview;

namespace CleanProd.Rules.Tests.Lists.Review;

public class ListEntryTests
{
    [Fact]
    public void County_city_and_province_bring_an_entry_to_fixed()
    {
        var entry = Open().Fixed();
        Assert.Equal(EntryState.Fixed, entry.State);
        Assert.Equal(["county", "city", "province"], new[] { entry.ProposedBy, entry.VerifiedBy, entry.FixedBy }.Select(o => o!.Id));
        Assert.Equal(4, entry.Version);
        Assert.Null(entry.Waiting(Measures2016));
    }

    [Fact]
    public void A_province_may_act_for_the_county_and_that_is_recorded()
    {
        var by = Open().Next(new(EntryAct.Propose, Fixer, Noon), Measures2016);
        Assert.Equal(AdministrativeLevel.County, by.ActedForLevel);
        Assert.Null(Open().Next(new(EntryAct.Propose, County, Noon), Measures2016).ActedForLevel);
    }

    [Fact]
    public void A_county_may_not_verify_and_is_told_who_may()
    {
        var refused = Refused("level_too_low", () => Open().Do(EntryAct.Propose, County).Do(EntryAct.Verify, Environment("county2", "440106")));
        Assert.Contains("市级", refused.Reason.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4403")]
    [InlineData("440105")]
    public void An_officer_of_another_region_is_refused(string region) =>
        Refused("outside_region", () => Open().Do(EntryAct.Propose, Environment("x", region)));

    [Fact]
    public void Another_department_is_refused() =>
        Refused("wrong_department", () => Open().Do(EntryAct.Propose, new("x", "x", Department.Energy, new("440106"))));

    [Fact]
    public void The_energy_side_leads_on_energy()
    {
        var entry = Open(Opening(classId: "energy"));
        Refused("wrong_department", () => entry.Do(EntryAct.Propose, County));
        Assert.Equal(EntryState.Proposed, entry.Do(EntryAct.Propose, new("e", "e", Department.Energy, new("440106"))).State);
    }

    [Fact]
    public void Nobody_takes_two_steps_of_one_entry()
    {
        var proposed = Open().Do(EntryAct.Propose, Fixer);
        Refused("four_eyes", () => proposed.Do(EntryAct.Verify, Fixer));
        Refused("four_eyes", () => proposed.Do(EntryAct.Verify, City).Do(EntryAct.Fix, Fixer));
    }

    [Fact]
    public void Who_decided_by_hand_does_not_fix()
    {
        var verified = Open().Do(EntryAct.Propose, County).Do(EntryAct.Verify, City).Do(EntryAct.Exclude, Fixer, "已关停", Minutes);
        Refused("four_eyes", () => verified.Do(EntryAct.Fix, Fixer));
        Assert.Equal(EntryState.Fixed, verified.Do(EntryAct.Fix, Publisher).State);
    }

    [Fact]
    public void A_decision_by_hand_stands_beside_what_the_machine_says()
    {
        var excluded = Open().Do(EntryAct.Exclude, County, "已关停", Minutes);
        Assert.False(excluded.Included);
        Assert.Equal(Outcome.Triggered, excluded.Machine.Outcome);
        Assert.Equal(("已关停", Minutes), (excluded.Decision!.Reason, excluded.Decision.Document!));
        Assert.True(excluded.Do(EntryAct.Include, County, "复核后仍在生产", Minutes).Included);
    }

    [Fact]
    public void A_decision_by_hand_needs_reason_and_document()
    {
        Refused("reason_required", () => Open().Do(EntryAct.Exclude, County, " ", Minutes));
        Refused("document_required", () => Open().Do(EntryAct.Exclude, County, "已关停"));
    }

    [Fact]
    public void Listing_one_that_the_machine_did_not_needs_reason_and_document_and_an_officer_of_the_place()
    {
        var opening = Opening(origin: EntryOrigin.Manual, outcome: Outcome.NotTriggered, classId: "toxic");
        Refused("reason_required", () => ListEntry.Open(opening, Measures2016, County, Noon, null, Minutes));
        Refused("document_required", () => ListEntry.Open(opening, Measures2016, County, Noon, "群众举报查实"));
        Refused("outside_region", () => ListEntry.Open(opening, Measures2016, Environment("x", "4403"), Noon, "群众举报查实", Minutes));
        var entry = ListEntry.Opened(ListEntry.Open(opening, Measures2016, Fixer, Noon, "群众举报查实", Minutes));
        Assert.True(entry.Included);
        Assert.Equal(["G3"], entry.Grounds);
        Assert.Equal("群众举报查实", Assert.Single(entry.Reasons).Sentence.Zh);
        Refused("four_eyes", () => entry.Do(EntryAct.Propose, County).Do(EntryAct.Verify, City).Do(EntryAct.Fix, Fixer));
    }

    [Fact]
    public void A_refused_entry_goes_back_to_its_proposer()
    {
        var refused = Open().Do(EntryAct.Propose, County).Do(EntryAct.Refuse, City, "监测报告不全");
        Assert.Equal((EntryState.Screened, ReviewStep.Propose, "监测报告不全"), (refused.State, refused.Returned!.To, refused.Returned.Reason));
        Assert.Null(refused.ProposedBy);
        Assert.Equal(AdministrativeLevel.County, refused.Waiting(Measures2016)!.Level);
        Assert.Null(refused.Do(EntryAct.Propose, County).Returned);
    }

    [Fact]
    public void A_refusal_of_the_province_goes_to_the_city_and_one_after_fixing_to_the_province()
    {
        var back = Open().Do(EntryAct.Propose, County).Do(EntryAct.Verify, City).Do(EntryAct.Refuse, Fixer, "数据有误");
        Assert.Equal((EntryState.Proposed, ReviewStep.Verify), (back.State, back.Returned!.To));
        Assert.Equal(("county", null), (back.ProposedBy!.Id, back.VerifiedBy));
        var later = Open(Opening(classId: "toxic"), Measures2004).Fixed(Measures2004).Do(EntryAct.Refuse, CoSigner, "不属于有毒有害", procedure: Measures2004);
        Assert.Equal((EntryState.Verified, ReviewStep.Fix), (later.State, later.Returned!.To));
        Assert.Null(later.FixedBy);
    }

    [Fact]
    public void Who_has_no_say_cannot_refuse_what_is_fixed() => Refused("wrong_department", () => Open().Fixed().Do(EntryAct.Refuse, CoSigner, "不同意"));

    [Fact]
    public void A_refusal_needs_a_reason() => Refused("reason_required", () => Open().Do(EntryAct.Propose, County).Do(EntryAct.Refuse, City));

    [Fact]
    public void What_the_machine_lists_cannot_be_withdrawn_past_the_chain()
    {
        Refused("exclude_instead", () => Open().Do(EntryAct.Withdraw, County, "误录"));
        Refused("exclude_instead", () => ListEntry.Opened(ListEntry.Open(Opening(origin: EntryOrigin.Manual), Measures2016, County, Noon, "误录", Minutes)).Do(EntryAct.Withdraw, County, "误录"));
        var manual = ListEntry.Opened(ListEntry.Open(Opening(origin: EntryOrigin.Manual, outcome: Outcome.NotTriggered), Measures2016, County, Noon, "误录", Minutes));
        Assert.Equal(EntryState.Withdrawn, manual.Do(EntryAct.Withdraw, County, "误录").State);
    }

    [Fact]
    public void A_correction_starts_the_chain_again_and_voids_the_decision()
    {
        var decided = Open().Do(EntryAct.Exclude, County, "已关停", Minutes).Fixed();
        var again = decided.Apply(decided.Next(new(EntryAct.Redetermine, Officer.System, Noon) { Reason = "监测数据更正", Machine = Machine(Outcome.Triggered, value: 95m) }, Measures2016));
        Assert.Equal((EntryState.Screened, true), (again.State, again.Included));
        Assert.Null(again.Decision);
        Assert.Null(again.FixedBy);
        Refused("result_required", () => decided.Next(new(EntryAct.Redetermine, Officer.System, Noon) { Reason = "更正" }, Measures2016));
    }

    [Fact]
    public void An_entry_is_published_by_its_list_alone() => Refused("through_list", () => Open().Fixed().Do(EntryAct.Publish, Fixer));

    [Fact]
    public void What_was_changed_meanwhile_is_not_overwritten()
    {
        var entry = Open();
        var one = entry.Next(new(EntryAct.Propose, County, Noon) { ExpectedVersion = 1 }, Measures2016);
        var after = entry.Apply(one);
        Refused("stale_version", () => after.Next(new(EntryAct.Verify, City, Noon) { ExpectedVersion = 1 }, Measures2016));
        Refused("stale_version", () => after.Apply(one));
    }

    [Fact]
    public void The_program_itself_proposes_nothing() => Refused("wrong_department", () => Open().Do(EntryAct.Propose, Officer.System));

    [Fact]
    public void Every_state_and_act_that_the_table_does_not_know_is_refused()
    {
        var states = new[] { Open(), Open().Do(EntryAct.Propose, County), Open().Do(EntryAct.Propose, County).Do(EntryAct.Verify, City), Open().Fixed() };
        foreach (var entry in states)
            foreach (var act in Enum.GetValues<EntryAct>().Where(a => EntryTransition.Of(entry.State, a) is null))
                Refused("illegal_transition", () => entry.Do(act, Fixer, "理由", Minutes));
        Assert.All(EntryTransition.Table.GroupBy(t => (t.From, t.Act)), g => Assert.Single(g));
        Assert.DoesNotContain(EntryTransition.Table, t => t.From is EntryState.Published or EntryState.LeftOut);
    }

    [Fact]
    public void The_acts_offered_are_the_acts_allowed()
    {
        Assert.Equal([EntryAct.Include, EntryAct.Exclude, EntryAct.Propose, EntryAct.Redetermine], Open().ActsOf(County, Measures2016));
        Assert.Empty(Open().ActsOf(Environment("x", "4403"), Measures2016));
    }
}
