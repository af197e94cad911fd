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
            WriteTimes(writer, points);
            IntegerColumn.Write(writer, Column(points, (in p) => (long)p.Value.Qualifier));
            DecimalColumn.Write(writer, Column(points, (in p) => p.Value.Number));
            IntegerColumn.Write(writer, Column(points, (in p) => (long)p.Flag));
            DecimalColumn.WriteOptional(writer, Column(points, (in p) => p.LimitLow));
            DecimalColumn.WriteOptional(writer, Column(points, (in p) => p.LimitHigh));
            DecimalColumn.WriteOptional(writer, Column(points, (in p) => p.VolumeM3));
            WriteSources(writer, points);
        }

        var chunk = writer.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(chunk, Crc32.HashToUInt32(chunk.AsSpan(ChecksumLength)));
        return chunk;
    }

    private static void WriteTimes(ChunkWriter writer, SeriesPoint[] points)
    {
        var step = 0;
        var times = Column(points, (in p) => p.At.Ticks);
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

        writer.Unsigned((ulong)places.Count);
        foreach (var (file, sheet) in places)
        {
            writer.Text(file);
            writer.Text(sheet);
        }

        IntegerColumn.Write(writer, column);
        IntegerColumn.WriteDeltas(writer, Column(points, (in p) => (long)p.Source.Row));
    }

    private static T[] Column<T>(SeriesPoint[] points, Pick<T> value)
    {
        var column = new T[points.Length];
        for (var i = 0; i < column.Length; i++) column[i] = value(in points[i]);
        return column;
    }
}
