namespace CleanProd.Rules.Facts.Words;

/// <summary>
/// A substance used, produced, discharged or thrown away in the year. The list is incomplete while nothing was declared for the
/// year; the declaration <c>none</c> makes it empty and complete.
/// </summary>
[Word("substances")]
public sealed class SubstanceFact : IEvidenceFact
{
    /// <summary>Name as declared. Never missing.</summary>
    [Example("substances.Any(s => s.Name == \"氰化钠\")")]
    public required string Name { get; init; }

    /// <summary>CAS number. Missing when neither declared nor known to the catalogues.</summary>
    [Example("substances.Any(s => s.Cas == \"143-33-9\")")]
    public string? Cas { get; init; }

    /// <summary><c>used</c>, <c>produced</c>, <c>discharged</c> or <c>waste</c>. Never missing.</summary>
    [OneOf("used", "produced", "discharged", "waste")]
    [Example("substances.Any(s => s.Role == \"used\")")]
    public required string Role { get; init; }

    /// <summary>Amount of the year in <see cref="Unit"/>. Missing when not declared.</summary>
    [NeverNegative]
    [InUnitOf(nameof(Unit))]
    [Example("substances.Any(s => s.Unit == \"t\" and s.Quantity > 10)")]
    public decimal? Quantity { get; init; }

    /// <summary>Unit of the amount. Missing when not declared.</summary>
    [Example("substances.Any(s => s.Unit == \"t\")")]
    public string? Unit { get; init; }

    /// <summary>What for or in what medium, as declared. Missing when not declared.</summary>
    [Example("substances.Any(s => s.Purpose == \"water\")")]
    public string? Purpose { get; init; }

    /// <summary>
    /// Class of toxic substance by the catalogues in force in the year: 1 hazardous waste, 2 highly toxic chemicals, 3 heavy metals and
    /// arsenic, 4 persistent organic pollutants, 5 recorded as toxic by decision; 0 when none of them (清洁生产审核办法 2016 Art. 8).
    /// </summary>
    [InUnit("1")]
    [Example("substances.Any(s => s.ToxicClass > 0)")]
    public int ToxicClass { get; init; }

    /// <summary>Identities of the catalogues that name it, on the period's last day.</summary>
    [NotAWord]
    public IReadOnlySet<string> Catalogues { get; init; } = new HashSet<string>();

    /// <summary>Whether the catalogue of that id (<c>data/reference/catalogues</c>) names it on the period's last day.</summary>
    [Example("substances.Any(s => s.InCatalogue(\"gb8978-1996-table1\"))")]
    public bool InCatalogue(string id) => Catalogues.Contains(id);

    /// <inheritdoc/>
    [NotAWord]
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <inheritdoc/>
    [NotAWord]
    public string Subject => Name;
}
