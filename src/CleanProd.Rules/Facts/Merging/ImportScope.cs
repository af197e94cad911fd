using System.Collections.Frozen;

namespace CleanProd.Rules.Facts.Merging;

/// <summary>What an import does to the facts that were known before it.</summary>
public enum ImportMode
{
    /// <summary>It adds: a row supersedes the earlier row of the same thing, all others stay.</summary>
    Adds,

    /// <summary>
    /// It replaces: of every facility it names, earlier rows of the tables it gives are gone, by the years it gives of them. So a county
    /// that uploads its year's table again can take back a row it had wrongly given.
    /// </summary>
    Replaces,
}

/// <summary>How far an import reaches over the facts known before it.</summary>
/// <param name="Import">Number of the import.</param>
/// <param name="Mode">Whether it adds or replaces.</param>
/// <param name="Years">The tables it gives at all, each with the years of its rows; no years for a table that is not kept by years.</param>
public sealed record ImportScope(long Import, ImportMode Mode, IReadOnlyDictionary<string, IReadOnlySet<int>> Years)
{
    private static readonly FrozenSet<int> None = FrozenSet<int>.Empty;

    /// <summary>Whether earlier rows of a table and year are gone; no year for a table that is not kept by years.</summary>
    /// <param name="table">Name of the table.</param>
    /// <param name="year">Year of the earlier row.</param>
    public bool Replaces(string table, int? year) =>
        Mode == ImportMode.Replaces && Years.TryGetValue(table, out var years) && (year is null || years.Contains(year.Value));

    /// <summary>The years of the rows it gives of a table.</summary>
    public IReadOnlySet<int> YearsOf(string table) => Years.GetValueOrDefault(table) ?? None;

    /// <summary>The tables a data set gives, each with the years of its rows.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<int>> YearsGiven(FactSet facts)
    {
        var years = facts.TablesGiven.ToDictionary(t => t, _ => new SortedSet<int>(), StringComparer.Ordinal);
        foreach (var facility in facts.Facilities)
        {
            Add(FactKinds.Summaries, facility);
            Add(FactKinds.Discharges, facility);
            Add(FactKinds.Quotas, facility);
            Add(FactKinds.Substances, facility);
            Add(FactKinds.Energy, facility);
            Add(FactKinds.Indicators, facility);
            foreach (var series in facility.Series) Of(FactTables.Measurements).UnionWith(series.Years());
        }

        return years.ToDictionary(y => y.Key, y => (IReadOnlySet<int>)y.Value, StringComparer.Ordinal);

        void Add<T>(FactKind<T> kind, FacilityRecords facility) where T : class
        {
            foreach (var row in kind.Rows(facility)) Of(kind.Table).Add(kind.Year(row)!.Value);
        }

        SortedSet<int> Of(FactTable table) => years.TryGetValue(table.Name, out var of) ? of : years[table.Name] = [];
    }
}
