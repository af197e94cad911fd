namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>Plants whose outlets are judged by the standards of the place.</summary>
internal static class StackPlants
{
    // Electroplating: from 2018-06-30 on the limits of existing plants stand in other rows, with the same number for this pollutant.
    internal static Plant Plating(params string[] days)
    {
        var plant = new Plant("C3360", "440200", "2010-06-01").Outlet("DW001", "water", "discharge:direct", "workshop:false", "standard:DB44/1597-2015").Said("special_area=no", "2018-01-01");
        foreach (var day in days) plant.Self(day, "60");
        return plant;
    }

    internal static Plant Stacks(string distance = "47.9", string pollutant = "", string first = "17", string second = "31", string grade = "二级", string standard = "DB44/27-2001", string[]? high = null)
    {
        var plant = new Plant("C2110", eia: "2010-06-01").Outlet("DA001", "air", "discharge:stack", "grade:二级", $"stack_height_m:{first}", "standard:DB44/27-2001").Outlet("DA002", "air", "discharge:stack", $"grade:{grade}", $"stack_height_m:{second}", $"standard:{standard}")
            .Said($"equivalent_stacks[DA001,DA002{pollutant}]={distance}").Said("gas_source=process").Said("process=other");
        foreach (var topic in high ?? ["stack_5_m_above_buildings"]) plant.Said(topic);
        return plant;
    }

    internal static Plant Boiler(string? fuel = "fuel=gas")
    {
        var plant = new Plant("C2110").Outlet("DA001", "air", "discharge:stack", "standard:DB44/765-2019").Said("DA001.gas_source=boiler");
        return fuel is null ? plant : plant.Said(fuel);
    }

    internal static Plant Water() => new Plant("C2110", eia: "2010-06-01").Outlet("DW001", "water", "discharge:direct", "workshop:false", "grade:一级");
}

/// <summary>Rows of these tests, so that a case stays on a line.</summary>
internal static class StackRows
{
    internal static Plant Rate(this Plant plant, string outlet, string value, string at = "2024-03-01T08:00") => plant.Value("SO2", at, "hour", value, "self", outlet, "kg/h");

    internal static Plant Sulphur(this Plant plant, string value) => plant.Value("SO2", "2024-03-01T08:00", "hour", value, "self", "DA001", "mg/m3");

    internal static Plant Oxygen(this Plant plant, string value, string more = "flag:") => plant.Value("氧气含量", "2024-03-01T08:00", "hour", value, "self", "DA001", "%", more);

    internal static Plant No(this Plant plant, string topic, string on) => plant.Row("discretion", $"topic:{topic}", "value:no", "decided_by:某局", $"decided_on:{on}", "reason:现场核查");
}
