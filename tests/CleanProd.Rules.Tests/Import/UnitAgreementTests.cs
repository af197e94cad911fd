using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;

namespace CleanProd.Rules.Tests.Import;

public class UnitAgreementTests
{
    [Fact]
    public void A_discharge_that_does_not_convert_to_its_quota_is_refused_and_never_guessed()
    {
        var (facts, findings) = Import(
            Row("quotas", "pollutant:COD", "from:2021-01-01", "quantity:10", "unit:t"),
            Row("discharges", "pollutant:COD", "from:2024-01-01", "to:2024-12-31", "quantity:5", "unit:m3"));
        Assert.Equal(FindingSeverity.Error, Assert.Single(findings, f => f.Code == "unit_mismatch").Severity);
        Assert.Empty(facts.Facilities[0].Discharges);
        Assert.Contains("discharges", facts.Facilities[0].RefusedIn.Keys);
    }

    [Fact]
    public void A_permit_limit_in_another_kind_of_unit_is_no_limit()
    {
        var (facts, findings) = Import(
            Row("measurements", "outlet_id:1", "pollutant:COD", "at:2024-03-01", "window:day", "value:5", "unit:mg/L"),
            Row("permit_limits", "outlet_id:1", "pollutant:COD", "limit_high:3", "unit:kg", "from:2020-01-01"),
            Row("permit_limits", "outlet_id:1", "pollutant:COD", "limit_high:90000", "unit:ug/L", "from:2021-01-01"));
        Assert.Single(findings, f => f.Code == "unit_mismatch");
        Assert.Equal("ug/L", Assert.Single(facts.Facilities[0].PermitLimits).Unit.Symbol);
    }

    private static (FactSet Facts, IReadOnlyList<Finding> Findings) Import(params TableRow[] rows) => RowImporter.Import(
        rows.Append(new TableRow("facilities", new Dictionary<string, string> { ["facility_id"] = "A", ["name"] = "甲" }, new SourceRef("f.csv", null, 2))), Shipped.Reference, 2024);

    private static TableRow Row(string table, params string[] cells) => new(table,
        cells.Append("facility_id:A").Select(c => c.Split(':', 2)).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal), new SourceRef($"{table}.csv", null, 2));
}
