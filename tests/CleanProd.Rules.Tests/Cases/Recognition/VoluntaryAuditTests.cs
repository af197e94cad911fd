using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Recognition;
using CleanProd.Rules.Facts;
using Xunit;
using static CleanProd.Rules.Tests.Cases.InventedCase;

namespace CleanProd.Rules.Tests.Cases.Recognition;

public class VoluntaryAuditTests
{
    private static readonly DateOnly Named = Published.AddDays(30);

    [Fact]
    public void A_certificate_runs_for_its_years_and_expires_by_the_clock()
    {
        var audit = Recognised();
        var last = new DateOnly(2030, 1, 30);
        Assert.Equal(last, audit.Certificate!.Through);
        Assert.Equal((VoluntaryState.Recognised, VoluntaryState.Expired), (audit.StateOn(last), audit.StateOn(last.AddDays(1))));
        Assert.Equal((false, true, true, false), (audit.IsValidOn(Named.AddDays(-1)), audit.IsValidOn(Named), audit.IsValidOn(last), audit.IsValidOn(last.AddDays(1))));
        Assert.Equal("illegal_transition", Refusal(() => Do(audit, VoluntaryAct.Revoked, last.AddDays(1))));
        Assert.Equal(audit.Certificate, VoluntaryAudit.Replay(audit.History).Certificate);
    }

    [Fact]
    public void Nobody_is_recognised_who_was_not_accepted_on_site()
    {
        Assert.Equal("illegal_transition", Refusal(() => Do(Applied(), VoluntaryAct.Recognised, Named, new RecognitionDetail("r1", "粤清1", 5))));
        var refused = Do(Applied(), VoluntaryAct.Refused, Named);
        Assert.Equal("illegal_transition", Refusal(() => Do(refused, VoluntaryAct.AcceptedOnSite, Named)));
        Assert.Equal("certificate_invalid", Refusal(() => Do(Do(Applied(), VoluntaryAct.AcceptedOnSite, Named), VoluntaryAct.Recognised, Named, new RecognitionDetail("r1", "粤清1", 0))));
        Assert.Equal("not_applied", Refusal(() => VoluntaryAudit.Replay([])));
    }

    [Fact]
    public void A_recognition_list_names_its_enterprises_with_their_certificates()
    {
        var second = Recognised("B", "4403");
        var revoked = Do(Recognised("A", "4401"), VoluntaryAct.Revoked, Named.AddDays(9));
        var list = RecognitionList.Of("r1", [second, revoked, Applied(), Recognised("C", "4401", list: "r2")]);
        Assert.Equal([("A", Named.AddDays(9)), ("B", null)], list.Entries.Select(e => (e.Facility.Value, e.RevokedOn)));
        Assert.False(revoked.IsValidOn(Named.AddDays(9)));
        Assert.True(revoked.IsValidOn(Named.AddDays(8)));
    }

    [Theory]
    [InlineData("3702", null, true)]
    [InlineData("3702", "2026-05-01", false)]
    [InlineData("3702", "2024-05-01", true)] // the exceedance that came before the certificate
    [InlineData("4401", null, true)]
    [InlineData("4401", "2026-05-01", false)]
    [InlineData("4201", null, false)]
    public void A_valid_certificate_spares_unless_a_ground_of_law_arose_after_it(string region, string? exceeded, bool exempt)
    {
        var credit = VoluntaryCredit.Of(Recognised(region: region), new(2027, 1, 15), exceeded is null ? null : DateOnly.ParseExact(exceeded, "yyyy-MM-dd", null));
        Assert.Equal(exempt, credit.Exempt);
        Assert.Equal(region == "4201", credit.Citation.IsEmpty);
        Assert.Equal(region == "3702", credit.Citation.Zh.Contains("山东省清洁生产促进条例", StringComparison.Ordinal));
    }

    [Fact]
    public void A_certificate_that_ran_out_spares_nobody()
    {
        Assert.False(VoluntaryCredit.Of(Recognised(), new(2031, 1, 1), null).Exempt);
        Assert.False(VoluntaryCredit.Of(null, new(2027, 1, 1), null).Exempt);
    }

    private static VoluntaryAudit Recognised(string facility = "A", string region = "4401", string list = "r1") =>
        Do(Do(Applied(facility, region), VoluntaryAct.AcceptedOnSite, Named), VoluntaryAct.Recognised, Named, new RecognitionDetail(list, "粤清1", RecognitionList.GuangzhouYears));

    private static VoluntaryAudit Applied(string facility = "A", string region = "4401") => VoluntaryAudit.Open(
        new()
        {
            Audit = "v-" + facility, Sequence = 1, Act = VoluntaryAct.Applied, Actor = new EnterpriseActor("e", "王", new(facility)), On = Published, At = At(Published),
            Detail = new ApplicationDetail(new FacilityId(facility), facility, new RegionCode(region), null),
        },
        Today);

    private static VoluntaryAudit Do(VoluntaryAudit audit, VoluntaryAct act, DateOnly on, VoluntaryDetail? detail = null) => audit.Apply(
        new()
        {
            Audit = audit.Id, Sequence = audit.Version + 1, Act = act, On = on, At = At(on), Reason = "理由", Detail = detail ?? new NoVoluntaryDetail(),
            Actor = new OfficerActor(CleanProd.Rules.Lists.Officer.System),
        },
        Today);
}
