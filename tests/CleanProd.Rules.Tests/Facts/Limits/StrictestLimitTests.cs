using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Limits;

namespace CleanProd.Rules.Tests.Facts.Limits;

/// <summary>Of several limits that bind the strictest does (GB 4287-2012 4.5): what is neither stricter nor looser stays beside it.</summary>
public class StrictestLimitTests
{
    [Fact]
    public void Of_two_upper_bounds_the_lower_binds() => Assert.Equal("b", Strictest(Bound("a", high: 90m), Bound("b", high: 80m)));

    [Fact]
    public void Of_two_lower_bounds_the_higher_binds() => Assert.Equal("b", Strictest(Bound("a", 6m), Bound("b", 6.5m)));

    [Fact]
    public void A_range_within_another_binds_alone() => Assert.Equal("a", Strictest(Bound("a", 6m, 8m), Bound("b", 6m, 9m), Bound("c", 5m, 8m)));

    [Fact]
    public void Ranges_that_overlap_both_bind() => Assert.Equal("a b", Strictest(Bound("a", 6m, 9m), Bound("b", 5m, 8m)));

    [Fact]
    public void An_upper_and_a_lower_bound_both_bind() => Assert.Equal("a b", Strictest(Bound("a", 6m), Bound("b", high: 9m)));

    [Fact]
    public void Of_two_alike_the_first_by_its_row_binds()
    {
        Assert.Equal("a", Strictest(Bound("b", high: 80m), Bound("a", high: 80m)));
        Assert.StartsWith("a", Strictest(Bound("a", high: 80m), Bound("a", high: 80m)), StringComparison.Ordinal);
        Assert.Equal("a", Strictest(Bound("b") with { NotDetectable = true }, Bound("a") with { NotDetectable = true }));
    }

    [Fact]
    public void What_must_not_be_detected_is_stricter_than_any_number()
    {
        Assert.Equal("b", Strictest(Bound("a", high: 0.001m), Bound("b") with { NotDetectable = true }));
        Assert.Equal("b", Strictest(Bound("b") with { NotDetectable = true }, Bound("c", high: 0.001m)));
    }

    [Fact]
    public void Bounds_are_compared_in_one_unit_and_those_of_different_things_not_at_all()
    {
        Assert.Equal("b", Strictest(Bound("a", high: 90m), Bound("b", high: 0.08m, unit: "g/L")));
        Assert.Equal("a", Strictest(Bound("a", high: 70m), Bound("b", high: 0.08m, unit: "g/L")));
        Assert.Equal("b", Strictest(Bound("a", 90m), Bound("b", 0.1m, unit: "g/L")));
        Assert.Equal("a b", Strictest(Bound("a", high: 90m), Bound("b", high: 1m, unit: "kg/h")));
    }

    [Fact]
    public void Limits_at_another_reference_oxygen_are_not_compared() =>
        Assert.Equal("a b", Strictest(Bound("a", high: 90m) with { ReferenceOxygen = 9m }, Bound("b", high: 80m) with { ReferenceOxygen = 3.5m }));

    [Fact]
    public void Only_at_a_mixed_outlet_the_looser_are_named_beside()
    {
        ApplicableLimit[] limits = [Bound("a", high: 90m), Bound("b", high: 80m), Bound("c", high: 100m), Bound("d", high: 1m, unit: "kg/h")];
        Assert.All(StandardChoice.Strictest([.. limits], false), l => Assert.Empty(l.Beside));
        var mixed = StandardChoice.Strictest([.. limits], true);
        Assert.Equal(["b", "d"], mixed.Select(l => l.RowId));
        Assert.Equal(["a 90 mg/L", "c 100 mg/L"], mixed[0].Beside);
        Assert.Empty(mixed[1].Beside);
    }

    [Fact]
    public void What_stood_beside_before_stands_beside_still_and_once()
    {
        var mixed = StandardChoice.Strictest([Bound("a", high: 90m) with { Beside = ["w 96 mg/L", "x 95 mg/L", "b 80 mg/L"] }, Bound("b", high: 80m) with { Beside = ["x 95 mg/L", "y 99 mg/L"] }], true);
        Assert.Equal(["x 95 mg/L", "y 99 mg/L", "a 90 mg/L", "w 96 mg/L"], Assert.Single(mixed).Beside);
    }

    private static string Strictest(params ApplicableLimit[] limits) => string.Join(' ', StandardChoice.Strictest([.. limits], false).Select(l => l.RowId));

    private static ApplicableLimit Bound(string id, decimal? low = null, decimal? high = null, string unit = "mg/L") =>
        new() { RowId = id, Standard = id, Low = low, High = high, Unit = Unit.Parse(unit), Source = TestFacts.Source };
}
