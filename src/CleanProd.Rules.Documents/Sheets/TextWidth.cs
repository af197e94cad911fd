namespace CleanProd.Rules.Documents.Sheets;

/// <summary>
/// Width of text in units of a Latin digit: a Chinese character takes two. ClosedXML's own AdjustToContents measures with a Windows
/// library that does not exist elsewhere.
/// </summary>
internal static class TextWidth
{
    /// <summary>Width of the widest line.</summary>
    internal static int Of(string text)
    {
        var widest = 0;
        var width = 0;
        foreach (var c in text)
        {
            if (c == '\n')
            {
                widest = Math.Max(widest, width);
                width = 0;
                continue;
            }

            width += IsWide(c) ? 2 : 1;
        }

        return Math.Max(widest, width);
    }

    /// <summary>Lines a text takes in a column of a width.</summary>
    internal static int Lines(string text, double width) =>
        text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(Of(line) / Math.Max(1, width))));

    private static bool IsWide(char c) => c >= 0x1100 && c is
        <= '\u115F' or (>= '\u2E80' and <= '\uA4CF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF')
        or (>= '\uFE30' and <= '\uFE6F') or (>= '\uFF00' and <= '\uFF60') or (>= '\uFFE0' and <= '\uFFE6')
        or (>= '\u2014' and <= '\u2026') or (>= '\uD800' and <= '\uDBFF');
}
