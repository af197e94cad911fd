using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Validity;

namespace CleanProd.Rules.Tests.Facts.Validity;

public class MarkingRuleTests
{
    private const string Head = "sector,industry_prefix,flags,from,to,clause,code_basis,basis,source\n";

    [Theory]
    [InlineData("2022-12-31", false)]
    [InlineData("2023-01-01", true)]
    [InlineData("2023-06-30", true)]
    [InlineData("2023-07-01", false)]
    public void A_rule_covers_its_first_and_its_last_day(string day, bool covered) =>
        Assert.Equal(covered, new MarkingRule("火电", "D4411", "MC", new(2023, 1, 1), new(2023, 6, 30), "x").Covers("D4411", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), 'M'));

    [Fact]
    public void Only_its_letters_and_its_sector_are_covered()
    {
        var rule = new MarkingRule("火电", "D441", "MC", new(2023, 1, 1), null, "x");
        Assert.True(rule.Covers("D4411", new(2030, 1, 1), 'C'));
        Assert.False(rule.Covers("D4411", new(2030, 1, 1), 'T'));
        Assert.False(rule.Covers("D4420", new(2030, 1, 1), 'C'));
        Assert.False(rule.Covers(null, new(2030, 1, 1), 'C'));
    }

    [Theory]
    [InlineData("火电,D4411,M|Q,2023-01-01,,x,derived,sourced,y\n", "flags")]
    [InlineData("火电,D4411,Q|M,2023-01-01,,x,derived,sourced,y\n", "flags")]
    [InlineData("火电,D4411,M,2023-01-01,,x,guessed,sourced,y\n", "code_basis")]
    [InlineData("火电,D4411,M,2023-01-01,,x,derived,heard,y\n", "basis")]
    [InlineData("火电,D4411,M,2023-01-01,2022-12-31,x,derived,sourced,y\n", "to")]
    [InlineData("火电,D4411,M,2023-01-01,,x,derived,sourced,y\n火电,D4411,C,2023-01-01,,x,derived,sourced,y\n", "industry_prefix")]
    public void A_row_that_cannot_be_meant_so_is_refused_with_its_column(string rows, string column) =>
        Assert.Equal(column, Assert.Throws<ReferenceDataException>(() => Read(rows)).Column);

    [Fact]
    public void The_letters_of_the_standard_are_known()
    {
        Assert.All("NFMSDCTB", f => Assert.True(FlagReading.IsKnown(f)));
        Assert.All("AQZ1", f => Assert.False(FlagReading.IsKnown(f)));
    }

    private static void Read(string rows) => ReferenceReader.Read(new Dictionary<string, byte[]> { ["marking_rules.csv"] = Encoding.UTF8.GetBytes(Head + rows) });
}
