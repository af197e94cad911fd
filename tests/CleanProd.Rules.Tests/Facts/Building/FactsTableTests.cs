using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Import;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>The facility, its substances and what was recorded of it.</summary>
public class FactsTableTests
{
    [Fact]
    public void Facilities_and_substances_come_to_the_approved_facts() => Approved.Check("tests/CleanProd.Rules.Tests/Facts/Building/Facts.txt",
    [
        .. Facility("operating", []),
        .. Facility("closed", [Row("facilities", "status:closed", "key_source:yes", "eia_approved_on:2015-03-04")]),
        .. Facility("suspended", [Row("facilities", "status:suspended", "key_source:no")]),
        .. Facility("of an industry without energy limits", [Row("facilities", "industry:C1713", "region:440100")]),
        .. Facility("of an industry with energy limits", [Row("facilities", "industry:C3011")]),
        .. Facility("of an industry nobody knows", [Row("facilities", "industry:Z99")]),
        .. Facility("with a product that has a limit", [Row("energy", "year:2024", "product:水泥熟料", "output:1", "output_unit:t", "energy:1", "energy_unit:kgce")]),
        .. Facility("with a product that has a limit and one that has none", [Row("energy", "year:2024", "product:水泥熟料", "output:1", "output_unit:t", "energy:1", "energy_unit:kgce"), Row("energy", "year:2024", "product:某物", "output:1", "output_unit:t", "energy:1", "energy_unit:kgce")]),
        .. Facility("with a product that has a limit and a refused row", [Row("facilities", "industry:C1713"), Row("energy", "year:2024", "product:水泥熟料", "output:1", "output_unit:t", "energy:1", "energy_unit:kgce"), Row("energy", "year:2024", "product:某物", "output:x", "output_unit:t", "energy:1", "energy_unit:kgce")]),
        .. Facility("with a product that has none", [Row("facilities", "industry:C1713"), Row("energy", "year:2024", "product:某物", "output:1", "output_unit:t", "energy:1", "energy_unit:kgce")]),
        .. Facility("with a refused row of energy", [Row("facilities", "industry:C1713"), Row("energy", "year:2024", "product:某物", "output:x", "output_unit:t", "energy:1", "energy_unit:kgce")]),
        .. Substances("nothing declared"),
        .. Substances("none", Row("substances", "year:2024", "substance:none", "role:used")),
        .. Substances("of another year", Row("substances", "year:2023", "substance:氰化钠", "role:used")),
        .. Substances("of each role", [.. new[] { "used", "produced", "discharged", "waste" }.Select(r => Row("substances", "year:2024", "substance:氰化钠", $"role:{r}", "quantity:2.50", "unit:t", "purpose:电镀"))]),
        .. Substances("known and unknown", Row("substances", "year:2024", "substance:六价铬化合物", "role:used"), Row("substances", "year:2024", "substance:食盐", "role:used"), Row("substances", "year:2024", "substance:汞", "role:discharged")),
        .. Substances("none beside one", Row("substances", "year:2024", "substance:none", "role:used"), Row("substances", "year:2024", "substance:氰化钠", "role:used")),
        .. Substances("a refused row", Row("substances", "year:2024", "substance:汞", "role:怪")),
    ]);

    [Fact]
    public void What_was_decided_counts_to_the_determination_date_and_indicators_by_their_year()
    {
        TableRow Said(string topic, string on) => Row("discretion", $"topic:{topic}", "value:yes", "decided_by:局", $"decided_on:{on}", "reason:因");
        var facts = Build(Said("a", "2025-01-15"), Said("b", "2025-01-16"), Row("indicators", "indicator:x", "year:2024", "value:3", "unit:t"), Row("indicators", "indicator:x", "year:2023", "value:2"));
        Assert.Equal((true, false), (facts.Discretion.Recorded("a"), facts.Discretion.Recorded("b")));
        Assert.NotNull(facts.Discretion.AllRecords);
        Assert.Equal((3m, 2m, "t"), (facts.Indicators.Value("x"), facts.Indicators.ValueIn("x", 2023), facts.Indicators.Find("x")!.Unit));
        Assert.Null(Build(Said("a", "2025-01-15"), Said("b", "x")).Discretion.AllRecords);
        Assert.Equal((2024, new DateTime(2024, 1, 1), new DateTime(2024, 12, 31)), (facts.Period.Year, facts.Period.From, facts.Period.To));
    }

    [Fact]
    public void A_substance_of_no_catalogue_has_no_basis() => Assert.Null(Assert.Single(Build(Row("substances", "year:2024", "substance:食盐", "role:used")).Substances[0].Evidence).Basis);

    [Fact]
    public void What_is_missing_is_joined_and_nothing_is_null()
    {
        Assert.Null(FactsBuilder.Missing([]));
        Assert.Null(FactsBuilder.Missing([null, null]));
        Assert.Equal("a; b", FactsBuilder.Missing(["a", null, "b"]));
    }

    private static IEnumerable<string> Facility(string what, TableRow[] rows) => [$"{what}: {Told.Of(Build(rows).Facility)}", .. Told.Of("energy", Build(rows).Energy)];

    private static IEnumerable<string> Substances(string what, params TableRow[] rows) => [what, .. Told.Of("substance", Build(rows).Substances)];

    private static CleanProd.Rules.Facts.Words.FacilityFacts Build(params TableRow[] rows)
    {
        var facts = RowImporter.Import(rows.Any(r => r.Table == "facilities") ? rows : rows.Append(Row("facilities")), Shipped.Reference, 2024).Facts;
        return new FactsBuilder(Shipped.Reference, facts.TablesGiven, ReportingPeriod.OfYear(2024), TestFacts.AsOf).Build(facts.Facilities.Single(f => f.Facility.Id.Value == "A"));
    }

    private static TableRow Row(string table, params string[] cells) => new(table,
        (table == "facilities" ? cells.Append("name:甲厂") : cells).Append("facility_id:A").Select(c => c.Split(':', 2)).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal), new SourceRef($"{table}.csv", null, 2));
}
