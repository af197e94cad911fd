namespace CleanProd.Rules.Facts;

/// <summary>Interim.</summary>
public sealed record SubstanceMatch(string? Cas, int ToxicClass, IReadOnlySet<string> Catalogues, IReadOnlyList<string> Titles);

/// <summary>Interim.</summary>
public sealed class SubstanceMatcher(ReferenceData reference, DateOnly day)
{
    /// <summary>Interim.</summary>
    public SubstanceMatch Match(string substance) => new(null, 0, reference.Catalogues.Where(c => c.Entries.Any(e => e.Name == substance && e.From <= day)).Select(c => c.Id).ToHashSet(), []);
}
