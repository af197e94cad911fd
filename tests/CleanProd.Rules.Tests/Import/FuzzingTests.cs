using System.Diagnostics;
using System.Globalization;
using CleanProd.Rules.Tests.Host;
using Xunit.Abstractions;

namespace CleanProd.Rules.Tests.Import;

/// <summary>
/// Inputs made at random are read by processes of their own: a crash, even of the stack, and a hang are seen from outside. What broke once is kept in
/// <see cref="Kept"/> by its seed and read again every time.
/// </summary>
public class FuzzingTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(5);

    /// <summary>Kinds with the seed of a run; the seeds of inputs that once broke something stand behind.</summary>
    public static TheoryData<string, int> Kept => new()
    {
        { "csv", 1 }, { "xlsx", 2 }, { "hj212", 3 }, { "map", 4 },
        // A unit with thirty digits before it; a sheet without a name.
        { "csv", 51724137 }, { "xlsx", 1158413631 },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task Whatever_comes_is_read_or_refused_in_good_order_and_no_row_or_finding_is_lost(string kind, int seed)
    {
        var seconds = Effort.Rounds > 1 ? 120 : 2;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "cleanprod-fuzzing.dll"), Shipped.Root, kind, seed.ToString(CultureInfo.InvariantCulture), seconds.ToString(CultureInfo.InvariantCulture)])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var (last, inputs) = ("", 0);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not { Length: > 0 } text) return;
            last = text;
            inputs++;
        };
        process.BeginOutputReadLine();
        var error = process.StandardError.ReadToEndAsync();
        using var hang = new CancellationTokenSource(Hang + TimeSpan.FromSeconds(seconds));
        try
        {
            await process.WaitForExitAsync(hang.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            Assert.Fail($"{last} hangs");
        }

        output.WriteLine($"{kind}: {last} in {seconds} s");
        Assert.True(process.ExitCode == 0, $"{last}: {await error}");
        Assert.Equal($"read {inputs - 1}", last);
        Assert.True(inputs > 20);
    }
}
