using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Totals;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Tests.Facts.Building;

namespace CleanProd.Rules.Tests.Facts.Totals;

/// <summary>HJ 942-2018: the permitted yearly quantity is that of any twelve consecutive months.</summary>
public class RollingYearTests
{
    [Fact]
    public void Twelve_months_across_a_year_end_may_be_over_while_each_year_is_under()
    {
        var plant = new Plant().Quota("COD", "20", "2023-01-01");
        // 12 t in 2023, its last quarter 9 t; 14 t in 2024, its first three quarters 12 t: 21 t from October to September.
        for (var month = 1; month <= 12; month++) Month(plant, 2023, month, month > 9 ? 3m : 1m / 3m);
        for (var month = 1; month <= 12; month++) Month(plant, 2024, month, month < 10 ? 12m / 9m : 2m / 3m);
        var facts = plant.Facts();
        var total = Assert.Single(facts.Discharges);
        Assert.True(total.Discharged < 20m && plant.Facts(2023).Discharges[0].Discharged < 20m);
        Assert.Equal(21m, decimal.Round(total.Rolling12MonthMaximum!.Value, 9));
        Assert.Equal(Truth.Yes, TestFacts.Ask("discharges.Any(d => d.Rolling12MonthMaximum > d.Quota)", facts));
        Assert.Equal(Truth.No, TestFacts.Ask("discharges.Any(d => d.Discharged > d.Quota)", facts));
    }

    [Fact]
    public void Months_are_computed_where_none_were_reported()
    {
        var plant = new Plant().Outlet().Quota("COD", "20", "2023-01-01").Days("COD", "2023-01-01", "2023-09-30", "10", "1000").Days("COD", "2023-10-01", "2024-03-31", "80", "1000").Days("COD", "2024-04-01", "2024-12-31", "10", "1000");
        var total = plant.Total();
        // From the 183 days at 0.08 t, the other 183 of the best twelve months at 0.01 t.
        Assert.Equal((183 * 0.08m) + (183 * 0.01m), total.Rolling12MonthMaximum);
        Assert.True(total.Discharged < total.Rolling12MonthMaximum);
    }

    [Fact]
    public void Months_that_were_reported_go_before_those_that_are_computed()
    {
        var plant = new Plant().Outlet().Quota("COD", "20", "2024-01-01").Days("COD", "2024-01-01", "2024-12-31", "50", "1000");
        for (var month = 1; month <= 12; month++) Month(plant, 2024, month, 1m);
        Assert.Equal(12m, plant.Total().Rolling12MonthMaximum);
    }

    [Fact]
    public void A_missing_month_is_no_nought()
    {
        var months = Enumerable.Range(0, 12).ToDictionary(m => new DateOnly(2024, 1 + m, 1), _ => 1m);
        Assert.Equal(12m, RollingYear.Maximum(months, ReportingPeriod.OfYear(2024)));
        months.Remove(new(2024, 5, 1));
        Assert.Null(RollingYear.Maximum(months, ReportingPeriod.OfYear(2024)));
    }

    // Key pollutants by plan period: ammonia since the twelfth plan (2011–2015), sulphur dioxide until the thirteenth (2016–2020).
    [Theory]
    [InlineData("氨氮", 2010, false)]
    [InlineData("氨氮", 2011, true)]
    [InlineData("SO2", 2020, true)]
    [InlineData("SO2", 2021, false)]
    [InlineData("总磷", 2024, false)]
    public void What_is_a_key_pollutant_depends_on_the_plan(string pollutant, int year, bool isKey) =>
        Assert.Equal(isKey, new Plant().Row("quotas", $"pollutant:{pollutant}", "from:2005-01-01", "quantity:5", "unit:t").Total(year).IsKeyPollutant);

    [Fact]
    public void A_quota_for_part_of_the_year_says_nothing_of_the_whole() =>
        Assert.True(new Plant().Row("quotas", "pollutant:COD", "from:2024-01-01", "to:2024-06-30", "quantity:5", "unit:t").Reported("COD", "6").Total() is { Quota: null, QuotaUnknown: true });

    private static void Month(Plant plant, int year, int month, decimal tonnes)
    {
        var first = new DateOnly(year, month, 1);
        plant.Row("discharges", "pollutant:COD", $"from:{first:yyyy-MM-dd}", $"to:{first.AddMonths(1).AddDays(-1):yyyy-MM-dd}", $"quantity:{Plant.Text(decimal.Round(tonnes, 12))}", "unit:t", "method:automatic");
    }
}
