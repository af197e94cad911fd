using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Totals;
using static System.Globalization.CultureInfo;

namespace CleanProd.Rules.Tests.Facts.Totals;

/// <summary>The small parts of a total: what a value adds, what samples come to, how outlets are added up and compared.</summary>
public class EmissionTotalTests
{
    private static readonly SourceRef Row = new("a.csv", null, 2), Other = new("b.csv", null, 3);

    [Theory]
    [InlineData("5", "5")]
    [InlineData(">5", "5")]
    [InlineData("<5", "0")]
    [InlineData("ND", "0")]
    [InlineData("", null)]
    public void A_value_adds_what_is_known_of_it(string value, string? adds) =>
        Assert.Equal(adds is null ? null : decimal.Parse(adds, InvariantCulture), EmissionMass.Counted(MeasuredValue.Read(value)));

    [Theory]
    [InlineData("mg/L", true)]
    [InlineData("ug/m3", true)]
    [InlineData("kg/h", false)]
    [InlineData("kg", false)]
    [InlineData("无量纲", false)]
    public void Only_mass_in_a_volume_is_a_concentration(string unit, bool isOne) => Assert.Equal(isOne, EmissionMass.IsConcentration(Unit.Parse(unit)));

    // (40 × 1000 + 60 × 3000) / 2 × 10 days.
    [Theory]
    [InlineData("40*1000,60*3000", "10", "0.0011")]
    [InlineData("40*1000,60*3000,<4*9000,ND*9000", "10", "0.0011")]
    [InlineData("<4*9000,ND*9000", "10", "0")]
    [InlineData("40*1000,>60*3000", "10", null)]
    [InlineData("40*1000,*3000", "10", null)]
    [InlineData("40*1000", null, null)]
    [InlineData("40*1000", "0", "0")]
    [InlineData("", "10", null)]
    public void Samples_come_to_their_mean_load_times_the_time_of_operation(string samples, string? windows, string? tonnes) => Assert.Equal(
        tonnes is null ? null : decimal.Parse(tonnes, InvariantCulture),
        ManualTotal.Tonnes([.. samples.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split('*')).Select(s => (MeasuredValue.Read(s[0]), decimal.Parse(s[1], InvariantCulture)))], windows is null ? null : decimal.Parse(windows, InvariantCulture)));

    [Fact]
    public void Of_no_outlet_there_is_no_total() => Assert.Null(EmissionTotal.Sum([], true));

    [Fact]
    public void Outlets_are_added_up_month_by_month()
    {
        var sum = EmissionTotal.Sum([Automatic(Row, (1, 3m, 4m, true), (2, 5m, 6m, true)), Automatic(Other, (2, 10m, 20m, true), (1, 30m, 40m, false))], true)!;
        Assert.Equal((70m, false, QuantityMethod.Automatic, Row), (sum.Tonnes, sum.IsWhole, sum.Method, sum.Source));
        Assert.Equal([new MonthLoad(new(2024, 1, 1), 33m, 44m, false), new MonthLoad(new(2024, 2, 1), 15m, 26m, true)], sum.Months);
    }

    [Fact]
    public void A_month_that_one_outlet_lacks_is_not_whole()
    {
        var sum = EmissionTotal.Sum([Automatic(Row, (1, 3m, 4m, true)), Automatic(Other, (1, 1m, 1m, true), (2, 10m, 20m, true))], true)!;
        Assert.Equal([true, false], sum.Months.Select(m => m.IsWhole));
    }

    [Theory]
    [InlineData(true, true, true, true)]
    [InlineData(false, true, true, false)]
    [InlineData(true, false, true, false)]
    [InlineData(true, true, false, false)]
    public void The_sum_is_whole_where_every_outlet_is_there_and_whole(bool isAll, bool first, bool second, bool whole)
    {
        var sum = EmissionTotal.Sum([Plain(2m, first, QuantityMethod.Manual), Plain(3m, second, QuantityMethod.Automatic)], isAll)!;
        Assert.Equal((5m, whole, QuantityMethod.Manual, 0), (sum.Tonnes, sum.IsWhole, sum.Method, sum.Months.Count));
        Assert.Equal(2, sum.Notes.Count);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void There_are_no_months_where_an_outlet_has_none_or_is_not_there(bool isAll, bool hasMonths) =>
        Assert.Empty(EmissionTotal.Sum([Automatic(Row, (1, 3m, 4m, true)), hasMonths ? Automatic(Other, (1, 3m, 4m, true)) : Plain(1m, true, QuantityMethod.Manual)], isAll)!.Months);

    [Theory]
    [InlineData("15", "0.5")]
    [InlineData("15.0", "0.5")]
    [InlineData("15.3", "0.05")]
    [InlineData("0.125", "0.0005")]
    public void A_reported_number_stands_for_half_of_its_last_place(string reported, string rounding) =>
        Assert.Equal(decimal.Parse(rounding, InvariantCulture), TotalComparison.Rounding(decimal.Parse(reported, InvariantCulture)));

    [Theory]
    [InlineData("18.3 t", "18.35", false)]
    [InlineData("18.3 t", "18.3501", true)]
    [InlineData("18.3 t", "18.25", false)]
    [InlineData("18.3 t", "18.2499", true)]
    [InlineData("10.1 t,8200 kg", "18.3505", false)]
    [InlineData("10.1 t,8200 kg", "18.3506", true)]
    [InlineData("18300 kg", "18.3005", false)]
    [InlineData("18300 kg", "18.3006", true)]
    public void Quantities_differ_when_rounding_does_not_explain_it(string reported, string computed, bool differs) => Assert.Equal(differs, TotalComparison.Differs(
        [.. reported.Split(',').Select(r => r.Split(' ')).Select(r => new Quantity(decimal.Parse(r[0], InvariantCulture), Unit.Parse(r[1])))], decimal.Parse(computed, InvariantCulture), Unit.Parse("t")));

    // One ton a month from January 2023 on, twelve in January 2024, none in September 2024.
    [Theory]
    [InlineData("2024-01-01", "2024-12-31", 0, "23")]
    [InlineData("2024-10-01", "2024-12-31", 0, "22")]
    [InlineData("2023-12-15", "2023-12-31", 0, "12")]
    [InlineData("2023-12-15", "2024-01-01", 0, "23")]
    [InlineData("2023-12-01", "2023-12-01", 0, "12")]
    [InlineData("2023-11-01", "2023-11-30", 0, null)]
    [InlineData("2024-01-01", "2024-02-29", 2, null)]
    [InlineData("2024-01-01", "2024-03-01", 2, null)]
    [InlineData("2024-01-01", "2024-03-01", 1, "23")]
    public void Any_twelve_months_that_end_in_the_period_are_looked_at(string from, string to, int gone, string? largest)
    {
        var months = Enumerable.Range(0, 24).ToDictionary(m => new DateOnly(2023, 1, 1).AddMonths(m), m => m switch { 12 => 12m, 20 => 0m, _ => 1m });
        // The first month is gone, or the fourth.
        if (gone > 0) months.Remove(new(2023, gone == 1 ? 1 : 4, 1));
        var period = new ReportingPeriod(DateOnly.ParseExact(from, "yyyy-MM-dd", InvariantCulture), DateOnly.ParseExact(to, "yyyy-MM-dd", InvariantCulture));
        Assert.Equal(largest is null ? null : decimal.Parse(largest, InvariantCulture), RollingYear.Maximum(months, period));
    }

    private static EmissionTotal Plain(decimal tonnes, bool whole, QuantityMethod method) => new(tonnes, whole, method, Row) { Notes = [new(Wording.Same("x"), 1, Row)] };

    private static EmissionTotal Automatic(SourceRef source, params (int Month, decimal Measured, decimal Total, bool IsWhole)[] months) =>
        new(months.Sum(m => m.Total), months.All(m => m.IsWhole), QuantityMethod.Automatic, source) { Months = [.. months.Select(m => new MonthLoad(new(2024, m.Month, 1), m.Measured, m.Total, m.IsWhole))] };
}
