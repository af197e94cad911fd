using CleanProd.Rules.Determinations;
using CleanProd.Rules.Determinations.Proving;
using CleanProd.Rules.Rules;
using static CleanProd.Rules.Tests.Determinations.Proving.SmallPack;

namespace CleanProd.Rules.Tests.Determinations.Proving;

/// <summary>Cases whose facts are built once are judged like any plant, its place taken into account.</summary>
public class PreparedCaseTests
{
    private static readonly string[] Rules = [Rule("indicators.Value(\"x\") > 10", name: "first"), Rule("indicators.Value(\"y\") > 10", name: "second")];

    private static PreparedCase Prepared(string jurisdiction, string? region)
    {
        var pack = Of(Rules, [Case("one", "x=11 y=11", "triggered", "first=triggered")], jurisdiction: jurisdiction);
        var example = pack.Cases[0];
        if (region != "440103")
        {
            example = example with
            {
                Rows = [.. example.Rows.Select(r => (r.Table, (IReadOnlyDictionary<string, string>)r.Cells.Where(c => c.Key != "region" || region is not null).ToDictionary(c => c.Key, c => c.Key == "region" ? region! : c.Value, StringComparer.Ordinal)))],
            };
        }

        return PreparedCase.Of(example, CompiledPack.Compile(pack, example.AsOf), Shipped.Reference);
    }

    [Theory]
    [InlineData("CN", "440103", Outcome.Triggered, 2)]
    [InlineData("CN-44", "440103", Outcome.Triggered, 2)]
    [InlineData("CN-44", "330102", Outcome.NotApplicable, 0)]
    [InlineData("CN-44", null, Outcome.Undetermined, 2)]
    [InlineData("CN", null, Outcome.Triggered, 2)]
    public void A_case_is_judged_where_its_plant_is(string jurisdiction, string? region, Outcome expected, int rules)
    {
        var judged = Prepared(jurisdiction, region).Judge();
        Assert.Equal((expected, rules, 2024, "甲"), (judged.Outcome, judged.Rules.Count, judged.Year, judged.Facility.Name));
    }

    [Fact]
    public void A_changed_rule_takes_the_place_of_the_one_of_its_name_alone_and_is_noticed_where_it_is_asked_of()
    {
        var prepared = Prepared("CN", "440103");
        var (first, second) = (prepared.Pack.Rules[0], prepared.Pack.Rules[1]);
        var never = System.Linq.Expressions.Expression.Constant(false);
        Assert.Equal([Outcome.NotTriggered, Outcome.Triggered], prepared.Judge(first.With("condition", never)).Rules.Select(r => r.Outcome));
        Assert.Equal([Outcome.Triggered, Outcome.NotTriggered], prepared.Judge(second.With("condition", never)).Rules.Select(r => r.Outcome));
        Assert.True(prepared.Notices(first.With("condition", never)));
        // The case asks nothing of the second, and the plant is listed all the same.
        Assert.False(prepared.Notices(second.With("condition", never)));
        Assert.False(prepared.Notices(first));
    }

    [Fact]
    public void Cases_of_one_day_share_what_is_compiled_and_those_of_another_do_not()
    {
        var pack = Of(Rules, [Case("a", "x=11 y=1", "triggered", "first=triggered"), Case("b", "x=1 y=1", "not_triggered", "first=not_triggered"), Case("c", "x=11 y=1", "triggered", "first=triggered", asOf: "2024-12-31")]);
        var prepared = PreparedCase.Of(pack, Shipped.Reference);
        Assert.Equal(["a", "b", "c"], prepared.Select(p => p.Case.Name));
        Assert.Same(prepared[0].Pack, prepared[1].Pack);
        Assert.NotSame(prepared[0].Pack, prepared[2].Pack);
        Assert.Equal([11m, 1m, 11m], prepared.Select(p => p.Facts.Indicators.Value("x")));
    }
}
