using CleanProd.Rules.Documents;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Notices;
using Actor = CleanProd.Rules.Host.Access.Actor;

namespace CleanProd.Rules.Host.Notices;

/// <summary>Gives organs templates of their own and shows what comes of them: for the API and for pages.</summary>
internal sealed class TemplateOffice(NoticeOrganStore organs, NoticeTemplates templates, DocumentStore documents)
{
    /// <summary>Gives an organ a template; it is tried first.</summary>
    /// <exception cref="RefusedActException"><c>bad_template</c>, <c>outside_region</c>, <c>stale_version</c>.</exception>
    internal async Task<NoticeOrgan> SetAsync(long organ, NoticeForm form, int version, byte[] bytes, Actor actor, CancellationToken ct)
    {
        var found = await organs.GetAsync(organ, ct);
        if (!actor.Scope.Reaches(new TargetPlace(RegionCode.Of(found.Region)))) throw new RefusedActException("outside_region", Problems.OutsideRegion.Reason);
        Sample(bytes, found.Language, form);
        var kept = await documents.KeepAsync("template.docx", bytes, ct);
        return await organs.ChangeAsync(organ, version, o => Set(o, form, kept.Sha256), actor.Officer, ct);
    }

    /// <summary>The template that an organ uses, filled with sample data.</summary>
    internal async Task<byte[]> SampleAsync(NoticeOrgan organ, NoticeForm form, CancellationToken ct) => Sample((await templates.OfAsync(organ, form, ct)).Bytes, organ.Language, form);

    /// <summary>A template filled with sample data; every block of it has something to repeat, so that every placeholder is tried.</summary>
    /// <exception cref="RefusedActException"><c>bad_template</c>.</exception>
    internal static byte[] Sample(byte[] bytes, DocumentLanguage language, NoticeForm form)
    {
        using var filled = new MemoryStream();
        NoticeTemplates.Try(bytes, language, form, filled);
        return filled.ToArray();
    }

    private static void Set(NoticeOrgan organ, NoticeForm form, string sha256)
    {
        if (form == NoticeForm.Notice) organ.TemplateSha256 = sha256;
        else organ.WithdrawalTemplateSha256 = sha256;
    }
}
