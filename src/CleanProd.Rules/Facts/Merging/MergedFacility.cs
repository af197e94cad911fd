namespace CleanProd.Rules.Facts.Merging;

/// <summary>What one import says of a facility.</summary>
/// <param name="Scope">The import and its reach.</param>
/// <param name="Records">What it says.</param>
public sealed record FactLayer(ImportScope Scope, FacilityRecords Records);

/// <summary>A facility as several imports tell of it together.</summary>
/// <param name="Records">What holds; every record still names the row it was read from.</param>
/// <param name="Superseded">What held before and does not any more, in the order in which it was superseded.</param>
/// <param name="Completed">Fields of the facility and its outlets that come from an earlier row than their record's own.</param>
public sealed record MergedFacility(
    FacilityRecords Records, IReadOnlyList<SupersededFact> Superseded, IReadOnlyList<CompletedField> Completed);

/// <summary>A fact that a later import put in the place of an earlier one, or took away.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Key">What the fact is about, for people.</param>
/// <param name="Earlier">The row that does not hold any more.</param>
/// <param name="EarlierImport">The import it stands in, where it stays readable.</param>
/// <param name="Later">The row that holds instead; null when a replacing import holds none.</param>
/// <param name="LaterImport">The import that superseded it.</param>
public sealed record SupersededFact(string Table, string Key, SourceRef Earlier, long EarlierImport, SourceRef? Later, long LaterImport);

/// <summary>A field that the latest row leaves blank and an earlier row tells.</summary>
/// <param name="Table">Name of the table: <c>facilities</c> or <c>outlets</c>.</param>
/// <param name="Outlet">The outlet; null for the facility itself.</param>
/// <param name="Column">Name of the column.</param>
/// <param name="Source">The row that tells it.</param>
/// <param name="Import">The import it stands in.</param>
public sealed record CompletedField(string Table, OutletId? Outlet, string Column, SourceRef Source, long Import);
