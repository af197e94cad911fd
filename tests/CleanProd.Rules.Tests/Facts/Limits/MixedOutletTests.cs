using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Limits;
using static CleanProd.Rules.Tests.Facts.Limits.MadeUpLimits;

namespace CleanProd.Rules.Tests.Facts.Limits;

/// <summary>The limit of an outlet that several productions share: weighted under DB44/26-2001 alone (annex A), else the strictest.</summary>
public class MixedOutletTests
{
    private const string Weighing = "DB44/26-2001", Open = "Base drainage and output of each production that shares the outlet (annex A)";

    private static DischargeLimit Of(string scope, decimal? high, string standard = Weighing) => Row(standard, high, new() { MaybeIndustries = ["C", scope] }, $"{scope}={high}") with { Scope = scope };

    private static MixedProduction Made(string? scope, decimal? drainage, decimal? output, string standard = Weighing) => new(new("DW001"), standard, scope, drainage, output);

    private static LimitLibrary With(params DischargeLimit[] rows) => Library([General(Weighing, "44"), Trade("GB 1")], rows);

    private static LimitAnswer Mixed(LimitLibrary library, params MixedProduction[] productions) => Answer(library, Question with { Productions = productions });

    private static readonly LimitLibrary Two = With(Of("a", 100m), Of("b", 60m), Of("a2", 100m), Of("one", 30m, "GB 1"), Of("two", 80m, "GB 1"));

    // (100 · 140 · 10 + 60 · 20 · 70) / (140 · 10 + 20 · 70) = 80.
    [Fact]
    public void It_is_weighted_with_drainage_and_output()
    {
        var limit = Assert.Single(Mixed(Two, Made("a", 140m, 10m), Made("b", 20m, 70m)).Limits);
        Assert.Equal((80m, null), (limit.High, limit.Low));
        Assert.Equal("4.1、附录A 混合排放（DB44/26-2001:a 100 mg/L×140×10、DB44/26-2001:b 60 mg/L×20×70）", limit.Clause);
        Assert.Equal("混合排放限值 C=Σ(Ci·Qi·Yi)/Σ(Qi·Yi)：DB44/26-2001:a 100 mg/L×140×10、DB44/26-2001:b 60 mg/L×20×70", limit.How!.Zh);
        Assert.Equal("limit of the mixed outlet C=Σ(Ci·Qi·Yi)/Σ(Qi·Yi): DB44/26-2001:a 100 mg/L×140×10、DB44/26-2001:b 60 mg/L×20×70", limit.How.En);
    }

    [Fact]
    public void Without_drainage_or_output_it_lies_between_them()
    {
        Assert.Equal("a=100 or b=60 asks mixed", Said(Mixed(Two, Made("a", null, null), Made("b", 20m, 70m))));
        Assert.Equal("a=100 or b=60 asks mixed", Said(Mixed(Two, Made("a", 140m, 0m), Made("b", 20m, 0m))));
        Assert.Equal(Open, Assert.Single(Mixed(Two, Made("a", 140m, 10m), Made("b", 20m, null)).Missing).Question.En);
        Assert.Equal(100m, Assert.Single(Mixed(Two, Made("a", 140m, 10m), Made("b", 20m, 0m)).Limits).High);
    }

    [Fact]
    public void Equal_limits_need_no_weights()
    {
        var limit = Assert.Single(Mixed(Two, Made("a", null, null), Made("a2", null, null)).Limits);
        Assert.Equal((100m, "4.1、附录A 混合排放（DB44/26-2001:a 100 mg/L、DB44/26-2001:a2 100 mg/L）"), (limit.High, limit.Clause));
    }

    [Fact]
    public void Limits_in_several_units_of_one_thing_are_weighted_in_the_first()
    {
        var library = With(Of("a", 100m), Of("b", 0.06m) with { Unit = Unit.Parse("g/L") });
        Assert.Equal(80m, Assert.Single(Mixed(library, Made("a", 140m, 10m), Made("b", 20m, 70m)).Limits).High);
        Assert.Equal(0.08m, Assert.Single(Mixed(library, Made("b", 20m, 70m), Made("a", 140m, 10m)).Limits).High);
    }

    [Fact]
    public void With_another_standard_the_strictest_binds_and_names_the_other()
    {
        var limit = Assert.Single(Mixed(Two, Made("a", 140m, 10m), Made("two", null, null, "GB 1")).Limits);
        Assert.Equal(("two=80", 80m, "DB44/26-2001 表1 100 mg/L"), (limit.RowId, limit.High, Assert.Single(limit.Beside)));
        Assert.Equal("b=60", Said(Mixed(Two, Made("b", 140m, 10m), Made("two", null, null, "GB 1"))));
        Assert.Equal("one=30", Said(Mixed(Two, Made("a", 1m, 1m), Made("b", 140m, 10m), Made("one", null, null, "GB 1"), Made("two", null, null, "GB 1"))));
    }

    [Fact]
    public void Ranges_and_what_must_not_be_detected_have_no_mean()
    {
        var library = With(Of("a", 9m) with { Low = 6m }, Of("b", 8.5m) with { Low = 6.5m }, Of("c", null) with { NotDetectable = true }, Of("d", 9m), Of("e", 7m) with { ReferenceOxygen = 3m });
        Assert.Equal("b=8.5", Said(Mixed(library, Made("a", 1m, 1m), Made("b", 1m, 1m))));
        Assert.Equal("c=", Said(Mixed(library, Made("c", 1m, 1m), Made("d", 1m, 1m))));
        Assert.Equal("d=9, e=7", Said(Mixed(library, Made("d", 1m, 1m), Made("e", 1m, 1m))));
    }

    [Fact]
    public void Where_one_of_them_has_no_limit_none_can_be_weighted()
    {
        var library = With(Of("a", 100m), Of("b", 60m) with { Codes = [new("其他")] }, Of("c", 50m) with { Codes = [new("其他")] });
        Assert.Equal("a=100 or NoLimit (DB44/26-2001 set no limit for the pollutant at this outlet) asks mixed", Said(Mixed(library, Made("a", 1m, 1m), Made("b", 1m, 1m))));
        Assert.StartsWith("One of the mixed waters has no limit", Assert.Single(Mixed(library, Made("a", 1m, 1m), Made("b", 1m, 1m)).Missing).Question.En, StringComparison.Ordinal);
        Assert.Equal("NoLimit (DB44/26-2001 set no limit for the pollutant at this outlet)", Said(Mixed(library, Made("b", 1m, 1m), Made("c", 1m, 1m))));
    }

    [Fact]
    public void With_another_standard_one_that_has_no_limit_adds_nothing()
    {
        var library = With(Of("a", 100m), Of("one", 30m, "GB 1") with { Codes = [new("其他")] });
        Assert.Equal("a=100", Said(Mixed(library, Made("a", 1m, 1m), Made("one", null, null, "GB 1"))));
        Assert.Equal("a=100", Said(Mixed(library, Made("one", null, null, "GB 1"), Made("a", 1m, 1m))));
    }

    [Fact]
    public void Every_way_of_one_goes_with_every_way_of_the_other()
    {
        LimitConditions Asks(string value) => new() { MaybeIndustries = ["C"], Asks = [new("plating", "=", [value])] };
        var library = Library(
            [General(Weighing, "44"), Trade("GB 1")], [Of("a", 100m) with { Conditions = Asks("yes") }, Of("a", 90m) with { Conditions = Asks("no") }, Of("one", 95m, "GB 1"), Of("none", 1m, "GB 1")], facts: [YesNo("plating")]);
        Assert.Equal("a=90 or one=95 asks plating", Said(Mixed(library, Made("a", 1m, 1m), Made("one", null, null, "GB 1"))));
        Assert.Equal("a=100 or a=90 asks plating", Said(Mixed(library, Made("a", 1m, 1m), Made("a", 1m, 1m))));
    }

    [Fact]
    public void Beside_what_is_unknown_of_one_the_limits_of_the_other_still_bind()
    {
        DischargeLimit[] rows = [Of("a", 100m), Of("one", 30m, "GB 1") with { Codes = [new("其他")] }, Of("two", 80m, "GB 1") with { Codes = [new("其他")] }];
        var library = Library([General(Weighing, "44"), Trade("GB 1")], rows, [new("GB 1", new(), Long, null, new("未收录", "not at hand"))]);
        Assert.Equal("Missing a=100 (not at hand) asks limits: not at hand", Said(Mixed(library, Made("a", 1m, 1m), Made("one", null, null, "GB 1"))));
        Assert.Equal("Missing a=100 (not at hand) asks limits: not at hand", Said(Mixed(library, Made("one", null, null, "GB 1"), Made("a", 1m, 1m))));
        Assert.Equal("Missing (not at hand) asks limits: not at hand", Said(Mixed(library, Made("one", null, null, "GB 1"), Made("two", null, null, "GB 1"))));
    }

    [Fact]
    public void Beside_what_is_unknown_of_one_the_strictest_of_the_others_binds_and_names_them()
    {
        DischargeLimit[] rows = [Of("a", 100m), Of("one", 30m, "GB 1") with { Codes = [new("其他")] }, Of("two", 80m, "GB 1") with { Codes = [new("其他")] }, Of("three", 90m, "GB 2")];
        var library = Library([General(Weighing, "44"), Trade("GB 1"), Trade("GB 2")], rows, [new("GB 1", new(), Long, null, new("未收录", "not at hand"))]);
        var answer = Mixed(library, Made("a", 1m, 1m), Made("one", null, null, "GB 1"), Made("three", null, null, "GB 2"));
        Assert.Equal("Missing three=90 (not at hand) asks limits: not at hand", Said(answer));
        Assert.Equal(["DB44/26-2001 表1 100 mg/L"], Assert.Single(Assert.Single(answer.Possible).Limits).Beside);
    }

    [Fact]
    public void What_is_read_against_another_window_adds_nothing_to_what_binds_nor_to_what_is_unknown()
    {
        var monthly = Of("one", 30m, "GB 1") with { Conditions = new() { MaybeIndustries = ["C", "one"], Window = AveragingWindow.Month } };
        var question = Question with { Window = AveragingWindow.Day, Origin = DataOrigin.Self, Productions = [Made("a", 1m, 1m), Made("one", null, null, "GB 1")] };
        Assert.Equal("a=100", Said(Answer(With(Of("a", 100m), monthly, Of("two", 1m, "GB 1")), question)));
        Assert.Equal("a=100", Said(Answer(With(Of("a", 100m), monthly, Of("two", 1m, "GB 1")), question with { Productions = [.. question.Productions.Reverse()] })));
        Assert.Equal(
            "OtherWindow one=30 (The limit is read against another averaging window)",
            Said(Answer(With(Of("a", 100m) with { Codes = [new("其他")] }, Of("b", 1m), monthly, Of("two", 1m, "GB 1")), question)));
        var gap = Library([General(Weighing, "44"), Trade("GB 1")], [Of("a", 100m) with { Codes = [new("其他")] }, Of("b", 1m), monthly, Of("two", 1m, "GB 1")], [new(Weighing, new(), Long, null, new("未收录", "not at hand"))]);
        Assert.Equal("Missing (not at hand) asks limits: not at hand", Said(Answer(gap, question)));
    }

    [Theory]
    [InlineData(20, 30, false)]
    [InlineData(20, 31, true)]
    public void More_than_six_hundred_ways_of_all_together_are_not_followed(int first, int second, bool tooMany)
    {
        DischargeLimit[] Rows(string scope, string standard, string fact, int count) =>
            [.. Enumerable.Range(0, count).Select(i => Of(scope, i + 1, standard) with { RowId = $"{scope}{i}", Conditions = new() { MaybeIndustries = ["C", scope], Asks = [new(fact, "=", [$"v{i}"])] } })];
        LimitFact Fact(string name, int count) => new(name, [.. Enumerable.Range(0, count).Select(i => $"v{i}")], Wording.Same(name));
        var library = Library([General(Weighing, "44"), Trade("GB 1")], [.. Rows("a", Weighing, "f", first), .. Rows("one", "GB 1", "g", second), Of("two", 1m, "GB 1")], facts: [Fact("f", first), Fact("g", second)]);
        var answer = Mixed(library, Made("a", 1m, 1m), Made("one", null, null, "GB 1"));
        Assert.Equal((tooMany, "f g"), (answer.Possible is [{ Reason.En: "Too many facts are missing" }], string.Join(' ', answer.Missing.Select(m => m.Name))));
    }

    [Theory]
    [InlineData(Weighing, "weaving", "DB44/26-2001:weaving")]
    [InlineData("GB 9", null, "GB 9")]
    [InlineData("GB 9", "a", "GB 9:a")]
    [InlineData("GB 1", "a", "GB 1:a")]
    public void What_names_no_scope_of_the_library_leaves_it_open(string standard, string? scope, string name) => Assert.Equal(
        $"Missing (The mixed outlet names what is no standard or scope of the library: {name}) asks mixed", Said(Mixed(Two, Made("a", 1m, 1m), Made(scope, 1m, 1m, standard))));

    [Fact]
    public void A_scope_may_be_none_of_those_of_the_standard_and_a_grade_may_stand_behind_it()
    {
        Assert.Equal("NoLimit (DB44/26-2001 set no limit for the pollutant at this outlet)", Said(Mixed(Two, Made("other", 1m, 1m))));
        Assert.Equal("a=100", Said(Mixed(Two, Made("a", 1m, 1m, "DB44/26-2001 一级"))));
        Assert.Equal("a=100", Said(Mixed(Two, Made("a", 1m, 1m, "db44/26-2001"))));
    }
}
