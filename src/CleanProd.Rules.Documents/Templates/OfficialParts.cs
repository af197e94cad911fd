using System.Xml.Linq;

namespace CleanProd.Rules.Documents.Templates;

/// <summary>What every letter of an organ has: its head, its signature, and the record of its service.</summary>
internal static class OfficialParts
{
    internal static IEnumerable<XElement> Letterhead(this OfficialPaper paper, string title) => paper.IsChinese
        ?
        [
            paper.Mark("{{稿别}}"),
            paper.Organ("{{发文机关}}"),
            paper.Number("{{文号}}"),
            paper.Title(title),
            paper.Addressee("{{企业名称}}："),
            paper.Text("（统一社会信用代码：{{统一社会信用代码}}；地址：{{地址}}）"),
        ]
        :
        [
            paper.Mark("{{DraftMark}}"),
            paper.Organ("{{Organ}}"),
            paper.Number("{{DocumentNumber}}"),
            paper.Title(title),
            paper.Addressee("To: {{Enterprise}}"),
            paper.Addressee("Credit code: {{CreditCode}}"),
            paper.Addressee("Address: {{Address}}"),
        ];

    internal static IEnumerable<XElement> Superseding(this OfficialPaper paper) => paper.IsChinese
        ? [paper.Marker("{{#更替}}"), paper.Text("{{更替说明}}"), paper.Marker("{{/更替}}")]
        : [paper.Marker("{{#Supersedes}}"), paper.Text("{{SupersedesText}}"), paper.Marker("{{/Supersedes}}")];

    internal static IEnumerable<XElement> Signed(this OfficialPaper paper) => paper.IsChinese
        ? [paper.Signature("{{发文机关}}", before: 560), paper.Signature("{{印章}}"), paper.Signature("{{成文日期}}")]
        : [paper.Signature("{{Organ}}", before: 480), paper.Signature("{{Seal}}"), paper.Signature("{{IssuedOn}}")];

    /// <summary>Who else gets the letter, and on a page of its own the form that proves its service.</summary>
    internal static IEnumerable<XElement> Served(this OfficialPaper paper, string document) => paper.IsChinese
        ?
        [
            paper.Copies("抄送：{{抄送}}。"),
            paper.Title("送达回证", newPage: true),
            paper.Form([2400, 6440],
                ["送达文书", document],
                ["文号", "{{文号}}"],
                ["受送达人", "{{企业名称}}（{{统一社会信用代码}}）"],
                ["送达地址", "{{地址}}"],
                ["送达方式", "{{送达方式}}"],
                ["送达日期", "{{送达日期}}"],
                ["收件人签名或盖章", "　"],
                ["送达人签名", "　"],
                ["备注", "　"]),
        ]
        :
        [
            paper.Copies("Copy to: {{Copies}}"),
            paper.Title("Record of service", newPage: true),
            paper.Form([2400, 6440],
                ["Document", document],
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
