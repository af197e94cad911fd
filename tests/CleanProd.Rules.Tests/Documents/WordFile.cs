using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace CleanProd.Rules.Tests.Documents;

/// <summary>Small Word files written and read by hand.</summary>
internal static class WordFile
{
    internal static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>A document with this body.</summary>
    internal static MemoryStream Of(string body)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var writer = new StreamWriter(archive.CreateEntry("word/document.xml").Open(), new UTF8Encoding(false)))
            writer.Write($"<w:document xmlns:w=\"{W.NamespaceName}\"><w:body>{body}</w:body></w:document>");
        stream.Position = 0;
        return stream;
    }

    internal static string P(params string[] runs) => "<w:p>" + string.Concat(runs.Select(r => $"<w:r><w:t>{r}</w:t></w:r>")) + "</w:p>";

    /// <summary>Text of every paragraph of the document, a line break as a new line.</summary>
    internal static IReadOnlyList<string> Paragraphs(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var stream = archive.GetEntry("word/document.xml")!.Open();
        return XElement.Load(stream).Descendants(W + "p")
            .Select(p => string.Concat(p.Descendants().Where(e => e.Name == W + "t" || e.Name == W + "br").Select(e => e.Name == W + "br" ? "\n" : e.Value))).ToArray();
    }
}
