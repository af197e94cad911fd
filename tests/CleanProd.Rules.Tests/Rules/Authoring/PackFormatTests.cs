using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Authoring;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Tests.Rules.Authoring;

/// <summary>Packs have one form.</summary>
public class PackFormatTests
{
    public static TheoryData<string> Packs => new(Shipped.PackFiles);

    [Theory]
    [MemberData(nameof(Packs))]
    public void A_shipped_pack_stands_in_the_form(string path) => Assert.Equal(PackFormat.Format(Shipped.Text(path), path), Shipped.Text(path));

    [Theory]
    [MemberData(nameof(Packs))]
    public void Another_layout_comes_back_to_the_form_and_keeps_its_meaning(string path)
    {
        var text = Shipped.Text(path);
        var minified = PackJson.Load(text).ToString(Newtonsoft.Json.Formatting.None);
        Assert.Equal(text, PackFormat.Format(minified, path));
        Assert.True(JToken.DeepEquals(PackJson.Load(text), PackJson.Load(PackFormat.Format(minified, path))));
    }

    [Fact]
    public void Conditions_members_and_layout_come_into_the_form()
    {
        var text = TestFacts.PackText("(facility.KeySource==true)  && !(energy.Any())").Replace("\"id\": \"test-pack\",", "", StringComparison.Ordinal).Replace("\"cases\": []", "\"cases\": [], \"id\": \"test-pack\"", StringComparison.Ordinal);
        var formatted = PackFormat.Format(text, "p.json");
        Assert.StartsWith("{\n  \"id\": \"test-pack\",\n", formatted, StringComparison.Ordinal);
        Assert.Contains("\"Expression\": \"facility.KeySource == true and not energy.Any()\"", formatted, StringComparison.Ordinal);
        Assert.Equal(formatted, PackFormat.Format(formatted, "p.json"));
    }

    [Fact]
    public void Keys_of_tables_and_names_of_rules_keep_the_order_of_their_author()
    {
        const string table = """{ "id": "T", "kind": "table", "unit": "t", "title": { "zh": "表", "en": "T" }, "values": [{ "basis": "derived", "citation": "x", "value": { "title": 1, "id": 2, "from": 3 }, "to": null, "from": "2000-01-01" }] }""";
        var text = TestFacts.PackText("quotas.Any()", parameters: table).Replace("\"RuleName\": \"rule\"", "\"RuleName\": \"title\"", StringComparison.Ordinal)
            .Replace("\"cases\": []", """
                "cases": [{ "name": "c", "asOf": "2025-01-15", "year": 2024, "facts": { "facilities": [{ "facility_id": "A", "name": "甲" }] }, "expect": { "rules": { "title": { "outcome": "undetermined" }, "id": { "outcome": "undetermined" } }, "outcome": "undetermined" } }]
                """, StringComparison.Ordinal)
            .Replace("} } ] } ],", "} }, { \"RuleName\": \"id\", \"Expression\": \"energy.Any()\", \"Properties\": { \"sentence\": { \"en\": \"Reason\", \"zh\": \"理由\" }, \"citation\": { \"zh\": \"第一条\", \"en\": \"Art. 1\" } } } ] } ],", StringComparison.Ordinal);
        var formatted = PackFormat.Format(text, "p.json");
        Assert.Contains("""{ "from": "2000-01-01", "to": null, "basis": "derived", "value": { "title": 1, "id": 2, "from": 3 }, "citation": "x" }""", formatted, StringComparison.Ordinal);
        Assert.Contains("\"rules\": { \"title\": { \"outcome\": \"undetermined\" }, \"id\": { \"outcome\": \"undetermined\" } }", formatted, StringComparison.Ordinal);
        Assert.Contains("""{ "zh": "理由", "en": "Reason" }""", formatted, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_is_not_called_as_a_named_part_is()
    {
        var text = TestFacts.PackText("monitoring.Any(x => x.ExceedanceCount > m)").Replace("\"RuleName\": \"rule\",", "\"RuleName\": \"rule\", \"LocalParams\": [{ \"Name\": \"m\", \"Expression\": \"period.Year - 2020\" }],", StringComparison.Ordinal);
        Assert.Contains("\"monitoring.Any(m2 => m2.ExceedanceCount > m)\"", PackFormat.Format(text, "p.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_without_parts_stands_on_its_line_however_long_it_is()
    {
        var (name, id) = (new string('n', 170), new string('k', 160));
        Assert.Equal("{\n  \"a\": [],\n  \"" + id + "\": [\n    \"" + name + "\"\n  ],\n  \"b\": {}\n}\n", PackJson.Write(new JObject { ["a"] = new JArray(), [id] = new JArray(name), ["b"] = new JObject() }));
        Assert.Equal("{\n  \"" + new string('k', 200) + "\": []\n}\n", PackJson.Write(new JObject { [new string('k', 200)] = new JArray() }));
    }

    [Theory]
    [InlineData("facility.Name == \"\\\"\\\"\\\\\" and facility.Nmae == \"x\"", "Nmae")]
    [InlineData("facility.Name == \"\\t\\n\" and\n\t monitoring.Anny(m => m.ExceedanceCount > 0)", "Anny")]
    [InlineData("facility.Name == \"甲\\u0041\" and DateTime.Now.Year > 1", "Now")]
    public void A_place_is_right_behind_what_the_file_escapes(string condition, string wrong)
    {
        var text = TestFacts.PackText(condition);
        var line = text.Split('\n')[11];
        var error = Assert.Throws<PackException>(() => PackCheck.Read(text, "p.json")).Errors[0];
        Assert.Equal((12, line.IndexOf(wrong, StringComparison.Ordinal) + 1), (error.Position.Line, error.Position.Column));
    }

    [Fact]
    public void A_place_is_right_behind_escapes_of_six_characters()
    {
        var text = TestFacts.PackText("facility.Name == \"X\" and facility.Nmae == \"x\"").Replace("\\\"X\\\"", "\\\"\\u7532\\u4e59\\\"", StringComparison.Ordinal);
        var error = Assert.Throws<PackException>(() => PackCheck.Read(text, "p.json")).Errors[0];
        Assert.Equal(text.Split('\n')[11].IndexOf("Nmae", StringComparison.Ordinal) + 1, error.Position.Column);
    }

    [Fact]
    public void A_misspelt_member_gets_the_nearest_one()
    {
        var text = TestFacts.PackText("true").Replace("\"jurisdiction\"", "\"jursdiction\"", StringComparison.Ordinal);
        Assert.Contains(PackCheck.Errors(text, "p.json"), e => e.Message.Contains("Did you mean 'jurisdiction'?", StringComparison.Ordinal));
    }
}
