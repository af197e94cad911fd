using System.Text.Json;

namespace CleanProd.Rules.Tests.Host;

/// <summary>Real records of five regimes against published or independently computed answers, each by one command.</summary>
public sealed class KnownAnswersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // By the folder that the README's command writes to.
    private static readonly (string Out, string Answers)[] Known =
    [
        ("out/edm", "spills_over_60=1355 uptime_below_90=2164 multi_year_trigger=3127 multi_year_trigger?=1972"),
        ("out/tri", "over_10000_lb=218 over_100000_lb=61 over_1000000_lb=12"),
        ("out/eprtr", "release_over_threshold=321 evidence=592"),
        ("out/npdes", "significant_noncompliance=6"),
        ("out/ningxia", "G1a=26"),
        ("out/ningxia-2019", "exceeds_standard=26 first_class_pollutant=29 any=51 both=4"),
    ];

    public static TheoryData<string, string> Commands
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var (output, answers) in Known) all.Add(output, answers);
            return all;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Commands))]
    public void The_known_answer_is_reached_by_the_command_as_the_README_writes_it(string output, string answers)
    {
        var arguments = Readme.Commands("cleanprod screen ").Single(c => c[^1] == output);
        (arguments[1], arguments[^1]) = (Real(arguments[1]), _folder["out"]);
        var run = Cleanprod.Run(arguments);
        Assert.True(run.ExitCode is 0 or 1, run.Error);
        var facilities = File.ReadLines(Path.Combine(_folder["out"], "determinations.jsonl")).Select(l => JsonDocument.Parse(l).RootElement).ToArray();
        foreach (var answer in answers.Split(' ').Select(a => a.Split('=')))
            Assert.True(int.Parse(answer[1], System.Globalization.CultureInfo.InvariantCulture) == Count(facilities, answer[0]), $"{answer[0]}: {Count(facilities, answer[0])}, expected {answer[1]}");
    }

    [Fact]
    public void Every_command_of_the_README_on_real_records_has_its_answer() =>
        Assert.Equal(Known.Select(k => k.Out).Order(StringComparer.Ordinal), Readme.Commands("cleanprod screen ").Select(c => c[^1]).Order(StringComparer.Ordinal));

    [SkippableFact]
    public void The_traps_of_the_Ningxia_records_are_reported()
    {
        Cleanprod.Run("screen", RealData.Find("cn-ningxia"), "--map", "data/maps/cn-ningxia.json", "--year", "2019", "--as-of", "2020-01-15", "--out", _folder["out"]);
        var findings = File.ReadAllText(Path.Combine(_folder["out"], "findings.csv"));
        foreach (var code in (string[])["limit_zero", "credit_code_placeholder", "credit_code_check_digit", "flag_disagrees", "blank", "value_unknown"])
            Assert.Contains($",{code},", findings, StringComparison.Ordinal);
    }

    // The README names files as their publishers do; the records at hand may be an extract with a longer name.
    private static string Real(string name) => Directory.EnumerateFileSystemEntries(RealData.Find(""), Path.GetFileNameWithoutExtension(name) + "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();

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
