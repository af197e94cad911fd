using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Import;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>A plant in Guangzhou, told row by row, and the facts that are built of it.</summary>
internal sealed class Plant
{
    private readonly List<TableRow> _rows = [];

    internal Plant(string industry = "C1713", string region = "440100", string eia = "") => Row("facilities", "name:甲厂", $"region:{region}", $"industry:{industry}", $"eia_approved_on:{eia}");

    internal IReadOnlyList<TableRow> Rows => _rows;

    internal Plant Row(string table, params string[] cells)
    {
        var all = cells.Append("facility_id:A").Select(c => c.Split(':', 2)).GroupBy(c => c[0], StringComparer.Ordinal).ToDictionary(c => c.Key, c => c.First()[1], StringComparer.Ordinal);
        _rows.Add(new(table, all, new SourceRef($"{table}.csv", null, _rows.Count + 2)));
        return this;
    }

    internal Plant Outlet(string outlet = "DW001", string medium = "water", params string[] more) => Row("outlets", [$"outlet_id:{outlet}", $"medium:{medium}", .. more]);

    internal Plant Limit(string pollutant, string high, string outlet = "DW001", string unit = "mg/L", params string[] more) =>
        Row("permit_limits", [$"outlet_id:{outlet}", $"pollutant:{pollutant}", $"limit_high:{high}", $"unit:{unit}", "from:2015-01-01", .. more]);

    internal Plant Value(string pollutant, string at, string window, string value, string origin = "automatic", string outlet = "DW001", string unit = "mg/L", params string[] more) =>
        Row("measurements", [$"outlet_id:{outlet}", $"pollutant:{pollutant}", $"at:{at}", $"window:{window}", $"value:{value}", $"unit:{unit}", $"origin:{origin}", .. more]);

    /// <summary>Hourly means of one day, from midnight on.</summary>
    internal Plant Hours(string pollutant, string day, int count, string value, string outlet = "DW001", string unit = "mg/L", params string[] more)
    {
        for (var hour = 0; hour < count; hour++) Value(pollutant, $"{day}T{hour:00}:00", "hour", value, outlet: outlet, unit: unit, more: more);
        return this;
    }

    /// <summary>Daily means with their volumes over a stretch of days.</summary>
    internal Plant Days(string pollutant, string from, string to, string value, string volume, params string[] more)
    {
        var last = DateOnly.ParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        for (var day = DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture); day <= last; day = day.AddDays(1))
            Value(pollutant, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "day", value, more: [$"volume_m3:{volume}", .. more]);
        return this;
    }

    internal Plant Quota(string pollutant, string quantity, string from = "2021-01-01") => Row("quotas", $"pollutant:{pollutant}", $"from:{from}", $"quantity:{quantity}", "unit:t");

    internal Plant Reported(string pollutant, string quantity, string method = "automatic", string from = "2024-01-01", string to = "2024-12-31", string unit = "t") =>
        Row("discharges", $"pollutant:{pollutant}", $"from:{from}", $"to:{to}", $"quantity:{quantity}", $"unit:{unit}", $"method:{method}");

    internal Plant Said(string topic, string on = "2024-12-01") => Row("discretion", $"topic:{topic}", "value:yes", "decided_by:某局", $"decided_on:{on}", "reason:现场核查");

    internal FacilityRecords Records(int year = 2024) => RowImporter.Import(_rows, Shipped.Reference, year).Facts.Facilities[0];

    internal FacilityFacts Facts(int year = 2024)
    {
        var facts = RowImporter.Import(_rows, Shipped.Reference, year).Facts;
        return new FactsBuilder(Shipped.Reference, facts.TablesGiven, ReportingPeriod.OfYear(year), new DateOnly(year + 1, 1, 15)).Build(facts.Facilities[0]);
    }

    internal MonitoringFact Item(string window = "day", int year = 2024) => Assert.Single(Facts(year).Monitoring, m => m.Window == window);

    internal IReadOnlyList<Finding> Findings(int year = 2024) => RowImporter.Import(_rows, Shipped.Reference, year).Findings;

    internal DischargeFact Total(int year = 2024) => Assert.Single(Facts(year).Discharges);

    internal static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
