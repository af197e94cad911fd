namespace CleanProd.Rules.Cases.Penalties;

/// <summary>What became of an order to correct.</summary>
public enum OrderState
{
    /// <summary>Runs, or has passed without a decision.</summary>
    Ordered,

    /// <summary>Corrected, in time or late.</summary>
    Corrected,

    /// <summary>Refused.</summary>
    Refused,

    /// <summary>Refused and fined.</summary>
    Fined,
}

/// <summary>An order to correct within a time limit (责令限期改正): ordered → corrected | refused → fined.</summary>
/// <param name="Number">Number of the order.</param>
/// <param name="Provision">Clause it rests on.</param>
/// <param name="Breach">What was not done.</param>
/// <param name="Duty">Duty it enforces.</param>
/// <param name="OrderedOn">Day of the order.</param>
/// <param name="CorrectBy">Last day for correction.</param>
/// <param name="State">What became of it.</param>
/// <param name="ChangedOn">Day of its last change; null while it is as ordered.</param>
public sealed record CorrectionOrder(
    string Number, string Provision, Breach Breach, string Duty, DateOnly OrderedOn, DateOnly CorrectBy, OrderState State, DateOnly? ChangedOn)
{
    /// <summary>The orders after an act that has been found legal.</summary>
    internal static IReadOnlyList<CorrectionOrder> After(IReadOnlyList<CorrectionOrder> orders, CaseEvent act) => act switch
    {
        { Detail: CorrectionOrderDetail d } => [.. orders, new(d.Order, d.Provision, d.Breach, d.Duty, act.On, d.CorrectBy, OrderState.Ordered, null)],
        { Act: CaseAct.Corrected, Detail: OrderDetail d } => Changed(orders, d.Order, OrderState.Corrected, act.On),
        { Act: CaseAct.CorrectionRefused, Detail: OrderDetail d } => Changed(orders, d.Order, OrderState.Refused, act.On),
        { Detail: FineDetail { Order: { } order } } => Changed(orders, order, OrderState.Fined, act.On),
        _ => orders,
    };

    private static CorrectionOrder[] Changed(IReadOnlyList<CorrectionOrder> orders, string number, OrderState state, DateOnly on) =>
        [.. orders.Select(o => o.Number == number ? o with { State = state, ChangedOn = on } : o)];
}
