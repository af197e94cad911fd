namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>Loads that a permit limits, computed of a day's concentration, its volume and what was made in it.</summary>
public class LoadTableTests
{
    private static readonly Dictionary<string, Func<Plant>> Plants = new()
    {
        ["a load of the permit"] = () => new Plant().Outlet().Limit("COD", "90").Limit("COD", "1.6", unit: "kg/t").Limit("COD", "80", unit: "kg/d").Value("COD", "2024-03-01", "day", "80", "self", more: "volume_m3:1000.1").Value("COD", "2024-03-02", "day", "80", "self", more: "volume_m3:900").Self("2024-03-03", "80").Value("COD", "2024-03-04", "day", "<80", "self", more: "volume_m3:900").Value("COD", "2024-03-05", "day", "ND", "self", more: "volume_m3:900").Value("COD", "2024-03-06", "day", "", "self", more: "volume_m3:900")
                .Said("output[2024-03-01]=50 t").Said("DW001.output[2024-03-04]=40 t").Said("output[2024-03-04]=1 t").Said("output[2024-03-05]=50 t").Said("output[2024-03-06]=0 t").Said("output[x]=1 t"),
        ["a load of the permit at a foreign plant"] = () => new Plant(region: "Ohio").Outlet().Limit("COD", "90").Limit("COD", "80", unit: "kg/d").Value("COD", "2024-03-01", "day", "80", "self", more: "volume_m3:1001"),
        ["a load of the permit without days"] = () => new Plant().Outlet().Limit("COD", "90").Limit("COD", "1.6", unit: "kg/t").Self("2024-03-01T08:00", "80", "hour"),
        ["a load of the permit by the month"] = () => new Plant().Outlet().Limit("COD", "90").Limit("COD", "1.6", unit: "kg/t", more: "window:month").Value("COD", "2024-03-01", "day", "80", "self", more: "volume_m3:1000").Said("output[2024-03-01]=50 t"),
        ["a load of the permit that was reported itself"] = () => new Plant().Outlet().Limit("COD", "90").Limit("COD", "1.6", unit: "kg/t").Value("COD", "2024-03-01", "day", "80", "self", more: "volume_m3:1000").Value("COD", "2024-03-01", "day", "1.7", "supervision", unit: "kg/t").Said("output[2024-03-01]=50 t"),
        ["a load of the permit from the second day on"] = () => new Plant().Outlet().Limit("COD", "90").Row("permit_limits", "outlet_id:DW001", "pollutant:COD", "limit_high:80", "unit:kg/d", "from:2024-03-02", "to:2024-03-03").Days("COD", "2024-03-01", "2024-03-04", "80", "1001"),
        ["a load of the permit of the last and of the first day"] = () => new Plant().Outlet().Limit("COD", "90").Row("permit_limits", "outlet_id:DW001", "pollutant:COD", "limit_high:80", "unit:kg/d", "from:2024-12-31").Row("permit_limits", "outlet_id:DW001", "pollutant:COD", "limit_high:80", "unit:kg/d", "from:2023-01-01", "to:2024-01-01").Days("COD", "2024-12-31", "2024-12-31", "80", "1001").Days("COD", "2024-01-01", "2024-01-02", "80", "1001"),
        ["loads of another outlet and pollutant"] = () => new Plant().Outlet().Outlet("DW002").Limit("COD", "90").Limit("COD", "80", "DW002", "kg/d").Limit("氨氮", "80", unit: "kg/d").Days("COD", "2024-03-01", "2024-03-01", "80", "1001"),
        ["a load among concentrations of the same origin"] = () => new Plant().Outlet().Limit("COD", "90").Limit("COD", "1.6", unit: "kg/t").Value("COD", "2024-03-01", "day", "80", "self", more: "volume_m3:1000").Value("COD", "2024-03-02", "day", "1.7", "self", unit: "kg/t").Said("output[2024-03-01]=50 t"),
        ["a rate among concentrations of the same origin"] = () => new Plant().Outlet().Limit("COD", "90").Limit("COD", "1.6", unit: "kg/t").Value("COD", "2024-03-01", "day", "80", "self", more: "volume_m3:1001").Value("COD", "2024-03-02", "day", "4", "self", unit: "kg/h").Said("output[2024-03-01]=50 t"),
        ["a load of the permit of last year and next"] = () => new Plant().Outlet().Limit("COD", "90").Row("permit_limits", "outlet_id:DW001", "pollutant:COD", "limit_high:80", "unit:kg/d", "from:2023-01-01", "to:2023-12-31").Row("permit_limits", "outlet_id:DW001", "pollutant:COD", "limit_high:80", "unit:kg/d", "from:2025-01-01").Days("COD", "2024-03-01", "2024-03-01", "80", "1001"),
        ["a load of the permit from after the days that were measured"] = () => new Plant().Outlet().Limit("COD", "90").Row("permit_limits", "outlet_id:DW001", "pollutant:COD", "limit_high:80", "unit:kg/d", "from:2024-06-01").Days("COD", "2024-03-01", "2024-03-01", "80", "1001"),
        ["a load of what was measured, not of what it is converted to"] = () => new Plant().Outlet().Limit("COD", "90").Limit("COD", "80", unit: "kg/d").Value("COD", "2024-03-01", "day", "79", "self", more: "volume_m3:1000").Said("drainage_ratio[2024-03-01]=1.25"),
        ["a load of a value over the range of the instrument"] = () => new Plant().Outlet().Limit("COD", "90").Limit("COD", "80", unit: "kg/d").Value("COD", "2024-03-01", "day", "80", more: ["volume_m3:900", "flag:T"]),
        ["a load of each day beside an output in days"] = () => new Plant().Outlet().Limit("COD", "90").Limit("COD", "80", unit: "kg/d").Value("COD", "2024-03-01", "day", "80", "self", more: "volume_m3:1001").Said("output[2024-03-01]=2 d"),
    };

    private static readonly ApprovedTable Table = new("tests/CleanProd.Rules.Tests/Facts/Building/Loads.txt", Plants.Keys, what => JudgedLines.Of(Plants[what]()), 1);

    public static TheoryData<int> Parts => new(Table.Parts);

    [Theory]
    [MemberData(nameof(Parts))]
    public void Loads_are_charted_and_explained_as_approved(int part) => Table.Check(part);

    [Fact]
    public void The_approved_loads_are_these() => Table.CheckInputs();
}
