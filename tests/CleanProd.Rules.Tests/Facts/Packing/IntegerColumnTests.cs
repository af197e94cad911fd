using CleanProd.Rules.Facts.Packing;
using FsCheck.Xunit;
using Xunit;

namespace CleanProd.Rules.Tests.Facts.Packing;

public class IntegerColumnTests
{
    [Property(MaxTest = 500)]
    public void Any_numbers_come_back(long[] numbers, int shift)
    {
        // Shifted left they reach all widths of a frame up to 64 bits.
        var column = Array.ConvertAll(numbers, n => unchecked((n + 1) << (shift & 63)));
        if (column.Length == 0) return;

        Assert.Equal(column, Roundtrip(column));
        Assert.Equal(column, RoundtripDeltas(column));
    }

    [Theory]
    [InlineData(long.MinValue, long.MaxValue)]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    [InlineData(long.MaxValue, long.MaxValue)]
    public void The_ends_of_the_range_come_back(long one, long other)
    {
        long[] column = [.. Enumerable.Range(0, 100).Select(i => i % 3 == 0 ? one : other)];

        Assert.Equal(column, Roundtrip(column));
        Assert.Equal(column, RoundtripDeltas(column));
    }

    [Fact]
    public void A_constant_column_costs_the_same_at_any_length()
    {
        Assert.Equal(Length(new long[10]), Length(new long[100]));
    }

    [Fact]
    public void Noise_of_ten_bits_costs_ten_bits_each()
    {
        var random = new Random(7);
        long[] column = [.. Enumerable.Range(0, 8000).Select(_ => 1_000_000L + random.Next(1024))];

        Assert.InRange(Length(column), 10_000, 10_020);
    }

    private static int Length(long[] column)
    {
        var writer = new ChunkWriter();
        IntegerColumn.Write(writer, column);
        return writer.Length;
    }

    private static long[] Roundtrip(long[] column)
    {
        var writer = new ChunkWriter();
        IntegerColumn.Write(writer, column);
        var reader = new ChunkReader(writer.ToArray());
        var back = IntegerColumn.Read(ref reader, column.Length);
        Assert.False(reader.HasMore);
        return back;
    }

    private static long[] RoundtripDeltas(long[] column)
    {
        var writer = new ChunkWriter();
        IntegerColumn.WriteDeltas(writer, column);
        var reader = new ChunkReader(writer.ToArray());
        var back = IntegerColumn.ReadDeltas(ref reader, column.Length);
        Assert.False(reader.HasMore);
        return back;
    }
}
