using System.IO.Compression;
using System.Security;
using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;

namespace CleanProd.Rules.Tests.Import;

/// <summary>Small data sets for tests: CSV texts and workbooks made on the spot.</summary>
internal static class DataSets
{
    internal const string Facilities = "facility_id,name\nA,甲厂\n";

    internal static SourceFile Csv(string name, string text, Encoding? encoding = null)
    {
        encoding ??= new UTF8Encoding(false);
        return Bytes(name, [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
    }

    internal static SourceFile Bytes(string name, byte[] bytes) => new(name, () => new MemoryStream(bytes, writable: false));

    internal static ImportResult ImportOf(params SourceFile[] files) => ImportOf(null, 2024, files);

    internal static ImportResult ImportOf(ColumnMap? map, int year, params SourceFile[] files) =>
        new DataSetImporter(Reference, map, new ImportArguments(year)).Import(files);

    /// <summary>COD and pH, one city, one industry.</summary>
    internal static readonly ReferenceData Reference = new()
    {
        Pollutants = new PollutantRegister(
        [
            (new Pollutant(new("w01018"), "化学需氧量", "COD", Medium.Water), ["COD", "CODcr"]),
            (new Pollutant(new("w01001"), "pH值", "pH", Medium.Water), ["pH"]),
            (new Pollutant(new("w21020"), "汞", "mercury", Medium.Water), ["总汞"]),
            (new Pollutant(new("a20057"), "汞", "mercury", Medium.Air), ["总汞"]),
        ]),
        Regions = new RegionRegister([new Region("440100", "广州市", "440000", "珠三角")]),
        Industries = new IndustryRegister([new Industry("C3360", "金属表面处理及热处理加工")]),
    };

    internal static Finding Single(ImportResult result, string code) => result.Findings.Single(f => f.Code == code);

    /// <summary>A workbook: per sheet its rows, per row the XML of its cells, by row number.</summary>
    internal static byte[] Workbook(params (string Name, (int Row, string[] Cells)[] Rows)[] sheets)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
            const string rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            const string package = "http://schemas.openxmlformats.org/package/2006";
            Part(zip, "[Content_Types].xml", $"<Types xmlns=\"{package}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            Part(zip, "_rels/.rels", $"<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{rel}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Part(zip, "xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{rel}\"><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" r:id=\"r{i + 1}\"/>"))}</sheets></workbook>");
            Part(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{package}/relationships\">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"r{i + 1}\" Type=\"{rel}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id=\"r99\" Type=\"{rel}/styles\" Target=\"styles.xml\"/></Relationships>");
            // Style 1 is a date.
            Part(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            foreach (var (sheet, i) in sheets.Select((s, i) => (s, i)))
                Part(zip, $"xl/worksheets/sheet{i + 1}.xml", $"<worksheet xmlns=\"{main}\"><sheetData>{string.Concat(sheet.Rows.Select(Row))}</sheetData></worksheet>");
        }

        return bytes.ToArray();
    }

    internal static string Text(string text) => $" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is>";

    internal static string Number(string number) => $"><v>{number}</v>";

    internal static string Date(int serial) => $" s=\"1\"><v>{serial}</v>";

    internal static string Error(string error) => $" t=\"e\"><v>{error}</v>";

    internal static void Part(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }

    private static string Row((int Row, string[] Cells) row) =>
        $"<row r=\"{row.Row}\">{string.Concat(row.Cells.Select((c, i) => $"<c r=\"{(char)('A' + i)}{row.Row}\"{c}</c>"))}</row>";
}
