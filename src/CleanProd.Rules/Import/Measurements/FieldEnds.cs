using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CleanProd.Rules.Import.Measurements;

/// <summary>
/// Goes through the bytes of a block from one separator, line break or quote to the next, 32 bytes at a time. The bytes need room behind them.
/// </summary>
internal ref struct FieldEnds(ReadOnlySpan<byte> bytes, int length, byte separator)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly int _length = length;
    private readonly Vector256<byte> _separator = Vector256.Create(separator);
    private int _word = -Vector256<byte>.Count;
    private uint _found;

    /// <summary>Goes on from a place.</summary>
    internal void MoveTo(int place)
    {
        _word = place - place % Vector256<byte>.Count;
        _found = _word < _length ? Look(_word) & uint.MaxValue << (place - _word) : 0;
    }

    /// <summary>Where the next of them stands; the length of the bytes when there is none.</summary>
    internal int Next()
    {
        while (_found == 0)
        {
            _word += Vector256<byte>.Count;
            if (_word >= _length) return _length;
            _found = Look(_word);
        }

        var place = _word + BitOperations.TrailingZeroCount(_found);
        _found &= _found - 1;
        return Math.Min(place, _length);
    }

    private readonly uint Look(int word)
    {
        var some = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(_bytes), (nuint)word);
        return (Vector256.Equals(some, _separator)
            | Vector256.Equals(some, Vector256.Create((byte)'\n'))
            | Vector256.Equals(some, Vector256.Create((byte)'\r'))
            | Vector256.Equals(some, Vector256.Create((byte)'"'))).ExtractMostSignificantBits();
    }
}
