using System.IO.Compression;
using System.Text;
using CleanProd.Rules.Documents;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Tests.Import;

namespace CleanProd.Rules.Tests.Host.Security;

/// <summary>Workbooks and templates that try to read files of the server, or to grow beyond all measure.</summary>
public sealed class HostileFileTests : IDisposable
{
    private const string Secret = "what-only-the-server-knows";

    private readonly TemporaryFolder _folder = new();

    public HostileFileTests() => File.WriteAllText(_folder["secret.txt"], Secret);

    public void Dispose() => _folder.Dispose();

    private string External => $"<!DOCTYPE x [<!ENTITY e SYSTEM \"file://{_folder["secret.txt"]}\">]>";

    // Ten to the ninth, if anybody expanded it.
    private static string Laughs => $"<!DOCTYPE x [<!ENTITY a0 \"ha\">{string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}\">"))}<!ENTITY e \"&a9;\">]>";

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml", true)]
    [InlineData("xl/worksheets/sheet1.xml", false)]
    [InlineData("xl/sharedStrings.xml", true)]
    [InlineData("xl/workbook.xml", true)]
    [InlineData("xl/styles.xml", false)]
    [InlineData("xl/_rels/workbook.xml.rels", true)]
    [InlineData("[Content_Types].xml", false)]
    public void An_entity_of_a_workbook_is_neither_fetched_nor_expanded(string part, bool external)
    {
        var shown = "";
        try
        {
            var import = DataSets.ImportOf(DataSets.Bytes("set.xlsx", Workbook(part, external ? External : Laughs)));
            shown = string.Join('\n', import.Facts.Facilities.Select(f => f.Facility.Name).Concat(import.Findings.Select(f => $"{f.Value} {f.Message}")));
        }
        catch (ImportException e)
        {
            shown = e.ToString();
        }

        Assert.DoesNotContain(Secret, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("hahaha", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("word/document.xml", true)]
    [InlineData("word/document.xml", false)]
    [InlineData("word/header1.xml", true)]
    public void An_entity_of_a_template_refuses_it(string part, bool external)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
            foreach (var name in new[] { "word/document.xml", part }.Distinct())
                DataSets.Part(archive, name, $"{(name == part ? external ? External : Laughs : "")}<w:document xmlns:w=\"{W}\"><w:body><w:p><w:r><w:t>{(name == part ? "&e;" : "")}</w:t></w:r></w:p></w:body></w:document>");
        }

        file.Position = 0;
        var refusal = Assert.Throws<NoticeTemplateException>(() => NoticeTemplate.Read(file, DocumentLanguage.Chinese));
        Assert.DoesNotContain(Secret, refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_that_lies_about_its_size_is_not_inflated_beyond_the_lie()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < 8; i++)
            {
                using var part = archive.CreateEntry($"word/header{i}.xml", CompressionLevel.SmallestSize).Open();
                var block = new byte[1 << 20];
                for (var mib = 0; mib < 48; mib++) part.Write(block);
            }
        }

        var bytes = file.ToArray();
        // The length that the directory at the end states of each part.
        for (var at = 0; (at = IndexOf(bytes, "PK\u0001\u0002"u8, at)) >= 0; at += 46) BitConverter.TryWriteBytes(bytes.AsSpan(at + 24), 10u);
        // The fewest of several: others run beside this test.
        Assert.True(Costs.Allocated(() => Assert.Throws<NoticeTemplateException>(() => NoticeTemplate.Read(new MemoryStream(bytes), DocumentLanguage.Chinese))) < 256L << 20);
    }

    private static int IndexOf(byte[] bytes, ReadOnlySpan<byte> what, int from)
    {
        var at = bytes.AsSpan(from).IndexOf(what);
        return at < 0 ? -1 : from + at;
    }

    private static byte[] Workbook(string part, string doctype)
    {
        using var bytes = new MemoryStream();
        bytes.Write(DataSets.Workbook(("facilities", [(1, [DataSets.Text("facility_id"), DataSets.Text("name")]), (2, [DataSets.Text("A"), DataSets.Text("ENTITY")])])));
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(part);
            var text = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>ENTITY</t></si></sst>";
            if (entry is not null)
            {
                using (var reader = new StreamReader(entry.Open(), Encoding.UTF8)) text = reader.ReadToEnd();
                entry.Delete();
            }

            DataSets.Part(zip, part, doctype + text.Replace("ENTITY", "&e;", StringComparison.Ordinal));
        }

        return bytes.ToArray();
    }
}
