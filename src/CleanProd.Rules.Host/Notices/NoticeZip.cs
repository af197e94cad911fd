using System.Globalization;
using System.IO.Compression;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Notices;

namespace CleanProd.Rules.Host.Notices;

/// <summary>The documents of a batch in one file, written as they are read: no batch is ever whole in memory.</summary>
internal static class NoticeZip
{
    private const int LongestName = 60;

    /// <summary>Writes the kept documents in the order of the list.</summary>
    internal static async Task WriteAsync(IReadOnlyList<(NoticeBatchItem Item, Notice? Notice)> items, DocumentStore documents, Stream output, CancellationToken ct)
    {
        await using var archive = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        foreach (var (item, notice) in items)
        {
            if (notice?.DocumentSha256 is not { } sha256) continue;
            // A Word document is compressed already.
            var entry = archive.CreateEntry(NameOf(item.Place, notice), CompressionLevel.NoCompression);
            entry.LastWriteTime = new DateTimeOffset(notice.IssuedOn, TimeOnly.MinValue, TimeSpan.Zero);
            await using var file = await entry.OpenAsync(ct);
            await file.WriteAsync(await documents.FindAsync(sha256, ct), ct);
        }
    }

    /// <summary>Place on the list, number and enterprise; nothing in it can lead out of a folder or offend a file system.</summary>
    internal static string NameOf(int place, Notice notice) =>
        $"{place.ToString("0000", CultureInfo.InvariantCulture)} {Safe(notice.Number)} {Safe(notice.FacilityName)}.docx";

    /// <summary>A text as a part of a file name.</summary>
    internal static string Safe(string text)
    {
        var safe = string.Concat(text.Select(c => char.IsControl(c) || "/\\:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c))
            .Replace("..", "__", StringComparison.Ordinal).Trim(' ', '.');
        if (safe.Length <= LongestName) return safe;
        // Not through the middle of a rare character, which takes two places.
        return safe[..(char.IsHighSurrogate(safe[LongestName - 1]) ? LongestName - 1 : LongestName)].TrimEnd(' ', '.');
    }
}
