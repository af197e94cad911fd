namespace CleanProd.Rules.Facts.Packing;

/// <summary>Reads what <see cref="ChunkWriter"/> wrote.</summary>
/// <exception cref="InvalidDataException">The bytes end early or say what was never written.</exception>
internal ref struct ChunkReader(ReadOnlySpan<byte> bytes)
{
    internal const string Damaged =
        "A chunk of measurements is damaged: its checksum or its contents do not fit. Restore the store from a backup or import the file again.";

    private ReadOnlySpan<byte> _rest = bytes;

    internal readonly bool HasMore => _rest.Length > 0;

    /// <summary>How many bytes were not read yet.</summary>
    internal readonly int Left => _rest.Length;

    internal byte Byte()
    {
        if (_rest.IsEmpty) throw new InvalidDataException(Damaged);
        var value = _rest[0];
        _rest = _rest[1..];
        return value;
    }

    internal ReadOnlySpan<byte> Bytes(int length)
    {
        if (length < 0 || length > _rest.Length) throw new InvalidDataException(Damaged);
        var bytes = _rest[..length];
        _rest = _rest[length..];
        return bytes;
    }

    internal ulong Unsigned()
    {
        var value = 0ul;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Byte();
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80) return value;
        }

        throw new InvalidDataException(Damaged);
    }

    internal long Signed()
    {
        var value = Unsigned();
        return unchecked((long)(value >> 1) ^ -(long)(value & 1));
    }

    internal int Count()
    {
        var value = Unsigned();
        return value <= int.MaxValue ? (int)value : throw new InvalidDataException(Damaged);
    }

    internal string? Text()
    {
        var length = Count() - 1;
        if (length < 0) return null;
        if (length > _rest.Length) throw new InvalidDataException(Damaged);
        var text = new char[length];
        for (var i = 0; i < length; i++) text[i] = unchecked((char)Unsigned());
        return new string(text);
    }
}
