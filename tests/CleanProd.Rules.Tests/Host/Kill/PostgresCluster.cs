using System.Diagnostics;
using System.Globalization;

namespace CleanProd.Rules.Tests.Host.Kill;

/// <summary>A PostgreSQL server of one test, in a folder of its own with a socket of its own, that writes to the disk as in earnest and can be killed.</summary>
internal sealed class PostgresCluster : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("cleanprod-pg-").FullName;
    private readonly string[] _owner = Environment.UserName == "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "env", "HOME=/tmp"] : [];
    private readonly string _bin = Bin();
    private Process? _server;

    /// <summary>Connection string of the server.</summary>
    internal string Server => $"Host={_folder};Username=cleanprod;Database=postgres";

    /// <summary>Makes a server and starts it.</summary>
    internal static async Task<PostgresCluster> MakeAsync()
    {
        var cluster = new PostgresCluster();
        // PostgreSQL refuses to run as root.
        if (cluster._owner.Length > 0) await RunAsync("chown", "postgres", cluster._folder);
        await cluster.OwnedAsync("initdb", "-D", cluster.Data, "-U", "cleanprod", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        await cluster.StartAsync();
        return cluster;
    }

    /// <summary>Starts it and waits until it answers; after a kill it first makes good what its log says was committed.</summary>
    internal async Task StartAsync()
    {
        _server = Process.Start(Owned("postgres", "-D", Data, "-k", _folder, "-c", "listen_addresses=", "-c", "fsync=on", "-c", "max_connections=200"))!;
        _server.OutputDataReceived += (_, _) => { };
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        var began = TimeProvider.System.GetTimestamp();
        while (!await AnswersAsync())
        {
            if (_server.HasExited || TimeProvider.System.GetElapsedTime(began) > Patience) throw new TimeoutException("PostgreSQL does not start.");
            await Task.Delay(50);
        }
    }

    /// <summary>kill -9 of the server and of every process it has begun, all at once.</summary>
    internal void Kill()
    {
        if (_server is not { HasExited: false }) return;
        var server = Text(_server.Id);
        // Standing still, it can neither begin another one nor mend what the death of one leaves.
        Signal("STOP", server);
        Signal("KILL", [.. Children(server), server]);
        _server.WaitForExit();
        _server.Dispose();
    }

    public void Dispose()
    {
        Kill();
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private async Task<bool> AnswersAsync()
    {
        using var asked = Process.Start(Owned("pg_isready", "-q", "-h", _folder, "-U", "cleanprod", "-d", "postgres"))!;
        await asked.WaitForExitAsync();
        return asked.ExitCode == 0;
    }

    private async Task OwnedAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(Owned(program, arguments))!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program}: {await output} {await error}");
    }

    private ProcessStartInfo Owned(string program, params string[] arguments)
    {
        string[] command = [.. _owner, Path.Combine(_bin, program), .. arguments];
        // Run from its own folder: the owner need not be able to read the checkout.
        return new(command[0], command[1..]) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
    }

    private static string[] Children(string server)
    {
        using var asked = Process.Start(new ProcessStartInfo("pgrep", ["-P", server]) { RedirectStandardOutput = true })!;
        var children = asked.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        asked.WaitForExit();
        return children;
    }

    private static void Signal(string signal, params string[] processes)
    {
        // One that has ended meanwhile is no matter.
        using var kill = Process.Start(new ProcessStartInfo("kill", [$"-{signal}", .. processes]) { RedirectStandardError = true })!;
        kill.WaitForExit();
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        Assert.Equal((program, 0), (program, process.ExitCode));
    }

    private static string Bin()
    {
        string[] parents = ["/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt"];
        var found = parents.Where(Directory.Exists).SelectMany(p => Directory.GetDirectories(p).Append(p)).Select(d => Path.Combine(d, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')).FirstOrDefault(b => File.Exists(Path.Combine(b, "initdb")) && File.Exists(Path.Combine(b, "postgres")));
        return found ?? throw new InvalidOperationException("PostgreSQL is not installed: run the tests with ./test.sh, which says what is missing.");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
