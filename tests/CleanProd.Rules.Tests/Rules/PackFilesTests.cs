using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using Xunit;

namespace CleanProd.Rules.Tests.Rules;

public class PackFilesTests
{
    public static TheoryData<string> Packs => new(Shipped.PackFiles);

    public static TheoryData<string> ChinesePacks => new(Shipped.PackFiles.Where(p => p.StartsWith("rules/cn/", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Packs))]
    public async Task A_shipped_pack_keeps_to_the_schema(string path)
    {
        var schema = await Schema();
        Assert.Empty(schema.Validate(Shipped.Text(path)).Select(e => $"{e.LineNumber}:{e.LinePosition} {e.Path} {e.Kind}"));
    }

    [Theory]
    [InlineData("$.workflows[0]", "Actions", "{}")]
    [InlineData("$.workflows[0]", "WorkflowsToInject", "[\"other\"]")]
    [InlineData("$.workflows[0].Rules[0]", "Enabeld", "false")]
    [InlineData("$.workflows[0].Rules[0].Properties", "exeptions", "[]")]
    [InlineData("$.cases[0].facts.measurements[0]", "limit", "\"5\"")]
    [InlineData("$", "extra", "1")]
    public async Task An_unknown_member_is_refused(string at, string member, string value)
    {
        var pack = Pack("rules/cn/measures-2016.json");
        var place = Assert.IsType<JObject>(pack.SelectToken(at), exactMatch: false);
        place[member] = JToken.Parse(value);
        Assert.NotEmpty((await Schema()).Validate(pack.ToString()));
    }

    [Theory]
    [InlineData("$.governs.from")]
    [InlineData("$.workflows[0].Rules[0].Properties.citation.zh")]
    [InlineData("$.workflows[0].Rules[0].RuleName")]
    [InlineData("$.workflows[0].Rules[0].Expression")]
    public async Task A_required_member_is_missed(string at)
    {
        var pack = Pack("rules/cn/measures-2016.json");
        pack.SelectToken(at)!.Parent!.Remove();
        Assert.NotEmpty((await Schema()).Validate(pack.ToString()));
    }

    [Fact]
    public void Chinese_packs_govern_every_day_from_2003_once()
    {
        var spans = Shipped.PackFiles.Where(p => p.StartsWith("rules/cn/", StringComparison.Ordinal)).Select(Pack)
            .Select(p => (From: Day(p["governs"]!["from"])!.Value, To: Day(p["governs"]!["to"]))).OrderBy(s => s.From).ToArray();
        Assert.Equal(new DateOnly(2003, 1, 1), spans[0].From);
        for (var i = 1; i < spans.Length; i++) Assert.Equal(spans[i - 1].To!.Value.AddDays(1), spans[i].From);
        Assert.Null(spans[^1].To);
    }

    [Theory]
    [MemberData(nameof(ChinesePacks))]
    public void No_instrument_is_cited_before_it_was_in_force(string path)
    {
        var pack = Pack(path);
        var inForce = Day(pack["instrument"]!["inForce"]!["from"])!.Value;
        Assert.True(inForce <= Day(pack["governs"]!["from"])!.Value);
        var text = Shipped.Text(path);
        if (Day(pack["governs"]!["to"]) is { } to && to < new DateOnly(2004, 10, 1)) Assert.DoesNotContain("审核暂行办法", text, StringComparison.Ordinal);
        if (Day(pack["governs"]!["to"]) is null) Assert.DoesNotContain("促进法", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rules/cn/law-2002.json", "G1a G1b G3")]
    [InlineData("rules/cn/measures-2004.json", "G1a G1b G3")]
    [InlineData("rules/cn/law-2012.json", "G1a G1b G2 G3")]
    [InlineData("rules/cn/measures-2016.json", "G1a G1b G2 G3")]
    [InlineData("rules/cn/code-2026.json", "G1a G1b G3 G4")]
    public void Each_period_has_the_grounds_of_its_law(string path, string grounds) =>
        Assert.Equal(grounds, string.Join(' ', Pack(path).SelectTokens("$.workflows[*].Rules[*].Properties.ground").Select(g => (string)g!)));

    [Theory]
    [MemberData(nameof(ChinesePacks))]
    public void Every_ground_has_a_maker_and_a_deadline(string path)
    {
        var pack = Pack(path);
        foreach (var ground in pack.SelectTokens("$.workflows[*].Rules[*].Properties.ground").Select(g => (string)g!))
        {
            Assert.Contains(ground, pack.SelectTokens("$.notice.makers[*].grounds[*]").Select(g => (string)g!));
            Assert.Contains(ground, pack.SelectTokens("$.notice.duties[*].grounds[*]").Select(g => (string)g!));
        }
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_rule_has_cases_for_yes_for_no_and_for_unknown(string path)
    {
        var pack = Pack(path);
        foreach (var rule in pack.SelectTokens("$.workflows[*].Rules[*].RuleName").Select(n => (string)n!))
        {
            var outcomes = pack.SelectTokens($"$.cases[*].expect.rules.{rule}.outcome").Select(o => (string)o!).ToHashSet(StringComparer.Ordinal);
            Assert.Contains("triggered", outcomes);
            Assert.Contains("not_triggered", outcomes);
            // The residual ground is judged or not judged: nothing about it can be missing.
            if (rule != "G4") Assert.Contains("undetermined", outcomes);
        }
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Cases_have_names_of_their_own_and_lie_in_the_days_the_pack_governs(string path)
    {
        var pack = Pack(path);
        var names = pack.SelectTokens("$.cases[*].name").Select(n => (string)n!).ToArray();
        Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
        foreach (var asOf in pack.SelectTokens("$.cases[*].asOf").Select(Day))
        {
            Assert.True(asOf >= Day(pack["governs"]!["from"]));
            Assert.True(Day(pack["governs"]!["to"]) is not { } to || asOf <= to);
        }
    }

    [Fact]
    public void Air_thresholds_are_those_of_the_annex_with_the_recalled_one_named()
    {
        var table = Pack("rules/examples/eu-prtr-annex-2-air.json").SelectToken("$.parameters[0].values[0]")!;
        Assert.Equal(41, table["value"]!.Count());
        Assert.Equal(100000m, (decimal)table["value"]!["Methane (CH4)"]!);
        Assert.Equal(0.0001m, (decimal)table["value"]!["PCDD + PCDF (dioxins + furans) (as Teq)"]!);
        Assert.Contains("PCDD", (string)table["note"]!, StringComparison.Ordinal);
    }

    private static Task<JsonSchema> Schema() => JsonSchema.FromJsonAsync(Shipped.Text("rules/schema/rule-pack.schema.json"));

    private static JObject Pack(string path)
    {
        using var reader = new JsonTextReader(new StringReader(Shipped.Text(path))) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        return JObject.Load(reader);
    }

    private static DateOnly? Day(JToken? text) =>
        text?.Type is JTokenType.String ? DateOnly.ParseExact((string)text!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
