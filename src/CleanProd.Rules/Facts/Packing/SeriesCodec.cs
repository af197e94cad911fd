using System.IO.Hashing;

namespace CleanProd.Rules.Facts.Packing;

/// <summary>
/// Packs the points of a series into one chunk: a checksum, a version, a count, then one column after another
/// (time, qualifier, value, flag, limits, volume, file and sheet, row). A year of daily values takes about a kilobyte.
/// Equal points give equal bytes, whatever trailing zeros their numbers were written with.
/// </summary>
internal static partial class SeriesCodec
{
    private const int ChecksumLength = 4;
    private const byte Version = 1;

    // Times are counted in the coarsest of these that fits all of them, so that daily values cost a day each, not 864 000 000 000 ticks.
    private static readonly long[] TimeSteps =
        [TimeSpan.TicksPerDay, TimeSpan.TicksPerHour, TimeSpan.TicksPerMinute, TimeSpan.TicksPerSecond, 1];

    internal static int Count(ReadOnlySpan<byte> chunk)
    {
        var reader = Open(chunk, out var count);
        // Every column of a chunk that holds anything takes bytes: a count over an empty body is no count.
        return count == 0 || reader.HasMore ? count : throw new InvalidDataException(ChunkReader.Damaged);
    }

    // The checksum comes first: nothing is read out of bytes that are not the ones that were written.
    private static ChunkReader Open(ReadOnlySpan<byte> chunk, out int count)
    {
        if (chunk.Length < ChecksumLength + 2
            || Crc32.HashToUInt32(chunk[ChecksumLength..]) != System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(chunk))
            throw new InvalidDataException(ChunkReader.Damaged);
        var reader = new ChunkReader(Body(chunk));
        count = Header(ref reader);
        return reader;
    }

    /// <summary>What the checksum is of.</summary>
    internal static ReadOnlySpan<byte> Body(ReadOnlySpan<byte> chunk) => chunk[ChecksumLength..];

    /// <summary>Looks at the version and returns the number of points.</summary>
    internal static int Header(ref ChunkReader reader)
    {
        var version = reader.Byte();
        return version == Version
            ? reader.Count()
            : throw new InvalidDataException($"A chunk of measurements has format {version}, this program reads format {Version}: open the store with the program that wrote it, or a newer one.");
    }
}
