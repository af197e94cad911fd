using System.IO.Compression;
using CleanProd.Rules.Documents;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Host.Screenings;

namespace CleanProd.Rules.Host.Pages.Reference;

/// <summary>A row that one of two editions has.</summary>
/// <param name="File">The table.</param>
/// <param name="IsAdded">Whether the new edition has it.</param>
/// <param name="Text">The row as its file writes it.</param>
internal sealed record ChangedRow(string File, bool IsAdded, string Text);

/// <summary>What a new edition of the reference data says otherwise, row by row. Nothing is kept of it.</summary>
internal sealed class ReferenceDifference(LawBooks books) : IPageReader
{
    private const long LongestUnpacked = 400L << 20;

    /// <summary>Checks a workbook as strictly as a screening does, and lists its differences.</summary>
    /// <exception cref="BadInputException">It is no such workbook, or a table in it is refused.</exception>
    internal IReadOnlyList<ChangedRow> Of(Stream workbook) => Of(workbook, books.ReferenceFiles);

    /// <summary>The same, held against other files.</summary>
    internal static IReadOnlyList<ChangedRow> Of(Stream workbook, IReadOnlyDictionary<string, byte[]> inUse)
    {
        IReadOnlyDictionary<string, byte[]> files;
        try
        {
            using (var zip = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true))
                if (zip.Entries.Sum(e => e.Length) > LongestUnpacked) throw new InvalidDataException($"工作簿解开后超过 {LongestUnpacked >> 20} MB。 Unpacked the workbook is larger than {LongestUnpacked >> 20} MB.");
            workbook.Position = 0;
            files = ReferenceWorkbook.Read(workbook);
            _ = ReferenceReader.Read(files);
        }
        catch (Exception e) when (e is InvalidDataException or ReferenceDataException or ArgumentException or FormatException)
        {
            throw new BadInputException(e.Message);
        }

        return
        [
            .. from file in files.Keys.Union(inUse.Keys).Order(StringComparer.Ordinal)
               let before = Rows(inUse, file)
               let after = Rows(files, file)
               from row in before.Except(after).Select(r => new ChangedRow(file, false, r)).Concat(after.Except(before).Select(r => new ChangedRow(file, true, r)))
               select row,
        ];
    }

    // As rows of cells, so that another way to quote a cell is no difference.
    private static HashSet<string> Rows(IReadOnlyDictionary<string, byte[]> files, string file) => files.TryGetValue(file, out var bytes)
        ? [.. ReferenceCsv.Read(file, bytes).Skip(1).Select(r => string.Join(" | ", r))]
        : [];
}
