using CleanProd.Rules.Rules;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Tests.Determinations.Proving;

/// <summary>Packs of a rule or two and a handful of cases, each told in a line.</summary>
internal static class SmallPack
{
    internal static RulePack Of(IEnumerable<string> rules, IEnumerable<string> cases, string parameters = "", string more = "", string jurisdiction = "CN") => PackReader.Read(
        $$"""
        {
          "id": "small", "title": { "zh": "小", "en": "Small" },
          "instrument": { "law": { "zh": "《测试办法》", "en": "Test Measures" }, "number": "1", "inForce": { "from": "2000-01-01", "to": null }, "basis": "sourced" },
          "jurisdiction": "{{jurisdiction}}", "governs": { "from": "2000-01-01", "to": null }, "period": { "kind": "year" },
          "parameters": [{{parameters}}],
          "workflows": [{ "WorkflowName": "test", "Rules": [{{string.Join(",", rules)}}] }],
          "cases": [{{string.Join(",", cases)}}]{{more}}
        }
        """,
        "small.json");

    internal static string Rule(string condition, string properties = "", string name = "rule") => $$"""
        { "RuleName": "{{name}}", "Expression": {{Quoted(condition)}}, "Properties": { "citation": { "zh": "第一条", "en": "Art. 1" }, "sentence": { "zh": "理由", "en": "Reason" }{{properties}} } }
        """;

    internal static string Exceptions(params string[] when) =>
        $", \"exceptions\": [{string.Join(",", when.Select(w => $$"""{ "when": {{Quoted(w)}}, "citation": { "zh": "但书", "en": "proviso" }, "sentence": { "zh": "例外", "en": "Exception" } }"""))}]";

    /// <summary>A case of one plant.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="indicators">Indicators of the plant, <c>x=12 y=3</c>.</param>
    /// <param name="outcome">What is expected of the plant.</param>
    /// <param name="rules">What is expected of rules, <c>rule=triggered other=undetermined</c>; empty for the outcome of the plant from <c>rule</c>.</param>
    /// <param name="tables">Further tables as JSON.</param>
    /// <param name="asOf">Determination date.</param>
    internal static string Case(string name, string indicators, string outcome, string rules = "", JObject? tables = null, string asOf = "2025-01-15")
    {
        var facts = new JObject { ["facilities"] = new JArray(new JObject { ["facility_id"] = "A", ["name"] = "甲", ["region"] = "440103" }) };
        var told = Pairs(indicators).Select(p => new JObject { ["facility_id"] = "A", ["indicator"] = p.Name, ["year"] = 2024, ["value"] = p.Value }).ToArray();
        if (told.Length > 0) facts["indicators"] = new JArray(told.Cast<object>());
        foreach (var (table, rows) in tables ?? []) facts[table] = rows;
        var expected = new JObject();
        foreach (var (rule, word) in Pairs(rules.Length > 0 ? rules : $"rule={outcome}")) expected[rule] = new JObject { ["outcome"] = word };
        return new JObject { ["name"] = name, ["asOf"] = asOf, ["year"] = 2024, ["facts"] = facts, ["expect"] = new JObject { ["outcome"] = outcome, ["rules"] = expected } }.ToString();
    }

    /// <summary>Days of measurements, <c>2024-03-04=95</c>, of one outlet and pollutant.</summary>
    internal static JObject Measured(string values, string pollutant = "化学需氧量", string limit = "90", string window = "day") => new()
    {
        ["measurements"] = new JArray(Pairs(values).Select(v => (object)new JObject
        {
            ["facility_id"] = "A", ["outlet_id"] = "DW001", ["pollutant"] = pollutant, ["at"] = v.Name, ["window"] = window, ["value"] = v.Value, ["unit"] = "mg/L", ["origin"] = "self", ["limit_high"] = limit,
        }).ToArray()),
    };

    private static IEnumerable<(string Name, string Value)> Pairs(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).Select(p => (p[0], p[1]));

    private static string Quoted(string text) => Newtonsoft.Json.JsonConvert.ToString(text);
}
