using System.Globalization;
using System.Text.Json;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Notices;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Notices;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Notices;
using CleanProd.Rules.Storage.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

/// <summary>Written notices: reading, service, acknowledgement.</summary>
internal static partial class NoticesApi
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    internal static void MapNotices(this IEndpointRouteBuilder api)
    {
        MapOrgans(api);
        MapBatches(api);
        MapMail(api);
        api.MapGet("/notices", ListAsync).Needs(Permission.ReadNotices, Target.Scoped).WithSummary("Notices, the newest first; an enterprise sees its own once they are issued.");
        api.MapGet("/notices/{notice}", GetAsync).Needs(Permission.ReadNotices, Target.Notice).WithSummary("A notice: what it says and what happened to it.");
        api.MapGet("/notices/{notice}/document", DocumentAsync).Needs(Permission.ReadNotices, Target.Notice).WithSummary("The document, byte for byte as it was issued.");
        api.MapGet("/notices/{notice}/proof/{seq}", ProofAsync).Needs(Permission.IssueNotices, Target.Notice).WithSummary("A proof of service, by the number of its event.");
        api.MapPost("/notices/{notice}/reissue", ReissueAsync).Needs(Permission.IssueNotices, Target.Notice).WithSummary("Issues a notice anew, with a reason and a new number; the old one is marked as replaced.");
        api.MapPost("/notices/{notice}/service", ServeAsync).Needs(Permission.IssueNotices, Target.Notice).WithSummary("Records the proof of service, or corrects it with a reason.");
        api.MapPost("/notices/{notice}/acknowledge", AcknowledgeAsync).Needs(Permission.AcknowledgeNotices, Target.Notice).WithSummary("The enterprise confirms that it has the notice.");
    }

    /// <summary>A notice in a list.</summary>
    internal sealed record NoticeLine(
        long Id, long ListId, string FacilityId, string FacilityName, string Region, NoticeKind Kind, int Issue, string Number, DateOnly IssuedOn, NoticeState State,
        DateOnly? ServedOn, ServiceMethod? ServedBy, long? SupersedesId, string? DocumentSha256, int Version)
    {
        internal static NoticeLine Of(Notice notice) => new(
            notice.Id, notice.ListId, notice.FacilityId, notice.FacilityName, notice.Region, notice.Kind, notice.Issue, notice.Number, notice.IssuedOn, notice.State,
            notice.ServedOn, notice.ServedBy, notice.SupersedesId, notice.DocumentSha256, notice.Version);
    }

    /// <summary>A notice with all there is of it.</summary>
    internal sealed record NoticeWhole(NoticeLine Notice, JsonElement Content, string ContentSha256, string? TemplateSha256, IReadOnlyList<NoticeHappening> Events);

    /// <summary>One event.</summary>
    internal sealed record NoticeHappening(
        int Seq, NoticeAct Act, NoticeState After, DateTimeOffset At, string By, string? Reason, DateOnly? ServedOn, ServiceMethod? ServedBy, string? Proof, long? OtherId, string? Recipient);

    /// <summary>Proof of service.</summary>
    internal sealed record ServiceBody(int Version, DateOnly ServedOn, ServiceMethod Method, DocumentRef? Document = null, string? Remark = null);

    /// <summary>Issuing anew.</summary>
    internal sealed record ReissueBody(int Version, string Reason);

    /// <summary>The version that was on screen.</summary>
    internal sealed record AcknowledgeBody(int Version);

    private static async Task<Ok<Page<NoticeLine>>> ListAsync(
        Actor actor, NoticeStore notices, CancellationToken ct, long? list = null, string? facility = null, Word<NoticeState>? state = null, Word<NoticeKind>? kind = null, long? organ = null,
        int? year = null, string? number = null, long? after = null, int? limit = null)
    {
        var most = Page<NoticeLine>.Limit(limit);
        var found = await notices.ListAsync(
            new(actor.Scope.RegionPrefixes, actor.Scope.Facilities)
            {
                List = list, Facility = facility, State = state?.Value, Kind = kind?.Value, Organ = organ, Year = year, Number = number, Before = after, Most = most + 1,
            },
            ct);
        return TypedResults.Ok(new Page<NoticeLine>(
            [.. found.Take(most).Select(NoticeLine.Of)], found.Count > most ? found[most - 1].Id.ToString(CultureInfo.InvariantCulture) : null));
    }

    private static async Task<Ok<NoticeWhole>> GetAsync(long notice, Actor actor, NoticeStore notices, CancellationToken ct)
    {
        var found = await SeenAsync(notice, actor, notices, ct);
        var events = await notices.EventsAsync(notice, ct);
        return TypedResults.Ok(new NoticeWhole(
            NoticeLine.Of(found), JsonDocument.Parse(found.Content).RootElement, found.ContentSha256, found.TemplateSha256,
            [.. events.Select(e => new NoticeHappening(e.Seq, e.Act, e.After, e.At, e.ByName, e.Reason, e.ServedOn, e.ServedBy, e.DocumentName, e.OtherId, e.Recipient))]));
    }

    private static async Task<FileContentHttpResult> DocumentAsync(long notice, Actor actor, NoticeStore notices, DocumentStore documents, CancellationToken ct)
    {
        var found = await SeenAsync(notice, actor, notices, ct);
        var bytes = found.DocumentSha256 is { } sha256 ? await documents.FindAsync(sha256, ct) : null;
        return bytes is not null
            ? TypedResults.File(bytes, Word, $"{NoticeZip.Safe(found.Number)} {NoticeZip.Safe(found.FacilityName)}.docx")
            : throw new RefusedActException("document_unwritten", new("通知书正在制作，请稍后再试。", "The document is being written; try again in a moment."));
    }

    private static async Task<FileContentHttpResult> ProofAsync(long notice, int seq, NoticeStore notices, DocumentStore documents, CancellationToken ct)
    {
        var proof = (await notices.EventsAsync(notice, ct)).SingleOrDefault(e => e.Seq == seq && e.DocumentName is not null)
            ?? throw new KeyNotFoundException($"Event {seq} of notice {notice} has no proof.");
        return TypedResults.File((await documents.FindAsync(proof.DocumentSha256!, ct))!, "application/octet-stream", proof.DocumentName);
    }

    private static async Task<Ok<NoticeLine>> ReissueAsync(long notice, ReissueBody body, Actor actor, NoticeOrders orders, CancellationToken ct) =>
        TypedResults.Ok(NoticeLine.Of(await orders.ReissueAsync(notice, body.Version, body.Reason, actor.Officer, ct)));

    private static async Task<Ok<NoticeLine>> ServeAsync(long notice, ServiceBody body, Actor actor, NoticeStore notices, CancellationToken ct) =>
        TypedResults.Ok(NoticeLine.Of(await notices.ServeAsync(notice, body.Version, new(body.ServedOn, body.Method, body.Document, body.Remark), actor.Officer, ct)));

    private static async Task<Ok<NoticeLine>> AcknowledgeAsync(long notice, AcknowledgeBody body, Actor actor, NoticeStore notices, CancellationToken ct)
    {
        await SeenAsync(notice, actor, notices, ct);
        return TypedResults.Ok(NoticeLine.Of(await notices.AcknowledgeAsync(notice, body.Version, actor.Officer, ct)));
    }

    /// <summary>A notice that the actor may see: for an enterprise there is none before its document is issued.</summary>
    internal static async Task<Notice> SeenAsync(long id, Actor actor, NoticeStore notices, CancellationToken ct)
    {
        var notice = await notices.FindAsync(id, ct);
        return notice is null || (notice.DocumentSha256 is null && actor.Through?.Role == Role.Enterprise) ? throw new KeyNotFoundException($"There is no notice {id}.") : notice;
    }
}
