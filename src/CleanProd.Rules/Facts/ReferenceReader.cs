using System.Security.Cryptography;
using CleanProd.Rules.Facts.Limits;
using CleanProd.Rules.Facts.Validity;

namespace CleanProd.Rules.Facts;

/// <summary>
/// Reads the files of <c>data/reference</c>. Strict: an unknown heading, a bad date or a key given twice stops the reading, because a
/// limit or a catalogue that is half read would decide wrongly in silence.
/// </summary>
public static class ReferenceReader
{
    private const string Catalogues = "catalogues/";

    /// <summary>Reference data from file contents by path under <c>data/reference</c> (<c>regions.csv</c>, <c>catalogues/stockholm-a.csv</c>).</summary>
    /// <remarks>Files that are no CSV are ignored; a table that is absent is empty; a CSV that no reader knows is an error.</remarks>
    /// <exception cref="ReferenceDataException">A file cannot be used.</exception>
    public static ReferenceData Read(IReadOnlyDictionary<string, byte[]> files)
    {
        var tables = files.Where(f => f.Key.EndsWith(".csv", StringComparison.Ordinal))
            .ToDictionary(f => f.Key.Replace('\\', '/'), f => f.Value, StringComparer.Ordinal);
        foreach (var name in tables.Keys.Where(n => !Known.Contains(n) && !n.StartsWith(Catalogues, StringComparison.Ordinal) && !n.StartsWith(LimitTables.Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            throw new ReferenceDataException(name, 0, "", name, $"one of {string.Join(", ", Known)} or a file under {Catalogues} or {LimitTables.Folder}");

        var pollutants = PollutantTable.Read(Rows("pollutants.csv", PollutantTable.Columns));
        var (holidays, workdays) = Calendar(Rows("cn_calendar.csv", "date", "kind", "name_en", "name_zh"));
        return new ReferenceData
        {
            Pollutants = pollutants,
            Regions = new RegionRegister(Regions(Rows("regions.csv", "code", "name_zh", "level", "parent_code", "gd_group", "gd_group_basis", "note", "basis", "source"))),
            Industries = new IndustryRegister(Industries(Rows("industries.csv", "code", "full_code", "name_zh", "level", "parent_code", "section", "note", "basis", "source"))),
            AuditIntervals = AuditInterval.Read(Rows("audit_intervals.csv", AuditInterval.Columns)),
            Catalogues = CatalogueTable.Read(tables),
            EnergyLimits = EnergyTable.Limits(Rows("energy_limits.csv", EnergyTable.LimitColumns)),
            EnergyIndustries = EnergyTable.Industries(Rows("energy_industries.csv", EnergyTable.IndustryColumns)),
            KeyPollutants = KeyPollutants(Rows("key_pollutants.csv", "pollutant", "plan", "from", "to", "basis", "source"), pollutants),
            MarkingRules = MarkingRule.Read(Rows("marking_rules.csv", MarkingRule.Columns)),
            Limits = LimitTables.Read(
                tables.Keys.Where(f => f.StartsWith(LimitTables.Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(f => (f, Rows(f, LimitTables.LimitColumns))),
                Rows("discharge_standards.csv", LimitTables.StandardColumns), Rows("limit_gaps.csv", LimitTables.GapColumns), Rows("limit_facts.csv", LimitTables.FactColumns), pollutants),
            Lists = ReferenceList.Read(Rows("lists.csv", ReferenceList.Columns)),
            Holidays = holidays,
            MakeUpWorkdays = workdays,
            Hashes = Hashes(tables),
        };

        List<ReferenceRow> Rows(string file, params string[] columns) =>
            tables.TryGetValue(file, out var bytes) ? ReferenceTable.Read(file, bytes, columns) : [];
    }

    private static readonly string[] Known =
    [
        "audit_intervals.csv", "catalogues.csv", "cn_calendar.csv", "discharge_standards.csv", "energy_industries.csv", "energy_limits.csv", "industries.csv", "key_pollutants.csv",
        "limit_facts.csv", "limit_gaps.csv", "lists.csv", "marking_rules.csv", "pollutants.csv", "regions.csv",
    ];

    private static List<Region> Regions(List<ReferenceRow> rows)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var regions = new List<Region>(rows.Count);
        foreach (var row in rows)
        {
            row.Once(seen, row.Required("code"), "code");
            if (row.Text("code").Length != 6 || !row.Text("code").All(char.IsAsciiDigit)) throw row.Fault("code", "six digits");
            regions.Add(new Region(row.Text("code"), row.Required("name_zh"), row.Optional("parent_code"), row.Optional("gd_group")));
        }

        return regions;
    }

    private static List<Industry> Industries(List<ReferenceRow> rows)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var industries = new List<Industry>(rows.Count);
        foreach (var row in rows)
        {
            row.Once(seen, row.Required("full_code"), "full_code");
            industries.Add(new Industry(row.Text("full_code"), row.Required("name_zh")));
        }

        return industries;
    }

    private static List<KeyPollutant> KeyPollutants(List<ReferenceRow> rows, PollutantRegister register)
    {
        var seen = new HashSet<(string, string)>();
        var keys = new List<KeyPollutant>(rows.Count);
        foreach (var row in rows)
        {
            row.Once(seen, (row.Required("pollutant"), row.Required("plan")), "pollutant");
            if (register.Find(row.Text("pollutant"))?.Code.Value != row.Text("pollutant")) throw row.Fault("pollutant", "a code of pollutants.csv");
            var from = row.Date("from");
            keys.Add(new KeyPollutant(new PollutantCode(row.Text("pollutant")), from, row.EndDate("to", from), row.Text("plan")));
        }

        return keys;
    }

    private static (HashSet<DateOnly> Holidays, HashSet<DateOnly> Workdays) Calendar(List<ReferenceRow> rows)
    {
        var seen = new HashSet<DateOnly>();
        var holidays = new HashSet<DateOnly>();
        var workdays = new HashSet<DateOnly>();
        foreach (var row in rows)
        {
            row.Once(seen, row.Date("date"), "date");
            (row.Word("kind", "holiday", "workday") is "holiday" ? holidays : workdays).Add(row.Date("date"));
        }

        return (holidays, workdays);
    }

    private static SortedDictionary<string, string> Hashes(Dictionary<string, byte[]> tables)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, bytes) in tables) hashes[name] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return hashes;
    }
}
