using System.Diagnostics;
using System.Text;
using CleanProd.Rules.Host.Cli;

namespace CleanProd.Rules.Tests.Host;

/// <summary>The product as its users call it: its command line, within this process or as a process of its own.</summary>
internal static class Cleanprod
{
    internal sealed record Result(int ExitCode, string Output, string Error);

    private static readonly SpokenTo Output, Error;

    static Cleanprod()
    {
        // Verbs name files as a person in the checkout does.
        Environment.CurrentDirectory = Shipped.Root;
        Console.SetOut(Output = new(Console.Out));
        Console.SetError(Error = new(Console.Error));
    }

    /// <summary>Runs a verb in the checkout, from the words of the command line to the exit code, without the seconds a process takes to start.</summary>
    internal static Result Run(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        var code = Task.Run(() =>
        {
            Output.Listen(output);
            Error.Listen(error);
            return CommandLine.RunAsync(arguments);
        }).GetAwaiter().GetResult();
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>The same as a process, where the process itself is what is proven.</summary>
    internal static Result Process(params string[] arguments) => Run(Shipped.Root, "dotnet", [Path.Combine(AppContext.BaseDirectory, "cleanprod.dll"), .. arguments]);

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
        using var process = System.Diagnostics.Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.Result);
    }

    /// <summary>A console of which every test hears its own part.</summary>
    private sealed class SpokenTo(TextWriter otherwise) : TextWriter
    {
        private readonly AsyncLocal<TextWriter?> _listener = new();

        public override Encoding Encoding => Encoding.UTF8;

        internal void Listen(TextWriter listener) => _listener.Value = Synchronized(listener);

        public override void Write(char value) => (_listener.Value ?? otherwise).Write(value);

        public override void Write(char[] buffer, int index, int count) => (_listener.Value ?? otherwise).Write(buffer, index, count);

        public override void Write(ReadOnlySpan<char> buffer) => (_listener.Value ?? otherwise).Write(buffer);

        public override void Write(string? value) => (_listener.Value ?? otherwise).Write(value);

        public override void WriteLine(string? value) => (_listener.Value ?? otherwise).WriteLine(value);
    }
}

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("cleanprod-test-").FullName;

    internal string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
