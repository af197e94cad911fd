using System.Diagnostics;
using System.Globalization;
using Npgsql;

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

    /// <summary>
    /// Makes a standby of it, which follows it on a socket of its own, and has commits wait for it: what was acknowledged is on both.
    /// </summary>
    internal async Task<PostgresCluster> StandbyAsync()
    {
        var standby = new PostgresCluster();
        if (standby._owner.Length > 0) await RunAsync("chown", "postgres", standby._folder);
        await standby.OwnedAsync("pg_basebackup", "-D", standby.Data, "-h", _folder, "-U", "cleanprod", "-R", "--checkpoint=fast", "--wal-method=stream", "--no-sync");
        await standby.StartAsync();
        await TellAsync("ALTER SYSTEM SET synchronous_standby_names = '*'");
        await TellAsync("SELECT pg_reload_conf()");
        return standby;
    }

    /// <summary>What docs/deploy.md has a connection string say, so that whichever server takes writes is used.</summary>
    internal const string EitherServer = "Target Session Attributes=primary;Host Recheck Seconds=1";

    /// <summary>Connection string of both.</summary>
    internal string ServerOr(PostgresCluster standby) => $"Host={_folder},{standby._folder};{EitherServer};Username=cleanprod;Database=postgres";

    /// <summary>Makes a standby the server that takes writes.</summary>
    internal Task PromoteAsync() => TellAsync("SELECT pg_promote(true, 60)");

    private async Task TellAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{Server};Pooling=false");
        await connection.OpenAsync();
#pragma warning disable CA2100 // Constant text of tests.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
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
        _server = null;
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
