using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Tests.Determinations.Foresight;

/// <summary>A few enterprises told row by row, for one or more years.</summary>
internal sealed class InventedYear
{
    internal static readonly DateOnly AsOf = new(2025, 1, 15);

    private readonly List<TableRow> _rows = [];

    internal InventedYear Plant(string id, string region = "440103", string industry = "C1713") =>
        Row(id, "facilities", $"name:{id}厂", $"region:{region}", $"industry:{industry}");

    internal InventedYear Row(string id, string table, params string[] cells)
    {
        var all = cells.Append($"facility_id:{id}").Select(c => c.Split(':', 2)).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal);
        _rows.Add(new(table, all, new SourceRef($"{table}.csv", null, _rows.Count + 2)));
        return this;
    }

    internal InventedYear Indicator(string id, string name, string value, int year = 2024) => Row(id, "indicators", $"indicator:{name}", $"year:{year}", $"value:{value}");

    internal InventedYear Value(string id, string at, string value, string limit = "90", string outlet = "DW001", string pollutant = "化学需氧量", string window = "day") => Row(
        id, "measurements", $"outlet_id:{outlet}", $"pollutant:{pollutant}", $"at:{at}", $"window:{window}", $"value:{value}", "unit:mg/L", "origin:self", $"limit_high:{limit}");

    internal FactSet Set(int year = 2024)
    {
        var (facts, findings) = RowImporter.Import(_rows, Shipped.Reference, year);
        Assert.DoesNotContain(findings, f => f.Severity == FindingSeverity.Error);
        return facts;
    }

    internal FactsOfYear Facts(IEnumerable<RulePack> packs, int year = 2024, DateOnly? asOf = null)
    {
        var set = Set(year);
        var preparation = FactsOfYear.Prepare(Shipped.Reference, year, asOf ?? AsOf, packs);
        foreach (var facility in set.Facilities) preparation.Add(facility, set.TablesGiven);
        return preparation.Done();
    }

    internal Impact Impact(RulePack before, RulePack after) => ImpactAnalysis.Of(Law.Compile([before], AsOf), Law.Compile([after], AsOf), Facts([before, after]), readAgain: true);
}
