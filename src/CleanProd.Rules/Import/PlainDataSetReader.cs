using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>Reads a data set whose files and sheets bear the names of the tables.</summary>
internal sealed class PlainDataSetReader(FactGatherer gatherer, FindingLog log, ImportPulse pulse) : IDataSetReader
{
    private readonly PlainSheetReader _sheets = new(gatherer, log, pulse);
    private bool _any;

    public bool Wants(SourceFile file) => IsWorkbook(file) || TableNames.OfFile(file) is not null;

    public void Read(SourceFile file, SourceSheet sheet)
    {
        var table = sheet.Name is null ? TableNames.OfFile(file) : TableNames.Of(sheet.Name);
        if (table is null)
        {
            log.Add("sheet_ignored", new SourceRef(file.Name, sheet.Name, 0), null, null);
            return;
        }

        _any = true;
        _sheets.Read(sheet, table);
    }

    public void Finish()
    {
        if (_any) return;
        throw new ImportException(
            "没有找到约定的表。文件或工作表应命名为：" + string.Join("、", FactTables.All.Select(t => $"{t.Name}（{t.Chinese[0]}）"))
            + "；其他来源的文件请用 --map 指定列映射。 / No table was found. Name files or sheets after the tables, or read a foreign file with a column map (--map).");
    }

    public void Check(FactSet facts)
    {
        // The project's own tables say nothing about themselves.
    }

    private static bool IsWorkbook(SourceFile file) =>
        file.Name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
        || file.Name.EndsWith(".xlsm", StringComparison.OrdinalIgnoreCase)
        || file.Name.EndsWith(".xls", StringComparison.OrdinalIgnoreCase);
}
