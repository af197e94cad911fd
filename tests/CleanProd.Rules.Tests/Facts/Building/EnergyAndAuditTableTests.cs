using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;

namespace CleanProd.Rules.Tests.Facts.Building;

public class EnergyAndAuditTableTests
{
    private static readonly SourceRef Row = new("a.csv", null, 2);
    private static readonly FacilityId Id = new("A");
    private static readonly DateOnly Early = new(2010, 1, 1);

    [Fact]
    public void Energy_of_products_comes_to_the_approved_facts() => Approved.Check("tests/CleanProd.Rules.Tests/Facts/Building/EnergyTable.txt",
    [
        .. Energy("over the limit", [Used("甲", 100m, 12_000m)], [Limit("甲", 100m)]),
        .. Energy("on the limit, recalled", [Used("甲", 100m, 10_000m)], [Limit("甲", 100m) with { Basis = "recalled" }]),
        .. Energy("the limit in tonnes", [Used("甲", 100m, 12_000m)], [Limit("甲", 0.1m, "tce/t")]),
        .. Energy("without output", [Used("甲", null, 12_000m)], [Limit("甲", 100m)]),
        .. Energy("output of nought", [Used("甲", 0m, 12_000m)], [Limit("甲", 100m)]),
        .. Energy("without energy", [Used("甲", 100m, null)], [Limit("甲", 100m)]),
        .. Energy("no energy used", [Used("甲", 100m, 0m)], [Limit("甲", 100m)]),
        .. Energy("a limit of nought", [Used("甲", 100m, 12_000m)], [Limit("甲", 0m)]),
        .. Energy("of another product", [Used("甲", 100m, 12_000m)], [Limit("乙", 100m)]),
        .. Energy("a limit that does not convert", [Used("甲", 100m, 12_000m)], [Limit("甲", 100m, "kWh/m2")]),
        .. Energy("in force from the last day on", [Used("甲", 100m, 12_000m)], [Limit("甲", 100m, from: new(2024, 12, 31))]),
        .. Energy("in force from the next day on", [Used("甲", 100m, 12_000m)], [Limit("甲", 100m, from: new(2025, 1, 1))]),
        .. Energy("in force to the last day", [Used("甲", 100m, 12_000m)], [Limit("甲", 100m, to: new(2024, 12, 31))]),
        .. Energy("in force to the day before", [Used("甲", 100m, 12_000m)], [Limit("甲", 100m, to: new(2024, 12, 30))]),
        .. Energy("of several the comprehensive one", [Used("甲", 100m, 12_000m)], [Limit("甲", 300m, metric: "综合煤耗"), Limit("甲", 100m), Limit("甲", 200m, metric: "煤耗")]),
        .. Energy("of two comprehensive ones the highest", [Used("甲", 100m, 12_000m)], [Limit("甲", 100m), Limit("甲", 110m), Limit("甲", 105m)]),
        .. Energy("of two alike the first standard", [Used("甲", 100m, 12_000m)], [Limit("甲", 100m, standard: "GB 2"), Limit("甲", 100m, standard: "GB 1")]),
        .. Energy("an entry value is no limit value", [Used("甲", 100m, 12_000m)], [Limit("甲", 80m, grade: "准入值")]),
        .. Energy("levels", [Used("甲", 100m, 12_000m), Used("乙", 100m, 12_000m), Used("丙", 100m, 12_000m), Used("丁", 100m, 12_000m)], [Limit("甲", 80m, grade: "3级"), Limit("乙", 80m, grade: "三级"), Limit("丙", 80m, grade: ""), Limit("丁", 80m, grade: "1级")]),
        .. Energy("of the year alone", [Used("甲", 100m, 12_000m), Used("乙", 100m, 12_000m) with { Year = 2023 }], []),
        .. Energy("nothing of the year", [Used("甲", 100m, 12_000m) with { Year = 2025 }], []),
        .. Energy("a refused row", [Used("甲", 100m, 12_000m)], [], "energy"),
        .. Energy("a refused row of another table", [Used("甲", 100m, 12_000m)], [], "audits"),
    ]);

    // The determination date is 2025-01-15.
    [Fact]
    public void Audits_come_to_the_approved_facts() => Approved.Check("tests/CleanProd.Rules.Tests/Facts/Building/AuditTable.txt",
    [
        .. Audits("none", []),
        .. Audits("listed on the day", [Audit(listed: new(2025, 1, 15))]),
        .. Audits("listed the day after", [Audit(listed: new(2025, 1, 16))]),
        .. Audits("started on the day", [Audit() with { StartedOn = new(2025, 1, 15) }]),
        .. Audits("started the day after", [Audit(accepted: new(2020, 1, 1)) with { StartedOn = new(2025, 1, 16) }]),
        .. Audits("reported on the day", [Audit() with { ReportedOn = new(2025, 1, 15) }]),
        .. Audits("reported the day after", [Audit() with { ReportedOn = new(2025, 1, 16) }]),
        .. Audits("accepted on the day", [Audit(accepted: new(2025, 1, 15))]),
        .. Audits("accepted the day after", [Audit(accepted: new(2025, 1, 16))]),
        .. Audits("without any day", [Audit() with { Result = "合格" }]),
        .. Audits("listed before, reported and accepted after", [Audit(listed: new(2024, 2, 15), accepted: new(2025, 2, 1), result: "合格") with { ReportedOn = new(2025, 1, 20) }]),
        .. Audits("started before, accepted after", [Audit(accepted: new(2025, 2, 1), result: "合格") with { StartedOn = new(2024, 2, 15) }]),
        .. Audits("five years to the day", [Audit(accepted: new(2020, 1, 15), result: "合格")]),
        .. Audits("five years less a day", [Audit(accepted: new(2020, 1, 16), result: "合格")]),
        .. Audits("eleven months and a day more", [Audit(listed: new(2024, 1, 16))]),
        .. Audits("twelve months", [Audit(listed: new(2024, 1, 15))]),
        .. Audits("of several the last accepted", [Audit(accepted: new(2019, 1, 1), result: "合格"), Audit(accepted: new(2022, 1, 1), result: "通过"), Audit(accepted: new(2016, 1, 1), result: "passed")]),
        .. Audits("one that failed is no acceptance", [Audit(accepted: new(2023, 1, 1), result: "不合格"), Audit(accepted: new(2018, 1, 1), result: "合格")]),
        .. Audits("results as they are written", [.. new[] { "合格", "通过", "passed", "不合格", "不通过", "未通过", "failed", "整改中", null }.Select((r, i) => Audit(accepted: new(2010 + i, 1, 1), result: r))]),
        .. Audits("voluntary", [Audit(accepted: new(2022, 1, 1)) with { Kind = AuditKind.Voluntary }]),
        .. Audits("a refused row", [Audit(accepted: new(2022, 1, 1))], "audits"),
        .. Audits("a table that was not given", [], table: "energy"),
        .. Audits("a table that was not given and a refused row", [], "audits", "energy"),
    ]);

    [Fact]
    public void The_evidence_of_an_audit_tells_nothing_of_what_came_after_the_determination()
    {
        CleanProd.Rules.Facts.Words.Evidence Shown(AuditRecord audit) => Assert.Single(Assert.Single(AuditBuilder.Build(Records(null, audits: [audit]), TestFacts.AsOf, new HashSet<string> { "audits" })).Evidence);
        var listed = Shown(Audit(listed: new(2024, 2, 15), accepted: new(2025, 2, 1), result: "合格"));
        Assert.Equal(("2024-02-15", null), (listed.At, listed.Basis));
        var started = Shown(Audit(accepted: new(2025, 2, 1), result: "合格") with { StartedOn = new(2024, 2, 15) });
        Assert.Equal((null, null), (started.At, started.Basis));
        var accepted = Shown(Audit(accepted: new(2025, 1, 15), result: "合格"));
        Assert.Equal(("2025-01-15", "合格"), (accepted.At, accepted.Basis));
    }

    private static IEnumerable<string> Energy(string what, EnergyRecord[] used, EnergyLimit[] limits, string? refused = null) =>
        [what, .. Told.Of("energy", EnergyBuilder.Build(Records(refused, energy: used), ReportingPeriod.OfYear(2024), new ReferenceData { EnergyLimits = limits }))];

    private static IEnumerable<string> Audits(string what, AuditRecord[] audits, string? refused = null, string table = "audits")
    {
        var facts = AuditBuilder.Build(Records(refused, audits: audits), TestFacts.AsOf, new HashSet<string> { table });
        return [$"{what}: {Told.Text(facts.YearsSinceLastAccepted)} years", .. Told.Of("audit", facts)];
    }

    private static FacilityRecords Records(string? refused, EnergyRecord[]? energy = null, AuditRecord[]? audits = null) => new()
    {
        Facility = new(Id, "甲厂", Row), Energy = energy ?? [], Audits = audits ?? [],
        RefusedIn = refused is null ? new Dictionary<string, SourceRef>() : new Dictionary<string, SourceRef> { [refused] = Row },
    };

    private static EnergyRecord Used(string product, decimal? output, decimal? energy) => new(Id, 2024, product, output, Unit.Parse("t"), energy, Unit.Parse("kgce"), Row);

    private static EnergyLimit Limit(string product, decimal limit, string unit = "kgce/t", DateOnly? from = null, DateOnly? to = null, string metric = "综合能耗", string grade = "限定值", string standard = "GB 1") =>
        new(standard, product, metric, grade, limit, Unit.Parse(unit), from ?? Early, to, "sourced");

    private static AuditRecord Audit(DateOnly? listed = null, DateOnly? accepted = null, string? result = null) => new(Id, AuditKind.Mandatory, Row) { ListedOn = listed, AcceptedOn = accepted, Result = result };
}
