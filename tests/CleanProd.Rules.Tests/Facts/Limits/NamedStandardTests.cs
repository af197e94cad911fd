using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Limits;
using static CleanProd.Rules.Tests.Facts.Limits.MadeUpLimits;

namespace CleanProd.Rules.Tests.Facts.Limits;

/// <summary>The standards that an outlet's file names bind, each of them, and none else; against which mean they are read depends on who measured.</summary>
public class NamedStandardTests
{
    private static readonly LimitLibrary Two = Library([General("GB 1-2001"), General("GB 2-2002")], [Row("GB 1-2001", 50m), Row("GB 2-2002", 60m)]);

    [Theory]
    [InlineData("GB 2-2002", "GB 2-2002=60")]
    [InlineData("gb2－2002", "Missing (The library does not know the standard the outlet names: gb2－2002) asks limits: The library does not know the standard the outlet names: gb2－2002")]
    [InlineData("gb2-2002 与 GB 1-2001", "GB 1-2001=50")]
    [InlineData("", "GB 1-2001=50")]
    public void What_is_named_binds(string named, string expected) => Assert.Equal(expected, Said(Two, Question with { Standard = named }));

    [Fact]
    public void Of_one_that_is_named_nothing_else_is_told_and_of_two_the_looser_is_told_beside()
    {
        Assert.Empty(Answer(Two, Question with { Standard = "GB 1-2001" }).Limits[0].Beside);
        Assert.Empty(Answer(Library([General("G")], [Row("G", 10m), Row("G", 20m)]), Question with { Standard = "G" }).Limits[0].Beside);
        Assert.Empty(Answer(Two).Limits[0].Beside);
        Assert.Equal(["GB 2-2002 表1 60 mg/L"], Answer(Two, Question with { Standard = "GB 1-2001、GB 2-2002" }).Limits[0].Beside);
    }

    [Fact]
    public void A_named_standard_needs_no_industry_and_asks_for_no_trade()
    {
        var library = Library([Trade("T")], [Row("T", 30m, new() { Industries = ["C17"] })]);
        Assert.Equal("T=30", Said(library, Question with { Standard = "T", Industry = null }));
        Assert.Equal("NoLimit (No standard of the library limits the pollutant here)", Said(library));
        Assert.Equal("Missing (Missing: Industry code, or the standard of the outlet) asks facilities.industry", Said(library, Question with { Industry = null }));
        Assert.Equal("Missing (Missing: Industry code, or the standard of the outlet) asks facilities.industry", Said(library, Question with { Industry = null, Standard = "" }));
    }

    [Fact]
    public void A_named_standard_that_sets_none_is_told_in_both_languages()
    {
        var question = Question with { Standard = "GB 1-2001 GB 2-2002", Pollutant = new("氨氮") };
        var reason = Answer(Two, question).Reason;
        Assert.Equal("GB 1-2001, GB 2-2002 set no limit for the pollutant at this outlet", reason.En);
        Assert.Equal("GB 1-2001、GB 2-2002 未规定该污染物在此排放口的限值", reason.Zh);
        Assert.Equal(LimitStanding.NoLimit, Answer(Two, question).Standing);
    }

    [Fact]
    public void A_named_standard_that_does_not_hold_leaves_the_limit_unknown_with_what_took_its_place()
    {
        var library = Library(
            [General("GB 1-2001") with { To = new(2020, 1, 1), SupersededBy = "GB 3-2020" }, General("DB 2-2002", "33")], [Row("GB 1-2001", 50m), Row("DB 2-2002", 60m)]);
        Assert.Equal("GB 1-2001 在采样日或该地区不适用，已由 GB 3-2020 代替", Assert.Single(Answer(library, Question with { Standard = "GB 1-2001" }).Missing).Question.Zh);
        Assert.Equal("DB 2-2002 在采样日或该地区不适用", Assert.Single(Answer(library, Question with { Standard = "DB 2-2002" }).Missing).Question.Zh);
        Assert.Equal("DB 2-2002=60", Said(library, Question with { Standard = "DB 2-2002", Region = "330000" }));
    }

    // DB44/26-2001 5.2.2 and 5.2.3: one's own samples by the day, the department's also by the sample.
    [Theory]
    [InlineData(AveragingWindow.Day, DataOrigin.Self, "G=10")]
    [InlineData(AveragingWindow.Day, DataOrigin.Unspecified, "G=10")]
    [InlineData(AveragingWindow.Instant, DataOrigin.Supervision, "G=10")]
    [InlineData(AveragingWindow.Instant, DataOrigin.Self, "OtherWindow G=10 (The limit is read against another averaging window)")]
    [InlineData(AveragingWindow.Instant, DataOrigin.Automatic, "OtherWindow G=10 (The limit is read against another averaging window)")]
    [InlineData(AveragingWindow.Instant, DataOrigin.Unspecified, "G=10 or OtherWindow G=10 (The limit is read against another averaging window) asks measurements.origin")]
    [InlineData(AveragingWindow.Month, DataOrigin.Unspecified, "OtherWindow G=10 (The limit is read against another averaging window)")]
    [InlineData(null, DataOrigin.Unspecified, "G=10")]
    public void Which_mean_a_limit_is_read_against_depends_on_who_measured(AveragingWindow? window, DataOrigin origin, string expected) =>
        Assert.Equal(expected, Said(Library([WithWindows()], [Row("G", 10m)]), Question with { Window = window, Origin = origin }));

    [Fact]
    public void A_limit_with_a_window_of_its_own_is_read_against_that_one()
    {
        var library = Library([WithWindows()], [Row("G", 10m, Everybody with { Window = AveragingWindow.Month })]);
        Assert.Equal("G=10", Said(library, Question with { Window = AveragingWindow.Month, Origin = DataOrigin.Self }));
        Assert.Equal(LimitStanding.OtherWindow, Answer(library, Question with { Window = AveragingWindow.Day, Origin = DataOrigin.Self }).Standing);
    }

    [Fact]
    public void Of_two_limits_only_the_one_that_is_read_against_the_window_binds()
    {
        var library = Library([WithWindows()], [Row("G", 10m), Row("G", 5m, Everybody with { Window = AveragingWindow.Month })]);
        Assert.Equal("G=10", Said(library, Question with { Window = AveragingWindow.Day, Origin = DataOrigin.Self }));
        Assert.Equal("G=5", Said(library, Question with { Window = AveragingWindow.Month, Origin = DataOrigin.Self }));
    }

    private static DischargeStandard WithWindows() => General("G") with
    {
        Windows = new Dictionary<DataOrigin, IReadOnlyList<AveragingWindow>>
        {
            [DataOrigin.Self] = [AveragingWindow.Day], [DataOrigin.Automatic] = [AveragingWindow.Day], [DataOrigin.Supervision] = [AveragingWindow.Instant, AveragingWindow.Day],
        },
    };
}
