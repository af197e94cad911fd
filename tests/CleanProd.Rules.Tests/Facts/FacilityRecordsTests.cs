using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Tests.Facts;

/// <summary>What was imported about one facility, with a part of it told otherwise.</summary>
public class FacilityRecordsTests
{
    private static readonly string[] Tables = ["facilities", "measurements", "monitoring_summaries", "permit_limits", "discharges", "quotas", "substances", "energy", "audits", "indicators"];

    [Fact]
    public void Every_record_leads_to_its_row() => Assert.Equal(
        "f o m s p d q b e a i j", string.Join(' ', Records("").Sources().Select(s => s.File)));

    [Fact]
    public void Of_a_table_that_is_tried_nothing_remains_and_every_other_stays()
    {
        foreach (var table in Tables)
        {
            var tried = Files(Records("").Trying(Records("2"), new HashSet<string> { table }));
            Assert.Equal(Files(Records("")).Select((f, i) => i == 1 ? "o o2" : i == Place(table) ? f + "2" : f), tried);
        }

        Assert.Equal(["f", "o o2", "m", "s", "p", "d", "q", "b", "e", "a", "i", "j"], Files(Records("").Trying(Records("2"), new HashSet<string>())));
    }

    [Fact]
    public void A_facility_that_is_only_mentioned_is_not_tried()
    {
        var mention = new FacilityRecords { Facility = new(new("A"), "A", new("f2", null, 1)) };
        Assert.Equal("f", Records("").Trying(mention, new HashSet<string>(Tables)).Facility.Source.File);
    }

    [Fact]
    public void Outlets_are_those_of_both_and_the_tried_one_comes_first()
    {
        var tried = Records("").Trying(new() { Facility = Records("").Facility, Outlets = [Outlet("DW000", "x"), Outlet("DW", "tried")] }, new HashSet<string>());
        Assert.Equal(["DW tried", "DW000 x"], tried.Outlets.Select(o => $"{o.Id} {o.Source.File}"));
    }

    [Fact]
    public void What_was_refused_of_a_table_that_is_tried_is_forgotten()
    {
        FacilityRecords With(params (string Table, string File)[] refused) => new() { Facility = Records("").Facility, RefusedIn = refused.ToDictionary(r => r.Table, r => new SourceRef(r.File, null, 1)) };
        var tried = With(("energy", "old"), ("audits", "old"), ("quotas", "old")).Trying(With(("energy", "new"), ("audits", "new")), new HashSet<string> { "energy" });
        Assert.Equal(["audits old", "energy new", "quotas old"], tried.RefusedIn.Select(r => $"{r.Key} {r.Value.File}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Some_numbers_told_otherwise_leave_the_rest()
    {
        var (one, two) = (Records(""), Records("2"));
        Assert.Equal(Files(one), Files(one.Supposing()));
        Assert.Equal("f o m2 s2 p d2 q b2 e2 a i2 j", string.Join(' ', Files(one.Supposing(two.Series, two.Summaries, two.Discharges, two.Substances, two.Energy, two.Indicators))));
        Assert.Equal("f o m2 s p d q b e a i j", string.Join(' ', Files(one.WithSeries(two.Series))));
        Assert.Equal(["f", "o", "m", "s", "p", "d", "q", "b", "e", "a a2", "i", "j"], Files(one.WithAudits(two.Audits)));
        Assert.Equal(["energy"], one.Supposing().RefusedIn.Keys.Concat(one.WithSeries([]).RefusedIn.Keys).Distinct());
    }

    private static int Place(string table) => table switch { "facilities" => 0, var t => Array.IndexOf(Tables, t) + 1 };

    private static string[] Files(FacilityRecords records)
    {
        string Of(IEnumerable<SourceRef> sources) => string.Join(' ', sources.Select(s => s.File));
        return
        [
            records.Facility.Source.File, Of(records.Outlets.Select(r => r.Source)), Of(records.Series.Select(r => r.FirstSource)), Of(records.Summaries.Select(r => r.Source)), Of(records.PermitLimits.Select(r => r.Source)),
            Of(records.Discharges.Select(r => r.Source)), Of(records.Quotas.Select(r => r.Source)), Of(records.Substances.Select(r => r.Source)), Of(records.Energy.Select(r => r.Source)), Of(records.Audits.Select(r => r.Source)),
            Of(records.Indicators.Select(r => r.Source)), Of(records.Discretion.Select(r => r.Source)),
        ];
    }

    private static OutletRecord Outlet(string id, string file) => new(new("A"), new(id), Medium.Water, new(file, null, 1));

    private static FacilityRecords Records(string which)
    {
        FacilityId id = new("A");
        PollutantCode cod = new("w01018");
        var tonne = Unit.Parse("t");
        SourceRef In(string file) => new(file + which, null, 1);
        return new()
        {
            Facility = new(id, "甲厂", In("f")), Outlets = [Outlet("DW" + which, "o" + which)],
            Series = [MeasurementSeries.Pack(new(id, new("DW"), cod, AveragingWindow.Day, DataOrigin.Self, tonne), [new(new(2024, 1, 1), MeasuredValue.Of(1m), In("m"))])],
            Summaries = [new(id, new("DW"), cod, 2024, tonne, In("s"))], PermitLimits = [new(id, new("DW"), cod, tonne, new(2024, 1, 1), In("p"))], Discharges = [new(id, cod, Medium.Water, ReportingPeriod.OfYear(2024), 1m, tonne, In("d"))],
            Quotas = [new(id, cod, Medium.Water, new(2024, 1, 1), null, 1m, tonne, In("q"))], Substances = [new(id, 2024, "甲", SubstanceRole.Used, In("b"))], Energy = [new(id, 2024, "熟料", 1m, tonne, 1m, tonne, In("e"))],
            Audits = [new(id, AuditKind.Mandatory, In("a"))], Indicators = [new(id, "x", 2024, 1m, In("i"))], Discretion = [new(id, "t", "true", "某局", new(2024, 1, 1), "核查", In("j"))],
            RefusedIn = new Dictionary<string, SourceRef> { ["energy"] = In("r") },
        };
    }
}
