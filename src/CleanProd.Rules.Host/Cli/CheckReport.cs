using System.Globalization;
using CleanProd.Rules.Storage.Upkeep.Checks;

namespace CleanProd.Rules.Host.Cli;

/// <summary>What checks of a store found, for a terminal.</summary>
internal static class CheckReport
{
    /// <summary>Writes faults to standard error and the sum to standard output; gives the exit code.</summary>
    internal static int Write(IReadOnlyList<StoreCheckResult> results)
    {
        foreach (var result in results)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(result.FaultCount == 0 ? "相符" : "不符")} {result.Subject.Zh} {result.Subject.En}: {result.Examined:N0}"));
            foreach (var fault in result.Faults) Console.Error.WriteLine($"{fault.Place}: {fault.What.Zh} {fault.What.En}");
            if (result.FaultCount > result.Faults.Count) Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… {result.FaultCount:N0}"));
        }

        var faults = results.Sum(r => r.FaultCount);
        Console.WriteLine(faults == 0 ? "存储完好。 The store verifies." : string.Create(CultureInfo.InvariantCulture, $"发现 {faults:N0} 处问题。 {faults:N0} faults found."));
        return faults == 0 ? ExitCode.Done : ExitCode.Attention;
    }
}
