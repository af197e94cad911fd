using System.Text.Json;

namespace CleanProd.Rules.Tests.Host;

/// <summary>Real records of five regimes against published or independently computed answers, each by one command.</summary>
public sealed class KnownAnswersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [InlineData("uk-edm/edm_2022_all.xlsx", "uk-edm-2022", "uk-storm-overflow", "2022", null, "spills_over_60=1355 uptime_below_90=2164 multi_year_trigger=3127 multi_year_trigger?=1972")]
    [InlineData("us-tri/tri_2023_il.csv", "us-tri", "us-tri-totals", "2023", null, "over_10000_lb=218 over_100000_lb=61 over_1000000_lb=12")]
    [InlineData("eu-eprtr/F1_4_Air_Releases_Facilities_Nordics.csv", "eu-eprtr-air", "eu-prtr-annex-2-air", "2023", null, "release_over_threshold=321 evidence=592")]
    [InlineData("us-npdes/wy_dmr.csv", "us-npdes-dmr", "us-npdes-snc", "2026", "2026-03-31", "significant_noncompliance=6")]
    [InlineData("cn-ningxia", "cn-ningxia", "cn-ningxia-2019", "2019", null, "exceeds_standard=26 first_class_pollutant=29 any=51 both=4")]
    [InlineData("cn-ningxia", "cn-ningxia", null, "2019", "2020-01-15", "G1a=26")]
    public void The_known_answer_is_reached(string data, string map, string? pack, string year, string? asOf, string answers)
    {
        var path = RealData.Find(data);
        string[] arguments =
        [
            "screen", path, "--map", $"data/maps/{map}.json", "--year", year, "--out", _folder["out"],
            .. pack is null ? Array.Empty<string>() : ["--rules", $"rules/examples/{pack}.json"],
            .. asOf is null ? Array.Empty<string>() : ["--as-of", asOf],
        ];
        var run = Cleanprod.Run(arguments);
        Assert.True(run.ExitCode is 0 or 1, run.Error);
        var facilities = File.ReadLines(Path.Combine(_folder["out"], "determinations.jsonl")).Select(l => JsonDocument.Parse(l).RootElement).ToArray();
        foreach (var answer in answers.Split(' ').Select(a => a.Split('=')))
            Assert.True(int.Parse(answer[1], System.Globalization.CultureInfo.InvariantCulture) == Count(facilities, answer[0]), $"{answer[0]}: {Count(facilities, answer[0])}, expected {answer[1]}");
    }

    [SkippableFact]
    public void The_traps_of_the_Ningxia_records_are_reported()
    {
        Cleanprod.Run("screen", RealData.Find("cn-ningxia"), "--map", "data/maps/cn-ningxia.json", "--year", "2019", "--as-of", "2020-01-15", "--out", _folder["out"]);
        var findings = File.ReadAllText(Path.Combine(_folder["out"], "findings.csv"));
        foreach (var code in (string[])["limit_zero", "credit_code_placeholder", "credit_code_check_digit", "flag_disagrees", "blank", "value_unknown"])
            Assert.Contains($",{code},", findings, StringComparison.Ordinal);
    }

    private static int Count(JsonElement[] facilities, string what)
    {
        bool Has(JsonElement d, string name, string outcome) => d.GetProperty("rules").EnumerateArray()
            .Any(r => (r.GetProperty("rule").GetString() == name || r.GetProperty("ground").GetString() == name) && r.GetProperty("outcome").GetString() == outcome);
        return what switch
        {
            "any" => facilities.Count(d => d.GetProperty("outcome").GetString() == "triggered"),
            "both" => facilities.Count(d => d.GetProperty("rules").EnumerateArray().All(r => r.GetProperty("outcome").GetString() == "triggered")),
            "evidence" => facilities.Sum(d => d.GetProperty("rules").EnumerateArray().Sum(r => r.GetProperty("evidence").GetArrayLength())),
            _ when what.EndsWith('?') => facilities.Count(d => Has(d, what[..^1], "undetermined")),
            _ => facilities.Count(d => Has(d, what, "triggered")),
        };
    }
}
