using System.Text;

namespace CleanProd.Rules.Import;

/// <summary>Cells as text: what is blank, what is space.</summary>
internal static class CellText
{
    /// <summary>Without space and invisible characters at both ends; null when nothing is left.</summary>
    internal static string? Clean(string? text)
    {
        if (text is null) return null;
        var (start, end) = (0, text.Length);
        while (start < end && IsSpace(text[start])) start++;
        while (end > start && IsSpace(text[end - 1])) end--;
        return start == end ? null : start == 0 && end == text.Length ? text : text[start..end];
    }

    /// <summary>Half width, lower case, no space or line break: <c>Site Name\n(EA)</c> and <c>site name（ea）</c> are one heading.</summary>
    internal static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!IsSpace(c)) folded.Append(char.ToLowerInvariant(HalfWidth(c)));
        return folded.ToString();
    }

    /// <summary>Whether a cell says that Excel could not compute it; such a text in a CSV file was saved from Excel.</summary>
    internal static bool IsExcelError(string text) => ExcelErrors.Contains(text.Trim());

    private static readonly HashSet<string> ExcelErrors = new(StringComparer.OrdinalIgnoreCase)
    {
        "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA",
    };

    internal static char HalfWidth(char c) => c is >= '\uff01' and <= '\uff5e' ? (char)(c - 0xfee0) : c;

    internal static bool IsSpace(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff';
}
