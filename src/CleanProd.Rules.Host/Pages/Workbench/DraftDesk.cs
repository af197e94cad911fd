using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Policy;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Enterprises;
using CleanProd.Rules.Storage.Policy;
using Actor = CleanProd.Rules.Host.Access.Actor;

namespace CleanProd.Rules.Host.Pages.Workbench;

/// <summary>A draft on screen.</summary>
/// <param name="Draft">The draft with every act upon it.</param>
/// <param name="Text">Its text as saved.</param>
/// <param name="Signing">What is to be signed; null before it was submitted.</param>
internal sealed record OpenDraft(Draft Draft, string Text, Dossier? Signing);

/// <summary>What the workbench reads of drafts, packs and years: the stores and offices that the API asks.</summary>
internal sealed class DraftDesk(DraftStore drafts, DraftChecks checks, DocumentStore documents, LawBooks books, Store store) : IPageReader
{
    /// <summary>The day by Beijing time.</summary>
    internal DateOnly Today => LegalDay.Of(store.Clock.GetUtcNow());

    /// <summary>A draft.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    internal async Task<OpenDraft> OpenAsync(string number, CancellationToken ct)
    {
        if (!long.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id)) throw new KeyNotFoundException();
        var draft = await drafts.ReadAsync(id, ct);
        var signing = draft.Submission?.Dossier is { } hash && await documents.FindAsync(hash, ct) is { } bytes ? Dossier.Read(bytes) : null;
        return new(draft, await checks.KeptAsync(draft.Last.Text, ct), signing);
    }

    /// <summary>What a text says otherwise than the version in force, and how it stands to wider rules.</summary>
    internal Task<DraftCheck> CheckAsync(RulePack pack, CancellationToken ct) => checks.CheckAsync(pack, ct);

    /// <summary>Regions whose years somebody may look ahead on: those of the role, and the provinces of the law's jurisdiction.</summary>
    internal IReadOnlyList<RegionCode> RegionsOf(Actor actor)
    {
        var own = Gatekeeper.ScopeOf(actor.Grants.Where(g => g.Role.Has(Permission.ForeseeRules))).Regions;
        var below = books.Reference.Regions.All.Where(r => r.Parent is null or "" || r.Code.EndsWith("00", StringComparison.Ordinal)).Select(r => RegionCode.Of(r.Code)).Where(r => own.Any(o => o.Covers(r)));
        return [.. own.Concat(below).Distinct()];
    }
}
