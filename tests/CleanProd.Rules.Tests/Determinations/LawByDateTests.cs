using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Tests.Determinations;

/// <summary>The same facts on seven dates: each cites the instrument in force, and energy alone counts only from 2012 to 2026.</summary>
public class LawByDateTests
{
    private const string Law2002 = "《中华人民共和国清洁生产促进法》（2002年）第二十八条";
    private const string Measures2004 = "《清洁生产审核暂行办法》第八条";
    private const string Law2012 = "《中华人民共和国清洁生产促进法》（2012年修正）第二十七条";
    private const string Measures2016 = "《清洁生产审核办法》第八条";
    private const string Code = "《中华人民共和国生态环境法典》第九百六十七条";

    [Theory]
    [InlineData("2004-06-30", Law2002, "G1a G1b G3")]
    [InlineData("2004-10-01", Measures2004, "G1a G1b G3")]
    [InlineData("2012-06-30", Measures2004, "G1a G1b G3")]
    [InlineData("2012-07-01", Law2012, "G1a G1b G2 G3")]
    [InlineData("2016-07-01", Measures2016, "G1a G1b G2 G3")]
    [InlineData("2026-08-14", Measures2016, "G1a G1b G2 G3")]
    [InlineData("2026-08-15", Code, "G1a G1b G3 G4")]
    public void The_same_facts_are_judged_by_the_law_of_the_day(string date, string citation, string grounds)
    {
        var asOf = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
        var judged = Judge(asOf, Everything);
        Assert.Equal(grounds.Split(' '), judged.Rules.Select(r => r.Ground).Order(StringComparer.Ordinal));
        Assert.All(judged.Rules, r => Assert.StartsWith(citation, r.Citation, StringComparison.Ordinal));
        Assert.All(judged.Rules, r => Assert.Equal(Outcome.Triggered, r.Outcome));
    }

    [Theory]
    [InlineData("2004-06-30", false)]
    [InlineData("2004-10-01", false)]
    [InlineData("2012-06-30", false)]
    [InlineData("2012-07-01", true)]
    [InlineData("2016-07-01", true)]
    [InlineData("2026-08-14", true)]
    [InlineData("2026-08-15", false)]
    public void Energy_alone_obliges_only_while_the_law_names_it(string date, bool obliges)
    {
        var judged = Judge(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), EnergyAlone);
        Assert.Equal(obliges ? Outcome.Triggered : Outcome.NotTriggered, judged.Outcome);
    }

    [Fact]
    public void A_day_before_the_first_instrument_has_no_law_to_cite()
    {
        Assert.Throws<PackSelectionException>(() => PackSelection.On(Shipped.NationalPacks, new DateOnly(2002, 12, 31)));
        Assert.Throws<PackSelectionException>(() => PackSelection.Named(Shipped.Pack("rules/cn/measures-2004.json"), new DateOnly(2004, 6, 30)));
    }

    [Fact]
    public void Without_a_judgement_of_severe_pollution_the_2004_measures_leave_the_enterprise_open()
    {
        var judged = Judge(new DateOnly(2004, 10, 1), [.. Everything.Where(r => r.Table is not ("discretion" or "substances")), Row("substances", "year:2024", "substance:none", "role:used")]);
        Assert.Equal(Outcome.Undetermined, judged.Outcome);
        Assert.Contains("discretion[severe_pollution]", judged.Rules.First(r => r.Ground == "G1a").Missing);
    }

    private static readonly TableRow[] Everything =
    [
        Row("facilities", "name:甲水泥厂", "region:441200", "industry:C3011"),
        Row("outlets", "outlet_id:DW001", "medium:water"),
        Row("measurements", "outlet_id:DW001", "pollutant:化学需氧量", "at:2024-03-05", "window:day", "value:91", "unit:mg/L", "origin:self", "limit_high:90"),
        Row("quotas", "pollutant:化学需氧量", "medium:water", "from:2021-01-01", "quantity:10", "unit:t/a"),
        Row("discharges", "pollutant:化学需氧量", "medium:water", "from:2024-01-01", "to:2024-12-31", "quantity:10.001", "unit:t"),
        Row("substances", "year:2024", "substance:氰化钠", "role:used", "quantity:2", "unit:t"),
        Energy,
        Row("audits", "kind:voluntary", "accepted_on:2001-05-01"),
        Row("discretion", "topic:severe_pollution", "value:true", "decided_by:某市局", "decided_on:2003-06-01", "reason:连年超标"),
        Row("discretion", "topic:residual", "value:true", "decided_by:某省厅", "decided_on:2003-06-02", "reason:国家另有规定"),
    ];

    private static readonly TableRow[] EnergyAlone =
    [
        Row("facilities", "name:甲水泥厂", "region:441200", "industry:C3011"),
        Row("outlets", "outlet_id:DW001", "medium:water"),
        Row("measurements", "outlet_id:DW001", "pollutant:化学需氧量", "at:2024-03-05", "window:day", "value:80", "unit:mg/L", "origin:self", "limit_high:90"),
        Row("substances", "year:2024", "substance:none", "role:used"),
        Energy,
    ];

    // A cement clinker line far above every edition of the limit.
    private static TableRow Energy
    {
        get
        {
            var limit = Shipped.Reference.EnergyLimits.First(l => l.Standard.StartsWith("GB 16780", StringComparison.Ordinal) && l.Unit.Symbol == "kgce/t"
                && l.From <= new DateOnly(2024, 12, 31) && (l.To is null || l.To >= new DateOnly(2024, 12, 31)));
            return Row("energy", "year:2024", $"product:{limit.Product}", "output:1000", "output_unit:t", "energy:900", "energy_unit:tce");
        }
    }

    private static Determination Judge(DateOnly asOf, IReadOnlyList<TableRow> rows)
    {
        // A quotas table without this facility tells that it has no quota.
        var all = rows.Append(new TableRow("quotas", Cells("facility_id:OTHER", "pollutant:化学需氧量", "from:2021-01-01", "quantity:1", "unit:t"), new SourceRef("t.csv", null, 99)));
        var (facts, findings) = RowImporter.Import(all, Shipped.Reference, 2024);
        Assert.DoesNotContain(findings, f => f.Severity == FindingSeverity.Error);
        var screening = new Screening(PackSelection.On(Shipped.NationalPacks, asOf), Shipped.Reference, facts.TablesGiven, 2024, asOf, CrossCheck.All);
        return screening.Judge(facts.Facilities.Single(f => f.Facility.Id.Value == "A"));
    }

    private static TableRow Row(string table, params string[] cells) => new(table, Cells([.. cells, "facility_id:A"]), new SourceRef($"{table}.csv", null, 2));

    private static Dictionary<string, string> Cells(params string[] cells) =>
        cells.Select(c => c.Split(':', 2)).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal);
}
