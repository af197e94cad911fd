using System.Diagnostics;

namespace CleanProd.Rules.Mutants;

/// <summary>The folder in which the changed library lies beside the tests, and the processes that work there.</summary>
internal sealed class Bench(string folder)
{
    private const string Tests = "CleanProd.Rules.Tests";

    public string TestAssembly => Path.Combine(folder, Tests + ".dll");

    public string Library => Path.Combine(folder, ChangedLibrary.Name);

    public string ReachFile => Path.Combine(folder, "reach.json");

    /// <summary>A process of this program that sees what the tests see: their packages, native libraries and frameworks.</summary>
    public ProcessStartInfo Start(string verb)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        string[] words =
        [
            "exec", "--depsfile", Path.Combine(folder, Tests + ".deps.json"), "--runtimeconfig", Path.Combine(folder, Tests + ".runtimeconfig.json"),
            Path.Combine(folder, Path.GetFileName(Environment.GetCommandLineArgs()[0])), verb, folder,
        ];
        foreach (var word in words) start.ArgumentList.Add(word);
        // A change that never stops collecting ends its own process, not the machine: two GB.
        start.Environment["DOTNET_GCHeapHardLimit"] = "80000000";
        return start;
    }
}
