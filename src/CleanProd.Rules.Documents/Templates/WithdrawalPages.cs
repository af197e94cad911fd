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
        paper.Mark("{{稿别}}"),
        paper.Organ("{{发文机关}}"),
        paper.Number("{{文号}}"),
        paper.Title("关于撤回对{{企业名称}}实施强制性清洁生产审核通知的通知"),
        paper.Addressee("{{企业名称}}："),
        paper.Text("（统一社会信用代码：{{统一社会信用代码}}；地址：{{地址}}）"),
        paper.Text("依照{{名单批次}}（公布日期：{{公布日期}}），你单位已移出强制性清洁生产审核企业名单。"),
        paper.Marker("{{#更替}}"),
        paper.Text("{{更替说明}}"),
        paper.Marker("{{/更替}}"),
        paper.Marker("{{#事由}}"),
        paper.Text("移出原因（{{事由序号}}）：{{事由内容}}（{{事由条款}}）。"),
        paper.Marker("{{/事由}}"),
        paper.Marker("{{#救济途径}}"),
        paper.Text("{{救济内容}}"),
        paper.Marker("{{/救济途径}}"),
        paper.Text("联系人：{{联系人}}　联系电话：{{联系电话}}"),
        paper.Signature("{{发文机关}}", before: 560),
        paper.Signature("{{印章}}"),
        paper.Signature("{{成文日期}}"),
        paper.Copies("抄送：{{抄送}}。"),
        paper.Title("送达回证", newPage: true),
        paper.Form([2400, 6440],
            ["送达文书", "关于撤回对{{企业名称}}实施强制性清洁生产审核通知的通知"],
            ["文号", "{{文号}}"],
            ["受送达人", "{{企业名称}}（{{统一社会信用代码}}）"],
            ["送达地址", "{{地址}}"],
            ["送达方式", "{{送达方式}}"],
            ["送达日期", "{{送达日期}}"],
            ["收件人签名或盖章", "　"],
            ["送达人签名", "　"],
            ["备注", "　"]),
    ];

    private static IEnumerable<XElement> English(OfficialPaper paper) =>
    [
        paper.Mark("{{DraftMark}}"),
        paper.Organ("{{Organ}}"),
        paper.Number("{{DocumentNumber}}"),
        paper.Title("Withdrawal of a notice of a mandatory cleaner-production audit"),
        paper.Addressee("To: {{Enterprise}}"),
        paper.Addressee("Credit code: {{CreditCode}}"),
        paper.Addressee("Address: {{Address}}"),
        paper.Text("By the {{Batch}} (publication: {{Published}}) your enterprise has left the list of enterprises for mandatory audit."),
        paper.Marker("{{#Supersedes}}"),
        paper.Text("{{SupersedesText}}"),
        paper.Marker("{{/Supersedes}}"),
        paper.Marker("{{#Reasons}}"),
        paper.Text("Reason ({{ReasonNumber}}): {{ReasonText}} ({{ReasonClause}})."),
        paper.Marker("{{/Reasons}}"),
        paper.Marker("{{#Remedies}}"),
        paper.Text("{{RemedyText}}"),
        paper.Marker("{{/Remedies}}"),
        paper.Text("Contact: {{Contact}}    Telephone: {{Telephone}}"),
        paper.Signature("{{Organ}}", before: 480),
        paper.Signature("{{Seal}}"),
        paper.Signature("{{IssuedOn}}"),
        paper.Copies("Copy to: {{Copies}}"),
        paper.Title("Record of service", newPage: true),
        paper.Form([2400, 6440],
            ["Document", "Withdrawal of a notice of a mandatory cleaner-production audit"],
            ["Number", "{{DocumentNumber}}"],
            ["Addressee", "{{Enterprise}} ({{CreditCode}})"],
            ["Address", "{{Address}}"],
            ["How served", "{{ServedBy}}"],
            ["Date served", "{{ServedOn}}"],
            ["Received by (signature or seal)", " "],
            ["Served by (signature)", " "],
            ["Remarks", " "]),
    ];
}
