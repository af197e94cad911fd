using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Duties;
using Xunit;
using static CleanProd.Rules.Tests.Cases.InventedCase;

namespace CleanProd.Rules.Tests.Cases.Duties;

public class NextAuditTests
{
    [Theory]
    [InlineData("C3843", "G3", 2)] // lead batteries, and the toxic ground's five years: the shorter
    [InlineData("C2614", "G1a", 2)]
    [InlineData("C3011", "G1a", 3)]
    [InlineData("C3360", "G3", 5)]
    [InlineData("C3360", "G1a", 5)]
    [InlineData("C3011", "G2", null)]
    [InlineData(null, "G1a", null)]
    [InlineData(null, "G3", 5)]
    public void The_shortest_interval_that_matches_binds(string? industry, string ground, int? years)
    {
        var next = NextAudit.After(Open(Opening(ground) with { Industry = industry }), new(2022, 4, 6), Law());
        Assert.Equal(years, next?.Binding.Period.Years);
    }

    [Fact]
    public void Before_the_sectors_had_intervals_only_the_toxic_ground_repeats()
    {
        var audit = Open(Opening("G1a", "G3") with { Industry = "C3843" });
        Assert.Equal(5, NextAudit.After(audit, new(2010, 4, 21), Law())!.Binding.Period.Years);
        Assert.Equal(2, NextAudit.After(audit, new(2010, 4, 22), Law())!.Binding.Period.Years);
    }

    [Fact]
    public void Once_accepted_a_case_owes_the_next_audit_until_that_starts()
    {
        var audit = Come(CaseStage.Closed, "G3"); // accepted on 21 March 2025
        var due = new DateOnly(2030, 3, 21);
        var repeat = CaseDuties.Of(audit, Law(), due).Single(d => d.Duty == "repeat");
        Assert.Equal((due, DutyState.Open, false), (repeat.Due.On, repeat.State, repeat.Due.HolidaysKnown));
        Assert.Equal(DutyState.Overdue, CaseDuties.Of(audit, Law(), due.AddDays(1)).Single(d => d.Duty == "repeat").State);
        Assert.Equal(DutyState.DoneInTime, CaseDuties.Of(audit, Law(), due.AddDays(1), nextAuditOn: due).Single(d => d.Duty == "repeat").State);
    }

    [Fact]
    public void Every_interval_concerns_an_industry_that_exists()
    {
        Assert.Equal(28, Shipped.Reference.AuditIntervals.Count);
        Assert.All(Shipped.Reference.AuditIntervals.Where(i => i.IndustryPrefix is not null),
            i => Assert.Equal(i.IndustryPrefix, Shipped.Reference.Industries.Find(i.IndustryPrefix!)?.Code));
        Assert.Equal(13, Shipped.Reference.AuditIntervals.Select(i => i.Sector).Distinct().Count());
    }
}
