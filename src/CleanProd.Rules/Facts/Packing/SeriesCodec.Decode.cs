namespace CleanProd.Rules.Facts.Packing;

internal static partial class SeriesCodec
{
    internal static SeriesPoint[] Decode(ReadOnlySpan<byte> chunk)
    {
        try
        {
            return DecodeColumns(chunk);
        }
        catch (Exception e) when (e is OverflowException or IndexOutOfRangeException or ArgumentException)
        {
            // The checksum fits, but the columns say what no point holds: written by something else.
            throw new InvalidDataException(ChunkReader.Damaged, e);
        }
    }

    private static SeriesPoint[] DecodeColumns(ReadOnlySpan<byte> chunk)
    {
        var reader = Open(chunk, out var count);
        var points = new SeriesPoint[count];
        if (count == 0) return points;
        var (times, step) = ReadTimes(ref reader, count);
        var qualifiers = IntegerColumn.Read(ref reader, count);
        var values = DecimalColumn.Read(ref reader, count);
        var flags = IntegerColumn.Read(ref reader, count);
        var lows = DecimalColumn.ReadOptional(ref reader, count);
        var highs = DecimalColumn.ReadOptional(ref reader, count);
        var volumes = DecimalColumn.ReadOptional(ref reader, count);
        var places = ReadPlaces(ref reader);
        var placeOf = IntegerColumn.Read(ref reader, count);
        var rows = IntegerColumn.ReadDeltas(ref reader, count);
        for (var i = 0; i < points.Length; i++)
        {
            var (file, sheet) = places[placeOf[i]];
            points[i] = new SeriesPoint(
                new DateTime(times[i] * step),
                new MeasuredValue((ValueQualifier)qualifiers[i], values[i]),
                new SourceRef(file, sheet, (int)rows[i]))
            {
                Flag = (char)flags[i],
                LimitLow = lows?[i],
                LimitHigh = highs?[i],
                VolumeM3 = volumes?[i],
            };
        }

        return points;
    }

    /// <summary>Times of the first and the last point, without unpacking the rest; the chunk must hold one.</summary>
    internal static (DateTime First, DateTime Last) Ends(ReadOnlySpan<byte> chunk)
    {
        var reader = Open(chunk, out var count);
        var (times, step) = ReadTimes(ref reader, count);
        return (new DateTime(times[0] * step), new DateTime(times[^1] * step));
    }

    /// <summary>Whether any point has a volume, without unpacking one; the checksum was looked at before.</summary>
    internal static bool HasVolumes(ReadOnlySpan<byte> chunk)
    {
        var reader = new ChunkReader(Body(chunk));
        var count = Header(ref reader);
        if (count == 0) return false;
        StepOf(ref reader);
        reader.Signed();
        if (count > 1) IntegerColumn.Skip(ref reader, count - 1);
        IntegerColumn.Skip(ref reader, count);
        DecimalColumn.Skip(ref reader, count);
        IntegerColumn.Skip(ref reader, count);
        DecimalColumn.SkipOptional(ref reader, count);
        DecimalColumn.SkipOptional(ref reader, count);
        return reader.Count() > 0;
    }

    private static (long[] Times, long Step) ReadTimes(ref ChunkReader reader, int count)
    {
        var step = StepOf(ref reader);
        return (IntegerColumn.ReadDeltas(ref reader, count), step);
    }

    /// <summary>The step that times are counted in, in ticks.</summary>
    internal static long StepOf(ref ChunkReader reader) => reader.Byte() is var step && step < TimeSteps.Length ? TimeSteps[step] : throw new InvalidDataException(ChunkReader.Damaged);

    internal static (string File, string? Sheet)[] ReadPlaces(ref ChunkReader reader)
    {
        var places = new (string File, string? Sheet)[reader.Count()];
        for (var i = 0; i < places.Length; i++)
            places[i] = (reader.Text() ?? throw new InvalidDataException(ChunkReader.Damaged), reader.Text());
        return places;
    }
}
