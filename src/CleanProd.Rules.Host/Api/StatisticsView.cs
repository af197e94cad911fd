using System.Text;
using CleanProd.Rules.Cases.Records;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Api;

/// <summary>A line of table 3-1; amounts in 万元, shares in per cent.</summary>
internal sealed record RegionLineView(
    Wording Region, int Enterprises, decimal ShareOfEnterprises, decimal? Output, decimal Investment, decimal? InvestmentShare, decimal Benefit, decimal? BenefitShare, decimal? MeanInvestment, decimal? MeanBenefit)
{
    internal static RegionLineView Of(RegionLine l) => new(
        l.Region, l.Enterprises, l.ShareOfEnterprises, l.Output?.Amount, l.Investment.Amount, l.InvestmentShare, l.Benefit.Amount, l.BenefitShare, l.MeanInvestment, l.MeanBenefit);
}

/// <summary>A line of table 3-2.</summary>
internal sealed record MeasureKindView(MeasureKind Kind, Wording Name, int Enterprises, decimal? Share);

/// <summary>The audits of a year in the form of tables 3-1 and 3-2.</summary>
internal sealed record StatisticsView(int Year, IReadOnlyList<RegionLineView> ByRegion, RegionLineView Total, IReadOnlyList<MeasureKindView> ByKind)
{
    internal static StatisticsView Of(CaseStatistics s) => new(
        s.Year, [.. s.ByRegion.Select(RegionLineView.Of)], RegionLineView.Of(s.Total), [.. s.ByKind.Select(k => new MeasureKindView(k.Kind, Measure.KindName(k.Kind), k.Enterprises, k.Share))]);

    /// <summary>Both tables under one another, UTF-8 with byte order mark.</summary>
    internal static byte[] Csv(CaseStatistics statistics)
    {
        var text = new StringBuilder();
        Line(text, "地区", "企业数（家）", "占比（%）", "产值（万元）", "投资（万元）", "投资占产值（%）", "年效益（万元）", "效益占产值（%）", "平均投资（万元）", "平均效益（万元）");
        foreach (var l in statistics.ByRegion.Append(statistics.Total).Select(RegionLineView.Of))
        {
            Line(text, l.Region.Zh, PlainNumber.Text(l.Enterprises), PlainNumber.Text(l.ShareOfEnterprises), Text(l.Output), PlainNumber.Text(l.Investment), Text(l.InvestmentShare),
                PlainNumber.Text(l.Benefit), Text(l.BenefitShare), Text(l.MeanInvestment), Text(l.MeanBenefit));
        }

        text.Append("\r\n");
        Line(text, "方案类型", "企业数（家）", "占比（%）");
        foreach (var kind in statistics.ByKind) Line(text, Measure.KindName(kind.Kind).Zh, PlainNumber.Text(kind.Enterprises), Text(kind.Share));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    // Names of regions and kinds hold neither commas nor quotes.
    private static void Line(StringBuilder text, params string[] cells) => text.AppendJoin(',', cells).Append("\r\n");

    private static string Text(decimal? number) => number is { } known ? PlainNumber.Text(known) : "";
}
