using System.Text;
using System.Xml.Linq;

namespace CleanProd.Rules.Documents.Templates;

/// <summary>
/// The text of a paragraph over all its runs. Word cuts a typed placeholder into several runs (spelling, change of input method);
/// a replacement is written where the placeholder begins and the rest of it is taken out of the following runs.
/// </summary>
internal static class ParagraphText
{
    internal static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Text of any element, paragraphs of text boxes inside included.</summary>
    internal static string Of(XElement element) => string.Concat(element.Descendants(W + "t").Select(t => t.Value));

    /// <summary>Replaces every placeholder that <paramref name="value"/> gives a text for; null leaves it.</summary>
    internal static void Replace(XElement paragraph, Func<System.Text.RegularExpressions.Match, string?> value)
    {
        var nodes = paragraph.Descendants(W + "t").Where(t => t.Ancestors(W + "p").First() == paragraph).ToArray();
        var matches = Placeholder.In(string.Concat(nodes.Select(n => n.Value)));
        for (var i = matches.Count - 1; i >= 0; i--)
            if (value(matches[i]) is { } text) Put(nodes, matches[i].Index, matches[i].Length, text);
        foreach (var node in nodes) BreakLines(node);
    }

    private static void Put(XElement[] nodes, int index, int length, string text)
    {
        var start = 0;
        var written = false;
        foreach (var node in nodes)
        {
            var value = node.Value;
            var from = Math.Max(index - start, 0);
            var to = Math.Min(index + length - start, value.Length);
            start += value.Length;
            if (from >= to) continue;
            node.Value = new StringBuilder(value).Remove(from, to - from).Insert(from, written ? "" : Sheets.SheetText.Clean(text)).ToString();
            node.SetAttributeValue(XNamespace.Xml + "space", "preserve");
            written = true;
        }
    }

    /// <summary>A line break in a value becomes a line break of Word.</summary>
    private static void BreakLines(XElement node)
    {
        if (!node.Value.Contains('\n', StringComparison.Ordinal)) return;
        var lines = node.Value.Split('\n');
        var parts = lines.SelectMany((line, i) => i == 0 ? new[] { Text(line) } : [new XElement(W + "br"), Text(line)]).ToArray();
        node.ReplaceWith(parts.Cast<object>().ToArray());
    }

    private static XElement Text(string text) => new(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text);
}
