using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using CleanProd.Rules.Host.Screen;
using Sylvan.Data.Csv;

namespace CleanProd.Rules.Tests.Host.Security;

/// <summary>Every text that a data set can bring is hostile: what comes out runs nowhere, neither in a spreadsheet, nor in a page, nor as a path.</summary>
public sealed class HostileTextTests : IDisposable
{
    private static readonly string[] Texts =
    [
        "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "＝1+1", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "]]><x/>", "&lt;&amp;", "{{文号}}", "../../../etc/passwd", "a/b\\c:d*e?f",
        "CON", "‮倒", "😀", "'; DROP TABLE imports; --", "${jndi:ldap://x}", "%0d%0aSet-Cookie: x=1", "javascript:alert(1)",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_output_of_a_screening_runs_what_the_data_says()
    {
        var data = Directory.CreateDirectory(_folder["data"]).FullName;
        Write("facilities.csv", ["facility_id", "name", "region", "address", "industry", "legal_representative", "permit_number", "status"], (t, i) => [$"{i:00}{t}", t, "440115", t, "C1713", t, t, "operating"]);
        Write("outlets.csv", ["facility_id", "outlet_id", "name", "medium", "discharge"], (t, i) => [$"{i:00}{t}", t, t, "water", "direct"]);
        Write("measurements.csv", ["facility_id", "outlet_id", "pollutant", "at", "window", "value", "unit", "origin", "limit_high"], (t, i) => [$"{i:00}{t}", t, "w01018", "2024-03-05", "day", "95.5", "mg/L", "automatic", "80"]);
        Write("substances.csv", ["facility_id", "year", "substance", "role", "quantity", "unit", "purpose"], (t, i) => [$"{i:00}{t}", "2024", t, "used", "3", "t", t]);
        Write("discretion.csv", ["facility_id", "topic", "value", "decided_by", "decided_on", "reason"], (t, i) => [$"{i:00}{t}", t, t, t, "2024-03-05", t]);
        // Rows that are refused show their values in the findings.
        Write("energy.csv", ["facility_id", "year", "product", "output", "output_unit", "energy", "energy_unit"], (t, i) => [$"{i:00}{t}", t, t, t, t, t, t]);

        var output = _folder["out"];
        using var job = new ScreenJob(new(data, 2024, new(2025, 1, 15), null, null, output, "zh-CN", false, true));
        Assert.InRange(await job.RunAsync(CancellationToken.None), 0, 1);

        Assert.Equal(Texts.Length, File.ReadLines(Path.Combine(output, "determinations.jsonl")).Count(l => JsonDocument.Parse(l).RootElement.GetProperty("outcome").GetString() == "triggered"));
        foreach (var file in (string[])["findings.csv", "candidates.csv"]) NoCellIsAFormula(Path.Combine(output, file));
        using (var workbook = ZipFile.OpenRead(Path.Combine(output, "candidates.xlsx"))) NoFormulaAndNoLink(workbook);
        var notices = Directory.GetFiles(Path.Combine(output, "notices"), "*", SearchOption.AllDirectories);
        Assert.Equal(Texts.Length, notices.Length);
        Assert.All(notices, n => Assert.Equal(Path.Combine(output, "notices"), Path.GetDirectoryName(n)));
        foreach (var notice in notices)
        {
            using var document = ZipFile.OpenRead(notice);
            NoFormulaAndNoLink(document);
        }

        Assert.Equal([data, output], Directory.GetDirectories(_folder.Path).Order(StringComparer.Ordinal));
        foreach (var line in File.ReadLines(Path.Combine(output, "explanations.jsonl"))) JsonDocument.Parse(line).Dispose();

        void Write(string file, string[] headings, Func<string, int, string[]> row)
        {
            var text = new StringBuilder(string.Join(',', headings) + "\n");
            foreach (var (i, t) in Texts.Index()) text.Append(string.Join(',', row(t, i).Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))).Append('\n');
            File.WriteAllText(Path.Combine(data, file), text.ToString());
        }
    }

    private static void NoCellIsAFormula(string file)
    {
        using var csv = CsvDataReader.Create(file, new CsvDataReaderOptions { HasHeaders = false });
        var cells = 0;
        while (csv.Read())
        {
            for (var i = 0; i < csv.RowFieldCount; i++)
            {
                var cell = csv.GetString(i).TrimStart('\ufeff');
                cells++;
                Assert.False(cell.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(cell[0], StringComparison.Ordinal), $"{Path.GetFileName(file)}: {cell}");
            }
        }

        Assert.True(cells > Texts.Length);
    }

    // Every part is well-formed, no cell holds a formula, nothing leads outside the file but what the program's own template says.
    private static void NoFormulaAndNoLink(ZipArchive office)
    {
        foreach (var entry in office.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal) || e.FullName.EndsWith(".rels", StringComparison.Ordinal)))
        {
            using var part = entry.Open();
            var xml = XElement.Load(part);
            // The bars of data that the program draws itself have bounds of the same name in another namespace.
            Assert.DoesNotContain(xml.DescendantsAndSelf(), e => e.Name == XName.Get("f", "http://schemas.openxmlformats.org/spreadsheetml/2006/main") || e.Name.LocalName is "script" or "img" or "object");
            Assert.DoesNotContain(xml.DescendantsAndSelf().Attributes(), a => a.Name.LocalName == "TargetMode" && a.Value == "External");
        }
    }
}
