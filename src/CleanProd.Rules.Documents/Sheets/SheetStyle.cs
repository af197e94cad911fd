using ClosedXML.Excel;

namespace CleanProd.Rules.Documents.Sheets;

/// <summary>The look of all sheets: calm, dense, official; one accent colour, thin grey lines.</summary>
internal sealed class SheetStyle(bool chinese)
{
    /// <summary>Accent.</summary>
    internal const string Teal = "0F5C63";

    /// <summary>Listed.</summary>
    internal const string BrickRed = "9E3B2F";

    /// <summary>Undetermined.</summary>
    internal const string Amber = "C98A1B";

    /// <summary>Not listed.</summary>
    internal const string Slate = "5B6B7A";

    private const string Line = "C9D1D3";
    private const string HeadingFill = "E3EDEE";

    /// <summary>Font of text.</summary>
    internal string BodyFont { get; } = chinese ? "宋体" : "Calibri";

    /// <summary>Font of titles and headings.</summary>
    internal string HeadingFont { get; } = chinese ? "黑体" : "Calibri";

    internal void Title(IXLCell cell)
    {
        cell.Style.Font.SetFontName(HeadingFont).Font.SetFontSize(16).Font.SetBold(!chinese).Font.SetFontColor(XLColor.FromHtml("#" + Teal));
        cell.Style.Alignment.SetVertical(XLAlignmentVerticalValues.Center);
    }

    internal void Note(IXLCell cell)
    {
        cell.Style.Font.SetFontName(BodyFont).Font.SetFontSize(9).Font.SetFontColor(XLColor.FromHtml("#" + Slate));
        cell.Style.Alignment.SetVertical(XLAlignmentVerticalValues.Center);
    }

    internal void Caption(IXLCell cell) =>
        cell.Style.Font.SetFontName(HeadingFont).Font.SetFontSize(12).Font.SetBold(!chinese).Font.SetFontColor(XLColor.FromHtml("#" + Teal));

    internal void Heading(IXLCell cell)
    {
        cell.Style.Font.SetFontName(HeadingFont).Font.SetFontSize(10).Font.SetBold(true);
        cell.Style.Fill.SetBackgroundColor(XLColor.FromHtml("#" + HeadingFill));
        cell.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center)
            .Alignment.SetVertical(XLAlignmentVerticalValues.Center)
            .Alignment.SetWrapText(true);
        Borders(cell);
    }

    internal void Body(IXLCell cell, ColumnKind kind)
    {
        cell.Style.Font.SetFontName(BodyFont).Font.SetFontSize(10);
        cell.Style.Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        switch (kind)
        {
            case ColumnKind.Text:
                cell.Style.Alignment.SetWrapText(true).Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left).Alignment.SetIndent(1).NumberFormat.SetFormat("@");
                break;
            case ColumnKind.Code:
                cell.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center).Alignment.SetWrapText(true).NumberFormat.SetFormat("@");
                break;
            case ColumnKind.Count:
                cell.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right).Alignment.SetIndent(1).NumberFormat.SetFormat("#,##0");
                break;
            case ColumnKind.Percent:
                cell.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right).Alignment.SetIndent(1).NumberFormat.SetFormat("0.0");
                break;
            default:
                cell.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right).Alignment.SetIndent(1).NumberFormat.SetFormat("General");
                break;
        }

        Borders(cell);
    }

    /// <summary>A4 landscape, one page wide, headings on every page, page numbers.</summary>
    internal void Print(IXLWorksheet sheet, int? headingRow, string footer, bool landscape = true)
    {
        var page = sheet.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = landscape ? XLPageOrientation.Landscape : XLPageOrientation.Portrait;
        page.FitToPages(1, 0);
        page.Margins.SetLeft(0.4).SetRight(0.4).SetTop(0.6).SetBottom(0.7).SetHeader(0.3).SetFooter(0.3);
        page.CenterHorizontally = true;
        if (headingRow is { } row) page.SetRowsToRepeatAtTop(row, row);
        page.Footer.Left.AddText(footer);
        page.Footer.Right.AddText(chinese ? "第 " : "Page ");
        page.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        page.Footer.Right.AddText(chinese ? " 页 共 " : " of ");
        page.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
        if (chinese) page.Footer.Right.AddText(" 页");
    }

    private static void Borders(IXLCell cell) =>
        cell.Style.Border.SetOutsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorderColor(XLColor.FromHtml("#" + Line));
}
