using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Comparing;

namespace CleanProd.Rules.Tests.Rules.Comparing;

/// <summary>What is told of every single change to a pack that has everything, in both languages: approved as a whole.</summary>
public class WholePackDifferenceTests
{
    private const string Second = "{ \"name\": \"two\", \"asOf\": \"2025-01-15\", \"year\": 2024, \"facts\": { \"facilities\": [{ \"facility_id\": \"A\", \"name\": \"甲\" }] }, \"expect\": { \"outcome\": \"undetermined\", \"rules\": { \"toxic\": { \"outcome\": \"undetermined\" } } } }";

    private static readonly string[] Changes =
    [
        "\"en\": \"Whole\" ⟶ \"en\": \"Whole\"", "\"id\": \"whole-pack\" ⟶ \"id\": \"next-pack\"", "\"en\": \"Whole\" ⟶ \"en\": \"All\"", "《办法》 ⟶ 《条例》", "第38号 ⟶ 第39号", "\"from\": \"2016-07-01\", \"to\": \"2030-12-31\" ⟶ \"from\": \"2016-07-02\", \"to\": \"2030-12-31\"", "\"from\": \"2016-07-01\", \"to\": \"2030-12-31\" ⟶ \"from\": \"2016-07-01\"", "CN-44 ⟶ CN-45", "\"kind\": \"months\", \"count\": 12 ⟶ \"kind\": \"year\"", "\"count\": 12 ⟶ \"count\": 24", "\"governs\": { \"from\": \"2016-08-01\", \"to\": \"2029-12-31\" }, ⟶ ", "\"to\": \"2029-12-31\" ⟶ \"to\": \"2028-12-31\"",
        // Parameters.
        "\"value\": 2.50 ⟶ \"value\": 2.5", "\"value\": 2.50 ⟶ \"value\": 2", "\"value\": 2.50 ⟶ \"value\": 4", "\"value\": 3, ⟶ \"value\": 5,", "\"from\": \"2020-01-01\", \"to\": null, \"value\": 2.50 ⟶ \"from\": \"2021-01-01\", \"to\": null, \"value\": 2.50 ⨁ \"to\": \"2019-12-31\" ⟶ \"to\": \"2020-12-31\"", "新条 ⟶ 新新条", "旧条 ⟶ 旧旧条", "\"value\": 2.50, \"citation\": \"新条\" ⟶ \"value\": 2.25, \"citation\": \"新新条\"", "\"unit\": \"1\" ⟶ \"unit\": \"个\"", "\"en\": \"count\" ⟶ \"en\": \"number\"", "\"id\": \"Many\" ⟶ \"id\": \"Often\" ⨁ p.Many ⟶ p.Often", "\"from\": \"2016-01-01\", \"value\": [\"b\", \"a\", \"B\"] ⟶ \"from\": \"2016-01-01\", \"value\": [\"B\", \"a\", \"b\"]", "\"value\": [\"b\", \"a\", \"B\"] ⟶ \"value\": [\"b\", \"c\", \"B\"]", "\"value\": [\"b\", \"a\", \"B\"] ⟶ \"value\": [\"b\"]", "\"value\": [\"b\", \"a\", \"B\"] ⟶ \"value\": [\"b\", \"a\", \"B\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\"]", "\"value\": [\"b\", \"a\", \"B\"] ⟶ \"value\": [\"b\", \"a\", \"B\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\"]",
        "\"w1\": 20, ⟶ \"w1\": 21,", "\"w1\": 20, ⟶ ", "\"w1\": 10, \"w2\": 1 ⟶ \"w2\": 1, \"w1\": 10.0", "\"w1\": 10, \"w2\": 1 ⟶ \"w1\": 1, \"w2\": 2, \"w3\": 3, \"w4\": 4, \"w5\": 5, \"w6\": 6, \"w7\": 7, \"w8\": 8, \"w9\": 9", "\"from\": \"2025-01-01\", \"to\": null, \"value\": { \"w1\": 10, \"w2\": 1 } ⟶ \"from\": \"2025-01-01\", \"to\": null, \"value\": { \"w1\": 20, \"w0\": 0.5 }", "\"unit\": \"t\" ⟶ \"unit\": \"万t\" ⨁ \"id\": \"Named\" ⟶ \"id\": \"Named\"",
        "\"id\": \"Named\", ⟶ \"id\": \"More\", \"kind\": \"number\", \"unit\": \"kg\", \"title\": { \"zh\": \"多\", \"en\": \"more\" }, \"values\": [{ \"from\": \"2016-01-01\", \"to\": \"2020-12-31\", \"value\": 1.5, \"citation\": \"x\", \"basis\": \"derived\" }, { \"from\": \"2021-01-01\", \"value\": 2, \"citation\": \"y\", \"basis\": \"derived\" }] }, { \"id\": \"Named\",",
        "\"value\": 2.50 ⟶ \"value\": 4 ⨁ \"value\": 3, ⟶ \"value\": 5,", "\"to\": null, \"value\": 2.50 ⟶ \"to\": \"9999-12-31\", \"value\": 2.50", "\"w1\": 10, \"w2\": 1 ⟶ \"w1\": 1, \"w2\": 2, \"w3\": 3, \"w4\": 4, \"w5\": 5, \"w6\": 6, \"w7\": 7, \"w8\": 8",
        // Rules.
        "\"RuleName\": \"toxic\" ⟶ \"RuleName\": \"poison\"", "\"RuleName\": \"toxic\", ⟶ \"RuleName\": \"toxic\", \"Enabled\": false,", "\"RuleName\": \"off\", \"Enabled\": false ⟶ \"RuleName\": \"off\", \"Enabled\": true", "\"RuleName\": \"either_off\", \"Enabled\": false ⟶ \"RuleName\": \"either_off\", \"Enabled\": true", "most > 1.5m ⟶ most > 1.4m", "most > 1.5m ⟶ most >= 1.5m", "most > 1.5m ⟶ most > 1.6m", "most > 1.5m ⟶ energy.Any()", "often * 2 ⟶ often * 3", "ExceedanceCount > 0 ⟶ ExceedanceCount > 1", "facility.Status != \\\"closed\\\" ⟶ facility.Status == \\\"operating\\\"", "\"appliesWhen\": \"facility.Status != \\\"closed\\\"\", ⟶ ", "facility.Status != \\\"closed\\\" ⟶ facility.Status != \\\"closed\\\" and energy.Any()", "\"ground\": \"G3\", ⟶ \"ground\": \"G3\", \"appliesWhen\": \"energy.Any()\",", "\"facility.Region\", ⟶ ", "\"requires\": [\"facility.Region\", ⟶ \"requires\": [\"facility.Name\", \"facility.Region\",",
        "\"en\": \"proviso\" ⟶ \"en\": \"but\"", "\"zh\": \"停产\" ⟶ \"zh\": \"停\"", "often == 1 ⟶ often == 2", "\"ground\": \"G1a\" ⟶ \"ground\": \"G1b\"", "\"ground\": \"G3\", ⟶ ", "\"en\": \"Art. 4\" ⟶ \"en\": \"Art. 7\"", "\"en\": \"toxic\" ⟶ \"en\": \"poison\"", "\"relation\": \"tightens\" ⟶ \"relation\": \"replaces\"", "\"loosens\": true, ⟶ ", ", \"overlay\": { \"relation\": \"adds\", \"citation\": { \"zh\": \"第六条\", \"en\": \"Art. 6\" } } ⟶ ", "\"WorkflowName\": \"second\" ⟶ \"WorkflowName\": \"third\"", "\"Operator\": \"Or\" ⟶ \"Operator\": \"And\"", "substances.Any(s => s.ToxicClass in (1, 2)) or energy.Any() ⟶ energy.Any() or substances.Any(x => x.ToxicClass in (1, 2))", "substances.Any(s => s.ToxicClass in (1, 2)) or energy.Any() ⟶ substances.Any(x => (x.ToxicClass in (1, 2))) || energy.Any()",
        // Cases.
        "\"name\": \"two\" ⟶ \"name\": \"zwei\"", "\"name\": \"two\" ⟶ \"name\": \"one\"", Second + " ⟶ " + Second + ", " + Second, ",\n    " + Second + " ⟶ ", "\"asOf\": \"2025-01-15\" ⟶ \"asOf\": \"2025-01-16\"", "\"year\": 2024, \"value\" ⟶ \"year\": 2023, \"value\"", "\"value\": 1.50 ⟶ \"value\": 1.5", "\"region\": \"\" ⟶ \"region\": \"440100\"", ", \"region\": \"\" ⟶ ", "\"key_source\": true ⟶ \"key_source\": false", "\"key_source\": true, \"region\": \"\" ⟶ \"region\": \"\", \"key_source\": true", "\"expect\": { \"outcome\": \"undetermined\" ⟶ \"expect\": { \"outcome\": \"triggered\"", "\"citation\": \"第一条\", \"missing\" ⟶ \"missing\"", "\"missing\": [\"monitoring\"] ⟶ \"missing\": [\"monitoring\", \"x\"]", ", \"G3\": { \"outcome\": \"undetermined\" } ⟶ ", "\"G3\": { \"outcome\": \"undetermined\" } ⟶ \"G4\": { \"outcome\": \"undetermined\" }", "\"G3\": { \"outcome\": \"undetermined\" } ⟶ \"G3\": { \"outcome\": \"triggered\" }", "\"indicators\": [ ⟶ \"energy\": [], \"indicators\": [", "\"proof\": { ⟶ \"procedure\": { \"parts\": [{ \"grounds\": [\"G1a\"], \"lead\": \"environment\", \"steps\": { \"propose\": \"county\", \"verify\": \"city\", \"fix\": \"province\" }, \"signatures\": [], \"citation\": { \"zh\": \"x\", \"en\": \"x\" }, \"basis\": \"derived\" }] }, \"proof\": {",
    ];

    private static readonly ApprovedTable Table = new("tests/CleanProd.Rules.Tests/Rules/Comparing/differences.txt", Changes, Said, 1);

    public static TheoryData<int> Parts => new(Table.Parts);

    [Theory]
    [MemberData(nameof(Parts))]
    public void What_is_told_of_a_change_is_as_approved(int part) => Table.Check(part);

    [Fact]
    public void The_approved_changes_are_these() => Table.CheckInputs();

    private static IEnumerable<string> Said(string change)
    {
        try
        {
            var now = PackReader.Read(WholePack.With(change), "now.json");
            return [.. Of("there", WholePack.Pack, now), .. Of("back", now, WholePack.Pack)];
        }
        catch (PackException e)
        {
            return e.Errors.Select(x => x.ToString());
        }
    }

    private static IEnumerable<string> Of(string way, RulePack before, RulePack after) => PackDifference.Of(before, after).Select(c => $"{way}: {c.Kind} {c.Subject}: {c.Sentence.Zh} / {c.Sentence.En}").DefaultIfEmpty(way + ": nothing");
}
