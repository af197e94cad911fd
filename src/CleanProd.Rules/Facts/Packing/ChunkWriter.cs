namespace CleanProd.Rules.Facts.Packing;

/// <summary>Bytes of a chunk in the making: small numbers take few bytes. It may be used again for the next chunk.</summary>
internal sealed class ChunkWriter
{
    private byte[] _bytes = new byte[4096];

    /// <summary>Bytes so far: columns compare their forms by it.</summary>
    internal int Length { get; private set; }

    /// <summary>The bytes so far; good until the next is written.</summary>
    internal Span<byte> Written => _bytes.AsSpan(0, Length);

    internal void Byte(byte value) => Room(1)[0] = value;

    internal void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Room(bytes.Length));

    /// <summary>The next bytes, to be filled by the caller.</summary>
    internal Span<byte> Room(int length)
    {
        var start = Length;
        if (_bytes.Length - start < length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, start + length));
        Length = start + length;
        return _bytes.AsSpan(start, length);
    }

    /// <summary>Takes back what was written since a length, when another form turns out shorter.</summary>
    internal void Rewind(int length) => Length = length;

    /// <summary>Seven bits a byte, the lowest first; the top bit says that more follow.</summary>
    internal void Unsigned(ulong value)
    {
        if (_bytes.Length - Length < MostVarint) Array.Resize(ref _bytes, _bytes.Length * 2);
        Length += Varint.Write(_bytes.AsSpan(Length), value);
    }

    /// <summary>Signed numbers near zero take few bytes either side of it.</summary>
    internal void Signed(long value) => Unsigned(Varint.Fold(value));

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

    internal byte[] ToArray() => Written.ToArray();

    private const int MostVarint = 10;
}
