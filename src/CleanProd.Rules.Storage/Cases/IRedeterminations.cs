using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Storage.Cases;

/// <summary>What a screening of corrected data says of an enterprise.</summary>
/// <param name="Outcome">Outcome in a word.</param>
/// <param name="Grounds">Grounds that list it now; none when nothing does.</param>
public sealed record Redetermination(string Outcome, IReadOnlyList<string> Grounds);

/// <summary>Screens an enterprise again with corrected data. The earlier determination stays as it is.</summary>
public interface IRedeterminations
{
    /// <summary>Starts the screening; the same for the same objection however often it is asked for.</summary>
    /// <param name="objection">The objection.</param>
    /// <param name="facility">The enterprise.</param>
    /// <param name="list">The published list it objects to.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <returns>The number of the screening.</returns>
    Task<long> StartAsync(long objection, FacilityId facility, string list, Officer by, CancellationToken ct);

    /// <summary>What it says; null while it is not finished.</summary>
    /// <exception cref="RefusedActException">It failed or was cancelled.</exception>
    Task<Redetermination?> ResultAsync(long run, FacilityId facility, CancellationToken ct);
}

/// <summary>Drafts amendments of published lists.</summary>
public interface IAmendments
{
    /// <summary>
    /// Puts an enterprise into the amendment of a list that is being drafted, or drafts one, in the transaction of the decision that asks for it.
    /// </summary>
    /// <param name="session">The transaction.</param>
    /// <param name="list">The list, or an amendment of it, that names the enterprise.</param>
    /// <param name="facility">The enterprise.</param>
    /// <param name="run">The screening that says otherwise.</param>
    /// <param name="by">Who decided.</param>
    /// <param name="reason">Why.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <returns>Identity of the amendment.</returns>
    Task<string> DraftAsync(StoreSession session, string list, FacilityId facility, long run, Officer by, string reason, CancellationToken ct);
}
