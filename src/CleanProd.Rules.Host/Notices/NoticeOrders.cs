using CleanProd.Rules.Documents;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Notices;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Notices;
using Hangfire;

namespace CleanProd.Rules.Host.Notices;

/// <summary>Takes orders for notices and hands them to the workers.</summary>
internal sealed partial class NoticeOrders(
    Store store, NoticeStore notices, NoticeBatchStore batches, NoticeOrganStore organs, NoticeDesk desk, NoticeTemplates templates, IBackgroundJobClient jobs,
    ILogger<NoticeOrders> log)
{
    /// <summary>Orders the notices of a list: of the enterprises that are named, or of all that lie in reach of the person and of the organ.</summary>
    /// <exception cref="RefusedActException"><c>list_not_published</c>, <c>no_notices</c>, <c>outside_region</c>, <c>organ_closed</c>, <c>not_listed</c>, <c>nothing_to_issue</c>.</exception>
    internal async Task<NoticeBatch> OrderAsync(long listId, long organId, IReadOnlyList<string>? named, Scope scope, Officer by, CancellationToken ct)
    {
        var (list, organ) = (await desk.ListAsync(listId, ct), await OpenAsync(organId, scope, ct));
        var within = list.Enterprises.Where(e => Within(e, organ, scope)).ToArray();
        if (named is not null)
        {
            var wanted = named.ToHashSet(StringComparer.Ordinal);
            foreach (var id in wanted) MustBeWithin(list, organ, scope, new(id));
            within = [.. within.Where(e => wanted.Contains(e.FacilityId.Value))];
        }

        if (within.Length == 0)
            throw new RefusedActException("nothing_to_issue", new("名单上没有您和发文机关辖区内的企业。", "No enterprise of the list lies in your region and that of the organ."));
        var batch = await batches.OrderAsync(new(list.ListId, list.PublicationId, Today), organ, [.. within.Select(e => e.FacilityId.Value)], by, ct);
        Wake(batch.Id);
        return batch;
    }

    /// <summary>Issues a notice anew; the new one has its number at once and its document soon.</summary>
    /// <exception cref="RefusedActException"><c>stale_version</c>, <c>illegal_transition</c>, <c>reason_required</c>, <c>not_reissuable</c>, <c>not_listed</c>.</exception>
    internal async Task<Notice> ReissueAsync(long id, int version, string reason, Officer by, CancellationToken ct)
    {
        var old = await notices.FindAsync(id, ct) ?? throw new KeyNotFoundException($"There is no notice {id}.");
        var (list, organ) = (await desk.ListAsync(old.ListId, ct), await organs.GetAsync(old.OrganId, ct));
        var listed = list.Enterprises.SingleOrDefault(e => e.FacilityId.Value == old.FacilityId) ?? throw NotListed(old.FacilityId);
        var (notice, batch) = await batches.ReissueAsync(
            id, version, new(old.ListId, old.PublicationId, Today), organ, desk.CandidateOf(list, listed, organ, Today, reason), reason, by, ct);
        Wake(batch.Id);
        return notice;
    }

    /// <summary>The draft of a notice as a document.</summary>
    /// <exception cref="RefusedActException"><c>list_not_published</c>, <c>no_notices</c>, <c>outside_region</c>, <c>organ_closed</c>, <c>not_listed</c>.</exception>
    internal async Task<byte[]> PreviewAsync(long listId, long organId, FacilityId facility, Scope scope, CancellationToken ct)
    {
        var (content, organ) = await DraftAsync(listId, organId, facility, scope, ct);
        var (_, template) = await templates.OfAsync(organ, NoticeTemplates.FormOf(content.Kind), ct);
        using var document = new MemoryStream();
        NoticeDocument.Write(content, template, document);
        return document.ToArray();
    }

    /// <summary>What a notice would say, and the organ that would issue it.</summary>
    /// <exception cref="RefusedActException"><c>list_not_published</c>, <c>no_notices</c>, <c>outside_region</c>, <c>organ_closed</c>, <c>not_listed</c>.</exception>
    internal async Task<(NoticeContent Content, NoticeOrgan Organ)> DraftAsync(long listId, long organId, FacilityId facility, Scope scope, CancellationToken ct)
    {
        var (list, organ) = (await desk.ListAsync(listId, ct), await OpenAsync(organId, scope, ct));
        var listed = MustBeWithin(list, organ, scope, facility);
        return (desk.Compose(list, listed, organ, null, listed.Classes.Count > 0 ? NoticeKind.Notice : NoticeKind.Withdrawal, null, null), organ);
    }

    /// <summary>The enterprises of a published list that a person may notify through an organ, in the order of the list.</summary>
    /// <exception cref="RefusedActException"><c>list_not_published</c>, <c>no_notices</c>, <c>outside_region</c>, <c>organ_closed</c>.</exception>
    internal async Task<IReadOnlyList<ListedEnterprise>> ReachedAsync(long listId, long organId, Scope scope, CancellationToken ct)
    {
        var (list, organ) = (await desk.ListAsync(listId, ct), await OpenAsync(organId, scope, ct));
        return [.. list.Enterprises.Where(e => Within(e, organ, scope))];
    }

    // The order stands in our own tables: when the queue does not answer, whoever looks after work that was left behind finds it there.
    private void Wake(long batch)
    {
        try
        {
            jobs.Enqueue<NoticeJob>(j => j.RunAsync(batch, CancellationToken.None));
        }
        catch (Exception e)
        {
            NotQueued(log, batch, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Batch {Batch} of notices could not be queued; it is taken up later")]
    private static partial void NotQueued(ILogger log, long batch, Exception error);

    private DateOnly Today => LegalDay.Of(store.Clock.GetUtcNow());

    private async Task<NoticeOrgan> OpenAsync(long id, Scope scope, CancellationToken ct)
    {
        var organ = await organs.GetAsync(id, ct);
        if (!scope.Reaches(new TargetPlace(new RegionCode(organ.Region)))) throw new RefusedActException("outside_region", Problems.OutsideRegion.Reason);
        return organ.ClosedAt is null ? organ : throw new RefusedActException("organ_closed", new("发文机关已停用。", "The organ is closed."));
    }

    private static ListedEnterprise MustBeWithin(PublishedEntries list, NoticeOrgan organ, Scope scope, FacilityId facility)
    {
        var listed = list.Enterprises.SingleOrDefault(e => e.FacilityId == facility) ?? throw NotListed(facility.Value);
        return Within(listed, organ, scope) ? listed : throw new RefusedActException("outside_region", Problems.OutsideRegion.Reason);
    }

    private static bool Within(ListedEnterprise listed, NoticeOrgan organ, Scope scope) =>
        scope.Reaches(listed.Region, listed.FacilityId.Value) && new RegionCode(organ.Region).Covers(listed.Region);

    private static RefusedActException NotListed(string facility) => new("not_listed", new($"名单上没有企业 {facility}。", $"{facility} is not on the list."));
}
