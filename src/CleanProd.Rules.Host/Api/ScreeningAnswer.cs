using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Api;

/// <summary>A screening as the API tells it.</summary>
internal sealed record ScreeningAnswer(
    long Id, ScreeningKind Kind, string Region, int Year, DateOnly AsOf, DateTimeOffset KnownAt, ScreeningState State, IReadOnlyList<long> Imports,
    IReadOnlyList<string> Packs, string ReferenceSha256, int CrossCheckOneIn, string? Occurrence, DateTimeOffset? DueAt, Wording? Late, long? BaseRun,
    string RequestedBy, DateTimeOffset RequestedAt, int Facilities, int CarriedOver, string? ResultSha256, ScreeningCounts? Counts, bool Releasable,
    Wording? WhyNotReleasable, string? Failure)
{
    // Less is the ordinary waiting of a queue.
    private static readonly TimeSpan Punctual = TimeSpan.FromHours(1);

    internal static ScreeningAnswer Of(ScreeningHead run) => new(
        run.Id, run.Kind, run.Region.Value, run.Year, run.AsOf, run.KnownAt, run.State, run.Imports, run.Packs, run.ReferenceHash, run.CrossCheck.OneIn, run.Occurrence,
        run.DueAt, LateText(run), run.BaseRun, run.RequestedBy.Name, run.RequestedAt, run.Facilities, run.Carried, run.ResultHash, run.Counts, run.Releasable,
        run.WhyNotReleasable, run.Failure);

    private static Wording? LateText(ScreeningHead run) => run.DueAt is { } due && run.RequestedAt - due > Punctual
        ? new($"补运行：原定 {Text(due)} 运行，因系统当时未运行而推迟至 {Text(run.RequestedAt)}。", $"Caught up: it was due at {Text(due)} and ran at {Text(run.RequestedAt)}, because nothing ran then.")
        : null;

    private static string Text(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
