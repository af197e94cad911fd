using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Notices;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Notices;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

/// <summary>Batches of notices.</summary>
internal static partial class NoticesApi
{
    private static void MapBatches(IEndpointRouteBuilder api)
    {
        api.MapPost("/lists/{list}/notices", OrderAsync).Needs(Permission.IssueNotices, Target.List)
            .WithSummary("Issues the notices of a published list, of all enterprises in the organ's region or of those that are named; makes only what is missing.");
        api.MapGet("/lists/{list}/notices/preview", PreviewAsync).Needs(Permission.IssueNotices, Target.List).WithSummary("The draft of one notice, unnumbered, as a document.");
        api.MapGet("/notice-batches/{batch}", BatchAsync).Needs(Permission.IssueNotices, Target.NoticeBatch).WithSummary("How far a batch is, with what could not be made.");
        api.MapGet("/notice-batches/{batch}/zip", ZipAsync).Needs(Permission.IssueNotices, Target.NoticeBatch).WithSummary("The documents of a batch in one file.");
    }

    /// <summary>An order.</summary>
    internal sealed record OrderBody(long Organ, IReadOnlyList<string>? Facilities = null);

    /// <summary>A batch.</summary>
    internal sealed record BatchView(
        long Id, long ListId, long OrganId, DateOnly IssuedOn, DateTimeOffset OrderedAt, NoticeBatchState State, int Total, int Numbered, int Issued, int Made, int Skipped,
        IReadOnlyList<BatchFault> Faults, IReadOnlyList<NoticeLine> Notices);

    /// <summary>An enterprise whose notice could not be made.</summary>
    internal sealed record BatchFault(string FacilityId, string Error);

    private static async Task<Accepted<BatchView>> OrderAsync(long list, OrderBody body, Actor actor, NoticeOrders orders, NoticeBatchStore batches, CancellationToken ct)
    {
        var batch = await orders.OrderAsync(list, body.Organ, body.Facilities, actor.Scope, actor.Officer, ct);
        return TypedResults.Accepted($"/api/v1/notice-batches/{batch.Id}", ViewOf(batch, await batches.ItemsAsync(batch.Id, ct)));
    }

    private static async Task<FileContentHttpResult> PreviewAsync(long list, long organ, string facility, Actor actor, NoticeOrders orders, CancellationToken ct) =>
        TypedResults.File(await orders.PreviewAsync(list, organ, new FacilityId(facility), actor.Scope, ct), Word, $"{NoticeZip.Safe(facility)}.docx");

    private static async Task<Ok<BatchView>> BatchAsync(long batch, NoticeBatchStore batches, CancellationToken ct) =>
        TypedResults.Ok(ViewOf((await batches.FindAsync(batch, ct))!, await batches.ItemsAsync(batch, ct)));

    private static async Task<PushStreamHttpResult> ZipAsync(long batch, HttpContext http, NoticeBatchStore batches, DocumentStore documents, CancellationToken ct)
    {
        if ((await batches.FindAsync(batch, ct))!.State == NoticeBatchState.Running)
            throw new RefusedActException("batch_running", new("通知书正在制作，请稍后再试。", "The notices are being made; try again when the batch has ended."));
        var items = await batches.ItemsAsync(batch, ct);
        // The archive writes a few bytes after each file without waiting for them.
        http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return TypedResults.Stream(output => NoticeZip.WriteAsync(items, documents, output, ct), "application/zip", $"notices-{batch}.zip");
    }

    private static BatchView ViewOf(NoticeBatch batch, IReadOnlyList<(NoticeBatchItem Item, Notice? Notice)> items) => new(
        batch.Id, batch.ListId, batch.OrganId, batch.IssuedOn, batch.OrderedAt, batch.State, items.Count, items.Count(i => i.Notice is not null),
        items.Count(i => i.Notice?.DocumentSha256 is not null), items.Count(i => i.Item.Made), items.Count(i => i.Item.Skipped),
        [.. items.Where(i => i.Item.Error is not null).Select(i => new BatchFault(i.Item.FacilityId, i.Item.Error!))],
        [.. items.Where(i => i.Notice is not null).Select(i => NoticeLine.Of(i.Notice!))]);
}
