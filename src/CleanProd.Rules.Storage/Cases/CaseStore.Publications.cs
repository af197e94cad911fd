using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Duties;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Publication;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Cases;

// What a publication does to cases: a list opens them, an amendment opens, withdraws or changes them. Each is taken up once.
public sealed partial class CaseStore
{
    private static readonly OfficerActor Program = new(Officer.System);

    /// <summary>Takes up every publication that has not been taken up yet and whose day has come.</summary>
    public async Task TakeUpAsync(IPublications publications, CancellationToken ct = default)
    {
        var taken = await store.ReadAsync(c => c.Set<CaseListRow>().Select(l => l.ListId).ToListAsync(ct));
        foreach (var id in (await publications.PublishedAsync(ct)).Except(taken, StringComparer.Ordinal))
        {
            var publication = await publications.ReadAsync(id, ct);
            // A later day of publication is waited for, and so is the amendment by those after it.
            if (publication.List.PublishedOn > Today) continue;
            await TakeUpAsync(publication, await ChangesAsync(publication, publications, ct), ct);
        }
    }

    private static async Task<(IReadOnlyList<CaseChange> Changes, IReadOnlyList<string> Batch)> ChangesAsync(Publication publication, IPublications publications, CancellationToken ct)
    {
        if (publication.Amends is null) return (CaseChange.Of(publication.List), [publication.Id]);
        var list = await publications.ReadAsync(publication.Amends, ct);
        var earlier = (await publications.AmendmentsAsync(list.Id, ct)).Where(a => a.List.Amendment < publication.List.Amendment).ToArray();
        return (CaseChange.Of(list.List, [.. earlier.Select(a => a.List)], publication.List), [list.Id, .. earlier.Select(a => a.Id)]);
    }

    private async Task TakeUpAsync(Publication publication, (IReadOnlyList<CaseChange> Changes, IReadOnlyList<string> Batch) what, CancellationToken ct)
    {
        var industries = await IndustriesAsync(publication.List.Jurisdiction, ct);
        await store.WriteAsync(
            async session =>
            {
                var context = session.Context;
                await session.LockAsync($"case-list/{publication.Id}", ct);
                if (await context.Set<CaseListRow>().AnyAsync(l => l.ListId == publication.Id, ct)) return;
                context.Add(new CaseListRow { ListId = publication.Id, At = session.Now });
                await OpenAsync(session, publication, [.. what.Changes.Where(c => !c.WasListed && c.Grounds.Count > 0)], industries, ct);
                foreach (var change in what.Changes.Where(c => c.WasListed)) await AmendAsync(session, publication, change, what.Batch, ct);
                await CarryOverAsync(session, publication, what.Changes.Where(c => c.Grounds.Count > 0).Select(c => c.Facility).ToHashSet(), ct);
            },
            ct);
    }

    private async Task OpenAsync(StoreSession session, Publication publication, IReadOnlyList<CaseChange> changes, Dictionary<FacilityId, string?> industries, CancellationToken ct)
    {
        var (context, today, list) = (session.Context, LegalDay.Of(session.Now), publication.List);
        var accepted = (await context.Set<CaseRow>().Where(c => c.AcceptedOn != null).Select(c => new { c.FacilityId, c.AcceptedOn }).ToListAsync(ct))
            .GroupBy(c => new FacilityId(c.FacilityId)).ToDictionary(g => g.Key, g => g.Max(c => c.AcceptedOn));
        var evaluated = await EvaluationRequiredAsync(context, publication.Amends ?? publication.Id, ct);
        var from = new PublishedListRef(publication.Id, publication.ScreenedYear, publication.DeterminedOn, list.PublishedOn, list.Instrument) { Packs = publication.Packs };
        var opened = new List<(CaseRow Row, AuditCase Audit, IReadOnlyList<CaseDuty> Duties)>(changes.Count);
        foreach (var change in changes)
        {
            var opening = new CaseOpening(change.Facility, change.Name, change.Region, from, change.Grounds)
            {
                Classes = change.Classes, Industry = industries.GetValueOrDefault(change.Facility), PreviousAuditOn = accepted.GetValueOrDefault(change.Facility), EvaluationRequired = evaluated,
            };
            var audit = AuditCase.Open(AuditCase.Opened(opening, Program, session.Now), today);
            var row = new CaseRow
            {
                Key = audit.Id.Value, ListId = publication.Id, ListYear = list.Year, FacilityId = change.Facility.Value, Name = change.Name, Region = change.Region.Value,
                PublishedOn = list.PublishedOn, Stage = audit.Stage, Underway = true, Owes = true, RemindedThrough = list.PublishedOn.AddDays(-1),
            };
            var duties = await _reader.DutiesAsync(context, audit, today, ct);
            CaseIndex.Set(row, audit, duties);
            opened.Add((row, audit, duties));
        }

        context.AddRange(opened.Select(o => o.Row));
        // Numbers are given by the database.
        await context.SaveChangesAsync(ct);
        foreach (var (row, audit, duties) in opened)
        {
            Write(session, row.Id, audit.History[0], audit.Opening.Region);
            context.AddRange(CaseIndex.Rows(row.Id, duties));
            context.Add(MessageStore.Row(session, $"case/{row.Id}/opened", MessageKind.Listing, list.PublishedOn, audit.Opening, $"case/{row.Id}", new($"列入“{list.Title.Zh}”（{list.Number}）", $"listed in '{list.Title.En}' ({list.Number})")));
        }

        await context.SaveChangesAsync(ct);
    }

    private async Task AmendAsync(StoreSession session, Publication publication, CaseChange change, IReadOnlyList<string> batch, CancellationToken ct)
    {
        var (context, list) = (session.Context, publication.List);
        var row = await context.Set<CaseRow>().Where(c => c.FacilityId == change.Facility.Value && batch.Contains(c.ListId)).OrderByDescending(c => c.Id).FirstOrDefaultAsync(ct);
        if (row is null) return;
        await session.LockAsync($"case/{row.Id}", ct);
        var audit = (await CaseReader.FindAsync(context, row.Id, ct))!;
        var same = change.Grounds.SequenceEqual(audit.Opening.Grounds, StringComparer.Ordinal) && change.Classes.SequenceEqual(audit.Opening.Classes, StringComparer.Ordinal);
        var (act, detail) = change.Grounds.Count == 0
            ? (CaseAct.Withdrawn, (CaseDetail)new WithdrawalDetail(publication.Id))
            : (CaseAct.GroundsChanged, new GroundsDetail(publication.Id, change.Grounds, change.Classes));
        // A round that is over is not opened again by an amendment; another reason within the same grounds changes no duty.
        if (CaseTransitions.MoveOf(act, audit.Stage) is null || act == CaseAct.GroundsChanged && same) return;
        var on = list.PublishedOn > audit.LastActOn ? list.PublishedOn : audit.LastActOn;
        await AppendAsync(session, row.Id, audit, audit.Make(act, Program, on, session.Now, detail) with { Reason = $"{list.Number} {list.Title.Zh}" }, ct);
        var name = CaseTransitions.Of(act).Name;
        context.Add(MessageStore.Row(session, $"case/{row.Id}/{publication.Id}", MessageKind.Listing, on, audit.Opening, $"case/{row.Id}", new($"{name.Zh}（{list.Number}）", $"{name.En} ({list.Number})")));
    }

    private async Task<Dictionary<FacilityId, string?>> IndustriesAsync(RegionCode within, CancellationToken ct)
    {
        await using var facts = await store.OpenFactsAsync(ct);
        return (await facts.FindFacilitiesAsync(within, ct: ct)).ToDictionary(f => f.Id, f => f.Industry);
    }
}
