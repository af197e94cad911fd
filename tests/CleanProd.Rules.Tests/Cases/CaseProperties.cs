using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Penalties;
using CleanProd.Rules.Lists;
using FsCheck.Xunit;
using Xunit;
using static CleanProd.Rules.Tests.Cases.InventedCase;

namespace CleanProd.Rules.Tests.Cases;

/// <summary>Random acts, most of them out of place.</summary>
public class CaseProperties
{
    private static readonly CaseAct[] Acts = Enum.GetValues<CaseAct>();

    [Property(MaxTest = 60)]
    public void Whatever_is_tried_the_history_is_legal_and_replays_to_the_same_case(int seed)
    {
        foreach (var round in Effort.Seeds(seed))
        {
            var audit = Tried(round, out _);
            var again = AuditCase.Replay(audit.History);
            Assert.Equal(audit.History.Select(CaseJson.Write), again.History.Select(CaseJson.Write));
            Assert.Equal((audit.Stage, audit.Version, audit.IsSuspended), (again.Stage, again.Version, again.IsSuspended));
            Assert.Equal(audit.Orders, again.Orders);
            Assert.Equal(audit.Suspensions, again.Suspensions);
            Assert.Equal(Enumerable.Range(1, audit.Version), audit.History.Select(e => e.Sequence));
            Assert.Equal(audit.History.OrderBy(e => e.On).Select(e => e.On), audit.History.Select(e => e.On));
        }
    }

    [Property(MaxTest = 60)]
    public void No_fine_that_needs_an_order_stands_without_one_that_had_expired_and_was_refused(int seed)
    {
        foreach (var round in Effort.Seeds(seed))
        {
            var history = Tried(round, out _).History;
            foreach (var fined in history.Where(e => e.Detail is FineDetail f && PenaltyProvision.Find(f.Provision)!.OrderFirst))
            {
                var fine = (FineDetail)fined.Detail;
                var ordered = Assert.Single(history, e => e.Detail is CorrectionOrderDetail o && o.Order == fine.Order);
                var refused = Assert.Single(history, e => e.Act == CaseAct.CorrectionRefused && ((OrderDetail)e.Detail).Order == fine.Order);
                Assert.True(ordered.Sequence < refused.Sequence && refused.Sequence < fined.Sequence);
                Assert.True(refused.On > ((CorrectionOrderDetail)ordered.Detail).CorrectBy);
                Assert.InRange(fine.Amount.Amount, 50_000m, 500_000m);
            }
        }
    }

    [Fact]
    public void The_random_acts_reach_every_kind_of_act()
    {
        var done = new HashSet<CaseAct>();
        for (var seed = 0; seed < 400; seed++) done.UnionWith(Tried(seed, out _).History.Select(e => e.Act));
        Assert.Empty(Acts.Except(done));
    }

    [Fact]
    public void A_refused_act_says_why_in_both_languages_and_by_a_stable_code()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            Tried(seed, out var refusals);
            Assert.All(refusals, r => Assert.Matches("^[a-z_]+$", r.Code));
            Assert.All(refusals, r => Assert.True(r.Reason.Zh.Length > 0 && r.Reason.En.Length > 0));
        }
    }

    private static AuditCase Tried(int seed, out List<RefusedActException> refusals)
    {
        var random = new Random(seed);
        refusals = [];
        var audit = Open(Opening(random.Next(2) == 0 ? ["G1a"] : ["G1b", "G3"]) with { EvaluationRequired = random.Next(3) > 0 });
        for (var i = 0; i < 60; i++)
        {
            // Mostly forward in time and mostly possible, else nothing would happen.
            var act = random.Next(4) > 0 && audit.PossibleActs.Count > 0 ? audit.PossibleActs[random.Next(audit.PossibleActs.Count)] : Acts[random.Next(Acts.Length)];
            if (act is CaseAct.Withdrawn or CaseAct.EnterpriseClosed or CaseAct.RolledOver or CaseAct.Suspended && random.Next(4) > 0) continue;
            var on = audit.LastActOn.AddDays(random.Next(-2, 30));
            try
            {
                audit = audit.Do(act, on, Detail(act, audit, on, random));
            }
            catch (RefusedActException refusal)
            {
                refusals.Add(refusal);
            }
        }

        return audit;
    }

    private static CaseDetail? Detail(CaseAct act, AuditCase audit, DateOnly on, Random random)
    {
        var order = random.Next(3).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var clause = PenaltyProvision.Table[random.Next(2, PenaltyProvision.Table.Count)].Id;
        var breach = (Breach)random.Next(2);
        return act switch
        {
            CaseAct.Opened => new OpeningDetail(audit.Opening),
            CaseAct.CorrectionOrdered => new CorrectionOrderDetail(order, clause, breach, "start", on.AddDays(random.Next(-1, 20))),
            CaseAct.Corrected or CaseAct.CorrectionRefused => new OrderDetail(order),
            CaseAct.Fined => new FineDetail(clause, breach, new(random.Next(0, 60) * 10_000m), random.Next(4) == 0 ? null : order),
            CaseAct.RolledOver => new RollOverDetail((RollOverCause)random.Next(3), random.Next(2) == 0 ? null : Published.AddDays(300)),
            CaseAct.GroundsChanged => new GroundsDetail("list-7-1", random.Next(2) == 0 ? ["G1a"] : ["G1b", "G3"], ["double_over"]),
            _ => null,
        };
    }
}
