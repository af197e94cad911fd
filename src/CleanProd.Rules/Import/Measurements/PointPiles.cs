using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import.Measurements;

/// <summary>What the points of a pile share.</summary>
internal readonly record struct PileName(MeasurementKey Key, Unit Unit);

/// <summary>
/// Points by what they share, in the order they came. One thread writes; what has no room in memory goes to the scratch and is read from there when
/// the series are settled.
/// </summary>
internal sealed class PointPiles
{
    // A part in the scratch begins with where the part before it lies, and its length.
    private const int PartHead = 12;
    private const int PieceOfScratch = 1 << 20;

    private readonly Dictionary<PileName, int> _numbers = [];
    private readonly List<PileName> _names = [];
    private readonly ByteChains _chains = new();
    private Pile[] _piles = new Pile[64];
    private byte[] _point = new byte[PointLog.MostBytes];

    private struct Pile
    {
        internal PointLog Log;
        internal ByteChain Bytes;
        internal int Count;

        // Where its last part lies in the scratch; -1 when all of it is here.
        internal long Part;
        internal int LengthOfParts;
        internal List<MeasuredPoint>? Large;
    }

    /// <summary>Number of piles.</summary>
    internal int Count => _names.Count;

    internal PileName NameOf(int pile) => _names[pile];

    /// <summary>Number of the points of a pile that are read by <see cref="Read"/>.</summary>
    internal int CountOf(int pile) => _piles[pile].Count;

    /// <summary>Points that hold a number too large for a log.</summary>
    internal IReadOnlyList<MeasuredPoint> LargeOf(int pile) => _piles[pile].Large ?? [];

    /// <summary>The pile of a name; a new one where there is none.</summary>
    internal int Open(PileName name)
    {
        if (_numbers.TryGetValue(name, out var number)) return number;
        number = _names.Count;
        _names.Add(name);
        _numbers.Add(name, number);
        if (number == _piles.Length) Array.Resize(ref _piles, number * 2);
        _piles[number] = new Pile { Log = PointLog.New, Part = -1 };
        return number;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(int pile, in PlainPoint point, ReadOnlySpan<char> record)
    {
        ref var to = ref _piles[pile];
        if (_point.Length < PointLog.MostBytes + record.Length * 3) _point = new byte[PointLog.MostBytes + record.Length * 3];
        _chains.Append(ref to.Bytes, _point.AsSpan(0, to.Log.Write(_point, point, record)));
        to.Count++;
    }

    internal void AddLarge(int pile, MeasuredPoint point) => (_piles[pile].Large ??= []).Add(point);

    /// <summary>The points of a pile, in the order they came; gives how many, appended behind those that are there.</summary>
    /// <param name="pile">The pile.</param>
    /// <param name="points">Where to.</param>
    /// <param name="records">Numbers of reports of those points that have one.</param>
    /// <param name="scratch">Where parts of the pile lie.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Read(int pile, PointBuffer points, Dictionary<int, string> records, IScratch? scratch)
    {
        var from = _piles[pile];
        var length = from.LengthOfParts + from.Bytes.Length;
        var rented = ArrayPool<byte>.Shared.Rent(Math.Max(1, length));
        var bytes = rented.AsSpan(0, length);
        _chains.CopyTo(from.Bytes, bytes[from.LengthOfParts..]);
        Span<byte> head = stackalloc byte[PartHead];
        for (var (part, end) = (from.Part, from.LengthOfParts); part >= 0;)
        {
            scratch!.Get(part, head);
            var partLength = BinaryPrimitives.ReadInt32LittleEndian(head[8..]);
            scratch.Get(part + PartHead, bytes[(end - partLength)..end]);
            end -= partLength;
            part = BinaryPrimitives.ReadInt64LittleEndian(head);
        }

        var log = PointLog.New;
        var room = points.Grow(from.Count);
        for (int i = 0, at = 0; i < from.Count; i++)
        {
            log.Read(bytes, ref at, out room[i], out var record);
            if (record is not null) records.Add(points.Count - from.Count + i, record);
        }

        ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>Puts all that is in memory into the scratch where that is too much.</summary>
    internal void Relieve(ImportMeans means)
    {
        if (means.Scratch is { } scratch && _chains.Held > means.MostHeld) Spill(scratch);
    }

    private void Spill(IScratch scratch)
    {
        var piece = ArrayPool<byte>.Shared.Rent(PieceOfScratch);
        var (filled, first) = (0, 0);
        for (var pile = 0; pile < Count; pile++)
        {
            ref var from = ref _piles[pile];
            if (from.Bytes.Length == 0) continue;
            var length = PartHead + from.Bytes.Length;
            if (filled + length > piece.Length) Put(pile);
            if (length > piece.Length)
            {
                ArrayPool<byte>.Shared.Return(piece);
                piece = ArrayPool<byte>.Shared.Rent(length);
            }

            var part = piece.AsSpan(filled, length);
            BinaryPrimitives.WriteInt64LittleEndian(part, from.Part);
            BinaryPrimitives.WriteInt32LittleEndian(part[8..], from.Bytes.Length);
            _chains.CopyTo(from.Bytes, part[PartHead..]);
            filled += length;
        }

        Put(Count);
        _chains.Clear();
        ArrayPool<byte>.Shared.Return(piece);

        void Put(int end)
        {
            if (filled == 0) return;
            var at = scratch.Put(piece.AsSpan(0, filled));
            for (; first < end; first++)
            {
                ref var put = ref _piles[first];
                if (put.Bytes.Length == 0) continue;
                put.Part = at;
                put.LengthOfParts += put.Bytes.Length;
                at += PartHead + put.Bytes.Length;
                put.Bytes = default;
            }

            filled = 0;
        }
    }
}
