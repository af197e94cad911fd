using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Penalties;
using Xunit;
using static CleanProd.Rules.Tests.Cases.InventedCase;

namespace CleanProd.Rules.Tests.Cases.Penalties;

public class PenaltyTests
{
    private const string Art39 = "law-2012-39-1";

    [Fact]
    public void An_order_that_was_refused_after_its_day_leads_to_a_fine()
    {
        var audit = Ordered().Do(CaseAct.CorrectionRefused, 131, new OrderDetail("改字1号"));
        Assert.Equal(OrderState.Refused, Assert.Single(audit.Orders).State);
        audit = audit.Do(CaseAct.Fined, 140, Fine(200_000m));
        Assert.Equal(OrderState.Fined, Assert.Single(audit.Orders).State);
        Assert.Equal("order_not_refused", Refusal(() => audit.Do(CaseAct.Fined, 150, Fine(200_000m))));
    }

    [Theory]
    [InlineData(129)]
    [InlineData(130)]
    public void Nobody_has_refused_before_the_day_for_correction_has_passed(int day) =>
        Assert.Equal("correction_running", Refusal(() => Ordered().Do(CaseAct.CorrectionRefused, day, new OrderDetail("改字1号"))));

    [Fact]
    public void A_fine_under_Article_39_needs_an_order_that_was_refused()
    {
        Assert.Equal("order_first", Refusal(() => Open().Do(CaseAct.Fined, 100, Fine(200_000m, order: null))));
        Assert.Equal("unknown_order", Refusal(() => Open().Do(CaseAct.Fined, 100, Fine(200_000m))));
        Assert.Equal("order_not_refused", Refusal(() => Ordered().Do(CaseAct.Fined, 131, Fine(200_000m))));
        Assert.Equal("order_not_refused", Refusal(() => Ordered().Do(CaseAct.Corrected, 110, new OrderDetail("改字1号")).Do(CaseAct.Fined, 131, Fine(200_000m))));
    }

    [Theory]
    [InlineData(49_999.99, false)]
    [InlineData(50_000, true)]
    [InlineData(500_000, true)]
    [InlineData(500_000.01, false)]
    public void The_fine_lies_within_the_range_of_its_clause(decimal yuan, bool allowed)
    {
        var refused = Ordered().Do(CaseAct.CorrectionRefused, 131, new OrderDetail("改字1号"));
        if (allowed) Assert.Equal(OrderState.Fined, refused.Do(CaseAct.Fined, 140, Fine(yuan)).Orders[0].State);
        else Assert.Equal("fine_out_of_range", Refusal(() => refused.Do(CaseAct.Fined, 140, Fine(yuan))));
    }

    [Fact]
    public void Silence_in_the_media_may_be_fined_without_an_order_under_Article_36_once()
    {
        var fine = new FineDetail("law-2012-36", Breach.NotAnnounced, new(100_000m), null);
        var audit = Open("G1b").Do(CaseAct.Fined, 60, fine);
        Assert.Equal("fined_already", Refusal(() => audit.Do(CaseAct.Fined, 61, fine)));
        Assert.Equal("wrong_provision", Refusal(() => Open("G3").Do(CaseAct.Fined, 60, fine)));
        Assert.Equal("fine_out_of_range", Refusal(() => Open("G1b").Do(CaseAct.Fined, 60, fine with { Amount = new(100_001m) })));
        Assert.Equal("wrong_provision", Refusal(() => Open("G1b").Do(CaseAct.Fined, 60, fine with { Breach = Breach.NotAudited })));
    }

    [Fact]
    public void Before_2012_the_exceedance_ground_had_no_audit_penalty_of_its_own()
    {
        var clauses = PenaltyProvision.Reaching(OpeningOn(new(2008, 6, 2), "G1a"), new(2009, 12, 31));
        Assert.Equal(["law-2002-41"], clauses.Select(c => c.Id));
        Assert.Equal(["law-2002-40"], PenaltyProvision.Reaching(OpeningOn(new(2008, 6, 2), "G3"), new(2009, 12, 31)).Select(c => c.Id));
    }

    [Theory]
    [InlineData("2026-08-14", "law-2012-36 law-2012-39-1")]
    [InlineData("2026-08-15", "law-2012-36 law-2012-39-1 code-2026-1221")]
    public void The_clause_follows_the_law_in_force_and_the_older_law_still_reaches_older_conduct(string day, string clauses) =>
        Assert.Equal(clauses, string.Join(' ', PenaltyProvision.Reaching(OpeningOn(new(2026, 1, 15), "G1a"), DateOnly.ParseExact(day, "yyyy-MM-dd", null)).Select(c => c.Id)));

    [Fact]
    public void A_list_of_the_Code_knows_only_its_own_clause() =>
        Assert.Equal(["code-2026-1221"], PenaltyProvision.Reaching(OpeningOn(new(2027, 1, 15), "G1a", "G3"), new(2028, 1, 1)).Select(c => c.Id));

    [Fact]
    public void An_order_needs_a_number_of_its_own_a_later_day_and_a_clause_that_reaches_the_breach()
    {
        Assert.Equal("order_number", Refusal(() => Ordered().Do(CaseAct.CorrectionOrdered, 101, Order(130))));
        Assert.Equal("correction_date", Refusal(() => Open().Do(CaseAct.CorrectionOrdered, 100, Order(100))));
        Assert.Equal("unknown_provision", Refusal(() => Open().Do(CaseAct.CorrectionOrdered, 100, Order(130) with { Provision = "law-1989" })));
        Assert.Equal("wrong_provision", Refusal(() => Open().Do(CaseAct.CorrectionOrdered, 100, Order(130) with { Provision = "law-2002-40" })));
        Assert.Equal("order_settled", Refusal(() => Ordered().Do(CaseAct.Corrected, 110, new OrderDetail("改字1号")).Do(CaseAct.CorrectionRefused, 131, new OrderDetail("改字1号"))));
    }

    private static AuditCase Ordered() => Open().Do(CaseAct.Notified, 5).Do(CaseAct.CorrectionOrdered, 100, Order(130));

    private static CorrectionOrderDetail Order(int by) => new("改字1号", Art39, Breach.NotAudited, "start", Published.AddDays(by));

    private static FineDetail Fine(decimal yuan, string? order = "改字1号") => new(Art39, Breach.NotAudited, new(yuan), order);
}
