using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Lists;
using CleanProd.Rules.Storage.Voluntary;
using CleanProd.Rules.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace CleanProd.Rules.Host.Api;

/// <summary>
/// What everybody may read: published lists byte for byte, and the law in plain words. A publication is known by the SHA-256 of its bytes, so
/// that whoever has one can check it, and nobody can guess what is not public.
/// </summary>
internal static class PublicApi
{
    private const int MostHits = 50;

    internal static void MapPublic(this IEndpointRouteBuilder api)
    {
        api.MapGet("/public/lists", ListAsync).OpenToAll().WithSummary("Published lists, the latest first; by year, kind, jurisdiction.");
        api.MapGet("/public/lists/{publication}", JsonAsync).OpenToAll().WithSummary("A published list as canonical JSON; the SHA-256 of the bytes is its name.");
        api.MapGet("/public/lists/{publication}.csv", CsvAsync).OpenToAll().WithSummary("A published list as CSV; language zh-CN or en.");
        api.MapGet("/public/lists/{publication}/current", CurrentAsync).OpenToAll().WithSummary("A published list with its amendments applied: the list in force.");
        api.MapGet("/public/search", SearchAsync).OpenToAll().WithSummary("Published lists that name an enterprise: q is its code, or at least two characters of its name.");
        api.MapGet("/public/recognitions", RecognitionsAsync).OpenToAll().WithSummary("The recognition lists of a year: whose voluntary audit was accepted, with certificate; format json or csv.");
        api.MapGet("/public/recognition-lists", RecognitionListsAsync).OpenToAll().WithSummary("Published recognition lists, the latest first.");
        api.MapGet("/public/recognition-lists/{publication}", RecognitionListAsync).OpenToAll().WithSummary("A published recognition list as canonical JSON; the SHA-256 of the bytes is its name.");
        api.MapGet("/public/law", LawAsync).OpenToAll().WithSummary("The instruments that decide, in plain words, with clauses.");
    }

    /// <summary>A published list among others.</summary>
    internal sealed record PublicationAnswer(
        string Publication, string Number, Wording Title, ListKind Kind, int Year, int Batch, int? Amendment, string Jurisdiction, Wording JurisdictionName, DateOnly PublishedOn,
        IReadOnlyList<Wording> Organs, Wording Instrument, int Enterprises)
    {
        internal static PublicationAnswer Of(StoredPublication p) => new(
            p.Sha256, p.List.Number, p.List.Title, p.List.Kind, p.List.Year, p.List.Batch, p.List.Amendment, p.List.Jurisdiction.Value, p.List.JurisdictionName, p.List.PublishedOn, p.List.Organs,
            p.List.Instrument, p.List.Entries.Select(e => e.FacilityId).Distinct().Count());
    }

    /// <summary>An enterprise found in a published list, and whether it stands on the list in force.</summary>
    internal sealed record HitAnswer(
        string Publication, string Number, Wording Title, DateOnly PublishedOn, string Code, string Name, string Place, Wording Class, PublishedChange Change, IReadOnlyList<PublicReason> Reasons, bool InForce);

    /// <summary>A reason as it was published.</summary>
    internal sealed record PublicReason(Wording Sentence, Wording Citation);

    /// <summary>An instrument in plain words.</summary>
    internal sealed record LawAnswer(
        string Id, string Sha256, Wording Title, Wording Instrument, string Number, DateOnly InForceFrom, DateOnly? InForceTo, DateOnly GovernsFrom, DateOnly? GovernsTo, string Jurisdiction,
        IReadOnlyList<LawRule> Rules);

    /// <summary>A rule of an instrument.</summary>
    internal sealed record LawRule(string? Ground, Wording Sentence, Wording Citation);

    private static async Task<Ok<Page<PublicationAnswer>>> ListAsync(
        PublicationStore publications, HttpContext http, int? year, Word<ListKind>? kind, string? jurisdiction, string? after, int? limit, CancellationToken ct)
    {
        var most = Page<PublicationAnswer>.Limit(limit);
        var before = after is null ? (long?)null
            : (await publications.FindAsync(after, ct))?.Id ?? throw new FormatException($"'after' 应为上一页的 next：{after}。 It is the 'next' of the page before.");
        var found = await publications.ListAsync(new() { Year = year, Kind = kind?.Value, Jurisdiction = jurisdiction is null ? null : RegionCode.Of(jurisdiction) }, before, most + 1, ct);
        MayBeKept(http, TimeSpan.FromMinutes(1));
        return TypedResults.Ok(new Page<PublicationAnswer>([.. found.Take(most).Select(PublicationAnswer.Of)], found.Count > most ? found[most - 1].Sha256 : null));
    }

    private static async Task<FileContentHttpResult> JsonAsync(string publication, PublicationStore publications, HttpContext http, CancellationToken ct)
    {
        var found = await FindAsync(publication, publications, ct);
        MayBeKept(http, TimeSpan.FromDays(365));
        return TypedResults.File(found.Json.ToArray(), "application/json; charset=utf-8", entityTag: Tag(found.Sha256));
    }

    private static async Task<FileContentHttpResult> CsvAsync(string publication, string? language, PublicationStore publications, HttpContext http, CancellationToken ct)
    {
        var found = await FindAsync(publication, publications, ct);
        var bytes = found.List.ToCsv(ListsApi.LanguageOf(language));
        MayBeKept(http, TimeSpan.FromDays(1));
        return TypedResults.File(bytes, "text/csv; charset=utf-8", $"{found.List.Number}.csv", entityTag: Tag(DocumentStore.HashOf(bytes)));
    }

    private static async Task<FileContentHttpResult> CurrentAsync(string publication, PublicationStore publications, HttpContext http, CancellationToken ct)
    {
        var found = await FindAsync(publication, publications, ct);
        var current = await publications.CurrentAsync(found.ListId, ct) ?? throw new KeyNotFoundException();
        MayBeKept(http, TimeSpan.FromMinutes(1));
        return TypedResults.File(current.AsPublished.ToJson(), "application/json; charset=utf-8", entityTag: Tag(current.AsPublished.Sha256));
    }

    private static async Task<Ok<IReadOnlyList<HitAnswer>>> SearchAsync(string q, PublicationStore publications, HttpContext http, CancellationToken ct)
    {
        var text = q.Trim();
        if (new StringInfo(text).LengthInTextElements < 2) throw new FormatException("请至少输入两个字。 Give at least two characters.");
        var hits = await publications.SearchAsync(text, MostHits, ct);
        var inForce = new Dictionary<long, CurrentList>();
        foreach (var list in hits.Select(h => h.Publication.FirstListId).Distinct()) inForce.Add(list, (await publications.CurrentAsync(list, ct))!);
        MayBeKept(http, TimeSpan.FromMinutes(1));
        return TypedResults.Ok<IReadOnlyList<HitAnswer>>(
        [
            .. hits.Select(h => new HitAnswer(
                h.Publication.Sha256, h.Publication.List.Number, h.Publication.List.Title, h.Publication.List.PublishedOn, h.Entry.FacilityId.Value, h.Entry.Name, h.Entry.Place, h.Entry.ClassName,
                h.Entry.Change, [.. h.Entry.Reasons.Select(r => new PublicReason(r.Sentence, r.Citation))], inForce[h.Publication.FirstListId].Entries.Any(e => e.Key == h.Entry.Key))),
        ]);
    }

    private static async Task<Results<Ok<IReadOnlyList<VoluntaryApi.RecognisedView>>, FileContentHttpResult>> RecognitionsAsync(
        int year, string? format, VoluntaryStore voluntary, HttpContext http, CancellationToken ct)
    {
        if (year is < 2000 or > 2200) throw new FormatException($"year: {year}");
        var recognised = VoluntaryApi.RecognisedView.Of(await voluntary.RecognitionsAsync(year, Reach.Everything, ct));
        MayBeKept(http, TimeSpan.FromMinutes(1));
        return format switch
        {
            null or "json" => TypedResults.Ok(recognised),
            "csv" => TypedResults.File(VoluntaryApi.RecognisedView.Csv(recognised), "text/csv; charset=utf-8", $"recognitions-{PlainNumber.Text(year)}.csv"),
            _ => throw new FormatException($"format 应为 json 或 csv：{format}。 It is json or csv."),
        };
    }

    private static async Task<Ok<IReadOnlyList<VoluntaryApi.RecognitionPublicationAnswer>>> RecognitionListsAsync(VoluntaryStore voluntary, HttpContext http, CancellationToken ct)
    {
        MayBeKept(http, TimeSpan.FromMinutes(1));
        return TypedResults.Ok<IReadOnlyList<VoluntaryApi.RecognitionPublicationAnswer>>([.. (await voluntary.PublicationsAsync(ct)).Select(VoluntaryApi.RecognitionPublicationAnswer.Of)]);
    }

    private static async Task<FileContentHttpResult> RecognitionListAsync(string publication, VoluntaryStore voluntary, HttpContext http, CancellationToken ct)
    {
        var bytes = await voluntary.PublishedBytesAsync(publication, ct) ?? throw new KeyNotFoundException();
        MayBeKept(http, TimeSpan.FromDays(365));
        return TypedResults.File(bytes, "application/json; charset=utf-8", entityTag: Tag(publication));
    }

    private static async Task<Ok<IReadOnlyList<LawAnswer>>> LawAsync(LawBooks books, HttpContext http, CancellationToken ct)
    {
        MayBeKept(http, TimeSpan.FromHours(1));
        return TypedResults.Ok<IReadOnlyList<LawAnswer>>(
        [
            .. (await books.LatestAsync(ct)).OrderBy(p => p.GovernsFrom).ThenBy(p => p.Id, StringComparer.Ordinal).Select(p => new LawAnswer(
                p.Id, p.Sha256, p.Title, p.Instrument.Law, p.Instrument.Number, p.Instrument.InForceFrom, p.Instrument.InForceTo, p.GovernsFrom, p.GovernsTo, p.Jurisdiction,
                [.. p.Rules.Select(r => new LawRule(r.Ground, r.Sentence, r.Citation))])),
        ]);
    }

    private static async Task<StoredPublication> FindAsync(string publication, PublicationStore publications, CancellationToken ct) =>
        await publications.FindAsync(publication, ct) ?? throw new KeyNotFoundException();

    private static EntityTagHeaderValue Tag(string sha256) => new($"\"{sha256}\"");

    private static void MayBeKept(HttpContext http, TimeSpan time) => http.Response.GetTypedHeaders().CacheControl = new() { Public = true, MaxAge = time };
}
