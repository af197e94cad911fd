using System.Buffers.Binary;

namespace CleanProd.Rules.Facts.Packing;

/// <summary>
/// A column of exact decimals: whole numbers at one scale where all fit 64 bits, else each with its own scale in 96 bits.
/// Trailing zeros are not kept: 1.50 comes back as 1.5, which is equal.
/// </summary>
internal static class DecimalColumn
{
    private const byte Wide = 255;
    private const int WideLength = 13;

    internal static void Write(ChunkWriter writer, ReadOnlySpan<decimal> numbers)
    {
        if (ToFixedPoint(numbers, out var scale) is { } whole)
        {
            Write(writer, whole, scale);
            return;
        }

        writer.Byte(Wide);
        Span<int> parts = stackalloc int[4];
        Span<byte> bytes = stackalloc byte[WideLength];
        foreach (var number in numbers)
        {
            decimal.GetBits(Trimmed(number), parts);
            bytes[0] = (byte)(parts[3] >> 16 & 0x1f | (parts[3] < 0 ? 0x80 : 0));
            for (var i = 0; i < 3; i++) BinaryPrimitives.WriteInt32LittleEndian(bytes[(1 + 4 * i)..], parts[i]);
            writer.Bytes(bytes);
        }
    }

    /// <summary>Writes whole numbers at one scale, the smallest that all of them fit.</summary>
    internal static void Write(ChunkWriter writer, ReadOnlySpan<long> whole, int scale)
    {
        writer.Byte((byte)scale);
        IntegerColumn.Write(writer, whole);
    }

    internal static decimal[] Read(ref ChunkReader reader, int count)
    {
        var scale = reader.Byte();
        if (scale == Wide) return ReadWide(ref reader, count);
        if (scale > 28) throw new InvalidDataException(ChunkReader.Damaged);
        var whole = IntegerColumn.Read(ref reader, count);
        var numbers = new decimal[count];
        for (var i = 0; i < count; i++)
        {
            var size = unchecked(whole[i] < 0 ? 0ul - (ulong)whole[i] : (ulong)whole[i]);
            numbers[i] = unchecked(new decimal((int)size, (int)(size >> 32), 0, whole[i] < 0, scale));
        }

        return numbers;
    }

    /// <summary>Unpacks whole numbers at one scale; decimals are returned only where some need more than 64 bits.</summary>
    internal static decimal[]? Unpack(ref ChunkReader reader, Span<long> whole, out byte scale, out bool isRun)
    {
        scale = reader.Byte();
        isRun = false;
        if (scale == Wide) return ReadWide(ref reader, whole.Length);
        if (scale > 28) throw new InvalidDataException(ChunkReader.Damaged);
        isRun = IntegerColumn.Unpack(ref reader, whole);
        return null;
    }

    /// <summary>Passes over a column.</summary>
    internal static void Skip(ref ChunkReader reader, int count)
    {
        if (reader.Byte() == Wide) reader.Bytes((int)Math.Min(int.MaxValue, (long)count * WideLength));
        else IntegerColumn.Skip(ref reader, count);
    }

    /// <summary>Passes over a column of which some numbers are absent.</summary>
    internal static void SkipOptional(ref ChunkReader reader, int count)
    {
        var presentCount = reader.Count();
        if (presentCount == 0) return;
        IntegerColumn.Skip(ref reader, count);
        Skip(ref reader, presentCount);
    }

    /// <summary>Writes which numbers are there, and those.</summary>
    internal static void WriteOptional(ChunkWriter writer, ReadOnlySpan<decimal?> numbers)
    {
        var there = new long[numbers.Length];
        var present = new List<decimal>();
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] is not { } number) continue;
            there[i] = 1;
            present.Add(number);
        }

        writer.Unsigned((ulong)present.Count);
        if (present.Count == 0) return;
        IntegerColumn.Write(writer, there);
        Write(writer, present.ToArray());
    }

    /// <summary>Reads them back; null when none is there.</summary>
    internal static decimal?[]? ReadOptional(ref ChunkReader reader, int count)
    {
        var presentCount = reader.Count();
        if (presentCount == 0) return null;
        var there = IntegerColumn.Read(ref reader, count);
        if (presentCount != there.Count(t => t != 0)) throw new InvalidDataException(ChunkReader.Damaged);
        var present = Read(ref reader, presentCount);
        var numbers = new decimal?[count];
        var next = 0;
        for (var i = 0; i < count; i++)
            if (there[i] != 0) numbers[i] = present[next++];
        return numbers;
    }

    private static decimal[] ReadWide(ref ChunkReader reader, int count)
    {
        var numbers = new decimal[count];
        for (var i = 0; i < count; i++)
        {
            var bytes = reader.Bytes(WideLength);
            var scale = (byte)(bytes[0] & 0x1f);
            if (scale > 28) throw new InvalidDataException(ChunkReader.Damaged);
            numbers[i] = new decimal(
                BinaryPrimitives.ReadInt32LittleEndian(bytes[1..]),
                BinaryPrimitives.ReadInt32LittleEndian(bytes[5..]),
                BinaryPrimitives.ReadInt32LittleEndian(bytes[9..]),
                (bytes[0] & 0x80) != 0,
                scale);
        }

        return numbers;
    }

    // Null when some number at the common scale needs more than 64 bits.
    private static long[]? ToFixedPoint(ReadOnlySpan<decimal> numbers, out int scale)
    {
        scale = 0;
        var whole = new long[numbers.Length];
        var scales = new byte[numbers.Length];
        for (var i = 0; i < whole.Length; i++)
        {
            if (!TryTrim(numbers[i], out whole[i], out scales[i])) return null;
            scale = Math.Max(scale, scales[i]);
        }

        for (var i = 0; i < whole.Length; i++)
        {
            for (int missing = scale - scales[i]; missing > 0; missing--)
            {
                if (whole[i] is > long.MaxValue / 10 or < long.MinValue / 10) return null;
                whole[i] *= 10;
            }
        }

        return whole;
    }

    // A number as a whole one and its smallest scale; false when that takes more than 64 bits.
    private static bool TryTrim(decimal number, out long whole, out byte scale)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(number, parts);
        if (parts[2] != 0) decimal.GetBits(Trimmed(number), parts);
        var size = unchecked((uint)parts[0] | (ulong)(uint)parts[1] << 32);
        scale = size == 0 && parts[2] == 0 ? (byte)0 : (byte)(parts[3] >> 16 & 0x1f);
        for (; scale > 0 && size % 10 == 0; scale--) size /= 10;
        whole = unchecked(parts[3] < 0 ? -(long)size : (long)size);
        return parts[2] == 0 && size <= long.MaxValue;
    }

    // The same number at its smallest scale, so that equal numbers are equal bytes.
    private static decimal Trimmed(decimal number)
    {
        if (number == 0) return 0m;
        while (number.Scale > 0)
        {
            var shorter = decimal.Round(number, number.Scale - 1, MidpointRounding.ToZero);
            if (shorter != number) return number;
            number = shorter;
        }

        return number;
    }
}
