using System.Buffers.Binary;
using System.IO.Hashing;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Packing;
using FsCheck.Xunit;
using Xunit;

namespace CleanProd.Rules.Tests.Facts.Packing;

public class SeriesCodecTests
{
    private static readonly SeriesKey Key = new(
        new FacilityId("91440300000000000X"), new OutletId("DW001"), new PollutantCode("w01018"),
        AveragingWindow.Day, DataOrigin.Automatic, Unit.Parse("mg/L"));

    [Property(Arbitrary = [typeof(AnyPoints)], MaxTest = 500)]
    public void Whatever_points_are_packed_come_back_equal_and_in_order_of_time(SeriesPoint[] points)
    {
        var series = MeasurementSeries.Pack(Key, points);

        Assert.Equal(points.OrderBy(p => p.At), series.Points());
        Assert.Equal(points.Length, series.Count);
        Assert.Equal(points.Length, MeasurementSeries.FromChunk(Key, series.Chunk).Count);
    }

    [Property(Arbitrary = [typeof(AnyPoints)])]
    public void Packing_what_was_unpacked_gives_the_same_bytes(SeriesPoint[] points)
    {
        var chunk = MeasurementSeries.Pack(Key, points).Chunk;

        Assert.Equal(chunk.ToArray(), MeasurementSeries.Pack(Key, MeasurementSeries.FromChunk(Key, chunk).Points()).Chunk.ToArray());
    }

    [Property(Arbitrary = [typeof(AnyPoints)])]
    public void Every_changed_byte_is_noticed(SeriesPoint[] points, ushort place, byte change)
    {
        var chunk = MeasurementSeries.Pack(Key, points).Chunk.ToArray();
        chunk[place % chunk.Length] ^= (byte)(change | 1);

        var refusal = Assert.Throws<InvalidDataException>(() => MeasurementSeries.FromChunk(Key, chunk));
        Assert.Contains("import the file again", refusal.Message, StringComparison.Ordinal);
    }

    [Property(Arbitrary = [typeof(AnyPoints)])]
    public void A_chunk_cut_short_is_noticed(SeriesPoint[] points, ushort length)
    {
        var chunk = MeasurementSeries.Pack(Key, points).Chunk;

        Assert.Throws<InvalidDataException>(() => MeasurementSeries.FromChunk(Key, chunk[..(length % chunk.Length)]));
    }

    [Property(Arbitrary = [typeof(AnyPoints)], MaxTest = 300)]
    public void Nonsense_under_a_fitting_checksum_is_refused_or_read_but_never_crashes(SeriesPoint[] points, ushort place, byte change)
    {
        var chunk = MeasurementSeries.Pack(Key, points).Chunk.ToArray();
        // Byte 4 is the version and byte 5 begins the count: what stands after them is damaged.
        if (chunk.Length <= 8) return;
        chunk[7 + place % (chunk.Length - 7)] ^= (byte)(change | 1);
        BinaryPrimitives.WriteUInt32LittleEndian(chunk, Crc32.HashToUInt32(chunk.AsSpan(4)));

        var thrown = Record.Exception(() => SeriesCodec.Decode(chunk));

        Assert.True(thrown is null or InvalidDataException, thrown?.ToString());
    }

    [Fact]
    public void Trailing_zeros_do_not_change_the_bytes()
    {
        var one = new SeriesPoint(new DateTime(2024, 1, 1), MeasuredValue.Of(1.5m), new SourceRef("a.csv", null, 2));

        Assert.Equal(
            MeasurementSeries.Pack(Key, [one]).Chunk.ToArray(),
            MeasurementSeries.Pack(Key, [one with { Value = MeasuredValue.Of(1.500m) }]).Chunk.ToArray());
    }

    [Fact]
    public void Equal_times_keep_the_order_given()
    {
        var at = new DateTime(2024, 1, 1);
        SeriesPoint[] points = [.. Enumerable.Range(0, 50).Select(i => new SeriesPoint(at, MeasuredValue.Of(50 - i), new SourceRef("a.csv", null, 99 - i)))];

        Assert.Equal(points, MeasurementSeries.Pack(Key, points).Points());
    }

    [Fact]
    public void A_year_of_daily_values_with_limits_and_volumes_takes_less_than_two_and_a_half_kilobytes()
    {
        var series = MeasurementSeries.Pack(Key, Daily(2024, 366));

        Assert.InRange(series.Chunk.Length, 1, 2500);
        Assert.Equal(366, series.Points().Length);
    }

    [Fact]
    public void A_year_of_daily_values_alone_takes_less_than_a_kilobyte()
    {
        var points = Daily(2024, 366).Select(p => p with { VolumeM3 = null });

        Assert.InRange(MeasurementSeries.Pack(Key, points).Chunk.Length, 1, 1000);
    }

    [Fact]
    public void A_constant_series_takes_a_few_dozen_bytes()
    {
        var points = Daily(2024, 366).Select((p, i) => p with { Value = MeasuredValue.Of(7), Flag = 'N', VolumeM3 = 120.5m, Source = new SourceRef("m.csv", null, 2 + 6 * i) });

        Assert.InRange(MeasurementSeries.Pack(Key, points).Chunk.Length, 1, 110);
    }

    [Fact]
    public void A_chunk_of_another_version_says_so()
    {
        var chunk = MeasurementSeries.Pack(Key, Daily(2024, 3)).Chunk.ToArray();
        chunk[4] = 9;
        BinaryPrimitives.WriteUInt32LittleEndian(chunk, Crc32.HashToUInt32(chunk.AsSpan(4)));

        var refusal = Assert.Throws<InvalidDataException>(() => MeasurementSeries.FromChunk(Key, chunk));
        Assert.Contains("format 9", refusal.Message, StringComparison.Ordinal);
    }

    // Values with one or two decimals, a volume with one, rows that interleave with five other pollutants irregularly.
    private static IEnumerable<SeriesPoint> Daily(int year, int days)
    {
        var random = new Random(20240101);
        var row = 2;
        for (var day = 0; day < days; day++)
        {
            row += random.Next(4, 8);
            yield return new SeriesPoint(
                new DateTime(year, 1, 1).AddDays(day), MeasuredValue.Of(random.Next(100, 9000) / 100m), new SourceRef("measurements.csv", null, row))
            {
                Flag = day % 40 == 7 ? 'M' : 'N',
                LimitHigh = day < 180 ? 60m : 50m,
                VolumeM3 = random.Next(8000, 12000) / 10m,
            };
        }
    }
}
