using System.Text.Json;

namespace CleanProd.Rules.Tests.Host;

/// <summary>The main job through the door people use.</summary>
public sealed class ScreenTests : IDisposable
{
    private static readonly string[] Main = ["screen", "data/samples/guangdong", "--year", "2024", "--as-of", "2025-01-15"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_sample_gives_every_output_the_same_bytes_twice_and_a_verification_that_notices_one_digit()
    {
        var (a, b) = (_folder["a"], _folder["b"]);
        var first = Cleanprod.Run([.. Main, "--out", a]);
        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Contains("应列入", first.Output, StringComparison.Ordinal);
        foreach (var file in (string[])["determinations.jsonl", "explanations.jsonl", "candidates.xlsx", "candidates.csv", "candidates.json", "findings.csv", "run.json"])
            Assert.True(new FileInfo(Path.Combine(a, file)).Length > 0, file);
        var triggered = Determinations(a).Count(d => d.GetProperty("outcome").GetString() == "triggered");
        Assert.Equal(triggered, Directory.GetFiles(Path.Combine(a, "notices"), "*.docx").Length);

        Assert.Equal(0, Cleanprod.Run([.. Main, "--out", b]).ExitCode);
        Assert.Equal(File.ReadAllBytes(Path.Combine(a, "determinations.jsonl")), File.ReadAllBytes(Path.Combine(b, "determinations.jsonl")));

        Assert.Equal(0, Cleanprod.Run("verify", a).ExitCode);
        var lines = Path.Combine(a, "determinations.jsonl");
        var text = File.ReadAllText(lines);
        var at = text.IndexOf("\"value\":", StringComparison.Ordinal) + "\"value\":".Length;
        File.WriteAllText(lines, $"{text[..at]}{(text[at] == '1' ? '2' : '1')}{text[(at + 1)..]}");
        var refused = Cleanprod.Run("verify", a);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("determinations.jsonl", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_engine_reaches_what_was_reasoned_by_hand_for_every_enterprise_of_the_sample()
    {
        Assert.Equal(0, Cleanprod.Run([.. Main, "--out", _folder["out"]]).ExitCode);
        var expected = File.ReadAllLines(Shipped.PathOf("data/samples/guangdong/expected/expected-2025-01-15.csv")).Skip(1)
            .Select(l => l.Split(',', 6)).ToDictionary(c => c[0], c => (c[2], Sorted(c[3].Split(';')), Sorted(c[4].Split(';'))));
        var got = Determinations(_folder["out"]).ToDictionary(d => d.GetProperty("facility_id").GetString()!, d =>
            (d.GetProperty("outcome").GetString()!, Sorted(Grounds(d, "triggered")), Sorted(Grounds(d, "undetermined"))));
        Assert.Equal(expected.OrderBy(e => e.Key, StringComparer.Ordinal), got.OrderBy(e => e.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void English_is_spoken_when_asked()
    {
        var run = Cleanprod.Run([.. Main, "--out", _folder["en"], "--lang", "en"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Screening of 2024", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_row_calls_for_attention_and_stops_a_strict_run_without_output()
    {
        var data = Directory.CreateDirectory(_folder["data"]).FullName;
        File.WriteAllText(Path.Combine(data, "facilities.csv"), "facility_id,name\nA,甲厂\n");
        File.WriteAllText(Path.Combine(data, "substances.csv"), "facility_id,year,substance,role\nA,2024,none,used\nA,2024,铅,堆放\n");
        var run = Cleanprod.Run("screen", data, "--year", "2024", "--out", _folder["out"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("not_a_word", File.ReadAllText(Path.Combine(_folder["out"], "findings.csv")), StringComparison.Ordinal);
        Assert.Equal("undetermined", Determinations(_folder["out"]).Single().GetProperty("rules").EnumerateArray().Single(r => r.GetProperty("ground").GetString() == "G3").GetProperty("outcome").GetString());
        var strict = Cleanprod.Run("screen", data, "--year", "2024", "--out", _folder["strict"], "--strict");
        Assert.Equal(1, strict.ExitCode);
        Assert.False(Directory.Exists(_folder["strict"]));
        Assert.Contains("堆放", strict.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_accepted_finding_with_its_value_calls_again_when_the_cell_says_something_else()
    {
        var data = Directory.CreateDirectory(_folder["data"]).FullName;
        void Put(string name, string text) => File.WriteAllText(Path.Combine(data, name), text);
        int Screened(string value)
        {
            Put("substances.csv", $"facility_id,year,substance,role\nA,2024,铅,{value}\n");
            return Cleanprod.Run("screen", data, "--year", "2024", "--out", _folder["out"]).ExitCode;
        }

        Put("facilities.csv", "facility_id,name\nA,甲厂\n");
        const string accepted = "substances.csv,,2,not_a_word,某人,2025-01-10,已核对";
        Put("accepted-findings.csv", $"file,sheet,row,code,accepted_by,accepted_on,reason,value\n{accepted},堆放\n");
        Assert.Equal((0, 1), (Screened("堆放"), Screened("存放")));
        Put("accepted-findings.csv", $"file,sheet,row,code,accepted_by,accepted_on,reason\n{accepted}\n");
        Assert.Equal(0, Screened("存放"));
    }

    [Fact]
    public void What_lies_beside_the_tables_is_named_and_what_a_killed_run_left_is_taken_away()
    {
        var data = Directory.CreateDirectory(_folder["data"]).FullName;
        File.WriteAllText(Path.Combine(data, "facilities.csv"), "facility_id,name\nA,甲厂\n");
        File.WriteAllText(Path.Combine(data, "measurements.pdf"), "%PDF");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(data, "2024")).FullName, "measurements.csv"), "x");
        // No process has the largest number there is.
        var (abandoned, others) = (_folder[$"out.{Environment.MachineName}-{int.MaxValue}.partial"], _folder[$"out.elsewhere-{int.MaxValue}.partial"]);
        Directory.CreateDirectory(Path.Combine(abandoned, "notices"));
        Directory.CreateDirectory(others);

        Assert.Equal(0, Cleanprod.Run("screen", data, "--year", "2024", "--out", _folder["out"]).ExitCode);

        var findings = File.ReadAllLines(Path.Combine(_folder["out"], "findings.csv"));
        Assert.Contains(findings, l => l.StartsWith("2024/,", StringComparison.Ordinal) && l.Contains(",note,folder_ignored,", StringComparison.Ordinal));
        Assert.Contains(findings, l => l.StartsWith("measurements.pdf,", StringComparison.Ordinal) && l.Contains(",note,file_ignored,", StringComparison.Ordinal));
        Assert.Equal((false, true), (Directory.Exists(abandoned), Directory.Exists(others)));
    }

    [Fact]
    public void The_exit_code_reaches_the_shell()
    {
        var data = Directory.CreateDirectory(_folder["data"]).FullName;
        File.WriteAllText(Path.Combine(data, "facilities.csv"), "facility_id,name\nA,甲厂\n");
        File.WriteAllText(Path.Combine(data, "substances.csv"), "facility_id,year,substance,role\nA,2024,铅,堆放\n");
        var attention = Cleanprod.Process("screen", data, "--year", "2024", "--out", _folder["out"]);
        Assert.Equal((1, true), (attention.ExitCode, attention.Output.Contains("数据不足", StringComparison.Ordinal)));
        var unknown = Cleanprod.Process("scren");
        Assert.Equal((2, true), (unknown.ExitCode, unknown.Error.Contains("--help", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("2002-12-31", "No rule pack governs")]
    [InlineData("15/01/2025", "2025-01-15")]
    public void A_date_without_law_or_form_is_bad_input_and_nothing_is_written(string asOf, string says)
    {
        var run = Cleanprod.Run("screen", "data/samples/guangdong", "--year", "2024", "--as-of", asOf, "--out", _folder["out"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public void Unusable_input_is_refused_with_exit_code_2_and_nothing_is_written()
    {
        var corrupt = _folder["corrupt.xlsx"];
        File.WriteAllBytes(corrupt, [0x50, 0x4b, 3, 4, 1, 2, 3, 4, 5]);
        var empty = Directory.CreateDirectory(_folder["empty"]).FullName;
        foreach (var data in (string[])[corrupt, empty, _folder["nowhere"]])
        {
            var run = Cleanprod.Run("screen", data, "--year", "2024", "--out", _folder["out"]);
            Assert.True(run.ExitCode == 2, $"{data}: {run.ExitCode} {run.Output} {run.Error}");
            Assert.NotEmpty(run.Error);
            Assert.False(Directory.Exists(_folder["out"]));
        }

        Assert.Equal(2, Cleanprod.Run("screen", "data/samples/guangdong").ExitCode);
        Assert.Equal(2, Cleanprod.Run("scren").ExitCode);
    }

    [Fact]
    public void A_column_map_is_named_as_a_file_or_by_the_name_of_a_shipped_one()
    {
        File.WriteAllText(_folder["other.csv"], "a,b\n1,2\n");
        string Error(string map) => Cleanprod.Run("screen", _folder["other.csv"], "--map", map, "--year", "2024", "--out", _folder["out"]).Error;
        Assert.Contains("us-tri", Error("us-trx"), StringComparison.Ordinal);
        Assert.Equal(Error("data/maps/us-tri.json"), Error("us-tri"));
        Assert.DoesNotContain("No such column map", Error("us-tri"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_run_leaves_the_output_that_was_there()
    {
        var kept = Directory.CreateDirectory(_folder["out"]).FullName;
        File.WriteAllText(Path.Combine(kept, "run.json"), "before");
        Assert.Equal(2, Cleanprod.Run("screen", _folder["nowhere"], "--year", "2024", "--out", kept).ExitCode);
        Assert.Equal("before", File.ReadAllText(Path.Combine(kept, "run.json")));
        Assert.Equal([kept], Directory.GetDirectories(_folder.Path));
    }

    private static IEnumerable<JsonElement> Determinations(string folder) =>
        File.ReadLines(Path.Combine(folder, "determinations.jsonl")).Select(l => JsonDocument.Parse(l).RootElement);

    private static IEnumerable<string> Grounds(JsonElement d, string outcome) => d.GetProperty("rules").EnumerateArray()
        .Where(r => r.GetProperty("outcome").GetString() == outcome).Select(r => r.GetProperty("ground").GetString()!);

    private static string Sorted(IEnumerable<string> grounds) => string.Join(';', grounds.Where(g => g.Length > 0).Order(StringComparer.Ordinal));
}
