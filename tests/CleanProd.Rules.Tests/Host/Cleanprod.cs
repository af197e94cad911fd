using System.Diagnostics;
using System.Text;

namespace CleanProd.Rules.Tests.Host;

/// <summary>The product as its users call it: a process.</summary>
internal static class Cleanprod
{
    internal sealed record Result(int ExitCode, string Output, string Error);

    /// <summary>Runs a verb in the checkout.</summary>
    internal static Result Run(params string[] arguments) => RunIn(Shipped.Root, arguments);

    internal static Result RunIn(string folder, params string[] arguments) =>
        Run(folder, "dotnet", [Path.Combine(AppContext.BaseDirectory, "cleanprod.dll"), .. arguments]);

    /// <summary>Runs a program in the checkout.</summary>
    internal static Result Through(string program, string[] arguments) => Run(Shipped.Root, program, arguments);

    /// <summary>Runs a verb with a heap of so many bytes at most.</summary>
    internal static Result RunWithin(long heap, params string[] arguments) =>
        Run(Shipped.Root, "dotnet", [Path.Combine(AppContext.BaseDirectory, "cleanprod.dll"), .. arguments], ("DOTNET_GCHeapHardLimit", $"0x{heap:X}"));

    private static Result Run(string folder, string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8 };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.Result);
    }
}

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("cleanprod-test-").FullName;

    internal string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
