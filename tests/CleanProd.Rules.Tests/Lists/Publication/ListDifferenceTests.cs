using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Tests.Lists.Review;
using Xunit;
using static CleanProd.Rules.Tests.Lists.InventedProvince;

namespace CleanProd.Rules.Tests.Lists.Publication;

public class ListDifferenceTests
{
    [Fact]
    public void Two_equal_runs_do_not_differ() => Assert.True(ListDifference.Of(Decided, Decided).IsEmpty);

    [Fact]
    public void Who_joins_who_leaves_and_whose_reason_changes_is_told_by_name_with_the_values()
    {
        var after = Decided.Select(d => d.Facility.Id.Value switch
        {
            PaperMill => With(d, Triggered("G1b", d.Rules[1].Evidence[0] with { Value = MeasuredValue.Of(13m), Ratio = 13m / 12m }), No("G1a", 0.9m)),
            CementWorks => With(d, No("G2", 0.99m)),
            Dyer => With(d, Triggered("G1a", Decided[0].Rules[0].Evidence[0])),
            _ => d,
        }).ToArray();
        var difference = ListDifference.Of(Decided, after);
        Assert.Equal(["汕头潮阳染整厂"], difference.Joins.Select(i => i.Name));
        Assert.Equal("132", difference.Joins[0].After[0].Facts[0].Value);
        Assert.Equal(["清远北江水泥有限公司"], difference.Leaves.Select(i => i.Name));
        Assert.Equal("89.1", difference.Leaves[0].Nearest[0].Value);
        Assert.Equal(["广州南粤纸业有限公司"], difference.Changes.Select(i => i.Name));
        Assert.Equal(["G1a", "G1b"], difference.Changes[0].Before.Select(r => r.Rule));
        Assert.Empty(difference.Unsettled);

        var openings = difference.Openings(Reference.Regions, new("44"));
        Assert.Equal([EntryOrigin.Screening, EntryOrigin.Change, EntryOrigin.Removal], openings.Select(o => o.Origin));
        Assert.Equal("4405", openings[0].Region.Value);
    }

    [Fact]
    public void Missing_data_takes_nobody_off_the_list()
    {
        var after = Decided.Where(d => d.Facility.Id.Value != PlatingWorks).Select(d => d.Facility.Id.Value == CementWorks ? With(d, Undecided("G2", "energy")) : d).ToArray();
        var difference = ListDifference.Of(Decided, after);
        Assert.Empty(difference.Leaves);
        Assert.Equal([(PlatingWorks, null), (CementWorks, (Outcome?)Outcome.Undetermined), (PlatingWorks, null)], difference.Unsettled.Select(i => (i.Key.FacilityId.Value, i.Outcome)));
        Assert.DoesNotContain(ListDifference.Of(Decided, after, partial: true).Unsettled, i => i.Key.FacilityId.Value == PlatingWorks);
        Assert.Empty(difference.Openings(Reference.Regions, new("44")));
    }

    [Fact]
    public void The_openings_of_a_run_are_the_entries_of_its_classes_within_the_jurisdiction()
    {
        var openings = EntryOpenings.Audit(Decided, Reference.Regions, new("44"));
        Assert.Equal(List.Classes.Sum(c => c.Entries.Count), openings.Count);
        Assert.Equal(["440106"], openings.Where(o => o.FacilityId.Value == PaperMill).Select(o => o.Region.Value));
        Assert.All(EntryOpenings.Audit(Decided, Reference.Regions, new("4403")), o => Assert.Equal("4403", o.Region.Value));
        var polluters = EntryOpenings.Polluters(Decided, InventedReview.Measures2004, Reference.Regions, new("44"));
        Assert.Equal([PaperMill, PlatingWorks], polluters.Select(o => o.FacilityId.Value));
        Assert.All(polluters, o => Assert.DoesNotContain(o.Machine.Reasons, r => r.Ground is "G2" or "G3"));
    }

    [Fact]
    public void A_reason_keeps_the_worst_value_of_each_outlet_and_pollutant() =>
        Assert.Equal([("DW001", "132"), ("DW002", "91")], MachineResult.Of(Decided[0], "double_over").Reasons[0].Facts.Select(f => (f.Outlet!, f.Value!)));

    [Fact]
    public void Whom_an_officer_kept_off_does_not_join_again_and_whom_one_listed_stays()
    {
        var entry = ListEntry.Opened(ListEntry.Open(
            InventedReview.Opening(Dyer, "toxic", EntryOrigin.Manual, Outcome.Undetermined, "440106"), InventedReview.Measures2016, InventedReview.County, InventedReview.Noon, "现场查实", InventedReview.Minutes)).Fixed();
        var published = InventedReview.OpenList().Publish("1号", new(2025, 3, 31), [entry], InventedReview.Measures2016, RunCondition.Clean, InventedReview.Publisher, InventedReview.Noon).Publication;
        var keptOff = EntryOpenings.Audit(Decided, Reference.Regions, new("44")).Select(o => new EntryKey(o.FacilityId, o.ClassId)).ToHashSet();
        var after = Decided.Select(d => d.Facility.Id.Value == Dyer ? With(d, No("G3")) : d).ToArray();
        Assert.True(ListDifference.Of(CurrentList.Of(published, []), after, keptOff).IsEmpty);
    }

    private static Determination With(Determination determination, params RuleDetermination[] changed) =>
        Of(determination.Facility, [.. determination.Rules.Select(r => changed.FirstOrDefault(c => c.Rule == r.Rule) ?? r)]);
}
