using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace CleanProd.Rules.Facts.Packing;

/// <summary>
/// A column of whole numbers, in the shorter of two forms: runs of equal numbers, or a frame (the smallest, and what each is
/// over it in as few bits as the largest needs). Constant columns cost a few bytes, noisy ones their information.
/// </summary>
internal static partial class IntegerColumn
{
    private const byte Runs = 0;
    private const byte Frame = 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Write(ChunkWriter writer, ReadOnlySpan<long> numbers)
    {
        var (min, max) = (numbers[0], numbers[0]);
        var runs = 1;
        for (var i = 1; i < numbers.Length; i++)
        {
            var number = numbers[i];
            if (number < min) min = number;
            if (number > max) max = number;
            if (number != numbers[i - 1]) runs++;
        }

        var width = 64 - BitOperations.LeadingZeroCount(unchecked((ulong)max - (ulong)min));
        var frameLength = 12 + ((long)numbers.Length * width + 7) / 8;
        // Equal numbers have no frame. A run takes two bytes or more: where even those are no shorter than the frame, none is tried.
        if (width == 0) frameLength = long.MaxValue;
        if (2L * runs < frameLength && TryWriteRuns(writer, numbers, frameLength)) return;
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
        var rented = ArrayPool<long>.Shared.Rent(numbers.Length - 1);
        var steps = rented.AsSpan(0, numbers.Length - 1);
        for (var i = 0; i < steps.Length; i++) steps[i] = unchecked(numbers[i + 1] - numbers[i]);
        Write(writer, steps);
        ArrayPool<long>.Shared.Return(rented);
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

    // The longest form of runs is abandoned as soon as it is no shorter than the frame.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryWriteRuns(ChunkWriter writer, ReadOnlySpan<long> numbers, long limit)
    {
        var before = writer.Length;
        writer.Byte(Runs);
        for (var start = 0; start < numbers.Length;)
        {
            var end = start + 1;
            while (end < numbers.Length && numbers[end] == numbers[start]) end++;
            writer.Signed(numbers[start]);
            writer.Unsigned((ulong)(end - start));
            if (writer.Length - before - 1 >= limit)
            {
                writer.Rewind(before);
                return false;
            }

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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WriteFrame(ChunkWriter writer, ReadOnlySpan<long> numbers, long min, int width)
    {
        var bytes = writer.Room((int)(((long)numbers.Length * width + 7) / 8));
        var (at, bits) = (0, 0);
        if (width <= 56)
        {
            // Up to 7 bits wait beside a number: together they fit one word.
            var waiting = 0ul;
            foreach (var number in numbers)
            {
                waiting |= unchecked((ulong)number - (ulong)min) << bits;
                for (bits += width; bits >= 8; bits -= 8)
                {
                    bytes[at++] = unchecked((byte)waiting);
                    waiting >>= 8;
                }
            }

            if (bits > 0) bytes[at] = unchecked((byte)waiting);
            return;
        }

        UInt128 wide = 0;
        foreach (var number in numbers)
        {
            wide |= (UInt128)unchecked((ulong)number - (ulong)min) << bits;
            for (bits += width; bits >= 8; bits -= 8)
            {
                bytes[at++] = (byte)(wide & 0xff);
                wide >>= 8;
            }
        }

        if (bits > 0) bytes[at] = (byte)wide;
    }

    private static long[] ReadFrame(ref ChunkReader reader, int count)
    {
        var min = reader.Signed();
        var width = (int)reader.Byte();
        if (width is 0 or > 64) throw new InvalidDataException(ChunkReader.Damaged);
        var bytes = reader.Bytes((int)Math.Min(int.MaxValue, ((long)count * width + 7) / 8));
        var mask = ulong.MaxValue >> (64 - width);
        var numbers = new long[count];
        var (next, bits) = (0, 0);
        if (width <= 56)
        {
            var waiting = 0ul;
            for (var i = 0; i < count; i++)
            {
                for (; bits < width; bits += 8) waiting |= (ulong)bytes[next++] << bits;
                numbers[i] = unchecked(min + (long)(waiting & mask));
                waiting >>= width;
                bits -= width;
            }

            return numbers;
        }

        UInt128 wide = 0;
        for (var i = 0; i < count; i++)
        {
            for (; bits < width; bits += 8) wide |= (UInt128)bytes[next++] << bits;
            numbers[i] = unchecked(min + (long)((ulong)wide & mask));
            wide >>= width;
            bits -= width;
        }

        return numbers;
    }
}
