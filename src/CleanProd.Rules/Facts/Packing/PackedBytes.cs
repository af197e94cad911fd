namespace CleanProd.Rules.Facts.Packing;

/// <summary>The bytes of a chunk: in memory, or in a scratch from which they are read each time they are asked for.</summary>
internal readonly struct PackedBytes
{
    private readonly ReadOnlyMemory<byte> _held;
    private readonly IScratch? _scratch;
    private readonly long _at;
    private readonly int _length;

    internal PackedBytes(ReadOnlyMemory<byte> held) => _held = held;

    private PackedBytes(IScratch scratch, long at, int length) => (_scratch, _at, _length) = (scratch, at, length);

    /// <summary>Keeps a copy of bytes, in the scratch where there is one.</summary>
    internal static PackedBytes Keep(ReadOnlySpan<byte> bytes, IScratch? scratch) =>
        scratch is null ? new(bytes.ToArray()) : new(scratch, scratch.Put(bytes), bytes.Length);

    /// <summary>The bytes; an array of its own when they were in the scratch.</summary>
    internal ReadOnlyMemory<byte> Bytes
    {
        get
        {
            if (_scratch is null) return _held;
            var bytes = new byte[_length];
            _scratch.Get(_at, bytes);
            return bytes;
        }
    }
}
