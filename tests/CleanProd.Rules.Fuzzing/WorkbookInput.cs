using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Fuzzing;

/// <summary>Excel workbooks of the tables, with parts damaged before or after they are packed.</summary>
internal static class WorkbookInput
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", Package = "http://schemas.openxmlformats.org/package/2006";

    internal static IReadOnlyList<(string Name, byte[] Bytes)> Make(Random random)
    {
        var tables = FactTables.All.Where(_ => random.Next(5) == 0).DefaultIfEmpty(FactTables.All[0]).ToArray();
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(random, zip, "[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            Part(random, zip, "_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Rel}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Part(random, zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Rel}\"><sheets>{string.Concat(tables.Select((t, i) => $"<sheet name=\"{t.Name}\" sheetId=\"{i + 1}\" r:id=\"r{i + 1}\"/>"))}</sheets></workbook>");
            Part(random, zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\">{string.Concat(tables.Select((_, i) => $"<Relationship Id=\"r{i + 1}\" Type=\"{Rel}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id=\"r99\" Type=\"{Rel}/styles\" Target=\"styles.xml\"/></Relationships>");
            Part(random, zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            foreach (var (i, table) in tables.Index()) Part(random, zip, $"xl/worksheets/sheet{i + 1}.xml", Sheet(random, table));
        }

        return [("set.xlsx", random.Next(3) == 0 ? Damage.Bytes(random, bytes.ToArray()) : bytes.ToArray())];
    }

    private static string Sheet(Random random, FactTable table)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        var number = 0;
        foreach (var row in CsvInput.Rows(random, table))
        {
            number += random.Next(20) == 0 ? random.Next(1, 1000) : 1;
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
            foreach (var (i, cell) in row.Index())
            {
                // A column beyond the last, a cell out of order, a shared string that is not there.
                var place = random.Next(60) == 0 ? "XFD1048576" : string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + (i % 26))}{number}");
                xml.Append(random.Next(40) == 0 ? $"<c r=\"{place}\" t=\"s\"><v>999</v></c>"
                    : decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? $"<c r=\"{place}\" s=\"{random.Next(3)}\"><v>{SecurityElement.Escape(cell)}</v></c>"
                    : $"<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(cell)}</t></is></c>");
            }

            xml.Append("</row>");
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static void Part(Random random, ZipArchive zip, string name, string text)
    {
        using var to = zip.CreateEntry(name).Open();
        var bytes = Encoding.UTF8.GetBytes(text);
        to.Write(random.Next(25) == 0 ? Damage.Bytes(random, bytes) : bytes);
    }
}
