using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace CleanProd.Rules.Tests.Rules.Fuzzing;

/// <summary>A process of the product that checks packs one after another, and may die of one.</summary>
internal sealed class CheckingChild : IDisposable
{
    private readonly Process _process;

    internal CheckingChild(bool withCases = false)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Shipped.Root, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "cleanprod.dll"), "rules", "check", "--stream"]) start.ArgumentList.Add(argument);
        if (withCases) start.ArgumentList.Add("--cases");
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
    }

    /// <summary>What the child said of a pack; null when it died or said nothing in time.</summary>
    internal Answer? Ask(string name, string text, TimeSpan within)
    {
        try
        {
            _process.StandardInput.WriteLine(JsonSerializer.Serialize(new { name, text }));
            _process.StandardInput.Flush();
            var line = _process.StandardOutput.ReadLineAsync();
            return line.Wait(within) && line.Result is { } answer ? Answer.Of(answer) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Whether the process has ended by itself; one that is only slow has not.</summary>
    internal bool HasDied => _process.HasExited;

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    /// <summary>One answer.</summary>
    internal sealed record Answer(bool Ok, long Milliseconds, IReadOnlyList<(string Code, string Message)> Errors, IReadOnlyList<(string Verdict, string Messages)> Cases)
    {
        internal static Answer Of(string line)
        {
            var json = JsonDocument.Parse(line).RootElement;
            return new(json.GetProperty("ok").GetBoolean(), json.GetProperty("milliseconds").GetInt64(),
                [.. json.GetProperty("errors").EnumerateArray().Select(e => (e.GetProperty("code").GetString()!, e.GetProperty("message").GetString()!))],
                [.. json.GetProperty("cases").EnumerateArray().Select(c => (c.GetProperty("verdict").GetString()!, string.Join("; ", c.GetProperty("messages").EnumerateArray().Select(m => m.GetString()))))]);
        }

        /// <summary>What may never be, in words; null for an honest answer.</summary>
        internal string? Fault => Errors.FirstOrDefault(e => e.Code == "internal") is { Code: not null } inner ? inner.Message
            : !Ok && Errors.Count == 0 ? "refused without a reason"
            : Errors.FirstOrDefault(e => e.Message.Length == 0) is { Code: not null } mute ? $"{mute.Code} without a message"
            : Cases.FirstOrDefault(c => c.Messages.Contains("double entry disagrees", StringComparison.Ordinal)) is { Verdict: not null } apart ? apart.Messages
            : null;
    }
}
