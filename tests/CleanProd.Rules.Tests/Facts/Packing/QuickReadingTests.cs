using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Packing;

namespace CleanProd.Rules.Tests.Facts.Packing;

/// <summary>What the quick way unpacks of a chunk is what the slow way does, or it says that it does not read the chunk.</summary>
public class QuickReadingTests
{
    private static readonly SeriesKey Key = new(new("A"), new("DW001"), new("w01018"), AveragingWindow.Day, DataOrigin.Automatic, Unit.Parse("mg/L"));

    private static readonly (string Name, SeriesPoint[] Points)[] Shapes =
    [
        ("one", [Point(0)]),
        ("two", [Point(0), Point(1)]),
        ("regular days", [.. Range(40, i => Point(i))]),
        ("days with holes", [.. Range(40, i => Point(i + (i * i)))]),
        ("hours", [.. Range(40, i => Point(0) with { At = new DateTime(2024, 1, 1).AddHours(i) })]),
        ("minutes", [.. Range(40, i => Point(0) with { At = new DateTime(2024, 1, 1).AddMinutes(i) })]),
        ("seconds", [.. Range(40, i => Point(0) with { At = new DateTime(2024, 1, 1).AddSeconds(i * 7) })]),
        ("ticks", [.. Range(40, i => Point(0) with { At = new DateTime(2024, 1, 1).AddTicks(i * i) })]),
        ("one time", [.. Range(40, i => Point(0) with { Value = MeasuredValue.Of(i) })]),
        ("values that differ", [.. Range(40, i => Point(i) with { Value = new((ValueQualifier)(i % 3), i * 1.37m), Flag = i % 5 == 0 ? 'M' : 'N' })]),
        ("negative values", [.. Range(40, i => Point(i) with { Value = MeasuredValue.Of((i - 20) * 0.5m) })]),
        ("limits throughout", [.. Range(40, i => Point(i) with { LimitLow = 6m, LimitHigh = 9m })]),
        ("limits that change", [.. Range(40, i => Point(i) with { LimitLow = i < 20 ? 6m : 6.5m, LimitHigh = i < 20 ? 60m : 50m })]),
        ("limits here and there", [.. Range(40, i => Point(i) with { LimitLow = i % 3 == 0 ? i : null, LimitHigh = i % 7 == 3 ? 0.5m : null })]),
        ("wide limits here and there", [.. Range(40, i => Point(i) with { LimitLow = i % 3 == 0 ? decimal.MaxValue - i : null, LimitHigh = decimal.MaxValue })]),
        ("wide limits and volumes", [.. Range(40, i => Point(i) with { LimitLow = i % 3 == 0 ? decimal.MinValue + i : null, LimitHigh = decimal.MaxValue - i, VolumeM3 = 5m })]),
        ("volumes", [.. Range(40, i => Point(i) with { VolumeM3 = i * 10.5m })]),
        ("volumes here and there", [.. Range(40, i => Point(i) with { VolumeM3 = i % 2 == 0 ? i : null })]),
        ("several files", [.. Range(40, i => Point(i) with { Source = new(i < 20 ? "a.csv" : "b.xlsx", i < 20 ? null : "Sheet1", 50 - i) })]),
        ("more than are held at first", [.. Range(600, i => Point(i) with { Value = MeasuredValue.Of(i % 97 * 0.1m), LimitHigh = i % 2 == 0 ? 60m : null })]),
    ];

    public static TheoryData<string> Names => [.. Shapes.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_point_comes_back_whole_and_without_its_source(string name)
    {
        var points = Shapes.Single(s => s.Name == name).Points;
        var quick = Read(points);
        Assert.Equal(points.Length, quick.Count);
        for (var i = points.Length - 1; i >= 0; i--)
        {
            Assert.Equal(points[i], quick.Point(i, true));
            Assert.Equal(points[i] with { Source = default, VolumeM3 = null }, quick.Point(i, false));
            Assert.Equal((points[i].At, points[i].Value.Qualifier, points[i].Value.Number, points[i].Flag), (quick.At(i), quick.Qualifier(i), quick.Value(i), quick.Flag(i)));
            Assert.Equal(points[i].LimitHigh == points[0].LimitHigh, quick.Highs.IsSame(i, 0));
            Assert.Equal(points[i].LimitLow == points[0].LimitLow, quick.Lows.IsSame(0, i));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_first_value_from_a_day_on_is_found(string name)
    {
        var points = Shapes.Single(s => s.Name == name).Points;
        var quick = Read(points);
        foreach (var day in (DateOnly[])[new(2023, 12, 31), new(2024, 1, 1), new(2024, 1, 2), new(2024, 1, 20), new(2024, 2, 9), new(2024, 2, 10), new(2030, 1, 1)])
        {
            foreach (var (from, to) in ((int, int)[])[(0, points.Length), (points.Length / 2, points.Length), (0, points.Length / 2), (0, 0)])
            {
                var first = Enumerable.Range(from, to - from).FirstOrDefault(i => DateOnly.FromDateTime(points[i].At) >= day, to);
                Assert.Equal((day, from, to, first), (day, from, to, quick.First(day, from, to)));
            }
        }
    }

    [Fact]
    public void A_column_of_one_number_says_so()
    {
        var same = Read([.. Range(40, i => Point(i) with { LimitHigh = 60m })]);
        Assert.Equal((0L, 'N', true, true), (same.Qualifiers.Only, (char)same.Flags.Only!.Value, same.Lows.IsOne, same.Highs.IsOne));
        Assert.True(same.Qualifiers.Several.IsEmpty);
        var differing = Read([.. Range(40, i => Point(i) with { LimitHigh = i == 7 ? 60m : 50m, LimitLow = i == 7 ? 6m : null, Flag = i == 7 ? 'M' : 'N' })]);
        Assert.Equal((null, false, false), (differing.Flags.Only, differing.Lows.IsOne, differing.Highs.IsOne));
        Assert.Equal(40, differing.Flags.Several.Length);
        Assert.False(Read([.. Range(40, i => Point(i) with { LimitHigh = decimal.MaxValue - i })]).Highs.IsOne);
        var partly = Read([.. Range(40, i => Point(i) with { LimitHigh = i == 7 ? 60m : null })]);
        Assert.False(partly.Highs.IsOne);
    }

    [Fact]
    public void Numbers_stand_at_one_scale_and_may_be_replaced_until_the_next_series()
    {
        var quick = Read([Point(0) with { Value = MeasuredValue.Of(1.5m) }, Point(1) with { Value = MeasuredValue.Of(2m) }]);
        Assert.Equal((15L, 20L, 2, 1), (quick.Whole[0], quick.Whole[1], quick.Whole.Length, quick.Scale));
        quick.Replace(0, 25);
        Assert.Equal((2.5m, 2.5m), (quick.Value(0), quick.Point(0, false).Value.Number));
        Assert.True(quick.TryRead(MeasurementSeries.Pack(Key, [Point(3)]).Chunk));
        Assert.Equal((1, 1m, Point(3)), (quick.Count, quick.Value(0), quick.Point(0, true)));
    }

    [Fact]
    public void Columns_are_used_again_for_a_longer_a_shorter_and_a_wider_series()
    {
        var quick = new UnpackedSeries();
        foreach (var (_, points) in Shapes.Concat(Shapes.Reverse()))
        {
            Assert.True(quick.TryRead(MeasurementSeries.Pack(Key, points).Chunk));
            Assert.Equal(points, Enumerable.Range(0, quick.Count).Select(i => quick.Point(i, true)));
        }
    }

    [Fact]
    public void What_only_the_slow_way_reads_is_left_to_it()
    {
        Assert.False(new UnpackedSeries().TryRead(MeasurementSeries.Pack(Key, []).Chunk));
        Assert.False(new UnpackedSeries().TryRead(MeasurementSeries.Pack(Key, [Point(0) with { Value = MeasuredValue.Of(decimal.MaxValue) }]).Chunk));
        Assert.False(new UnpackedSeries().TryRead(SeriesCodec.Encode([Point(1), Point(0)])));
        Assert.False(new UnpackedSeries().TryRead(SeriesCodec.Encode([Point(2), Point(1), Point(0)])));
        Assert.False(new UnpackedSeries().TryRead(SeriesCodec.Encode([Point(0), Point(2), Point(1), Point(3)])));
        Assert.True(new UnpackedSeries().TryRead(SeriesCodec.Encode([Point(0), Point(2), Point(2), Point(3)])));
        Assert.True(new UnpackedSeries().TryRead(SeriesCodec.Encode([Point(0) with { At = DateTime.MinValue }, Point(0) with { At = DateTime.MaxValue }])));
    }

    [Fact]
    public void Whether_any_volume_was_measured_is_told_without_unpacking()
    {
        foreach (var (name, points) in Shapes) Assert.Equal((name, points.Any(p => p.VolumeM3 is not null)), (name, MeasurementSeries.Pack(Key, points).HasVolumes));
        Assert.False(MeasurementSeries.Pack(Key, []).HasVolumes);
        SeriesPoint[] wide = [Point(0) with { Value = MeasuredValue.Of(decimal.MaxValue) }, Point(1) with { VolumeM3 = 1m }];
        Assert.Equal([true, false], new[] { 2, 1 }.Select(n => MeasurementSeries.Pack(Key, wide.Take(n)).HasVolumes));
    }

    private static IEnumerable<SeriesPoint> Range(int count, Func<int, SeriesPoint> point) => Enumerable.Range(0, count).Select(point);

    private static SeriesPoint Point(int day) => new(new DateTime(2024, 1, 1).AddDays(day), MeasuredValue.Of(1m), new("a.csv", null, 2 + day)) { Flag = 'N' };

    private static UnpackedSeries Read(SeriesPoint[] points)
    {
        var quick = new UnpackedSeries();
        Assert.True(quick.TryRead(MeasurementSeries.Pack(Key, points).Chunk));
        return quick;
    }
}
