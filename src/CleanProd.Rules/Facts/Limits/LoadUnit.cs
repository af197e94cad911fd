namespace CleanProd.Rules.Facts.Limits;

/// <summary>Which limits bound a mass per something made or per time, and stand beside that of the concentration.</summary>
internal static class LoadUnit
{
    /// <summary>Whether it is a load that is computed of concentration and volume: kg/t, kg/adt, kg/d. A content such as mg/kg is none, a rate per hour is measured.</summary>
    internal static bool IsComputed(Unit unit) => unit.IsKnown && unit.Dimension switch
    {
        "mass/volume" => false,
        "mass/mass" => unit.Symbol.EndsWith("/t", StringComparison.Ordinal) || unit.Symbol.EndsWith("/万t", StringComparison.Ordinal),
        "mass/time" => unit.Symbol.EndsWith("/d", StringComparison.Ordinal),
        var dimension => dimension.StartsWith("mass/", StringComparison.Ordinal),
    };

    /// <summary>What tells limits of one outlet, pollutant, window and day apart: a load or rate does not contradict a concentration.</summary>
    internal static string? Apart(Unit unit) => IsComputed(unit) || unit.Dimension == "mass/time" ? unit.Dimension : null;
}
