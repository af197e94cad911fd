using System.Globalization;
using CleanProd.Rules.Facts.Packing;

namespace CleanProd.Rules.Facts;

public sealed partial class MeasurementSeries
{
    /// <summary>
    /// The series in the parts that a store keeps: a month each for hourly values, a year each for all others, in order of time.
    /// A part is named after its span (<c>2024-03</c>, <c>2024</c>); a series without values is one part with an empty name.
    /// </summary>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public IEnumerable<(string Span, MeasurementSeries Part)> BySpan()
    {
        if (Count == 0) return [("", this)];
        var (first, last) = Ends();
        // Nearly always: what was imported lies in one span, and its bytes are kept as they are.
        return SpanOf(first) == SpanOf(last)
            ? [(SpanOf(first), this)]
            : Points().GroupBy(p => SpanOf(p.At)).Select(g => (g.Key, Pack(Key, g)));
    }

    /// <summary>The years its values stand in.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    internal IEnumerable<int> Years()
    {
        if (Count == 0) return [];
        var (first, last) = Ends();
        return first.Year == last.Year ? [first.Year] : Points().Select(p => p.At.Year).Distinct();
    }

    /// <summary>One series of parts that follow each other in time.</summary>
    /// <exception cref="InvalidDataException">The bytes of a part are damaged.</exception>
    public static MeasurementSeries Join(IReadOnlyList<MeasurementSeries> parts) =>
        parts.Count == 1 ? parts[0] : Pack(parts[0].Key, parts.SelectMany(p => p.Points()));

    private (DateTime First, DateTime Last) Ends() => _ends is { } ends ? (ends.First, ends.Last) : SeriesCodec.Ends(_packed.Bytes.Span);

    private string SpanOf(DateTime at) =>
        at.ToString(Key.Window == AveragingWindow.Hour ? "yyyy-MM" : "yyyy", CultureInfo.InvariantCulture);
}
