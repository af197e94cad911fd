using System.Buffers.Binary;
using System.IO.Hashing;

namespace CleanProd.Rules.Facts.Packing;

internal static partial class SeriesCodec
{
    internal static byte[] Encode(IReadOnlyList<SeriesPoint> points)
    {
        var writer = new ChunkWriter();
        writer.Bytes([0, 0, 0, 0]);
        writer.Byte(Version);
        writer.Unsigned((ulong)points.Count);
        if (points.Count > 0)
        {
            WriteTimes(writer, points);
            IntegerColumn.Write(writer, Column(points, p => (byte)p.Value.Qualifier));
            DecimalColumn.Write(writer, [.. points.Select(p => p.Value.Number)]);
            IntegerColumn.Write(writer, Column(points, p => p.Flag));
            DecimalColumn.WriteOptional(writer, [.. points.Select(p => p.LimitLow)]);
            DecimalColumn.WriteOptional(writer, [.. points.Select(p => p.LimitHigh)]);
            DecimalColumn.WriteOptional(writer, [.. points.Select(p => p.VolumeM3)]);
            WriteSources(writer, points);
        }

        var chunk = writer.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(chunk, Crc32.HashToUInt32(chunk.AsSpan(ChecksumLength)));
        return chunk;
    }

    private static void WriteTimes(ChunkWriter writer, IReadOnlyList<SeriesPoint> points)
    {
        var step = 0;
        while (points.Any(p => p.At.Ticks % TimeSteps[step] != 0)) step++;
        writer.Byte((byte)step);
        IntegerColumn.WriteDeltas(writer, Column(points, p => p.At.Ticks / TimeSteps[step]));
    }

    private static void WriteSources(ChunkWriter writer, IReadOnlyList<SeriesPoint> points)
    {
        var numbers = new Dictionary<(string File, string? Sheet), long>();
        var places = new List<(string File, string? Sheet)>();
        var column = new long[points.Count];
        for (var i = 0; i < column.Length; i++)
        {
            var place = (points[i].Source.File, points[i].Source.Sheet);
            if (!numbers.TryGetValue(place, out column[i]))
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
        IntegerColumn.WriteDeltas(writer, Column(points, p => p.Source.Row));
    }

    private static long[] Column(IReadOnlyList<SeriesPoint> points, Func<SeriesPoint, long> value)
    {
        var column = new long[points.Count];
        for (var i = 0; i < column.Length; i++) column[i] = value(points[i]);
        return column;
    }
}
