using CleanProd.Rules.Facts.Validity;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Facts.Building;

/// <summary>What decides how the values of one outlet, pollutant, window and origin are read.</summary>
internal sealed record PileReading(SeriesKey Key)
{
    internal IReadOnlyList<Outage> Outages { get; init; } = [];

    /// <summary>Whether they are means of a pH, which decide nothing.</summary>
    internal bool IsMeanOfPh { get; init; }

    /// <summary>Whether the authority measured the same pollutant at the outlet: its values may displace these.</summary>
    internal bool IsSupervised { get; init; }

    /// <summary>Whether values may be converted to the base drainage.</summary>
    internal bool IsConverted { get; init; }

    /// <summary>Whether a plain value has to be looked at by itself: its limit is not all that decides about it.</summary>
    internal bool IsOneByOne => Outages.Count > 0 || IsMeanOfPh || IsSupervised || IsConverted;
}

/// <summary>
/// The values of one outlet, pollutant, window and origin that count, in order of time, and the choices made on the way. What stands as it was reported is
/// not unpacked into values until somebody asks for them.
/// </summary>
internal sealed class ReadSeries
{
    private readonly Lazy<ValuePile> _pile;

    private ReadSeries(SeriesKey key, IReadOnlyList<Outage> outages, Lazy<ValuePile> pile) => (Key, Outages, _pile) = (key, outages, pile);

    internal static ReadSeries Of(ValuePile pile, IReadOnlyList<Outage> outages) => new(pile.Key, outages, new(pile));

    /// <summary>A series whose values are read when they are asked for.</summary>
    /// <param name="how">How they are read.</param>
    /// <param name="outages">Outages of the outlet.</param>
    /// <param name="packed">The one stored series that holds them all, as it stands; null where there are several.</param>
    /// <param name="read">Reads them.</param>
    internal static ReadSeries Unread(PileReading how, IReadOnlyList<Outage> outages, MeasurementSeries? packed, Func<ValuePile> read) =>
        new(how.Key, outages, new(read, LazyThreadSafetyMode.None)) { How = how, Packed = packed };

    internal SeriesKey Key { get; }

    internal IReadOnlyList<Outage> Outages { get; }

    internal IReadOnlyList<ReadValue> Values => _pile.Value.Values;

    internal IReadOnlyList<ReadingNote> Notes => _pile.Value.Notes.All;

    /// <summary>Values that were left out, and why where it is not a mere gap.</summary>
    internal IReadOnlyList<(SeriesPoint Point, Unit Unit, Wording? Why)> Left => _pile.Value.Left;

    /// <summary>The window whose mean decides; null where each value does.</summary>
    internal AveragingWindow? Deciding => Packed is null ? _pile.Value.Deciding : null;

    /// <summary>The stored series that can be read in one pass, and how; null where values were brought together or formed.</summary>
    internal MeasurementSeries? Packed { get; private init; }

    internal PileReading? How { get; private init; }
}
