using CleanProd.Rules.Documents;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Notices;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Notices;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Notices;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

/// <summary>The organs that issue notices, with their words and templates.</summary>
internal static partial class NoticesApi
{
    private static void MapOrgans(IEndpointRouteBuilder api)
    {
        api.MapGet("/notice-organs", OrgansAsync).Needs(Permission.IssueNotices, Target.Scoped).WithSummary("The organs in one's region.");
        api.MapPost("/notice-organs", AddOrganAsync).Needs(Permission.IssueNotices, Target.Scoped).WithSummary("Adds an organ.");
        api.MapPut("/notice-organs/{organ}", ChangeOrganAsync).Needs(Permission.IssueNotices, Target.Scoped).WithSummary("Changes an organ; numbers that were given stay as they are.");
        api.MapPost("/notice-organs/{organ}/close", CloseOrganAsync).Needs(Permission.IssueNotices, Target.Scoped).WithSummary("Closes an organ: it issues no more notices.");
        api.MapPut("/notice-organs/{organ}/templates/{form}", SetTemplateAsync).Needs(Permission.IssueNotices, Target.Scoped).TakesBytes()
            .WithSummary("Gives an organ a template of its own (a Word document as the body); it is tried first.");
    }

    /// <summary>What is said of an organ.</summary>
    internal sealed record OrganBody(
        string Region, string NameZh, string NameEn, string Word, string? WithdrawalWord = null, string? NumberFormat = null, DocumentLanguage Language = DocumentLanguage.Chinese,
        string? Contact = null, string? Telephone = null, string? CopiesZh = null, string? CopiesEn = null, int Version = 0)
    {
        internal void PutOn(NoticeOrgan organ)
        {
            (organ.Region, organ.NameZh, organ.NameEn, organ.Word, organ.WithdrawalWord) = (RegionCode.Of(Region).Value, NameZh.Trim(), NameEn.Trim(), Word.Trim(), WithdrawalWord?.Trim() ?? Word.Trim());
            (organ.NumberFormat, organ.Language) = (NumberFormat ?? NoticeNumberFormat.Usual.Pattern, Language);
            (organ.Contact, organ.Telephone, organ.CopiesZh, organ.CopiesEn) = (Contact, Telephone, CopiesZh, CopiesEn);
        }
    }

    /// <summary>The version that was on screen.</summary>
    internal sealed record CloseBody(int Version);

    private static async Task<Ok<Page<NoticeOrgan>>> OrgansAsync(Actor actor, NoticeOrganStore organs, CancellationToken ct) =>
        TypedResults.Ok(new Page<NoticeOrgan>([.. (await organs.AllAsync(ct)).Where(o => actor.Scope.Reaches(new TargetPlace(new RegionCode(o.Region), Shared: true)))], null));

    private static async Task<Ok<NoticeOrgan>> AddOrganAsync(OrganBody body, Actor actor, NoticeOrganStore organs, CancellationToken ct)
    {
        MustReach(actor, body.Region);
        var organ = new NoticeOrgan { Region = "", NameZh = "", NameEn = "", Word = "", WithdrawalWord = "", NumberFormat = "", Language = body.Language };
        body.PutOn(organ);
        return TypedResults.Ok(await organs.AddAsync(organ, actor.Officer, ct));
    }

    private static async Task<Ok<NoticeOrgan>> ChangeOrganAsync(long organ, OrganBody body, Actor actor, NoticeOrganStore organs, CancellationToken ct)
    {
        MustReach(actor, body.Region);
        MustReach(actor, (await organs.GetAsync(organ, ct)).Region);
        return TypedResults.Ok(await organs.ChangeAsync(organ, body.Version, body.PutOn, actor.Officer, ct));
    }

    private static async Task<Ok<NoticeOrgan>> CloseOrganAsync(long organ, CloseBody body, Actor actor, NoticeOrganStore organs, TimeProvider clock, CancellationToken ct)
    {
        MustReach(actor, (await organs.GetAsync(organ, ct)).Region);
        return TypedResults.Ok(await organs.ChangeAsync(organ, body.Version, o => o.ClosedAt = clock.GetUtcNow(), actor.Officer, ct));
    }

    private static async Task<Ok<NoticeOrgan>> SetTemplateAsync(long organ, Word<NoticeForm> form, int version, HttpRequest request, Actor actor, TemplateOffice office, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, ct);
        return TypedResults.Ok(await office.SetAsync(organ, form.Value, version, bytes.ToArray(), actor, ct));
    }

    internal static void MustReach(Actor actor, string region)
    {
        if (!actor.Scope.Reaches(new TargetPlace(RegionCode.Of(region)))) throw new RefusedActException("outside_region", Problems.OutsideRegion.Reason);
    }
}
