using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace CleanProd.Rules.Import.Measurements;

/// <summary>A string of bytes that grows, in links of its <see cref="ByteChains"/>.</summary>
internal struct ByteChain
{
    internal int First;
    internal int Last;
    internal int Links;

    /// <summary>Bytes used of the last link.</summary>
    internal int Used;

    internal int Length;
}

/// <summary>
/// Room for very many strings of bytes that grow side by side: in slabs, so that there is no array for each of them. A link is twice as long as the one
/// before it, up to a kilobyte, and begins with the address of the next.
/// </summary>
internal sealed class ByteChains
{
    private const int Head = 4;
    private const int Unit = 16;
    private const int SlabLength = 1 << 20;
    private const int UnitsOfSlab = SlabLength / Unit;

    private readonly List<byte[]> _slabs = [];
    private int _unit;

    /// <summary>Bytes taken.</summary>
    internal long Held => (long)_unit * Unit;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Append(ref ByteChain chain, ReadOnlySpan<byte> bytes)
    {
        chain.Length += bytes.Length;
        while (bytes.Length > 0)
        {
            var room = chain.Links == 0 ? 0 : LengthOf(chain.Links - 1) - chain.Used;
            if (room == 0)
            {
                Grow(ref chain);
                continue;
            }

            var part = Math.Min(room, bytes.Length);
            bytes[..part].CopyTo(At(chain.Last)[chain.Used..]);
            chain.Used += part;
            bytes = bytes[part..];
        }
    }

    /// <summary>Copies all of it.</summary>
    internal void CopyTo(in ByteChain chain, Span<byte> to)
    {
        var (at, left) = (chain.First, chain.Length);
        for (var link = 0; left > 0; link++)
        {
            var bytes = At(at);
            var part = Math.Min(LengthOf(link) - Head, left);
            bytes.Slice(Head, part).CopyTo(to);
            to = to[part..];
            left -= part;
            at = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        }
    }

    /// <summary>Forgets all of them; the room is used again.</summary>
    internal void Clear() => _unit = 0;

    private void Grow(ref ByteChain chain)
    {
        var units = LengthOf(chain.Links) / Unit;
        if (_unit % UnitsOfSlab + units > UnitsOfSlab) _unit = (_unit / UnitsOfSlab + 1) * UnitsOfSlab;
        if (_unit / UnitsOfSlab == _slabs.Count) _slabs.Add(GC.AllocateUninitializedArray<byte>(SlabLength));
        var address = _unit;
        _unit += units;
        if (chain.Links == 0) chain.First = address;
        else BinaryPrimitives.WriteInt32LittleEndian(At(chain.Last), address);
        (chain.Last, chain.Used) = (address, Head);
        chain.Links++;
    }

    private static int LengthOf(int link) => 64 << Math.Min(link, 4);

    private Span<byte> At(int address) => _slabs[address / UnitsOfSlab].AsSpan(address % UnitsOfSlab * Unit);
}
