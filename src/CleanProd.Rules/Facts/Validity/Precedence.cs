namespace CleanProd.Rules.Facts.Validity;

/// <summary>
/// Where the authority's measurement and the plant's own of the same outlet, pollutant, window and stretch of time differ, the authority's is
/// the basis (排污许可管理条例 Art. 29). Two measurements of different windows or hours do not contradict each other: both stand.
/// </summary>
internal sealed class Precedence
{
    private readonly Dictionary<(OutletId, PollutantCode, AveragingWindow, string, DateTime), bool> _supervised = [];

    /// <summary>Notes how a measurement of the authority stands; several of one stretch: an exceedance is one.</summary>
    /// <param name="key">Outlet, pollutant and window.</param>
    /// <param name="at">Time of the value.</param>
    /// <param name="exceeds">Whether it exceeds, for certain; null when that cannot be told: such a value displaces nothing.</param>
    public void Supervised(SeriesKey key, DateTime at, bool? exceeds)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (exceeds is not { } over) return;
        var place = Place(key, at);
        _supervised[place] = over || _supervised.GetValueOrDefault(place);
    }

    /// <summary>Whether the authority's measurement of the same stretch says otherwise.</summary>
    public bool Displaces(SeriesKey key, DateTime at, bool? exceeds) =>
        _supervised.Count > 0 && _supervised.TryGetValue(Place(key, at), out var over) && over != exceeds;

    // A load does not contradict a concentration.
    private static (OutletId, PollutantCode, AveragingWindow, string, DateTime) Place(SeriesKey key, DateTime at) =>
        (key.OutletId, key.Pollutant, key.Window, key.Unit.Dimension, WindowSpan.Start(at, key.Window));
}
