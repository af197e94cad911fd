using CleanProd.Rules.Facts;
using CleanProd.Rules.Documents;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Notices;
using static CleanProd.Rules.Tests.Documents.WordFile;
using static CleanProd.Rules.Tests.Lists.InventedProvince;
using static CleanProd.Rules.Tests.Notices.InventedTerms;

namespace CleanProd.Rules.Tests.Documents;

public class NoticeDocumentTests
{
    /// <summary>The least that a template must have, so that a test can add its own lines.</summary>
    private static readonly string Least =
        P("{{稿别}}") + P("{{企业名称}}{{统一社会信用代码}}") + P("{{#事由}}") + P("{{事由序号}} {{事由内容}} {{事由条款}}") + P("{{/事由}}")
        + "<w:tbl><w:tr><w:tc>" + P("{{#义务}}{{义务序号}}") + "</w:tc><w:tc>" + P("{{义务内容}}") + "</w:tc><w:tc>" + P("{{义务期限}}{{/义务}}") + "</w:tc></w:tr></w:tbl>";

    [Theory]
    [InlineData(DocumentLanguage.Chinese)]
    [InlineData(DocumentLanguage.English)]
    public void Every_field_of_a_written_notice_is_in_the_document(DocumentLanguage language)
    {
        var notice = DraftOf(PlatingWorks);
        var text = string.Join('\n', Paragraphs(Written(notice, Shipped(language), language)));
        Wording[] expected =
        [
            new("拟稿", "DRAFT"), notice.Number, notice.Organ, notice.Lead, notice.Address, notice.Batch, notice.Published, notice.Classes, notice.Copies,
            new("联系人：", "Contact:"), new("送达日期", "Date served"), new("送达方式", "How served"), new("印章", "seal"),
            .. notice.Reasons.SelectMany(r => r.Facts.Select(f => f.Sentence).Append(r.Sentence).Append(r.Citation)),
            .. notice.Reasons.SelectMany(r => r.Facts.SelectMany(f => new[] { f.Outlet, f.Subject, f.At, f.Value, f.Limit, f.Ratio, f.Basis }.Select(Wording.Same).Append(f.Source))),
            .. notice.LegalBasis, .. notice.Consequences, .. notice.Remedies,
            .. notice.Duties.SelectMany(d => new[] { d.Duty, d.Due, d.Citation }),
        ];
        Assert.All(expected.Select(e => e.In(language)).Append(notice.Enterprise).Append(notice.CreditCode), field => Assert.Contains(field, text, StringComparison.Ordinal));
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.DoesNotContain("}}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_repeats_once_per_duty_and_a_paragraph_once_per_reason()
    {
        var paragraphs = Paragraphs(Written(DraftOf(PaperMill), Of(Least)));
        Assert.Equal(
            ["拟稿", "广州南粤纸业有限公司914401007000000018",
             "一 污染物排放超过国家或者地方规定的排放标准 《清洁生产审核办法》第八条第一项", "二 超过重点污染物排放总量控制指标 《清洁生产审核办法》第八条第一项"],
            paragraphs.Take(4));
        Assert.Equal(["1", "2", "3"], paragraphs.Skip(4).Where((_, i) => i % 3 == 0));
    }

    [Fact]
    public void A_placeholder_that_word_has_cut_into_runs_is_still_found()
    {
        var body = Least + P("致{", "{企业", "名称", "}", "}：", "{{地址}}");
        Assert.Equal("致广州南粤纸业有限公司：广州市天河区科韵路1号", Paragraphs(Written(DraftOf(PaperMill), Of(body)))[^1]);
    }

    [Fact]
    public void Full_width_braces_of_a_chinese_keyboard_mean_the_same() =>
        Assert.Equal("广州南粤纸业有限公司", Paragraphs(Written(DraftOf(PaperMill), Of(Least + P("｛｛ 企业名称 ｝｝"))))[^1]);

    [Fact]
    public void A_block_inside_a_block_repeats_for_its_own_items()
    {
        var body = Least + P("{{#事由}}") + P("{{事由序号}}") + P("{{#事实}}") + P("{{事由序号}}-{{事实序号}}") + P("{{/事实}}") + P("{{/事由}}") + P("完");
        Assert.Equal(["一", "一-1", "一-2", "一-3", "二", "二-1", "完"], Paragraphs(Written(DraftOf(PaperMill), Of(body))).Reverse().Take(7).Reverse());
    }

    [Fact]
    public void Text_of_the_data_cannot_become_a_placeholder_or_markup()
    {
        var notice = DraftOf(PaperMill) with { Enterprise = "{{联系人}} <w:t> & \u0001" };
        Assert.Contains("{{联系人}} <w:t> & \uFFFD914401007000000018", Paragraphs(Written(notice, Of(Least))));
    }

    [Theory]
    [InlineData("{{企业名}}", "{{企业名}}", "{{企业名称}}")]
    [InlineData("{{#理由}}", "{{#理由}}", "{{#事由}}")]
    [InlineData("{{#法律依据}}", "{{/法律依据}}", "follow")]
    [InlineData("{{/法律依据}}", "{{/法律依据}}", "not open")]
    [InlineData("{{}}", "{{}}", "Known here")]
    public void A_placeholder_that_cannot_be_filled_is_named(string line, string named, string help)
    {
        var error = Assert.Throws<NoticeTemplateException>(() => Written(DraftOf(PaperMill), Of(Least + P(line))));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.Contains(help, error.Message, StringComparison.Ordinal);
        Assert.Contains("word/document.xml", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_without_reasons_or_duties_is_refused()
    {
        var error = Assert.Throws<NoticeTemplateException>(() => NoticeTemplate.Read(Of(P("{{企业名称}}")), DocumentLanguage.Chinese));
        Assert.Contains("{{#事由}}", error.Message, StringComparison.Ordinal);
        Assert.Contains("{{统一社会信用代码}}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("{{企业名称}}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_a_word_document_is_refused() =>
        Assert.Contains("not a Word document", Assert.Throws<NoticeTemplateException>(() => NoticeTemplate.Read(new MemoryStream([1, 2, 3]), DocumentLanguage.Chinese)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_wrong_template_leaves_nothing_half_written()
    {
        using var output = new MemoryStream();
        Assert.Throws<NoticeTemplateException>(() => NoticeDocument.Write(DraftOf(PaperMill), Of(Least + P("{{企业名}}")), output, DocumentLanguage.Chinese));
        Assert.Equal(0, output.Length);
    }

    [Fact]
    public void The_same_notice_has_the_same_bytes() =>
        Assert.Equal(Written(DraftOf(PaperMill), Shipped(DocumentLanguage.Chinese)), Written(DraftOf(PaperMill), Shipped(DocumentLanguage.Chinese)));

    [Theory]
    [InlineData("914401007000000018", "914401007000000018.docx")]
    [InlineData("a/b", "a_b-c14cddc0.docx")]
    [InlineData("a:b", "a_b-6783a31e.docx")]
    public void File_names_are_safe_and_of_one_identity_each(string id, string expected) =>
        Assert.Equal(expected, NoticeDocument.FileName(DraftOf(PaperMill) with { FacilityId = id }));

    internal static MemoryStream Shipped(DocumentLanguage language)
    {
        var stream = new MemoryStream();
        NoticeTemplateBuilder.Write(stream, language);
        stream.Position = 0;
        return stream;
    }

    private static byte[] Written(NoticeContent notice, Stream template, DocumentLanguage language = DocumentLanguage.Chinese)
    {
        using var output = new MemoryStream();
        NoticeDocument.Write(notice, template, output, language);
        return output.ToArray();
    }
}
