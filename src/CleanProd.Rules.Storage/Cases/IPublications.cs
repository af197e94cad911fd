using CleanProd.Rules.Lists.Publication;

namespace CleanProd.Rules.Storage.Cases;

/// <summary>A published audit list, or an amendment of one, as cases need it.</summary>
/// <param name="Id">Identity of the list in its store.</param>
/// <param name="List">What became public.</param>
/// <param name="ScreenedYear">The year that was judged.</param>
/// <param name="DeterminedOn">Determination date.</param>
/// <param name="Packs">Packs that decided, <c>id@sha256</c>.</param>
/// <param name="Amends">The list it amends; null for a list.</param>
public sealed record Publication(string Id, PublishedList List, int ScreenedYear, DateOnly DeterminedOn, IReadOnlyList<string> Packs, string? Amends);

/// <summary>Tells what was published.</summary>
public interface IPublications
{
    /// <summary>Identities of the published audit lists and amendments, a list before its amendments and these in their order.</summary>
    Task<IReadOnlyList<string>> PublishedAsync(CancellationToken ct);

    /// <summary>One of them.</summary>
    Task<Publication> ReadAsync(string id, CancellationToken ct);

    /// <summary>The amendments of a list, in their order.</summary>
    Task<IReadOnlyList<Publication>> AmendmentsAsync(string id, CancellationToken ct);
}
