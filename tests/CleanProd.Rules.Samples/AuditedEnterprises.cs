namespace CleanProd.Rules.Samples;

/// <summary>
/// Earlier mandatory audits and the Guangdong overlay rule R1: listed at least twelve months ago without a report, or failed, means
/// listed again.
/// </summary>
internal static class AuditedEnterprises
{
    public static IEnumerable<Enterprise> All() =>
    [
        new Enterprise(103, "440607", "拖延", Sectors.Dyeing).Monitored().NoSubstances().Audit("mandatory", "2023-06-15", "2023-09-01", "", "", "")
            .Triggered("R1", "2023-06-15列入强制性审核名单，至2025-01-15已19个月未提交审核报告，逾期滚入下一批；监测值均在限值内。"),
        new Enterprise(104, "440784", "重审", Sectors.Furniture).Monitored().NoSubstances().Audit("mandatory", "2022-05-20", "2022-07-05", "2023-04-28", "", "不合格")
            .Triggered("R1", "2022-05-20列入名单，2023-04-28提交的审核报告验收不合格，应重新列入。"),
        new Enterprise(105, "441621", "满岁", Sectors.Food).Monitored().NoSubstances().Audit("mandatory", "2024-01-15", "2024-03-10", "", "", "")
            .Triggered("R1", "2024-01-15列入名单，至2025-01-15恰满12个月仍未提交报告，属逾期。"),
        new Enterprise(106, "445102", "差日", Sectors.Food).Monitored().NoSubstances().Audit("mandatory", "2024-01-16", "2024-03-11", "", "", "")
            .NotTriggered("2024-01-16列入名单，至2025-01-15为11个整月，未逾期；监测值均在限值内；申报无有毒有害物质。"),
        new Enterprise(107, "440902", "如期", Sectors.Beer).Monitored().NoSubstances().Audit("mandatory", "2022-05-20", "2022-07-12", "2023-03-30", "2023-09-14", "合格")
            .NotTriggered("2022-05-20列入名单，2023-03-30按期提交报告，2023-09-14验收合格；监测值均在限值内；申报无有毒有害物质。"),
        new Enterprise(108, "440513", "再犯", Sectors.Dyeing).Monitored().Found("DW001", "化学需氧量", 10, "92.6").NoSubstances().Audit("mandatory", "2023-03-31", "2023-05-20", "", "", "")
            .Triggered("G1a;R1", "DW001化学需氧量10月92.6毫克/升，超过80；且2023-03-31列入名单后21个月未提交报告。"),
        new Enterprise(109, "441427", "兼修", Sectors.Dairy).Monitored().NoSubstances().Audit("mandatory", "2019-04-30", "2019-06-03", "2020-03-20", "2020-08-11", "合格").Audit("voluntary", "", "2023-02-01", "2023-10-10", "2024-01-22", "合格")
            .NotTriggered("强制性审核2020-08-11、自愿性审核2024-01-22均验收合格；监测值均在限值内；申报无有毒有害物质。"),
    ];
}
