using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Totals;
using CleanProd.Rules.Tests.Facts.Building;

namespace CleanProd.Rules.Tests.Facts.Totals;

/// <summary>Quantities from concentration and volume. 2024 has 366 days: 50 mg/L × 1000 m³/d are 0.05 t a day, 18.3 t a year.</summary>
public class MeasuredTotalsTests
{
    [Fact]
    public void Water_is_the_sum_of_daily_concentration_times_volume()
    {
        var total = Year().Total();
        Assert.Equal((18.3m, 18.3m, 18.3m, "automatic"), (total.Discharged, total.DischargedAtMost, total.Computed, total.Method));
        Assert.Contains("浓度×流量", total.Evidence[0].Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void Air_is_the_sum_of_hourly_concentration_times_volume()
    {
        var plant = new Plant("C3011").Outlet("DA001", "air").Quota("NOx", "100");
        for (var day = new DateOnly(2024, 1, 1); day.Year == 2024; day = day.AddDays(1))
            plant.Hours("NOx", day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), 24, "100", "DA001", "mg/m3", "volume_m3:100000");
        // 100 mg/m³ × 100,000 m³/h × 8,784 h × 10⁻⁹.
        Assert.Equal(87.84m, plant.Total().Discharged);
    }

    [Theory]
    [InlineData("50", "mg/L")]
    [InlineData("50000", "ug/L")]
    [InlineData("0.05", "g/L")]
    [InlineData("0.05", "kg/m3")]
    public void The_unit_of_the_concentration_does_not_matter(string value, string unit) =>
        Assert.Equal(0.05m, EmissionMass.Tonnes(EmissionMass.InMgPerM3(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), Unit.Parse(unit)), 1000m));

    // 排污许可管理条例 Art. 21; 10.7 case 6.
    [Fact]
    public void Exceeding_and_marked_periods_count_in_the_total()
    {
        var plant = Cod().Days("COD", "2024-01-01", "2024-12-30", "50", "1000").Value("COD", "2024-12-31", "day", "500", more: ["flag:D", "volume_m3:1000"]);
        var facts = plant.Facts();
        Assert.Equal(0, facts.Monitoring[0].ExceedanceCount);
        // The concentration of the marked day is no measurement: the mean of the half-year before stands in, times the day's own volume.
        Assert.Equal(18.3m, facts.Discharges[0].Discharged);
        Assert.Contains("半年均值", facts.Discharges[0].Evidence[0].Basis, StringComparison.Ordinal);
        Assert.Equal(18.25m + 0.5m, Cod().Days("COD", "2024-01-01", "2024-12-30", "50", "1000").Value("COD", "2024-12-31", "day", "500", more: "volume_m3:1000").Total().Discharged);
    }

    [Fact]
    public void A_value_over_the_range_leaves_the_total_a_lower_bound()
    {
        var total = Cod("C3011").Days("COD", "2024-01-01", "2024-12-30", "50", "1000").Value("COD", "2024-12-31", "day", "500", more: ["flag:T", "volume_m3:1000"]).Total();
        Assert.Equal((18.75m, null), (total.Discharged, total.DischargedAtMost));
    }

    [Fact]
    public void A_gap_takes_the_mean_and_the_mean_flow_of_the_half_year_before()
    {
        var total = Cod().Days("COD", "2024-01-01", "2024-06-30", "50", "1000").Days("COD", "2024-07-11", "2024-12-31", "50", "1000").Total();
        Assert.Equal((18.3m, 18.3m), (total.Discharged, total.DischargedAtMost));
        Assert.Contains("（10）", total.Evidence[0].Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void Manual_samples_stand_in_for_a_gap_when_there_are_enough_of_them()
    {
        var plant = Cod().Days("COD", "2024-01-01", "2024-12-30", "50", "1000");
        foreach (var hour in (int[])[2, 8, 14, 20]) plant.Value("COD", $"2024-12-31T{hour:00}:00", "instant", "90", "self");
        Assert.Equal(18.25m + 0.09m, plant.Total().Discharged);
    }

    // 2008 Measures Arts 14–15.
    [Theory]
    [InlineData("2,8,14,20", true)]
    [InlineData("2,8,14", false)]
    [InlineData("2,8,14,21", false)]
    public void Enough_is_four_a_day_no_more_than_six_hours_apart(string hours, bool suffices) =>
        Assert.Equal(suffices, GapFilling.Suffices([.. hours.Split(',').Select(h => new DateTime(2024, 1, 1, int.Parse(h, System.Globalization.CultureInfo.InvariantCulture), 0, 0))]));

    [Fact]
    public void With_less_than_three_quarters_of_a_quarter_the_total_is_only_a_lower_bound()
    {
        // 69 of the 92 days of the last quarter are 75 %, 68 are less.
        var enough = Cod().Days("COD", "2024-01-01", "2024-09-30", "50", "1000").Days("COD", "2024-10-01", "2024-12-08", "50", "1000").Total();
        Assert.Equal((18.3m, 18.3m), (enough.Discharged, enough.DischargedAtMost));
        var few = Cod().Days("COD", "2024-01-01", "2024-09-30", "50", "1000").Days("COD", "2024-10-01", "2024-12-07", "50", "1000").Total();
        Assert.Equal((342 * 0.05m, null), (few.Discharged, few.DischargedAtMost));
        Assert.Contains("不足75%", few.Evidence[0].Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void A_standstill_discharges_nothing_and_is_no_gap()
    {
        var total = Cod().Days("COD", "2024-01-01", "2024-06-30", "50", "1000").Said("shutdown[2024-07-01..2024-12-31]").Total();
        Assert.Equal((182 * 0.05m, 182 * 0.05m), (total.Discharged, total.DischargedAtMost));
    }

    [Theory]
    [InlineData("<10", "18.25")]
    [InlineData("ND", "18.25")]
    [InlineData("0", "18.25")]
    public void Below_detection_adds_nothing(string value, string tonnes) =>
        Assert.Equal(tonnes, Plant.Text(decimal.Parse(PlainNumber.Text(Cod().Days("COD", "2024-01-01", "2024-12-30", "50", "1000").Value("COD", "2024-12-31", "day", value, more: "volume_m3:1000").Total().Discharged!.Value), System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_blank_is_a_gap_and_never_nought() =>
        Assert.Equal(18.3m, Cod().Days("COD", "2024-01-01", "2024-12-30", "50", "1000").Value("COD", "2024-12-31", "day", "", more: "volume_m3:1000").Total().Discharged);

    [Fact]
    public void An_outlet_without_volumes_leaves_the_total_a_lower_bound()
    {
        var total = Year().Outlet("DW002").Value("COD", "2024-03-01", "day", "40", outlet: "DW002").Total();
        Assert.Equal((18.3m, null), (total.Discharged, total.DischargedAtMost));
    }

    [Fact]
    public void Outlets_are_added_up_in_the_year_and_in_any_twelve_months()
    {
        var plant = Year();
        for (var day = new DateOnly(2024, 1, 1); day.Year == 2024; day = day.AddDays(1))
            plant.Value("COD", day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "day", "10", outlet: "DW002", more: "volume_m3:1000");
        var total = plant.Outlet("DW002").Total();
        Assert.Equal((21.96m, 21.96m, 21.96m, "automatic"), (total.Discharged, total.DischargedAtMost, total.Rolling12MonthMaximum, total.Method));
    }

    [Fact]
    public void Outlets_of_two_methods_are_together_as_good_as_the_lesser()
    {
        var total = Year().Outlet("DW002").Value("COD", "2024-03-01", "day", "40", "self", outlet: "DW002", more: "volume_m3:1000").Row("indicators", "indicator:operating_days", "year:2024", "value:300").Total();
        Assert.Equal((30.3m, "manual"), (total.Discharged, total.Method));
    }

    // The period is 2024: a quota counts when it is in force on any of its days.
    [Theory]
    [InlineData("2020-01-01", "2023-12-31", false)]
    [InlineData("2020-01-01", "2024-01-01", true)]
    [InlineData("2024-12-31", "2026-12-31", true)]
    [InlineData("2025-01-01", "2026-12-31", false)]
    public void A_quota_counts_in_the_years_of_its_days(string from, string to, bool counts) =>
        Assert.Equal(counts, new Plant().Row("quotas", "pollutant:COD", $"from:{from}", $"to:{to}", "quantity:5", "unit:t").Reported("COD", "6").Total().HasQuota);

    [Theory]
    [InlineData("5", "4", "4")]
    [InlineData("5", "", null)]
    public void Of_several_quotas_the_least_counts_and_none_while_one_is_not_known(string one, string other, string? quota)
    {
        var total = new Plant().Quota("COD", one).Row("quotas", "pollutant:COD", "from:2022-01-01", $"quantity:{other}", "unit:t").Reported("COD", "6").Total();
        Assert.Equal((quota is null ? null : decimal.Parse(quota, System.Globalization.CultureInfo.InvariantCulture), quota is null), (total.Quota, total.QuotaUnknown));
    }

    [Fact]
    public void What_leaves_a_workshop_is_counted_at_the_plants_outlet()
    {
        var plant = Year().Outlet("DW002", "water", "workshop:true").Value("COD", "2024-03-01", "day", "40", outlet: "DW002", more: "volume_m3:500");
        Assert.Equal((18.3m, 18.3m), (plant.Total().Discharged, plant.Total().DischargedAtMost));
    }

    [Fact]
    public void Manual_samples_give_the_mean_load_times_the_operating_days()
    {
        var plant = Cod().Value("COD", "2024-02-01", "day", "40", "self", more: "volume_m3:1000").Value("COD", "2024-05-01", "day", "60", "self", more: "volume_m3:1000").Value("COD", "2024-08-01", "day", "<4", "self", more: "volume_m3:1000");
        Assert.Null(plant.Total().Discharged);
        var total = plant.Row("indicators", "indicator:operating_days", "year:2024", "value:300").Total();
        // (0.04 + 0.06) / 2 × 300; the sample below detection does not take part (HJ/T 92-2002).
        Assert.Equal((15m, "manual"), (total.Discharged, total.Method));
    }

    [Theory]
    [InlineData("coefficient", "10", "18.3", "automatic")]
    [InlineData("manual", "10", "18.3", "automatic")]
    [InlineData("automatic", "18.3", "18.3", "automatic")]
    public void Automatic_data_prevails_over_a_lesser_method(string method, string reported, string discharged, string taken)
    {
        var total = Year().Reported("COD", reported, method).Total();
        Assert.Equal((decimal.Parse(discharged, System.Globalization.CultureInfo.InvariantCulture), taken), (total.Discharged, total.Method));
    }

    [Fact]
    public void A_report_and_a_computation_of_one_method_that_differ_leave_the_quantity_between_them()
    {
        var total = Year().Reported("COD", "15").Total();
        Assert.Equal((15m, 18.3m, null), (total.Discharged, total.DischargedAtMost, total.Ratio));
        Assert.Contains(total.Evidence, e => e.Basis?.Contains("申报15 t", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("18.3", "t", false)]
    [InlineData("18", "t", false)]
    [InlineData("18.4", "t", true)]
    [InlineData("18300", "kg", false)]
    [InlineData("15", "t", true)]
    public void A_difference_beyond_rounding_is_a_finding(string reported, string unit, bool differs) =>
        Assert.Equal(differs, Year().Reported("COD", reported, unit: unit).Findings().Any(f => f.Code == "total_differs"));

    [Fact]
    public void Nothing_is_computed_for_what_was_neither_reported_nor_has_a_quota() =>
        Assert.Empty(new Plant().Outlet().Days("COD", "2024-01-01", "2024-12-31", "50", "1000").Facts().Discharges);

    private static Plant Cod(string industry = "C1713") => new Plant(industry).Outlet().Limit("COD", "80").Quota("COD", "20");

    private static Plant Year() => Cod().Days("COD", "2024-01-01", "2024-12-31", "50", "1000");
}
