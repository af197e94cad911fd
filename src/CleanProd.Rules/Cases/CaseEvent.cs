namespace CleanProd.Rules.Cases;

/// <summary>One act in a case; the case is the fold of its acts.</summary>
public sealed record CaseEvent : RecordedAct
{
    /// <summary>The case.</summary>
    public required CaseId Case { get; init; }

    /// <summary>What was done.</summary>
    public required CaseAct Act { get; init; }

    /// <summary>What that kind of act says.</summary>
    public CaseDetail Detail { get; init; } = new NoDetail();
}
