using CleanProd.Rules.Documents;
using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Notices;
using CleanProd.Rules.Storage.Notices;
using Hangfire;

namespace CleanProd.Rules.Host.Notices;

/// <summary>
/// Works off a batch: numbers what has no number, writes what has no document. May run any number of times, at once and in any number of
/// processes; what one has done the others find done.
/// </summary>
internal sealed class NoticeJob(NoticeBatchStore batches, NoticeOrganStore organs, NoticeDesk desk, NoticeTemplates templates)
{
    /// <summary>Numbers given in one transaction.</summary>
    private const int Numbers = 100;

    /// <summary>Documents kept in one transaction.</summary>
    private const int Documents = 20;

    [Queue(Queues.Urgent)]
    [AutomaticRetry(Attempts = 3, DelaysInSeconds = [1, 5, 15])]
    public async Task RunAsync(long id, CancellationToken ct)
    {
        if (await batches.FindAsync(id, ct) is not { State: NoticeBatchState.Running } batch) return;
        var organ = await organs.GetAsync(batch.OrganId, ct);
        await NumberAsync(batch, organ, ct);
        await WriteAsync(batch, organ, ct);
        await batches.CloseAsync(id, ct);
    }

    private async Task NumberAsync(NoticeBatch batch, NoticeOrgan organ, CancellationToken ct)
    {
        if ((await batches.UnnumberedAsync(batch.Id, 1, ct)).Count == 0) return;
        var list = await desk.ListAsync(batch.ListId, ct);
        var enterprises = list.Enterprises.ToDictionary(e => e.FacilityId.Value, StringComparer.Ordinal);
        while (await batches.UnnumberedAsync(batch.Id, Numbers, ct) is { Count: > 0 } places)
        {
            ct.ThrowIfCancellationRequested();
            await batches.NumberAsync(batch, places.ToDictionary(p => p.Place, p => desk.CandidateOf(list, enterprises[p.FacilityId], organ, batch.IssuedOn, batch.Reason)), ct);
        }
    }

    private async Task WriteAsync(NoticeBatch batch, NoticeOrgan organ, CancellationToken ct)
    {
        while (await batches.UnwrittenAsync(batch.Id, Documents, ct) is { Count: > 0 } unwritten)
        {
            var written = new List<WrittenNotice>(unwritten.Count);
            foreach (var notice in unwritten)
            {
                ct.ThrowIfCancellationRequested();
                try
                {
                    written.Add(await WriteAsync(notice, organ, ct));
                }
                catch (NoticeTemplateException e)
                {
                    await batches.FailAsync(batch.Id, notice.Id, e.Message, ct);
                }
            }

            await batches.KeepAsync(batch.Id, written, ct);
        }
    }

    private async Task<WrittenNotice> WriteAsync(Notice notice, NoticeOrgan organ, CancellationToken ct)
    {
        var (bytes, template) = await templates.OfAsync(organ, NoticeTemplates.FormOf(notice.Kind), ct);
        using var document = new MemoryStream();
        NoticeDocument.Write(EventJson.Read<NoticeContent>(notice.Content), template, document);
        return new(notice.Id, document.ToArray(), bytes);
    }
}

/// <summary>Finds batches that were left behind.</summary>
internal sealed class UnfinishedNotices(NoticeBatchStore batches, IBackgroundJobClient jobs, ServiceOptions options) : IUnfinishedWork
{
    public async Task ResumeAsync(CancellationToken ct)
    {
        foreach (var batch in await batches.LeftBehindAsync(options.Lease, ct)) jobs.Enqueue<NoticeJob>(j => j.RunAsync(batch, CancellationToken.None));
    }
}
