using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Pages.Statistics;

/// <summary>Words of the statistics.</summary>
internal static class StatisticsTexts
{
    internal static readonly Wording Menu = new("统计", "Statistics");
    internal static readonly Wording Title = new("{0} 年通过验收的清洁生产审核", "Audits accepted in {0}");
    internal static readonly Wording Lead = new("按地区（表 3-1）和方案类型（表 3-2）；金额单位为万元，只计已完成的方案。", "By region (table 3-1) and by kind of measure (table 3-2); amounts in 10,000 yuan; only measures that are done count.");
    internal static readonly Wording Excel = new("导出 Excel", "Excel");
    internal static readonly Wording Csv = new("导出 CSV", "CSV");
    internal static readonly Wording Track = new("范围", "Track");
    internal static readonly Wording Both = new("全部", "Both");
    internal static readonly Wording Mandatory = new("强制性审核", "Mandatory");
    internal static readonly Wording Voluntary = new("自愿审核", "Voluntary");
    internal static readonly Wording None = new("{0} 年还没有通过验收的审核。验收在案件中办理，方案和效益填在审核档案中。", "No audit was accepted in {0} yet. Acceptance is recorded in the case, measures and benefit in the audit's record.");
    internal static readonly Wording ToCases = new("查看案件", "To the cases");
    internal static readonly Wording Table31 = new("表 3-1 各地区审核企业、投资和效益", "Table 3-1: enterprises, investment and benefit by region");
    internal static readonly Wording Table32 = new("表 3-2 各类方案的实施情况", "Table 3-2: measures by kind");
    internal static readonly Wording Region = new("地区", "Region");
    internal static readonly Wording Enterprises = new("企业数（家）", "Enterprises");
    internal static readonly Wording Share = new("占比（%）", "Share (%)");
    internal static readonly Wording Output = new("产值（万元）", "Output (10,000 yuan)");
    internal static readonly Wording Investment = new("投资（万元）", "Investment (10,000 yuan)");
    internal static readonly Wording InvestmentShare = new("投资占产值（%）", "Of output (%)");
    internal static readonly Wording Benefit = new("年效益（万元）", "Benefit a year (10,000 yuan)");
    internal static readonly Wording BenefitShare = new("效益占产值（%）", "Of output (%)");
    internal static readonly Wording MeanInvestment = new("平均投资（万元）", "Mean investment");
    internal static readonly Wording MeanBenefit = new("平均效益（万元）", "Mean benefit");
    internal static readonly Wording Kind = new("方案类型", "Kind of measure");
    internal static readonly Wording Unknown = new("不详", "unknown");
    internal static readonly Wording Chart = new("投资和年效益（万元）", "Investment and benefit a year (10,000 yuan)");
    internal static readonly Wording OneEnterprise = new("一家企业实施多类方案的，分别计入各类。", "An enterprise with measures of several kinds counts in each.");
}
