using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Notices;

namespace CleanProd.Rules.Tests.Notices;

/// <summary>The notice section of a pack, shortened.</summary>
internal static class InventedTerms
{
    internal static readonly NoticeTerms Terms = new(
        [
            Says("《中华人民共和国清洁生产促进法》（2012年修正）第二十七条", "Cleaner Production Promotion Law (2012), Article 27"),
            Says("《清洁生产审核办法》（国家发展改革委、环境保护部令第38号）第八条", "Measures for Cleaner Production Audit (Order No. 38), Article 8"),
        ],
        [
            new("announce", new(Months: 1), "publication", new("在当地主要媒体、本单位网站或者以其他便于公众知晓的方式公布企业名称、法定代表人、地址、排放污染物名称、排放方式、排放浓度和总量、超标或者超总量情况", "Publish name, legal representative, address, pollutants, way of discharge, concentration and total, and the excess"), new("《清洁生产审核办法》第十一条", "Measures Art. 11"), ["G1a", "G1b"]),
            new("start", new(Months: 2), "publication", new("启动清洁生产审核", "Start the audit"), new("《清洁生产审核办法》第十二条", "Measures Art. 12"), []),
            new("report", new(Years: 1), "publication", new("完成本轮审核并将审核报告报送县级以上主管部门", "Finish the audit and file the report"), new("《清洁生产审核办法》第十二条", "Measures Art. 12"), []),
            new("repeat", new(Years: 5), "previous_audit", new("再次实施清洁生产审核", "Audit again"), new("《清洁生产审核办法》第十二条", "Measures Art. 12"), ["G3"]),
        ],
        [Says("不实施强制性清洁生产审核，或者在审核中弄虚作假，或者不报告、不如实报告审核结果的，责令限期改正；拒不改正的，处五万元以上五十万元以下的罚款（《清洁生产促进法》第三十九条）。", "Failing to audit, falsifying, or not reporting: order to correct; on refusal a fine of 50,000 to 500,000 yuan (Law Art. 39).")],
        [
            Says("可以自收到本通知之日起六十日内向本级人民政府或者上一级主管部门申请行政复议。", "Administrative reconsideration may be applied for within 60 days of receipt."),
            Says("也可以自收到本通知之日起六个月内依法向人民法院提起行政诉讼。", "An action may be brought before the people's court within six months of receipt."),
        ],
        InventedProvinceMakers);

    internal static NoticeContent DraftOf(string id) => NoticeDraft.Of(
        Tests.Lists.InventedProvince.Decided.Single(d => d.Facility.Id.Value == id), Tests.Lists.InventedProvince.Heading, Terms, new NoticeOffice());

    private static NoticeStatement Says(string zh, string en) => new(new(zh, en), Wording.None, []);

    private static IReadOnlyList<ListMaker> InventedProvinceMakers => Tests.Lists.InventedProvince.Heading.Makers;
}
