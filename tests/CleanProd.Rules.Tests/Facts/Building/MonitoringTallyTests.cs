using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>What an item counts of its judged values, one by one and by stretches.</summary>
public class MonitoringTallyTests
{
    private static readonly Unit Milligrams = Unit.Parse("mg/L"), Kilograms = Unit.Parse("kg/h");
    private static readonly AppliedLimit Eighty = new(null, 80m, "x"), Seventy = new(null, 70m, "x");

    [Fact]
    public void A_value_is_taken_and_valid_unless_it_is_blank_or_judged_by_nothing()
    {
        var tally = new MonitoringTally(Milligrams, false);
        Add(tally, 1, Standing.Compliant, MeasuredValue.Missing);
        Assert.Equal((1, 0, false, true), (tally.Taken, tally.Valid, tally.HasKnown, tally.HasOpenEnd));
        Add(tally, 1, Standing.Compliant, MeasuredValue.Of(5m), by: JudgedBy.Nothing);
        Assert.Equal((2, 0, true), (tally.Taken, tally.Valid, tally.HasKnown));
        Add(tally, 1, Standing.Compliant, MeasuredValue.NotDetected, by: JudgedBy.Mean);
        Assert.Equal((3, 1, 0, 0), (tally.Taken, tally.Valid, tally.Indeterminate, tally.Exceeding));
        Add(tally, 1, Standing.Compliant, MeasuredValue.Missing);
        Assert.Equal((true, true), (tally.HasKnown, tally.HasOpenEnd));
        Add(tally, 1, Standing.Compliant, MeasuredValue.Of(5m));
        Assert.Equal((true, true), (tally.HasKnown, tally.HasOpenEnd));
    }

    [Theory]
    [InlineData("5", false)]
    [InlineData("<5", false)]
    [InlineData("ND", false)]
    [InlineData(">5", true)]
    [InlineData("", true)]
    public void What_may_lie_above_its_number_leaves_the_end_open(string value, bool open)
    {
        var tally = new MonitoringTally(Milligrams, false);
        Add(tally, 1, Standing.Compliant, MeasuredValue.Read(value));
        Assert.Equal(open, tally.HasOpenEnd);
    }

    [Fact]
    public void Days_of_exceedance_are_counted_once_and_the_first_and_last_are_kept()
    {
        var tally = new MonitoringTally(Milligrams, false);
        foreach (var (i, day) in ((int[])[1, 3, 3, 5]).Index()) Add(tally, day, day == 1 ? Standing.Compliant : Standing.Exceeds, MeasuredValue.Of(90m), place: i);
        Add(tally, 6, Standing.Indeterminate, MeasuredValue.Of(1m));
        Assert.Equal((3, 2, 1), (tally.Exceeding, tally.Days, tally.Indeterminate));
        Assert.Equal((new(2024, 3, 3), new DateOnly(2024, 3, 5)), (tally.FirstDay, tally.LastDay));
        Assert.Equal([1, 2, 3], tally.Telling);
    }

    // Of equal ratios the first place counts, in whatever order they come.
    [Theory]
    [InlineData("0.5@3,0.7@4,0.6@5", 4)]
    [InlineData("0.7@4,0.7@3", 3)]
    [InlineData("0.7@3,0.7@4", 3)]
    [InlineData("?@1,0.1@2", 2)]
    [InlineData("?@1", null)]
    public void Where_nothing_exceeds_the_nearest_value_is_told(string ratios, int? place)
    {
        var tally = new MonitoringTally(Milligrams, false);
        foreach (var (ratio, at) in ratios.Split(',').Select(r => r.Split('@')).Select(r => (r[0], int.Parse(r[1], System.Globalization.CultureInfo.InvariantCulture))))
            Add(tally, 1, Standing.Compliant, MeasuredValue.Of(1m), ratio is "?" ? null : decimal.Parse(ratio, System.Globalization.CultureInfo.InvariantCulture), at);
        Assert.Equal(place is { } p ? [p] : [], tally.Telling);
    }

    [Fact]
    public void A_value_above_the_range_that_exceeds_leaves_its_ratio_open()
    {
        var tally = new MonitoringTally(Milligrams, false);
        Add(tally, 1, Standing.Exceeds, new(ValueQualifier.Above, 100m), 1.25m);
        Add(tally, 1, Standing.Compliant, new(ValueQualifier.Above, 10m), 0.5m);
        Add(tally, 1, Standing.Exceeds, MeasuredValue.Of(160m), 2m);
        Add(tally, 1, Standing.Exceeds, new(ValueQualifier.Above, 100m));
        Assert.Equal([1.25m], tally.OpenRatios);
        Assert.Equal(2m, tally.MaxRatio);
    }

    [Fact]
    public void A_pH_has_no_ratio()
    {
        var tally = new MonitoringTally(Milligrams, true);
        Add(tally, 1, Standing.Exceeds, MeasuredValue.Of(10m), 1.1m);
        tally.AddPlain(new(2024, 3, 1), new(SpanStanding.ByLimit, Eighty), 3, 0.5m, 0);
        Assert.Equal((true, null, 4), (tally.IsPh, tally.MaxRatio, tally.Valid));
    }

    [Fact]
    public void One_limit_of_all_values_is_the_limit_of_the_item()
    {
        var tally = new MonitoringTally(Milligrams, false);
        Assert.False(tally.LimitUnknown);
        Add(tally, 1, Standing.Compliant, MeasuredValue.Of(1m), limit: Eighty);
        Add(tally, 2, Standing.Compliant, MeasuredValue.Of(1m), limit: Eighty with { Basis = "another" });
        // What is judged by another value, or stands in another unit, speaks for none.
        Add(tally, 3, Standing.Compliant, MeasuredValue.Of(1m), limit: Seventy, isFree: true);
        Add(tally, 4, Standing.Compliant, MeasuredValue.Of(1m), limit: Seventy, unit: Kilograms);
        Assert.Equal((80m, false, true), (tally.Limit?.High, tally.LimitUnknown, tally.HasUpperLimit));
        Add(tally, 5, Standing.Compliant, MeasuredValue.Of(1m), limit: Seventy);
        Assert.Equal((null, true, true), (tally.Limit, tally.LimitUnknown, tally.HasUpperLimit));
        // Once they differed they differ.
        foreach (var limit in (AppliedLimit[])[Seventy, Eighty, Eighty]) Add(tally, 6, Standing.Compliant, MeasuredValue.Of(1m), limit: limit);
        Assert.Equal((null, true), (tally.Limit, tally.LimitUnknown));
    }

    [Fact]
    public void Limits_differ_at_their_lower_end_too()
    {
        var tally = new MonitoringTally(Milligrams, false);
        Add(tally, 1, Standing.Compliant, MeasuredValue.Of(1m), limit: new(6m, 9m, null));
        Add(tally, 1, Standing.Compliant, MeasuredValue.Of(1m), limit: new(5m, 9m, null));
        Assert.Null(tally.Limit);
    }

    [Fact]
    public void A_first_value_without_a_limit_differs_from_one_that_has_one()
    {
        var tally = new MonitoringTally(Milligrams, false);
        Add(tally, 1, Standing.Indeterminate, MeasuredValue.Of(1m), limit: default(AppliedLimit));
        Assert.Equal((true, false), (tally.LimitUnknown, tally.HasUpperLimit));
        Add(tally, 1, Standing.Compliant, MeasuredValue.Of(1m), limit: Eighty);
        Assert.Equal((true, true), (tally.LimitUnknown, tally.HasUpperLimit));
    }

    [Fact]
    public void Where_every_value_is_judged_by_another_no_limit_is_unknown()
    {
        var tally = new MonitoringTally(Milligrams, false);
        Add(tally, 1, Standing.Compliant, MeasuredValue.Of(1m), limit: default(AppliedLimit), isFree: true);
        tally.AddPlain(new(2024, 3, 1), new(SpanStanding.Free, default), 2, null, 0);
        Assert.False(tally.LimitUnknown);
        Add(tally, 1, Standing.Indeterminate, MeasuredValue.Of(1m), limit: default(AppliedLimit));
        Assert.True(tally.LimitUnknown);
    }

    [Fact]
    public void A_lower_limit_alone_is_no_upper_one()
    {
        var tally = new MonitoringTally(Milligrams, false);
        Add(tally, 1, Standing.Compliant, MeasuredValue.Of(1m), limit: new(6m, null, null));
        Assert.Equal((false, false, 6m), (tally.HasUpperLimit, tally.LimitUnknown, tally.Limit?.Low));
    }

    [Fact]
    public void Each_reason_is_told_once()
    {
        var tally = new MonitoringTally(Milligrams, false);
        foreach (var why in (string?[])["甲", "乙", "甲", null]) Add(tally, 1, Standing.Indeterminate, MeasuredValue.Of(1m), why: why);
        Assert.Equal(["甲", "乙"], tally.Whys);
    }

    [Theory]
    [InlineData(SpanStanding.ByLimit, 0)]
    [InlineData(SpanStanding.Indeterminate, 5)]
    [InlineData(SpanStanding.Free, 0)]
    public void A_stretch_counts_all_its_values(object standing, int indeterminate)
    {
        var months = new MonthRatios();
        var tally = new MonitoringTally(Milligrams, false, months);
        tally.AddPlain(new(2024, 3, 7), new((SpanStanding)standing, Eighty), 5, 0.9m, 4);
        Assert.Equal((5, 5, true, indeterminate, 0.9m, false), (tally.Taken, tally.Valid, tally.HasKnown, tally.Indeterminate, tally.MaxRatio, tally.HasOpenEnd));
        Assert.Equal([4], tally.Telling);
        Assert.Equal(standing is SpanStanding.Free ? null : 80m, tally.Limit?.High);
        tally.AddPlain(new(2024, 3, 8), new((SpanStanding)standing, Eighty), 2, 0.8m, 3);
        Assert.Equal((7, 7), (tally.Taken, tally.Valid));
        Assert.Equal([new MonthRatio(new(2024, 3, 1), 0.9m, indeterminate > 0)], months.All);
    }

    // A ratio, ? for one that is open, - for none.
    [Theory]
    [InlineData("1:0.5 1:0.7 1:0.6", "1:0.7")]
    [InlineData("1:0.5 2:0.7 2:0.6", "1:0.5 2:0.7")]
    [InlineData("1:- 1:0.6 1:-", "1:0.6")]
    [InlineData("1:0.5? 1:0.7 2:0.1", "1:0.7? 2:0.1")]
    [InlineData("1:0.5 1:0.4? 2:-?", "1:0.5? 2:-?")]
    [InlineData("12:0.5 13:0.4", "12:0.5 13:0.4")]
    [InlineData("1:0.5 13:0.4", "1:0.5 13:0.4")]
    public void A_month_keeps_its_largest_ratio_and_what_is_open(string added, string kept)
    {
        var months = new MonthRatios();
        foreach (var (month, text) in added.Split(' ').Select(a => a.Split(':')).Select(a => (int.Parse(a[0], System.Globalization.CultureInfo.InvariantCulture), a[1])))
            months.Add(new DateOnly(2023, 12, 9).AddMonths(month), text.TrimEnd('?') is "-" ? null : decimal.Parse(text.TrimEnd('?'), System.Globalization.CultureInfo.InvariantCulture), text[^1] == '?');
        Assert.Equal(kept, string.Join(' ', months.All.Select(m => $"{((m.Month.Year - 2024) * 12) + m.Month.Month}:{(m.Certain is { } c ? PlainNumber.Text(c) : "-")}{(m.HasIndeterminate ? "?" : "")}")));
        Assert.All(months.All, m => Assert.Equal(1, m.Month.Day));
    }

    [Theory]
    [InlineData(2024, 3, 1, 2024, 4)]
    [InlineData(2024, 3, 31, 2024, 4)]
    [InlineData(2024, 12, 31, 2025, 1)]
    public void After_a_month_comes_the_first_day_of_the_next(int year, int month, int day, int nextYear, int next) => Assert.Equal(new DateOnly(nextYear, next, 1), MonthRatios.MonthAfter(new(year, month, day)));

    private static void Add(
        MonitoringTally tally, int day, Standing standing, MeasuredValue value, decimal? ratio = null, int place = 0, AppliedLimit? limit = null, bool isFree = false, Unit? unit = null, JudgedBy by = JudgedBy.Itself, string? why = null) => tally.Add(
            new(unit ?? Milligrams, new(new DateTime(2024, 3, day, 8, 0, 0), value, TestFacts.Source)) { By = by, Why = why is null ? null : Wording.Same(why) }, new(standing, ratio, limit ?? Eighty, isFree, value), place);
}
