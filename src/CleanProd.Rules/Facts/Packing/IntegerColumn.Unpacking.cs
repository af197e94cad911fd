using System.Buffers.Binary;

namespace CleanProd.Rules.Facts.Packing;

// Into memory of the caller's, which is used again for the next column.
internal static partial class IntegerColumn
{
    // Eight bytes hold any number of so many bits, wherever in the first byte it begins.
    private const int WidestInEight = 57;

    /// <summary>Unpacks a column.</summary>
    /// <returns>Whether it is one run: all its numbers are the first.</returns>
    internal static bool Unpack(ref ChunkReader reader, Span<long> numbers)
    {
        switch (reader.Byte())
        {
            case Runs:
                return UnpackRuns(ref reader, numbers);
            case Frame:
                UnpackFrame(ref reader, numbers);
                return false;
            default:
                throw new InvalidDataException(ChunkReader.Damaged);
        }
    }

    /// <summary>Passes over a column.</summary>
    internal static void Skip(ref ChunkReader reader, int count)
    {
        switch (reader.Byte())
        {
            case Runs:
                for (var at = 0; at < count;)
                {
                    reader.Signed();
                    at += LengthOfRun(ref reader, count - at);
                }

                break;
            case Frame:
                reader.Signed();
                reader.Bytes(LengthOfFrame(WidthOfFrame(ref reader), count));
                break;
            default:
                throw new InvalidDataException(ChunkReader.Damaged);
        }
    }

    private static bool UnpackRuns(ref ChunkReader reader, Span<long> numbers)
    {
        var runs = 0;
        for (var at = 0; at < numbers.Length; runs++)
        {
            var number = reader.Signed();
            var length = LengthOfRun(ref reader, numbers.Length - at);
            numbers.Slice(at, length).Fill(number);
            at += length;
        }

        return runs == 1;
    }

    private static void UnpackFrame(ref ChunkReader reader, Span<long> numbers)
    {
        var min = reader.Signed();
        var width = WidthOfFrame(ref reader);
        var bytes = reader.Bytes(LengthOfFrame(width, numbers.Length));
        var mask = ulong.MaxValue >> (64 - width);
        var i = 0;
        if (width <= WidestInEight && bytes.Length >= sizeof(ulong))
        {
            var whole = (int)Math.Min(numbers.Length, ((bytes.Length - sizeof(ulong)) * 8L / width) + 1);
            unchecked
            {
                for (uint bit = 0; i < whole && i < numbers.Length; i++, bit += (uint)width)
                    numbers[i] = min + (long)((BinaryPrimitives.ReadUInt64LittleEndian(bytes[(int)(bit >> 3)..]) >> (int)(bit & 7)) & mask);
            }
        }

        for (; i < numbers.Length; i++) numbers[i] = unchecked(min + (long)(NumberOfFrame(bytes, (long)i * width, width) & mask));
    }

    // The last numbers of a frame, and those of more bits than eight bytes are sure to hold.
    private static ulong NumberOfFrame(ReadOnlySpan<byte> bytes, long bit, int width)
    {
        UInt128 number = 0;
        var first = (int)(bit >> 3);
        for (var at = first; at < bytes.Length && ((at - first) * 8) < width + 8; at++) number |= (UInt128)bytes[at] << ((at - first) * 8);
        return unchecked((ulong)(number >> (int)(bit & 7)));
    }

    private static int LengthOfRun(ref ChunkReader reader, int most)
    {
        var length = reader.Count();
        return length >= 1 && length <= most ? length : throw new InvalidDataException(ChunkReader.Damaged);
    }

    private static int WidthOfFrame(ref ChunkReader reader)
    {
        var width = (int)reader.Byte();
        return width is > 0 and <= 64 ? width : throw new InvalidDataException(ChunkReader.Damaged);
    }

    private static int LengthOfFrame(int width, int count) => (int)Math.Min(int.MaxValue, (((long)count * width) + 7) / 8);
}
