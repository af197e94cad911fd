using System.Buffers.Binary;
using System.IO.Hashing;

namespace CleanProd.Rules.Facts.Packing;

internal static partial class SeriesCodec
{
    // By reference: a point is too large to copy for each of its columns.
    private delegate T Pick<T>(in SeriesPoint point);

    internal static byte[] Encode(SeriesPoint[] points)
    {
        var writer = new ChunkWriter();
        writer.Bytes([0, 0, 0, 0]);
        writer.Byte(Version);
        writer.Unsigned((ulong)points.Length);
        if (points.Length > 0)
        {
            WriteTimes(writer, Column(points, (in p) => p.At.Ticks));
            IntegerColumn.Write(writer, Column(points, (in p) => (long)p.Value.Qualifier));
            DecimalColumn.Write(writer, Column(points, (in p) => p.Value.Number));
            IntegerColumn.Write(writer, Column(points, (in p) => (long)p.Flag));
            DecimalColumn.WriteOptional(writer, Column(points, (in p) => p.LimitLow));
            DecimalColumn.WriteOptional(writer, Column(points, (in p) => p.LimitHigh));
            DecimalColumn.WriteOptional(writer, Column(points, (in p) => p.VolumeM3));
            WriteSources(writer, points);
        }

        return Sealed(writer).ToArray();
    }

    /// <summary>
    /// Packs columns that are gathered already: the same bytes as of the same values as points. The bytes stand in the writer until it is used again.
    /// </summary>
    internal static ReadOnlySpan<byte> Encode(GatheredColumns columns, ChunkWriter writer)
    {
        writer.Rewind(0);
        writer.Bytes([0, 0, 0, 0]);
        writer.Byte(Version);
        writer.Unsigned((ulong)columns.Count);
        WriteTimes(writer, columns.Ticks);
        IntegerColumn.Write(writer, columns.Qualifiers);
        DecimalColumn.Write(writer, columns.Values.Whole, columns.Values.Scale);
        IntegerColumn.Write(writer, columns.Flags);
        WriteOptional(writer, columns.Lows);
        WriteOptional(writer, columns.Highs);
        WriteOptional(writer, columns.Volumes);
        WritePlaces(writer, columns.Places, columns.PlaceOf);
        IntegerColumn.WriteDeltas(writer, columns.Rows);
        return Sealed(writer);
    }

    private static Span<byte> Sealed(ChunkWriter writer)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(writer.Written, Crc32.HashToUInt32(writer.Written[ChecksumLength..]));
        return writer.Written;
    }

    private static void WriteOptional(ChunkWriter writer, GatheredNumbers column)
    {
        writer.Unsigned((ulong)column.Count);
        if (column.Count == 0) return;
        IntegerColumn.Write(writer, column.There);
        DecimalColumn.Write(writer, column.Whole, column.Scale);
    }

    // The times become counts of the step.
    private static void WriteTimes(ChunkWriter writer, Span<long> times)
    {
        var step = 0;
        foreach (var ticks in times)
            while (ticks % TimeSteps[step] != 0) step++;
        for (var i = 0; i < times.Length; i++) times[i] /= TimeSteps[step];
        writer.Byte((byte)step);
        IntegerColumn.WriteDeltas(writer, times);
    }

    private static void WriteSources(ChunkWriter writer, SeriesPoint[] points)
    {
        var numbers = new Dictionary<(string File, string? Sheet), long>();
        var places = new List<(string File, string? Sheet)>();
        var column = new long[points.Length];
        for (var i = 0; i < column.Length; i++)
        {
            var place = (points[i].Source.File, points[i].Source.Sheet);
            // Neighbours nearly always come from one file.
            if (i > 0 && place == places[(int)column[i - 1]]) column[i] = column[i - 1];
            else if (!numbers.TryGetValue(place, out column[i]))
            {
                numbers.Add(place, column[i] = places.Count);
                places.Add(place);
            }
        }

        WritePlaces(writer, places, column);
        IntegerColumn.WriteDeltas(writer, Column(points, (in p) => (long)p.Source.Row));
    }

    private static void WritePlaces(ChunkWriter writer, List<(string File, string? Sheet)> places, ReadOnlySpan<long> placeOf)
    {
        writer.Unsigned((ulong)places.Count);
        foreach (var (file, sheet) in places)
        {
            writer.Text(file);
            writer.Text(sheet);
        }

        IntegerColumn.Write(writer, placeOf);
    }

    private static T[] Column<T>(SeriesPoint[] points, Pick<T> value)
    {
        var column = new T[points.Length];
        for (var i = 0; i < column.Length; i++) column[i] = value(in points[i]);
        return column;
    }
}
