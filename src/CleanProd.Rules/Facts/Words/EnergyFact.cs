namespace CleanProd.Rules.Facts.Words;

/// <summary>
/// Energy per unit of one product in the year, beside its limit. The list is incomplete while no energy was reported for the year.
/// </summary>
[Word("energy")]
public sealed class EnergyFact : IEvidenceFact
{
    /// <summary>Product as reported. Never missing.</summary>
    [Example("energy.Any(e => e.Product == \"水泥熟料\")")]
    public required string Product { get; init; }

    /// <summary>Energy over output in <see cref="Unit"/>. Missing when either is, or the output is zero.</summary>
    [NeverNegative]
    [InUnitOf(nameof(Unit))]
    [Example("energy.Any(e => e.UnitConsumption > e.Limit)")]
    public decimal? UnitConsumption { get; init; }

    /// <summary>Limit value (限定值) in force on the period's last day, in <see cref="Unit"/>; none when no standard sets one for the product.</summary>
    [NullMeansNone(nameof(LimitUnknown))]
    [NeverNegative]
    [InUnitOf(nameof(Unit))]
    [Example("energy.Any(e => e.UnitConsumption > e.Limit)")]
    public decimal? Limit { get; init; }

    /// <summary>Whether a standard sets a limit for the product.</summary>
    [Example("energy.Any(e => e.HasLimit)")]
    public bool HasLimit => Limit is not null || LimitUnknown;

    /// <summary>Whether a standard sets a limit that the reported units cannot be held against.</summary>
    [NotAWord]
    public bool LimitUnknown { get; init; }

    /// <summary>Consumption over limit; none when there is no limit.</summary>
    [NullMeansNone(nameof(HasLimit))]
    [NeverNegative]
    [InUnit("1")]
    [Example("energy.Any(e => e.Ratio > 1)")]
    public decimal? Ratio { get; init; }

    /// <summary>Unit of consumption and limit, such as <c>kgce/t</c>. Never missing.</summary>
    [Example("energy.Any(e => e.Unit == \"kgce/t\")")]
    public required string Unit { get; init; }

    /// <inheritdoc/>
    [NotAWord]
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <inheritdoc/>
    [NotAWord]
    public string Subject => Product;
}
