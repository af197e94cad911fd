using CleanProd.Rules.Determinations;
using CleanProd.Rules.Determinations.Proving;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Authoring;

namespace CleanProd.Rules.Tests.Rules.Authoring;

/// <summary>Packs are begun, copied and changed without a programmer.</summary>
public class PackEditTests
{
    [Fact]
    public void A_new_pack_is_usable_covered_proved_and_without_findings()
    {
        var text = PackEdit.New("cn-local-2027", "CN", new(2027, 1, 1));
        var pack = PackCheck.Read(text, "new.json");
        Assert.All(PackCaseRunner.Run(pack, Shipped.Reference), r => Assert.True(r.Verdict == CaseVerdict.Pass, string.Join("; ", r.Messages)));
        Assert.All(PackCoverage.Of(pack, Shipped.Reference), t => Assert.True(t.IsCovered, t.Text));
        Assert.All(PackMutation.Of(pack, Shipped.Reference), m => Assert.True(m.NoticedBy is not null, m.What.En));
        Assert.Empty(PackAnalysis.Of([pack], Shipped.Reference));
        Assert.Equal(text, PackFormat.Format(text, "new.json"));
    }

    [Fact]
    public void A_copy_has_another_identity_and_other_days_and_nothing_else_of_its_own()
    {
        const string path = "rules/cn/measures-2016.json";
        var copy = PackCheck.Read(PackEdit.Copy(Shipped.Text(path), path, "cn-measures-2030", new(2030, 1, 1)), "copy.json");
        Assert.Equal(("cn-measures-2030", new DateOnly(2030, 1, 1), null), (copy.Id, copy.GovernsFrom, copy.GovernsTo));
        Assert.Equal(Shipped.Pack(path).Rules.Select(r => r.Name), copy.Rules.Select(r => r.Name));
    }

    [Fact]
    public void A_condition_is_put_into_a_rule_and_a_wrong_one_is_refused()
    {
        const string path = "rules/examples/uk-storm-overflow.json";
        var changed = PackReader.Read(PackEdit.SetCondition(Shipped.Text(path), path, "spills_over_60", "indicators.Value(\"spill_count\")>=p.ManySpills"), path);
        Assert.Equal("indicators.Value(\"spill_count\") >= p.ManySpills", Assert.IsType<ConditionNode.Leaf>(changed.Rules[0].Condition).Text.Text);
        Assert.Contains("Did you mean 'spills_over_60'?", Assert.Throws<PackException>(() => PackEdit.SetCondition(Shipped.Text(path), path, "spills_over_6", "true")).Message, StringComparison.Ordinal);
        Assert.Throws<PackException>(() => PackEdit.SetCondition(Shipped.Text(path), path, "spills_over_60", "DateTime.Now.Year > 1"));
    }

    [Fact]
    public void A_number_that_changes_on_a_day_leaves_what_was_in_force_before_as_it_was()
    {
        const string path = "rules/examples/uk-storm-overflow.json";
        var before = Shipped.Pack(path).Parameters.Single(p => p.Id == "ManySpills");
        var changed = PackReader.Read(PackEdit.SetNumber(Shipped.Text(path), path, "ManySpills", new(2027, 1, 1), 45.5m, "Guidance 2027"), path).Parameters.Single(p => p.Id == "ManySpills");
        Assert.Equal(before.Values.Count + 1, changed.Values.Count);
        Assert.Equal((before.Values[^1].From, new DateOnly(2026, 12, 31), before.Values[^1].Value), (changed.Values[^2].From, changed.Values[^2].To, changed.Values[^2].Value));
        Assert.Equal((new DateOnly(2027, 1, 1), before.Values[^1].To, 45.5m, "Guidance 2027"), (changed.Values[^1].From, changed.Values[^1].To, changed.Values[^1].Value, changed.Values[^1].Citation));
        // On its own first day a value is written over.
        var over = PackReader.Read(PackEdit.SetNumber(Shipped.Text(path), path, "ManySpills", before.Values[^1].From, 61, null), path).Parameters.Single(p => p.Id == "ManySpills");
        Assert.Equal((before.Values.Count, 61m, before.Values[^1].Citation), (over.Values.Count, over.Values[^1].Value, over.Values[^1].Citation));
    }

    [Fact]
    public void A_number_is_refused_for_what_is_no_parameter_no_number_or_not_in_force()
    {
        const string path = "rules/examples/us-npdes-snc.json";
        Assert.Contains("Did you mean 'TrcGroupI'", Assert.Throws<PackException>(() => PackEdit.SetNumber(Shipped.Text(path), path, "TrcGroup", new(2027, 1, 1), 1, null)).Message, StringComparison.Ordinal);
        Assert.Contains("no_number", Assert.Throws<PackException>(() => PackEdit.SetNumber(Shipped.Text(path), path, "GroupI", new(2027, 1, 1), 1, null)).Message, StringComparison.Ordinal);
        Assert.Contains("no_value", Assert.Throws<PackException>(() => PackEdit.SetNumber(Shipped.Text(path), path, "TrcGroupI", new(1900, 1, 1), 1, null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_pack_is_refused_where_it_is_broken_before_anything_of_it_is_changed()
    {
        const string broken = "{\n\n\n \"id\": 1 }";
        var expected = Assert.Throws<PackException>(() => PackReader.Read(broken, "b.json")).Message;
        Action[] edits =
        [
            () => PackEdit.Copy(broken, "b.json", "copy", null), () => PackEdit.SetCondition(broken, "b.json", "rule", "true"), () => PackEdit.SetNumber(broken, "b.json", "P", new(2027, 1, 1), 1, null),
            () => PackEdit.AddCases(broken, "b.json", "{}"), () => ParameterSheet.Write(broken, "b.json"), () => ParameterSheet.Read(broken, "b.json", [], "t.csv"),
        ];
        Assert.All(edits, e => Assert.Equal(expected, Assert.Throws<PackException>(e).Message));
    }

    [Fact]
    public void A_group_has_no_condition_to_be_written_over_and_its_parts_have()
    {
        var text = TestFacts.PackText("energy.Any()").Replace("\"Expression\": \"energy.Any()\"", "\"Operator\": \"And\", \"Rules\": [{ \"RuleName\": \"a\", \"Expression\": \"energy.Any()\" }, { \"RuleName\": \"b\", \"Expression\": \"quotas.Any()\" }]", StringComparison.Ordinal);
        Assert.Equal("p.json:1:1: no_expression: 'rule' is a group; name one of its parts.", Assert.Throws<PackException>(() => PackEdit.SetCondition(text, "p.json", "rule", "true")).Message);
        Assert.Contains("\"Expression\": \"audits.Any()\"", PackEdit.SetCondition(text, "p.json", "b", "audits.Any()"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("60.0", "60")]
    [InlineData("0.50", "0.5")]
    [InlineData("-3", "-3")]
    [InlineData("9223372036854775807.0", "9223372036854775807")]
    [InlineData("-9223372036854775808.00", "-9223372036854775808")]
    public void A_number_is_written_without_noughts_that_say_nothing(string number, string written)
    {
        const string path = "rules/examples/uk-storm-overflow.json";
        var text = PackEdit.SetNumber(Shipped.Text(path), path, "ManySpills", new(2031, 1, 1), decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), null);
        Assert.Contains($"\"value\": {written},", text[text.IndexOf("2031-01-01", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public void Proposed_cases_are_added_behind_those_that_are_there_and_pass()
    {
        const string path = "rules/examples/uk-storm-overflow.json";
        var pack = Shipped.Pack(path);
        var proposed = PackBoundaries.Of(pack, Shipped.Reference).First(b => b.Cases.Count > 0);
        var more = PackCheck.Read(PackEdit.AddCases(Shipped.Text(path), path, PackBoundaries.Json([proposed])), path);
        Assert.Equal(pack.Cases.Count + proposed.Cases.Count, more.Cases.Count);
        Assert.All(PackCaseRunner.Run(more, Shipped.Reference), r => Assert.True(r.Verdict == CaseVerdict.Pass, string.Join("; ", r.Messages)));
    }
}
