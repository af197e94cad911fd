using static CleanProd.Rules.Cases.ActGuard;

namespace CleanProd.Rules.Cases.Penalties;

/// <summary>The penal track's own rules: breach → order with a date → corrected | refused after that date → fine within the range.</summary>
internal static class PenaltyGuards
{
    internal static void Check(AuditCase audit, CaseEvent act)
    {
        switch (act)
        {
            case { Detail: CorrectionOrderDetail order }:
                CheckOrder(audit, order, act.On);
                break;
            case { Act: CaseAct.Corrected, Detail: OrderDetail detail }:
                Standing(audit, detail.Order);
                break;
            case { Act: CaseAct.CorrectionRefused, Detail: OrderDetail detail }:
                if (Standing(audit, detail.Order) is { } running && act.On <= running.CorrectBy)
                    throw Refused("correction_running", $"改正期限至{Iso(running.CorrectBy)}（含当日），期满前不能认定拒不改正。", $"The order runs until {Iso(running.CorrectBy)}; before that day has passed nobody has refused it.");
                break;
            case { Detail: FineDetail fine }:
                CheckFine(audit, fine, act.On);
                break;
        }
    }

    private static void CheckOrder(AuditCase audit, CorrectionOrderDetail order, DateOnly on)
    {
        if (string.IsNullOrWhiteSpace(order.Order) || audit.Orders.Any(o => o.Number == order.Order))
            throw Refused("order_number", "责令改正决定须有文号，且不得重复。", "An order needs a number of its own.");
        if (order.CorrectBy <= on) throw Refused("correction_date", "改正期限须在责令之日以后。", "The day for correction must lie after that of the order.");
        Clause(audit, order.Provision, order.Breach, on);
    }

    private static void CheckFine(AuditCase audit, FineDetail fine, DateOnly on)
    {
        var clause = Clause(audit, fine.Provision, fine.Breach, on);
        if (clause.OrderFirst && fine.Order is null)
            throw Refused("order_first", $"依据{clause.Citation.Zh}罚款，须先责令限期改正且拒不改正。", $"A fine under {clause.Citation.En} needs an order to correct that was refused.");
        if (fine.Order is { } number)
        {
            var order = Find(audit, number);
            if (order.State != OrderState.Refused)
                throw Refused("order_not_refused", $"{number}号责令改正决定不在拒不改正状态。", $"Order {number} does not stand refused.");
            if (order.Provision != fine.Provision || order.Breach != fine.Breach)
                throw Refused("wrong_provision", "罚款与责令改正的依据或者违法行为不一致。", "The fine rests on another clause or breach than its order.");
        }
        else if (audit.History.Any(e => e.Detail is FineDetail { Order: null } earlier && earlier.Provision == fine.Provision && earlier.Breach == fine.Breach))
        {
            throw Refused("fined_already", "同一违法行为不得重复罚款。", "The same breach is not fined twice.");
        }

        if (fine.Amount.Amount <= 0m || fine.Amount.Amount < clause.Minimum.Amount || fine.Amount.Amount > clause.Maximum.Amount)
            throw Refused("fine_out_of_range", $"{clause.Citation.Zh}的罚款幅度为{clause.Minimum}元至{clause.Maximum}元。", $"{clause.Citation.En} allows {clause.Minimum} to {clause.Maximum} yuan.");
    }

    private static PenaltyProvision Clause(AuditCase audit, string id, Breach breach, DateOnly on)
    {
        var clause = PenaltyProvision.Find(id) ?? throw Refused("unknown_provision", $"没有处罚条款{id}。", $"There is no penal clause {id}.");
        if (!clause.Reaches(audit.Opening, on) || !clause.Breaches.Contains(breach))
            throw Refused("wrong_provision", $"{clause.Citation.Zh}不适用于本案的时间、列入原因或者该违法行为。", $"{clause.Citation.En} does not reach this case by its dates, its grounds or the breach.");
        return clause;
    }

    private static CorrectionOrder Standing(AuditCase audit, string number) =>
        Find(audit, number) is { State: OrderState.Ordered } order ? order
            : throw Refused("order_settled", $"{number}号责令改正决定已有结果。", $"Order {number} is settled already.");

    private static CorrectionOrder Find(AuditCase audit, string number) =>
        audit.Orders.FirstOrDefault(o => o.Number == number) ?? throw Refused("unknown_order", $"本案没有{number}号责令改正决定。", $"The case has no order {number}.");
}
