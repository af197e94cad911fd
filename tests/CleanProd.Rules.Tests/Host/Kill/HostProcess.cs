using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using CleanProd.Rules.Storage;

namespace CleanProd.Rules.Tests.Host.Kill;

/// <summary><c>cleanprod serve</c> as a process of its own, that can be killed, frozen and started again.</summary>
internal sealed partial class HostProcess : IDisposable
{
    private readonly Dictionary<string, string> _settings;
    private readonly ConcurrentQueue<string> _output = new();
    private Process? _process;
    private TaskCompletionSource<string> _address = new();

    /// <summary>A host on a store; it does not run yet.</summary>
    /// <param name="store">Its store.</param>
    /// <param name="settings">Settings beside, or instead of, those that make it quick to take up what others left.</param>
    internal HostProcess(StoreAddress store, params (string Name, string Value)[] settings)
    {
        _settings = new()
        {
            ["CLEANPROD_Store"] = $"{(store.Kind == StoreKind.Sqlite ? "sqlite" : "postgres")}:{store.Connection}",
            ["CLEANPROD_Urls"] = "http://127.0.0.1:0",
            ["CLEANPROD_Lease"] = "00:00:02",
            ["CLEANPROD_Supervise"] = "00:00:00.3",
            ["CLEANPROD_Poll"] = "00:00:00.2",
        };
        foreach (var (name, value) in settings) _settings[name] = value;
    }

    /// <summary>What it wrote since it was made, for the message of a failure.</summary>
    internal string Output => string.Join('\n', _output);

    /// <summary>The name under which it works.</summary>
    internal string Worker => FormattableString.Invariant($"{Environment.MachineName}/{_process!.Id}");

    /// <summary>Where it listens; null while it does not.</summary>
    internal Uri? Address { get; private set; }

    /// <summary>Starts it and waits until it listens.</summary>
    internal async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "cleanprod.dll"));
        start.ArgumentList.Add("serve");
        foreach (var (name, value) in _settings) start.Environment[name] = value;
        _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _process?.Dispose();
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var address = _address;
        _process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"The host ended instead of starting:\n{Output}"));
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            Address = new Uri(await _address.Task.WaitAsync(TimeSpan.FromMinutes(10)));
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The host does not start:\n{Output}");
        }
    }

    /// <summary>kill -9.</summary>
    internal void Kill()
    {
        Address = null;
        if (_process is not { HasExited: false }) return;
        Signal("KILL");
        _process!.WaitForExit();
    }

    /// <summary>SIGSTOP: it stands still without knowing.</summary>
    internal void Freeze() => Signal("STOP");

    /// <summary>SIGCONT: it goes on where it stood.</summary>
    internal void Thaw() => Signal("CONT");

    public void Dispose()
    {
        Kill();
        _process?.Dispose();
    }

    private void Signal(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private void Take(string? line)
    {
        if (line is null) return;
        _output.Enqueue(line);
        if (Started().Match(line) is { Success: true } started) _address.TrySetResult(started.Groups[1].Value);
    }

    [GeneratedRegex("服务已启动：(http://\\S+?)，")]
    private static partial Regex Started();
}
