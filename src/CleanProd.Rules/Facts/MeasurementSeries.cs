using CleanProd.Rules.Facts.Packing;

namespace CleanProd.Rules.Facts;

/// <summary>The values of one outlet, pollutant, window and origin, packed: one chunk, not one object per row.</summary>
public sealed partial class MeasurementSeries
{
    private readonly PackedBytes _packed;

    // Known of what was just gathered; of what a store kept it is looked up in the bytes.
    private readonly SeriesEnds? _ends;

    private MeasurementSeries(SeriesKey key, PackedBytes packed, int count, SeriesEnds? ends = null) => (Key, _packed, Count, _ends) = (key, packed, count, ends);

    /// <summary>What the values share.</summary>
    public SeriesKey Key { get; }

    /// <summary>Number of values.</summary>
    public int Count { get; }

    /// <summary>The packed bytes, with their checksum: what a store keeps.</summary>
    public ReadOnlyMemory<byte> Chunk => _packed.Bytes;

    /// <summary>Packs values in order of time; equal times keep the order given.</summary>
    public static MeasurementSeries Pack(SeriesKey key, IEnumerable<SeriesPoint> points)
    {
        ArgumentNullException.ThrowIfNull(key);
        var sorted = points.ToArray();
        // Files are nearly always in order of time; sorting is stable, so that equal times keep theirs.
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].At >= sorted[i - 1].At) continue;
            sorted = [.. sorted.OrderBy(p => p.At)];
            break;
        }

        return new(key, new(SeriesCodec.Encode(sorted)), sorted.Length);
    }

    /// <summary>Takes bytes that a store kept.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static MeasurementSeries FromChunk(SeriesKey key, ReadOnlyMemory<byte> chunk) =>
        new(key, new(chunk), SeriesCodec.Count(chunk.Span));

    /// <summary>Takes values that were just packed, where they lie.</summary>
    internal static MeasurementSeries Packed(SeriesKey key, PackedBytes packed, int count, SeriesEnds ends) => new(key, packed, count, ends);

    /// <summary>Whether a volume was measured with any of the values.</summary>
    internal bool HasVolumes => SeriesCodec.HasVolumes(Chunk.Span);

    /// <summary>Unpacks the values in order of time.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public SeriesPoint[] Points() => SeriesCodec.Decode(_packed.Bytes.Span);

    /// <summary>The row of the first value; there must be one.</summary>
    internal SourceRef FirstSource => _ends?.FirstSource ?? Points()[0].Source;
}

/// <summary>Times of the first and last value of a series, and the row of the first.</summary>
internal sealed record SeriesEnds(DateTime First, DateTime Last, SourceRef FirstSource);
