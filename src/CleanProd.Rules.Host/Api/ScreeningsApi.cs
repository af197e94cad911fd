using System.Globalization;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Screenings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

/// <summary>Ordering screenings and following them.</summary>
internal static partial class ScreeningsApi
{
    internal static void MapScreenings(this IEndpointRouteBuilder api)
    {
        api.MapPost("/screenings", StartAsync).Needs(Permission.RunScreenings, Target.Scoped).WithSummary("Orders a screening, or a dry run of one.");
        api.MapGet("/screenings", ListAsync).Needs(Permission.ReadLists, Target.Scoped).WithSummary("Screenings, the newest first.");
        api.MapGet("/screenings/{run}", FindAsync).Needs(Permission.ReadLists, Target.Run).WithSummary("A screening: what it was run with, how far it is, what came out.");
        api.MapGet("/screenings/{run}/progress", ProgressAsync).Needs(Permission.ReadLists, Target.Run).WithSummary("How far a screening is.");
        api.MapPost("/screenings/{run}/cancel", CancelAsync).NeedsWhole(Permission.RunScreenings, Target.Run).WithSummary("Calls a screening off.");
        api.MapPost("/screenings/{run}/rerun", RerunAsync).NeedsWhole(Permission.RunScreenings, Target.Run)
            .WithSummary("Orders a correction: judges again what imports and undos since then touch, and carries over the rest.");
        api.MapScreeningResults();
        api.MapSchedules();
    }

    /// <summary>What to screen.</summary>
    /// <param name="Region">Division code of the jurisdiction.</param>
    /// <param name="Year">The year to screen.</param>
    /// <param name="AsOf">Determination date; 15 January after the year when absent, or today if that is earlier.</param>
    /// <param name="KnownAt">Facts as known at this time; now when absent.</param>
    /// <param name="Packs">Packs by id or id@sha256; those that govern on the determination date when absent.</param>
    /// <param name="Dry">Whether it is only to be looked at: it never becomes a list.</param>
    /// <param name="CheckAll">Whether the second reader goes over every enterprise, not only over hits and a sample.</param>
    internal sealed record NewScreening(
        string Region, int Year, DateOnly? AsOf = null, DateTimeOffset? KnownAt = null, IReadOnlyList<string>? Packs = null, bool Dry = false, bool CheckAll = false);

    /// <summary>Why a screening is called off.</summary>
    internal sealed record Cancellation(string? Reason = null);

    /// <summary>A correction.</summary>
    /// <param name="KnownAt">Facts as known at this time; now when absent.</param>
    internal sealed record Correction(DateTimeOffset? KnownAt = null);

    private static async Task<Created<ScreeningAnswer>> StartAsync(NewScreening wanted, Actor actor, ScreeningOffice office, CancellationToken ct)
    {
        var region = RegionCode.Of(wanted.Region);
        MustCover(actor, region);
        var run = await office.OrderAsync(
            new(wanted.Dry ? ScreeningKind.Dry : ScreeningKind.Manual, region, wanted.Year)
            {
                AsOf = wanted.AsOf, KnownAt = wanted.KnownAt, Packs = wanted.Packs, CrossCheck = wanted.CheckAll ? CrossCheck.All : CrossCheck.Sample,
            },
            actor.Officer, ct);
        return Created(run);
    }

    private static async Task<Ok<Page<ScreeningAnswer>>> ListAsync(Actor actor, ScreeningStore screenings, string? after, int? limit, CancellationToken ct)
    {
        var most = Page<ScreeningAnswer>.Limit(limit);
        var runs = await screenings.ListAsync(actor.Scope.Reach, after is null ? null : Number(after), most + 1, ct);
        return TypedResults.Ok(new Page<ScreeningAnswer>(
            [.. runs.Take(most).Select(ScreeningAnswer.Of)], runs.Count > most ? runs[most - 1].Id.ToString(CultureInfo.InvariantCulture) : null));
    }

    private static async Task<Ok<ScreeningAnswer>> FindAsync(string run, ScreeningStore screenings, CancellationToken ct) =>
        TypedResults.Ok(ScreeningAnswer.Of(await HeadAsync(run, screenings, ct)));

    private static async Task<Ok<ScreeningProgress>> ProgressAsync(string run, ScreeningStore screenings, CancellationToken ct) =>
        TypedResults.Ok(await screenings.ProgressAsync(Number(run), ct) ?? throw new KeyNotFoundException());

    private static async Task<Ok<ScreeningAnswer>> CancelAsync(string run, Cancellation? why, Actor actor, ScreeningStore screenings, CancellationToken ct)
    {
        await screenings.CancelAsync(Number(run), actor.Officer, why?.Reason, ct);
        return TypedResults.Ok(ScreeningAnswer.Of(await HeadAsync(run, screenings, ct)));
    }

    private static async Task<Created<ScreeningAnswer>> RerunAsync(
        string run, Correction? correction, Actor actor, ScreeningStore screenings, ScreeningOffice office, CancellationToken ct) =>
        Created(await office.CorrectAsync(await HeadAsync(run, screenings, ct), correction?.KnownAt, actor.Officer, ct));

    private static Created<ScreeningAnswer> Created(ScreeningHead run) =>
        TypedResults.Created(FormattableString.Invariant($"/api/v1/screenings/{run.Id}"), ScreeningAnswer.Of(run));

    private static async Task<ScreeningHead> HeadAsync(string run, ScreeningStore screenings, CancellationToken ct) =>
        await screenings.FindAsync(Number(run), ct) ?? throw new KeyNotFoundException();

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new KeyNotFoundException();

    // What is to be made lies nowhere yet: its region comes with the order.
    private static void MustCover(Actor actor, RegionCode region)
    {
        if (!actor.Scope.Reach.Covers(region))
            throw new RefusedActException("outside_region", new("该筛查的范围超出您的辖区。", "The region of the screening reaches beyond your own."));
    }
}
