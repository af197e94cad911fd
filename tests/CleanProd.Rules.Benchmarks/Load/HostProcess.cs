using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CleanProd.Rules.Benchmarks.Load;

/// <summary><c>cleanprod serve</c> in a process of its own on a free port of this machine; stopped by its process id.</summary>
internal sealed partial class HostProcess : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _output = [];

    private HostProcess(Process process) => _process = process;

    internal Uri Address { get; private set; } = null!;

    /// <summary>What it has printed.</summary>
    internal string Output
    {
        get
        {
            lock (_output) return string.Join('\n', _output);
        }
    }

    /// <summary>Processor time it has used.</summary>
    internal TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The executable beside this program.</summary>
    internal static string Executable => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "cleanprod.exe" : "cleanprod");

    /// <summary>Starts a host and waits until it listens.</summary>
    /// <param name="store"><c>sqlite:FILE</c> or <c>postgres:CONNECTION</c>.</param>
    /// <param name="folder">Its current folder.</param>
    /// <param name="core">The one core it may use; null for all.</param>
    /// <param name="settings">Settings by name.</param>
    internal static async Task<HostProcess> StartAsync(string store, string folder, int? core = null, params (string Name, string Value)[] settings)
    {
        string[] command = core is { } only ? ["taskset", "-c", only.ToString(CultureInfo.InvariantCulture), Executable, "serve"] : [Executable, "serve"];
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        (string, string)[] all =
        [
            ("CLEANPROD_Store", store), ("CLEANPROD_Urls", "http://127.0.0.1:0"), ("CLEANPROD_Poll", "00:00:00.1"),
            ("CLEANPROD_RateLimits__Account", "100000000"), ("CLEANPROD_RateLimits__SignIn", "1000"), .. settings,
        ];
        foreach (var (name, value) in all) start.Environment[name] = value;
        var host = new HostProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Take(string? line)
        {
            if (line is null) return;
            lock (host._output) host._output.Add(line);
            if (Started().Match(line) is { Success: true } started) address.TrySetResult(started.Groups[1].Value);
        }

        host._process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"The host ended instead of starting:\n{host.Output}"));
        host._process.OutputDataReceived += (_, line) => Take(line.Data);
        host._process.ErrorDataReceived += (_, line) => Take(line.Data);
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        try
        {
            host.Address = new Uri(await address.Task.WaitAsync(TimeSpan.FromMinutes(5)));
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>Runs another verb of the executable to its end.</summary>
    internal static void Run(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Executable, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"cleanprod {string.Join(' ', arguments)} ended with {process.ExitCode}: {output}{errors.Result}");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            // TERM: an orderly end. What still runs after that is ended.
            using (var stop = Process.Start("kill", ["-TERM", FormattableString.Invariant($"{_process.Id}")])) stop.WaitForExit();
            if (!_process.WaitForExit(30_000)) _process.Kill();
        }

        _process.Dispose();
    }

    [GeneratedRegex("(http://127\\.0\\.0\\.1:[1-9][0-9]*)")]
    private static partial Regex Started();
}
