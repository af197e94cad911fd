using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Packing;

namespace CleanProd.Rules.Tests.Facts;

/// <summary>A series in the parts that a store keeps, and in one again.</summary>
public class SeriesSpansTests
{
    [Fact]
    public void Hours_are_kept_by_the_month_and_all_else_by_the_year()
    {
        DateTime[] times = [new(2023, 12, 31, 23, 0, 0), new(2024, 1, 1), new(2024, 1, 31, 23, 0, 0), new(2024, 2, 1)];
        Assert.Equal(["2023-12 1", "2024-01 2", "2024-02 1"], Spans(Series(AveragingWindow.Hour, times)));
        foreach (var window in (AveragingWindow[])[AveragingWindow.Instant, AveragingWindow.Day, AveragingWindow.Month]) Assert.Equal(["2023 1", "2024 3"], Spans(Series(window, times)));
        Assert.Equal([2023, 2024], Series(AveragingWindow.Hour, times).Years());
    }

    [Fact]
    public void What_lies_in_one_span_stays_as_it_is()
    {
        var series = Series(AveragingWindow.Day, new(2024, 1, 1), new(2024, 12, 31));
        Assert.Same(series, Assert.Single(series.BySpan()).Part);
        Assert.Equal([2024], series.Years());
        Assert.Equal([2024], MeasurementSeries.FromChunk(series.Key, series.Chunk).Years());
    }

    [Fact]
    public void One_without_values_is_one_part_without_a_name_and_of_no_year()
    {
        var series = Series(AveragingWindow.Day);
        Assert.Equal("", Assert.Single(series.BySpan()).Span);
        Assert.Same(series, Assert.Single(series.BySpan()).Part);
        Assert.Empty(series.Years());
        Assert.Equal((0, 0), (series.Count, series.Points().Length));
    }

    [Fact]
    public void Parts_become_one_series_again()
    {
        var series = Series(AveragingWindow.Hour, new(2023, 12, 31), new(2024, 1, 1), new(2024, 2, 1));
        var joined = MeasurementSeries.Join([.. series.BySpan().Select(s => s.Part)]);
        Assert.Equal(series.Chunk.ToArray(), joined.Chunk.ToArray());
        Assert.Equal((3, series.Key), (joined.Count, joined.Key));
        Assert.Same(series, MeasurementSeries.Join([series]));
    }

    [Fact]
    public void What_was_just_gathered_knows_its_ends_and_its_first_row()
    {
        var series = Series(AveragingWindow.Day, new(2024, 1, 1), new(2024, 12, 31));
        Assert.Equal(2, series.FirstSource.Row);
        var gathered = MeasurementSeries.Packed(series.Key, new PackedBytes(series.Chunk), 2, new(new(2022, 1, 1), new(2022, 6, 1), new("told.csv", null, 7)));
        Assert.Equal(("told.csv", 2), (gathered.FirstSource.File, gathered.Count));
        Assert.Equal([2022], gathered.Years());
        Assert.Equal("2022", Assert.Single(gathered.BySpan()).Span);
        var over = MeasurementSeries.Packed(series.Key, new PackedBytes(Series(AveragingWindow.Day, new(2023, 1, 1), new(2024, 1, 1)).Chunk), 2, new(new(2023, 1, 1), new(2024, 1, 1), TestFacts.Source));
        Assert.Equal([2023, 2024], over.Years());
    }

    [Fact]
    public void Values_are_put_in_order_of_time_wherever_the_order_breaks()
    {
        DateTime[] days = [new(2024, 1, 1), new(2024, 1, 2), new(2024, 1, 3)];
        foreach (var order in (int[][])[[0, 1, 2], [1, 0, 2], [0, 2, 1], [2, 1, 0], [2, 0, 1]]) Assert.Equal(days, Series(AveragingWindow.Day, [.. order.Select(i => days[i])]).Points().Select(p => p.At));
    }

    private static IEnumerable<string> Spans(MeasurementSeries series) => series.BySpan().Select(s => $"{s.Span} {s.Part.Count}");

    private static MeasurementSeries Series(AveragingWindow window, params DateTime[] times) => MeasurementSeries.Pack(
        new(new("A"), new("1"), new("p"), window, DataOrigin.Automatic, Unit.Parse("mg/L")), times.Select((t, i) => new SeriesPoint(t, MeasuredValue.Of(i), new("a.csv", null, i + 2))));
}
