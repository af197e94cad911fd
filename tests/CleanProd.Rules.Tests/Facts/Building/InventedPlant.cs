using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Import;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>
/// A plant of a few days made by chance, with everything that decides how a value is judged: single readings, hours and days, flags, blanks,
/// results below and above, supervision beside self-monitoring, outages, limits with and without a window, volumes, a quota and a report.
/// </summary>
internal static class InventedPlant
{
    private static readonly string[] Flags = ["N", "N", "N", "N", "N", "N", "N", "N", "M", "D", "T", "F"];

    internal static TableRow[] Rows(Random random)
    {
        var isAir = random.Next(2) == 0;
        var (pollutant, outlet, unit) = isAir ? ("NOx", "DA001", "mg/m3") : ("COD", "DW001", "mg/L");
        var plant = new Plant(random.Next(2) == 0 ? "C3011" : "C1713").Outlet(outlet, isAir ? "air" : "water");
        plant.Limit(pollutant, "80", outlet, unit, random.Next(4) switch { 0 => ["window:day"], 1 => ["window:hour"], _ => [] });
        foreach (var day in Enumerable.Range(1, 3))
        {
            var date = string.Create(CultureInfo.InvariantCulture, $"2024-03-{day:00}");
            if (random.Next(2) == 0)
                for (var hour = 0; hour < random.Next(18, 25); hour++)
                    Automatic($"{date}T{hour:00}:00", "hour");
            if (random.Next(2) == 0)
                for (var minute = 0; minute < 60; minute += 5)
                    if (random.Next(8) > 0) Automatic($"{date}T23:{minute:00}", "instant");
            if (random.Next(2) == 0) Automatic(date, "day");
            if (random.Next(2) == 0) plant.Value(pollutant, date, "day", Number(), "self", outlet, unit);
            if (random.Next(3) == 0) plant.Value(pollutant, date, "day", Number(), "supervision", outlet, unit);
            if (random.Next(4) == 0) plant.Value(pollutant, $"{date}T10:00", "instant", Number(), "supervision", outlet, unit);
        }

        if (random.Next(3) == 0) plant.Said("shutdown[2024-03-02..2024-03-02]");
        if (random.Next(3) == 0) plant.Said($"{outlet}.maintenance[2024-03-03T06:00..2024-03-03T{random.Next(8, 22):00}:00]");
        if (random.Next(2) == 0) plant.Quota(pollutant, "0.005");
        if (random.Next(2) == 0) plant.Reported(pollutant, "0.004", random.Next(2) == 0 ? "automatic" : "coefficient");
        return [.. plant.Rows];

        void Automatic(string at, string window) => plant.Value(pollutant, at, window, random.Next(20) == 0 ? "" : Number(), "automatic", outlet, unit,
            [$"flag:{Flags[random.Next(Flags.Length)]}", random.Next(3) == 0 ? "volume_m3:" : $"volume_m3:{random.Next(0, 50)}"]);

        string Number() => random.Next(12) switch { 0 => "<70", 1 => "<90", 2 => ">60", _ => random.Next(60, 90).ToString(CultureInfo.InvariantCulture) };
    }

    internal static FacilityFacts Facts(IEnumerable<TableRow> rows)
    {
        var facts = RowImporter.Import(rows, Shipped.Reference, 2024).Facts;
        return new FactsBuilder(Shipped.Reference, facts.TablesGiven, ReportingPeriod.OfYear(2024), new DateOnly(2025, 1, 15)).Build(facts.Facilities[0]);
    }

    internal static TableRow With(TableRow row, string column, string text) =>
        row with { Cells = new Dictionary<string, string>(row.Cells, StringComparer.Ordinal) { [column] = text } };

    /// <summary>The number of a plain or qualified value, times and plus; null for a blank.</summary>
    internal static string? Changed(string value, decimal times, decimal plus)
    {
        if (value.Length == 0) return null;
        var sign = value[0] is '<' or '>' ? value[..1] : "";
        return sign + PlainNumber.Text((decimal.Parse(value[sign.Length..], CultureInfo.InvariantCulture) * times) + plus);
    }
}
