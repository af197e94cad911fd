using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;

namespace CleanProd.Rules.Fuzzing;

/// <summary>Has the library read an input, and holds it to what it promises: a refusal or a result, and no row or finding lost.</summary>
internal static class Reading
{
    internal static void Import(ReferenceData reference, IReadOnlyList<(string Name, byte[] Bytes)> files, ColumnMap? map = null)
    {
        ImportResult result;
        try
        {
            result = new DataSetImporter(reference, map, new ImportArguments(2024)).Import([.. files.Select(f => new SourceFile(f.Name, () => new MemoryStream(f.Bytes, writable: false)))]);
        }
        catch (ImportException e)
        {
            Must(e.Message.Length > 10, "a refusal says why");
            return;
        }

        foreach (var file in result.Files)
        {
            var refused = result.Findings.Where(f => f.File == file.Name && f.Severity == FindingSeverity.Error && f.Row > 0).Select(f => (f.Sheet, f.Row)).Distinct().Count();
            // The frames of a device that nobody knows are one finding with their number.
            Must(refused == file.RowsRefused || (refused < file.RowsRefused && result.Findings.Any(f => f.File == file.Name && f.Code == "hj212_device_unknown")), $"{file.Name}: {file.RowsRefused} rows refused, errors at {refused}");
            // Rows of which only the broken quote is known are refused without having been read.
            Must(file.RowsTaken + file.RowsRefused + file.Duplicates + file.RowsLeftOut >= file.RowsRead, $"{file.Name}: {file}");
            Must(file is { RowsTaken: >= 0, Duplicates: >= 0, RowsLeftOut: >= 0 }, $"{file.Name}: {file}");
        }

        foreach (var finding in result.Findings) Must(finding.Message.Length > 0 && finding.Action.Length > 0 && finding.Code.Length > 0, $"{finding} says what and what to do");
        using var csv = new StringWriter();
        FindingsCsv.Write(result.Findings, csv);
        Must(result.Facts.Facilities.All(f => f.Series.All(s => s.Points().Length == s.Count)), "series are whole");
    }

    internal static void Map(ReferenceData reference, string json, (string Name, byte[] Bytes) file)
    {
        ColumnMap map;
        try
        {
            map = ColumnMapReader.Read(json, "map.json");
        }
        catch (ColumnMapException e)
        {
            Must(e.Message.Contains("map.json", StringComparison.Ordinal), $"a refusal names the file: {e.Message}");
            return;
        }

        Import(reference, [file], map);
    }

    private static void Must(bool holds, string what)
    {
        if (!holds) throw new InvalidOperationException(what);
    }
}
