using System.Globalization;
using System.Text.Json;
using CleanProd.Rules.Cases;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Notices;
using CleanProd.Rules.Storage.Enterprises;
using CleanProd.Rules.Storage.EvidencePacks;
using CleanProd.Rules.Storage.Screenings;
using Microsoft.AspNetCore.Http.HttpResults;
using Actor = CleanProd.Rules.Host.Access.Actor;

namespace CleanProd.Rules.Host.Api;

// History over the years.
internal static partial class EnterprisesApi
{
    /// <summary>An entry of a list.</summary>
    internal sealed record ListedAnswer(long List, ListKind Kind, int Year, ListState ListState, int Entry, string ClassId, EntryState State, bool Included);

    /// <summary>A notice.</summary>
    internal sealed record NotifiedAnswer(long Notice, long List, string Number, NoticeKind Kind, NoticeState State, DateOnly IssuedOn, DateOnly? ServedOn);

    /// <summary>A case.</summary>
    internal sealed record FollowedAnswer(long Case, long List, CaseStage Stage, DateOnly? NextDueOn);

    /// <summary>A determination and what came of it.</summary>
    internal sealed record HistoricAnswer(
        long Run, ScreeningKind Kind, int Year, DateOnly AsOf, DateTimeOffset KnownAt, string? ResultSha256, IReadOnlyList<string> Packs, Outcome Outcome, string LineSha256,
        JsonElement Determination, IReadOnlyList<ScreeningsApi.RuleAnswer> Explanations, IReadOnlyList<ListedAnswer> Lists, IReadOnlyList<NotifiedAnswer> Notices, IReadOnlyList<FollowedAnswer> Cases);

    private static async Task<Ok<Page<HistoricAnswer>>> DeterminationsAsync(
        string facility, int? year, long? run, string? after, int? limit, Actor actor, EnterpriseStore enterprises, CancellationToken ct)
    {
        var most = Page<HistoricAnswer>.Limit(limit ?? 20);
        var before = after is null ? (long?)null : long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"after={after}: 不是上一页给出的值。 Give what the page before said.");
        // What is under review, and what a dry run would decide, is the bureau's until it is public.
        var inside = actor.Through?.Role.Has(Permission.ReadLists) == true;
        var found = await enterprises.HistoryAsync(new(facility), year, run, inside, before, most + 1, ct);
        return TypedResults.Ok(new Page<HistoricAnswer>(
            [.. found.Take(most).Select(h => Of(h, inside))], found.Count > most ? found[most - 1].Run.Id.ToString(CultureInfo.InvariantCulture) : null));
    }

    private static async Task<FileContentHttpResult> EvidenceAsync(
        string facility, string run, Actor actor, EnterpriseStore enterprises, RunEvidence evidence, CancellationToken ct)
    {
        if (!long.TryParse(run, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) throw new KeyNotFoundException();
        var inside = actor.Through?.Role.Has(Permission.ReadLists) == true;
        var found = (await enterprises.HistoryAsync(new(facility), null, number, inside, null, 1, ct)).SingleOrDefault() ?? throw new KeyNotFoundException();
        return TypedResults.File(
            await evidence.WriteAsync(found.Run, found.Facility, withOrderer: inside, ct), EvidencePack.MediaType, RunEvidence.FileName(found.Run, found.Facility.FacilityId));
    }

    private static HistoricAnswer Of(HistoricDetermination h, bool inside) => new(
        h.Run.Id, h.Run.Kind, h.Run.Year, h.Run.AsOf, h.Run.KnownAt, h.Run.ResultHash, h.Run.Packs, h.Facility.Outcome, h.Facility.LineSha256,
        JsonDocument.Parse(h.Facility.Line).RootElement.Clone(),
        [.. h.Facility.Determination.Rules.Select(r => new ScreeningsApi.RuleAnswer(r.Rule, r.Outcome, new(r.Sentence, r.SentenceEn), new(r.Citation, r.CitationEn), r.Margin))],
        [.. h.Entries.Where(e => inside || e.ListState == ListState.Published).Select(e => new ListedAnswer(e.List, e.Kind, e.Year, e.ListState, e.Entry, e.ClassId, e.State, e.Included))],
        [.. h.Notices.Where(n => inside || n.IsWritten).Select(n => new NotifiedAnswer(n.Notice, n.List, n.Number, n.Kind, n.State, n.IssuedOn, n.ServedOn))],
        [.. h.Cases.Select(c => new FollowedAnswer(c.Case, c.List, c.Stage, c.NextDueOn))]);
}
