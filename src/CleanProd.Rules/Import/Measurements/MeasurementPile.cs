using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import.Measurements;

/// <summary>A measured value while its series is gathered.</summary>
/// <param name="Point">The value.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Record">The source's own number of the report.</param>
internal readonly record struct MeasuredPoint(SeriesPoint Point, Unit Unit, string? Record);

/// <summary>What the points of a group share before the pollutant is resolved with the medium of its outlet.</summary>
internal readonly record struct MeasurementKey(
    FacilityId Facility, OutletId Outlet, string Pollutant, bool PollutantAsWritten, AveragingWindow Window, DataOrigin Origin);

/// <summary>
/// Measured values until all files are read: the same settling as <see cref="FactPile{T}"/>, but packed as they come, since there are millions of them,
/// and by several threads.
/// </summary>
/// <param name="means">How many threads there are, and where to put what should not stay in memory.</param>
internal sealed class MeasurementPile(ImportMeans means)
{
    private readonly PointPiles _own = new();
    private readonly List<PointPiles> _all = [];
    private readonly Dictionary<(string File, string? Sheet), int> _sheets = [];

    internal PointPlaces Places { get; } = new();

    internal ImportMeans Means => means;

    /// <summary>Takes a point from the one thread that reads rows.</summary>
    internal void Add(MeasurementKey key, MeasuredPoint point)
    {
        var pile = _own.Open(new(key, point.Unit));
        if (!PlainPoint.TryOf(point.Point, out var plain))
        {
            _own.AddLarge(pile, point);
            return;
        }

        var source = point.Point.Source;
        if (!_sheets.TryGetValue((source.File, source.Sheet), out plain.Place))
            _sheets.Add((source.File, source.Sheet), plain.Place = Places.Add(source.File, source.Sheet));
        plain.Row = source.Row;
        _own.Add(pile, plain, point.Record);
        _own.Relieve(means);
    }

    /// <summary>Piles for the points of another thread.</summary>
    internal PointPiles New()
    {
        var piles = new PointPiles();
        _all.Add(piles);
        return piles;
    }

    /// <summary>Settles all series, by several threads.</summary>
    /// <param name="log">Where duplicates and contradictions are said.</param>
    /// <param name="refused">Told of every row kept out.</param>
    /// <param name="pollutant">The pollutant of a key, now that the media of outlets are known.</param>
    internal Dictionary<FacilityId, List<MeasurementSeries>> Settle(
        FindingLog log, Action<FacilityId, FactTable, SourceRef> refused, Func<MeasurementKey, PollutantCode> pollutant) =>
        new SeriesSettling(Places, means, log, refused).Settle([_own, .. _all], pollutant);
}
