using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;

namespace CleanProd.Rules.Tests.Facts.Building;

public class WholeNumberTests
{
    public static TheoryData<long[]> Rows => new()
    {
        new long[] { 7 }, new long[] { -7, 3 }, new long[] { 1, 2, 3 }, new long[] { 5, 1, 9, 3 }, new long[] { 9, 1, 2, 3, 4 }, new long[] { 4, 4, 4, 4, 9, 1, 0, 12 },
        new long[] { 1, 8, 2, 7, 3, 6, 4, 5, -1 }, new long[] { 1, 8, 2, 7, 3, 6, 4, 5, 99 }, new long[] { 3, 99, -99, 4, 5, 6, 7 }, new long[] { -5, -4, -3, -2, -9, -8, -7, -6, -1, -10, -11 },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Ends_and_sum_are_those_of_the_numbers(long[] numbers) => Assert.Equal(new NumberEnds(numbers.Min(), numbers.Max(), numbers.Sum()), NumberEnds.Of(numbers));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Gathered_numbers_have_their_ends_and_mean_at_the_scale(long[] numbers)
    {
        var gathered = new WholeNumbers();
        gathered.Add(numbers, NumberEnds.Of(numbers), 0);
        Assert.Equal(new ExactNumbers(numbers.Max() / 100m, numbers.Min() / 100m, (decimal)numbers.Sum() / 100m / numbers.Length), gathered.At(2));
    }

    [Fact]
    public void Nothing_gathered_is_no_number() => Assert.Equal(default, new WholeNumbers().At(3));

    [Fact]
    public void Stretches_and_single_numbers_are_one_set()
    {
        var gathered = new WholeNumbers();
        gathered.Add(50);
        gathered.Add([10, 30], NumberEnds.Of([10, 30]), 0);
        Assert.Equal(new ExactNumbers(50m, 10m, 30m), gathered.At(0));
        gathered.Add(-10);
        gathered.Add(120);
        Assert.Equal(new ExactNumbers(120m, -10m, 40m), gathered.At(0));
    }

    [Fact]
    public void What_stands_in_place_of_others_is_not_counted()
    {
        // The first number stands twice more where something did not count.
        var gathered = new WholeNumbers();
        gathered.Add([5, 5, 8, 5], NumberEnds.Of([5, 5, 8, 5]), 2);
        Assert.Equal(new ExactNumbers(8m, 5m, 6.5m), gathered.At(0));
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData((1L << 62) + 3)]
    [InlineData((1L << 40) + 1)]
    [InlineData(-(1L << 40) - 1)]
    public void A_sum_beyond_64_bits_is_exact(long number)
    {
        long[] numbers = [number, number, number, number, number];
        var gathered = new WholeNumbers();
        gathered.Add(numbers, NumberEnds.Of(numbers), 0);
        gathered.Add(number);
        Assert.Equal(new ExactNumbers(number / 1000m, number / 1000m, number / 1000m), gathered.At(3));
    }

    [Theory]
    [InlineData(1L << 62)]
    [InlineData(-(1L << 62))]
    public void A_sum_beyond_64_bits_is_exact_beside_small_numbers(long number)
    {
        long[] numbers = [number, number, number, 0, 4];
        var gathered = new WholeNumbers();
        gathered.Add(numbers, NumberEnds.Of(numbers), 0);
        Assert.Equal(new ExactNumbers(Math.Max(number, 4), Math.Min(number, 0), ((3m * number) + 4) / 5), gathered.At(0));
    }

    // The limit is 60.5 at one digit, so 605.
    [Theory]
    [InlineData("6", "60.5", 1, 60, 605, "60.5")]
    [InlineData("6.01", "60.59", 1, 61, 605, "60.59")]
    [InlineData("6", "60", 0, 6, 60, "60")]
    [InlineData(null, "60.5", 1, 0, 605, "60.5")]
    [InlineData("6", null, 1, 60, long.MaxValue, null)]
    [InlineData(null, null, 1, long.MinValue, long.MaxValue, null)]
    [InlineData("0", "0", 2, 0, 0, null)]
    [InlineData(null, "1000000000", 12, 0, long.MaxValue, "1000000000")]
    [InlineData("1000000000", null, 2, 100_000_000_000, long.MaxValue, null)]
    public void Bounds_are_the_limit_in_whole_numbers(string? low, string? high, int scale, long from, long to, string? divisor) =>
        Assert.Equal(new StretchBounds(from, to, Number(divisor)), StretchBounds.Of(new(SpanStanding.ByLimit, new(Number(low), Number(high), null)), (byte)scale));

    [Theory]
    [InlineData(null, "60.5", 13)]
    [InlineData(null, "1000000000.1", 1)]
    [InlineData(null, "-0.1", 1)]
    [InlineData("-0.1", "5", 1)]
    [InlineData("1000000000.1", null, 1)]
    public void What_is_too_large_too_fine_or_negative_is_compared_one_by_one(string? low, string? high, int scale) =>
        Assert.Null(StretchBounds.Of(new(SpanStanding.ByLimit, new(Number(low), Number(high), null)), (byte)scale));

    [Theory]
    [InlineData(SpanStanding.Free)]
    [InlineData(SpanStanding.Indeterminate)]
    public void Where_no_limit_decides_nothing_is_outside(object standing) =>
        Assert.Equal(new StretchBounds(long.MinValue, long.MaxValue, null), StretchBounds.Of(new((SpanStanding)standing, new(1m, 2m, null)), 30));

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    [InlineData(20, false)]
    [InlineData(21, true)]
    public void On_a_bound_is_within(long number, bool broken)
    {
        var bounds = new StretchBounds(10, 20, null);
        Assert.Equal(broken, bounds.IsBroken(number));
        Assert.Equal(broken, bounds.AreBroken(new(number, number, 0)));
        Assert.Equal(broken, bounds.AreBroken(new(Math.Min(number, 15), 15, 0)) || bounds.AreBroken(new(15, Math.Max(number, 15), 0)));
    }

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
