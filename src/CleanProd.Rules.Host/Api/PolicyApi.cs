using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Policy;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Policy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

/// <summary>Drafts of rules: written by one person, released by another, with everything that is signed in between.</summary>
internal static partial class PolicyApi
{
    internal static void MapPolicy(this IEndpointRouteBuilder api)
    {
        api.MapPost("/policy/drafts", CreateAsync).Needs(Permission.DraftRules, Target.Scoped).WithSummary("Begins a draft from a text, or as a copy of a released pack.");
        api.MapGet("/policy/drafts", ListAsync).Needs(Permission.ReadDrafts, Target.Scoped).WithSummary("Drafts, the newest first.");
        api.MapGet("/policy/drafts/{draft}", ShowAsync).Needs(Permission.ReadDrafts, Target.Draft).WithSummary("A draft with its text and every act upon it.");
        api.MapPut("/policy/drafts/{draft}", EditAsync).Needs(Permission.DraftRules, Target.Draft).WithSummary("Changes the text of a draft.");
        api.MapGet("/policy/drafts/{draft}/check", CheckAsync).Needs(Permission.ReadDrafts, Target.Draft)
            .WithSummary("Mistakes with line and column, cases, differences in words from the released version, and how its rules stand to wider ones.");
        api.MapPost("/policy/drafts/{draft}/submit", SubmitAsync).Needs(Permission.DraftRules, Target.Draft)
            .WithSummary("Puts a draft before the releasers, with its effective dates and its impact on a year.");
        api.MapGet("/policy/drafts/{draft}/dossier", DossierAsync).Needs(Permission.ReadDrafts, Target.Draft).WithSummary("What is signed: pack, cases, differences and impact by name. Its SHA-256 is the hash to sign.");
        api.MapPost("/policy/drafts/{draft}/return", ReturnAsync).Needs(Permission.ReleaseRules, Target.Draft).WithSummary("Sends a draft back to its author, with a reason.");
        api.MapPost("/policy/drafts/{draft}/release", ReleaseAsync).Needs(Permission.ReleaseRules, Target.Draft).WithSummary("Signs the hash of the dossier and releases the draft. Nobody releases what he wrote on.");
        api.MapPost("/policy/drafts/{draft}/abandon", AbandonAsync).Needs(Permission.DraftRules, Target.Draft).WithSummary("Gives a draft up, with a reason.");
        api.MapReleases();
        api.MapBundles();
        api.MapForesight();
    }

    /// <summary>A new draft.</summary>
    /// <param name="Text">The text of the pack; null for a copy.</param>
    /// <param name="CopyOf">A released pack by id or id@sha256; null where a text is given.</param>
    /// <param name="Note">A remark.</param>
    internal sealed record NewDraft(string? Text = null, string? CopyOf = null, string? Note = null);

    /// <summary>A changed draft.</summary>
    internal sealed record EditedDraft(int Version, string Text, string? Note = null);

    /// <summary>What is put before the releasers.</summary>
    /// <param name="Version">The version on screen.</param>
    /// <param name="Region">Jurisdiction whose enterprises show the impact.</param>
    /// <param name="Year">The year that shows the impact.</param>
    /// <param name="EffectiveFrom">First determination date for which it shall be used.</param>
    /// <param name="EffectiveTo">Last determination date; null for no end.</param>
    /// <param name="AsOf">Determination date of the impact; 15 January after the year when absent.</param>
    /// <param name="Note">A remark.</param>
    internal sealed record SubmittedDraft(int Version, string Region, int Year, DateOnly EffectiveFrom, DateOnly? EffectiveTo = null, DateOnly? AsOf = null, string? Note = null);

    /// <summary>An act with its reason.</summary>
    internal sealed record ReasonedAct(int Version, string? Reason = null);

    /// <summary>A signature.</summary>
    /// <param name="Version">The version on screen.</param>
    /// <param name="Sign">SHA-256 of the dossier that was seen.</param>
    internal sealed record SignedAct(int Version, string Sign);

    /// <summary>A draft in a list.</summary>
    internal sealed record DraftRow(
        string Draft, string Pack, string Jurisdiction, Wording Title, DraftState State, int Version, string Author, DateTimeOffset UpdatedAt, string? Dossier, int? Released)
    {
        internal static DraftRow Of(Storage.Policy.Draft d) => new(
            PlainNumber.Text(d.Id), d.Last.PackId, d.Last.Jurisdiction, d.Last.Title, d.State, d.Version, d.History[0].By.Name, d.Last.At, d.Submission?.Dossier, d.Last.Version);
    }

    /// <summary>An act upon a draft.</summary>
    internal sealed record DraftAnswer(DraftRow Draft, string Text, IReadOnlyList<DraftLine> History);

    /// <summary>One act.</summary>
    internal sealed record DraftLine(int Version, DraftAct Act, string By, DateTimeOffset At, string Text, string? Note, string? Origin, string? Dossier, DateOnly? EffectiveFrom, DateOnly? EffectiveTo, int? Released);

    private static async Task<Created<DraftRow>> CreateAsync(NewDraft wanted, Actor actor, DraftOffice office, Store store, CancellationToken ct)
    {
        if ((wanted.Text is null) == (wanted.CopyOf is null)) throw new RefusedActException("text_required", new("请给出文本（text）或者所复制的规则包（copy_of），二者择一。", "Give text, or copy_of: one of the two."));
        var draft = wanted.Text is { } text
            ? await office.CreateAsync(text, actor.Officer, actor.Scope.Reach, wanted.Note, null, ct)
            : await office.CopyAsync(wanted.CopyOf!, LegalDay.Of(store.Clock.GetUtcNow()), actor.Officer, actor.Scope.Reach, wanted.Note, ct);
        return TypedResults.Created(FormattableString.Invariant($"/api/v1/policy/drafts/{draft.Id}"), DraftRow.Of(draft));
    }

    private static async Task<Ok<Page<DraftRow>>> ListAsync(Actor actor, DraftStore drafts, Word<DraftState>? state, string? after, int? limit, CancellationToken ct)
    {
        var most = Page<DraftRow>.Limit(limit);
        var found = await drafts.ListAsync(actor.Scope.Reach, state?.Value, after is null ? null : Number(after), most + 1, ct);
        return TypedResults.Ok(new Page<DraftRow>([.. found.Take(most).Select(DraftRow.Of)], found.Count > most ? PlainNumber.Text(found[most - 1].Id) : null));
    }

    private static async Task<Ok<DraftAnswer>> ShowAsync(string draft, DraftStore drafts, DraftChecks checks, CancellationToken ct)
    {
        var found = await drafts.ReadAsync(Number(draft), ct);
        return TypedResults.Ok(new DraftAnswer(DraftRow.Of(found), await checks.KeptAsync(found.Last.Text, ct),
            [.. found.History.Select(e => new DraftLine(e.Sequence, e.Act, e.By.Name, e.At, e.Text, e.Note, e.Origin, e.Dossier, e.EffectiveFrom, e.EffectiveTo, e.Version))]));
    }

    private static async Task<Ok<DraftRow>> EditAsync(string draft, EditedDraft edited, Actor actor, DraftOffice office, CancellationToken ct) =>
        TypedResults.Ok(DraftRow.Of(await office.EditAsync(Number(draft), edited.Version, edited.Text, edited.Note, actor.Officer, ct)));

    private static async Task<Ok<DraftCheck>> CheckAsync(string draft, DraftOffice office, CancellationToken ct) => TypedResults.Ok(await office.CheckAsync(Number(draft), ct));

    private static async Task<Ok<DraftRow>> SubmitAsync(string draft, SubmittedDraft wanted, Actor actor, DraftOffice office, CancellationToken ct)
    {
        var region = RegionCode.Of(wanted.Region);
        MustReach(actor, region);
        return TypedResults.Ok(DraftRow.Of(await office.SubmitAsync(
            Number(draft), new(wanted.Version, new(region, wanted.Year, wanted.AsOf), wanted.EffectiveFrom, wanted.EffectiveTo) { Note = wanted.Note }, actor.Officer, ct)));
    }

    private static async Task<FileContentHttpResult> DossierAsync(string draft, DraftStore drafts, DocumentStore documents, CancellationToken ct)
    {
        var hash = (await drafts.ReadAsync(Number(draft), ct)).Submission?.Dossier ?? throw new KeyNotFoundException();
        return TypedResults.File(await documents.FindAsync(hash, ct) ?? throw new KeyNotFoundException(), "application/json", $"dossier-{hash[..16]}.json");
    }

    private static async Task<Ok<DraftRow>> ReturnAsync(string draft, ReasonedAct act, Actor actor, DraftOffice office, CancellationToken ct) =>
        TypedResults.Ok(DraftRow.Of(await office.ReturnAsync(Number(draft), act.Version, act.Reason, actor.Officer, ct)));

    private static async Task<Ok<DraftRow>> AbandonAsync(string draft, ReasonedAct act, Actor actor, DraftOffice office, CancellationToken ct) =>
        TypedResults.Ok(DraftRow.Of(await office.AbandonAsync(Number(draft), act.Version, act.Reason, actor.Officer, ct)));

    private static async Task<Ok<DraftRow>> ReleaseAsync(string draft, SignedAct act, Actor actor, DraftOffice office, CancellationToken ct) =>
        TypedResults.Ok(DraftRow.Of(await office.ReleaseAsync(Number(draft), act.Version, act.Sign, actor.Officer, ct)));

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new KeyNotFoundException();

    // A year is asked of a region that the asker reaches: its enterprises are named.
    private static void MustReach(Actor actor, RegionCode region)
    {
        if (!actor.Scope.Reach.Covers(region)) throw new RefusedActException("outside_region", new("所选范围超出您的辖区。", "The region reaches beyond your own."));
    }
}
