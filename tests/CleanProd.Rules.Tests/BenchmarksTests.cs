using System.Text.Json;
using System.Text.RegularExpressions;
using CleanProd.Rules.Tests.Host;

namespace CleanProd.Rules.Tests;

/// <summary>The commands of docs/performance.md are run, on data small enough to wait for.</summary>
public sealed partial class BenchmarksTests : IDisposable
{
    private const string Through = "dotnet run -c Release --project tests/CleanProd.Rules.Benchmarks -- ";

    private readonly TemporaryFolder _folder = new();

    private static readonly string[] Shown =
        [.. Shipped.Text("docs/performance.md").Split('\n').Where(l => l.StartsWith(Through, StringComparison.Ordinal)).Select(l => l[Through.Length..].Trim())];

    public static TheoryData<string> Commands => [.. Shown];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_verb_of_the_benchmarks_is_shown() =>
        Assert.Equal(["generate", "growth", "load", "micro", "peers", "scale"], Shown.Select(c => c.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_works_as_written(string command)
    {
        // What starts services, installs packages or takes its time is only asked whether it understands; the long form runs it all.
        var isQuick = Effort.Rounds > 1 || command.StartsWith("generate", StringComparison.Ordinal) || (command.StartsWith("growth", StringComparison.Ordinal) && !command.Contains("--hourly", StringComparison.Ordinal));
        var cut = Number().Replace(command, m => $"{m.Groups[1].Value} {(m.Groups[1].Value is "--rows" or "--sizes" ? "12000" : "1")}");
        string[] arguments = [.. cut.Split(' '), .. isQuick ? Array.Empty<string>() : ["--help"]];

        var run = Cleanprod.Through("dotnet", [.. Through.Split(' ')[1..^2], "--no-build", "--", .. arguments.Select(a => a is "bench.json" or "growth.svg" or "growth.md" or "data" ? _folder[a] : a)]);

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
    }

    [Fact]
    public void The_peers_find_the_same_exceedances_and_the_table_is_JSON()
    {
        var run = Cleanprod.Through("dotnet", ["run", "-c", "Release", "--no-build", "--project", "tests/CleanProd.Rules.Benchmarks", "--",
            "peers", "--rows", "12000", "--repeat", "1", "--works", "import", "screening", "--out", _folder["bench.json"]]);

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Matches("[1-9][0-9]* exceedances found by CleanProd.Rules, DuckDB, PostgreSQL, SQLite rows", run.Output);
        var rows = JsonDocument.Parse(File.ReadAllText(_folder["bench.json"])).RootElement.EnumerateArray().ToArray();
        Assert.Equal(["import", "screening"], rows.Select(r => r.GetProperty("work").GetString()!).Distinct());
        Assert.All(rows, r =>
        {
            Assert.Equal(12000, r.GetProperty("rows").GetInt64());
            Assert.All((string[])["ours_ms", "peer_ms", "ratio", "ours_peak_mb", "ours_allocated_bytes"], name => Assert.True(r.GetProperty(name).GetDouble() > 0, name));
        });
    }

    [GeneratedRegex(@"(--(?:rows|sizes|seconds|repeat)) [0-9]+(?: [0-9]+)*")]
    private static partial Regex Number();
}
