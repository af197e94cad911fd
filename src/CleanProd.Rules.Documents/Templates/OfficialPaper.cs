using CleanProd.Rules.Facts;
using System.Xml.Linq;
using CleanProd.Rules.Lists;
using static CleanProd.Rules.Documents.Templates.ParagraphText;

namespace CleanProd.Rules.Documents.Templates;

/// <summary>
/// Paragraphs and tables in the form of GB/T 9704-2012 (党政机关公文格式): title 二号小标宋, body 三号仿宋 with 28 pt lines and an indent of two
/// characters, headings 黑体. Sizes are half points, lengths twentieths of a point.
/// </summary>
internal sealed class OfficialPaper(DocumentLanguage language)
{
    private const string Red = "C00000";
    private static readonly string[] Sides = ["top", "left", "bottom", "right", "insideH", "insideV"];

    internal bool IsChinese => language == DocumentLanguage.Chinese;

    private string Body => IsChinese ? "仿宋_GB2312" : "Times New Roman";

    private string Head => IsChinese ? "黑体" : "Times New Roman";

    private string TitleFont => IsChinese ? "方正小标宋简体" : "Times New Roman";

    private int BodySize => IsChinese ? 32 : 24;

    /// <summary>拟稿 at the top right.</summary>
    internal XElement Mark(string text) => Paragraph(Run(text, Head, BodySize, bold: true, color: Red), "right", line: 480);

    /// <summary>发文机关标志, red.</summary>
    internal XElement Organ(string text) => Paragraph(Run(text, TitleFont, IsChinese ? 56 : 44, bold: !IsChinese, color: Red), "center", line: IsChinese ? 900 : 700, before: IsChinese ? 360 : 120);

    /// <summary>文号 over the red line.</summary>
    internal XElement Number(string text)
    {
        var paragraph = Paragraph(Run(text, Body, BodySize), "center", line: 560, before: 200);
        paragraph.Element(W + "pPr")!.AddFirst(new XElement(W + "pBdr", Border("bottom", 18, 6, Red)));
        return paragraph;
    }

    /// <summary>标题.</summary>
    internal XElement Title(string text, bool newPage = false)
    {
        var paragraph = Paragraph(Run(text, TitleFont, IsChinese ? 44 : 32, bold: !IsChinese), "center", line: IsChinese ? 680 : 480, before: 400, after: 280);
        if (newPage) paragraph.Element(W + "pPr")!.AddFirst(new XElement(W + "pageBreakBefore"));
        return paragraph;
    }

    /// <summary>主送机关, flush left.</summary>
    internal XElement Addressee(string text) => Paragraph(Run(text, Body, BodySize), Justified);

    /// <summary>A paragraph of text.</summary>
    internal XElement Text(string text) => Paragraph(Run(text, Body, BodySize), Justified, indent: true);

    /// <summary>A line that only opens or closes a block; removed when the template is filled.</summary>
    internal XElement Marker(string text) => Text(text);

    /// <summary>一、… in 黑体.</summary>
    internal XElement Heading(string text)
    {
        var paragraph = Paragraph(Run(text, Head, BodySize, bold: !IsChinese), Justified, indent: IsChinese, before: IsChinese ? 0 : 160);
        paragraph.Element(W + "pPr")!.AddFirst(new XElement(W + "keepNext"));
        return paragraph;
    }

    /// <summary>附件 flush left on a new page.</summary>
    internal XElement Annex(string text)
    {
        var paragraph = Paragraph(Run(text, Head, BodySize, bold: !IsChinese), "left");
        paragraph.Element(W + "pPr")!.AddFirst(new XElement(W + "pageBreakBefore"));
        return paragraph;
    }

    /// <summary>Signature, date: at the right, four characters in.</summary>
    internal XElement Signature(string text, int before = 0)
    {
        var paragraph = Paragraph(Run(text, Body, BodySize), "right", before: before);
        var properties = paragraph.Element(W + "pPr")!;
        properties.AddFirst(new XElement(W + "keepNext"));
        properties.Element(W + "jc")!.AddBeforeSelf(new XElement(W + "ind", Value("right", IsChinese ? 1280 : 0)));
        return paragraph;
    }

    /// <summary>版记: between two lines, 四号.</summary>
    internal XElement Copies(string text)
    {
        var paragraph = Paragraph(Run(text, Body, IsChinese ? 28 : 22), "left", before: 480);
        paragraph.Element(W + "pPr")!.AddFirst(new XElement(W + "pBdr", Border("top", 8, 2, "000000"), Border("bottom", 8, 2, "000000")));
        return paragraph;
    }

    /// <summary>An empty line.</summary>
    internal XElement Space() => Paragraph(Run("", Body, BodySize), "left");

    /// <summary>A table whose heading row repeats on every page; widths in twentieths of a point.</summary>
    internal XElement Table(int[] widths, string[] headings, params string[][] rows) => Table(widths, IsChinese ? 24 : 20, 440, headings, rows);

    /// <summary>The same in smaller type, for many columns.</summary>
    internal XElement Small(int[] widths, string[] headings, params string[][] rows) => Table(widths, IsChinese ? 20 : 17, 400, headings, rows);

    /// <summary>A form to fill in by hand: no headings, rows high enough for a signature.</summary>
    internal XElement Form(int[] widths, params string[][] rows) => Table(widths, IsChinese ? 24 : 20, 800, null, rows);

    private XElement Table(int[] widths, int size, int height, string[]? headings, string[][] rows)
    {
        var table = new XElement(W + "tbl",
            new XElement(W + "tblPr",
                new XElement(W + "tblW", Value("w", widths.Sum()), Value("type", "dxa")),
                new XElement(W + "jc", Value("val", "center")),
                new XElement(W + "tblBorders", Sides.Select(side => Border(side, 4, 0, "000000"))),
                new XElement(W + "tblLayout", Value("type", "fixed")),
                new XElement(W + "tblCellMar", Margin("left"), Margin("right"))),
            new XElement(W + "tblGrid", widths.Select(w => new XElement(W + "gridCol", Value("w", w)))));
        if (headings is not null) table.Add(Row(widths, size, height, headings, heading: true));
        table.Add(rows.Select(r => Row(widths, size, height, r, heading: false)));
        return table;
    }

    private XElement Row(int[] widths, int size, int height, string[] texts, bool heading) => new(W + "tr",
        new XElement(W + "trPr", new XElement(W + "cantSplit"), new XElement(W + "trHeight", Value("val", height), Value("hRule", "atLeast")), heading ? new XElement(W + "tblHeader") : null),
        texts.Select((text, i) => new XElement(W + "tc",
            new XElement(W + "tcPr", new XElement(W + "tcW", Value("w", widths[i]), Value("type", "dxa")), new XElement(W + "vAlign", Value("val", "center"))),
            Paragraph(Run(text, heading ? Head : Body, size, bold: heading && !IsChinese), heading || widths[i] < 900 ? "center" : "left", line: size * 15))));

    private string Justified => IsChinese ? "both" : "left";

    private XElement Paragraph(XElement run, string align, bool indent = false, int? line = null, int before = 0, int after = 0) => new(W + "p",
        new XElement(W + "pPr",
            // Chinese lines break inside Latin words (file names), or justification tears the line apart.
            IsChinese ? new XElement(W + "wordWrap", Value("val", 0)) : null,
            new XElement(W + "spacing", Value("before", before), Value("after", after == 0 && !IsChinese ? 80 : after), Value("line", line ?? (IsChinese ? 560 : 320)), Value("lineRule", IsChinese ? "exact" : "atLeast")),
            indent && IsChinese ? new XElement(W + "ind", Value("firstLineChars", 200), Value("firstLine", BodySize * 20)) : null,
            new XElement(W + "jc", Value("val", align))),
        run);

    private static XElement Run(string text, string font, int size, bool bold = false, string? color = null) => new(W + "r",
        new XElement(W + "rPr",
            new XElement(W + "rFonts", Value("ascii", Latin(font)), Value("hAnsi", Latin(font)), Value("eastAsia", font), Value("cs", Latin(font))),
            bold ? new XElement(W + "b") : null,
            color is null ? null : new XElement(W + "color", Value("val", color)),
            new XElement(W + "sz", Value("val", size)),
            new XElement(W + "szCs", Value("val", size))),
        new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));

    /// <summary>Figures and Latin letters of Chinese documents are set in Times New Roman.</summary>
    private static string Latin(string font) => font[0] > 0x7F ? "Times New Roman" : font;

    private static XElement Border(string side, int size, int space, string color) =>
        new(W + side, Value("val", "single"), Value("sz", size), Value("space", space), Value("color", color));

    private static XElement Margin(string side) => new(W + side, Value("w", 80), Value("type", "dxa"));

    internal static XAttribute Value(string name, object value) => new(W + name, value);
}
