using System.Collections.Concurrent;
using CleanProd.Rules.Documents;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Notices;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Notices;

namespace CleanProd.Rules.Host.Notices;

/// <summary>Templates of organs, read once and filled many times.</summary>
internal sealed class NoticeTemplates(DocumentStore documents)
{
    private readonly ConcurrentDictionary<(string, DocumentLanguage, NoticeForm), NoticeTemplate> _read = new();

    /// <summary>The template of an organ: its own, or the one that comes with the program.</summary>
    internal async Task<(byte[] Bytes, NoticeTemplate Template)> OfAsync(NoticeOrgan organ, NoticeForm form, CancellationToken ct)
    {
        var own = form == NoticeForm.Notice ? organ.TemplateSha256 : organ.WithdrawalTemplateSha256;
        var bytes = own is null
            ? await File.ReadAllBytesAsync(ShippedFiles.PathOf(Path.Combine("data", "templates", $"{NameOf(form)}.{(organ.Language == DocumentLanguage.English ? "en" : "zh-CN")}.docx")), ct)
            : await documents.FindAsync(own, ct) ?? throw new InvalidDataException($"The template {own} of organ {organ.Id} is not in the store.");
        return (bytes, _read.GetOrAdd((DocumentStore.HashOf(bytes), organ.Language, form), _ => Read(bytes, organ.Language, form)));
    }

    /// <summary>Refuses a template before anybody relies on it: it is filled once on trial.</summary>
    /// <param name="bytes">The template.</param>
    /// <param name="language">Language of the organ's documents.</param>
    /// <param name="form">What it is for.</param>
    /// <param name="filled">Where what comes of it goes.</param>
    /// <exception cref="RefusedActException"><c>bad_template</c>.</exception>
    internal static void Try(byte[] bytes, DocumentLanguage language, NoticeForm form, Stream filled)
    {
        try
        {
            NoticeDocument.Write(Sample, Read(bytes, language, form), filled);
        }
        catch (NoticeTemplateException e)
        {
            throw new RefusedActException("bad_template", new($"模板不可用：{e.Message}", e.Message));
        }
    }

    /// <summary>What a notice is written with.</summary>
    internal static NoticeForm FormOf(NoticeKind kind) => kind == NoticeKind.Withdrawal ? NoticeForm.Withdrawal : NoticeForm.Notice;

    private static NoticeTemplate Read(byte[] bytes, DocumentLanguage language, NoticeForm form)
    {
        using var stream = new MemoryStream(bytes);
        return NoticeTemplate.Read(stream, language, form);
    }

    private static string NameOf(NoticeForm form) => form == NoticeForm.Notice ? "notice" : "withdrawal";

    /// <summary>Every block of it has something to repeat, so that every placeholder is tried.</summary>
    private static NoticeContent Sample { get; } = NoticeDraft.Reissue(
        NoticeDraft.Of(
            new ListedEnterprise(new("914400000000000000"), "示例企业", new("44"))
            {
                Classes = [new("double_over", [new("sample", "G1a", new("超标", "over"), new("第八条", "Art. 8"), [.. Enumerable.Range(1, 4).Select(i => new ReasonFact { Outlet = $"DW{i}", Value = "1" })])])],
            },
            new(2024, new DateOnly(2025, 1, 15)),
            new([Says], [new("start", new(Months: 2), "publication", Says.Text, Says.Text, [])], [Says], [Says], []), new NoticeOffice()),
        "1", Wording.Same("示例"));

    private static NoticeStatement Says => new(new("示例。", "Sample."), Wording.None, []);
}
