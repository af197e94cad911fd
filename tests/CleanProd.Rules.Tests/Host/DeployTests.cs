using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Host.Upkeep;
using CleanProd.Rules.Tests.Storage;

namespace CleanProd.Rules.Tests.Host;

/// <summary>The commands of docs/deploy.md are run, its table of settings is the program's.</summary>
public sealed partial class DeployTests : IDisposable
{
    private const string Page = "docs/deploy.md";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task Two_processes_on_one_database_work_as_the_walk_through_says()
    {
        Skip.If(OperatingSystem.IsWindows());
        await using var database = new PostgresTestDatabase();
        var password = Password.New();
        var run = await BashAsync(string.Join('\n', Blocks("walk")), TimeSpan.FromMinutes(4), new()
        {
            ["DATABASE"] = (await database.ServiceAddressAsync()).Connection, ["ONE"] = FreeAddress(), ["TWO"] = FreeAddress(), ["NEW_PASSWORD"] = password,
        });

        Assert.True(run.ExitCode == 0, $"{run.Output}\n{run.Error}\n{Log("one.log")}\n{Log("two.log")}");
        var health = JsonDocument.Parse(await File.ReadAllTextAsync(_folder["health.json"])).RootElement;
        Assert.Equal(2, health.GetProperty("queue").GetProperty("workers").GetArrayLength());
        Assert.True(File.Exists(_folder["copy.db"]));
        Assert.Contains("The store verifies.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(password, Log("one.log"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_self_contained_publish_runs_without_the_sdk()
    {
        Skip.IfNot(Environment.GetEnvironmentVariable("CLEANPROD_LONG") == "1", "a long proof");
        var publish = await BashAsync(Assert.Single(Blocks("publish")), TimeSpan.FromMinutes(10), new() { ["PUBLISH"] = _folder["publish"] }, Shipped.Root);
        Assert.True(publish.ExitCode == 0, publish.Output + publish.Error);

        var run = await BashAsync(
            $"env -i DOTNET_ROOT=/nonexistent PATH=/nonexistent {_folder["publish"]}/cleanprod rules check {_folder["publish"]}/rules/cn", TimeSpan.FromMinutes(2), []);

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        // What pages are made of travels with the program.
        foreach (var (folder, file) in new[] { ("_framework", "blazor.web*.js"), (Path.Combine("_content", "MudBlazor"), "MudBlazor*.css"), ("css", "tokens*.css"), ("js", "shell*.js") })
            Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(_folder["publish"], "wwwroot", folder), file));
    }

    [Fact]
    public void Every_setting_stands_in_the_table_with_its_default_and_no_other()
    {
        var documented = Row().Matches(Shipped.Text(Page)).Select(m => (m.Groups[1].Value, Default: m.Groups[2].Value)).ToArray();

        Assert.Equal(
            ShownSettings.Of(new ServiceOptions()).Select(s => (s.Key, Standard(s))).OrderBy(s => s.Key, StringComparer.Ordinal),
            documented.OrderBy(s => s.Value, StringComparer.Ordinal));
    }

    [Fact]
    public void The_example_of_settings_is_read_and_a_misspelt_name_is_refused()
    {
        var example = Settings.Read(Shipped.PathOf("docs/deploy/settings.json"));
        Assert.Equal(("/var/lib/cleanprod/inbox", "/var/lib/cleanprod/backups"), (example.Inbox, example.Backups));
        File.WriteAllText(_folder["wrong.json"], """{ "Backup": "x" }""");
        var refusal = Assert.Throws<BadInputException>(() => Settings.Read(_folder["wrong.json"]));
        Assert.Contains("Backup", refusal.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_units_are_what_systemd_takes()
    {
        Skip.IfNot(File.Exists("/usr/bin/systemd-analyze"), "no systemd here");
        foreach (var unit in Directory.GetFiles(Shipped.PathOf("docs/deploy"), "cleanprod*.*")) File.Copy(unit, _folder[Path.GetFileName(unit)]);
        var units = Directory.GetFiles(_folder.Path).Select(f => f.Replace("@.", "@1.", StringComparison.Ordinal)).ToArray();
        File.Move(_folder["cleanprod-worker@.service"], _folder["cleanprod-worker@1.service"]);

        var run = await BashAsync($"systemd-analyze verify --man=no {string.Join(' ', units)} || true", TimeSpan.FromMinutes(1), []);

        // The machine of a test has neither the executable nor the user.
        var wrong = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(l => l.Contains(_folder.Path, StringComparison.Ordinal) && !l.Contains("is not executable", StringComparison.Ordinal));
        Assert.Empty(wrong);
    }

    private static string Standard(ShownSetting setting) => setting.Key == nameof(ServiceOptions.Store) ? new ServiceOptions().Store : setting.Value is null or "" ? "–" : setting.Value;

    private static IEnumerable<string> Blocks(string kind) => Block().Matches(Shipped.Text(Page)).Where(m => m.Groups[1].Value == kind).Select(m => m.Groups[2].Value);

    private string Log(string name) => File.Exists(_folder[name]) ? File.ReadAllText(_folder[name]) : "";

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    private async Task<Cleanprod.Result> BashAsync(string script, TimeSpan most, Dictionary<string, string> environment, string? folder = null)
    {
        var tool = _folder[Path.Combine("bin", "cleanprod")];
        Directory.CreateDirectory(Path.GetDirectoryName(tool)!);
        await File.WriteAllTextAsync(tool, $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "cleanprod.dll")}' \"$@\"\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        // Whatever happens, nothing it started is left.
        await File.WriteAllTextAsync(_folder["walk.sh"], $"set -eu\ntrap 'kill -KILL $(jobs -p) 2>/dev/null || true' EXIT\n{script}\n");
        var start = new ProcessStartInfo("bash", [_folder["walk.sh"]])
        {
            WorkingDirectory = folder ?? _folder.Path, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{Path.GetDirectoryName(tool)}:{start.Environment["PATH"]}";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(most);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{await output}\n{await error}\n{Log("one.log")}\n{Log("two.log")}");
        }

        return new(process.ExitCode, await output, await error);
    }

    [GeneratedRegex("^```sh (\\w+)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^\\| `([\\w:]+)` \\| `?([^|`]+?)`? \\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
