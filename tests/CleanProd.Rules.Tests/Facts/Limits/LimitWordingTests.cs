using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Limits;

namespace CleanProd.Rules.Tests.Facts.Limits;

/// <summary>How a limit is cited in evidence, and what an answer of several possibilities says as a whole.</summary>
public class LimitWordingTests
{
    private static readonly ApplicableLimit Limit = new() { High = 90m, Unit = Unit.Parse("mg/L"), Standard = "DB44/26-2001", Source = new("limits/x.csv", null, 7) };

    [Fact]
    public void A_citation_names_standard_table_clause_and_whether_it_is_recalled()
    {
        Assert.Equal("DB44/26-2001", Limit.Citation);
        Assert.Equal("DB44/26-2001 表4 4.2", (Limit with { Table = "4", Clause = "4.2", Basis = "sourced" }).Citation);
        Assert.Equal("DB44/26-2001 表4 4.2 （凭记忆，待核实）", (Limit with { Table = "表4", Clause = "4.2", Basis = "recalled" }).Citation);
        Assert.Equal("DB44/26-2001 4.2", (Limit with { Clause = "4.2" }).Citation);
    }

    [Fact]
    public void At_a_mixed_outlet_it_names_what_stands_beside() =>
        Assert.Equal("DB44/26-2001 表4（混合排放从严，另有：甲、乙；GB 4287-2012 4.5、GB 39731-2020 4.4）", (Limit with { Table = "4", Beside = ["甲", "乙"] }).Citation);

    [Theory]
    [InlineData(null, 90, false, "DB44/26-2001 表4 90 mg/L")]
    [InlineData(6, 9, false, "DB44/26-2001 表4 6–9 mg/L")]
    [InlineData(6, null, false, "DB44/26-2001 表4 ≥6 mg/L")]
    [InlineData(null, null, true, "DB44/26-2001 表4 不得检出 mg/L")]
    [InlineData(null, null, false, "DB44/26-2001 表4  mg/L")]
    public void Another_limit_names_it_with_its_bounds(int? low, int? high, bool notDetectable, string expected)
    {
        Assert.Equal(expected, (Limit with { Table = "表4", Low = low, High = high, NotDetectable = notDetectable }).Named);
        Assert.Equal(expected.Replace(" 表4", "", StringComparison.Ordinal), (Limit with { Low = low, High = high, NotDetectable = notDetectable }).Named);
    }

    [Fact]
    public void A_limit_of_no_library_is_the_row_it_stands_in()
    {
        Assert.Equal("limits/x.csv:7", Limit.RowId);
        Assert.Equal("L1", (Limit with { RowId = "L1" }).RowId);
    }

    [Fact]
    public void An_answer_is_known_where_it_can_turn_out_in_one_way_and_nothing_is_missing()
    {
        PossibleAnswer applies = new(LimitStanding.Applies, [Limit], Wording.None), none = new(LimitStanding.NoLimit, [], new("无", "none")), other = new(LimitStanding.OtherWindow, [Limit], new("另", "other"));
        MissingLimitFact fact = new("fuel", Wording.Same("fuel?"));
        Assert.Equal((LimitStanding.Applies, 1, ""), Said(new([applies], [])));
        Assert.Equal((LimitStanding.NoLimit, 0, "none"), Said(new([none], [])));
        Assert.Equal((LimitStanding.OtherWindow, 0, "other"), Said(new([other], [])));
        Assert.Equal((LimitStanding.Missing, 0, ""), Said(new([applies, none], [])));
        Assert.Equal((LimitStanding.Missing, 0, ""), Said(new([applies], [fact])));
        Assert.Equal((LimitStanding.Missing, 0, "none"), Said(new([none], [fact])));
        Assert.Equal((LimitStanding.Missing, 0, ""), Said(new([], [])));

        static (LimitStanding, int, string) Said(LimitAnswer answer) => (answer.Standing, answer.Limits.Count, answer.Reason.En);
    }

    [Fact]
    public void The_wording_of_a_standard_stands_with_that_of_the_row()
    {
        var library = MadeUpLimits.Library([MadeUpLimits.General("G") with { Note = "of the standard" }], [MadeUpLimits.Row("G", 10m) with { Remark = "of the row" }]);
        var limit = Assert.Single(MadeUpLimits.Answer(library).Limits);
        Assert.Equal("of the row of the standard", limit.Remark);
        Assert.Equal(("G", "1", "4.1", "sourced", "limits/x.csv:2", "G=10"), (limit.Standard, limit.Table, limit.Clause, limit.Basis, limit.Source.ToString(), limit.RowId));
        Assert.Null(Assert.Single(MadeUpLimits.Answer(MadeUpLimits.Library([MadeUpLimits.General("G")], [MadeUpLimits.Row("G", 10m)])).Limits).Remark);
    }
}
