using System.IO.Compression;

namespace CleanProd.Rules.Import;

/// <summary>
/// Refuses decompression bombs before a workbook is read. The sizes that a zip file declares are enough: the runtime never inflates an entry
/// beyond the size it declares, so that a lie makes the part end early and the workbook is refused as damaged. Nothing is inflated twice.
/// </summary>
internal static class XlsxGuard
{
    private const long LargestTotal = 2L << 30;
    private const long LargestUnquestioned = 50L << 20;
    private const long LargestRatio = 200;
    private const int MostEntries = 10_000;

    internal static void Check(string file, Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > MostEntries) throw Bomb(file, $"{zip.Entries.Count} parts");
        var total = 0L;
        foreach (var entry in zip.Entries)
        {
            total += entry.Length;
            if (entry.Length > LargestUnquestioned && entry.Length / Math.Max(1, entry.CompressedLength) > LargestRatio)
                throw Bomb(file, $"{entry.FullName}: {entry.CompressedLength} B → {entry.Length} B");
            if (total > LargestTotal) throw Bomb(file, $"> {LargestTotal} B");
        }

        stream.Position = 0;
    }

    private static ImportException Bomb(string file, string what) => new(
        $"{file}：工作簿解压后过大（{what}），疑似压缩炸弹，未读取。请另存为 CSV 或拆分后重新导入。"
        + $" / The workbook inflates beyond all measure ({what}), like a decompression bomb; it was not read. Save it as CSV or split it.");
}
