using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Packing;

namespace CleanProd.Rules.Tests.Facts.Packing;

/// <summary>The bytes of a chunk, number by number: stores keep them, and every later program reads them.</summary>
public class ChunkBytesTests
{
    [Theory]
    [InlineData(0ul, "00")]
    [InlineData(1ul, "01")]
    [InlineData(127ul, "7f")]
    [InlineData(128ul, "8001")]
    [InlineData(300ul, "ac02")]
    [InlineData(16383ul, "ff7f")]
    [InlineData(16384ul, "808001")]
    [InlineData(ulong.MaxValue, "ffffffffffffffffff01")]
    public void A_number_takes_seven_bits_a_byte(ulong number, string bytes)
    {
        Assert.Equal(bytes, Written(w => w.Unsigned(number)));
        var reader = Reader(bytes);
        Assert.Equal((number, false), (reader.Unsigned(), reader.HasMore));
        var at = 0;
        Assert.Equal((number, bytes.Length / 2), (Varint.Read(Convert.FromHexString(bytes), ref at), at));
    }

    [Theory]
    [InlineData(0, "00")]
    [InlineData(-1, "01")]
    [InlineData(1, "02")]
    [InlineData(-64, "7f")]
    [InlineData(64, "8001")]
    [InlineData(long.MaxValue, "feffffffffffffffff01")]
    [InlineData(long.MinValue, "ffffffffffffffffff01")]
    public void A_signed_number_near_zero_is_small(long number, string bytes)
    {
        Assert.Equal(bytes, Written(w => w.Signed(number)));
        var reader = Reader(bytes);
        Assert.Equal((number, number), (reader.Signed(), Varint.Unfold(Varint.Fold(number))));
    }

    [Theory]
    [InlineData(null, "00")]
    [InlineData("", "01")]
    [InlineData("a", "0261")]
    [InlineData("监a", "03d1ed0161")]
    public void A_text_is_kept_as_it_is(string? text, string bytes)
    {
        Assert.Equal(bytes, Written(w => w.Text(text)));
        var reader = Reader(bytes);
        Assert.Equal((text, false), (reader.Text(), reader.HasMore));
    }

    // Runs (00): number, length. Frame (01): smallest, bits, what each is over it.
    [Theory]
    [InlineData("0008 05", "4 4 4 4 4")]
    [InlineData("0008 03 0a 02", "4 4 4 5 5")]
    [InlineData("0008 01", "4")]
    [InlineData("0008 01 0a 01", "4 5")]
    [InlineData("0003 01 01 01 00 01 02 01", "-2 -1 0 1")]
    [InlineData("0000 01 02 01 04 01 06 01 08 01 0a 01 0c 01", "0 1 2 3 4 5 6")]
    [InlineData("0100 03 88c6fa", "0 1 2 3 4 5 6 7")]
    [InlineData("010f 03 88c6fa", "-8 -7 -6 -5 -4 -3 -2 -1")]
    [InlineData("017a 03 88c602", "61 62 63 64 65 66")]
    [InlineData("01808080808040 02 e4", "1099511627776 1099511627777 1099511627778 1099511627779")]
    public void A_column_of_whole_numbers_is_runs_or_a_frame_whichever_is_shorter(string bytes, string numbers)
    {
        var column = Numbers(numbers);
        var plain = bytes.Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal(plain, Written(w => IntegerColumn.Write(w, column)));
        var reader = Reader(plain);
        Assert.Equal(column, IntegerColumn.Read(ref reader, column.Length));
        Assert.False(reader.HasMore);
    }

    [Theory]
    [InlineData("0e", "7")]
    [InlineData("0e 00 02 03", "7 8 9 10")]
    [InlineData("0e 00 01 01", "7 6")]
    public void A_column_of_steps_begins_with_the_first(string bytes, string numbers)
    {
        var column = Numbers(numbers);
        var plain = bytes.Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal(plain, Written(w => IntegerColumn.WriteDeltas(w, column)));
        var reader = Reader(plain);
        Assert.Equal(column, IntegerColumn.ReadDeltas(ref reader, column.Length));
        Assert.False(reader.HasMore);
    }

    [Theory]
    [InlineData("0000 1e 01", "15")]
    [InlineData("0100 1e 01", "1.50")]
    [InlineData("0100 1d 01", "-1.5")]
    [InlineData("0000 d00f 01", "1000.00")]
    [InlineData("0000 02 01", "1.0000000000000000000000000000")]
    [InlineData("0000 00 01", "-0.000")]
    [InlineData("0200 fe ffffffffffffffff 01 01", "92233720368547758.07")]
    [InlineData("ff 00 0000000000000080 00000000", "9223372036854775808")]
    [InlineData("ff 80 ffffffffffffffffffffffff", "-79228162514264337593543950335")]
    [InlineData("ff 01 0500000000000000 01000000", "1844674407370955162.1")]
    public void A_decimal_is_a_whole_number_at_its_smallest_scale_or_in_96_bits(string bytes, string number)
    {
        decimal[] column = [decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)];
        var plain = bytes.Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal(plain, Written(w => DecimalColumn.Write(w, column)));
        var reader = Reader(plain);
        Assert.Equal(column, DecimalColumn.Read(ref reader, 1));
        Assert.False(reader.HasMore);
    }

    [Fact]
    public void Decimals_of_a_column_share_the_smallest_scale_that_holds_all()
    {
        Assert.Equal("02" + Written(w => IntegerColumn.Write(w, [100, 150, 125])), Written(w => DecimalColumn.Write(w, [1m, 1.5m, 1.25m])));
        // 922337203685477580 and 7 tenths still fit 64 bits, one more does not.
        Assert.Equal("01", Written(w => DecimalColumn.Write(w, [922337203685477580m, 0.7m]))[..2]);
        Assert.Equal("ff", Written(w => DecimalColumn.Write(w, [922337203685477581m, 0.7m]))[..2]);
        Assert.Equal("01", Written(w => DecimalColumn.Write(w, [-922337203685477580m, 0.7m]))[..2]);
        Assert.Equal("ff", Written(w => DecimalColumn.Write(w, [-922337203685477581m, 0.7m]))[..2]);
    }

    [Fact]
    public void Which_decimals_are_there_is_told_before_them()
    {
        decimal?[] column = [null, 1.5m, null, 2m];
        var bytes = Written(w => DecimalColumn.WriteOptional(w, column));
        Assert.Equal("02" + Written(w => IntegerColumn.Write(w, [0, 1, 0, 1])) + Written(w => DecimalColumn.Write(w, [1.5m, 2m])), bytes);
        var reader = Reader(bytes);
        Assert.Equal(column, DecimalColumn.ReadOptional(ref reader, 4));
        Assert.False(reader.HasMore);
        Assert.Equal("00", Written(w => DecimalColumn.WriteOptional(w, [null, null])));
        var none = Reader("00");
        Assert.Null(DecimalColumn.ReadOptional(ref none, 2));
    }

    [Fact]
    public void A_series_of_two_days()
    {
        SeriesPoint[] points =
        [
            new(new(2024, 1, 1), MeasuredValue.Of(1.5m), new("a", null, 2)) { Flag = 'N', LimitHigh = 60m }, new(new(2024, 1, 2), new(ValueQualifier.Below, 2m), new("a", "s", 3)) { Flag = 'N', LimitHigh = 60m, VolumeM3 = 7m },
        ];
        Assert.Equal(
            "0102" + "00" + "8a995a" + "000201" + "000001" + "0201" + "01001e01" + "2801" + "009c0102" + "00" + "02000202" + "00007802" + "01" + "0000010201" + "00000e01" + "02026100" + "02610273" + "0000010201" + "04000201",
            Convert.ToHexStringLower(SeriesCodec.Encode(points)[4..]));
    }

    [Fact]
    public void Not_even_a_broken_text_is_altered()
    {
        Assert.Equal("0280b003", Written(w => w.Text("\ud800")));
        var reader = Reader("0280b003");
        Assert.Equal("\ud800", reader.Text());
    }

    private static long[] Numbers(string text) => [.. text.Split(' ').Select(n => long.Parse(n, System.Globalization.CultureInfo.InvariantCulture))];

    private static ChunkReader Reader(string hex) => new(Convert.FromHexString(hex));

    private static string Written(Action<ChunkWriter> write)
    {
        var writer = new ChunkWriter();
        write(writer);
        Assert.Equal(writer.Length, writer.ToArray().Length);
        return Convert.ToHexStringLower(writer.ToArray());
    }
}
