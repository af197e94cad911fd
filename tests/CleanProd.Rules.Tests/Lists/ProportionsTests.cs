using CleanProd.Rules.Lists;
using FsCheck.Xunit;

namespace CleanProd.Rules.Tests.Lists;

public class ProportionsTests
{
    [Fact]
    public void Table_3_1_of_the_founding_document_recomputed_shows_where_its_printed_means_are_wrong()
    {
        // Pearl River Delta 9 enterprises, east and west wings 13; investment and annual benefit in 10 000 yuan.
        Assert.Equal([40.9m, 59.1m], Proportions.Shares([9, 13]));
        Assert.Equal(3056.1m, Proportions.Mean(27_505.1m, 9, 1));
        Assert.Equal(1666.0m, Proportions.Mean(14_994.0m, 9, 1));
        Assert.Equal(751.7m, Proportions.Mean(9_772.4m, 13, 1));
        Assert.Equal(371.1m, Proportions.Mean(4_824.7m, 13, 1));
        Assert.NotEqual(1267.1m, Proportions.Mean(9_772.4m, 13, 1));
        Assert.NotEqual(670.9m, Proportions.Mean(4_824.7m, 13, 1));
        Assert.Equal(3.9m, Proportions.Percent(27_505.1m, 700_020m));
        Assert.Equal(2.8m, Proportions.Percent(37_277.5m, 1_316_090m));
    }

    [Theory]
    [InlineData(2, 9.1)]
    [InlineData(10, 45.5)]
    [InlineData(16, 72.7)]
    [InlineData(14, 63.6)]
    [InlineData(3, 13.6)]
    [InlineData(8, 36.4)]
    public void Table_3_2_of_the_founding_document_comes_out_as_printed(int enterprises, double percent) =>
        Assert.Equal((decimal)percent, Proportions.Percent(enterprises, 22));

    [Property]
    public bool Shares_sum_to_100_and_each_is_within_a_tenth_of_the_exact_share(ushort[] counts)
    {
        var shares = Proportions.Shares(counts.Select(c => (long)c).ToArray());
        var total = counts.Sum(c => (decimal)c);
        return total == 0m
            ? shares.All(s => s == 0m)
            : shares.Sum() == 100m && shares.Zip(counts).All(p => Math.Abs(p.First - p.Second * 100m / total) < 0.1m);
    }

    [Fact]
    public void A_tie_of_remainders_goes_to_the_earlier_line() => Assert.Equal([33.4m, 33.3m, 33.3m], Proportions.Shares([1, 1, 1]));

    [Fact]
    public void Nothing_divided_by_nothing_is_no_number()
    {
        Assert.Null(Proportions.Mean(0m, 0, 1));
        Assert.Null(Proportions.Percent(0m, 0m));
    }
}
