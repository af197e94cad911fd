using CleanProd.Rules.Facts;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CleanProd.Rules.Documents.Templates;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Documents;

/// <summary>A Word document with placeholders, read once and filled many times. Immutable; may be used by several threads.</summary>
public sealed class NoticeTemplate
{
    private const long MostBytes = 64L * 1024 * 1024;
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly IReadOnlyList<(string Name, byte[] Bytes, XElement? Text)> _entries;

    private NoticeTemplate(IReadOnlyList<(string Name, byte[] Bytes, XElement? Text)> entries, DocumentLanguage language, NoticeForm form)
    {
        _entries = entries;
        (Language, Form) = (language, form);
    }

    /// <summary>What it is a template of.</summary>
    public NoticeForm Form { get; }

    /// <summary>Language of its placeholders.</summary>
    public DocumentLanguage Language { get; }

    /// <summary>
    /// Reads a template. Throws <see cref="NoticeTemplateException"/> when it is not a Word document, or lacks a field or block that a
    /// notice must have.
    /// </summary>
    public static NoticeTemplate Read(Stream template, DocumentLanguage language, NoticeForm form = NoticeForm.Notice)
    {
        var entries = Entries(template);
        if (!entries.Any(e => e.Name == "word/document.xml")) throw new NoticeTemplateException("The notice template is not a Word document (.docx).");
        var found = entries.Where(e => e.Text is not null).SelectMany(e => Placeholder.In(ParagraphText.Of(e.Text!)))
            .Select(m => Placeholder.Mark(m) + Placeholder.Name(m)).ToHashSet(StringComparer.Ordinal);
        var missing = NoticeFields.Required(language, form).Where(f => !found.Contains(f)).Select(f => "{{" + f + "}}").ToArray();
        return missing.Length == 0
            ? new(entries, language, form)
            : throw new NoticeTemplateException($"The notice template lacks {string.Join(", ", missing)}: a notice must say this. Put it back, or start from the template that comes with the program.");
    }

    internal void Write(Scope scope, Stream output)
    {
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, bytes, text) in _entries)
        {
            var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
            entry.LastWriteTime = Stamp;
            using var stream = entry.Open();
            if (text is null)
            {
                stream.Write(bytes);
                continue;
            }

            var filled = new XElement(text);
            new TemplatePart(name).Fill(filled, scope);
            using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
            writer.WriteStartDocument(true);
            filled.WriteTo(writer);
        }
    }

    private static List<(string Name, byte[] Bytes, XElement? Text)> Entries(Stream template)
    {
        try
        {
            using var archive = new ZipArchive(template, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Sum(e => e.Length) > MostBytes)
                throw TooLarge();
            return archive.Entries.Select(Entry).ToList();
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException)
        {
            throw new NoticeTemplateException("The notice template is not a Word document (.docx), or it is damaged.", exception);
        }
    }

    private static NoticeTemplateException TooLarge() => new($"The notice template is larger than {MostBytes / 1024 / 1024} MB when unpacked.");

    private static (string Name, byte[] Bytes, XElement? Text) Entry(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var memory = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = stream.Read(buffer)) > 0; memory.Write(buffer, 0, read))
            if (memory.Length > MostBytes) throw TooLarge();
        var bytes = memory.ToArray();
        return (entry.FullName, bytes, HoldsText(entry.FullName) ? Parse(bytes) : null);
    }

    private static bool HoldsText(string name) =>
        name.EndsWith(".xml", StringComparison.Ordinal)
        && (name is "word/document.xml" || name.StartsWith("word/header", StringComparison.Ordinal) || name.StartsWith("word/footer", StringComparison.Ordinal));

    private static XElement Parse(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
