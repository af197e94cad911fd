using CleanProd.Rules.Lists;
using static CleanProd.Rules.Tests.Lists.InventedProvince;

namespace CleanProd.Rules.Tests.Lists;

public class ListStatisticsTests
{
    private static readonly ListStatistics Statistics = List.Statistics;

    [Fact]
    public void Regions_are_the_four_groups_in_their_order_and_the_unknown_last() =>
        Assert.Equal(["珠三角", "东翼", "西翼", "山区", "地区不详"], Statistics.ByRegion.Select(l => l.Label.Zh));

    [Fact]
    public void The_lines_of_every_table_add_up_to_the_total()
    {
        Assert.All(new[] { Statistics.ByRegion, Statistics.ByCity, Statistics.ByIndustry }, lines =>
        {
            Assert.Equal(Statistics.Total.Screened, lines.Sum(l => l.Screened));
            Assert.Equal(Statistics.Total.Listed, lines.Sum(l => l.Listed));
            Assert.Equal(Statistics.Total.Undetermined, lines.Sum(l => l.Undetermined));
            Assert.Equal(Statistics.Total.EvidenceRows, lines.Sum(l => l.EvidenceRows));
            Assert.Equal(100m, lines.Sum(l => l.ShareOfListed));
        });
    }

    [Fact]
    public void The_pearl_river_delta_is_counted_by_hand()
    {
        var delta = Statistics.ByRegion[0];
        Assert.Equal((3, 2, 0, 8L), (delta.Screened, delta.Listed, delta.Undetermined, delta.EvidenceRows));
        Assert.Equal(66.7m, delta.ShareOfListed);
        Assert.Equal(66.7m, delta.ListedOfScreened);
        Assert.Equal(4m, delta.MeanEvidenceRows);
        // Largest ratios 132/90 and 1.8/0.5: (1.4666… + 3.6) / 2.
        Assert.Equal(2.53m, delta.MeanLargestRatio);
        Assert.Equal([2, 1, 0, 1], delta.ByGround);
    }

    [Fact]
    public void Every_mean_is_its_sum_over_its_count() =>
        Assert.All(Statistics.ByRegion.Concat(Statistics.ByCity).Concat(Statistics.ByIndustry).Append(Statistics.Total), line =>
        {
            Assert.Equal(line.Listed == 0 ? null : decimal.Round((decimal)line.EvidenceRows / line.Listed, 1, MidpointRounding.AwayFromZero), line.MeanEvidenceRows);
            Assert.Equal(line.LargestRatioCount == 0 ? null : decimal.Round(line.LargestRatioSum / line.LargestRatioCount, 2, MidpointRounding.AwayFromZero), line.MeanLargestRatio);
        });

    [Fact]
    public void One_enterprise_counts_under_each_of_its_grounds() =>
        Assert.Equal([("超标准", 2, 66.7m), ("超总量", 1, 33.3m), ("高耗能", 1, 33.3m), ("有毒有害", 1, 33.3m)], Statistics.ByGround.Select(g => (g.Label.Zh, g.Enterprises, g.ShareOfListed)));

    [Fact]
    public void Industries_are_divisions_and_an_unknown_code_keeps_its_own_line() =>
        Assert.Equal(["C22 造纸和纸制品业", "C30 非金属矿物制品业", "C33 金属制品业", "C17", "行业不详"], Statistics.ByIndustry.Select(l => l.Label.Zh));

    [Fact]
    public void Outside_guangdong_the_line_is_the_province_or_the_place_as_written()
    {
        var list = CandidateList.Of(
            [Of(Facility("1", "甲", "640100", null, null), No("G1a")), Of(Facility("2", "乙", "640000", null, null), No("G1a")), Of(Facility("3", "C", "Wyoming", null, null), No("G1a"))],
            Reference, Heading);
        Assert.Equal(["宁夏回族自治区", "640100", "Wyoming"], list.Statistics.ByRegion.Select(l => l.Label.Zh));
    }
}
