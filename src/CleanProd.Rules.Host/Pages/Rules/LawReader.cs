using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Policy;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Policy;
using Actor = CleanProd.Rules.Host.Access.Actor;

namespace CleanProd.Rules.Host.Pages.Rules;

/// <summary>A pack that applies on a day, with the version it is.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Version">The version that was released; null where nothing ever was.</param>
internal sealed record PackInForce(RulePack Pack, PackVersion? Version);

/// <summary>The law as it stands: what pages on rules show, from the stores and offices that the API asks.</summary>
internal sealed class LawReader(LawBooks books, ReleaseOffice office, DraftStore drafts, Store store) : IPageReader
{
    private const int MostDrafts = 200;

    /// <summary>The day by Beijing time.</summary>
    internal DateOnly Today => LegalDay.Of(store.Clock.GetUtcNow());

    /// <summary>What one person reaches by a permission that the page itself does not need; nothing without it.</summary>
    internal static Reach ReachOf(Actor actor, Permission permission) => Gatekeeper.ScopeOf(actor.Grants.Where(g => g.Role.Has(permission))).Reach;

    /// <summary>Every released version, the newest first.</summary>
    internal async Task<IReadOnlyList<PackVersion>> VersionsAsync(CancellationToken ct) => [.. (await office.ListAsync(null, null, ct)).OrderByDescending(v => v.At).ThenByDescending(v => v.PackId, StringComparer.Ordinal)];

    /// <summary>The packs that decide on a day.</summary>
    internal async Task<IReadOnlyList<PackInForce>> InForceAsync(DateOnly day, CancellationToken ct)
    {
        var versions = await office.ListAsync(null, day, ct);
        return [.. (await books.EffectiveAsync(day, ct)).Where(p => p.Governs(day)).OrderBy(p => p.Jurisdiction, StringComparer.Ordinal).Select(p => new PackInForce(p, versions.FirstOrDefault(v => v.Name == p.Name)))];
    }

    /// <summary>The latest version of every pack, the earliest instrument first.</summary>
    internal async Task<IReadOnlyList<RulePack>> LatestAsync(CancellationToken ct) => [.. (await books.LatestAsync(ct)).OrderBy(p => p.Jurisdiction, StringComparer.Ordinal).ThenBy(p => p.GovernsFrom)];

    /// <summary>A pack by id, as used on a day, or by <c>id@sha256</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    internal async Task<RulePack> PackAsync(string name, DateOnly day, CancellationToken ct) =>
        await books.FindAsync(name, day, ct) ?? (await books.LatestAsync(ct)).FirstOrDefault(p => p.Id == name) ?? throw new KeyNotFoundException();

    /// <summary>Drafts that a person may read, the newest first.</summary>
    internal async Task<IReadOnlyList<Draft>> DraftsAsync(Actor actor, CancellationToken ct) =>
        actor.Grants.Any(g => g.Role.Has(Permission.ReadDrafts)) ? await drafts.ListAsync(ReachOf(actor, Permission.ReadDrafts), null, null, MostDrafts, ct) : [];

    /// <summary>Screenings that the rules in force would judge with other texts.</summary>
    internal async Task<IReadOnlyList<OutdatedScreening>> OutdatedAsync(Actor actor, CancellationToken ct) =>
        actor.Grants.Any(g => g.Role.Has(Permission.ReadLists)) ? await office.OutdatedAsync(ReachOf(actor, Permission.ReadLists), ct) : [];

    /// <summary>What a jurisdiction is called.</summary>
    internal static Wording PlaceOf(string jurisdiction, Shell.Places places) =>
        jurisdiction == "CN" ? places.NameOf(RegionCode.Nation) : jurisdiction.StartsWith("CN-", StringComparison.Ordinal) ? places.NameOf(new RegionCode(jurisdiction[3..])) : Wording.Same(jurisdiction);
}
