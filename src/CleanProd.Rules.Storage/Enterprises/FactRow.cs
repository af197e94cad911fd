using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Storage.Enterprises;

/// <summary>A row of the data set in its own columns, with where it stands.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Values">Column and value, without the facility and without blank cells: text, whole number, decimal, day, yes or no.</param>
/// <param name="Import">The import that told it; null for what the service recorded itself.</param>
/// <param name="Source">File, sheet and row.</param>
public sealed record FactRow(string Table, IReadOnlyDictionary<string, object> Values, long? Import, SourceRef Source);

/// <summary>A measurement series of a facility, without its values.</summary>
/// <param name="Key">What the values share.</param>
/// <param name="Count">Number of values.</param>
/// <param name="First">Time of the first.</param>
/// <param name="Last">Time of the last.</param>
public sealed record HeldSeries(SeriesKey Key, int Count, DateTime First, DateTime Last);

/// <summary>A cell of a description with where it was told.</summary>
/// <param name="Table"><c>facilities</c> or <c>outlets</c>.</param>
/// <param name="Outlet">The outlet; null for the facility itself.</param>
/// <param name="Column">Name of the column.</param>
/// <param name="Value">The value.</param>
/// <param name="Import">The import that told it.</param>
/// <param name="Source">File, sheet and row.</param>
public sealed record DescribedCell(string Table, string? Outlet, string Column, object Value, long Import, SourceRef Source);
