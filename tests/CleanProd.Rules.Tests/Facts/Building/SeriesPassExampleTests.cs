using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>One pass over the columns of a series gives what its values give one by one, at the edges that the pass goes around.</summary>
public class SeriesPassExampleTests
{
    private static readonly ReportingPeriod Period = ReportingPeriod.OfYear(2024);
    private static readonly SourceRef Row = new("m.csv", null, 2);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_plant_made_by_chance_is_counted_alike(int seed) => Alike(InventedSeries.Records(new Random(seed)));

    // Numbers as they stand in a series of one limit, 60.5; ! and ? after a number flag it as invalid and over the range, ~ gives it another limit.
    [Theory]
    [InlineData("10 20 30 40 50 60 60.5")]
    [InlineData("60.6 10 20 30 40 50 60")]
    [InlineData("10 20 30 60.6")]
    [InlineData("60.6 60.7 60.8")]
    [InlineData("-1 10 20")]
    [InlineData("10 -1 20 -2")]
    [InlineData("0 0 0")]
    [InlineData("<5 10 >70 20 ND 30")]
    [InlineData("10! 20 30! 40 50!")]
    [InlineData("10 20~ 30 40~")]
    [InlineData("10~ 20 30")]
    [InlineData("<5 <6 <7")]
    [InlineData("10! 20! 30!")]
    [InlineData("10 20? 99? 30")]
    [InlineData("20 20 10 20")]
    [InlineData("60.51 60.49 60.50 10.25")]
    [InlineData("1000000000000 20")]
    [InlineData("0.0000000000001 20")]
    [InlineData("10 61 20 62 30 63 40 64 50")]
    public void A_row_of_numbers_is_counted_alike(string numbers)
    {
        foreach (var repeated in (int[])[1, 9, 40])
        {
            // Repeated beyond the 64 places of a word.
            var all = Enumerable.Repeat(numbers.Split(' '), repeated).SelectMany(n => n).Take(360).ToArray();
            Alike(Records([.. all.Select((n, i) => Point(n, i))]));
        }
    }

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    [InlineData(191)]
    public void One_odd_value_among_plain_ones_is_counted_alike(int place)
    {
        foreach (var odd in (string[])["99!", "<5", "20~", "61"]) Alike(Records([.. Enumerable.Range(0, 200).Select(i => Point(i == place ? odd : Plant.Text(i % 50), i))]));
    }

    // Longer than what a thread keeps at first, and with more than that before the year begins.
    [Fact]
    public void A_long_series_is_counted_alike_on_a_thread_that_counted_nothing_before()
    {
        Exception? fault = null;
        var thread = new Thread(() => fault = Record.Exception(() =>
        {
            Alike(Records([.. "10 20! 30".Split(' ').Select(Point)]));
            Alike(Records([.. Hours(2024, 2100)]));
            Alike(Records([.. "10! 20 30".Split(' ').Select(Point)]));
            Alike(Records([.. Hours(2023, 2100), .. "10 20! 99 30 <5".Split(' ').Select(Point)]));
            Alike(Records([.. Hours(2023, 2100), .. "10 20 30".Split(' ').Select(Point), .. Hours(2025, 90)]));
        }));
        thread.Start();
        thread.Join();
        Assert.Null(fault);
    }

    private static IEnumerable<SeriesPoint> Hours(int year, int count) => Enumerable.Range(0, count)
        .Select(h => Point(h % 700 == 69 ? "99!" : h % 500 == 77 ? "99" : Plant.Text(h % 60), h) with { At = new DateTime(year, 1, 1).AddHours(h) });

    [Fact]
    public void A_limit_that_changes_within_the_year_is_counted_alike() => Alike(Records(
        [.. Enumerable.Range(0, 366).Select(i => Point(Plant.Text(50 + (i % 20)), i) with { LimitHigh = null })],
        Permit(70, new(2023, 1, 1), new(2024, 3, 10)), Permit(60, new(2024, 3, 11), new(2024, 3, 11)), Permit(65, new(2024, 5, 1), null), Permit(54, new(2024, 12, 31), null)));

    [Theory]
    [InlineData('!')]
    [InlineData('?')]
    public void A_whole_stretch_that_is_odd_is_counted_alike(char odd) => Alike(Records(
        [.. Enumerable.Range(0, 200).Select(i => Point(i is > 40 and < 100 ? $"60{odd}" : Plant.Text(50 + (i % 20)), i) with { LimitHigh = null })], Permit(70, new(2023, 1, 1), new(2024, 2, 20)), Permit(60, new(2024, 2, 21), new(2024, 3, 20)), Permit(65, new(2024, 3, 21), null)));

    [Theory]
    [InlineData("5.9 6 7 9 9.1", "6", "9")]
    [InlineData("5.9 6 7", "6", null)]
    [InlineData("0 0.1 0.2", "0", null)]
    [InlineData("6 7 5.99", "6.005", "9.005")]
    [InlineData("1 2 3", "0", "0")]
    [InlineData("1 2 3", "-5", "2")]
    [InlineData("1 2 3", null, "-1")]
    public void Lower_limits_are_counted_alike(string numbers, string? low, string? high) =>
        Alike(Records([.. numbers.Split(' ').Select((n, i) => Point(n, i) with { LimitLow = Number(low), LimitHigh = Number(high) })]));

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static void Alike(FacilityRecords records)
    {
        FacilityReading fast = new(records, Period, Shipped.Reference, TestFacts.AsOf), slow = new(records, Period, Shipped.Reference, TestFacts.AsOf);
        foreach (var (a, b) in fast.Series.Zip(slow.Series))
        {
            var isPh = Shipped.Reference.Pollutants.Find(a.Key.Pollutant.Value) is { IsPh: true };
            var expected = b.Values.Count == 0 ? null : MonitoringItem.OneByOne(b, slow.Judge, isPh).Fact(slow, null, Shipped.Reference);
            var counted = MonitoringItem.Of(a, fast, Shipped.Reference)?.Fact(fast, null, Shipped.Reference);
            Assert.Equal(expected is null ? "" : Told.Of(expected), counted is null ? "" : Told.Of(counted));
        }

        Assert.Equal(slow.Standards.Missing, fast.Standards.Missing);
    }

    private static FacilityRecords Records(SeriesPoint[] points, params PermitLimitRecord[] permits) => new()
    {
        Facility = new(new("A"), "甲厂", Row), PermitLimits = permits,
        Series = [MeasurementSeries.Pack(new(new("A"), new("DW001"), new("w01018"), AveragingWindow.Day, DataOrigin.Self, Unit.Parse("mg/L")), points)],
    };

    private static SeriesPoint Point(string number, int day) => new(new DateTime(2024, 1, 1).AddDays(day), MeasuredValue.Read(number.TrimEnd('!', '?', '~')), new("m.csv", null, day + 2))
    {
        Flag = number[^1] switch { '!' => 'M', '?' => 'T', _ => '\0' }, LimitHigh = number[^1] == '~' ? 15m : decimal.Parse("60.5", CultureInfo.InvariantCulture),
    };

    private static PermitLimitRecord Permit(decimal high, DateOnly from, DateOnly? to) => new(new("A"), new("DW001"), new("w01018"), Unit.Parse("mg/L"), from, Row) { LimitHigh = high, To = to };
}
