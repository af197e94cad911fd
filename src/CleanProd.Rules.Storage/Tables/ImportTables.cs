using System.Text.Json;
using CleanProd.Rules.Import;

namespace CleanProd.Rules.Storage.Tables;

/// <summary>What an import leaves beside its facts: its files with their counts, the tables it gave, its findings, and the bytes.</summary>
internal static class ImportTables
{
    internal static StoreTable<ImportedFile> Files { get; } = new StoreTable<ImportedFile>(
        "import_files",
        row => new ImportedFile(
            row.Text("name"), row.Text("sha256"), row.Large("rows_read"), row.Large("rows_taken"), row.Large("rows_refused"),
            row.Large("duplicates"), row.Large("rows_left_out")),
        StoredTables.ImportId,
        StoredTables.RowNo)
        .Text("name", f => f.Name)
        .Text("sha256", f => f.Sha256)
        .Large("rows_read", f => f.RowsRead)
        .Large("rows_taken", f => f.RowsTaken)
        .Large("rows_refused", f => f.RowsRefused)
        .Large("duplicates", f => f.Duplicates)
        .Large("rows_left_out", f => f.RowsLeftOut);

    internal static StoreTable<string> TablesGiven { get; } = new StoreTable<string>(
        "import_tables", row => row.Text("name"), StoredTables.ImportId, StoredTables.RowNo)
        .Text("name", t => t);

    /// <summary>The years of the rows an import gave of its tables: how far a replacing import reaches.</summary>
    internal static StoreTable<(string Table, int Year)> YearsGiven { get; } = new StoreTable<(string Table, int Year)>(
        "import_years", row => (row.Text("name"), row.Whole("year")), StoredTables.ImportId, StoredTables.RowNo)
        .Text("name", y => y.Table)
        .Whole("year", y => y.Year);

    internal static StoreTable<Finding> Findings { get; } = new StoreTable<Finding>(
        "findings",
        row => new Finding(
            row.Text("file"), row.OptionalText("sheet"), row.Whole("row"), row.OptionalText("column"), row.OptionalText("value"),
            row.Word<FindingSeverity>("severity"), row.Text("code"), row.Text("message"), row.Text("action"))
        {
            Arguments = row.OptionalText("arguments") is { } arguments ? JsonSerializer.Deserialize<string[]>(arguments)! : [],
        },
        StoredTables.ImportId,
        StoredTables.RowNo)
        .Text("file", f => f.File)
        .OptionalText("sheet", f => f.Sheet)
        .Whole("row", f => f.Row)
        .OptionalText("column", f => f.Column)
        .OptionalText("value", f => f.Value)
        .Word("severity", f => f.Severity)
        .Text("code", f => f.Code)
        .Text("message", f => f.Message)
        .Text("action", f => f.Action)
        .OptionalText("arguments", f => f.Arguments.Count == 0 ? null : JsonSerializer.Serialize(f.Arguments));

    /// <summary>A file's bytes in parts, so that neither database nor program holds a large file at once.</summary>
    internal static StoreTable<byte[]> SourceParts { get; } = new StoreTable<byte[]>(
        "source_parts", row => row.Bytes("bytes"), new StoreColumn("sha256", ColumnKind.Text, false), StoredTables.RowNo)
        .Bytes("bytes", b => b);

    internal static IReadOnlyList<StoreTable> All { get; } = [Files, TablesGiven, YearsGiven, Findings, SourceParts];
}
