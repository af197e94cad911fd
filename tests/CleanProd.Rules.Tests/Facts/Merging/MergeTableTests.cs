using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Import;
using CleanProd.Rules.Tests.Facts.Building;
using static CleanProd.Rules.Tests.Facts.Merging.InventedImports;

namespace CleanProd.Rules.Tests.Facts.Merging;

/// <summary>What several imports come to together: records, what was superseded and completed, what stays refused, approved line by line.</summary>
public class MergeTableTests
{
    [Fact]
    public void Imports_come_together_as_approved() => Approved.Check("tests/CleanProd.Rules.Tests/Facts/Merging/Merge.txt",
    [
        .. Lines("every field of a facility is completed", Adds(1, Whole(2, "甲厂")), Adds(2, Facility(3, "name:乙厂"))),
        .. Lines("every field of a facility is told anew", Adds(1, Whole(2, "甲厂")), Adds(2, Row(3, "facilities", "name:乙厂", "region:440300", "address:乙路", "industry:C3011", "legal_representative:乙", "permit_number:乙证", "credit_code:91440111YL1174401M", "eia_approved_on:2016-01-01", "key_source:no", "status:在产"))),
        .. Lines("every field of a facility is taken back", Adds(1, Whole(2, "甲厂")), Replaces(2, Facility(3, "name:甲厂"))),
        .. Lines("a facility told again in the same words", Adds(1, Whole(2, "甲厂")), Adds(2, Whole(3, "甲厂"))),
        .. Lines("a field completed over three imports", Adds(1, Facility(2, "name:甲厂", "region:440100")), Adds(2, Facility(3, "name:甲厂", "industry:C1713")), Adds(3, Facility(4, "name:甲厂")), Adds(4, Facility(5, "name:甲厂", "region:440300"))),
        .. Lines("only mentions, the first row of them", Adds(1, Substance(9, 2024, "苯")), Adds(2, Substance(4, 2023, "汞"))),
        .. Lines("every field of an outlet is completed", Adds(1, Outlet(2, "DW001")), Adds(2, Row(3, "outlets", "outlet_id:DW001", "medium:water"))),
        .. Lines("every field of an outlet is told anew", Adds(1, Outlet(2, "DW001")), Adds(2, Row(3, "outlets", "outlet_id:DW001", "medium:air", "name:乙口", "discharge:stack", "workshop:no", "grade:二级", "standard:GB 2", "stack_height_m:30"))),
        .. Lines("an outlet of which only the medium is told anew", Adds(1, Row(2, "outlets", "outlet_id:DW001", "medium:water", "name:甲口")), Adds(2, Row(3, "outlets", "outlet_id:DW001", "medium:air"))),
        .. Lines("outlets in their order, each with what completes it", Adds(1, Outlet(2, "DW002"), Outlet(3, "DW001")), Adds(2, Row(4, "outlets", "outlet_id:DW001", "medium:water"), Row(5, "outlets", "outlet_id:DW003", "medium:water"))),
        .. Lines("an outlet that a replacing import does not repeat", Adds(1, Outlet(2, "DW001"), Outlet(3, "DW002")), Replaces(2, Row(4, "outlets", "outlet_id:DW001", "medium:water"))),
        .. Lines("an outlet taken back and told anew", Adds(1, Outlet(2, "DW001")), Replaces(2, Row(3, "outlets", "outlet_id:DW002", "medium:water")), Adds(3, Row(4, "outlets", "outlet_id:DW001", "medium:water"))),
        .. Lines("values of one time in two units, corrected", Adds(1, Measured(2, "2024-03-05", "0.12"), Measured(3, "2024-03-06", "50")), Adds(2, Measured(4, "2024-03-05", "110", "ug/L")), Adds(3, Measured(5, "2024-03-05", "110", "ug/L"))),
        .. Lines("a value told again in the same words", Adds(1, Measured(2, "2024-03-05", "50")), Adds(2, Measured(3, "2024-03-05", "50"))),
        .. Lines("values taken back by their year", Adds(1, Measured(2, "2023-03-05", "50"), Measured(3, "2024-03-05", "50"), Measured(4, "2024-03-06", "60")), Replaces(2, Measured(5, "2024-03-05", "50"))),
        .. Lines("values taken back, and nothing given of them", Adds(1, Measured(2, "2024-03-05", "50"), Other(3, "2024-03-05", "1")), Replaces(2, Other(4, "2024-04-05", "1"))),
        .. Lines("values of a replacing import, taken back by another", Replaces(1, Measured(2, "2024-03-05", "50"), Other(3, "2024-03-05", "1")), Replaces(2, Other(4, "2024-04-05", "1"))),
        .. Lines("values of other windows and origins stay", Adds(1, Measured(2, "2024-03-05", "50")), Adds(2, Any(3, "day", "supervision"), Any(4, "hour", "self"), Any(5, "day", ""))),
        .. Lines("a replacing import of another table leaves them", Adds(1, Measured(2, "2024-03-05", "50")), Replaces(2, Substance(3, 2024, "苯"))),
        .. Lines("an earlier import of the same thing in the order of imports", Adds(9, Measured(2, "2024-03-05", "50")), Adds(3, Measured(3, "2024-03-05", "60"))),
        .. Lines("limits of the permit", Adds(1, Limit(2, "mg/L", "80"), Limit(3, "kg/t", "1"), Limit(4, "kg/h", "2")), Adds(2, Limit(5, "mg/L", "70"), Limit(6, "kg/h", "3"))),
        .. Lines("limits of windows and days", Adds(1, Limit(2, "mg/L", "80", "window:day"), Limit(3, "mg/L", "90", "window:hour")), Adds(2, Row(4, "permit_limits", "outlet_id:DW001", "pollutant:化学需氧量", "unit:mg/L", "limit_high:60", "from:2021-01-01", "window:day"), Limit(5, "mg/L", "85", "window:hour"))),
        .. Lines("limits taken back as a table", Adds(1, Limit(2, "mg/L", "80"), Limit(3, "kg/t", "1")), Replaces(2, Limit(4, "mg/L", "80"))),
        .. Lines("discharges apart and together", Adds(1, Discharge(2, "1"), Discharge(3, "2", "record:一"), Discharge(4, "3", "method:automatic"), Discharge(5, "4", "medium:air")), Adds(2, Discharge(6, "9"), Discharge(7, "2", "record:一"), Discharge(8, "8", "medium:air"))),
        .. Lines("quotas by their first day, whatever the document", Adds(1, Quota(2, "5", "2023-01-01"), Quota(3, "6", "2024-01-01")), Replaces(2, Quota(4, "7", "2024-01-01", "document:文"))),
        .. Lines("substances by role and purpose", Adds(1, Used(2, "used", "1"), Used(3, "waste", "2"), Used(4, "used", "3", "purpose:电镀")), Adds(2, Used(5, "used", "4"), Used(6, "used", "5", "purpose:电镀"))),
        .. Lines("energy of a product", Adds(1, Energy(2, "甲", "1"), Energy(3, "乙", "2")), Adds(2, Energy(4, "甲", "3"))),
        .. Lines("summaries of a pollutant", Adds(1, Summary(2, "DW001", 1), Summary(3, "DW002", 2)), Adds(2, Summary(4, "DW001", 3))),
        .. Lines("audits of one listing", Adds(1, Audit(2, "kind:mandatory", "listed_on:2023-05-10"), Audit(3, "kind:voluntary", "listed_on:2023-05-10")), Adds(2, Audit(4, "kind:mandatory", "listed_on:2023-05-10", "accepted_on:2024-01-01"))),
        .. Lines("audits without a listing", Adds(1, Audit(2, "kind:voluntary", "started_on:2023-05-10", "reported_on:2023-06-10")), Adds(2, Audit(3, "kind:voluntary", "reported_on:2023-05-10", "accepted_on:2024-01-01"), Audit(4, "kind:voluntary", "accepted_on:2023-06-10"))),
        .. Lines("indicators and decisions", Adds(1, Indicator(2, "x", "1"), Decision(3, "t", "2024-01-01", "yes")), Adds(2, Indicator(4, "x", "2"), Indicator(5, "y", "3"), Decision(6, "t", "2024-01-01", "no"), Decision(7, "t", "2024-02-01", "yes"))),
        .. Lines("a thing taken back by its year and told in another", Adds(1, Indicator(2, "x", "1"), Row(3, "indicators", "indicator:x", "year:2023", "value:9")), Replaces(2, Indicator(4, "y", "3"))),
        .. Lines("refused rows, the first of each table", Adds(1, Measured(5, "2024-01-02", "x"), Measured(2, "2024-01-01", "1")), Adds(2, Measured(3, "2024-01-03", "x"), Row(4, "substances", "year:2024", "substance:铅", "role:怪"))),
        .. Lines("refused rows cleared by their years", Adds(1, Substance(2, 2023, "苯"), Row(3, "substances", "year:2024", "substance:铅", "role:怪")), Replaces(2, Substance(4, 2023, "苯"))),
        .. Lines("a refused row of a table that gave no other row", Adds(1, Row(3, "substances", "year:2024", "substance:铅", "role:怪")), Replaces(2, Substance(4, 2024, "苯"))),
        .. Lines("a refused row of a facility and a mention of it", Adds(1, Row(2, "facilities", "name:"), Substance(3, 2024, "苯")), Replaces(2, Substance(4, 2024, "苯"))),
        .. Lines("a refused row of a facility and a replacing description", Adds(1, Row(2, "facilities", "name:"), Substance(3, 2024, "苯")), Replaces(2, Facility(4, "name:甲厂"))),
        .. Lines("a refused row of a table without years, added to and replaced", Adds(1, Limit(2, "mg/L", "x")), Adds(2, Limit(3, "mg/L", "80")), Replaces(3, Limit(4, "mg/L", "80"))),
        .. Lines("a limit fits one of two units", Adds(1, Limit(2, "mg/L", "80"), Limit(3, "kg/h", "2")), Adds(2, Measured(4, "2024-03-05", "1"), Measured(5, "2024-03-06", "1", "kg/h"))),
        .. Lines("a load fits the concentration it is computed of", Adds(1, Limit(2, "kg/t", "1"), Limit(3, "kg", "1", "window:hour")), Adds(2, Measured(4, "2024-03-05", "1"))),
        .. Lines("a discharge that does not fit its quota, beside a row refused before", Adds(1, Discharge(2, "1"), Row(9, "discharges", "pollutant:化学需氧量", "from:2024-01-01", "to:2024-06-30", "quantity:x", "unit:t")), Adds(2, Row(4, "quotas", "pollutant:化学需氧量", "from:2024-01-01", "quantity:1", "unit:m3"))),
    ]);

    [Fact]
    public void One_import_alone_is_taken_as_it_is()
    {
        var layer = Adds(1, Measured(2, "2024-03-05", "50"));
        var merged = FacilityMerge.Merge([layer]);
        Assert.Same(layer.Records, merged.Records);
        Assert.Empty(merged.Superseded);
        Assert.Empty(merged.Completed);
    }

    private static IEnumerable<string> Lines(string what, params FactLayer[] layers)
    {
        var merged = FacilityMerge.Merge(layers);
        var r = merged.Records;
        yield return what;
        yield return $"  {Told.Of(r.Facility)}";
        foreach (var outlet in r.Outlets) yield return $"  {Told.Of(outlet)}";
        foreach (var series in r.Series) yield return $"  {Told.Of(series.Key)}: {string.Join(", ", series.Points().Select(p => $"{Told.Text(p.At)} {p.Value} {p.Source}"))}";
        IEnumerable<object>[] tables = [r.Summaries, r.PermitLimits, r.Discharges, r.Quotas, r.Substances, r.Energy, r.Audits, r.Indicators, r.Discretion];
        foreach (var record in tables.SelectMany(t => t)) yield return $"  {record.GetType().Name} {Told.Of(record)}";
        foreach (var gone in merged.Superseded) yield return $"  superseded: {gone.Table} '{gone.Key}' {gone.Earlier} of {gone.EarlierImport} by {gone.Later} of {gone.LaterImport}";
        foreach (var field in merged.Completed) yield return $"  completed: {field.Table} {field.Outlet} {field.Column} {field.Source} of {field.Import}";
        foreach (var (table, row) in r.RefusedIn) yield return $"  refused: {table} {row}";
    }

    private static TableRow Whole(int row, string name) => Row(row, "facilities", $"name:{name}", "region:440100", "address:甲路", "industry:C1713", "legal_representative:甲", "permit_number:甲证", "credit_code:91440101MA5AK1234X", "eia_approved_on:2015-01-01", "key_source:yes", "status:closed");

    private static TableRow Outlet(int row, string id) => Row(row, "outlets", $"outlet_id:{id}", "medium:water", "name:甲口", "discharge:direct", "workshop:yes", "grade:一级", "standard:GB 1", "stack_height_m:15");

    private static TableRow Other(int row, string day, string value) => Row(row, "measurements", "outlet_id:DW002", "pollutant:氨氮", $"at:{day}", "window:day", $"value:{value}", "unit:mg/L", "origin:self");

    private static TableRow Any(int row, string window, string origin) => Row(row, "measurements", "outlet_id:DW001", "pollutant:化学需氧量", "at:2024-03-05", $"window:{window}", "value:50", "unit:mg/L", $"origin:{origin}");

    private static TableRow Limit(int row, string unit, string high, string more = "window:") => Row(row, "permit_limits", "outlet_id:DW001", "pollutant:化学需氧量", $"unit:{unit}", $"limit_high:{high}", "from:2020-01-01", more);

    private static TableRow Discharge(int row, string quantity, string more = "record:") => Row(row, "discharges", "pollutant:化学需氧量", "from:2024-01-01", "to:2024-12-31", $"quantity:{quantity}", "unit:t", more);

    private static TableRow Quota(int row, string quantity, string from, string more = "document:") => Row(row, "quotas", "pollutant:化学需氧量", $"from:{from}", $"quantity:{quantity}", "unit:t", more);

    private static TableRow Used(int row, string role, string quantity, string more = "purpose:") => Row(row, "substances", "year:2024", "substance:氰化钠", $"role:{role}", $"quantity:{quantity}", "unit:t", more);

    private static TableRow Energy(int row, string product, string output) => Row(row, "energy", "year:2024", $"product:{product}", $"output:{output}", "output_unit:t", "energy:1", "energy_unit:t");

    private static TableRow Summary(int row, string outlet, int count) => Row(row, "monitoring_summaries", $"outlet_id:{outlet}", "pollutant:氨氮", "year:2024", "unit:mg/L", $"exceedance_count:{count}");

    private static TableRow Audit(int row, params string[] cells) => Row(row, "audits", cells);

    private static TableRow Indicator(int row, string name, string value) => Row(row, "indicators", $"indicator:{name}", "year:2024", $"value:{value}");

    private static TableRow Decision(int row, string topic, string on, string value) => Row(row, "discretion", $"topic:{topic}", $"value:{value}", "decided_by:局", $"decided_on:{on}", "reason:因");
}
