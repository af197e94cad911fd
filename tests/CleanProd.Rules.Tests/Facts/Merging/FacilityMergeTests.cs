using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Import;
using Xunit;
using static CleanProd.Rules.Tests.Facts.Merging.InventedImports;

namespace CleanProd.Rules.Tests.Facts.Merging;

public class FacilityMergeTests
{
    [Fact]
    public void A_corrected_value_supersedes_and_the_earlier_row_is_named_with_both_imports()
    {
        var merged = FacilityMerge.Merge([Adds(7, Measured(2, "2024-03-05", "120"), Measured(3, "2024-03-06", "50")), Adds(9, Measured(4, "2024-03-05", "12"))]);

        var points = Assert.Single(merged.Records.Series).Points();
        Assert.Equal([12m, 50m], points.Select(p => p.Value.Number));
        Assert.Equal([4, 3], points.Select(p => p.Source.Row));
        var gone = Assert.Single(merged.Superseded);
        Assert.Equal(("measurements", 2, 7L, 4, 9L), (gone.Table, gone.Earlier.Row, gone.EarlierImport, gone.Later!.Value.Row, gone.LaterImport));
        Assert.Contains("DW001 w01018 Day Self 2024-03-05", gone.Key, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_corrected_in_another_unit_is_one_measurement_not_two()
    {
        var merged = FacilityMerge.Merge([Adds(1, Measured(2, "2024-03-05", "0.12")), Adds(2, Measured(3, "2024-03-05", "110", "ug/L"))]);

        var series = Assert.Single(merged.Records.Series);
        Assert.Equal(Unit.Parse("ug/L"), series.Key.Unit);
        Assert.Equal(110m, Assert.Single(series.Points()).Value.Number);
    }

    [Fact]
    public void A_county_that_gives_its_years_table_again_takes_back_a_row_it_had_wrongly_given()
    {
        FactLayer[] layers =
        [
            Adds(1, Substance(2, 2024, "氰化钠"), Substance(3, 2024, "苯"), Substance(4, 2023, "汞")),
            Replaces(2, Substance(5, 2024, "苯")),
        ];

        var merged = FacilityMerge.Merge(layers);

        Assert.Equal(["汞", "苯"], merged.Records.Substances.Select(s => s.Substance));
        var gone = Assert.Single(merged.Superseded);
        Assert.Equal((2, 1L, (SourceRef?)null, 2L), (gone.Earlier.Row, gone.EarlierImport, gone.Later, gone.LaterImport));
    }

    [Theory]
    [InlineData("monitoring_summaries")]
    [InlineData("discharges")]
    [InlineData("energy")]
    [InlineData("indicators")]
    public void A_years_table_given_again_takes_the_place_of_that_years_rows_in_every_table(string table)
    {
        TableRow Row(int row, int year, string thing, string value) => table switch
        {
            "monitoring_summaries" => InventedImports.Row(row, table, $"outlet_id:{thing}", "pollutant:氨氮", $"year:{year}", "unit:mg/L", $"exceedance_count:{value}"),
            "discharges" => InventedImports.Row(row, table, "pollutant:化学需氧量", "medium:water", $"from:{year}-01-01", $"to:{year}-12-31", $"quantity:{value}", "unit:t", $"record:{thing}"),
            "energy" => InventedImports.Row(row, table, $"year:{year}", $"product:{thing}", $"output:{value}", "output_unit:t", "energy:1", "energy_unit:t"),
            _ => InventedImports.Row(row, table, $"indicator:{thing}", $"year:{year}", $"value:{value}"),
        };
        var merged = FacilityMerge.Merge([Adds(1, Row(2, 2024, "X1", "1"), Row(3, 2024, "X2", "2"), Row(4, 2023, "X1", "3")), Replaces(2, Row(5, 2024, "X1", "4"))]).Records;
        int[] rows = [.. merged.Summaries.Select(r => r.Source.Row), .. merged.Discharges.Select(r => r.Source.Row), .. merged.Energy.Select(r => r.Source.Row), .. merged.Indicators.Select(r => r.Source.Row)];
        Assert.Equal([4, 5], rows.Order());
    }

    [Fact]
    public void An_outlet_that_a_replacing_import_does_not_repeat_is_gone_and_named()
    {
        TableRow Outlet(int row, string id, string name) => Row(row, "outlets", $"outlet_id:{id}", "medium:water", $"name:{name}");
        var merged = FacilityMerge.Merge([Adds(1, Outlet(2, "DW001", "总口"), Outlet(3, "DW002", "雨水")), Replaces(2, Outlet(4, "DW001", "总排口"))]);

        Assert.Equal(("DW001", "总排口"), (Assert.Single(merged.Records.Outlets).Id.Value, merged.Records.Outlets[0].Name));
        Assert.Equal([(2, (int?)4), (3, null)], merged.Superseded.Select(s => (s.Earlier.Row, s.Later?.Row)).Order());
        Assert.Equal(2, FacilityMerge.Merge([Adds(1, Outlet(2, "DW001", "总口"), Outlet(3, "DW002", "雨水")), Replaces(2, Substance(4, 2024, "苯"))]).Records.Outlets.Count);
    }

    [Fact]
    public void A_row_told_again_in_the_same_words_supersedes_nothing() =>
        Assert.Empty(FacilityMerge.Merge([Adds(1, Substance(2, 2024, "苯")), Replaces(2, Substance(3, 2024, "苯"))]).Superseded);

    // A refused row tells no year: all the years of its import must be given again.
    [Fact]
    public void What_a_refused_row_left_open_ends_when_its_table_is_given_again_in_all_its_years()
    {
        var refused = Adds(1, Substance(2, 2023, "苯"), Substance(3, 2024, "苯"), Row(5, "substances", "year:2024", "substance:汞", "role:怪"), Row(4, "substances", "year:2024", "substance:铅", "role:怪"));
        Assert.Equal(4, FacilityMerge.Merge([refused, Adds(2, Substance(6, 2023, "铅"), Substance(7, 2024, "铅"))]).Records.RefusedIn["substances"].Row);
        Assert.Equal(4, FacilityMerge.Merge([refused, Replaces(2, Substance(6, 2024, "铅"))]).Records.RefusedIn["substances"].Row);
        Assert.Empty(FacilityMerge.Merge([refused, Replaces(2, Substance(6, 2023, "铅"), Substance(7, 2024, "铅"))]).Records.RefusedIn);

        var odd = Adds(1, Row(2, "outlets", "outlet_id:DW001", "medium:怪"));
        Assert.Empty(FacilityMerge.Merge([odd, Replaces(2, Row(3, "outlets", "outlet_id:DW001", "medium:water"))]).Records.RefusedIn);
    }

    [Fact]
    public void Limits_and_discharges_that_fit_nothing_known_from_another_import_are_refused_with_their_first_row()
    {
        TableRow Limit(int row, string outlet, string unit, string from) => Row(row, "permit_limits", $"outlet_id:{outlet}", "pollutant:化学需氧量", $"unit:{unit}", "limit_high:50", $"from:{from}");
        var limits = FacilityMerge.Merge([Adds(1, Limit(5, "DW001", "Bq/L", "2020-01-01"), Limit(3, "DW001", "Bq/L", "2021-01-01"), Limit(2, "DW002", "Bq/L", "2020-01-01"), Limit(7, "DW001", "ug/L", "2022-01-01")), Adds(2, Measured(4, "2024-03-05", "1"))]).Records;
        Assert.Equal([7, 2], limits.PermitLimits.Select(l => l.Source.Row));
        Assert.Equal(("permit_limits", 3), (Assert.Single(limits.RefusedIn).Key, limits.RefusedIn["permit_limits"].Row));

        TableRow Discharge(int row, string pollutant, string unit) => Row(row, "discharges", $"pollutant:{pollutant}", "medium:water", "from:2024-01-01", "to:2024-12-31", "quantity:1", $"unit:{unit}");
        var discharges = FacilityMerge.Merge([Adds(1, Discharge(2, "化学需氧量", "m3"), Discharge(3, "氨氮", "m3")), Adds(2, Row(4, "quotas", "pollutant:化学需氧量", "medium:water", "from:2024-01-01", "quantity:1", "unit:t"))]).Records;
        Assert.Equal((3, 2), (Assert.Single(discharges.Discharges).Source.Row, discharges.RefusedIn["discharges"].Row));
    }

    [Theory]
    [InlineData("started_on:2023-05-10", "started_on:2023-05-10", 1)]
    [InlineData("started_on:2023-05-10", "started_on:2023-06-10", 2)]
    [InlineData("reported_on:2023-05-10", "reported_on:2023-05-10", 1)]
    [InlineData("reported_on:2023-05-10", "reported_on:2023-06-10", 2)]
    [InlineData("accepted_on:2023-05-10", "accepted_on:2023-05-10", 1)]
    [InlineData("accepted_on:2023-05-10", "accepted_on:2023-06-10", 2)]
    public void An_audit_without_a_listing_is_known_by_the_first_later_day(string earlier, string later, int audits) =>
        Assert.Equal(audits, FacilityMerge.Merge([Adds(1, Row(2, "audits", "kind:voluntary", earlier)), Adds(2, Row(3, "audits", "kind:voluntary", later, "result:合格"))]).Records.Audits.Count);

    [Fact]
    public void A_facility_whose_last_row_is_taken_back_must_only_be_named()
    {
        var replacing = new FactLayer(
            new ImportScope(2, ImportMode.Replaces, new Dictionary<string, IReadOnlySet<int>> { ["facilities"] = new HashSet<int>(), ["substances"] = new HashSet<int> { 2024 } }),
            Adds(2, Facility(2, "name:甲厂")).Records);

        Assert.Empty(FacilityMerge.Merge([Adds(1, Substance(2, 2024, "苯")), replacing]).Records.Substances);
    }

    [Fact]
    public void An_added_declaration_of_none_never_hides_a_listed_substance()
    {
        var merged = FacilityMerge.Merge([Adds(1, Substance(2, 2024, "苯")), Adds(2, Substance(3, 2024, "none"))]).Records;

        Assert.Contains(merged.Substances, s => s.Substance == "苯");
    }

    [Fact]
    public void A_push_of_code_and_name_leaves_place_and_industry_and_names_the_rows_that_tell_them()
    {
        var merged = FacilityMerge.Merge(
        [
            Adds(1, Facility(2, "name:甲厂", "region:440100", "industry:C1713")), Adds(2, Facility(3, "name:甲厂", "region:440300")), Adds(3, Facility(4, "name:甲新厂")),
        ]);

        var facility = merged.Records.Facility;
        Assert.Equal(("甲新厂", "440300", "C1713", 4), (facility.Name, facility.Region, facility.Industry, facility.Source.Row));
        Assert.Equal([("industry", 2), ("region", 3)], merged.Completed.Select(c => (c.Column, c.Source.Row)));
        Assert.Equal([2, 3], merged.Superseded.Select(s => s.Earlier.Row));
    }

    [Fact]
    public void A_replacing_import_takes_blanks_as_blanks()
    {
        var merged = FacilityMerge.Merge([Adds(1, Facility(2, "name:甲厂", "region:440100")), Replaces(2, Facility(3, "name:甲厂"))]);

        Assert.Null(merged.Records.Facility.Region);
    }

    [Theory]
    [InlineData("closed", FacilityStatus.Closed)]
    [InlineData("suspended", FacilityStatus.Suspended)]
    public void A_blank_status_in_a_later_push_does_not_reopen_a_plant(string stated, FacilityStatus expected)
    {
        var merged = FacilityMerge.Merge([Adds(1, Facility(2, "name:甲厂", $"status:{stated}")), Adds(2, Facility(3, "name:甲厂", "status:")), Adds(3, Facility(4, "name:甲新厂"))]);

        Assert.Equal((expected, "甲新厂"), (merged.Records.Facility.Status, merged.Records.Facility.Name));
        Assert.Equal([("status", 2)], merged.Completed.Select(c => (c.Column, c.Source.Row)));
    }

    [Fact]
    public void A_plant_reopens_when_a_later_import_says_so_or_replaces_what_was_said()
    {
        var closed = Adds(1, Facility(2, "name:甲厂", "status:closed"));

        Assert.Equal(FacilityStatus.Operating, FacilityMerge.Merge([closed, Adds(2, Facility(3, "name:甲厂", "status:在产"))]).Records.Facility.Status);
        Assert.Equal(FacilityStatus.Unspecified, FacilityMerge.Merge([closed, Replaces(2, Facility(3, "name:甲厂"))]).Records.Facility.Status);
    }

    [Fact]
    public void A_facility_that_a_later_import_only_mentions_keeps_its_description()
    {
        var merged = FacilityMerge.Merge([Adds(1, Facility(2, "name:甲厂", "region:440100")), Replaces(2, Measured(3, "2024-03-05", "1"))]);

        Assert.Equal("甲厂", merged.Records.Facility.Name);
    }

    [Fact]
    public void An_audit_told_again_as_it_goes_on_is_one_audit()
    {
        var merged = FacilityMerge.Merge(
        [
            Adds(1, Row(2, "audits", "kind:mandatory", "listed_on:2023-05-10")),
            Adds(2, Row(3, "audits", "kind:mandatory", "listed_on:2023-05-10", "accepted_on:2024-06-01", "result:合格")),
        ]);

        Assert.Equal(new DateOnly(2024, 6, 1), Assert.Single(merged.Records.Audits).AcceptedOn);
    }

    [Fact]
    public void An_earlier_decision_stays_beside_a_later_one()
    {
        string[] decided = ["topic:residual", "decided_by:局", "reason:因"];
        var merged = FacilityMerge.Merge(
        [
            Adds(1, Row(2, "discretion", [.. decided, "value:true", "decided_on:2024-01-01"])),
            Adds(2, Row(3, "discretion", [.. decided, "value:false", "decided_on:2025-01-01"])),
        ]);

        Assert.Equal(["true", "false"], merged.Records.Discretion.Select(d => d.Value));
    }

    [Theory]
    [InlineData("2024", true)]
    [InlineData("2023", false)]
    public void A_refused_row_stays_known_until_a_replacing_import_gives_all_years_of_its_table_again(string year, bool cleared)
    {
        var refused = Adds(1, Measured(2, "2024-01-01", "1"), Measured(3, "2024-01-02", "x"));
        Assert.Contains("measurements", refused.Records.RefusedIn.Keys);

        var merged = FacilityMerge.Merge([refused, Replaces(2, Measured(4, $"{year}-01-02", "5"))]).Records;

        Assert.Equal(!cleared, merged.RefusedIn.ContainsKey("measurements"));
        Assert.Contains("measurements", FacilityMerge.Merge([refused, Adds(2, Measured(4, "2024-01-02", "5"))]).Records.RefusedIn.Keys);
    }

    [Fact]
    public void Facts_of_two_imports_whose_units_do_not_fit_are_refused_as_in_one()
    {
        var discharge = Row(2, "discharges", "pollutant:化学需氧量", "medium:water", "from:2024-01-01", "to:2024-12-31", "quantity:5", "unit:m3");
        var quota = Row(2, "quotas", "pollutant:化学需氧量", "medium:water", "from:2024-01-01", "quantity:5", "unit:t");

        var merged = FacilityMerge.Merge([Adds(1, discharge), Adds(2, quota)]).Records;

        Assert.Empty(merged.Discharges);
        Assert.Equal(Adds(1, discharge, quota).Records.RefusedIn, merged.RefusedIn);
    }

    [Fact]
    public void Facts_of_two_facilities_are_not_merged()
    {
        var other = new FactLayer(Adds(2).Scope, new FacilityRecords { Facility = new FacilityRecord(new FacilityId("G"), "G", new SourceRef("a.csv", null, 2)) });
        Assert.Throws<ArgumentException>(() => FacilityMerge.Merge([Adds(1), other]));
    }
}
