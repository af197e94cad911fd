namespace CleanProd.Rules.Storage.Tables;

/// <summary>
/// The tables of facts. A row belongs to an import and to a facility by its number, which is the facility's place in the ordinal
/// order of identities: no collation of a database orders by UTF-16 as every output does.
/// </summary>
internal static partial class StoredTables
{
    // Properties, not fields: the parts of this class are initialised in no particular order.
    internal static StoreColumn ImportId => new("import_id", ColumnKind.Large, false);

    internal static StoreColumn FacilityNo => new("facility_no", ColumnKind.Whole, false);

    internal static StoreColumn RowNo => new("row_no", ColumnKind.Whole, false);

    /// <summary>All of them; the facilities, which the others belong to, first.</summary>
    internal static IReadOnlyList<StoreTable> All =>
    [
        Facilities, Outlets, SeriesChunks, Summaries, PermitLimits, Discharges, Quotas, Substances, Energy, Audits, Indicators,
        Discretion, RefusedRows,
    ];

    private static StoreTable<T> Of<T>(string name, Func<StoreRow, T> read) => new(name, read, ImportId, FacilityNo, RowNo);
}
