using CleanProd.Rules.Cases.Records;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using Xunit;

namespace CleanProd.Rules.Tests.Cases.Records;

/// <summary>The first 22 enterprises of 2003, shared out so that the sums are those of the founding document.</summary>
public class CaseStatisticsTests
{
    private static readonly DateOnly Day = new(2003, 9, 1);

    // How many of the 22 did each kind, in the order of the document's table 3-2.
    private static readonly int[] ByKind = [2, 10, 16, 14, 3, 8];

    // With which enterprise each kind begins, so that each of the 22 did something.
    private static readonly int[] FirstOf = [0, 2, 12, 6, 20, 1];

    private static readonly AuditFile[] First22 =
    [
        .. Enumerable.Range(0, 9).Select(i => File(i, "440100", Part(700_020m, 9, i), Part(27_505.1m, 9, i), Part(14_994.0m, 9, i))),
        .. Enumerable.Range(9, 13).Select(i => File(i, i % 2 == 0 ? "440500" : "440800", Part(616_070m, 13, i - 9), Part(9_772.4m, 13, i - 9), Part(4_824.7m, 13, i - 9))),
    ];

    [Fact]
    public void Table_3_1_comes_out_as_the_founding_document_has_it()
    {
        var statistics = Of(First22);
        Assert.Equal(
            [("珠三角", 9, 40.9m, 700_020m, 27_505.1m, 3.93m, 14_994.0m, 2.14m, 3_056.1m, 1_666.0m), ("东西两翼", 13, 59.1m, 616_070m, 9_772.4m, 1.59m, 4_824.7m, 0.78m, 751.7m, 371.1m)],
            statistics.ByRegion.Select(Row));
        var (_, enterprises, _, output, investment, investmentShare, benefit, benefitShare, _, _) = Row(statistics.Total);
        Assert.Equal((22, 1_316_090m, 37_277.5m, 2.83m, 19_818.7m, 1.51m), (enterprises, output, investment, investmentShare, benefit, benefitShare));
    }

    [Fact]
    public void The_printed_means_of_the_wings_are_not_their_sums_divided_by_their_counts()
    {
        var wings = Of(First22).ByRegion[1];
        Assert.NotEqual((1_267.1m, 670.9m), (wings.MeanInvestment!.Value, wings.MeanBenefit!.Value));
        Assert.Equal((751.7m, 371.1m), (wings.MeanInvestment!.Value, wings.MeanBenefit!.Value));
        // Nor would any rounding of them: thirteen times the printed mean is far from the printed sum.
        Assert.True(13 * 1_267.1m - 9_772.4m > 6_000m && 13 * 670.9m - 4_824.7m > 3_000m);
    }

    [Fact]
    public void Table_3_2_comes_out_as_the_founding_document_has_it() =>
        Assert.Equal(
            [(MeasureKind.Product, 2, 9.1m), (MeasureKind.Materials, 10, 45.5m), (MeasureKind.Process, 16, 72.7m), (MeasureKind.ComprehensiveUse, 14, 63.6m), (MeasureKind.Management, 3, 13.6m), (MeasureKind.HarmlessWaste, 8, 36.4m)],
            Of(First22).ByKind.Select(k => (k.Kind, k.Enterprises, k.Share!.Value)));

    [Fact]
    public void Only_what_was_accepted_in_the_year_and_done_counts()
    {
        var planned = First22[0] with { Measures = [.. First22[0].Measures.Select(m => m with { Status = MeasureStatus.Underway })] };
        Assert.Equal(0m, Of([planned]).Total.Investment.Amount);
        Assert.Equal(0, CaseStatistics.Of(First22, 2004, Shipped.Reference.Regions).Total.Enterprises);
        Assert.Equal(0, Of([First22[0] with { AcceptedOn = null }]).Total.Enterprises);
        Assert.Null(CaseStatistics.Of([], 2003, Shipped.Reference.Regions).ByKind[0].Share);
    }

    [Fact]
    public void The_tracks_are_counted_apart_or_together_and_an_enterprise_of_both_once()
    {
        var mandatory = First22[0] with { Track = AuditKind.Mandatory };
        AuditFile[] both = [.. First22, mandatory];
        Assert.Equal(22, Of(both).Total.Enterprises);
        Assert.Equal(1, Of(both, AuditKind.Mandatory).Total.Enterprises);
        Assert.Equal(1_316_090m, Of(both).Total.Output!.Value.Amount);
        Assert.Equal(37_277.5m + mandatory.DoneMeasures.Sum(m => m.Investment.Amount), Of(both).Total.Investment.Amount);
    }

    [Fact]
    public void Without_an_output_value_no_share_of_it_is_said()
    {
        var line = Of([First22[0], First22[1] with { OutputValue = null }]).Total;
        Assert.Null(line.Output);
        Assert.Null(line.InvestmentShare);
        Assert.NotNull(line.MeanInvestment);
    }

    [Fact]
    public void An_unsound_file_is_refused_by_what_is_wrong()
    {
        var file = First22[0];
        Assert.Same(file, file.Checked());
        Assert.Equal("plan_incomplete", CodeOf(file with { Plan = AuditPlan.By("某公司", "") }));
        Assert.Equal("measure_invalid", CodeOf(file with { Measures = [file.Measures[0], file.Measures[0]] }));
        Assert.Equal("measure_invalid", CodeOf(file with { Measures = [file.Measures[0] with { Investment = new(-1m) }] }));
        Assert.Equal("measure_invalid", CodeOf(file with { Measures = [file.Measures[0] with { Cost = CostClass.None, Investment = new(1m) }] }));
        Assert.Equal("output_invalid", CodeOf(file with { OutputValue = new(-1m) }));
        Assert.Equal("score_invalid", CodeOf(file with { EvaluationScore = 100.1m }));
    }

    private static string CodeOf(AuditFile file) => Assert.Throws<RefusedActException>(file.Checked).Code;

    private static CaseStatistics Of(IEnumerable<AuditFile> files, params AuditKind[] tracks) => CaseStatistics.Of(files, 2003, Shipped.Reference.Regions, tracks);

    private static (string, int, decimal, decimal, decimal, decimal, decimal, decimal, decimal, decimal) Row(RegionLine l) =>
        (l.Region.Zh, l.Enterprises, l.ShareOfEnterprises, l.Output!.Value.Amount, l.Investment.Amount, l.InvestmentShare!.Value, l.Benefit.Amount, l.BenefitShare!.Value, l.MeanInvestment!.Value, l.MeanBenefit!.Value);

    private static AuditFile File(int number, string region, decimal output, decimal investment, decimal benefit)
    {
        var kinds = Enum.GetValues<MeasureKind>().Where(k => (number + 22 - FirstOf[(int)k]) % 22 < ByKind[(int)k]).ToArray();
        return new(new($"F{number:00}"), $"企业{number}", RegionCode.Of(region), AuditKind.Voluntary)
        {
            OutputValue = new(output), AcceptedOn = Day,
            Measures = [.. kinds.Select((k, i) => new Measure($"F{i}", "方案", k, CostClass.Medium, i == 0 ? new(investment) : Wan.Zero, i == 0 ? new(benefit) : Wan.Zero, MeasureStatus.Done))],
        };
    }

    // An uneven share of a sum: the last takes what is left.
    private static decimal Part(decimal sum, int count, int index)
    {
        var usual = decimal.Round(sum / count, 0) - 3m;
        return index < count - 1 ? usual : sum - usual * (count - 1);
    }
}
