using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Import;
using static CleanProd.Rules.Tests.Facts.Merging.InventedImports;

namespace CleanProd.Rules.Tests.Facts.Merging;

public class ImportScopeTests
{
    private static readonly ImportScope Given = new(1, ImportMode.Replaces, new Dictionary<string, IReadOnlySet<int>> { ["energy"] = new HashSet<int> { 2023, 2024 }, ["outlets"] = new HashSet<int>() });

    [Theory]
    [InlineData("energy", 2024, true)]
    [InlineData("energy", 2022, false)]
    [InlineData("energy", null, true)]
    [InlineData("outlets", null, true)]
    [InlineData("outlets", 2024, false)]
    [InlineData("audits", null, false)]
    [InlineData("audits", 2024, false)]
    public void A_replacing_import_reaches_the_tables_and_years_it_gives(string table, int? year, bool reaches)
    {
        Assert.Equal(reaches, Given.Replaces(table, year));
        Assert.False((Given with { Mode = ImportMode.Adds }).Replaces(table, year));
    }

    [Fact]
    public void A_table_that_is_not_given_has_no_years()
    {
        Assert.Empty(Given.YearsOf("audits"));
        Assert.Equal([2023, 2024], Given.YearsOf("energy").Order());
    }

    [Fact]
    public void The_years_of_every_table_kept_by_years_are_those_of_its_rows()
    {
        var layer = Adds(1,
            Facility(2, "name:甲厂"), Row(3, "outlets", "outlet_id:DW001", "medium:water"), Measured(4, "2019-12-31", "1"), Measured(5, "2020-01-01", "1"),
            Row(6, "monitoring_summaries", "outlet_id:DW001", "pollutant:氨氮", "year:2018", "unit:mg/L", "exceedance_count:1"),
            Row(7, "discharges", "pollutant:氨氮", "from:2016-07-01", "to:2017-06-30", "quantity:1", "unit:t"), Row(8, "quotas", "pollutant:氨氮", "from:2015-01-01", "to:2016-12-31", "quantity:1", "unit:t"),
            Substance(9, 2014, "苯"), Row(10, "energy", "year:2013", "product:甲", "output:1", "output_unit:t", "energy:1", "energy_unit:t"), Row(11, "indicators", "indicator:x", "year:2012", "value:1"),
            Row(12, "audits", "kind:mandatory", "listed_on:2011-01-01"), Row(13, "substances", "year:2010", "substance:铅", "role:怪"));
        Assert.Equal(
            "audits: | discharges:2017 | energy:2013 | facilities: | indicators:2012 | measurements:2019,2020 | monitoring_summaries:2018 | outlets: | quotas:2015 | substances:2014",
            string.Join(" | ", layer.Scope.Years.OrderBy(y => y.Key, StringComparer.Ordinal).Select(y => $"{y.Key}:{string.Join(',', y.Value.Order())}")));
    }

    [Fact]
    public void A_natural_key_keeps_its_parts_apart_and_days_in_their_order()
    {
        Assert.Equal("a\u001f\u001f5\u001f00738891", NaturalKey.Of("a", null, 5, new DateOnly(2024, 1, 7)));
        Assert.True(string.CompareOrdinal(NaturalKey.Of(new DateOnly(1, 1, 1)), NaturalKey.Of(new DateOnly(2024, 1, 1))) < 0);
        Assert.NotEqual(NaturalKey.Of("a", "b"), NaturalKey.Of("ab", null));
    }

    [Fact]
    public void The_row_of_a_record_is_no_part_of_its_key_or_content()
    {
        TableRow[] rows =
        [
            Row(3, "outlets", "outlet_id:DW001", "medium:water"), Row(6, "monitoring_summaries", "outlet_id:DW001", "pollutant:氨氮", "year:2018", "unit:mg/L", "exceedance_count:1"),
            Row(4, "permit_limits", "outlet_id:DW001", "pollutant:氨氮", "unit:mg/L", "limit_high:5", "from:2020-01-01"), Row(7, "discharges", "pollutant:氨氮", "from:2016-07-01", "to:2017-06-30", "quantity:1", "unit:t"),
            Row(8, "quotas", "pollutant:氨氮", "from:2015-01-01", "quantity:1", "unit:t"), Substance(9, 2014, "苯"), Row(10, "energy", "year:2013", "product:甲", "output:1", "output_unit:t", "energy:1", "energy_unit:t"),
            Row(11, "indicators", "indicator:x", "year:2012", "value:1"), Row(12, "audits", "kind:mandatory", "listed_on:2011-01-01"), Row(13, "discretion", "topic:t", "value:yes", "decided_by:局", "decided_on:2024-01-01", "reason:因"),
        ];
        var (one, other) = (Adds(1, rows).Records, Adds(1, [.. rows.Select(r => r with { Source = r.Source with { Row = r.Source.Row + 100 } })]).Records);
        Alike(FactKinds.Outlets, one, other);
        Alike(FactKinds.Summaries, one, other);
        Alike(FactKinds.PermitLimits, one, other);
        Alike(FactKinds.Discharges, one, other);
        Alike(FactKinds.Quotas, one, other);
        Alike(FactKinds.Substances, one, other);
        Alike(FactKinds.Energy, one, other);
        Alike(FactKinds.Audits, one, other);
        Alike(FactKinds.Indicators, one, other);
        Alike(FactKinds.Discretion, one, other);
    }

    private static void Alike<T>(FactKind<T> kind, FacilityRecords one, FacilityRecords other)
        where T : class
    {
        var (a, b) = (Assert.Single(kind.Rows(one)), Assert.Single(kind.Rows(other)));
        Assert.Equal((kind.Key(a), kind.Thing(a), kind.Content(a)), (kind.Key(b), kind.Thing(b), kind.Content(b)));
        Assert.Equal(kind.Source(a).Row + 100, kind.Source(b).Row);
        Assert.Equal("F", kind.Facility(a).Value);
    }
}
