using CleanProd.Rules.Facts;
using System.Xml.Linq;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Documents.Templates;

/// <summary>What the default notice templates say, page by page.</summary>
internal static class NoticePages
{
    internal static IEnumerable<XElement> Of(DocumentLanguage language) =>
        language == DocumentLanguage.Chinese ? Chinese(new(language)) : English(new(language));

    private static IEnumerable<XElement> Chinese(OfficialPaper paper) =>
    [
        .. paper.Letterhead("关于对{{企业名称}}实施强制性清洁生产审核的通知"),
        paper.Text("经审查你单位{{年度}}年度监测、排放、能源消耗和有毒有害物质使用等数据，依照{{判定日期}}有效的规定，你单位符合应当实施强制性清洁生产审核的情形（类别：{{列入类别}}），{{列入表述}}{{名单批次}}（公布日期：{{公布日期}}）。现将有关事项通知如下："),
        .. paper.Superseding(),
        paper.Heading("一、事由和事实"),
        paper.Marker("{{#事由}}"),
        paper.Text("（{{事由序号}}）{{事由内容}}（{{事由条款}}）。"),
        paper.Marker("{{#事实}}"),
        paper.Text("{{事实序号}}. {{事实内容}}"),
        paper.Marker("{{/事实}}"),
        paper.Marker("{{#更多事实}}"),
        paper.Text("{{更多事实内容}}"),
        paper.Marker("{{/更多事实}}"),
        paper.Marker("{{/事由}}"),
        paper.Heading("二、法律依据"),
        paper.Marker("{{#法律依据}}"),
        paper.Text("{{依据序号}}. {{依据内容}}"),
        paper.Marker("{{/法律依据}}"),
        paper.Heading("三、应当履行的义务和期限"),
        paper.Table([700, 4000, 2400, 1740], ["序号", "义务", "期限", "依据"],
            ["{{#义务}}{{义务序号}}", "{{义务内容}}", "{{义务期限}}", "{{义务依据}}{{/义务}}"]),
        paper.Heading("四、不履行义务的法律后果"),
        paper.Marker("{{#后果}}"),
        paper.Text("{{后果序号}}. {{后果内容}}"),
        paper.Marker("{{/后果}}"),
        paper.Heading("五、救济途径"),
        paper.Marker("{{#救济途径}}"),
        paper.Text("{{救济序号}}. {{救济内容}}"),
        paper.Marker("{{/救济途径}}"),
        paper.Heading("六、联系方式"),
        paper.Text("牵头部门：{{牵头部门}}"),
        paper.Text("联系人：{{联系人}}　联系电话：{{联系电话}}"),
        paper.Text("附件：事实依据明细"),
        .. paper.Signed(),
        paper.Annex("附件"),
        paper.Title("事实依据明细"),
        paper.Small([420, 960, 1180, 1370, 1190, 1110, 680, 1930], ["序号", "排放口", "项目", "日期或周期", "实测或实际值", "限值或指标", "比值", "标准或依据、数据来源"],
            ["{{#事实明细}}{{明细序号}}", "{{排放口}}", "{{项目}}", "{{日期或周期}}", "{{数值}}", "{{限值或指标}}", "{{比值}}", "{{依据和来源}}{{/事实明细}}"]),
        .. paper.Served("关于对{{企业名称}}实施强制性清洁生产审核的通知"),
    ];

    private static IEnumerable<XElement> English(OfficialPaper paper) =>
    [
        .. paper.Letterhead("Notice of a mandatory cleaner-production audit"),
        paper.Text("On the monitoring, discharge, energy and substance data of {{Year}}, and under the law in force on {{DeterminedAsOf}}, your enterprise meets the conditions for a mandatory cleaner-production audit (class: {{Classes}}) and {{ListedPhrase}} the {{Batch}} (publication: {{Published}})."),
        .. paper.Superseding(),
        paper.Heading("1. Reasons and facts"),
        paper.Marker("{{#Reasons}}"),
        paper.Text("({{ReasonNumber}}) {{ReasonText}} ({{ReasonClause}})."),
        paper.Marker("{{#Facts}}"),
        paper.Text("{{FactNumber}}. {{FactText}}"),
        paper.Marker("{{/Facts}}"),
        paper.Marker("{{#MoreFacts}}"),
        paper.Text("{{MoreFactsText}}"),
        paper.Marker("{{/MoreFacts}}"),
        paper.Marker("{{/Reasons}}"),
        paper.Heading("2. Legal basis"),
        paper.Marker("{{#LegalBasis}}"),
        paper.Text("{{BasisNumber}}. {{BasisText}}"),
        paper.Marker("{{/LegalBasis}}"),
        paper.Heading("3. What you must do, and by when"),
        paper.Table([600, 4000, 2500, 1740], ["No.", "Duty", "By when", "Clause"],
            ["{{#Duties}}{{DutyNumber}}", "{{DutyText}}", "{{DutyDue}}", "{{DutyClause}}{{/Duties}}"]),
        paper.Heading("4. If you do not"),
        paper.Marker("{{#Consequences}}"),
        paper.Text("{{ConsequenceNumber}}. {{ConsequenceText}}"),
        paper.Marker("{{/Consequences}}"),
        paper.Heading("5. How to object"),
        paper.Marker("{{#Remedies}}"),
        paper.Text("{{RemedyNumber}}. {{RemedyText}}"),
        paper.Marker("{{/Remedies}}"),
        paper.Heading("6. Contact"),
        paper.Text("Lead department: {{Lead}}"),
        paper.Text("Contact: {{Contact}}    Telephone: {{Telephone}}"),
        paper.Text("Annex: facts in detail"),
        .. paper.Signed(),
        paper.Annex("Annex"),
        paper.Title("Facts in detail"),
        paper.Small([520, 900, 1180, 1300, 1100, 1100, 740, 2000], ["No.", "Outlet", "Subject", "Date or period", "Value", "Limit or quota", "Ratio", "Basis, source"],
            ["{{#FactTable}}{{RowNumber}}", "{{Outlet}}", "{{Subject}}", "{{At}}", "{{Value}}", "{{Limit}}", "{{Ratio}}", "{{BasisAndSource}}{{/FactTable}}"]),
        .. paper.Served("Notice of a mandatory cleaner-production audit"),
    ];
}
