namespace CleanProd.Rules.Facts.Words;

/// <summary>One earlier audit.</summary>
[Word]
public sealed class AuditFact : IEvidenceFact
{
    /// <summary><c>mandatory</c> or <c>voluntary</c>. Never missing.</summary>
    [OneOf("mandatory", "voluntary")]
    [Example("audits.Any(a => a.Kind == \"mandatory\")")]
    public required string Kind { get; init; }

    /// <summary>Day it was listed; none while it was not.</summary>
    [NullMeansNone]
    [Example("audits.Any(a => a.ListedOn != null)")]
    public DateTime? ListedOn { get; init; }

    /// <summary>Day the report was filed; none while it was not.</summary>
    [NullMeansNone]
    [Example("audits.Any(a => a.ReportedOn == null)")]
    public DateTime? ReportedOn { get; init; }

    /// <summary>Day of acceptance; none while it was not accepted.</summary>
    [NullMeansNone]
    [Example("audits.Any(a => a.AcceptedOn != null)")]
    public DateTime? AcceptedOn { get; init; }

    /// <summary><c>passed</c> (合格), <c>failed</c> (不合格) or as written; none while there is no result.</summary>
    [NullMeansNone]
    [Example("audits.Any(a => a.Result == \"failed\")")]
    public string? Result { get; init; }

    /// <summary>Whole months from listing to the determination date; none when it was not listed.</summary>
    [NullMeansNone]
    [NeverNegative]
    [InUnit("mo")]
    [Example("audits.Any(a => a.Kind == \"mandatory\" and a.ReportedOn == null and a.MonthsSinceListed >= 12)")]
    public int? MonthsSinceListed { get; init; }

    /// <inheritdoc/>
    [NotAWord]
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <inheritdoc/>
    [NotAWord]
    public string Subject => Kind;
}

/// <summary>Earlier audits of the enterprise. Incomplete when the data set holds no audits at all.</summary>
[Word("audits")]
public sealed class AuditFacts(IEnumerable<AuditFact> items, string? missing = null) : FactList<AuditFact>(items, missing)
{
    /// <summary>Whole years from the last acceptance to the determination date; none when no audit was ever accepted.</summary>
    [NullMeansNone(nameof(IsUnknown))]
    [NeverNegative]
    [InUnit("a")]
    [Example("audits.YearsSinceLastAccepted >= 5")]
    public int? YearsSinceLastAccepted { get; init; }

    /// <summary>Whether earlier audits were not supplied.</summary>
    [NotAWord]
    public bool IsUnknown => !IsComplete;
}
