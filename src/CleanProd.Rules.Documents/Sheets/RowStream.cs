using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CleanProd.Rules.Documents.Sheets;

/// <summary>
/// Copies a saved workbook and writes the rows of its table sheets where the model row stands. Text becomes inline strings, so that
/// no code is ever read as a number. Entries get one fixed time stamp and one order.
/// </summary>
internal static class RowStream
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static void Write(Stream saved, IReadOnlyList<SheetRows> sheets, Stream output)
    {
        using var source = new ZipArchive(saved, ZipArchiveMode.Read, leaveOpen: true);
        var parts = PartsOf(source);
        var rows = sheets.Where(s => s.RowCount > 0).ToDictionary(s => parts[s.SheetName], StringComparer.Ordinal);
        using var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var ids = new StableIds();
        foreach (var entry in source.Entries.OrderBy(e => ids.Name(e.FullName), StringComparer.Ordinal))
        {
            var copy = target.CreateEntry(ids.Name(entry.FullName), CompressionLevel.Fastest);
            copy.LastWriteTime = Stamp;
            using var from = entry.Open();
            using var to = copy.Open();
            if (rows.TryGetValue(entry.FullName, out var sheet)) Fill(from, to, sheet);
            else if (StableIds.MayHold(entry.FullName)) ids.Copy(from, to);
            else from.CopyTo(to);
        }
    }

    /// <summary>Which entry holds which sheet.</summary>
    private static Dictionary<string, string> PartsOf(ZipArchive workbook)
    {
        XNamespace main = Main;
        XNamespace relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var targets = Load(workbook, "xl/_rels/workbook.xml.rels").Elements()
            .ToDictionary(e => (string)e.Attribute("Id")!, e => (string)e.Attribute("Target")!, StringComparer.Ordinal);
        return Load(workbook, "xl/workbook.xml").Element(main + "sheets")!.Elements().ToDictionary(
            s => (string)s.Attribute("name")!,
            s => targets[(string)s.Attribute(relation + "id")!] is var target && target.StartsWith('/') ? target[1..] : "xl/" + target,
            StringComparer.Ordinal);
    }

    private static XElement Load(ZipArchive archive, string entry)
    {
        using var stream = archive.GetEntry(entry)!.Open();
        return XElement.Load(stream);
    }

    private static void Fill(Stream from, Stream to, SheetRows sheet)
    {
        using var reader = XmlReader.Create(from, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        using var writer = XmlWriter.Create(to, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        var model = sheet.FirstRow.ToString(CultureInfo.InvariantCulture);
        var more = reader.Read();
        while (more)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" } && reader.GetAttribute("r") == model)
            {
                var styles = StylesOf((XElement)XNode.ReadFrom(reader), sheet.Columns);
                var number = sheet.FirstRow;
                foreach (var row in sheet.Rows()) WriteRow(writer, number++, row, styles, sheet.Widths);
                more = !reader.EOF;
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "dimension" })
            {
                writer.WriteStartElement(reader.Prefix, "dimension", Main);
                writer.WriteAttributeString("ref", $"A1:{ColumnName(sheet.Columns)}{(sheet.FirstRow + sheet.RowCount - 1).ToString(CultureInfo.InvariantCulture)}");
                writer.WriteEndElement();
                reader.Skip();
                more = !reader.EOF;
            }
            else
            {
                Copy(reader, writer);
                more = reader.Read();
            }
        }
    }

    private static string[] StylesOf(XElement row, int columns)
    {
        var styles = new string[columns];
        foreach (var (cell, i) in row.Elements().Select((c, i) => (c, i)))
            if (i < columns) styles[i] = (string?)cell.Attribute("s") ?? "0";
        return styles;
    }

    private static void WriteRow(XmlWriter writer, int number, object?[] cells, string[] styles, IReadOnlyList<double?> widths)
    {
        var row = number.ToString(CultureInfo.InvariantCulture);
        writer.WriteStartElement("row", Main);
        writer.WriteAttributeString("r", row);
        writer.WriteAttributeString("ht", Height(cells, widths).ToString(CultureInfo.InvariantCulture));
        writer.WriteAttributeString("customHeight", "1");
        for (var i = 0; i < styles.Length; i++)
        {
            writer.WriteStartElement("c", Main);
            writer.WriteAttributeString("r", ColumnName(i + 1) + row);
            writer.WriteAttributeString("s", styles[i]);
            switch (cells[i])
            {
                case null or "":
                    break;
                case string text:
                    WriteText(writer, text);
                    break;
                case decimal number15 when !FitsDouble(number15):
                    WriteText(writer, Facts.PlainNumber.Text(number15));
                    break;
                case IFormattable value:
                    writer.WriteElementString("v", Main, value is decimal d ? Facts.PlainNumber.Text(d) : value.ToString(null, CultureInfo.InvariantCulture));
                    break;
                default:
                    throw new InvalidOperationException($"A cell holds {cells[i]!.GetType()}.");
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    /// <summary>Height in points for the lines that the widest-wrapped cell takes; Excel's most is 409.</summary>
    private static double Height(object?[] cells, IReadOnlyList<double?> widths)
    {
        var lines = 1;
        for (var i = 0; i < widths.Count; i++)
            if (cells[i] is string text && widths[i] is { } width)
                lines = Math.Max(lines, TextWidth.Lines(text, width - 2));
        return Math.Min(409, 6 + 13.5 * lines);
    }

    private static void WriteText(XmlWriter writer, string text)
    {
        writer.WriteAttributeString("t", "inlineStr");
        writer.WriteStartElement("is", Main);
        writer.WriteStartElement("t", Main);
        writer.WriteAttributeString("xml", "space", null, "preserve");
        writer.WriteString(SheetText.Clean(text));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    /// <summary>Excel keeps 15 significant digits; a longer number stays text so that no digit is lost.</summary>
    private static bool FitsDouble(decimal number) =>
        Facts.PlainNumber.Text(number).Count(char.IsAsciiDigit) <= 15;

    internal static string ColumnName(int column)
    {
        var name = "";
        for (; column > 0; column = (column - 1) / 26) name = (char)('A' + (column - 1) % 26) + name;
        return name;
    }

    private static void Copy(XmlReader reader, XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                writer.WriteAttributes(reader, true);
                if (reader.IsEmptyElement) writer.WriteEndElement();
                break;
            case XmlNodeType.EndElement:
                writer.WriteFullEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                writer.WriteString(reader.Value);
                break;
            case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                writer.WriteWhitespace(reader.Value);
                break;
            case XmlNodeType.XmlDeclaration:
                writer.WriteStartDocument(true);
                break;
        }
    }
}
