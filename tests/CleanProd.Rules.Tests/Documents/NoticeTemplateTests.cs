using CleanProd.Rules.Facts;
using CleanProd.Rules.Documents;
using CleanProd.Rules.Documents.Templates;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Notices;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using static CleanProd.Rules.Tests.Lists.InventedProvince;
using static CleanProd.Rules.Tests.Notices.InventedTerms;

namespace CleanProd.Rules.Tests.Documents;

public class NoticeTemplateTests
{
    [Theory]
    [InlineData(DocumentLanguage.Chinese, "notice.zh-CN.docx")]
    [InlineData(DocumentLanguage.English, "notice.en.docx")]
    public void The_shipped_template_has_every_field_and_can_be_filled(DocumentLanguage language, string file)
    {
        using var shipped = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", "templates", file));
        var template = NoticeTemplate.Read(shipped, language);
        var paragraphs = WordFile.Paragraphs(Bytes(file));
        string[] fields = language == DocumentLanguage.Chinese
            ? ["文号", "稿别", "发文机关", "企业名称", "统一社会信用代码", "地址", "名单批次", "公布日期", "列入类别", "事由条款", "事由内容", "事实内容", "依据内容", "义务内容", "义务期限", "义务依据", "后果内容", "救济内容", "联系人", "联系电话", "印章", "成文日期", "送达日期", "送达方式", "抄送", "排放口", "项目", "日期或周期", "数值", "限值或指标", "依据和来源"]
            : ["DocumentNumber", "DraftMark", "Organ", "Enterprise", "CreditCode", "Address", "Batch", "Published", "Classes", "ReasonClause", "ReasonText", "FactText", "BasisText", "DutyText", "DutyDue", "DutyClause", "ConsequenceText", "RemedyText", "Contact", "Telephone", "Seal", "IssuedOn", "ServedOn", "ServedBy", "Copies", "Outlet", "Subject", "At", "Value", "Limit", "BasisAndSource"];
        Assert.All(fields, field => Assert.Contains(paragraphs, p => p.Contains("{{" + field + "}}", StringComparison.Ordinal)));

        Assert.Equal(WordFile.Paragraphs(NoticeDocumentTests.Shipped(language).ToArray()), paragraphs);

        using var output = new MemoryStream();
        NoticeDocument.Write(DraftOf(PlatingWorks), template, output);
        Assert.Contains(WordFile.Paragraphs(output.ToArray()), p => p.Contains("深圳市宝安精密电镀厂", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(DocumentLanguage.Chinese)]
    [InlineData(DocumentLanguage.English)]
    public void Template_and_filled_notice_are_valid_word_documents(DocumentLanguage language)
    {
        using var template = NoticeDocumentTests.Shipped(language);
        Assert.Empty(Errors(template));
        template.Position = 0;
        using var notice = new MemoryStream();
        NoticeDocument.Write(DraftOf(PlatingWorks), template, notice, language);
        Assert.Empty(Errors(notice));
    }

    [Fact]
    public void The_readme_of_the_templates_lists_exactly_the_placeholders_there_are()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "templates", "README.md"));
        var listed = readme.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(line => Placeholder.In(line))
            .Select(m => Placeholder.Mark(m) + Placeholder.Name(m)).ToHashSet(StringComparer.Ordinal);
        var known = Enum.GetValues<DocumentLanguage>().SelectMany(l => Names(NoticeFields.Of(NoticeDraft.Reissue(DraftOf(PaperMill), "1号", Wording.Same("更正")), l))).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(known.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));

        static IEnumerable<string> Names(Scope scope) => scope.Own
            .Concat(scope.OwnBlocks.Select(b => "#" + b))
            .Concat(scope.OwnBlocks.SelectMany(b => scope.BlockOf(b)!.Take(1)).SelectMany(Names));
    }

    [Theory]
    [InlineData(DocumentLanguage.Chinese, "withdrawal.zh-CN.docx")]
    [InlineData(DocumentLanguage.English, "withdrawal.en.docx")]
    public void The_shipped_withdrawal_is_valid_and_says_which_notice_it_takes_back(DocumentLanguage language, string file)
    {
        using var built = new MemoryStream();
        NoticeTemplateBuilder.Write(built, language, NoticeForm.Withdrawal);
        Assert.Equal(WordFile.Paragraphs(built.ToArray()), WordFile.Paragraphs(Bytes(file)));

        using var shipped = new MemoryStream(Bytes(file));
        using var output = new MemoryStream();
        var left = new ListedEnterprise(new(PaperMill), "广州南粤纸业有限公司", new("440106")) { LeftFor = [EntryReason.By("复核后未超标")] };
        var content = NoticeDraft.Withdrawal(left, "粤环清审〔2025〕1号", Heading, Terms, new NoticeOffice());
        NoticeDocument.Write(content, NoticeTemplate.Read(shipped, language, NoticeForm.Withdrawal), output);
        Assert.Empty(Errors(output));
        var text = string.Join('\n', WordFile.Paragraphs(output.ToArray()));
        Assert.Contains("粤环清审〔2025〕1号", text, StringComparison.Ordinal);
        Assert.Contains("复核后未超标", text, StringComparison.Ordinal);
        Assert.Contains("广州南粤纸业有限公司", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_builder_writes_the_same_bytes_every_time() =>
        Assert.Equal(NoticeDocumentTests.Shipped(DocumentLanguage.Chinese).ToArray(), NoticeDocumentTests.Shipped(DocumentLanguage.Chinese).ToArray());

    private static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", "templates", file));

    private static string[] Errors(MemoryStream file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file.ToArray()), false);
        return new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}").ToArray();
    }
}
