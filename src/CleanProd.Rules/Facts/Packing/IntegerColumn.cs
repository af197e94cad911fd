using System.Numerics;

namespace CleanProd.Rules.Facts.Packing;

/// <summary>
/// A column of whole numbers, in the shorter of two forms: runs of equal numbers, or a frame (the smallest, and what each is
/// over it in as few bits as the largest needs). Constant columns cost a few bytes, noisy ones their information.
/// </summary>
internal static partial class IntegerColumn
{
    private const byte Runs = 0;
    private const byte Frame = 1;

    internal static void Write(ChunkWriter writer, ReadOnlySpan<long> numbers)
    {
        var min = numbers[0];
        var max = numbers[0];
        foreach (var number in numbers)
        {
            min = Math.Min(min, number);
            max = Math.Max(max, number);
        }

        var width = 64 - BitOperations.LeadingZeroCount(unchecked((ulong)max - (ulong)min));
        // The longest form of runs is abandoned as soon as it is no shorter than the frame.
        var frameLength = 12 + ((long)numbers.Length * width + 7) / 8;
        var runs = new ChunkWriter();
        if (TryWriteRuns(runs, numbers, frameLength))
        {
            writer.Byte(Runs);
            writer.Bytes(runs.ToArray());
            return;
        }

        writer.Byte(Frame);
        writer.Signed(min);
        writer.Byte((byte)width);
        WriteFrame(writer, numbers, min, width);
    }

    /// <summary>Writes the first number and then the steps: times and rows mostly go on by the same step.</summary>
    internal static void WriteDeltas(ChunkWriter writer, ReadOnlySpan<long> numbers)
    {
        writer.Signed(numbers[0]);
        if (numbers.Length == 1) return;
        var steps = new long[numbers.Length - 1];
        for (var i = 0; i < steps.Length; i++) steps[i] = unchecked(numbers[i + 1] - numbers[i]);
        Write(writer, steps);
    }

    internal static long[] Read(ref ChunkReader reader, int count) => reader.Byte() switch
    {
        Runs => ReadRuns(ref reader, count),
        Frame => ReadFrame(ref reader, count),
        _ => throw new InvalidDataException(ChunkReader.Damaged),
    };

    internal static long[] ReadDeltas(ref ChunkReader reader, int count)
    {
        var first = reader.Signed();
        if (count == 1) return [first];
        var steps = Read(ref reader, count - 1);
        var numbers = new long[count];
        numbers[0] = first;
        for (var i = 0; i < steps.Length; i++) numbers[i + 1] = unchecked(numbers[i] + steps[i]);
        return numbers;
    }

    private static bool TryWriteRuns(ChunkWriter writer, ReadOnlySpan<long> numbers, long limit)
    {
        for (var start = 0; start < numbers.Length;)
        {
            var end = start + 1;
            while (end < numbers.Length && numbers[end] == numbers[start]) end++;
            writer.Signed(numbers[start]);
            writer.Unsigned((ulong)(end - start));
            if (writer.Length >= limit) return false;
            start = end;
        }

        return true;
    }

    private static long[] ReadRuns(ref ChunkReader reader, int count)
    {
        var numbers = new long[count];
        for (var at = 0; at < count;)
        {
            var number = reader.Signed();
            var length = reader.Count();
            if (length < 1 || length > count - at) throw new InvalidDataException(ChunkReader.Damaged);
            numbers.AsSpan(at, length).Fill(number);
            at += length;
        }

        return numbers;
    }

    private static void WriteFrame(ChunkWriter writer, ReadOnlySpan<long> numbers, long min, int width)
    {
        UInt128 waiting = 0;
        var bits = 0;
        foreach (var number in numbers)
        {
            waiting |= (UInt128)unchecked((ulong)number - (ulong)min) << bits;
            for (bits += width; bits >= 8; bits -= 8)
            {
                writer.Byte((byte)(waiting & 0xff));
                waiting >>= 8;
            }
        }

        if (bits > 0) writer.Byte((byte)waiting);
    }

    private static long[] ReadFrame(ref ChunkReader reader, int count)
    {
        var min = reader.Signed();
        var width = (int)reader.Byte();
        if (width is 0 or > 64) throw new InvalidDataException(ChunkReader.Damaged);
        var bytes = reader.Bytes((int)Math.Min(int.MaxValue, ((long)count * width + 7) / 8));
        var mask = ulong.MaxValue >> (64 - width);
        var numbers = new long[count];
        UInt128 waiting = 0;
        var bits = 0;
        var next = 0;
        for (var i = 0; i < count; i++)
        {
            for (; bits < width; bits += 8) waiting |= (UInt128)bytes[next++] << bits;
            numbers[i] = unchecked(min + (long)((ulong)waiting & mask));
            waiting >>= width;
            bits -= width;
        }

        return numbers;
    }
}
