using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Validity;
using CleanProd.Rules.Tests.Facts.Building;

namespace CleanProd.Rules.Tests.Facts.Validity;

/// <summary>Concentrations are converted before they are judged, and the evidence says how.</summary>
public class ConversionTests
{
    // DB44/765-2019 table 6: gas boilers at 3.5 % oxygen; 51 mg/m3 at 8.5 % is 51 × 17.5 / 12.5 = 71.4.
    [Theory]
    [InlineData("3.5", "50", 0)]
    [InlineData("3.5", "51", 1)]
    [InlineData("8.5", "36", 1)]
    [InlineData("8.5", "35", 0)]
    public void Oxygen_measured_at_the_same_time_brings_a_value_to_reference_oxygen(string oxygen, string value, int exceedances) =>
        Assert.Equal((exceedances, 0), Boiler(value).Value("氧气含量", "2024-03-01T08:00", "hour", oxygen, "self", "1", "%").Facts().Monitoring.Single() is var m ? (m.ExceedanceCount, m.IndeterminateCount) : default);

    [Fact]
    public void The_evidence_shows_both_concentrations()
    {
        var shown = Assert.Single(Boiler("51").Value("氧气含量", "2024-03-01T08:00", "hour", "8.5", "self", "1", "%").Facts().Monitoring.Single().Evidence);
        Assert.Equal((71.4m, 50m, 1.428m), (shown.Value!.Value.Number, shown.Limit, shown.Ratio));
        Assert.Contains("实测51，含氧量8.5%", shown.Basis, StringComparison.Ordinal);
    }

    // Reply of the ministry: below detection is converted too, and beyond the limit it cannot be evaluated.
    [Theory]
    [InlineData("<35", 0)]
    [InlineData("<36", 1)]
    public void A_detection_limit_is_converted_too(string value, int indeterminate) =>
        Assert.Equal((0, indeterminate), Boiler(value).Value("氧气含量", "2024-03-01T08:00", "hour", "8.5", "self", "1", "%").Facts().Monitoring.Single() is var m ? (m.ExceedanceCount, m.IndeterminateCount) : default);

    [Theory]
    [InlineData("氧气含量", "2024-03-01T09:00", "8.5")]
    [InlineData("氧气含量", "2024-03-01T08:00", "21")]
    public void Without_usable_oxygen_of_the_same_time_nothing_can_be_told(string what, string at, string oxygen) =>
        Assert.Equal((0, 1), Boiler("51").Value(what, at, "hour", oxygen, "self", "1", "%").Facts().Monitoring.Single() is var m ? (m.ExceedanceCount, m.IndeterminateCount) : default);

    // GB 4287-2012 4.5; a ratio of exactly 1 keeps the measured value.
    [Theory]
    [InlineData("drainage_ratio[2024-03-01]=1.25", 1)]
    [InlineData("DW001.drainage_ratio=1.25", 1)]
    [InlineData("drainage_ratio[2024-03-01]=1", 0)]
    [InlineData("drainage_ratio[2024-03-01]=0.5", 0)]
    [InlineData("drainage_ratio[2024-03-02]=1.25", 0)]
    [InlineData("DW002.drainage_ratio=1.25", 0)]
    public void Drainage_beyond_the_base_raises_the_concentration(string topic, int exceedances) =>
        Assert.Equal(exceedances, new Plant().Outlet().Limit("COD", "80").Value("COD", "2024-03-01", "day", "70").Said(topic).Item().ExceedanceCount);

    [Fact]
    public void The_ratio_of_the_day_comes_before_that_of_the_outlet() =>
        Assert.Equal(0, new Plant().Outlet().Limit("COD", "80").Value("COD", "2024-03-01", "day", "70").Said("drainage_ratio[2024-03-01]=1.1").Said("DW001.drainage_ratio=1.25").Item().ExceedanceCount);

    [Fact]
    public void A_ratio_counts_from_the_day_of_its_decision_and_only_where_it_was_granted()
    {
        Assert.Equal(1.25m, Assert.Single(Ratios(("drainage_ratio=1.25", "true", TestFacts.AsOf))).Ratio);
        Assert.Empty(Ratios(("drainage_ratio=1.25", "true", TestFacts.AsOf.AddDays(1))));
        Assert.Empty(Ratios(("drainage_ratio=1.25", "false", TestFacts.AsOf)));
        Assert.Empty(Ratios());
    }

    [Fact]
    public void Of_two_ratios_of_a_day_that_of_the_outlet_counts_and_of_two_outlets_each_its_own()
    {
        var ratios = Ratios(("DW001.drainage_ratio=1.5", "true", TestFacts.AsOf.AddDays(-2)), ("drainage_ratio=1.25", "true", TestFacts.AsOf.AddDays(-1)));
        Assert.Equal((1.5m, 1.25m), (DrainageRatio.On(ratios, new("DW001"), new(2024, 3, 1)), DrainageRatio.On(ratios, new("DW002"), new(2024, 3, 1))));
    }

    private static IReadOnlyList<DrainageRatio> Ratios(params (string Topic, string Value, DateOnly On)[] said) =>
        DrainageRatio.Read([.. said.Select(s => new DiscretionRecord(new("A"), s.Topic, s.Value, "某局", s.On, "x", TestFacts.Source))], TestFacts.AsOf);

    [Fact]
    public void A_ratio_of_one_converts_nothing() => Assert.Equal((70m, 70m, 87.5m), (DrainageRatio.Convert(70m, 1m), DrainageRatio.Convert(70m, 0.5m), DrainageRatio.Convert(70m, 1.25m)));

    private static Plant Boiler(string value) => new Plant("C2110").Outlet("1", "air", "discharge:stack", "standard:DB44/765-2019")
        .Value("二氧化硫", "2024-03-01T08:00", "hour", value, "self", "1", "mg/m3").Said("1.gas_source=boiler").Said("fuel=gas");
}
