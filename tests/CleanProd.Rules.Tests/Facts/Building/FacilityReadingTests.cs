namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>DB44/26-2001 5.2.2 reads its limit of 90 mg/L against the day: a single sample of one's own decides nothing where the day was measured too.</summary>
public class FacilityReadingTests
{
    [Fact]
    public void A_single_sample_is_not_judged_where_the_day_was_measured_too()
    {
        var sample = Water().Self("2024-03-01T08:00", "91", "instant").Self("2024-03-01", "80").Item("instant");
        Assert.Equal((0, 0, 1), (sample.ExceedanceCount, sample.IndeterminateCount, sample.ValidCount));
    }

    [Fact]
    public void A_single_sample_alone_cannot_be_judged()
    {
        var sample = Water().Self("2024-03-01T08:00", "91", "instant").Item("instant");
        Assert.Equal((0, 1), (sample.ExceedanceCount, sample.IndeterminateCount));
    }

    [Theory]
    [InlineData(20, 0)]
    [InlineData(19, 19)]
    public void Hours_are_not_judged_where_a_day_is_formed_of_them(int hours, int open) =>
        Assert.Equal(open, Water().Hours("COD", "2024-03-01", hours, "91").Item("hour").IndeterminateCount);

    private static Plant Water() => new Plant("C2110", eia: "2010-06-01").Outlet("DW001", "water", "discharge:direct", "workshop:false", "grade:一级");
}
