using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Packing;

namespace CleanProd.Rules.Tests.Facts.Packing;

/// <summary>Columns that were gathered row by row become the same bytes as the same points, and are used again.</summary>
public class GatheredColumnsTests
{
    private static readonly SeriesKey Key = new(new("A"), new("DW001"), new("w01018"), AveragingWindow.Day, DataOrigin.Automatic, Unit.Parse("mg/L"));

    [Fact]
    public void Gathered_points_become_the_same_bytes_whatever_was_gathered_before()
    {
        var columns = new GatheredColumns();
        var writer = new ChunkWriter();
        foreach (var count in (int[])[1, 512, 513, 1500, 3])
        {
            columns.Clear();
            var points = Enumerable.Range(0, count).Select(Point).ToArray();
            foreach (var point in points) Add(columns, point);
            Assert.Equal(count, columns.Count);
            Assert.True(columns.Level());
            Assert.Equal(MeasurementSeries.Pack(Key, points).Chunk.ToArray(), SeriesCodec.Encode(columns, writer).ToArray());
        }
    }

    [Fact]
    public void Numbers_are_brought_to_the_smallest_scale_that_holds_all()
    {
        var numbers = new GatheredNumbers();
        foreach (var (whole, scale) in ((long, byte)[])[(1, 0), (15, 1), (125, 2), (3, 1)]) numbers.Add(whole, scale);
        numbers.AddNone();
        Assert.True(numbers.Level());
        Assert.Equal([100L, 150L, 125L, 30L], numbers.Whole.ToArray());
        Assert.Equal([1L, 1L, 1L, 1L, 0L], numbers.There.ToArray());
        Assert.Equal((4, 2), (numbers.Count, numbers.Scale));
        numbers.Clear();
        Assert.Equal((0, 0, 0), (numbers.Count, numbers.Scale, numbers.There.Length));
    }

    [Theory]
    [InlineData(long.MaxValue / 10, true)]
    [InlineData((long.MaxValue / 10) + 1, false)]
    [InlineData(long.MinValue / 10, true)]
    [InlineData((long.MinValue / 10) - 1, false)]
    public void Numbers_that_take_more_than_sixty_four_bits_at_one_scale_are_not(long whole, bool fits)
    {
        var columns = new GatheredColumns();
        foreach (var column in (GatheredNumbers[])[columns.Values, columns.Lows, columns.Highs, columns.Volumes])
        {
            columns.Clear();
            column.Add(whole, 0);
            column.Add(1, 1);
            Assert.Equal(fits, columns.Level());
        }
    }

    [Fact]
    public void Absent_numbers_alone_need_room_too()
    {
        var numbers = new GatheredNumbers();
        for (var i = 0; i < 1300; i++)
            if (i % 600 == 599) numbers.Add(i, 0);
            else numbers.AddNone();
        Assert.Equal((2, 1300), (numbers.Count, numbers.There.Length));
        Assert.Equal([599L, 1199L], numbers.Whole.ToArray());
        Assert.Equal([599, 1199], numbers.There.ToArray().Select((t, i) => (t, i)).Where(t => t.t == 1).Select(t => t.i));
    }

    [Fact]
    public void Bytes_are_kept_in_memory_or_in_a_scratch()
    {
        byte[] bytes = [1, 2, 3];
        var held = PackedBytes.Keep(bytes, null);
        var scratch = new Scratch();
        scratch.Put([9, 9]);
        var put = PackedBytes.Keep(bytes, scratch);
        bytes[0] = 7;
        Assert.Equal([1, 2, 3], held.Bytes.ToArray());
        Assert.Equal([1, 2, 3], put.Bytes.ToArray());
        Assert.Equal([7, 2, 3], new PackedBytes(bytes).Bytes.ToArray());
        Assert.Equal(5, scratch.Length);
    }

    [Fact]
    public void Room_is_made_for_what_is_long_and_taken_back_where_it_was_for_nothing()
    {
        var writer = new ChunkWriter();
        writer.Bytes(new byte[4090]);
        writer.Unsigned(ulong.MaxValue);
        Assert.Equal(4100, writer.Length);
        writer.Rewind(4090);
        writer.Byte(5);
        Assert.Equal((4091, (byte)5), (writer.Length, writer.Written[^1]));
        writer.Bytes(Enumerable.Repeat((byte)3, 20000).ToArray());
        Assert.Equal((24091, (byte)5, (byte)3, (byte)3), (writer.Length, writer.Written[4090], writer.Written[4091], writer.Written[^1]));
    }

    private static void Add(GatheredColumns columns, SeriesPoint point)
    {
        var place = columns.Places.IndexOf((point.Source.File, point.Source.Sheet));
        if (place < 0)
        {
            place = columns.Places.Count;
            columns.Places.Add((point.Source.File, point.Source.Sheet));
        }

        columns.Add(point.At.Ticks, (byte)point.Value.Qualifier, point.Flag, place, point.Source.Row);
        Number(columns.Values, point.Value.Number);
        Number(columns.Lows, point.LimitLow);
        Number(columns.Highs, point.LimitHigh);
        Number(columns.Volumes, point.VolumeM3);
    }

    private static void Number(GatheredNumbers column, decimal? number)
    {
        if (number is not { } n) column.AddNone();
        else if (n == decimal.Truncate(n)) column.Add((long)n, 0);
        else column.Add((long)(n * 10), 1);
    }

    private static SeriesPoint Point(int i) => new(new DateTime(2024, 1, 1).AddDays(i), new((ValueQualifier)(i % 2), i * 0.5m), new(i % 400 < 200 ? "a.csv" : "b.csv", null, (i * 3) + 2))
    {
        Flag = i % 9 == 4 ? 'M' : 'N', LimitLow = i % 3 == 1 ? 6m : null, LimitHigh = i < 700 ? 60m : 50.5m, VolumeM3 = i % 4 == 3 ? i : null,
    };

    private sealed class Scratch : IScratch
    {
        private readonly List<byte> _bytes = [];

        internal int Length => _bytes.Count;

        public long Put(ReadOnlySpan<byte> bytes)
        {
            var at = _bytes.Count;
            _bytes.AddRange(bytes);
            return at;
        }

        public void Get(long at, Span<byte> bytes) => _bytes.GetRange((int)at, bytes.Length).ToArray().CopyTo(bytes);
    }
}
