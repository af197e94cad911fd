using System.Buffers.Binary;
using System.IO.Hashing;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Packing;

namespace CleanProd.Rules.Tests.Facts.Packing;

/// <summary>Bytes that say what was never written are refused as damage wherever it shows, by the slow reading and by the quick one.</summary>
public class DamagedColumnTests
{
    private delegate void Reading(ref ChunkReader reader, int count);

    [Theory]
    [InlineData("")]
    [InlineData("02")]
    [InlineData("00")]
    [InlineData("0008")]
    [InlineData("000800")]
    [InlineData("000804")]
    [InlineData("00080208")]
    [InlineData("0008020802")]
    [InlineData("0108")]
    [InlineData("010800")]
    [InlineData("01084100000000000000000000000000000000000000000000000000")]
    [InlineData("010808")]
    [InlineData("0108080102")]
    public void A_column_of_whole_numbers(string bytes)
    {
        Damaged(bytes, 3, (ref r, n) => IntegerColumn.Read(ref r, n));
        Damaged(bytes, 3, (ref r, n) => IntegerColumn.Skip(ref r, n));
        Damaged(bytes, 3, (ref r, n) => IntegerColumn.Unpack(ref r, new long[n]));
    }

    [Theory]
    [InlineData("000803")]
    [InlineData("0008010a02")]
    [InlineData("010808010203")]
    [InlineData("010840010000000000000002000000000000000300000000000000")]
    [InlineData("01083901000000000000000000000000001600000000000000")]
    public void One_that_is_whole_is_read_passed_over_and_unpacked_to_its_end(string bytes)
    {
        ChunkReader read = Reader(bytes), skipped = Reader(bytes), unpacked = Reader(bytes);
        var numbers = new long[3];
        var expected = IntegerColumn.Read(ref read, 3);
        IntegerColumn.Skip(ref skipped, 3);
        Assert.Equal(bytes.StartsWith("000803", StringComparison.Ordinal), IntegerColumn.Unpack(ref unpacked, numbers));
        Assert.Equal(expected, numbers);
        Assert.Equal((false, false, false), (read.HasMore, skipped.HasMore, unpacked.HasMore));
    }

    [Theory]
    [InlineData("1d000803")]
    [InlineData("ff1d0100000000000000000000001d0100000000000000000000001d010000000000000000000000")]
    [InlineData("ff0001000000000000000000000000010000000000000000000000")]
    public void A_column_of_decimals_of_a_scale_that_there_is_none_of_or_cut_short(string bytes)
    {
        Damaged(bytes, 3, (ref r, n) => DecimalColumn.Read(ref r, n));
        Damaged(bytes, 3, (ref r, n) => DecimalColumn.Unpack(ref r, new long[n], out _, out _));
    }

    [Fact]
    public void The_smallest_scale_is_twenty_eight_places()
    {
        ChunkReader whole = Reader("1c000203"), wide = Reader("ff1c0100000000000000000000001c0100000000000000000000001c010000000000000000000000");
        decimal[] expected = [0.0000000000000000000000000001m, 0.0000000000000000000000000001m, 0.0000000000000000000000000001m];
        Assert.Equal(expected, DecimalColumn.Read(ref whole, 3));
        Assert.Equal(expected, DecimalColumn.Read(ref wide, 3));
        var unpacked = Reader("1c000203");
        var numbers = new long[3];
        Assert.Null(DecimalColumn.Unpack(ref unpacked, numbers, out var scale, out var isRun));
        Assert.Equal((28, true, 1L), (scale, isRun, numbers[2]));
    }

    [Theory]
    [InlineData("01" + "000203" + "00000203")]
    [InlineData("04" + "000203" + "00000204")]
    [InlineData("01" + "0002020001" + "00000201")]
    public void A_column_that_counts_otherwise_than_it_holds(string bytes)
    {
        Damaged(bytes, 3, (ref r, n) => DecimalColumn.ReadOptional(ref r, n));
        Damaged(bytes, 3, (ref r, n) => new UnpackedDecimals().ReadOptional(ref r, n));
    }

    [Fact]
    public void A_number_of_more_than_sixty_four_bits_a_count_beyond_memory_and_a_text_beyond_the_end()
    {
        Damaged("ffffffffffffffffffff01", 0, (ref r, _) => r.Unsigned());
        Damaged("ff", 0, (ref r, _) => r.Unsigned());
        Damaged("8080808008", 0, (ref r, _) => r.Count());
        Damaged("0461", 0, (ref r, _) => r.Text());
        Damaged("ffffffff0761", 0, (ref r, _) => r.Text());
        Damaged("0102", 0, (ref r, _) => r.Bytes(3));
        Damaged("0102", 0, (ref r, _) => r.Bytes(-1));
        var reader = Reader("ffffffff07");
        Assert.Equal(int.MaxValue, reader.Count());
        var bytes = Reader("010203");
        Assert.Equal((3, 2, 1), (bytes.Left, bytes.Bytes(2).Length, bytes.Left));
        Assert.Equal((0, 3, false), (bytes.Bytes(0).Length, bytes.Byte(), bytes.HasMore));
    }

    [Fact]
    public void A_chunk_is_no_shorter_than_its_checksum_version_and_count()
    {
        Assert.Equal(0, SeriesCodec.Count(Sealed(1, 0)));
        Assert.Empty(SeriesCodec.Decode(Sealed(1, 0)));
        Assert.Throws<InvalidDataException>(() => SeriesCodec.Count(Sealed(1)));
        Assert.Throws<InvalidDataException>(() => SeriesCodec.Count(Sealed(1, 3)));
        Assert.Equal(3, SeriesCodec.Count(Sealed(1, 3, 0)));
        Assert.Throws<InvalidDataException>(() => SeriesCodec.Decode(Sealed(1, 1, 5, 0)));
        var altered = Sealed(1, 0);
        altered[0] ^= 1;
        Assert.Throws<InvalidDataException>(() => SeriesCodec.Count(altered));
    }

    [Fact]
    public void What_no_point_can_hold_under_a_fitting_checksum_is_damage()
    {
        var sound = SeriesCodec.Encode([new(new(2024, 1, 1), MeasuredValue.Of(1m), new("a", null, 2))])[4..];
        // The places stand behind the columns: a file without a name, and a point of a place that is not among them.
        var noName = sound.ToArray();
        noName[^7] = 0;
        Assert.Throws<InvalidDataException>(() => SeriesCodec.Decode(Sealed(noName)));
        var noPlace = sound.ToArray();
        noPlace[^3] = 2;
        Assert.Throws<InvalidDataException>(() => SeriesCodec.Decode(Sealed(noPlace)));
        Assert.Single(SeriesCodec.Decode(Sealed(sound)));
    }

    // A day in 2024 gives way to one before the first day there is, and to one after the last.
    [Theory]
    [InlineData("ffff7f")]
    [InlineData("feffff03")]
    public void A_time_that_there_is_not_is_left_to_the_slow_reading_which_refuses_it(string day)
    {
        var sound = Convert.ToHexStringLower(SeriesCodec.Encode([new(new(2024, 1, 1), MeasuredValue.Of(1m), new("a", null, 2))])[4..]);
        Assert.Contains("8a995a", sound, StringComparison.Ordinal);
        var chunk = Sealed(Convert.FromHexString(sound.Replace("8a995a", day, StringComparison.Ordinal)));
        Assert.False(UnpackedSeries.OfThread.TryRead(chunk));
        Assert.Throws<InvalidDataException>(() => SeriesCodec.Decode(chunk));
        Assert.True(UnpackedSeries.OfThread.TryRead(Sealed(Convert.FromHexString(sound))));
    }

    [Fact]
    public void The_last_days_that_there_are_are_read_the_quick_way() =>
        Assert.True(UnpackedSeries.OfThread.TryRead(SeriesCodec.Encode([new(new(9999, 12, 30), MeasuredValue.Of(1m), new("a", null, 2)), new(new(9999, 12, 31), MeasuredValue.Of(1m), new("a", null, 3))])));

    private static byte[] Sealed(params byte[] body)
    {
        byte[] chunk = [0, 0, 0, 0, .. body];
        BinaryPrimitives.WriteUInt32LittleEndian(chunk, Crc32.HashToUInt32(body));
        return chunk;
    }

    private static ChunkReader Reader(string hex) => new(Convert.FromHexString(hex));

    private static void Damaged(string hex, int count, Reading read) => Assert.Equal(ChunkReader.Damaged, Assert.Throws<InvalidDataException>(() =>
    {
        var reader = Reader(hex);
        read(ref reader, count);
    }).Message);
}
