using CleanProd.Rules.Documents.Templates;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Notices;

namespace CleanProd.Rules.Documents;

/// <summary>Written notices as Word documents. The same content and template give the same bytes.</summary>
public static class NoticeDocument
{
    /// <summary>Fills a template once.</summary>
    /// <exception cref="NoticeTemplateException">The template has an unknown placeholder, or lacks one that a notice must have.</exception>
    public static void Write(NoticeContent notice, Stream template, Stream output, DocumentLanguage language) =>
        Write(notice, NoticeTemplate.Read(template, language), output);

    /// <summary>Fills a template that was read before: for batches.</summary>
    /// <exception cref="NoticeTemplateException">The template has an unknown placeholder.</exception>
    public static void Write(NoticeContent notice, NoticeTemplate template, Stream output)
    {
        // Filled completely before anything is written, so that a wrong template leaves no half file.
        using var memory = new MemoryStream();
        template.Write(NoticeFields.Of(notice, template.Language), memory);
        memory.Position = 0;
        memory.CopyTo(output);
    }

    /// <summary>File name of a notice: the identity, with what file systems forbid replaced, and the extension.</summary>
    public static string FileName(NoticeContent notice) =>
        string.Concat(notice.FacilityId.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' || c > 0x7F ? c : '_')) + ".docx";
}
