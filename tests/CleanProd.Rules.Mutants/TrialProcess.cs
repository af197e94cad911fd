using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace CleanProd.Rules.Mutants;

/// <summary>A process of <see cref="Trial"/>, seen from the one that orders the trials; a change may make it hang, eat memory or die.</summary>
internal sealed class TrialProcess : IDisposable
{
    /// <summary>The first word of an answer; whatever else the tests print is passed over.</summary>
    public const string Answer = "cleanprod-mutant";

    private static readonly TimeSpan ToStart = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly BlockingCollection<string?> _lines = [];

    public TrialProcess(Bench bench)
    {
        _process = Process.Start(bench.Start("try"))!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        new Thread(() =>
        {
            while (_process.StandardOutput.ReadLine() is { } line)
                if (line == Trial.Ready || line.StartsWith(Answer, StringComparison.Ordinal)) _lines.Add(line);
            _lines.Add(null);
        }) { IsBackground = true }.Start();
        if (!_lines.TryTake(out var first, ToStart) || first != Trial.Ready) throw new InvalidOperationException("A process for trials does not start.");
    }

    /// <summary>Whether no change was tried here yet.</summary>
    public bool Fresh { get; private set; } = true;

    /// <summary>Whether a later change would be blamed for what an earlier one left behind or ended.</summary>
    public bool Spent { get; private set; }

    /// <summary>What a test noticed of a change; null when none answered in time.</summary>
    public (Verdict Verdict, string Test) Try(Mutant mutant, TimeSpan patience, TimeSpan limit)
    {
        Fresh = false;
        _process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mutant.Id}\t{mutant.File}\t{(int)patience.TotalSeconds}"));
        _process.StandardInput.Flush();
        var inTime = _lines.TryTake(out var line, limit);
        if (line?.Split('\t') is [_, var verdict, var left, var test])
        {
            Spent = left == "spoiled";
            return (verdict == "survived" ? Verdict.Survived : Verdict.Noticed, test);
        }

        Spent = true;
        return (inTime ? Verdict.Crashed : Verdict.TooLong, "");
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
