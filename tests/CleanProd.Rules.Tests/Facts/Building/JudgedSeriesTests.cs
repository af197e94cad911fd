using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>Which series a chart shows, and what is read beside them.</summary>
public class JudgedSeriesTests
{
    [Fact]
    public void The_series_of_one_outlet_are_those_of_it_alone()
    {
        var plant = new Plant().Outlet().Outlet("DW002").Limit("COD", "80").Self("2024-03-01", "90").Value("COD", "2024-03-01", "day", "70", "self", "DW002").Value("氨氮", "2024-03-01", "day", "1", "self");
        var only = Assert.Single(Of(plant, outlet: "DW001"));
        var point = Assert.Single(only.Points);
        Assert.Equal(("DW001", 80m, PointStanding.Exceeds), (only.Key.OutletId.Value, point.High, point.Standing));
        Assert.Equal(["DW001", "DW002"], Of(plant).Select(s => s.Key.OutletId.Value));
    }

    [Theory]
    [InlineData("day", "self")]
    [InlineData("day", "automatic")]
    [InlineData("hour", "automatic")]
    public void A_series_without_values_in_the_year_is_not_shown(string window, string origin)
    {
        var plant = new Plant().Outlet().Limit("COD", "80").Value("COD", "2023-12-31", window, "90", origin).Value("COD", "2025-01-01", window, "90", origin);
        Assert.Empty(Of(plant));
        Assert.Empty(Of(plant, outlet: "DW001"));
        Assert.Single(Of(plant.Value("COD", "2024-03-01", window, "", origin)));
    }

    // 36 × (21 − 3.5) / (21 − 8.5) mg/m³ at reference oxygen, against 50.
    [Fact]
    public void The_oxygen_of_the_stack_is_read_beside_its_pollutant()
    {
        var plant = new Plant("C2110").Outlet("DA001", "air", "discharge:stack", "standard:DB44/765-2019").Said("DA001.gas_source=boiler").Said("fuel=gas").Sulphur("36").Oxygen("8.5");
        var point = Assert.Single(Assert.Single(Of(plant, "a21026")).Points);
        Assert.Equal((PointStanding.Exceeds, 36m, 50.4m), (point.Standing, point.Value.Number, point.Compared?.Number));
    }

    // Nobody says how many samples a plant has to take itself.
    [Theory]
    [InlineData("day", "automatic", 31)]
    [InlineData("hour", "automatic", 744)]
    [InlineData("month", "automatic", null)]
    [InlineData("day", "self", null)]
    [InlineData("hour", "supervision", null)]
    public void Automatic_hours_and_days_alone_are_due(string window, string origin, int? due)
    {
        var series = Of(new Plant().Outlet().Limit("COD", "80", more: $"window:{window}").Value("COD", "2024-03-01", window, "70", origin)).Single(s => MonitoringItem.Word(s.Key.Window) == window);
        Assert.Equal(new MonthShare(new(2024, 3, 1), 1, due), series.Months[2]);
    }

    private static IReadOnlyList<JudgedSeries> Of(Plant plant, string pollutant = "w01018", string? outlet = null) =>
        JudgedSeries.Of(plant.Records(), new(pollutant), outlet is null ? null : new OutletId(outlet), 2024, Shipped.Reference, TestFacts.AsOf);
}
