using System.Diagnostics;

namespace CleanProd.Rules.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Files that git tracks, or would once added, by path from the root; without those deleted from the work tree.</summary>
    public static IReadOnlyList<string> Files { get; } = ListFiles();

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CleanProd.Rules.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests must run inside the checkout: no CleanProd.Rules.sln above " + AppContext.BaseDirectory);
    }

    private static string[] ListFiles()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-c", "core.quotePath=false", "ls-files", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        })!;
        var files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        if (git.ExitCode != 0 || files.Length == 0) throw new InvalidOperationException("git lists no files: the tests need a git checkout.");
        return [.. files.Distinct().Where(f => File.Exists(Path.Combine(Root, f)))];
    }
}
