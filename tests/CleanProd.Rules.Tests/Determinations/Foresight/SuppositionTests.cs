using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Tests.Determinations.Foresight;

/// <summary>Which report stands behind a piece of evidence, and what of the reports another number changes.</summary>
public class SuppositionTests
{
    private static readonly FacilityRecords Records = new InventedYear().Plant("A", industry: "C3011")
        .Value("A", "2024-03-04", "132").Value("A", "2024-03-05", "100", pollutant: "氨氮")
        .Row("A", "monitoring_summaries", "outlet_id:DW001", "pollutant:化学需氧量", "year:2024", "limit_high:90", "unit:mg/L", "valid_count:12", "exceedance_count:3", "max:132")
        .Row("A", "quotas", "pollutant:化学需氧量", "medium:water", "from:2024-01-01", "to:2024-12-31", "quantity:50", "unit:t")
        .Row("A", "discharges", "pollutant:化学需氧量", "medium:water", "from:2024-01-01", "to:2024-12-31", "quantity:61.25", "unit:t")
        .Row("A", "substances", "year:2024", "substance:氰化钠", "role:used", "quantity:12", "unit:t")
        .Row("A", "energy", "year:2024", "product:水泥熟料", "output:1000", "output_unit:t", "energy:123", "energy_unit:tce")
        .Row("A", "audits", "kind:voluntary", "accepted_on:2020-01-01")
        .Row("A", "discretion", "topic:residual", "value:true", "decided_by:某局", "decided_on:2024-12-01", "reason:核查")
        .Indicator("A", "x", "12").Set().Facilities[0];

    private static readonly SourceRef Elsewhere = new("elsewhere.csv", null, 9);

    private static Evidence Shown(SourceRef source, decimal? limit = 90m, decimal? value = 132m) => new(source)
    {
        OutletId = "DW001", Pollutant = "w01018", Name = "化学需氧量", At = "2024-03-04", Unit = "mg/L", Limit = limit, Value = value is { } v ? MeasuredValue.Of(v) : null,
    };

    private static ReportKind? Kind(Evidence e) => Supposition.Change(Records, e)?.Kind;

    [Fact]
    public void The_report_behind_a_value_is_found_by_its_row()
    {
        Assert.Equal(ReportKind.Discharge, Kind(Shown(Records.Discharges[0].Source) with { OutletId = null }));
        Assert.Equal(ReportKind.Energy, Kind(Shown(Records.Energy[0].Source)));
        Assert.Equal(ReportKind.Substance, Kind(Shown(Records.Substances[0].Source)));
        Assert.Equal(ReportKind.Indicator, Kind(Shown(Records.Indicators[0].Source)));
        Assert.Equal(ReportKind.Summary, Kind(Shown(Records.Summaries[0].Source)));
        Assert.Equal(ReportKind.Measurement, Kind(Shown(Records.Series[0].Points()[0].Source)));
    }

    [Fact]
    public void What_the_plant_did_not_report_itself_has_no_report_to_change()
    {
        foreach (var source in (SourceRef[])[Records.Quotas[0].Source, Records.Discretion[0].Source, Records.Audits[0].Source]) Assert.Null(Kind(Shown(source)));
        Assert.Null(Kind(Shown(Elsewhere) with { Pollutant = "w21003x" }));
        Assert.Null(Kind(Shown(Elsewhere) with { Pollutant = null }));
    }

    [Fact]
    public void A_quantity_of_an_outlet_or_on_a_basis_of_its_own_was_computed_from_measurements()
    {
        Assert.Equal(ReportKind.Measurement, Kind(Shown(Records.Discharges[0].Source)));
        Assert.Equal(ReportKind.Measurement, Kind(Shown(Records.Discharges[0].Source) with { OutletId = null, Basis = "computed" }));
    }

    [Fact]
    public void A_summary_is_one_of_the_same_row_and_the_same_outlet()
    {
        Assert.Equal(ReportKind.Measurement, Kind(Shown(Records.Summaries[0].Source) with { OutletId = "DW009" }));
        Assert.Equal(ReportKind.Measurement, Kind(Shown(Elsewhere)));
    }

    [Fact]
    public void A_change_tells_whose_value_it_is_and_goes_to_the_limit_or_to_nothing()
    {
        var indicator = Records.Indicators[0].Source;
        var change = Supposition.Change(Records, Shown(indicator))!;
        Assert.Equal(("DW001", "化学需氧量", "w01018", "2024-03-04", "mg/L", 132m, 90m), (change.OutletId, change.Name, change.Code, change.At, change.Unit, change.From, change.To));
        Assert.Equal("w01018", Supposition.Change(Records, Shown(indicator) with { Name = null })!.Name);
        Assert.Equal(0m, Supposition.Change(Records, Shown(indicator, limit: null))!.To);
        Assert.Equal(132m, Supposition.Change(Records, Shown(indicator) with { Value = new MeasuredValue(ValueQualifier.Above, 132m) })!.From);
    }

    [Fact]
    public void Without_a_number_only_a_summary_and_a_substance_can_be_otherwise()
    {
        Assert.Null(Supposition.Change(Records, Shown(Records.Indicators[0].Source, value: null)));
        Assert.Null(Supposition.Change(Records, Shown(Records.Substances[0].Source, value: null)));
        Assert.Null(Supposition.Change(Records, Shown(Records.Indicators[0].Source) with { Value = new MeasuredValue(ValueQualifier.Below, 132m) }));
        Assert.Equal((null, 90m), (Supposition.Change(Records, Shown(Records.Summaries[0].Source, value: null))!.From, Supposition.Change(Records, Shown(Records.Summaries[0].Source, value: null))!.To));
        Assert.Null(Supposition.Change(Records, Shown(Records.Substances[0].Source, limit: null))!.To);
        Assert.Equal(5m, Supposition.Change(Records, Shown(Records.Substances[0].Source, limit: 5m))!.To);
    }

    [Fact]
    public void Tables_that_no_change_is_about_stay_as_they_were_reported()
    {
        Assert.Same(Records, Supposition.Apply(Records, []));
        var applied = Supposition.Apply(Records, [new ValueChange(ReportKind.Indicator, Records.Indicators[0].Source) { Code = "x", From = 12m, To = 10m }]);
        Assert.Equal(10m, applied.Indicators.Single().Value);
        Assert.Same(Records.Series, applied.Series);
        Assert.Same(Records.Summaries, applied.Summaries);
        Assert.Same(Records.Discharges, applied.Discharges);
        Assert.Same(Records.Substances, applied.Substances);
        Assert.Same(Records.Energy, applied.Energy);
        Assert.Same(Records.Indicators, Supposition.Apply(Records, [new ValueChange(ReportKind.Energy, Records.Energy[0].Source) { Code = "水泥熟料", From = 123m, To = 117m }]).Indicators);
    }

    [Fact]
    public void Of_one_row_only_what_the_change_names_is_otherwise()
    {
        var (summary, discharge, energy, indicator) = (Records.Summaries[0], Records.Discharges[0], Records.Energy[0], Records.Indicators[0]);
        var wide = Records.Supposing(
            summaries: [summary, summary with { OutletId = new("DW002") }, summary with { Pollutant = new("w21003") }], discharges: [discharge, discharge with { Pollutant = new("w21003") }],
            energy: [energy, energy with { Product = "玻璃" }], indicators: [indicator, indicator with { Indicator = "y" }, indicator with { Source = Elsewhere }]);
        var applied = Supposition.Apply(wide,
        [
            new(ReportKind.Summary, summary.Source) { OutletId = "DW001", Code = summary.Pollutant.Value, To = 90m }, new(ReportKind.Discharge, discharge.Source) { Code = discharge.Pollutant.Value, From = 61.25m, To = 50m },
            new(ReportKind.Energy, energy.Source) { Code = energy.Product, From = 3m, To = 2m }, new(ReportKind.Indicator, indicator.Source) { Code = "x", From = 12m, To = 10m },
        ]);
        Assert.Equal([(0, 90m), (3, 132m), (3, 132m)], applied.Summaries.Select(s => (s.ExceedanceCount!.Value, s.Max!.Value)));
        Assert.Equal([50m, 61.25m], applied.Discharges.Select(d => d.Quantity!.Value));
        Assert.Equal([82m, 123m], applied.Energy.Select(e => e.Energy!.Value));
        Assert.Equal([10m, 12m, 12m], applied.Indicators.Select(i => i.Value!.Value));
    }

    [Theory]
    [InlineData(80, 80)]
    [InlineData(140, 132)]
    public void The_highest_of_a_summary_falls_to_the_limit_and_never_rises(int to, int max) =>
        Assert.Equal(max, Supposition.Apply(Records, [new(ReportKind.Summary, Records.Summaries[0].Source) { OutletId = "DW001", Code = "w01018", To = to }]).Summaries[0].Max);

    [Theory]
    [InlineData("2", "3", "0.666666666666")]
    [InlineData("3", "3", "1")]
    [InlineData("4", "3", "1.333333333334")]
    public void A_quotient_that_never_ends_is_cut_on_the_side_of_the_change(string to, string from, string expected)
    {
        static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var one = Records.Supposing(energy: [Records.Energy[0] with { Energy = 1m }]);
        Assert.Equal(Number(expected), Supposition.Apply(one, [new(ReportKind.Energy, one.Energy[0].Source) { Code = "水泥熟料", From = Number(from), To = Number(to) }]).Energy[0].Energy);
        // Nothing is scaled from nothing.
        Assert.Equal(1m, Supposition.Apply(one, [new(ReportKind.Energy, one.Energy[0].Source) { Code = "水泥熟料", From = 0m, To = 2m }]).Energy[0].Energy);
    }

    [Fact]
    public void The_size_of_a_change_is_its_share_of_the_value_and_its_step_the_last_place_of_it()
    {
        static ValueChange Of(decimal? from, decimal? to) => new(ReportKind.Indicator, Elsewhere) { From = from, To = to };
        Assert.Equal([0.1m, 0.5m, 1m, 1m, 1m, 1.5m], new[] { Of(100m, 90m), Of(-2m, -1m), Of(0m, 5m), Of(5m, null), Of(null, 5m), Of(2m, 5m) }.Select(c => c.Size));
        Assert.Equal([1m, 0.1m, 0.01m, 0.000001m, 1m], new[] { Of(100m, 90m), Of(1.5m, 0m), Of(1.50m, 0m), Of(0.123456789m, 0m), Of(null, 0m) }.Select(c => c.Step));
    }
}
