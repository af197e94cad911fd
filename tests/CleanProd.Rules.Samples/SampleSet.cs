namespace CleanProd.Rules.Samples;

/// <summary>The whole sample: every enterprise in order, and its tables.</summary>
internal static class SampleSet
{
    public static IReadOnlyList<Enterprise> Enterprises { get; } =
    [
        .. CleanDelta.All(), .. CleanElsewhere.All(), .. EdgeEnterprises.All(), .. ExceedingEnterprises.All(), .. QuotaEnterprises.All(),
        .. EnergyEnterprises.All(), .. ToxicEnterprises.All(), .. SeveralGroundsEnterprises.All(), .. AuditedEnterprises.All(),
        .. ClassFiveEnterprises.All(), .. IncompleteEnterprises.All(), .. ClosedEnterprises.All(), .. DirtyEnterprises.All(), .. JudgedEnterprises.All(),
    ];

    /// <summary>Heading row and rows of a table, enterprises ordered by district so that the files do not sort themselves by outcome.</summary>
    public static IReadOnlyList<string[]> Table(string table) =>
    [
        Tables.Columns[table],
        .. from e in Enterprises.OrderBy(e => e.Region, StringComparer.Ordinal).ThenBy(e => e.Id, StringComparer.Ordinal)
           from row in e.Rows
           where row.Table == table
           select row.Cells,
    ];

    /// <summary>The log of the data loggers, as a receiving program wrote it down.</summary>
    public static IEnumerable<string> Log => from e in Enterprises from frame in e.Frames select $"[{frame[9..13]}-{frame[13..15]}-{frame[15..17]}] {frame}";

    /// <summary>Expected outcomes in the order of outputs: by code, ordinal.</summary>
    public static IReadOnlyList<string[]> Expected { get; } =
    [
        ["facility_id", "name", "outcome", "grounds_triggered", "grounds_undetermined", "reason"],
        .. from e in Enterprises.OrderBy(e => e.Id, StringComparer.Ordinal)
           select (string[])[e.Id, e.Name, e.Expected.Outcome, string.Join(';', e.Expected.Triggered), string.Join(';', e.Expected.Undetermined), e.Expected.Reason],
    ];
}
