using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Tests.Facts;

/// <summary>The numbers that the words of the rule language count and convert, with their upper bounds.</summary>
public class WordNumbersTests
{
    private static readonly MonitoringFact Months = Fact(months:
    [
        new(new(2024, 1, 1), 1.5m, false), new(new(2024, 2, 1), 1.4m, true), new(new(2024, 3, 1), 1m, false), new(new(2024, 4, 1), 0.9m, true), new(new(2024, 5, 1), null, true), new(new(2024, 6, 1), null, false),
    ]);

    [Theory]
    [InlineData(0.9, 4, 3, 5, 5)]
    [InlineData(1.0, 3, 2, 5, 4)]
    [InlineData(1.4, 2, 1, 4, 4)]
    [InlineData(1.5, 1, 0, 4, 3)]
    [InlineData(1.6, 0, 0, 3, 3)]
    public void Months_at_or_over_a_ratio_and_over_it(double ratio, int atOrOver, int over, int possiblyAtOrOver, int possiblyOver)
    {
        var r = (decimal)ratio;
        Assert.Equal((atOrOver, over, possiblyAtOrOver, possiblyOver), (Months.MonthsAtOrOver(r), Months.MonthsOver(r), Months.PossibleMonthsAtOrOver(r), Months.PossibleMonthsOver(r)));
    }

    // Two of the ratios are only lower bounds, and three values could not be judged.
    [Theory]
    [InlineData(0.8, 5, 8)]
    [InlineData(0.9, 5, 8)]
    [InlineData(0.91, 4, 8)]
    [InlineData(1.4, 2, 7)]
    [InlineData(1.41, 1, 6)]
    [InlineData(2.5, 1, 6)]
    [InlineData(2.51, 0, 5)]
    public void Values_at_or_over_a_ratio(double ratio, int certain, int possible)
    {
        var fact = Fact(ratios: [2.5m, 1.4m, 1.2m, 1.2m, 0.9m], open: [1.2m, 0.9m], indeterminate: 3);
        Assert.Equal((certain, possible), (fact.CountAtOrOver((decimal)ratio), fact.PossibleCountAtOrOver((decimal)ratio)));
    }

    [Fact]
    public void The_largest_is_open_above_while_a_larger_may_be_hidden()
    {
        var fact = new MonitoringFact { OutletId = "1", Pollutant = "p", PollutantName = "甲", Unit = "mg/L", Window = "day", ExceedanceCount = 0, PossibleExceedanceCount = 0, IndeterminateCount = 0, MaxValue = 5m, MaxRatio = 0.5m };
        Assert.Equal((5m, 0.5m, "1 甲"), (fact.MaxValueAtMost, fact.MaxRatioAtMost, fact.Subject));
        var open = new MonitoringFact { OutletId = "1", Pollutant = "p", PollutantName = "甲", Unit = "mg/L", Window = "day", ExceedanceCount = 0, PossibleExceedanceCount = 0, IndeterminateCount = 0, MaxValue = 5m, MaxRatio = 0.5m, MaxIsOpen = true };
        Assert.Equal((null, null), (open.MaxValueAtMost, open.MaxRatioAtMost));
    }

    [Fact]
    public void What_is_read_later_is_read_when_it_is_asked_for_and_kept()
    {
        var detail = new Detail();
        var fact = new MonitoringFact { OutletId = "1", Pollutant = "p", PollutantName = "甲", Unit = "mg/L", Window = "day", ExceedanceCount = 0, PossibleExceedanceCount = 0, IndeterminateCount = 0, Detail = detail };
        Assert.Equal(0, detail.Asked);
        for (var time = 0; time < 2; time++)
        {
            Assert.Equal([2m], fact.Ratios);
            Assert.Equal([new MonthRatio(new(2024, 1, 1), 2m, false)], fact.Months);
            Assert.Equal("choice", Assert.Single(fact.Readings).Text.En);
            Assert.Equal(TestFacts.Source, Assert.Single(fact.Evidence).Source);
        }

        Assert.Equal(4, detail.Asked);
        var bare = Fact();
        Assert.Equal((0, 0, 0, 0), (bare.Ratios.Count, bare.Months.Count, bare.Readings.Count, bare.Evidence.Count));
    }

    [Fact]
    public void A_quantity_is_converted_from_the_unit_of_the_reports_where_they_share_one()
    {
        var fact = Discharged(0.04m, 0.04m, Unit.Parse("lb"), 100m);
        Assert.Equal((100m, 45.359237m), (fact.DischargedIn("lb"), fact.DischargedIn("kg")));
        Assert.Equal((0.04m, 40m), (Discharged(0.04m, 0.04m).DischargedIn("t"), Discharged(0.04m, 0.04m).DischargedIn("kg")));
    }

    [Fact]
    public void A_quantity_that_is_not_known_is_not_known_in_any_unit()
    {
        Assert.Null(Discharged(null, null).DischargedIn("kg"));
        Assert.Null(Discharged(null, null, Unit.Parse("lb"), 100m).DischargedIn("kg"));
        Assert.Equal(1000m, Discharged(1m, 1m, Unit.Parse("m3"), 100m).DischargedIn("kg"));
        Assert.Equal(1000m, Discharged(1m, 1m, Unit.Parse("lb")).DischargedIn("kg"));
        Assert.Equal(1000m, Discharged(1m, 1m, null, 100m).DischargedIn("kg"));
        Assert.Throws<UnitMismatchException>(() => Discharged(1m, 1m).DischargedIn("m3"));
    }

    [Fact]
    public void Its_upper_bound_is_open_the_same_or_another()
    {
        Assert.Null(Discharged(1m, null).DischargedAtMostIn("kg"));
        Assert.Equal(100m, Discharged(1m, 1m, Unit.Parse("kg"), 100m).DischargedAtMostIn("kg"));
        Assert.Equal(2000m, Discharged(1m, 2m, Unit.Parse("kg"), 100m).DischargedAtMostIn("kg"));
        Assert.Equal(2000m, Discharged(null, 2m).DischargedAtMostIn("kg"));
    }

    [Theory]
    [InlineData(false, false, null, false)]
    [InlineData(false, true, 1, false)]
    [InlineData(false, true, null, true)]
    [InlineData(true, false, null, true)]
    [InlineData(true, true, 1, true)]
    public void A_ratio_is_unknown_where_there_is_a_quota_and_none_to_it(bool quotaUnknown, bool hasQuota, int? ratio, bool expected) => Assert.Equal(
        expected, new DischargeFact { Pollutant = "p", PollutantName = "p", Unit = "t", QuotaUnknown = quotaUnknown, HasQuota = hasQuota, Ratio = ratio }.RatioUnknown);

    [Theory]
    [InlineData(null, false, false)]
    [InlineData(5, false, true)]
    [InlineData(null, true, true)]
    public void A_product_has_a_limit_also_where_it_cannot_be_held_against(int? limit, bool unknown, bool has) => Assert.Equal(has, new EnergyFact { Product = "p", Unit = "kgce/t", Limit = limit, LimitUnknown = unknown }.HasLimit);

    private static DischargeFact Discharged(decimal? quantity, decimal? most, Unit? unit = null, decimal? reported = null) => new()
    {
        Pollutant = "p", PollutantName = "p", Unit = "t", Discharged = quantity, DischargedAtMost = most, ReportedUnit = unit, ReportedQuantity = reported,
    };

    private static MonitoringFact Fact(MonthRatio[]? months = null, decimal[]? ratios = null, decimal[]? open = null, int indeterminate = 0) => new()
    {
        OutletId = "1", Pollutant = "p", PollutantName = "甲", Unit = "mg/L", Window = "day", ExceedanceCount = 0, PossibleExceedanceCount = 0, IndeterminateCount = indeterminate, Months = months ?? [], Ratios = ratios ?? [], OpenRatios = open ?? [],
    };

    private sealed class Detail : IMonitoringDetail
    {
        internal int Asked { get; private set; }

        public IReadOnlyList<decimal> Ratios() => Once<decimal>([2m]);

        public IReadOnlyList<MonthRatio> Months() => Once<MonthRatio>([new(new(2024, 1, 1), 2m, false)]);

        public IReadOnlyList<ReadingNote> Readings() => Once<ReadingNote>([new(Wording.Same("choice"), 1, TestFacts.Source)]);

        public IReadOnlyList<Evidence> Evidence() => Once<Evidence>([new(TestFacts.Source)]);

        private T[] Once<T>(T[] what)
        {
            Asked++;
            return what;
        }
    }
}
