using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Limits;
using static CleanProd.Rules.Tests.Facts.Limits.MadeUpLimits;

namespace CleanProd.Rules.Tests.Facts.Limits;

/// <summary>A rate of a stack with the clauses of what was done to it: annex B between and beyond the heights, half of it for low stacks.</summary>
public class StackRateClauseTests
{
    [Theory]
    [InlineData(15, true, "yes", "2 4.3")]
    [InlineData(20, true, "yes", "4 4.3")]
    [InlineData(30, true, "yes", "12 4.3")]
    [InlineData(25, true, "yes", "8 4.3、附录B 内插")]
    [InlineData(60, true, "yes", "48 4.3、附录B 外推")]
    [InlineData(60, true, "no", "24 4.3、附录B 外推、严格50%")]
    [InlineData(20, true, "no", "2 4.3、严格50%")]
    [InlineData(15, true, "no", "1 4.3、严格50%")]
    [InlineData(7.5, true, "yes", "0.25 4.3、附录B 外推、严格50%")]
    [InlineData(7.5, false, "yes", "0.5 4.3、附录B 外推")]
    [InlineData(7.5, false, "no", "0.25 4.3、附录B 外推、严格50%")]
    public void A_rate_between_below_and_above_the_listed_heights(double height, bool isNew, string high, string expected)
    {
        var limit = Assert.Single(Answer(Listed(isNew), (Question with { StackHeightM = (decimal)height }).Given($"stack_5_m_above_buildings={high}")).Limits);
        Assert.Equal((expected, "r15"), ($"{PlainNumber.Text(limit.High!.Value)} {limit.Clause}", limit.RowId));
    }

    [Fact]
    public void Without_the_height_it_is_unknown_and_without_the_buildings_it_is_asked_for()
    {
        Assert.Equal("Missing (The rate limit needs the height of the stack) asks limits: The rate limit needs the height of the stack", Said(Listed(true), Question.Given("stack_5_m_above_buildings=yes")));
        Assert.Equal("r15 or r15 asks stack_5_m_above_buildings", Said(Listed(true), Question with { StackHeightM = 20m }));
    }

    [Fact]
    public void A_concentration_binds_beside_the_rate_and_scales_of_other_tables_or_trades_are_their_own()
    {
        var library = Library(
            [General("G")], [Row("G", 50m), Rate(15m, 2m, true), Rate(20m, 4m, true), Rate(15m, 8m, true) with { RowId = "t", Table = "2", Unit = Unit.Parse("g/h") }, Rate(15m, 9m, true) with { RowId = "s", Scope = "other", Unit = Unit.Parse("mg/h") }], facts: [YesNo("stack_5_m_above_buildings")]);
        Assert.Equal("G=50, s", Said(library, (Question with { StackHeightM = 15m }).Given("stack_5_m_above_buildings=yes")));
        Assert.Equal("Missing G=50 (The rate limit needs the height of the stack) asks limits: The rate limit needs the height of the stack", Said(library));
    }

    private static LimitLibrary Listed(bool isNew) => Library([General("G")], [Rate(15m, 2m, isNew), Rate(30m, 12m, isNew), Rate(20m, 4m, isNew)], facts: [YesNo("stack_5_m_above_buildings")]);

    private static DischargeLimit Rate(decimal height, decimal rate, bool isNew) => Row("G", rate, Everybody with { EiaFrom = isNew ? new(2002, 1, 1) : null }, $"r{PlainNumber.Text(height)}") with
    {
        Kind = LimitKind.Rate, StackHeightM = height, Unit = Unit.Parse("kg/h"), Clause = "4.3",
    };
}
