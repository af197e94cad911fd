using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Tests;

/// <summary>Facts and packs made in a test.</summary>
internal static class TestFacts
{
    internal static readonly DateOnly AsOf = new(2025, 1, 15);

    internal static readonly SourceRef Source = new("test.csv", null, 2);

    internal static FacilityFacts Facility(
        FactList<MonitoringFact>? monitoring = null, FactList<DischargeFact>? discharges = null, string? region = "440100",
        FactList<SubstanceFact>? substances = null, IReadOnlyDictionary<string, decimal?>? indicators = null, IEnumerable<DiscretionRecord>? discretion = null) => new()
        {
            Facility = new FacilityFact { Id = "A", Name = "甲厂", Region = region },
            Period = new PeriodFact { Year = 2024, From = new DateTime(2024, 1, 1), To = new DateTime(2024, 12, 31) },
            Monitoring = monitoring ?? new([], "monitoring"),
            Discharges = discharges ?? new([], "discharges"),
            Substances = substances ?? new([], "substances"),
            Indicators = new IndicatorFacts((indicators ?? new Dictionary<string, decimal?>()).Select(i => new IndicatorFact(i.Key, 2024, i.Value, null, Source)), 2024),
            Discretion = new DiscretionFacts(discretion ?? []),
        };

    internal static MonitoringFact Monitored(int exceedances, int indeterminate = 0, decimal? ratio = null, string outlet = "DW001", string pollutant = "w01018") => new()
    {
        OutletId = outlet, Pollutant = pollutant, PollutantName = pollutant, Unit = "mg/L", Window = "day",
        ExceedanceCount = exceedances, PossibleExceedanceCount = exceedances + indeterminate, IndeterminateCount = indeterminate, MaxRatio = ratio,
    };

    internal static DischargeFact Discharged(decimal? quantity, decimal? quota, string pollutant = "w01018", bool quotaUnknown = false) => new()
    {
        Pollutant = pollutant, PollutantName = pollutant, Unit = "t", Discharged = quantity, DischargedAtMost = quantity,
        Quota = quota, HasQuota = quota is not null, QuotaUnknown = quotaUnknown, Ratio = quantity is { } d && quota is > 0 ? d / quota : null,
    };

    /// <summary>A pack of one rule with this condition.</summary>
    internal static RulePack Pack(string condition, string properties = "", string parameters = "", string file = "test.json") => PackReader.Read(PackText(condition, properties, parameters), file);

    internal static string PackText(string condition, string properties = "", string parameters = "") => $$"""
        {
          "id": "test-pack",
          "title": { "zh": "测试", "en": "Test" },
          "instrument": { "law": { "zh": "《测试办法》", "en": "Test Measures" }, "number": "1", "promulgated": "2000-01-01", "inForce": { "from": "2000-01-01", "to": null }, "basis": "sourced" },
          "jurisdiction": "CN", "governs": { "from": "2000-01-01", "to": null },
          "period": { "kind": "year" },
          "parameters": [{{parameters}}],
          "workflows": [
            { "WorkflowName": "test",
              "Rules": [
                { "RuleName": "rule",
                  "Expression": {{Newtonsoft.Json.JsonConvert.ToString(condition)}},
                  "Properties": { "ground": "G1a", "citation": { "zh": "第一条", "en": "Art. 1" }, "sentence": { "zh": "理由", "en": "Reason" }{{properties}} } } ] } ],
          "cases": []
        }
        """;

    internal static CompiledPack Compiled(string condition, string properties = "", string parameters = "") => CompiledPack.Compile(Pack(condition, properties, parameters), AsOf);

    internal static Truth Ask(string condition, FacilityFacts facts) => Compiled(condition).Rules[0].Condition.Ask(facts);
}
