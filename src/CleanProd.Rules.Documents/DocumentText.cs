using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CleanProd.Rules.Documents;

/// <summary>What a Word document says, paragraph by paragraph: to look at it where no Word is at hand.</summary>
public static class DocumentText
{
    /// <summary>The paragraphs in their order, those in tables included; empty ones are left out.</summary>
    /// <param name="document">Bytes of the document.</param>
    public static IReadOnlyList<string> Of(byte[] document)
    {
        using var stream = new MemoryStream(document, writable: false);
        using var word = WordprocessingDocument.Open(stream, isEditable: false);
        return [.. (word.MainDocumentPart?.Document.Body?.Descendants<Paragraph>() ?? []).Select(p => p.InnerText).Where(t => t.Trim().Length > 0)];
    }
}
