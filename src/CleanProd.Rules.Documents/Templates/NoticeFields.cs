using CleanProd.Rules.Facts;
using System.Globalization;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Notices;

namespace CleanProd.Rules.Documents.Templates;

/// <summary>Placeholders of a notice template: Chinese names in the Chinese template, English names in the English one.</summary>
internal static class NoticeFields
{
    /// <summary>Fields and blocks without which a notice would not say what the law asks.</summary>
    internal static IReadOnlyList<string> Required(DocumentLanguage language, NoticeForm form) => (language, form) switch
    {
        (DocumentLanguage.Chinese, NoticeForm.Notice) => ["企业名称", "统一社会信用代码", "稿别", "#事由", "事由条款", "事由内容", "#义务", "义务内容", "义务期限"],
        (DocumentLanguage.Chinese, _) => ["文号", "企业名称", "统一社会信用代码", "稿别", "#更替", "更替说明"],
        (_, NoticeForm.Notice) => ["Enterprise", "CreditCode", "DraftMark", "#Reasons", "ReasonClause", "ReasonText", "#Duties", "DutyText", "DutyDue"],
        _ => ["DocumentNumber", "Enterprise", "CreditCode", "DraftMark", "#Supersedes", "SupersedesText"],
    };

    /// <summary>Facts told in the text under each reason; the annex has up to <see cref="NoticeDraft.MostFacts"/>.</summary>
    private const int Told = 3;

    internal static Scope Of(NoticeContent notice, DocumentLanguage language)
    {
        var chinese = language == DocumentLanguage.Chinese;
        var scope = new Scope();
        Field("文号", "DocumentNumber", Say(notice.Number));
        Field("稿别", "DraftMark", notice.IsDraft ? Say(new("拟稿", "DRAFT")) : "");
        Field("发文机关", "Organ", Say(notice.Organ));
        Field("牵头部门", "Lead", Say(notice.Lead));
        Field("企业名称", "Enterprise", notice.Enterprise);
        Field("统一社会信用代码", "CreditCode", notice.CreditCode);
        Field("地址", "Address", Say(notice.Address));
        Field("年度", "Year", notice.Year.ToString(CultureInfo.InvariantCulture));
        Field("判定日期", "DeterminedAsOf", Say(DateText.Of(notice.AsOf)));
        Field("名单批次", "Batch", Say(notice.Batch));
        Field("公布日期", "Published", Say(notice.Published));
        Field("列入类别", "Classes", Say(notice.Classes));
        Field("列入表述", "ListedPhrase", Say(notice.IsDraft ? new("拟列入", "is proposed for") : new("已列入", "has been placed on")));
        Field("联系人", "Contact", Say(notice.Contact));
        Field("联系电话", "Telephone", Say(notice.Telephone));
        Field("成文日期", "IssuedOn", Say(notice.IssuedOn));
        Field("印章", "Seal", notice.IsDraft ? Say(new("（印章：签发后加盖）", "(seal to be affixed on issue)")) : Say(new("（印章）", "(seal)")));
        Field("送达日期", "ServedOn", Say(new("　　　　年　　月　　日", "____________")));
        Field("送达方式", "ServedBy", Say(new("□直接送达　□留置送达　□邮寄送达　□电子送达　□公告送达", "☐ in person  ☐ left at the address  ☐ by post  ☐ electronically  ☐ by announcement")));
        Field("抄送", "Copies", Say(notice.Copies));
        scope.Block(Name("更替", "Supersedes"), notice.Supersedes is { } text ? [text] : Array.Empty<Wording>(), (s, supersedes, _) =>
            s.Field(Name("更替说明", "SupersedesText"), Say(supersedes)));
        scope.Block(chinese ? "事由" : "Reasons", notice.Reasons, (s, reason, number) =>
        {
            s.Field(Name("事由序号", "ReasonNumber"), chinese ? ChineseNumber(number) : number.ToString(CultureInfo.InvariantCulture));
            s.Field(Name("事由内容", "ReasonText"), Say(reason.Sentence));
            s.Field(Name("事由条款", "ReasonClause"), Say(reason.Citation));
            s.Field(Name("事实数", "FactCount"), reason.FactCount.ToString(CultureInfo.InvariantCulture));
            s.Block(Name("事实", "Facts"), reason.Facts.Take(Told), (f, fact, n) =>
            {
                f.Field(Name("事实序号", "FactNumber"), n.ToString(CultureInfo.InvariantCulture));
                f.Field(Name("事实内容", "FactText"), Say(fact.Sentence));
            });
            s.Block(Name("更多事实", "MoreFacts"), MoreThanTold(reason), (f, text, _) => f.Field(Name("更多事实内容", "MoreFactsText"), Say(text)));
        });
        scope.Block(Name("事实明细", "FactTable"), notice.Reasons.SelectMany(r => r.Facts.Select(f => (Reason: r, Fact: f))), (s, item, number) =>
        {
            s.Field(Name("明细序号", "RowNumber"), number.ToString(CultureInfo.InvariantCulture));
            s.Field(Name("排放口", "Outlet"), item.Fact.Outlet);
            s.Field(Name("项目", "Subject"), item.Fact.Subject);
            s.Field(Name("日期或周期", "At"), item.Fact.At);
            s.Field(Name("数值", "Value"), item.Fact.Value);
            s.Field(Name("限值或指标", "Limit"), item.Fact.Limit);
            s.Field(Name("比值", "Ratio"), item.Fact.Ratio);
            s.Field(Name("标准或依据", "Basis"), item.Fact.Basis);
            s.Field(Name("依据和来源", "BasisAndSource"), string.Join('\n', new[] { item.Fact.Basis, Say(item.Fact.Source) }.Where(t => t.Length > 0)));
            s.Field(Name("数据来源", "Source"), Say(item.Fact.Source));
        });
        scope.Block(Name("法律依据", "LegalBasis"), notice.LegalBasis, (s, basis, number) => Numbered(s, "依据", "Basis", basis, number));
        scope.Block(Name("义务", "Duties"), notice.Duties, (s, duty, number) =>
        {
            s.Field(Name("义务序号", "DutyNumber"), number.ToString(CultureInfo.InvariantCulture));
            s.Field(Name("义务内容", "DutyText"), Say(duty.Duty));
            s.Field(Name("义务期限", "DutyDue"), Say(duty.Due));
            s.Field(Name("义务依据", "DutyClause"), Say(duty.Citation));
        });
        scope.Block(Name("后果", "Consequences"), notice.Consequences, (s, text, number) => Numbered(s, "后果", "Consequence", text, number));
        scope.Block(Name("救济途径", "Remedies"), notice.Remedies, (s, text, number) => Numbered(s, "救济", "Remedy", text, number));
        return scope;

        string Say(Wording text) => text.In(language);
        string Name(string zh, string en) => chinese ? zh : en;
        void Field(string zh, string en, string value) => scope.Field(Name(zh, en), value);
        void Numbered(Scope s, string zh, string en, Wording text, int number)
        {
            s.Field(Name(zh + "序号", en + "Number"), number.ToString(CultureInfo.InvariantCulture));
            s.Field(Name(zh + "内容", en + "Text"), Say(text));
        }
    }

    /// <summary>Nothing, or the line that says how many facts there are beside those told.</summary>
    private static IEnumerable<Wording> MoreThanTold(NoticeReason reason)
    {
        if (reason.FactCount > Told)
            yield return new(
                $"以上为其中最突出的{Told}项，共{reason.FactCount}项，详见附件。",
                $"These are the {Told} most telling of {reason.FactCount}; see the annex.");
    }

    private static string ChineseNumber(int number) =>
        number is >= 1 and <= 10 ? "一二三四五六七八九十".Substring(number - 1, 1) : number.ToString(CultureInfo.InvariantCulture);
}
