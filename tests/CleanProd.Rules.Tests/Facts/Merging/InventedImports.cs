using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Import;

namespace CleanProd.Rules.Tests.Facts.Merging;

/// <summary>Imports made in a test, from rows as a data set holds them.</summary>
internal static class InventedImports
{
    /// <summary>What an import of rows says of facility F.</summary>
    internal static FactLayer Layer(long import, ImportMode mode, params TableRow[] rows)
    {
        var facts = RowImporter.Import(rows, Shipped.Reference, 2024).Facts;
        var records = facts.Facilities.SingleOrDefault(f => f.Facility.Id.Value == "F")
            ?? new FacilityRecords { Facility = new FacilityRecord(new FacilityId("F"), "F", new SourceRef("z.csv", null, 1)) };
        return new(new ImportScope(import, mode, ImportScope.YearsGiven(facts)), records);
    }

    internal static FactLayer Adds(long import, params TableRow[] rows) => Layer(import, ImportMode.Adds, rows);

    internal static FactLayer Replaces(long import, params TableRow[] rows) => Layer(import, ImportMode.Replaces, rows);

    internal static TableRow Row(int row, string table, params string[] cells) => new(
        table,
        cells.Prepend("facility_id:F").Select(c => c.Split(':', 2)).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal),
        new SourceRef($"{table}.csv", null, row));

    internal static TableRow Facility(int row, params string[] cells) => Row(row, "facilities", [.. cells]);

    internal static TableRow Measured(int row, string day, string value, string unit = "mg/L") =>
        Row(row, "measurements", "outlet_id:DW001", "pollutant:化学需氧量", $"at:{day}", "window:day", $"value:{value}", $"unit:{unit}", "origin:self");

    internal static TableRow Substance(int row, int year, string name) => Row(row, "substances", $"year:{year}", $"substance:{name}", "role:used");

    /// <summary>A row of one of the tables, about one of few things, with one of few values.</summary>
    internal static TableRow Any(Random random, int row)
    {
        var (thing, value) = (random.Next(1, 4), random.Next(1, 4));
        var year = 2022 + thing;
        return random.Next(11) switch
        {
            0 => Facility(row, $"name:厂{value}", random.Next(2) == 0 ? "region:440100" : "region:", random.Next(2) == 0 ? "industry:C1713" : "industry:"),
            1 => Row(row, "outlets", $"outlet_id:DW00{thing}", "medium:water", random.Next(2) == 0 ? "grade:一级" : "grade:", "name:口" + value),
            2 or 3 => Measured(row, $"202{thing + 1}-0{value}-05", random.Next(10, 99).ToString(System.Globalization.CultureInfo.InvariantCulture)),
            4 => Row(row, "monitoring_summaries", "outlet_id:DW001", "pollutant:氨氮", $"year:{year}", "unit:mg/L", $"exceedance_count:{value}"),
            5 => Row(row, "permit_limits", "outlet_id:DW001", "pollutant:化学需氧量", "unit:mg/L", $"limit_high:{value}0", $"from:{year}-01-01"),
            6 => Row(row, "discharges", "pollutant:化学需氧量", "medium:water", $"from:{year}-01-01", $"to:{year}-12-31", $"quantity:{value}", "unit:t"),
            7 => Row(row, "quotas", "pollutant:化学需氧量", "medium:water", $"from:{year}-01-01", $"quantity:{value}", "unit:t", $"document:文{value}"),
            8 => random.Next(3) == 0 ? Substance(row, year, "none") : Row(row, "substances", $"year:{year}", "substance:氰化钠", "role:used", $"quantity:{value}", "unit:t"),
            9 => Row(row, "audits", "kind:mandatory", $"listed_on:{year}-03-01", $"accepted_on:2026-0{value}-01"),
            _ => Row(row, "indicators", "indicator:spills", $"year:{year}", $"value:{value}"),
        };
    }

    /// <summary>Some rows, of which none contradict each other.</summary>
    internal static TableRow[] Some(Random random, int most, ref int row)
    {
        var rows = new Dictionary<string, TableRow>(StringComparer.Ordinal);
        for (var n = random.Next(most + 1); n > 0; n--)
        {
            var any = Any(random, ++row);
            rows[KeyOf(any)] = any;
        }

        return [.. rows.Values];
    }

    /// <summary>What a row is about, in its cells.</summary>
    internal static string KeyOf(TableRow row) => string.Join('|', row.Cells.Where(c => c.Key is "outlet_id" or "pollutant" or "at" or "year" or "from" or "substance" or "listed_on" or "indicator")
        .Select(c => c.Value).Prepend(row.Table));
}
