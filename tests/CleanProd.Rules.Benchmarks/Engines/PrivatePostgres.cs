using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace CleanProd.Rules.Benchmarks.Engines;

/// <summary>
/// The server that CLEANPROD_TEST_POSTGRES names, or one of our own: a folder of its own, a socket of its own, no network, stopped by its
/// process id.
/// </summary>
internal sealed class PrivatePostgres : IDisposable
{
    private readonly Process? _server;
    private readonly string? _folder;

    private PrivatePostgres(string connection, Process? server, string? folder) => (Connection, _server, _folder) = (connection, server, folder);

    internal string Connection { get; }

    /// <exception cref="EngineMissingException">No server is named and none is installed, or it does not start.</exception>
    /// <param name="own">Whether it must be one of our own, because its processor time is asked for.</param>
    internal static PrivatePostgres Start(bool own = false)
    {
        if (!own && Environment.GetEnvironmentVariable("CLEANPROD_TEST_POSTGRES") is { Length: > 0 } given) return new(given, null, null);
        if (Binaries() is not { } bin)
            throw new EngineMissingException("PostgreSQL is not installed and CLEANPROD_TEST_POSTGRES names no server: its peer is left out (on Debian: apt-get install postgresql)");
        var folder = Directory.CreateTempSubdirectory("cpg-").FullName;
        // PostgreSQL refuses to run as root.
        var asRoot = Environment.UserName == "root";
        var cluster = Path.Combine(folder, "pg");
        Directory.CreateDirectory(cluster);
        if (asRoot)
        {
            Must("chmod", ["755", folder]);
            Must("chown", ["postgres", cluster]);
        }

        string[] Owned(params string[] command) => asRoot ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "env", "HOME=/tmp", .. command] : command;
        var initdb = Owned($"{bin}/initdb", "-D", $"{cluster}/data", "-U", "cleanprod", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        Must(initdb[0], initdb[1..], cluster);
        var postgres = Owned($"{bin}/postgres", "-D", $"{cluster}/data", "-k", cluster, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off",
            "-c", "shared_buffers=1GB", "-c", "work_mem=256MB", "-c", "max_wal_size=4GB", "-c", "max_connections=100");
        var server = Start(postgres[0], postgres[1..], cluster);
        var connection = $"Host={cluster};Username=cleanprod;Database=postgres";
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var probe = new NpgsqlConnection(connection);
                probe.Open();
                return new(connection, server, folder);
            }
            catch (Exception e) when (e is NpgsqlException && attempt < 150 && !server.HasExited)
            {
                Thread.Sleep(200);
            }
            catch (NpgsqlException e)
            {
                throw new EngineMissingException($"PostgreSQL did not start: {e.Message}");
            }
        }
    }

    private static string? Binaries() =>
        (Directory.Exists("/usr/lib/postgresql") ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderDescending().Select(d => Path.Combine(d, "bin")) : [])
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        .FirstOrDefault(b => File.Exists(Path.Combine(b, "initdb")) && File.Exists(Path.Combine(b, "postgres")));

    private static Process Start(string program, string[] arguments, string folder)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static void Must(string program, string[] arguments, string folder = "/")
    {
        using var process = Start(program, arguments, folder);
        process.WaitForExit();
        if (process.ExitCode != 0) throw new EngineMissingException($"{program} {string.Join(' ', arguments)} failed with {process.ExitCode}: PostgreSQL is left out");
    }

    /// <summary>Processor time of a server of our own: of its processes and of those that ended.</summary>
    internal TimeSpan Processor()
    {
        // Kernel clock ticks are hundredths of a second on every Linux in use.
        static (int Parent, long Ticks) Read(string process)
        {
            var fields = File.ReadAllText(Path.Combine(process, "stat"));
            var after = fields[(fields.LastIndexOf(')') + 2)..].Split(' ');
            return (int.Parse(after[1], CultureInfo.InvariantCulture), after[11..15].Sum(f => long.Parse(f, CultureInfo.InvariantCulture)));
        }

        var ticks = 0L;
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(p => char.IsAsciiDigit(Path.GetFileName(p)[0])))
        {
            try
            {
                var (parent, used) = Read(process);
                if (parent == _server!.Id || Path.GetFileName(process) == _server.Id.ToString(CultureInfo.InvariantCulture)) ticks += used;
            }
            catch (IOException)
            {
                // It has just ended: its time is in that of the server.
            }
        }

        return TimeSpan.FromMilliseconds(ticks * 10);
    }

    public void Dispose()
    {
        if (_server is null) return;
        NpgsqlConnection.ClearAllPools();
        // INT: a fast shutdown that waits for no client. setpriv has become the server: the id is the same.
        using (var stop = Process.Start("kill", ["-INT", FormattableString.Invariant($"{_server.Id}")])) stop.WaitForExit();
        _server.WaitForExit();
        _server.Dispose();
        Directory.Delete(_folder!, recursive: true);
    }
}
