using CleanProd.Rules.Facts.Validity;
using CleanProd.Rules.Tests.Facts.Building;

namespace CleanProd.Rules.Tests.Facts.Validity;

public class FlagReadingTests
{
    private const string Cement = "C3011", Dyeing = "C1713";

    [Theory]
    [InlineData('\0', ValueUse.Judged)]
    [InlineData('N', ValueUse.Judged)]
    [InlineData('n', ValueUse.Judged)]
    [InlineData('F', ValueUse.NotJudged)]
    [InlineData('M', ValueUse.NotJudged)]
    [InlineData('S', ValueUse.NotJudged)]
    [InlineData('D', ValueUse.NotJudged)]
    [InlineData('C', ValueUse.NotJudged)]
    [InlineData('B', ValueUse.NotJudged)]
    [InlineData('T', ValueUse.Open)]
    [InlineData('X', ValueUse.Open)]
    public void Each_letter_of_HJ_212_table_8_says_what_may_be_done_with_a_value(char flag, ValueUse use) =>
        Assert.Equal(use, FlagReading.Of(flag, Dyeing, new(2024, 1, 1), Shipped.Reference.MarkingRules).Use);

    // The answers are kept: made anew they are the same.
    [Theory]
    [InlineData("FMSDCB", ValueUse.NotJudged)]
    [InlineData("TXZ", ValueUse.Open)]
    public void A_letter_says_the_same_whenever_it_is_asked(string flags, ValueUse use) => Assert.All(flags, flag =>
    {
        Assert.Equal(use, FlagReading.Of(flag, null).Use);
        Assert.Equal(FlagReading.Of(flag, Dyeing, new(2024, 1, 1), []), FlagReading.Of(flag, null));
    });

    // 标记规则, in force 2023-01-01 for waste-to-energy, thermal power, cement, paper.
    [Theory]
    [InlineData(Cement, 2022, 12, 31, ValueUse.Open)]
    [InlineData(Cement, 2023, 1, 1, ValueUse.NotJudged)]
    [InlineData("D4411", 2023, 1, 1, ValueUse.NotJudged)]
    [InlineData("D4417", 2023, 1, 1, ValueUse.NotJudged)]
    [InlineData("C2221", 2023, 1, 1, ValueUse.NotJudged)]
    [InlineData(Dyeing, 2023, 1, 1, ValueUse.Open)]
    [InlineData(null, 2023, 1, 1, ValueUse.Open)]
    public void Data_over_the_range_is_freed_only_by_sector_and_date(string? industry, int year, int month, int day, ValueUse use) =>
        Assert.Equal(use, FlagReading.Of('T', industry, new(year, month, day), Shipped.Reference.MarkingRules).Use);

    [Fact]
    public void A_reason_names_its_clause()
    {
        Assert.Contains("标记规则", FlagReading.Of('D', Cement, new(2024, 1, 1), Shipped.Reference.MarkingRules).Reason.Zh, StringComparison.Ordinal);
        Assert.Contains("HJ 356", FlagReading.Of('D', Dyeing, new(2024, 1, 1), Shipped.Reference.MarkingRules).Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_over_the_range_leaves_the_outlet_undetermined_and_says_why()
    {
        var facts = new Plant().Outlet().Limit("COD", "80").Value("COD", "2024-03-01", "day", "300", more: "flag:T").Value("COD", "2024-03-02", "day", "50").Facts();
        var item = Assert.Single(facts.Monitoring);
        Assert.Equal((0, 1, 1), (item.ExceedanceCount, item.IndeterminateCount, item.ValidCount!.Value));
        Assert.Contains("标记T", facts.Monitoring.Missing, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_left_out_is_told_with_its_count_and_first_row()
    {
        var item = new Plant(Cement).Outlet().Limit("COD", "80").Value("COD", "2024-03-01", "day", "300", more: "flag:D").Value("COD", "2024-03-02", "day", "300", more: "flag:D")
            .Value("COD", "2024-03-03", "day", "50").Item();
        var note = Assert.Single(item.Readings);
        Assert.Equal((2, 5), (note.Count, note.First.Row));
    }
}
