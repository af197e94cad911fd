using CleanProd.Rules.Facts;
using System.Security.Cryptography;
using System.Text;
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

    /// <summary>
    /// File name of a notice: the identity. What file systems forbid is replaced, and then a part of the identity's hash keeps the names of
    /// two identities apart.
    /// </summary>
    public static string FileName(NoticeContent notice)
    {
        var id = notice.FacilityId;
        var safe = string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' || char.IsLetter(c) ? c : '_'));
        if (safe == id && id.Length is > 0 and <= 80) return safe + ".docx";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..8];
        return $"{safe[..Math.Min(safe.Length, 80)]}-{hash}.docx";
    }
}
