using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Comparing;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Policy;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Policy;

/// <summary>A screening that was judged with packs that are not those in force for its determination date any more.</summary>
/// <param name="Run">The screening.</param>
/// <param name="Region">Its jurisdiction.</param>
/// <param name="Year">Its year.</param>
/// <param name="AsOf">Its determination date.</param>
/// <param name="JudgedWith">Its packs.</param>
/// <param name="InForce">The packs now in force for that date.</param>
internal sealed record OutdatedScreening(long Run, string Region, int Year, DateOnly AsOf, IReadOnlyList<string> JudgedWith, IReadOnlyList<string> InForce);

/// <summary>Released packs: what is in force when, what differs, and what is put back or withdrawn, always as a later version.</summary>
internal sealed class ReleaseOffice(ReleaseStore releases, DraftStore drafts, LawBooks books, ScreeningStore screenings)
{
    /// <summary>All versions; of one pack, or those used on a day, where asked for.</summary>
    internal async Task<IReadOnlyList<PackVersion>> ListAsync(string? pack, DateOnly? on, CancellationToken ct)
    {
        var all = (await releases.AllAsync(ct)).Where(v => pack is null || v.PackId == pack);
        return on is { } day ? PackVersion.On(all, day) : [.. all];
    }

    /// <summary>The text of a version.</summary>
    /// <exception cref="KeyNotFoundException">There is no such version, or it is a withdrawal.</exception>
    internal async Task<byte[]> TextAsync(string pack, int version, CancellationToken ct) =>
        await books.TextAsync((await FindAsync(pack, version, ct)).Sha256 ?? throw new KeyNotFoundException());

    /// <summary>What one released pack says otherwise than another; each by id (as used on a day) or <c>id@sha256</c>.</summary>
    /// <exception cref="RefusedActException"><c>bad_pack</c>.</exception>
    internal async Task<IReadOnlyList<PackChange>> DifferenceAsync(string before, string after, DateOnly today, CancellationToken ct)
    {
        var packs = new List<RulePack>();
        foreach (var name in (string[])[before, after])
            packs.Add(await books.FindAsync(name, today, ct) ?? throw new RefusedActException("bad_pack", new($"没有规则包“{name}”。", $"There is no rule pack '{name}'.")));
        return PackDifference.Of(packs[0], packs[1]);
    }

    /// <summary>Withdraws a pack from a determination date on: a later version that says there is none.</summary>
    /// <exception cref="KeyNotFoundException">There is no such pack.</exception>
    /// <exception cref="RefusedActException"><c>reason_required</c>, <c>withdrawn_already</c>, <c>outside_region</c>.</exception>
    internal async Task<PackVersion> WithdrawAsync(string pack, DateOnly from, string? reason, Officer by, Reach reach, CancellationToken ct)
    {
        MustReason(reason);
        DraftOffice.MustCover(reach, (await LastAsync(pack, ct)).Jurisdiction);
        return await releases.ReleaseAsync((all, at) =>
        {
            if (PackVersion.On(all, from).All(v => v.PackId != pack))
                throw new RefusedActException("withdrawn_already", new($"{from:yyyy-MM-dd} 本来就没有该规则包。", $"There is no such pack on {from:yyyy-MM-dd} anyway."));
            return all.Last(v => v.PackId == pack) with
            {
                Origin = VersionOrigin.Withdrawal, Sha256 = null, EffectiveFrom = from, EffectiveTo = null, By = by, At = at, Reason = reason, Draft = null, Dossier = null, PutBack = null,
            };
        }, ct);
    }

    /// <summary>Puts an earlier version back, as a later version with its text.</summary>
    /// <exception cref="KeyNotFoundException">There is no such version, or it has no text.</exception>
    /// <exception cref="RefusedActException"><c>reason_required</c>, <c>four_eyes</c>, <c>in_force_already</c>, <c>outside_region</c>.</exception>
    internal async Task<PackVersion> RollBackAsync(string pack, int version, DateOnly? from, string? reason, Officer by, Reach reach, CancellationToken ct)
    {
        MustReason(reason);
        var earlier = await FindAsync(pack, version, ct);
        if (earlier.Sha256 is null) throw new KeyNotFoundException();
        DraftOffice.MustCover(reach, earlier.Jurisdiction);
        // Whoever wrote a text never puts it in force, the second time neither.
        if (earlier.Draft is { } draft && (await drafts.ReadAsync(draft, ct)).Authors.Contains(by.Id))
            throw new RefusedActException("four_eyes", new($"{by.Name}编写过该版本，不能由其恢复；请由另一账号办理。", $"{by.Name} wrote that version and may not put it back; another account must."));
        var first = from ?? earlier.EffectiveFrom;
        return await releases.ReleaseAsync((all, at) =>
        {
            if (PackVersion.On(all, first).FirstOrDefault(v => v.PackId == pack)?.Sha256 == earlier.Sha256)
                throw new RefusedActException("in_force_already", new($"{first:yyyy-MM-dd} 适用的就是该版本。", $"That version is the one used on {first:yyyy-MM-dd}."));
            return earlier with { Origin = VersionOrigin.RollBack, EffectiveFrom = first, By = by, At = at, Reason = reason, PutBack = version };
        }, ct);
    }

    /// <summary>Finished screenings within reach, the latest of each region, year and determination date, that the packs in force would judge with other texts.</summary>
    internal async Task<IReadOnlyList<OutdatedScreening>> OutdatedAsync(Reach reach, CancellationToken ct)
    {
        const int most = 500;
        var runs = (await screenings.ListAsync(reach, null, most, ct)).Where(r => r.State == ScreeningState.Finished && r.Kind != ScreeningKind.Dry && reach.Covers(r.Region))
            .GroupBy(r => (r.Region, r.Year, r.AsOf)).Select(g => g.MaxBy(r => r.Id)!);
        var outdated = new List<OutdatedScreening>();
        foreach (var run in runs.OrderByDescending(r => r.Id))
        {
            string[] now = [.. (await books.EffectiveAsync(run.AsOf, ct)).Where(p => p.Governs(run.AsOf)).Select(p => p.Name).Order(StringComparer.Ordinal)];
            if (!now.SequenceEqual(run.Packs.Order(StringComparer.Ordinal), StringComparer.Ordinal)) outdated.Add(new(run.Id, run.Region.Value, run.Year, run.AsOf, run.Packs, now));
        }

        return outdated;
    }

    private async Task<PackVersion> LastAsync(string pack, CancellationToken ct) => (await releases.AllAsync(ct)).LastOrDefault(v => v.PackId == pack) ?? throw new KeyNotFoundException();

    private async Task<PackVersion> FindAsync(string pack, int version, CancellationToken ct) =>
        (await releases.AllAsync(ct)).FirstOrDefault(v => v.PackId == pack && v.Version == version) ?? throw new KeyNotFoundException();

    private static void MustReason(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new RefusedActException("reason_required", new Wording("请填写理由。", "Give a reason."));
    }
}
