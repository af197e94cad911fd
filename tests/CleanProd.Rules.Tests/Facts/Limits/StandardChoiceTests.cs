using CleanProd.Rules.Facts.Limits;
using static CleanProd.Rules.Tests.Facts.Limits.MadeUpLimits;

namespace CleanProd.Rules.Tests.Facts.Limits;

/// <summary>Local before national, sector before general, a later national one beside a local general one (DB44/26-2001 6.3).</summary>
public class StandardChoiceTests
{
    private const string NoStandard = "No standard of the library limits the pollutant here";

    private static string NotBeside(string standards) => $"NoLimit ({standards} apply and do not limit it; general standards do not hold beside a sector standard)";

    private static DischargeLimit Other(string standard) => Row(standard, 1m, id: standard + " other") with { Codes = [new("其他")] };

    private static readonly DischargeStandard[] All = [General("G"), General("GL", "44"), Trade("T"), Trade("TL", "44")];

    [Fact]
    public void A_local_sector_standard_comes_before_all_others_even_where_those_are_stricter() =>
        Assert.Equal("TL=90", Said(Library(All, [Row("G", 10m), Row("GL", 20m), Row("T", 30m), Row("TL", 90m)])));

    [Fact]
    public void A_local_sector_standard_that_does_not_limit_it_leaves_only_the_national_sector_standard() =>
        Assert.Equal("T=30", Said(Library(All, [Row("G", 10m), Row("GL", 20m), Row("T", 30m), Other("TL")])));

    [Fact]
    public void Beside_a_local_sector_standard_no_general_one_holds() =>
        Assert.Equal(NotBeside("TL"), Said(Library(All, [Row("G", 10m), Row("GL", 20m), Other("TL")])));

    [Fact]
    public void A_sector_standard_that_lets_general_ones_hold_beside_it_does() =>
        Assert.Equal("GL=20", Said(Library([General("G"), General("GL", "44"), Trade("TL", "44") with { Crosses = true }], [Row("G", 10m), Row("GL", 20m), Other("TL")])));

    [Fact]
    public void Of_two_local_sector_standards_one_that_shuts_general_ones_out_is_enough() => Assert.Equal(
        NotBeside("TL, TM"),
        Said(Library([General("GL", "44"), Trade("TL", "44") with { Crosses = true }, Trade("TM", "44")], [Row("GL", 20m), Other("TL"), Other("TM")])));

    [Fact]
    public void A_local_general_standard_comes_before_a_national_one() => Assert.Equal("GL=20", Said(Library(All, [Row("G", 10m), Row("GL", 20m)])));

    [Theory]
    [InlineData("2001-08-21", 10, "T=10")]
    [InlineData("2001-08-21", 30, "GL=20")]
    [InlineData("2001-08-20", 10, "GL=20")]
    [InlineData("2001-08-19", 10, "GL=20")]
    public void A_national_sector_standard_binds_beside_a_local_general_one_only_where_it_is_later_and_stricter(string issued, int high, string expected) => Assert.Equal(
        expected,
        Said(Library([General("GL", "44") with { Issued = new(2001, 8, 20) }, Trade("T") with { Issued = Asked.Day(issued) }], [Row("GL", 20m), Row("T", high)])));

    [Fact]
    public void Later_is_what_is_later_than_each_of_the_local_general_standards() => Assert.Equal(
        "GL=20",
        Said(Library(
            [General("GL", "44") with { Issued = new(2001, 8, 20) }, General("GM", "44") with { Issued = new(2010, 1, 1) }, Trade("T") with { Issued = new(2005, 1, 1) }],
            [Row("GL", 20m), Row("GM", 50m), Row("T", 10m)])));

    [Fact]
    public void Where_the_local_general_standard_does_not_limit_it_the_national_sector_standard_does() =>
        Assert.Equal("T=30", Said(Library(All, [Row("G", 10m), Other("GL"), Row("T", 30m)])));

    [Fact]
    public void Where_neither_limits_it_no_national_general_standard_steps_in_for_a_trade() =>
        Assert.Equal(NotBeside("T"), Said(Library(All, [Row("G", 10m), Other("GL"), Other("T")])));

    [Fact]
    public void For_a_plant_of_no_trade_the_national_general_standard_steps_in() => Assert.Equal("G=10", Said(Library(All, [Row("G", 10m), Other("GL")])));

    [Fact]
    public void Elsewhere_the_local_standards_do_not_hold()
    {
        var library = Library(All, [Row("G", 10m), Row("GL", 20m), Row("T", 30m), Row("TL", 90m)]);
        Assert.Equal("T=30", Said(library, Question with { Region = "330000" }));
        Assert.Equal(NotBeside("T"), Said(Library(All, [Row("G", 10m), Row("GL", 20m), Other("T")]), Question with { Region = "330000" }));
        Assert.Equal("G=10", Said(Library(All, [Row("G", 10m), Row("GL", 20m)]), Question with { Region = "330000" }));
    }

    [Fact]
    public void Where_nothing_limits_it_no_limit_applies() => Assert.Equal($"NoLimit ({NoStandard})", Said(Library(All, [Other("G")])));

    [Fact]
    public void The_strictest_of_several_of_one_rank_binds() =>
        Assert.Equal("U=20", Said(Library([Trade("T"), Trade("U")], [Row("T", 30m), Row("U", 20m)]), Question with { Region = "330000" }));

    [Theory]
    [InlineData("TL")]
    [InlineData("T")]
    [InlineData("GL")]
    [InlineData("G")]
    public void Whatever_its_rank_a_standard_of_a_place_is_for_whom_its_rows_are_for(string standard)
    {
        LimitConditions dyeing = new() { Industries = ["C17"] };
        DischargeLimit[] rows = [Row(standard, 10m, dyeing) with { Scope = "a" }, Row(standard, 5m, dyeing) with { Scope = "b" }];
        var question = (Question with { Industry = "C17" }).Given($"scope[{standard}]=a");
        Assert.Equal($"{standard}=10", Said(Library([.. All.Where(s => s.Number == standard)], rows), question));
    }

    [Fact]
    public void So_is_a_later_national_one_beside_a_local_general_one()
    {
        LimitConditions dyeing = new() { Industries = ["C17"] };
        var library = Library(
            [General("GL", "44"), Trade("T") with { Issued = new(2020, 1, 1) }], [Row("GL", 20m), Row("T", 10m, dyeing) with { Scope = "a" }, Row("T", 5m, dyeing) with { Scope = "b" }]);
        Assert.Equal("T=10", Said(library, (Question with { Industry = "C17" }).Given("scope[T]=a")));
    }

    [Theory]
    [InlineData("1999-12-31", "G=10")]
    [InlineData("2000-01-01", "T=30")]
    [InlineData("2005-06-30", "T=30")]
    [InlineData("2005-07-01", "G=10")]
    public void A_standard_binds_from_its_first_day_to_its_last(string day, string expected) => Assert.Equal(
        expected,
        Said(
            Library([General("G") with { From = new(1990, 1, 1) }, Trade("T") with { To = new(2005, 6, 30) }], [Row("G", 10m) with { From = new(1990, 1, 1) }, Row("T", 30m) with { From = new(1990, 1, 1) }]),
            Question with { SampledOn = Asked.Day(day) }));

    [Theory]
    [InlineData("1999-12-31", "G=10")]
    [InlineData("2000-01-01", "T=30")]
    [InlineData("2005-06-30", "T=30")]
    [InlineData("2005-07-01", "G=10")]
    public void So_does_a_limit_of_it(string day, string expected) => Assert.Equal(
        expected,
        Said(
            Library([General("G") with { From = new(1990, 1, 1) }, Trade("T") with { From = new(1990, 1, 1) }], [Row("G", 10m) with { From = new(1990, 1, 1) }, Row("T", 30m) with { To = new(2005, 6, 30) }]),
            Question with { SampledOn = Asked.Day(day) }));
}
