using System.Globalization;
using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Authoring;
using CleanProd.Rules.Rules.Proving;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Tests.Rules;

/// <summary>What is read of a pack that has everything, and every form in which it is given back: approved as a whole.</summary>
public class WholePackTests
{
    private static readonly Dictionary<string, Func<RulePack, IEnumerable<string>>> Views = new(StringComparer.Ordinal)
    {
        ["the pack"] = Pack,
        ["its parameters"] = pack => pack.Parameters.SelectMany(p => p.Values.Select(v => $"{p.Position} {p.Id} {p.Kind} '{p.Unit}' {p.Title}: {Day(v.From)} to {Day(v.To)} {Value(v.Value)} ({v.Citation})")),
        ["its rules"] = pack => pack.Rules.SelectMany(Rule),
        ["its cases"] = pack => pack.Cases.SelectMany(Case),
        ["its clauses and proof"] = pack => pack.Clauses.Select(c => $"{c.Position} {c.Clause}: {string.Join(", ", c.Rules)} {c.NotJudged}")
            .Concat(pack.Survivors.Concat(pack.Unseen).Select(m => $"{m.Position} {m.Rule} {m.Part} {m.Mutant}: {m.Reason}")).Concat(pack.Accepted.Select(a => $"{a.Position} {a.Code} {a.At}: {a.Reason}")),
        ["its workflows"] = pack => pack.Workflows,
        ["its days"] = pack => PackCheck.DaysOfChange(pack).Select(d => Day(d)),
        ["its parameters day by day"] = pack => PackCheck.DaysOfChange(pack).SelectMany(d => ParameterSet.On(pack, d).Values.Select(v => $"{Day(d)} {v.Key} {Value(v.Value)} {v.Value.GetType().Name} '{ParameterSet.On(pack, d).Units[v.Key]}'")),
        ["its compiled parts"] = pack => CompiledPack.Compile(pack, new(2025, 1, 1)).Rules.SelectMany(r => r.Parts().Select(p => $"{r.Rule.Name} {p.Part}: {p.Condition.Text} = {ConditionPrinter.Print(p.Condition.Expression)}").Concat(r.Requires.Select(q => $"{r.Rule.Name} requires {q.Text} = {ConditionPrinter.Print(q.Expression)}"))),
        ["its authored parts"] = pack => pack.Rules.Select(r => new AuthoredRule(r, Parser(pack))).SelectMany(a => a.Parts().Select(p => $"{a.Rule.Name} {p.Part} at {a.PlaceOf(p.Condition)}: {ConditionPrinter.Print(p.Condition)}")
            .Concat(a.Requires.Select(q => $"{a.Rule.Name} requires at {a.PlaceOf(q)}: {ConditionPrinter.Print(q)}")).Append($"{a.Rule.Name} has {a.Texts.Count} texts: {string.Join(" | ", a.Texts.Select(t => $"{t.Text.Position} {t.Text.Text}"))}")),
        ["its texts"] = pack => PackFormat.Texts(pack).Select(t => $"{t.Text.Position} {t.Type?.Name ?? "any"} {t.Text.Text} of {string.Join(", ", t.Text.Locals.Select(l => l.Name))} as '{t.Text.Escaped}'"),
        ["as a table"] = pack => DecisionTable.Of(pack).Select(r => string.Join(" ¦ ", r)),
        ["as Markdown"] = pack => DecisionTable.Markdown([.. DecisionTable.Of(pack).Select(r => (IReadOnlyList<string>)[.. r.Select(c => c.Replace("次数", "a|b\nc", StringComparison.Ordinal))])]).Split('\n'),
        ["as forms"] = pack => JArray.Parse(RuleForms.Of(pack)).Select(f => f.ToString(Newtonsoft.Json.Formatting.None)),
        ["painted"] = pack => PaintedCondition.Of(pack).Select(p => $"{p.Rule} {p.Part}: {p.Text} {string.Join(' ', p.Tests.Select(t => $"[{t.Start}+{t.Length}]"))}"),
        ["as a sheet"] = pack => Encoding.UTF8.GetString(ParameterSheet.Write(WholePack.Text, "whole.json")).Split('\n'),
        ["in the one form"] = pack => PackFormat.Format(WholePack.Text, "whole.json").Split('\n'),
        ["copied"] = pack => Changed(PackEdit.Copy(WholePack.Text, "whole.json", "next-pack", new(2028, 2, 1))),
        ["copied with its days"] = pack => Changed(PackEdit.Copy(WholePack.Text, "whole.json", "next-pack", null)),
        ["with another condition"] = pack => Changed(PackEdit.SetCondition(WholePack.Text, "whole.json", "either_most", "most>2 and energy.Any()")),
        ["with a number from a day within a value"] = pack => Changed(PackEdit.SetNumber(WholePack.Text, "whole.json", "Many", new(2018, 1, 1), 4m, " 新条 ")),
        ["with a number on the first day of a value"] = pack => Changed(PackEdit.SetNumber(WholePack.Text, "whole.json", "Many", new(2020, 1, 1), 4.25m, " ")),
        ["with a number on the last day of a value"] = pack => Changed(PackEdit.SetNumber(WholePack.Text, "whole.json", "Many", new(2019, 12, 31), -1m, null)),
        ["with a number in an open value"] = pack => Changed(PackEdit.SetNumber(WholePack.Text, "whole.json", "Many", new(2026, 5, 5), 12345678901234567890.5m, "c")),
        ["with a case"] = pack => Changed(PackEdit.AddCases(WholePack.Text, "whole.json", JObject.Parse(WholePack.Text)["cases"]![1]!.ToString().Replace("two", "three", StringComparison.Ordinal))),
        ["with two cases"] = pack => Changed(PackEdit.AddCases(WholePack.Text, "whole.json", JObject.Parse(WholePack.Text)["cases"]!.ToString().Replace("\"one\"", "\"eins\"", StringComparison.Ordinal).Replace("\"two\"", "\"zwei\"", StringComparison.Ordinal))),
        ["begun"] = pack => PackEdit.New("new-pack", "CN-44", new(2027, 3, 1)).Split('\n'),
        ["begun elsewhere"] = pack => PackEdit.New("other-pack", "US", new(2027, 3, 1)).Split('\n').Where(l => l.Contains("facilit", StringComparison.Ordinal)),
    };

    private static readonly ApprovedTable Table = new("tests/CleanProd.Rules.Tests/Rules/whole-pack.txt", Views.Keys, v => Views[v](PackReader.Read(WholePack.Text, "whole.json")), 1);

    public static TheoryData<int> Parts => new(Table.Parts);

    [Theory]
    [InlineData("1990-01-01", "2000-01-01", "2000-01-01")]
    [InlineData("2010-01-01", "2000-01-01", "2010-01-01")]
    [InlineData("2000-01-01", "2000-01-01", "2000-01-01")]
    public void A_pack_decides_from_the_day_on_which_it_governs_and_its_instrument_is_in_force(string governs, string inForce, string first)
    {
        var text = TestFacts.PackText("true").Replace("\"governs\": { \"from\": \"2000-01-01\"", $"\"governs\": {{ \"from\": \"{governs}\"", StringComparison.Ordinal)
            .Replace("\"inForce\": { \"from\": \"2000-01-01\"", $"\"inForce\": {{ \"from\": \"{inForce}\"", StringComparison.Ordinal);
        Assert.Equal(first, Day(PackCheck.DaysOfChange(PackReader.Read(text, "p.json")).First()));
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void What_is_read_of_a_pack_and_given_back_is_as_approved(int part) => Table.Check(part);

    [Fact]
    public void The_approved_views_are_these() => Table.CheckInputs();

    [Fact]
    public void A_form_that_was_made_is_kept_when_it_is_made_again()
    {
        var formatted = PackFormat.Format(WholePack.Text, "whole.json");
        Assert.Equal(formatted, PackFormat.Format(formatted, "whole.json"));
        Assert.Equal(formatted, PackFormat.Format(PackJson.Load(formatted).ToString(Newtonsoft.Json.Formatting.None), "whole.json"));
    }

    [Fact]
    public void A_number_is_set_in_the_value_of_its_day_in_whatever_order_the_file_lists_them()
    {
        var values = PackReader.Read(PackEdit.SetNumber(WholePack.Text, "whole.json", "Many", new(2020, 1, 1), 7m, null), "whole.json").Parameters[0].Values;
        Assert.Equal([(new DateOnly(2016, 1, 1), (object)3m), (new DateOnly(2020, 1, 1), 7m)], values.Select(v => (v.From, v.Value)));
    }

    [Theory]
    [InlineData("2016-07-31", false)]
    [InlineData("2016-08-01", true)]
    [InlineData("2029-12-31", true)]
    [InlineData("2030-01-01", false)]
    public void A_pack_governs_from_its_first_day_to_its_last(string day, bool governs) => Assert.Equal(governs, WholePack.Pack.Governs(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("CN-44", "CN", true)]
    [InlineData("CN-4401", "CN-44", true)]
    [InlineData("CN-44", "CN-4401", false)]
    [InlineData("CN-45", "CN-44", false)]
    [InlineData("CN-44", "CN-44", false)]
    [InlineData("CN", "CN", false)]
    [InlineData("CN", "CN-44", false)]
    [InlineData("US", "CN", false)]
    [InlineData("CN-44", "US", false)]
    [InlineData("US-CA", "US", false)]
    public void A_place_is_within_its_province_and_its_country(string own, string wider, bool within) => Assert.Equal(within, (WholePack.Pack with { Jurisdiction = own }).IsWithin(WholePack.Pack with { Jurisdiction = wider }));

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void A_yes_or_no_of_a_case_is_read_as_a_file_would_hold_it(string cell) =>
        Assert.Equal(cell, PackReader.Read(WholePack.With($"\"key_source\": true ⟶ \"key_source\": {cell}"), "whole.json").Cases[0].Rows[0].Cells["key_source"]);

    private static ConditionParser Parser(RulePack pack) => new(pack.FileName, ParameterSet.On(pack, new(2025, 1, 1)));

    // Only what differs from the form before.
    private static IEnumerable<string> Changed(string text)
    {
        var before = PackFormat.Format(WholePack.Text, "whole.json").Split('\n');
        var now = text.Split('\n');
        return before.Except(now, StringComparer.Ordinal).Select(l => "- " + l.Trim()).Concat(now.Except(before, StringComparer.Ordinal).Select(l => "+ " + l.Trim())).Append($"{before.Length} lines, now {now.Length}");
    }

    private static IEnumerable<string> Pack(RulePack p) =>
    [
        $"{p.Id} {p.FileName} {p.Title} {p.Sha256.Length} {p.Name.StartsWith(p.Id + "@" + p.Sha256, StringComparison.Ordinal)}",
        $"{p.Instrument.Law} {p.Instrument.Number} {Day(p.Instrument.Promulgated)} {Day(p.Instrument.InForceFrom)} {Day(p.Instrument.InForceTo)} {p.Instrument.Basis}",
        $"{Day(p.GovernsFrom)} {Day(p.GovernsTo)} {p.Jurisdiction} {p.RegionPrefix} {p.PeriodMonths}", $"{p.PeriodOf(2024, new(2025, 3, 15))}, {(p with { PeriodMonths = null }).PeriodOf(2024, new(2025, 3, 15))}", $"{p.NoticeJson ?? "none"} {p.ProcedureJson ?? "none"}",
    ];

    private static IEnumerable<string> Rule(PackRule r) =>
    [
        $"{r.Position} {r.Name} in {r.Workflow}, ground {r.Ground ?? "none"}, {r.Citation}, {r.Sentence}", Node(r.Condition), $"applies when {Text(r.AppliesWhen)}", $"requires {string.Join(" | ", r.Requires.Select(Text))}",
        $"but {string.Join(" | ", r.Exceptions.Select(x => $"{Text(x.When)} {x.Citation} {x.Sentence}"))}", $"overlay {r.Overlay}",
    ];

    private static IEnumerable<string> Case(PackCase c) =>
    [
        $"{c.Position} {c.Name} on {Day(c.AsOf)} of {c.Year}: {c.ExpectedOutcome}", .. c.Rows.Select(r => $"{r.Table}: {string.Join(", ", r.Cells.Select(x => $"{x.Key}='{x.Value}'"))}"),
        .. c.ExpectedRules.Select(e => $"{e.Rule} {e.Outcome} {e.Citation ?? "none"} {string.Join(", ", e.Missing)}"),
    ];

    private static string Node(ConditionNode node) => node switch
    {
        ConditionNode.Leaf leaf => Text(leaf.Text),
        ConditionNode.Group group => $"{(group.All ? "all" : "any")}({string.Join("; ", group.Children.Select(Node))})",
        _ => "",
    };

    private static string Text(ConditionText? text) => text is null ? "always" : $"{text.Position} '{text.Text}' as '{text.Escaped}' with {string.Join(", ", text.Locals.Select(l => $"{l.Position} {l.Name} = {l.Text} as '{l.Escaped}'"))}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "…";

    private static string Value(object value) => value switch
    {
        TextList list => string.Join(", ", list.Items),
        ParameterTable table => string.Join(", ", table.Rows.Select(r => $"{r.Key}={PlainNumber.Text(r.Value)}")),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
