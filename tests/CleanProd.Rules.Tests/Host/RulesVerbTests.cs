namespace CleanProd.Rules.Tests.Host;

public sealed class RulesVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Shipped_packs_are_usable_and_pass_their_cases()
    {
        Assert.Equal(0, Cleanprod.Run("rules", "check", "rules").ExitCode);
        // All of them, case by case: PackCasesTests, and test.sh by this verb.
        string[] packs = ["rules/cn/law-2002.json", "rules/examples/us-npdes-snc.json"];
        var test = Cleanprod.Run(["rules", "test", .. packs]);
        Assert.True(test.ExitCode == 0, test.Output);
        Assert.Contains($"{packs.Sum(p => Shipped.Pack(p).Cases.Count)} passed, 0 failed", test.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("monitoring.Any(m => m.ExceedanceCont > 0)", "Did you mean 'ExceedanceCount'")]
    [InlineData("facility.GetType().Name == \"x\"", "GetType")]
    public void A_pack_with_a_wrong_condition_is_refused_with_line_and_column_by_every_verb(string condition, string says)
    {
        var pack = Write(TestFacts.PackText(condition));
        foreach (var run in (Cleanprod.Result[])
        [
            Cleanprod.Run("rules", "check", pack),
            Cleanprod.Run("screen", "data/samples/guangdong", "--year", "2024", "--rules", pack, "--out", _folder["out"]),
        ])
        {
            Assert.Equal(2, run.ExitCode);
            Assert.Matches(@"pack\.json:12:\d+: ", run.Error);
            Assert.Contains(says, run.Error, StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public void The_first_pack_of_a_place_makes_its_folder()
    {
        var run = Cleanprod.Run("rules", "copy", "rules/gd/guangdong-overlay.json", "--id", "zj-first", "--out", _folder["zj/first.json"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("\"zj-first\"", File.ReadAllText(_folder["zj/first.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_packs_are_refused_and_the_process_lives()
    {
        var deep = new string('(', 1900) + "true";
        string[] packs =
        [
            TestFacts.PackText(deep),
            TestFacts.PackText(new string('(', 5000) + "true" + new string(')', 5000)),
            new string('[', 100_000),
            "{\"a\":" + string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1",
            TestFacts.PackText("true").Replace("\"Expression\": \"true\"", string.Concat(Enumerable.Repeat("\"Operator\": \"And\", \"Rules\": [{ \"RuleName\": \"x\", ", 3000)), StringComparison.Ordinal),
            TestFacts.PackText("\"\".PadLeft(500000000) == \"\""),
            "",
        ];
        var files = packs.Select((text, i) => Write(text, $"{i}.json")).ToArray();
        var run = Cleanprod.Process(["rules", "check", .. files]);
        Assert.True(run.ExitCode == 2, $"{run.ExitCode} {run.Error}");
        Assert.All(files, file => Assert.Contains(file, run.Error, StringComparison.Ordinal));
    }

    [Fact]
    public void A_failing_case_is_told_apart_and_fails_the_run()
    {
        var text = TestFacts.PackText("facility.KeySource == true").Replace("\"cases\": []",
            """
            "cases": [{ "name": "wrong", "asOf": "2025-01-15", "year": 2024, "facts": { "facilities": [{ "facility_id": "A", "name": "甲", "key_source": true }] }, "expect": { "outcome": "not_triggered", "rules": { "rule": { "outcome": "not_triggered" } } } }]
            """, StringComparison.Ordinal);
        var run = Cleanprod.Run("rules", "test", Write(text));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("FAIL", run.Output, StringComparison.Ordinal);
        Assert.Contains("expected not_triggered, got triggered", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_and_one_enterprise_are_explained_in_words()
    {
        Assert.Contains("第八条第二项", Cleanprod.Run("rules", "explain", "rules/cn/measures-2016.json").Output, StringComparison.Ordinal);
        var listed = File.ReadLines(Shipped.PathOf("data/samples/guangdong/expected/expected-2025-01-15.csv")).First(l => l.Contains(",triggered,G1a,", StringComparison.Ordinal)).Split(',')[0];
        var why = Cleanprod.Run("rules", "explain", "rules/cn/measures-2016.json", "--data", "data/samples/guangdong", "--year", "2024", "--facility", listed);
        Assert.Equal(0, why.ExitCode);
        Assert.Contains("应列入", why.Output, StringComparison.Ordinal);
        Assert.Contains("measurements.csv:", why.Output, StringComparison.Ordinal);
    }

    private string Write(string text, string name = "pack.json")
    {
        var path = _folder[name];
        File.WriteAllText(path, text);
        return path;
    }
}
