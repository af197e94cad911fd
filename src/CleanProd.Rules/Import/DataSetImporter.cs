using System.Security.Cryptography;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import.Csv;
using CleanProd.Rules.Import.Hj212;

namespace CleanProd.Rules.Import;

/// <summary>
/// Imports a data set: CSV files, JSON files and workbooks whose names or sheets are tables of the data set, or any others through a column map.
/// </summary>
/// <param name="reference">Codes to resolve with.</param>
/// <param name="map">Column map; null when files and headings are the project's own.</param>
/// <param name="arguments">What the map may ask for.</param>
public sealed class DataSetImporter(ReferenceData reference, ColumnMap? map, ImportArguments arguments)
{
    /// <summary>Where measured values go that should not all stay in memory; the facts lie there as long as they are used. Null keeps all in memory.</summary>
    public IScratch? Scratch { get; init; }

    /// <summary>How it reads; never what comes of it.</summary>
    internal ImportMeans Means { get; init; } = new();

    /// <summary>Reads all files.</summary>
    /// <param name="files">The files; their order does not matter.</param>
    /// <param name="progress">Told now and then.</param>
    /// <param name="ct">Stops the import.</param>
    /// <exception cref="ImportException">The input as a whole cannot be used; nothing was imported.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ImportResult Import(IReadOnlyList<SourceFile> files, IProgress<ImportProgress>? progress = null, CancellationToken ct = default)
    {
        var log = new FindingLog();
        var gatherer = new FactGatherer(reference, log, Means with { Scratch = Scratch });
        var pulse = new ImportPulse(progress, ct);
        var sorted = files.OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        var logs = map is null ? sorted.Where(Hj212LogReader.Wants).ToList() : [];
        if (logs.Count == 0 && !sorted.Any(IsReadable))
            throw new ImportException(
                "没有可读取的文件：应为 CSV（.csv、.tsv、.txt）、JSON（.json）、Excel（.xlsx、.xls）或 HJ 212 报文日志文件。请检查路径。"
                + " / There is no file to read: expected CSV (.csv, .tsv, .txt), JSON (.json), Excel (.xlsx, .xls) or logs of HJ 212 frames. Check the path.");
        IDataSetReader reader = map is null
            ? new PlainDataSetReader(gatherer, log, pulse)
            : new MappedDataSetReader(map, arguments, gatherer, log, pulse, sorted.Count(IsReadable) == 1);
        var hashes = new List<(string File, string Sha256)>();
        foreach (var file in sorted.Except(logs))
        {
            ct.ThrowIfCancellationRequested();
            if (!IsReadable(file) || !reader.Wants(file)) log.Add(file.Name.EndsWith('/') ? "folder_ignored" : "file_ignored", new SourceRef(file.Name, null, 0), null, null);
            else hashes.Add((file.Name, Read(file, reader, log)));
        }

        // The table of the devices has to be known before their logs.
        var devices = new Hj212LogReader(reference, gatherer, log, pulse);
        foreach (var file in logs) hashes.Add((file.Name, devices.Read(file)));
        if (logs.Count == 0) reader.Finish();
        var facts = gatherer.Settle();
        reader.Check(facts);
        TotalChecks.Compare(facts, reference, log);
        return new ImportResult(facts, log.Sorted(), [.. hashes.OrderBy(h => h.File, StringComparer.Ordinal).Select(h => log.Counts(h.File).ToFile(h.File, h.Sha256))]);
    }

    private string Read(SourceFile file, IDataSetReader reader, FindingLog log)
    {
        if (IsJson(file))
        {
            reader.Read(file, JsonSheetReader.Read(file, TextEncoding.Detect(file)));
            using var stream = file.Open();
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }

        if (!IsWorkbook(file))
        {
            using var rows = new CsvRows(file, TextEncoding.Detect(file), log, Means.BlockLength);
            reader.Read(file, rows.Sheet);
            return rows.Sha256();
        }

        using var workbook = new WorkbookReader(file, tellsErrors: map is null);
        foreach (var sheet in workbook.Sheets()) reader.Read(file, sheet);
        return workbook.Sha256;
    }

    // Column maps line up sheets; JSON bears the words of the tables already.
    private bool IsReadable(SourceFile file) =>
        !file.BaseName.StartsWith("~$", StringComparison.Ordinal)
        && (IsWorkbook(file) || HasEnding(file, ".csv", ".tsv", ".txt") || (map is null && IsJson(file)));

    internal static bool IsJson(SourceFile file) => HasEnding(file, ".json");

    internal static bool IsWorkbook(SourceFile file) => HasEnding(file, ".xlsx", ".xlsm", ".xls");

    private static bool HasEnding(SourceFile file, params string[] endings) =>
        endings.Any(e => file.Name.EndsWith(e, StringComparison.OrdinalIgnoreCase));
}

/// <summary>What is done with the sheets of a data set.</summary>
internal interface IDataSetReader
{
    /// <summary>Whether a file is worth opening.</summary>
    bool Wants(SourceFile file);

    /// <summary>Reads one sheet, or says why not.</summary>
    void Read(SourceFile file, SourceSheet sheet);

    /// <summary>Called after the last file.</summary>
    /// <exception cref="ImportException">Nothing could be used.</exception>
    void Finish();

    /// <summary>Compares the settled facts with what the source says about itself.</summary>
    void Check(FactSet facts);
}
