using System.IO.Compression;
using System.Xml;

namespace CleanProd.Rules.Import;

/// <summary>
/// Cells that Excel could not compute (<c>#N/A</c>, <c>#REF!</c>). The reader of workbooks gives them as blanks, and a blank means something else: not
/// measured, not given. Sheets without such a cell, as nearly all are, are only searched for its mark.
/// </summary>
internal static class XlsxErrorCells
{
    private static readonly XmlReaderSettings Strict = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true, IgnoreComments = true, CloseInput = true };

    /// <summary>By name of the sheet, then by row and column, both from 0.</summary>
    internal static Dictionary<string, Dictionary<(int Row, int Column), string>> Find(Stream stream)
    {
        var found = new Dictionary<string, Dictionary<(int Row, int Column), string>>(StringComparer.Ordinal);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
        {
            if (zip.GetEntry("xl/workbook.xml") is { } book && zip.GetEntry("xl/_rels/workbook.xml.rels") is { } relations)
            {
                var parts = Read(relations, "Relationship", x => (Key: x.GetAttribute("Id") ?? "", Value: x.GetAttribute("Target") ?? "")).ToDictionary(r => r.Key, r => r.Value, StringComparer.Ordinal);
                foreach (var (name, id) in Read(book, "sheet", x => (x.GetAttribute("name") ?? "", x.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? "")))
                {
                    if (!parts.TryGetValue(id, out var target)) continue;
                    if (zip.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target) is { } sheet && HoldsMark(sheet)) found[name] = Cells(sheet);
                }
            }
        }

        stream.Position = 0;
        return found;
    }

    private static bool HoldsMark(ZipArchiveEntry sheet)
    {
        using var bytes = sheet.Open();
        var buffer = new byte[1 << 16];
        for (var kept = 0; ;)
        {
            var read = bytes.ReadAtLeast(buffer.AsSpan(kept), 1, throwOnEndOfStream: false);
            if (read == 0) return false;
            var part = buffer.AsSpan(0, kept + read);
            if (part.IndexOf(" t=\"e\""u8) >= 0 || part.IndexOf(" t='e'"u8) >= 0) return true;
            // The mark may lie across two parts.
            kept = Math.Min(part.Length, 6);
            part[^kept..].CopyTo(buffer);
        }
    }

    private static Dictionary<(int Row, int Column), string> Cells(ZipArchiveEntry sheet)
    {
        var cells = new Dictionary<(int Row, int Column), string>();
        using var xml = XmlReader.Create(sheet.Open(), Strict);
        var (row, column, isError) = (-1, -1, false);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "row":
                    (row, column) = (xml.GetAttribute("r") is { } r ? int.Parse(r, System.Globalization.CultureInfo.InvariantCulture) - 1 : row + 1, -1);
                    break;
                case "c":
                    column = xml.GetAttribute("r") is { } at ? ColumnOf(at) : column + 1;
                    isError = xml.GetAttribute("t") == "e";
                    break;
                case "v" when isError:
                    // One step on to its text, so that no element is passed over.
                    if (!xml.IsEmptyElement && xml.Read() && xml.NodeType is XmlNodeType.Text) cells[(row, column)] = xml.Value;
                    isError = false;
                    break;
            }
        }

        return cells;
    }

    // B12 → 1.
    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var c in reference.TakeWhile(char.IsAsciiLetter)) column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
        return column - 1;
    }

    private static List<T> Read<T>(ZipArchiveEntry entry, string element, Func<XmlReader, T> of)
    {
        var all = new List<T>();
        using var xml = XmlReader.Create(entry.Open(), Strict);
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == element) all.Add(of(xml));
        return all;
    }
}
