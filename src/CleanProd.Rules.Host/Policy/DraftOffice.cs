using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Policy;

namespace CleanProd.Rules.Host.Policy;

/// <summary>From when a submitted draft shall be used, and on which year its impact is worked out.</summary>
/// <param name="Version">The version that the author has on screen.</param>
/// <param name="Year">The year that shows the impact.</param>
/// <param name="EffectiveFrom">First determination date for which it shall be used.</param>
/// <param name="EffectiveTo">Last determination date; null for no end.</param>
internal sealed record Submission(int Version, AskedYear Year, DateOnly EffectiveFrom, DateOnly? EffectiveTo)
{
    /// <summary>What the author remarks.</summary>
    internal string? Note { get; init; }
}

/// <summary>Takes drafts from their first line to their release.</summary>
internal sealed class DraftOffice(DraftStore drafts, DraftChecks checks, ForesightDesk foresight, YearShelf shelf, LawBooks books, DocumentStore documents)
{
    /// <summary>Begins a draft from a text.</summary>
    /// <exception cref="RefusedActException"><c>bad_pack</c>, <c>outside_region</c>.</exception>
    internal Task<Draft> CreateAsync(string text, Officer by, Reach reach, string? note, string? origin, CancellationToken ct)
    {
        var told = DraftChecks.TextOf(text);
        MustCover(reach, told.Jurisdiction);
        return drafts.CreateAsync(told, by, note, origin, ct);
    }

    /// <summary>Begins a draft from a released pack, by id or <c>id@sha256</c>.</summary>
    /// <exception cref="RefusedActException"><c>bad_pack</c>: there is no such pack.</exception>
    internal async Task<Draft> CopyAsync(string pack, DateOnly today, Officer by, Reach reach, string? note, CancellationToken ct)
    {
        var found = await books.FindAsync(pack, today, ct) ?? await checks.LastAsync(pack, ct)
            ?? throw new RefusedActException("bad_pack", new($"没有已发布的规则包“{pack}”。", $"There is no released pack '{pack}'."));
        return await CreateAsync(System.Text.Encoding.UTF8.GetString(await books.TextOfAsync(found, ct)), by, reach, note, found.Name, ct);
    }

    /// <summary>Changes the text of a draft.</summary>
    /// <exception cref="RefusedActException"><c>bad_pack</c>: it became another pack; <c>stale_version</c>; <c>illegal_transition</c>.</exception>
    internal Task<Draft> EditAsync(long id, int version, string text, string? note, Officer by, CancellationToken ct)
    {
        var told = DraftChecks.TextOf(text);
        return drafts.ActAsync(id, version, async (session, draft) =>
        {
            if (told.PackId != draft.Last.PackId || told.Jurisdiction != draft.Last.Jurisdiction)
            {
                throw new RefusedActException("bad_pack", new(
                    $"草案属于 {draft.Last.PackId}（{draft.Last.Jurisdiction}），编号和适用地区不能改；请另建草案。", $"The draft is of {draft.Last.PackId} ({draft.Last.Jurisdiction}); for another id or jurisdiction begin another draft."));
            }

            return draft.Last with { Act = DraftAct.Edited, By = by, Title = told.Title, Text = await DocumentStore.KeepAsync(session, told.Text, ct), Note = note, Dossier = null, EffectiveFrom = null, EffectiveTo = null };
        }, ct: ct);
    }

    /// <summary>Mistakes, cases, differences and overlay of a draft as it stands.</summary>
    internal async Task<DraftCheck> CheckAsync(long id, CancellationToken ct)
    {
        var draft = await drafts.ReadAsync(id, ct);
        return await checks.CheckAsync(await checks.KeptAsync(draft.Last.Text, ct), draft.Last.PackId, ct);
    }

    /// <summary>The pack of a draft as it stands.</summary>
    /// <exception cref="PackException">It is refused.</exception>
    internal async Task<RulePack> PackAsync(Draft draft, CancellationToken ct) => await checks.ReadAsync(draft.Last.Text, draft.Last.PackId, ct);

    /// <summary>Puts a draft before the releasers. All its cases must pass, and no overlay may loosen silently.</summary>
    /// <exception cref="RefusedActException"><c>cases_required</c>, <c>cases_fail</c>, <c>overlay_loosens</c>, <c>bad_dates</c>; what stands against the act.</exception>
    /// <exception cref="PackException">The pack is refused.</exception>
    internal async Task<Draft> SubmitAsync(long id, Submission wanted, Officer by, CancellationToken ct)
    {
        var draft = await drafts.ReadAsync(id, ct);
        draft.MustAllow(DraftAct.Submitted);
        var pack = await PackAsync(draft, ct);
        foreach (var day in PackCheck.DaysOfChange(pack)) CompiledPack.Compile(pack, day);
        if (wanted.EffectiveTo < wanted.EffectiveFrom) throw new RefusedActException("bad_dates", new("失效日期早于生效日期。", "It would end before it begins."));
        if (!pack.Governs(wanted.EffectiveFrom))
            throw new RefusedActException("bad_dates", new($"规则包自身不适用于 {wanted.EffectiveFrom:yyyy-MM-dd}（governs）。", $"The pack itself does not govern on {wanted.EffectiveFrom:yyyy-MM-dd} (governs)."));
        var key = await shelf.NowAsync(wanted.Year.Region, wanted.Year.Year, wanted.Year.Day, ct);
        var bytes = await MakeAsync(pack, wanted.EffectiveFrom, wanted.EffectiveTo, key, ct);
        return await drafts.ActAsync(id, wanted.Version, async (session, current) => current.Last with
        {
            Act = DraftAct.Submitted, By = by, Note = wanted.Note, EffectiveFrom = wanted.EffectiveFrom, EffectiveTo = wanted.EffectiveTo,
            Dossier = await DocumentStore.KeepAsync(session, bytes, ct),
        }, ct: ct);
    }

    /// <summary>Sends a draft back to its author.</summary>
    internal Task<Draft> ReturnAsync(long id, int version, string? reason, Officer by, CancellationToken ct) => drafts.ActAsync(
        id, version, (_, draft) => Task.FromResult(draft.Last with { Act = DraftAct.Returned, By = by, Note = reason, Dossier = null, EffectiveFrom = null, EffectiveTo = null }), ct: ct);

    /// <summary>Gives a draft up.</summary>
    internal Task<Draft> AbandonAsync(long id, int version, string? reason, Officer by, CancellationToken ct) => drafts.ActAsync(
        id, version, (_, draft) => Task.FromResult(draft.Last with { Act = DraftAct.Abandoned, By = by, Note = reason }), ct: ct);

    /// <summary>Signs what was put before the releasers, and releases it.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="version">The version that the releaser has on screen.</param>
    /// <param name="sign">The hash that the releaser has seen.</param>
    /// <param name="by">The releaser: nobody who wrote on it.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="RefusedActException">
    /// <c>four_eyes</c>; <c>bad_hash</c>: another dossier was seen; <c>dossier_changed</c>: made again of the same data it is another one, because the law
    /// before it or the reference tables changed; <c>two_packs</c>: two packs of one jurisdiction would decide on one day.
    /// </exception>
    internal async Task<Draft> ReleaseAsync(long id, int version, string sign, Officer by, CancellationToken ct)
    {
        var draft = await drafts.ReadAsync(id, ct);
        draft.Apply(draft.Last with { Act = DraftAct.Released, By = by, Sequence = draft.Version + 1 });
        var submitted = draft.Submission!;
        if (sign != submitted.Dossier)
            throw new RefusedActException("bad_hash", new("所签的散列值不是送审材料的散列值，请查看送审材料后再签。", "This is not the hash of what was submitted: look at the dossier and sign that."));
        var dossier = Dossier.Read(await documents.FindAsync(sign, ct) ?? throw new InvalidDataException($"The store lacks the dossier {sign}."));
        var pack = await PackAsync(draft, ct);
        var basis = dossier.Basis;
        var again = Dossier.HashOf(await MakeAsync(pack, dossier.EffectiveFrom, dossier.EffectiveTo, new(new(basis.Region), basis.Year, basis.AsOf, basis.KnownAt, basis.Imports), ct));
        if (again != sign)
        {
            throw new RefusedActException("dossier_changed", new(
                "送审以后，现行规则或者基准数据已变，影响不再是送审材料所列。请退回，重新送审。", "Since it was submitted the law in force or the reference tables changed, so that its impact is another: return it and have it submitted again."));
        }

        await MustStandAloneAsync(pack, dossier.EffectiveFrom, dossier.EffectiveTo, ct);
        return await drafts.ActAsync(
            id, version,
            async (session, current) =>
            {
                // The version is numbered in the same transaction, after the act was allowed.
                var made = current.Last with { Act = DraftAct.Released, By = by, Note = null };
                current.Apply(made with { Sequence = current.Version + 1 });
                var released = (await ReleaseStore.ReleaseAsync(session, (_, at) => new PackVersion
                {
                    PackId = pack.Id, Version = 0, Origin = VersionOrigin.Draft, Sha256 = pack.Sha256, Jurisdiction = pack.Jurisdiction, EffectiveFrom = dossier.EffectiveFrom,
                    EffectiveTo = dossier.EffectiveTo, By = by, At = at, Draft = id, Dossier = sign,
                }, ct)).Version;
                return made with { Version = released };
            },
            ct: ct);
    }

    /// <summary>What is signed.</summary>
    private async Task<byte[]> MakeAsync(RulePack pack, DateOnly from, DateOnly? to, YearKey key, CancellationToken ct)
    {
        var check = await checks.CheckAsync(pack, ct);
        if (check.Cases.Count == 0) throw new RefusedActException("cases_required", new("规则包没有案例，未作任何证明，不能送审。", "The pack has no case: nothing is proved, and it cannot be submitted."));
        if (check.Cases.FirstOrDefault(c => c.Verdict != CaseVerdict.Pass) is { } failed)
            throw new RefusedActException("cases_fail", new($"案例“{failed.Name}”未通过：{string.Join("；", failed.Messages)}", $"The case '{failed.Name}' does not pass: {string.Join("; ", failed.Messages)}"));
        if (check.Overlay.FirstOrDefault(o => o.IsError) is { } loose) throw new RefusedActException("overlay_loosens", loose.Text);
        var impact = await foresight.ImpactAsync(await foresight.BeforeAsync(pack, null, key.AsOf, ct), pack, key, readAgain: true, ct);
        if (impact.Counts.Fail > 0)
            throw new RefusedActException("rule_fails", new($"有 {impact.Counts.Fail} 家企业判定出错（规则出错或者复核不一致）。", $"{impact.Counts.Fail} enterprises end in an error (a rule fails, or the two readers disagree)."));
        return new Dossier(pack.Name, from, to, check.Cases, check.Against, check.Changes, check.Overlay,
            new(key.Region.Value, key.Year, key.AsOf, key.KnownAt, key.Imports, books.ReferenceHash), impact).Bytes();
    }

    // Two packs of one jurisdiction on one day would stop every screening of that day.
    private async Task MustStandAloneAsync(RulePack pack, DateOnly from, DateOnly? to, CancellationToken ct)
    {
        var others = (await books.LatestAsync(ct)).Where(p => p.Id != pack.Id && p.Jurisdiction == pack.Jurisdiction).ToArray();
        foreach (var day in others.Select(o => o.GovernsFrom).Where(d => d > from && (to is null || d <= to)).Prepend(from))
        {
            if (pack.Governs(day) && (await books.EffectiveAsync(day, ct)).FirstOrDefault(p => p.Id != pack.Id && p.Jurisdiction == pack.Jurisdiction && p.Governs(day)) is { } other)
            {
                throw new RefusedActException("two_packs", new(
                    $"{day:yyyy-MM-dd} 将有 {pack.Id} 和 {other.Id} 两个规则包同时适用于 {pack.Jurisdiction}；请先使 {other.Id} 在此之前失效。",
                    $"On {day:yyyy-MM-dd} both {pack.Id} and {other.Id} would govern in {pack.Jurisdiction}: end {other.Id} before that day first."));
            }
        }
    }

    /// <summary>Refuses what lies beyond somebody's own jurisdiction.</summary>
    /// <exception cref="RefusedActException"><c>outside_region</c>.</exception>
    internal static void MustCover(Reach reach, string jurisdiction)
    {
        if (!reach.Covers(Draft.RegionOf(jurisdiction)))
            throw new RefusedActException("outside_region", new($"规则包适用于 {jurisdiction}，超出您的辖区。", $"The pack is one of {jurisdiction}, which reaches beyond your own region."));
    }
}
