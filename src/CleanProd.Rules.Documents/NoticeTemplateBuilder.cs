using CleanProd.Rules.Facts;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CleanProd.Rules.Documents.Templates;
using CleanProd.Rules.Lists;
using static CleanProd.Rules.Documents.Templates.OfficialPaper;
using static CleanProd.Rules.Documents.Templates.ParagraphText;

namespace CleanProd.Rules.Documents;

/// <summary>
/// Writes the default notice templates, which ship as <c>data/templates/notice.*.docx</c> and <c>withdrawal.*.docx</c>: A4 with the
/// margins of GB/T 9704-2012. A bureau edits the file in Word; this builder only makes the original again.
/// </summary>
public static class NoticeTemplateBuilder
{
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>Writes the template of a language; the same bytes every time.</summary>
    public static void Write(Stream output, DocumentLanguage language, NoticeForm form = NoticeForm.Notice)
    {
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Add(archive, "[Content_Types].xml", ContentTypes());
        Add(archive, "_rels/.rels", Relationships(("rId1", "officeDocument", "word/document.xml")));
        Add(archive, "word/document.xml", Document(language, form));
        Add(archive, "word/_rels/document.xml.rels", Relationships(("rId1", "footer", "footer1.xml"), ("rId2", "fontTable", "fontTable.xml"), ("rId3", "styles", "styles.xml")));
        Add(archive, "word/footer1.xml", Footer());
        Add(archive, "word/fontTable.xml", Fonts());
        Add(archive, "word/styles.xml", Styles(language));
    }

    private static XElement Document(DocumentLanguage language, NoticeForm form) => new(W + "document",
        new XAttribute(XNamespace.Xmlns + "w", W), new XAttribute(XNamespace.Xmlns + "r", R),
        new XElement(W + "body",
            form == NoticeForm.Notice ? NoticePages.Of(language) : WithdrawalPages.Of(language),
            new XElement(W + "sectPr",
                new XElement(W + "footerReference", Value("type", "default"), new XAttribute(R + "id", "rId1")),
                new XElement(W + "pgSz", Value("w", 11906), Value("h", 16838)),
                new XElement(W + "pgMar", Value("top", 2098), Value("right", 1474), Value("bottom", 1984), Value("left", 1587), Value("header", 851), Value("footer", 1400), Value("gutter", 0)))));

    /// <summary>Page number between two dashes, 四号.</summary>
    private static XElement Footer()
    {
        return new(W + "ftr", new XAttribute(XNamespace.Xmlns + "w", W),
            new XElement(W + "p", new XElement(W + "pPr", new XElement(W + "jc", Value("val", "center"))),
                Run(Text("— ")), Run(Field("begin")), Run(new XElement(W + "instrText", " PAGE ")), Run(Field("separate")), Run(Text("1")), Run(Field("end")), Run(Text(" —"))));

        static XElement Run(XElement content) => new(W + "r", new XElement(W + "rPr",
            new XElement(W + "rFonts", Value("ascii", "Times New Roman"), Value("hAnsi", "Times New Roman"), Value("eastAsia", "宋体")),
            new XElement(W + "sz", Value("val", 28))), content);
        static XElement Text(string text) => new(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text);
        static XElement Field(string kind) => new(W + "fldChar", Value("fldCharType", kind));
    }

    /// <summary>What to use where a font of the standard is not installed.</summary>
    private static XElement Fonts()
    {
        (string Name, string Other)[] fonts = [("方正小标宋简体", "宋体"), ("仿宋_GB2312", "仿宋"), ("黑体", "SimHei"), ("宋体", "SimSun")];
        return new(W + "fonts", new XAttribute(XNamespace.Xmlns + "w", W),
            fonts.Select(f => new XElement(W + "font", Value("name", f.Name), new XElement(W + "altName", Value("val", f.Other)), new XElement(W + "charset", Value("val", "86")))));
    }

    private static XElement Styles(DocumentLanguage language) => new(W + "styles", new XAttribute(XNamespace.Xmlns + "w", W),
        new XElement(W + "docDefaults", new XElement(W + "rPrDefault", new XElement(W + "rPr",
            new XElement(W + "rFonts", Value("ascii", "Times New Roman"), Value("hAnsi", "Times New Roman"), Value("eastAsia", "仿宋_GB2312")),
            new XElement(W + "lang", Value("val", "en-GB"), Value("eastAsia", language == DocumentLanguage.Chinese ? "zh-CN" : "en-GB"))))),
        new XElement(W + "style", Value("type", "paragraph"), Value("default", 1), Value("styleId", "Normal"), new XElement(W + "name", Value("val", "Normal"))));

    private static XElement ContentTypes() => new(Types + "Types",
        new XElement(Types + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
        new XElement(Types + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")),
        Override("document", "document.main"), Override("footer1", "footer"), Override("fontTable", "fontTable"), Override("styles", "styles"));

    private static XElement Override(string part, string kind) =>
        new(Types + "Override", new XAttribute("PartName", $"/word/{part}.xml"), new XAttribute("ContentType", Word + kind + "+xml"));

    private static XElement Relationships(params (string Id, string Kind, string Target)[] relationships) => new(Package + "Relationships",
        relationships.Select(r => new XElement(Package + "Relationship", new XAttribute("Id", r.Id), new XAttribute("Type", Office + r.Kind), new XAttribute("Target", r.Target))));

    private static void Add(ZipArchive archive, string name, XElement content)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Stamp;
        using var stream = entry.Open();
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        writer.WriteStartDocument(true);
        content.WriteTo(writer);
    }
}
