using CleanProd.Rules.Import;
using Xunit;

namespace CleanProd.Rules.Tests;

/// <summary>Real records beside the repository. Where they are absent a test is skipped, but not on the machine that decides (CI=true).</summary>
internal static class RealData
{
    /// <summary>Root of the repository.</summary>
    internal static string Repository { get; } = Up(AppContext.BaseDirectory);

    /// <summary>Files of a folder of the real records, named relative to it.</summary>
    internal static IReadOnlyList<SourceFile> Files(string folder, string pattern = "*")
    {
        var root = Path.Combine(Folder, folder);
        var present = Directory.Exists(root);
        if (!present && Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail($"{root} is absent.");
        Skip.IfNot(present, "The real records are not beside the repository.");
        return
        [
            .. Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories)
                .Select(f => new SourceFile(Path.GetRelativePath(root, f).Replace('\\', '/'), () => File.OpenRead(f))),
        ];
    }

    /// <summary>A column map of the repository.</summary>
    internal static ColumnMap Map(string id)
    {
        var path = Path.Combine(Repository, "data", "maps", id + ".json");
        return ColumnMapReader.Read(File.ReadAllText(path), id + ".json");
    }

    private static string Folder =>
        Environment.GetEnvironmentVariable("CLEANPROD_REAL_DATA") ?? Path.GetFullPath(Path.Combine(Repository, "..", "shared", "real-data"));

    private static string Up(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "CleanProd.Rules.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("CleanProd.Rules.sln is not above the tests.");
    }
}
