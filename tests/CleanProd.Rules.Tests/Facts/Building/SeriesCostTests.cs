using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>What holding a year of daily values against their limits costs, beside the same values looked at one by one.</summary>
[Collection(Costs.Name)]
public class SeriesCostTests
{
    private const int Rounds = 200, MostBytesOfValue = 16;

    private readonly FacilityRecords _plant = new()
    {
        Facility = new(new("F1"), "厂", new("facilities.csv", null, 2)),
        Series =
        [
            MeasurementSeries.Pack(new(new("F1"), new("DW001"), new("w01018"), AveragingWindow.Day, DataOrigin.Automatic, Unit.Parse("mg/L")), Enumerable.Range(0, 366)
                .Select(d => new SeriesPoint(new DateTime(2024, 1, 1).AddDays(d), MeasuredValue.Of(d % 61), new("m.csv", null, d + 2)) { LimitHigh = 60 })),
        ],
    };

    [Fact]
    public void A_series_is_counted_in_less_than_a_fifth_of_the_time_that_its_values_take_one_by_one()
    {
        var ratio = Costs.Ratio(Count, OneByOne);

        Assert.True(ratio < 0.2, $"ours takes {ratio} of the time of single values");
    }

    [Fact]
    public void A_value_that_complies_allocates_nearly_nothing()
    {
        var values = _plant.Series.Sum(s => s.Count) * Rounds;

        var allocated = Costs.Allocated(Count) / values;

        Assert.True(allocated < MostBytesOfValue, $"{allocated} bytes a value");
    }

    private void Count() => Each((series, reading) => MonitoringItem.Of(series, reading, Shipped.Reference));

    private void OneByOne() => Each((series, reading) => MonitoringItem.OneByOne(series, reading.Judge, false));

    private void Each(Func<ReadSeries, FacilityReading, MonitoringItem?> read)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var reading = new FacilityReading(_plant, ReportingPeriod.OfYear(2024), Shipped.Reference, new(2025, 1, 15));
            foreach (var series in reading.Series) Assert.NotNull(read(series, reading));
        }
    }
}
