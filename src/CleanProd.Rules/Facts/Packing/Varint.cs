namespace CleanProd.Rules.Facts.Packing;

/// <summary>Numbers in as few bytes as they need: seven bits a byte, the lowest first; the top bit says that more follow.</summary>
internal static class Varint
{
    /// <summary>Writes a number of at most ten bytes; gives how many it took.</summary>
    internal static int Write(Span<byte> to, ulong value)
    {
        var length = 0;
        while (value >= 0x80)
        {
            to[length++] = unchecked((byte)(value | 0x80));
            value >>= 7;
        }

        to[length++] = (byte)value;
        return length;
    }

    /// <summary>Reads a number that <see cref="Write"/> wrote and moves on behind it.</summary>
    internal static ulong Read(ReadOnlySpan<byte> from, ref int at)
    {
        ulong value = from[at++];
        if (value < 0x80) return value;
        value &= 0x7f;
        for (var shift = 7; ; shift += 7)
        {
            ulong part = from[at++];
            value |= (part & 0x7f) << shift;
            if (part < 0x80) return value;
        }
    }

    /// <summary>A signed number as an unsigned one that is small near zero, either side of it.</summary>
    internal static ulong Fold(long value) => unchecked((ulong)(value << 1) ^ (ulong)(value >> 63));

    /// <summary>The number that was folded.</summary>
    internal static long Unfold(ulong folded) => unchecked((long)(folded >> 1) ^ -(long)(folded & 1));
}
