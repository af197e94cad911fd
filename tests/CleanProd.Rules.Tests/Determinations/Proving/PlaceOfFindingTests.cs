using CleanProd.Rules.Determinations.Proving;
using CleanProd.Rules.Rules;
using static CleanProd.Rules.Tests.Determinations.Proving.SmallPack;

namespace CleanProd.Rules.Tests.Determinations.Proving;

/// <summary>What the analysis finds in small packs, each finding once, in the order of files and places.</summary>
public class PlaceOfFindingTests
{
    private static string[] Found(params RulePack[] packs) => [.. PackAnalysis.Of(packs, null).Where(f => f.Code != "no_clauses").Select(f => $"{f.Code}: {f.Message.Zh} / {f.Message.En}")];

    private static string[] Codes(string condition, string properties = "") => [.. PackAnalysis.Of([Of([Rule(condition, properties)], [])], null).Where(f => f.Code != "no_clauses").Select(f => f.Code)];

    [Theory]
    [InlineData("energy.Any() and 1 == 1", "always_true")]
    [InlineData("energy.Any() or 1 == 2", "contradiction")]
    [InlineData("energy.Any() and true", "shadowed")]
    [InlineData("substances.Any() and (energy.Any() and (1 == 1))", "always_true")]
    [InlineData("energy.Any() or not energy.Any() ? substances.Any() : discharges.Any()", "always_true")]
    [InlineData("(energy.Any() and not energy.Any() ? substances.Any() : discharges.Any())", "contradiction")]
    [InlineData("monitoring.Where(m => m.Window == \"day\" and m.Window == \"month\").Any()", "contradiction")]
    [InlineData("monitoring.Where(m => m.Window == \"day\" and m.Window == \"month\").Any(m => m.ExceedanceCount > 3)", "contradiction")]
    [InlineData("monitoring.Any(m => discharges.Any(d => d.Pollutant == \"a\" and d.Pollutant == \"b\"))", "contradiction")]
    [InlineData("discharges.Sum(d => iif(monitoring.Any(m => m.Window == \"day\" and m.Window == \"month\"), d.DischargedIn(\"t\"), 0m)) > 3", "contradiction")]
    [InlineData("discharges.Where(d => d.Pollutant == \"a\" and d.Pollutant == \"b\").Sum(d => d.DischargedIn(\"t\")) > 3", "contradiction")]
    [InlineData("monitoring.Any(m => m.ExceedanceCount >= 0 and discharges.Any(d => d.Pollutant == m.Pollutant))", "always_true")]
    public void What_is_found_is_told_once(string condition, string codes) => Assert.Equal(codes.Split(' '), Codes(condition));

    [Fact]
    public void A_finding_is_told_with_rule_part_and_words_in_both_languages()
    {
        Assert.Equal(
            ["shadowed: 规则“rule”/condition：indicators.Value(\"x\") > 2 其余部分已包含它，它不起作用 / rule 'rule'/condition: indicators.Value(\"x\") > 2 decides nothing beside the other parts"],
            Found(Of([Rule("indicators.Value(\"x\") > 3 and indicators.Value(\"x\") > 2")], [])));
        Assert.Equal(
            ["shadowed: 规则“rule”：例外 3 已包含在例外 2 中 / rule 'rule': exception 3 is part of exception 2"],
            Found(Of([Rule("indicators.Value(\"x\") > 3", Exceptions("indicators.Value(\"y\") > 100", "indicators.Value(\"z\") > 4", "indicators.Value(\"z\") > 5"))], [])));
    }

    [Fact]
    public void A_case_name_that_is_given_twice_is_told_at_the_later_one()
    {
        var pack = Of([Rule("indicators.Value(\"x\") > 3")], [Case("same", "x=4", "triggered"), Case("other", "x=4", "triggered"), Case("same", "x=2", "not_triggered")]);
        var found = Assert.Single(PackAnalysis.Of([pack], null), f => f.Code == "case_name_twice");
        Assert.Equal(pack.Cases[2].Position, found.Position);
        Assert.NotEqual(pack.Cases[0].Position, found.Position);
    }

    [Fact]
    public void Findings_come_by_file_then_line_then_column()
    {
        // Two parameters that no rule uses on one line, a rule without a clause further down; the second file is given first.
        const string parameters = """{ "id": "B", "kind": "number", "unit": "1", "title": { "zh": "n", "en": "n" }, "values": [{ "from": "2000-01-01", "to": null, "value": 1, "citation": "x", "basis": "derived" }] }, { "id": "A", "kind": "number", "unit": "1", "title": { "zh": "n", "en": "n" }, "values": [{ "from": "2000-01-01", "to": null, "value": 1, "citation": "x", "basis": "derived" }] }""";
        var pack = Of([Rule("energy.Any()"), Rule("1 == 1", name: "second")], [Case("other", "", "triggered", "none=triggered")], parameters) with { FileName = "b.json" };
        var found = PackAnalysis.Of([pack, pack with { FileName = "a.json", Jurisdiction = "CN-44" }], null);
        Assert.Equal(["a.json", "b.json"], found.Select(f => f.File).Distinct());
        var ofOne = found.Where(f => f.File == "a.json").ToArray();
        Assert.Equal(["no_clauses", "unused_parameter", "unused_parameter", "always_true", "case_of_no_rule"], ofOne.Select(f => f.Code));
        Assert.Contains("'B'", ofOne[1].Message.En, StringComparison.Ordinal);
        Assert.Equal(ofOne[1].Position.Line, ofOne[2].Position.Line);
        Assert.True(ofOne[1].Position.Column < ofOne[2].Position.Column);
    }

    [Fact]
    public void Packs_that_begin_on_one_day_overlap_and_the_later_file_is_told()
    {
        var pack = Of([Rule("energy.Any()")], []);
        var found = Assert.Single(PackAnalysis.Of([pack with { FileName = "b.json", Id = "b" }, pack with { FileName = "a.json", Id = "a" }], null), f => f.Code == "pack_overlap");
        Assert.Equal(("b.json", "a and b both govern from 2000-01-01"), (found.File, found.Message.En));
    }

    [Fact]
    public void A_gap_between_packs_is_told_by_its_days_in_both_languages()
    {
        var pack = Of([Rule("energy.Any()")], []);
        var gap = Assert.Single(PackAnalysis.Of([pack with { GovernsTo = new(2009, 12, 31) }, pack with { GovernsFrom = new(2010, 2, 1) }], null), f => f.Code == "pack_gap");
        Assert.Equal(("2010-01-01 至 2010-01-31 没有规则包适用", "no pack governs from 2010-01-01 to 2010-01-31"), (gap.Message.Zh, gap.Message.En));
    }

    [Theory]
    [InlineData("2001-01-01", "2001-12-31", "2000-01-01 to 2000-12-31|2002-01-01 to …")]
    [InlineData("2000-01-01", "2001-12-31", "2002-01-01 to …")]
    [InlineData("2000-01-02", null, "2000-01-01 to 2000-01-01")]
    [InlineData("1990-01-01", "1999-12-31", "2000-01-01 to …")]
    [InlineData("1990-01-01", "2000-01-01", "2000-01-02 to …")]
    [InlineData("2000-01-01", null, "")]
    [InlineData("2000-01-01", "9999-12-31", "")]
    public void The_days_on_which_a_parameter_has_no_value_are_told(string from, string? to, string gaps)
    {
        var value = new ParameterValue(Day(from), to is null ? null : Day(to), 1m, "x");
        var pack = Of([Rule("energy.Any()")], []);
        Assert.Equal(gaps.Split('|', StringSplitOptions.RemoveEmptyEntries), Gaps(pack with { Parameters = [new("P", ParameterKind.Number, "1", [value], new(1, 1))] }));

        static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData(2005, "")]
    [InlineData(2006, "2006-01-01 to 2006-12-31")]
    public void A_gap_after_the_last_day_that_a_pack_governs_is_none(int last, string gaps)
    {
        var pack = Of([Rule("energy.Any()")], []) with { GovernsTo = new(last, 12, 31) };
        var value = new ParameterValue(new(2000, 1, 1), new(2005, 12, 31), 1m, "x");
        Assert.Equal(gaps.Split('|', StringSplitOptions.RemoveEmptyEntries), Gaps(pack with { Parameters = [new("P", ParameterKind.Number, "1", [value], new(1, 1))] }));
        // One that begins anew after that leaves no gap either.
        Assert.Equal(gaps.Split('|', StringSplitOptions.RemoveEmptyEntries), Gaps(pack with { Parameters = [new("P", ParameterKind.Number, "1", [value, value with { From = new(2007, 1, 1), To = null }], new(1, 1))] }));
    }

    private static string[] Gaps(RulePack pack) =>
        [.. PackAnalysis.Of([pack], null).Where(f => f.Code == "parameter_gap").Select(f => f.Message.En["parameter 'P' has no value from ".Length..])];
}
