namespace CleanProd.Rules.Tests.Host.Policy;

/// <summary>Looking ahead, comparing and overlays at the command line.</summary>
public sealed class ForesightVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Impact_names_everyone_as_text_as_json_and_as_csv()
    {
        var strict = Write("strict.json", Shipped.Text("rules/cn/measures-2016.json").Replace("m.ExceedanceCount > 0", "m.ExceedanceCount > 2", StringComparison.Ordinal));
        string[] asked = ["rules", "impact", strict, "--data", "data/samples/guangdong", "--year", "2024", "--as-of", "2025-01-15"];
        var text = Cleanprod.Run(asked);
        Assert.True(text.ExitCode == 0, text.Error);
        Assert.Contains("移出", text.Output, StringComparison.Ordinal);
        Assert.Matches(@"应列入 → (不列入|数据不足)", text.Output);
        Assert.Contains("leaves", Cleanprod.Run([.. asked, "--lang", "en"]).Output, StringComparison.Ordinal);
        var json = System.Text.Json.JsonDocument.Parse(Cleanprod.Run([.. asked, "--format", "json"]).Output).RootElement;
        Assert.True(json.GetProperty("counts").GetProperty("leaves").GetInt32() > 0);
        var csv = Cleanprod.Run([.. asked, "--format", "csv"]).Output.TrimStart('\ufeff').Split('\n');
        Assert.StartsWith("kinds,facility_id,facility_name", csv[0], StringComparison.Ordinal);
        Assert.Contains(csv, l => l.StartsWith("leaves", StringComparison.Ordinal) || l.StartsWith("\"leaves", StringComparison.Ordinal));
    }

    [Fact]
    public void A_difference_is_told_in_sentences_and_an_overlay_that_loosens_is_refused()
    {
        var diff = Cleanprod.Run("rules", "diff", "rules/cn/measures-2016.json", "rules/cn/code-2026.json");
        Assert.Contains("删去规则 G2", diff.Output, StringComparison.Ordinal);
        Assert.Contains("the rule G2", Cleanprod.Run("rules", "diff", "rules/cn/measures-2016.json", "rules/cn/code-2026.json", "--lang", "en").Output, StringComparison.Ordinal);
        Assert.Equal(0, Cleanprod.Run("rules", "overlay", "rules/gd/guangdong-overlay.json").ExitCode);
        var loose = Write("loose.json", TestFacts.PackText("monitoring.Any(m => m.ExceedanceCount > 5)", """, "overlay": { "relation": "replaces", "rule": "G1a", "citation": { "zh": "省规", "en": "Act" } }""")
            .Replace("\"jurisdiction\": \"CN\"", "\"jurisdiction\": \"CN-44\"", StringComparison.Ordinal));
        foreach (var verb in (string[])["overlay", "check"])
        {
            var run = Cleanprod.Run("rules", verb, loose);
            Assert.Equal(2, run.ExitCode);
            Assert.Contains("loosens", run.Output + run.Error, StringComparison.Ordinal);
        }
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(_folder[name], text);
        return _folder[name];
    }
}
