using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Limits;
using static CleanProd.Rules.Tests.Facts.Limits.MadeUpLimits;

namespace CleanProd.Rules.Tests.Facts.Limits;

/// <summary>Whom a row of a standard is for: its trade, its period, what no other row names, and what of it is not at hand.</summary>
public class RowScopeTests
{
    private const string None = "NoLimit (No standard of the library limits the pollutant here)";

    private static LimitConditions For(string? sure = null, string? maybe = null) => new() { Industries = sure is null ? [] : [sure], MaybeIndustries = maybe is null ? [] : [maybe] };

    private static DischargeLimit Of(string scope, decimal high, LimitConditions conditions) => Row("T", high, conditions) with { Scope = scope };

    [Theory]
    [InlineData("C1713", "T=10")]
    [InlineData("C2110", None)]
    [InlineData("C22", "T=20 or NoLimit (No standard of the library limits the pollutant here) asks scope[T]")]
    public void A_trade_is_told_by_the_industry_and_asked_for_where_the_industry_only_may_mean_it(string industry, string expected) =>
        Assert.Equal(expected, Said(Library([Trade("T")], [Of("dyeing", 10m, For("C17", "C18")), Of("paper", 20m, For("C21X", "C22"))]), Question with { Industry = industry }));

    [Theory]
    [InlineData("dyeing", "T=10")]
    [InlineData("paper", "T=20")]
    [InlineData("other", None)]
    [InlineData("glass", None)]
    public void A_person_who_tells_the_trade_is_heard(string scope, string expected) => Assert.Equal(
        expected, Said(Library([Trade("T")], [Of("dyeing", 10m, For(maybe: "C17")), Of("paper", 20m, For(maybe: "C17"))]), (Question with { Industry = "C1713" }).Given($"scope[T]={scope}")));

    [Fact]
    public void A_person_is_heard_even_where_the_industry_seemed_sure()
    {
        var library = Library([Trade("T")], [Of("dyeing", 10m, For("C17")), Of("paper", 20m, For("C22", "C17"))]);
        Assert.Equal("T=10", Said(library, (Question with { Industry = "C17" }).Given("scope[T]=dyeing")));
        Assert.Equal("T=20", Said(library, (Question with { Industry = "C17" }).Given("scope[T]=paper")));
    }

    [Fact]
    public void Of_a_named_standard_with_trades_that_know_nothing_of_the_industry_the_trade_is_asked_for()
    {
        var library = Library([Trade("T")], [Of("dyeing", 10m, For("C17")), Of("paper", 20m, For("C22"))]);
        var question = Question with { Standard = "T" };
        Assert.Equal("T=10 or T=20 or NoLimit (T set no limit for the pollutant at this outlet) asks scope[T]", Said(library, question));
        Assert.Equal("T=10 or T=20 or NoLimit (T set no limit for the pollutant at this outlet) asks scope[T]", Said(library, question with { Industry = null }));
        Assert.Equal("T=20", Said(library, question with { Industry = "C2211" }));
        Assert.Equal("NoLimit (T set no limit for the pollutant at this outlet)", Said(Library([Trade("T")], [Of("dyeing", 10m, For("C17")), Of("paper", 20m, For("C22")), Of("any", 5m, Everybody) with { Codes = [new("pH")] }]), question));
    }

    [Fact]
    public void A_unit_is_of_one_trade_of_a_standard_alone()
    {
        var library = Library([Trade("T")], [Of("dyeing", 10m, For(maybe: "C17")), Of("paper", 20m, For(maybe: "C17")) with { Unit = Unit.Parse("kg/h") }]);
        Assert.Equal("T=10 or T=20 or NoLimit (No standard of the library limits the pollutant here) asks scope[T]", Said(library, Question with { Industry = "C17" }));
    }

    // 其他排污单位.
    [Theory]
    [InlineData("C17", "T=10")]
    [InlineData("C22", "T=30")]
    public void What_is_for_all_others_is_not_for_whom_another_row_names(string industry, string expected) =>
        Assert.Equal(expected, Said(Library([Trade("T")], [Of("dyeing", 10m, For("C17")), Of("others", 30m, Everybody with { Otherwise = true })]), Question with { Industry = industry }));

    [Fact]
    public void Another_row_is_one_of_the_same_table_kind_grade_way_and_height()
    {
        var others = Of("others", 5m, Everybody with { Otherwise = true });
        var dyeing = Of("dyeing", 10m, For("C17"));
        Assert.Equal("T=10", Both(dyeing));
        Assert.Equal("T=5", Both(dyeing with { Table = "2" }));
        Assert.Equal("T=5", Both(dyeing with { Kind = LimitKind.Load }));
        Assert.Equal("T=5", Both(dyeing with { StackHeightM = 15m }));
        Assert.Equal("T=5", Both(dyeing with { Conditions = For("C17") with { Discharge = [DischargeKind.Direct] } }));
        Assert.Equal("T=5", Both(dyeing with { Conditions = For("C17") with { Grade = "一级" } }, Question with { Grade = "一级" }));

        string Both(DischargeLimit row, LimitQuestion? question = null) =>
            Said(Library([Trade("T")], [others, row]), (question ?? Question) with { Industry = "C17", Kinds = [LimitKind.Concentration, LimitKind.Load] });
    }

    [Theory]
    [InlineData("2004-12-31", "T=50")]
    [InlineData("2005-01-01", "T=40")]
    [InlineData("2010-12-31", "T=40")]
    [InlineData("2011-01-01", "T=30")]
    [InlineData(null, "T=30 or T=40 or T=50 asks facilities.eia_approved_on")]
    public void The_day_of_the_approval_selects_one_period_and_unknown_days_never_contradict_each_other(string? approved, string expected) => Assert.Equal(
        expected,
        Said(
            Library([Trade("T")],
            [
                Row("T", 50m, Everybody with { EiaTo = new(2004, 12, 31) }), Row("T", 40m, Everybody with { EiaFrom = new(2005, 1, 1), EiaTo = new(2010, 12, 31) }), Row("T", 30m, Everybody with { EiaFrom = new(2011, 1, 1) }),
            ]),
            Question with { EiaApprovedOn = approved is null ? null : Asked.Day(approved) }));

    // A lower bound beside an upper one adds to what binds: rows of two periods together would show.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rows_of_two_periods_never_bind_together_whichever_is_asked_for_first(bool latestFirst)
    {
        DischargeLimit[] rows =
        [
            Row("T", 50m, Everybody with { EiaTo = new(2004, 12, 31) }), Row("T", 40m, Everybody with { EiaFrom = new(2005, 1, 1), EiaTo = new(2010, 12, 31) }), Row("T", null, Everybody with { EiaFrom = new(2011, 1, 1) }, "T>6") with { Low = 6m },
        ];
        Assert.Equal("T=40 or T=50 or T>6 asks facilities.eia_approved_on", Said(Library([Trade("T")], latestFirst ? [.. rows.Reverse()] : rows), Question with { EiaApprovedOn = null }));
    }

    [Fact]
    public void A_plant_approved_since_a_period_began_may_have_been_approved_after_it_ended() => Assert.Equal(
        "T=40 or T=50 or T=60 asks facilities.eia_approved_on",
        Said(Library([Trade("T")], [Row("T", 60m), Row("T", 40m, Everybody with { EiaFrom = new(2005, 1, 1), EiaTo = new(2010, 12, 31) }), Row("T", 50m, Everybody with { EiaTo = new(2004, 12, 31) })]), Question with { EiaApprovedOn = null }));

    [Theory]
    [InlineData("2004-12-31", "G=100")]
    [InlineData("2005-01-01", "T=40")]
    [InlineData(null, "G=100 or T=40 asks facilities.eia_approved_on")]
    public void A_plant_from_before_the_period_of_a_trade_keeps_the_general_standard(string? approved, string expected) => Assert.Equal(
        expected,
        Said(Library([General("G"), Trade("T")], [Row("G", 100m), Row("T", 40m, Everybody with { EiaFrom = new(2005, 1, 1) })]), Question with { EiaApprovedOn = approved is null ? null : Asked.Day(approved) }));

    [Theory]
    [InlineData(LimitKind.Concentration, "T=40")]
    [InlineData(LimitKind.Load, "G=100")]
    public void A_trade_is_covered_by_a_concentration_or_a_rate_alone(LimitKind kind, string expected) =>
        Assert.Equal(expected, Said(Library([General("G"), Trade("T")], [Row("G", 100m), Row("T", 40m) with { Kind = kind }])));

    [Fact]
    public void What_bounds_something_else_than_was_asked_for_is_passed_over()
    {
        var library = Library([General("G")], [Row("G", 100m), Row("G", 3m) with { Unit = Unit.Parse("kg/h") }, Row("G", 70m) with { Kind = LimitKind.Removal, High = null, Low = 70m }]);
        Assert.Equal("G=100", Said(library, Question with { Unit = Unit.Parse("g/L") }));
        Assert.Equal("G=3", Said(library, Question with { Unit = Unit.Parse("g/h") }));
        Assert.Equal("G=100, G=3", Said(library));
        Assert.Equal("G=70", Said(library, Question with { Kinds = [LimitKind.Removal] }));
    }
}
