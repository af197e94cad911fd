using System.IO.Hashing;

namespace CleanProd.Rules.Facts;

/// <summary>Packs the points of a series into one chunk with a checksum.</summary>
internal static class SeriesCodec
{
    internal static byte[] Encode(IReadOnlyList<SeriesPoint> points)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(points.Count);
            foreach (var p in points)
            {
                writer.Write(p.At.Ticks);
                writer.Write((byte)p.Value.Qualifier);
                writer.Write(p.Value.Number);
                writer.Write(p.Flag);
                Write(writer, p.LimitLow);
                Write(writer, p.LimitHigh);
                Write(writer, p.VolumeM3);
                writer.Write(p.Source.File);
                writer.Write(p.Source.Sheet ?? "");
                writer.Write(p.Source.Row);
            }
        }

        var body = stream.ToArray();
        return [.. Crc32.Hash(body), .. body];
    }

    internal static int Count(ReadOnlySpan<byte> chunk) => BitConverter.ToInt32(Checked(chunk));

    internal static SeriesPoint[] Decode(ReadOnlySpan<byte> chunk)
    {
        using var reader = new BinaryReader(new MemoryStream(Checked(chunk).ToArray()));
        var points = new SeriesPoint[reader.ReadInt32()];
        for (var i = 0; i < points.Length; i++)
        {
            var at = new DateTime(reader.ReadInt64());
            var value = new MeasuredValue((ValueQualifier)reader.ReadByte(), reader.ReadDecimal());
            var flag = reader.ReadChar();
            var (low, high, volume) = (Read(reader), Read(reader), Read(reader));
            var source = new SourceRef(reader.ReadString(), reader.ReadString() is { Length: > 0 } s ? s : null, reader.ReadInt32());
            points[i] = new SeriesPoint(at, value, source) { Flag = flag, LimitLow = low, LimitHigh = high, VolumeM3 = volume };
        }

        return points;
    }

    private static ReadOnlySpan<byte> Checked(ReadOnlySpan<byte> chunk) =>
        chunk.Length >= 8 && Crc32.Hash(chunk[4..]).AsSpan().SequenceEqual(chunk[..4])
            ? chunk[4..]
            : throw new InvalidDataException("A chunk of measurements is damaged: its checksum does not fit. Restore it from a backup or import its file again.");

    private static void Write(BinaryWriter writer, decimal? number)
    {
        writer.Write(number.HasValue);
        if (number is { } value) writer.Write(value);
    }

    private static decimal? Read(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadDecimal() : null;
}
