using System.Buffers;
using System.Text;

namespace CleanProd.Rules.Facts.Packing;

/// <summary>Bytes of a chunk in the making: small numbers take few bytes.</summary>
internal sealed class ChunkWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    /// <summary>Bytes so far: columns compare their forms by it.</summary>
    internal int Length => _bytes.WrittenCount;

    internal void Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }

    internal void Bytes(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    /// <summary>Seven bits a byte, the lowest first; the top bit says that more follow.</summary>
    internal void Unsigned(ulong value)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value & 0x7f | 0x80));
            value >>= 7;
        }

        Byte((byte)value);
    }

    /// <summary>Signed numbers near zero take few bytes either side of it.</summary>
    internal void Signed(long value) => Unsigned(unchecked((ulong)(value << 1) ^ (ulong)(value >> 63)));

    /// <summary>UTF-16 as it is, so that no text is altered, not even a broken one; null is told from empty.</summary>
    internal void Text(string? text)
    {
        if (text is null)
        {
            Unsigned(0);
            return;
        }

        Unsigned((ulong)text.Length + 1);
        foreach (var c in text) Unsigned(c);
    }

    internal byte[] ToArray() => _bytes.WrittenSpan.ToArray();
}
