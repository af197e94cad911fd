using System.Diagnostics;

namespace CleanProd.Rules.Mutants;

/// <summary>Has dotnet-stryker build the library with every change in it, and takes what it built and its list of the changes.</summary>
internal static class ChangedLibrary
{
    public const string Name = "CleanProd.Rules.dll";

    /// <summary>Makes a bench. Takes minutes: the tests and the library are compiled.</summary>
    /// <param name="root">The checkout.</param>
    /// <param name="folders">The folders of the library whose changes are listed.</param>
    /// <param name="folder">Where the bench is made; within the checkout, whose data the tests look for.</param>
    public static async Task<(Bench Bench, IReadOnlyList<Mutant> Mutants)> MakeAsync(string root, IReadOnlyList<string> folders, string folder)
    {
        var (own, tests) = (Path.Combine(root, "tests", "CleanProd.Rules.Mutants"), Path.Combine(root, "tests", "CleanProd.Rules.Tests"));
        var (output, built) = (Path.Combine(folder, "stryker"), Path.Combine(tests, "bin", "Release", "net10.0"));
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        // Left behind by one that was ended.
        if (IsChanged(Path.Combine(built, Name))) File.Delete(Path.Combine(built, Name));
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = tests, RedirectStandardOutput = true };
        string[] words = ["stryker", "--config-file", Path.Combine(own, "stryker.json"), "--output", output, .. folders.SelectMany(f => (string[])["--mutate", f + "/**/*.cs"])];
        foreach (var word in words) start.ArgumentList.Add(word);
        using var stryker = Process.Start(start)!;
        var said = stryker.StandardOutput.ReadToEndAsync();
        // What it built lies beside the tests for as long as it runs them; it puts the unchanged library back at its end.
        var taken = false;
        while (!stryker.HasExited)
        {
            await Task.Delay(500);
            if (taken || !IsChanged(Path.Combine(built, Name))) continue;
            // It may be in the middle of being written.
            await Task.Delay(3000);
            foreach (var file in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(folder, Path.GetRelativePath(built, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy, overwrite: true);
            }

            taken = true;
        }

        var report = Path.Combine(output, "reports", "mutation-report.json");
        if (!taken || !File.Exists(report)) throw new InvalidOperationException("dotnet-stryker did not build the changed library:\n" + await said);
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        return (new Bench(folder), Mutant.Read(report, Path.Combine(root, "src", "CleanProd.Rules")));
    }

    private static bool IsChanged(string library)
    {
        try
        {
            return File.ReadAllBytes(library).AsSpan().IndexOf("MutantControl"u8) >= 0;
        }
        catch (IOException)
        {
            // Not there, or being written.
            return false;
        }
    }
}
