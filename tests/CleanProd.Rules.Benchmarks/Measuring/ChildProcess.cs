using System.Diagnostics;
using System.Text.Json;

namespace CleanProd.Rules.Benchmarks.Measuring;

/// <summary>What one piece of work took in a process of its own, where nothing else raises the peak of its memory.</summary>
/// <param name="Milliseconds">Wall time.</param>
/// <param name="ProcessorMilliseconds">Processor time over all cores: what remains comparable on a busy machine.</param>
/// <param name="PeakMb">Peak of resident memory, MB of 1,000,000 bytes.</param>
/// <param name="IdleMb">Resident memory before the work.</param>
/// <param name="AllocatedBytes">Managed bytes allocated.</param>
internal sealed record Alone(double Milliseconds, double ProcessorMilliseconds, double PeakMb, double IdleMb, long AllocatedBytes)
{
    /// <summary>Runs a command of this program in a process of its own.</summary>
    internal static Alone Run(params string[] arguments)
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = child.StandardError.ReadToEndAsync();
        var text = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0
            ? JsonSerializer.Deserialize<Alone>(text.Trim().Split('\n')[^1])!
            : throw new InvalidOperationException($"'{string.Join(' ', arguments)}' failed with {child.ExitCode}: {errors.Result}");
    }

    /// <summary>Does the work here and prints what it took.</summary>
    internal static void Print(Action work)
    {
        using var self = Process.GetCurrentProcess();
        var idle = self.WorkingSet64;
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var processor = self.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        work();
        var milliseconds = watch.Elapsed.TotalMilliseconds;
        self.Refresh();
        Console.WriteLine(JsonSerializer.Serialize(new Alone(milliseconds, (self.TotalProcessorTime - processor).TotalMilliseconds, self.PeakWorkingSet64 / 1e6, idle / 1e6, GC.GetTotalAllocatedBytes(precise: true) - before)));
    }
}
