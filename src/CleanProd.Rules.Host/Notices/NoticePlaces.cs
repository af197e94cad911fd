using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Storage.Notices;

namespace CleanProd.Rules.Host.Notices;

/// <summary>A notice lies where its enterprise is.</summary>
internal sealed class NoticePlaces(NoticeStore notices) : ITargetPlaces
{
    public Target Target => Target.Notice;

    public async Task<TargetPlace?> FindAsync(RouteValueDictionary route, CancellationToken ct) =>
        RouteNumber.Of(route, "notice") is { } id && await notices.FindAsync(id, ct) is { } notice ? new(new RegionCode(notice.Region), notice.FacilityId) : null;
}

/// <summary>A batch lies where its organ is.</summary>
internal sealed class NoticeBatchPlaces(NoticeBatchStore batches) : ITargetPlaces
{
    public Target Target => Target.NoticeBatch;

    public async Task<TargetPlace?> FindAsync(RouteValueDictionary route, CancellationToken ct) =>
        RouteNumber.Of(route, "batch") is { } id && await batches.FindAsync(id, ct) is { } batch ? new(new RegionCode(batch.Region)) : null;
}

/// <summary>Numbers in routes.</summary>
internal static class RouteNumber
{
    /// <summary>The number; null when it is none.</summary>
    internal static long? Of(RouteValueDictionary route, string name) =>
        long.TryParse(route[name] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
