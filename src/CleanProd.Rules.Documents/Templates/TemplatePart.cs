using System.Xml.Linq;
using static CleanProd.Rules.Documents.Templates.ParagraphText;

namespace CleanProd.Rules.Documents.Templates;

/// <summary>
/// Fills one part of a document. A block repeats what stands between a paragraph (or table row) <c>{{#名}}</c> and a paragraph (or row)
/// <c>{{/名}}</c>; a block that opens and closes in one table row repeats the row, in one paragraph the paragraph.
/// </summary>
internal sealed class TemplatePart(string name)
{
    /// <summary>Fills a part in place.</summary>
    internal void Fill(XElement root, Scope scope) => FillChildren(root, scope);

    private void FillChildren(XElement parent, Scope scope)
    {
        var children = parent.Elements().ToArray();
        for (var i = 0; i < children.Length; i++)
        {
            var child = children[i];
            if (child.Name == W + "p" || child.Name == W + "tr")
            {
                if (OpenIn(child) is { } block) i = Repeat(children, i, block, scope);
                else FillLeaf(child, scope);
            }
            else if (child.HasElements)
            {
                FillChildren(child, scope);
            }
        }
    }

    private void FillLeaf(XElement element, Scope scope)
    {
        if (element.Name == W + "p") FillParagraph(element, scope);
        else FillChildren(element, scope);
    }

    private void FillParagraph(XElement paragraph, Scope scope)
    {
        foreach (var inner in paragraph.Descendants(W + "txbxContent").ToArray()) FillChildren(inner, scope);
        Replace(paragraph, match =>
        {
            var field = Placeholder.Name(match);
            if (Placeholder.Mark(match) is "/") throw Wrong($"closes the block {match.Value}, which is not open here");
            return scope.FieldOf(field) ?? throw Wrong(
                $"has the unknown placeholder {match.Value}. Known here: {string.Join(", ", scope.Fields.Distinct().Select(f => "{{" + f + "}}"))}");
        });
    }

    /// <summary>The first block that opens in an element and is not wholly inside one cell of a row.</summary>
    private string? OpenIn(XElement element)
    {
        var text = Of(element);
        if (!text.Contains('#', StringComparison.Ordinal) && !text.Contains('＃', StringComparison.Ordinal)) return null;
        foreach (var match in Placeholder.In(text).Where(m => Placeholder.Mark(m) is "#"))
        {
            var block = Placeholder.Name(match);
            if (element.Name == W + "tr" && element.Elements(W + "tc").Any(c => c.Elements(W + "p").Skip(1).Any() && Has(c, "#", block) && Has(c, "/", block))) continue;
            return block;
        }

        return null;
    }

    /// <summary>Repeats the block that opens at an element; returns the index of the last element it used up.</summary>
    private int Repeat(XElement[] siblings, int index, string block, Scope scope)
    {
        var opening = siblings[index];
        var items = scope.BlockOf(block) ?? throw Wrong(
            "has the unknown block {{#" + block + "}}. Known here: " + string.Join(", ", scope.Blocks.Distinct().Select(b => "{{#" + b + "}}")));
        if (Has(opening, "/", block))
        {
            Take(opening, block);
            Insert(opening, [opening], items);
            return index;
        }

        var end = Enumerable.Range(index + 1, siblings.Length - index - 1).FirstOrDefault(i => Has(siblings[i], "/", block), -1);
        if (end < 0) throw Wrong("opens {{#" + block + "}} but {{/" + block + "}} does not follow in the same place (same page text, same table or same cell)");
        var closing = siblings[end];
        Take(opening, block);
        Take(closing, block);
        if (Of(opening).Trim().Length > 0 || Of(closing).Trim().Length > 0)
            throw Wrong("has other text beside {{#" + block + "}} or {{/" + block + "}}: put each on a line (or table row) of its own");
        Insert(closing, siblings[(index + 1)..end], items);
        opening.Remove();
        closing.Remove();
        return end;
    }

    private void Insert(XElement before, XElement[] model, IReadOnlyList<Scope> items)
    {
        foreach (var item in items)
        {
            var copies = new XElement("copies", model.Select(m => new XElement(m)));
            FillChildren(copies, item);
            foreach (var copy in copies.Elements().ToArray())
            {
                copy.Remove();
                before.AddBeforeSelf(copy);
            }
        }

        foreach (var element in model) element.Remove();
    }

    private static bool Has(XElement element, string mark, string block) =>
        Placeholder.In(Of(element)).Any(m => Placeholder.Mark(m) == mark && Placeholder.Name(m) == block);

    private static void Take(XElement element, string block)
    {
        foreach (var paragraph in element.DescendantsAndSelf(W + "p").ToArray())
            Replace(paragraph, m => Placeholder.Mark(m).Length > 0 && Placeholder.Name(m) == block ? "" : null);
    }

    private NoticeTemplateException Wrong(string what) => new($"The notice template ({name}) {what}.");
}
