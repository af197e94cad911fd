using System.Collections;
using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Words;
using FsCheck.Xunit;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>A series read in one pass over its columns gives the item that its values give one by one, to the last digit and source row.</summary>
public class SeriesPassProperties
{
    private static readonly ReportingPeriod Period = ReportingPeriod.OfYear(2024);
    private static readonly DateOnly AsOf = new(2025, 1, 15);

    [Property(MaxTest = 100)]
    public void One_pass_counts_what_single_values_count(int seed)
    {
        var records = InventedSeries.Records(new Random(seed));
        FacilityReading fast = new(records, Period, Shipped.Reference, AsOf), slow = new(records, Period, Shipped.Reference, AsOf);
        foreach (var (a, b) in fast.Series.Zip(slow.Series))
        {
            var isPh = Shipped.Reference.Pollutants.Find(a.Key.Pollutant.Value) is { IsPh: true };
            var expected = b.Values.Count == 0 ? null : MonitoringItem.OneByOne(b, slow.Judge, isPh);
            var counted = MonitoringItem.Of(a, fast, Shipped.Reference);
            Assert.Equal(expected is null, counted is null);
            if (expected is null) continue;
            Assert.Equal(expected.HasKnown, counted!.HasKnown);
            Assert.Equal(expected.Whys, counted.Whys);
            Assert.Equal(Told(expected.Fact(slow, null, Shipped.Reference)), Told(counted.Fact(fast, null, Shipped.Reference)));
        }

        Assert.Equal(slow.Standards.Missing, fast.Standards.Missing);
    }

    [Fact]
    public void A_plain_year_of_daily_values_is_read_in_one_pass()
    {
        var records = InventedSeries.PlainYear();
        var reading = new FacilityReading(records, Period, Shipped.Reference, AsOf);
        var series = Assert.Single(reading.Series);
        Assert.NotNull(SeriesPass.TryCount(series, reading.Reader, reading.Judge, false));
    }

    // Every public member, and the functions of the rule language.
    private static string[] Told(MonitoringFact fact) =>
    [
        .. typeof(MonitoringFact).GetProperties().Select(p => $"{p.Name}={Text(p.GetValue(fact))}"),
        .. ((decimal[])[0.3m, 0.5m, 1m, 1.4m]).SelectMany(r => new[]
        {
            $"{r}: {fact.MonthsAtOrOver(r)} {fact.PossibleMonthsAtOrOver(r)} {fact.MonthsOver(r)} {fact.PossibleMonthsOver(r)} {fact.CountAtOrOver(r)} {fact.PossibleCountAtOrOver(r)}",
        }),
    ];

    private static string Text(object? value) => value switch
    {
        string text => text,
        IEnumerable items => string.Join('|', items.Cast<object>().Select(Text)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
