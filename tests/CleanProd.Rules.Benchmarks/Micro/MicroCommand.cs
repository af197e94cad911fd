using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace CleanProd.Rules.Benchmarks.Micro;

/// <summary><c>micro</c>: the smallest pieces by BenchmarkDotNet, with what they allocate.</summary>
internal static class MicroCommand
{
    internal static Command Command()
    {
        var folder = new Option<string?>("--out") { Description = "Where BenchmarkDotNet leaves its reports; a temporary folder by default." };
        var command = new Command("micro", "Rule evaluation, decoding of series, parsing of rows, comparison with a limit.") { folder };
        command.SetAction(parsed =>
        {
            // In this process: nothing else is built, and what is measured is what the solution holds.
            var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
                .WithArtifactsPath(parsed.GetValue(folder) ?? Path.Combine(Path.GetTempPath(), "cleanprod-micro"));
            return BenchmarkRunner.Run<MicroBenchmarks>(config).HasCriticalValidationErrors ? 1 : 0;
        });
        return command;
    }
}
