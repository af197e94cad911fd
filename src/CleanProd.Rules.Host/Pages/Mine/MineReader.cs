using CleanProd.Rules.Cases;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Notices;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.Enterprises;
using CleanProd.Rules.Storage.Notices;
using Actor = CleanProd.Rules.Host.Access.Actor;

namespace CleanProd.Rules.Host.Pages.Mine;

/// <summary>What an enterprise is shown of itself.</summary>
/// <param name="Facility">The enterprise.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">Where it lies.</param>
/// <param name="History">What screenings decided, the newest first, without dry runs.</param>
/// <param name="Case">The case that is under way, else the latest; null without any.</param>
/// <param name="Notices">Its notices that are issued, the newest first.</param>
/// <param name="Objections">Its objections, the newest first.</param>
internal sealed record MineView(
    FacilityId Facility, string Name, RegionCode Region, IReadOnlyList<HistoricDetermination> History, StoredCase? Case, IReadOnlyList<Notice> Notices, IReadOnlyList<StoredObjection> Objections)
{
    /// <summary>The determination behind the case, else the newest.</summary>
    internal HistoricDetermination? Deciding =>
        Case is { } of ? History.FirstOrDefault(h => h.Cases.Any(c => c.Case == of.Id)) ?? Newest : Newest;

    private HistoricDetermination? Newest => History is [var newest, ..] ? newest : null;

    /// <summary>Notices whose receipt waits to be confirmed.</summary>
    internal IEnumerable<Notice> Unacknowledged => Notices.Where(n => n.State is NoticeState.Issued or NoticeState.Sent or NoticeState.Served);

    internal StoredObjection? OpenObjection => Objections.FirstOrDefault(o => o.Objection.IsOpen);
}

/// <summary>Gathers what an enterprise is shown. Nothing here is decided, and nothing of others is read.</summary>
internal sealed class MineReader(Store store, EnterpriseStore enterprises, CaseStore cases, NoticeStore notices, ObjectionStore objections) : IPageReader
{
    private const int Most = 100;

    internal DateOnly Today => cases.Today;

    /// <summary>One of the enterprises for which somebody acts: the one that is named, else the first.</summary>
    /// <exception cref="RefusedActException"><c>outside_region</c>: the one that is named is another's.</exception>
    internal async Task<MineView?> ReadAsync(Actor actor, string? named, CancellationToken ct)
    {
        var own = actor.Scope.Facilities;
        if (own.Count == 0) return null;
        if (named is not null && !own.Contains(named, StringComparer.Ordinal)) throw new RefusedActException("outside_region", Problems.OutsideRegion.Reason);
        var (id, reach) = (new FacilityId(named ?? own[0]), new Reach([], [new(named ?? own[0])]));
        var known = await store.ReadFactsAsync(f => f.FindFacilityAsync(id, ct), ct);
        var lines = await cases.ListAsync(new CaseFilter(reach) { Facility = id }, null, Most, ct);
        var line = lines.Where(l => CaseTransitions.IsUnderway(l.Stage)).MaxBy(l => l.PublishedOn) ?? lines.MaxBy(l => l.PublishedOn);
        return new(
            id, known?.Name ?? line?.Name ?? id.Value, known?.Region ?? line?.Region ?? default, await enterprises.HistoryAsync(id, null, null, withDry: false, null, Most, ct),
            line is null ? null : await cases.ReadAsync(line.Id, ct), await notices.ListAsync(new([], [id.Value]) { Most = Most }, ct), await objections.ListAsync(reach, null, null, null, Most, ct));
    }
}
