using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import.Measurements;

/// <summary>What one thread knows of six shared cells.</summary>
internal struct SharedEntry
{
    /// <summary>The pile of their points; -1 when each of their rows goes the long way.</summary>
    internal int Pile;

    /// <summary>The block in which a row of them last went the long way; only after it may others be taken at once.</summary>
    internal int SaidInBlock;

    /// <summary>Number of the entry whose row came next the last time.</summary>
    internal int Next;

    internal int Start;
    internal int Hash;
    internal int Bucket;
    internal Lengths Lengths;
}

/// <summary>Lengths of the six cells.</summary>
[System.Runtime.CompilerServices.InlineArray(MeasurementColumns.SharedCells)]
internal struct Lengths
{
    private int _first;
}

/// <summary>
/// Finds what is known of six shared cells by their bytes. Rows mostly follow each other as they did before: the entry that came next the last time
/// is looked at first.
/// </summary>
internal sealed class SharedCellTable(ReferenceData reference, PointPiles piles)
{
    private const int LongestCells = 1 << 12;

    private SharedEntry[] _entries = new SharedEntry[256];
    private int[] _buckets = NewBuckets(512);
    private byte[] _bytes = new byte[1 << 14];
    private readonly byte[] _cells = new byte[LongestCells];
    private readonly int[] _lengths = new int[MeasurementColumns.SharedCells];
    private int _filled;
    private int _count;
    private int _last = -1;

    /// <summary>The entry of the six cells; a new one where they are met for the first time. Null when they are too long.</summary>
    /// <param name="record">The bytes of the block.</param>
    /// <param name="starts">Where each field of the record begins.</param>
    /// <param name="ends">Where it ends.</param>
    /// <param name="columns">Which fields are shared; -1 for none.</param>
    /// <param name="found">Number of the entry.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool TryFind(ReadOnlySpan<byte> record, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, ReadOnlySpan<int> columns, out int found)
    {
        if (_last >= 0)
        {
            found = _entries[_last].Next;
            if (found >= 0 && Holds(found, record, starts, ends, columns))
            {
                _last = found;
                return true;
            }
        }

        found = -1;
        var (cells, lengths, length) = (_cells, _lengths, 0);
        for (var i = 0; i < columns.Length; i++)
        {
            var column = columns[i];
            lengths[i] = column < 0 ? 0 : ends[column] - starts[column];
            if (length + lengths[i] > LongestCells) return false;
            if (lengths[i] > 0) record.Slice(starts[column], lengths[i]).CopyTo(cells.AsSpan(length));
            length += lengths[i];
        }

        found = Find(cells.AsSpan(0, length), lengths);
        if (_last >= 0) _entries[_last].Next = found;
        _last = found;
        return true;
    }

    internal ref SharedEntry this[int entry] => ref _entries[entry];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Holds(int entry, ReadOnlySpan<byte> record, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, ReadOnlySpan<int> columns)
    {
        ref var known = ref _entries[entry];
        var at = known.Start;
        for (var i = 0; i < columns.Length; i++)
        {
            var (column, length) = (columns[i], known.Lengths[i]);
            if (column < 0) continue;
            var start = starts[column];
            if (ends[column] - start != length || !record.Slice(start, length).SequenceEqual(_bytes.AsSpan(at, length))) return false;
            at += length;
        }

        return true;
    }

    private int Find(ReadOnlySpan<byte> cells, ReadOnlySpan<int> lengths)
    {
        var hash = HashOf(cells, lengths);
        for (var entry = _buckets[hash & (_buckets.Length - 1)]; entry >= 0; entry = _entries[entry].Bucket)
        {
            ref var known = ref _entries[entry];
            if (known.Hash == hash && ((ReadOnlySpan<int>)known.Lengths).SequenceEqual(lengths) && cells.SequenceEqual(_bytes.AsSpan(known.Start, cells.Length)))
                return entry;
        }

        return Add(cells, lengths, hash);
    }

    private int Add(ReadOnlySpan<byte> cells, ReadOnlySpan<int> lengths, int hash)
    {
        if (_count == _entries.Length) Array.Resize(ref _entries, _count * 2);
        if (_count * 2 > _buckets.Length) Rehash();
        if (_filled + cells.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _filled + cells.Length));
        cells.CopyTo(_bytes.AsSpan(_filled));
        var name = SharedCells.Understand(SharedCells.Texts(cells, lengths), reference);
        ref var bucket = ref _buckets[hash & (_buckets.Length - 1)];
        ref var entry = ref _entries[_count];
        entry = new SharedEntry
        {
            Pile = name is { } pile ? piles.Open(pile) : -1, SaidInBlock = -1, Next = -1, Start = _filled, Hash = hash, Bucket = bucket,
        };
        lengths.CopyTo(entry.Lengths);
        bucket = _count;
        _filled += cells.Length;
        return _count++;
    }

    private void Rehash()
    {
        _buckets = NewBuckets(_buckets.Length * 2);
        for (var entry = 0; entry < _count; entry++)
        {
            ref var bucket = ref _buckets[_entries[entry].Hash & (_buckets.Length - 1)];
            _entries[entry].Bucket = bucket;
            bucket = entry;
        }
    }

    private static int[] NewBuckets(int count)
    {
        var buckets = new int[count];
        Array.Fill(buckets, -1);
        return buckets;
    }

    private static int HashOf(ReadOnlySpan<byte> cells, ReadOnlySpan<int> lengths)
    {
        unchecked
        {
            var hash = 0x9E3779B97F4A7C15ul;
            foreach (var length in lengths) hash = (hash ^ (uint)length) * 0xFF51AFD7ED558CCDul;
            for (; cells.Length >= 8; cells = cells[8..]) hash = Mixed(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(cells));
            foreach (var b in cells) hash = (hash ^ b) * 0x100000001B3ul;
            return (int)(Mixed(hash) >> 32);
        }
    }

    private static ulong Mixed(ulong hash) => unchecked((hash ^ hash >> 29) * 0xC4CEB9FE1A85EC53ul);
}
