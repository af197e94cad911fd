using System.Xml.Linq;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Documents.Templates;

/// <summary>What the default templates of withdrawals say.</summary>
internal static class WithdrawalPages
{
    internal static IEnumerable<XElement> Of(DocumentLanguage language) =>
        language == DocumentLanguage.Chinese ? Chinese(new(language)) : English(new(language));

    private static IEnumerable<XElement> Chinese(OfficialPaper paper) =>
    [
        .. paper.Letterhead("关于撤回对{{企业名称}}实施强制性清洁生产审核通知的通知"),
        paper.Text("依照{{名单批次}}（公布日期：{{公布日期}}），你单位已移出强制性清洁生产审核企业名单。"),
        .. paper.Superseding(),
        paper.Marker("{{#事由}}"),
        paper.Text("移出原因（{{事由序号}}）：{{事由内容}}（{{事由条款}}）。"),
        paper.Marker("{{/事由}}"),
        paper.Marker("{{#救济途径}}"),
        paper.Text("{{救济内容}}"),
        paper.Marker("{{/救济途径}}"),
        paper.Text("联系人：{{联系人}}　联系电话：{{联系电话}}"),
        .. paper.Signed(),
        .. paper.Served("关于撤回对{{企业名称}}实施强制性清洁生产审核通知的通知"),
    ];

    private static IEnumerable<XElement> English(OfficialPaper paper) =>
    [
        .. paper.Letterhead("Withdrawal of a notice of a mandatory cleaner-production audit"),
        paper.Text("By the {{Batch}} (publication: {{Published}}) your enterprise has left the list of enterprises for mandatory audit."),
        .. paper.Superseding(),
        paper.Marker("{{#Reasons}}"),
        paper.Text("Reason ({{ReasonNumber}}): {{ReasonText}} ({{ReasonClause}})."),
        paper.Marker("{{/Reasons}}"),
        paper.Marker("{{#Remedies}}"),
        paper.Text("{{RemedyText}}"),
        paper.Marker("{{/Remedies}}"),
        paper.Text("Contact: {{Contact}}    Telephone: {{Telephone}}"),
        .. paper.Signed(),
        .. paper.Served("Withdrawal of a notice of a mandatory cleaner-production audit"),
    ];
}
