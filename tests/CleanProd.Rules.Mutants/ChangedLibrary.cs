using System.Diagnostics;

namespace CleanProd.Rules.Mutants;

/// <summary>Has dotnet-stryker build the library with every change in it, and takes what it built and its list of the changes.</summary>
internal static class ChangedLibrary
{
    public const string Name = "CleanProd.Rules.dll";

    /// <summary>Makes a bench of the tests as they were built and a library that is built anew, which takes minutes.</summary>
    /// <param name="root">The checkout.</param>
    /// <param name="folders">The folders of the library whose changes are listed.</param>
    /// <param name="folder">Where the bench is made; within the checkout, whose data the tests look for.</param>
    public static async Task<(Bench Bench, IReadOnlyList<Mutant> Mutants)> MakeAsync(string root, IReadOnlyList<string> folders, string folder)
    {
        var (own, untouched, tests) = (TestsOf("Mutants"), TestsOf("Untouched"), TestsOf("Tests"));
        var (output, built) = (Path.Combine(folder, "stryker"), BuiltOf(untouched));
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        Copy(BuiltOf(tests), folder);
        // Left behind by one that was ended.
        if (IsChanged(Path.Combine(built, Name))) File.Delete(Path.Combine(built, Name));
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = untouched, RedirectStandardOutput = true };
        string[] words = ["stryker", "--config-file", Path.Combine(own, "stryker.json"), "--output", output, "--concurrency", "2", .. folders.SelectMany(f => (string[])["--mutate", f + "/**/*.cs"])];
        foreach (var word in words) start.ArgumentList.Add(word);
        using var stryker = Process.Start(start)!;
        var said = stryker.StandardOutput.ReadToEndAsync();
        // What it built lies beside its tests for as long as it runs them; it puts the unchanged library back at its end.
        var (taken, length) = (false, 0L);
        while (!stryker.HasExited)
        {
            await Task.Delay(200);
            if (taken || !IsChanged(Path.Combine(built, Name))) continue;
            // It may be in the middle of being written.
            var now = new FileInfo(Path.Combine(built, Name)).Length;
            if (now == length) File.Copy(Path.Combine(built, Name), Path.Combine(folder, Name), overwrite: true);
            (taken, length) = (now == length, now);
        }

        var report = Path.Combine(output, "reports", "mutation-report.json");
        if (!taken || !File.Exists(report)) throw new InvalidOperationException("dotnet-stryker did not build the changed library:\n" + await said);
        Copy(AppContext.BaseDirectory, folder);
        return (new Bench(folder), Mutant.Read(report, Path.Combine(root, "src", "CleanProd.Rules")));

        string TestsOf(string name) => Path.Combine(root, "tests", "CleanProd.Rules." + name);
        static string BuiltOf(string project) => Path.Combine(project, "bin", "Release", "net10.0");
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
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
