using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Validity;

namespace CleanProd.Rules.Tests.Facts.Validity;

public class CaptureShareTests
{
    private static readonly ReportingPeriod March = new(new(2024, 3, 1), new(2024, 3, 31));

    [Theory]
    [InlineData(AveragingWindow.Hour, 31 * 24)]
    [InlineData(AveragingWindow.Day, 31)]
    public void Every_window_is_due_where_nothing_stood_still(AveragingWindow window, int due)
    {
        Assert.Equal(due, CaptureShare.Due(window, March, []));
        Assert.Equal(due, CaptureShare.Due(window, March, [Stood(OutageKind.Maintenance, 3, 0, 5, 0)]));
        Assert.Equal(31m / due, CaptureShare.Of(31, window, March, []));
    }

    [Fact]
    public void Only_windows_that_lie_wholly_within_a_standstill_are_not_due()
    {
        Outage[] outages = [Stood(OutageKind.Shutdown, 3, 6, 5, 0), Stood(OutageKind.Maintenance, 10, 0, 12, 0)];
        Assert.Equal((31 * 24) - 42, CaptureShare.Due(AveragingWindow.Hour, March, outages));
        Assert.Equal(30, CaptureShare.Due(AveragingWindow.Day, March, outages));
    }

    [Fact]
    public void A_standstill_at_the_end_takes_nothing_of_the_next_period() =>
        Assert.Equal(29, CaptureShare.Due(AveragingWindow.Day, March, [new(OutageKind.Shutdown, null, new(2024, 3, 30), new(2024, 4, 10), TestFacts.Source)]));

    [Fact]
    public void There_is_no_share_of_nothing() =>
        Assert.Null(CaptureShare.Of(0, AveragingWindow.Day, March, [new(OutageKind.Shutdown, null, new(2024, 2, 1), new(2024, 5, 1), TestFacts.Source)]));

    private static Outage Stood(OutageKind kind, int day, int hour, int untilDay, int untilHour) =>
        new(kind, null, new(2024, 3, day, hour, 0, 0), new(2024, 3, untilDay, untilHour, 0, 0), TestFacts.Source);
}
