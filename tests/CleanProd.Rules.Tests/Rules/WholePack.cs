using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Tests.Rules;

/// <summary>A pack that has everything a pack can have, to be read whole and to be changed in one place.</summary>
internal static class WholePack
{
    internal const string Text = """
        {
          "id": "whole-pack",
          "title": { "zh": "全包", "en": "Whole" },
          "instrument": { "law": { "zh": "《办法》", "en": "Measures" }, "number": "第38号", "promulgated": "2016-05-16", "inForce": { "from": "2016-07-01", "to": "2030-12-31" }, "basis": "sourced" },
          "jurisdiction": "CN-44", "governs": { "from": "2016-08-01", "to": "2029-12-31" },
          "period": { "kind": "months", "count": 12 },
          "clauses": [
            { "clause": { "zh": "第一条", "en": "Art. 1" }, "rules": ["over", "either"] },
            { "clause": { "zh": "第二条", "en": "Art. 2" }, "notJudged": { "zh": "程序", "en": "procedure" } } ],
          "parameters": [
            { "id": "Many", "kind": "number", "unit": "1", "title": { "zh": "次数", "en": "count" },
              "values": [
                { "from": "2020-01-01", "to": null, "value": 2.50, "citation": "新条", "basis": "derived", "note": "改" },
                { "from": "2016-01-01", "to": "2019-12-31", "value": 3, "citation": "旧条", "basis": "sourced" } ] },
            { "id": "Named", "kind": "list", "title": { "zh": "名单", "en": "names" }, "values": [{ "from": "2016-01-01", "value": ["b", "a", "B"], "citation": "表一", "basis": "derived" }] },
            { "id": "ByKey", "kind": "table", "unit": "t", "title": { "zh": "限量", "en": "amounts" },
              "values": [
                { "from": "2016-01-01", "to": "2024-12-31", "value": { "w1": 20, "w0": 0.5 }, "citation": "表二", "basis": "derived" },
                { "from": "2025-01-01", "to": null, "value": { "w1": 10, "w2": 1 }, "citation": "表二（修订）", "basis": "derived" } ] } ],
          "workflows": [
            { "WorkflowName": "first",
              "GlobalParams": [{ "Name": "often", "Expression": "monitoring.Count(m => m.ExceedanceCount > 0)" }],
              "Rules": [
                { "RuleName": "over", "LocalParams": [{ "Name": "twice", "Expression": "often * 2" }],
                  "Expression": "twice > p.Many and\tfacility.Name != \"\u7532\"",
                  "Properties": {
                    "ground": "G1a", "citation": { "zh": "第一条", "en": "Art. 1" }, "sentence": { "zh": "超标", "en": "over" }, "note": "x",
                    "appliesWhen": "facility.Status != \"closed\"", "requires": ["facility.Region", "indicators.Value(\"x\")"],
                    "exceptions": [
                      { "when": "facility.Status == \"suspended\"", "citation": { "zh": "但书", "en": "proviso" }, "sentence": { "zh": "停产", "en": "suspended" } },
                      { "when": "often == 1", "citation": { "zh": "第三条", "en": "Art. 3" }, "sentence": { "zh": "一次", "en": "once" } } ],
                    "overlay": { "relation": "tightens", "rule": "G1a", "loosens": true, "citation": { "zh": "第五条", "en": "Art. 5" } } } },
                { "RuleName": "off", "Enabled": false, "Expression": "true", "Properties": { "citation": { "zh": "无", "en": "none" }, "sentence": { "zh": "无", "en": "none" } } },
                { "RuleName": "either", "Operator": "Or",
                  "Rules": [
                    { "RuleName": "either_named", "Expression": "discharges.Any(d => p.Named.Contains(d.Pollutant))" },
                    { "RuleName": "either_both", "Operator": "AndAlso", "LocalParams": [{ "Name": "most", "Expression": "monitoring.Max(m => m.MaxRatio)" }],
                      "Rules": [
                        { "RuleName": "either_most", "Expression": "most > 1.5m" },
                        { "RuleName": "either_off", "Enabled": false, "Expression": "false" },
                        { "RuleName": "either_key", "Enabled": true, "Expression": "discharges.Any(d => d.DischargedIn(\"t\") > p.ByKey.For(d.Pollutant))" } ] } ],
                  "Properties": { "citation": { "zh": "第二条", "en": "第二条" }, "sentence": { "zh": "其一", "en": "either" } } } ] },
            { "WorkflowName": "second",
              "Rules": [{ "RuleName": "toxic", "Expression": "substances.Any(s => s.ToxicClass in (1, 2)) or energy.Any()", "Properties": { "ground": "G3", "citation": { "zh": "第四条", "en": "Art. 4" }, "sentence": { "zh": "有毒", "en": "toxic" }, "overlay": { "relation": "adds", "citation": { "zh": "第六条", "en": "Art. 6" } } } }] } ],
          "cases": [
            { "name": "one", "asOf": "2025-01-15", "year": 2024,
              "facts": { "facilities": [{ "facility_id": "A", "name": "甲", "key_source": true, "region": "" }], "indicators": [{ "facility_id": "A", "indicator": "x", "year": 2024, "value": 1.50 }] },
              "expect": { "outcome": "undetermined", "rules": { "over": { "outcome": "undetermined", "citation": "第一条", "missing": ["monitoring"] }, "G3": { "outcome": "undetermined" } } } },
            { "name": "two", "asOf": "2025-01-15", "year": 2024, "facts": { "facilities": [{ "facility_id": "A", "name": "甲" }] }, "expect": { "outcome": "undetermined", "rules": { "toxic": { "outcome": "undetermined" } } } } ],
          "proof": {
            "survivors": [{ "rule": "over", "part": "condition", "mutant": "denied: x", "reason": { "zh": "甲", "en": "a" } }],
            "unseen": [{ "rule": "over", "part": "exception 1", "test": "often == 1", "reason": { "zh": "乙", "en": "b" } }],
            "accepted": [{ "finding": "never", "at": "toxic", "reason": { "zh": "丙", "en": "c" } }] }
        }
        """;

    private const string Becomes = " ⟶ ", Also = " ⨁ ";

    internal static RulePack Pack { get; } = PackReader.Read(Text, "whole.json");

    /// <summary>The text with other words in places of it: <c>old ⟶ new ⨁ old ⟶ new</c>.</summary>
    internal static string With(string changes)
    {
        var text = Text;
        foreach (var change in changes.Split(Also))
        {
            var (old, now) = (change.Split(Becomes)[0], change.Split(Becomes)[1]);
            var at = text.IndexOf(old, StringComparison.Ordinal);
            Assert.True(at >= 0, $"The pack does not hold {old}.");
            text = text[..at] + now + text[(at + old.Length)..];
        }

        return text;
    }
}
