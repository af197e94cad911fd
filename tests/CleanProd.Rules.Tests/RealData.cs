using CleanProd.Rules.Import;
using Xunit;

namespace CleanProd.Rules.Tests;

/// <summary>Real records beside the repository. Where they are absent a test is skipped, but not on the machine that decides (CI=true).</summary>
internal static class RealData
{
    /// <summary>Files of a folder of the real records, named relative to it.</summary>
    internal static IReadOnlyList<SourceFile> Files(string folder, string pattern = "*")
    {
        var root = Find(folder);
        return
        [
            .. Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories)
                .Select(f => new SourceFile(Path.GetRelativePath(root, f).Replace('\\', '/'), () => File.OpenRead(f))),
        ];
    }

    /// <summary>Path of a file or folder of the real records.</summary>
    internal static string Find(string path)
    {
        var full = Path.Combine(Folder, path);
        var present = Directory.Exists(full) || File.Exists(full);
        if (!present && Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail($"{full} is absent.");
        Skip.IfNot(present, "The real records are not beside the repository.");
        return full;
    }

    /// <summary>A column map of the repository.</summary>
    internal static ColumnMap Map(string id)
    {
        var path = Path.Combine(Repository.Root, "data", "maps", id + ".json");
        return ColumnMapReader.Read(File.ReadAllText(path), id + ".json");
    }

    private static string Folder =>
        Environment.GetEnvironmentVariable("CLEANPROD_REAL_DATA") ?? Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "real-data"));
}
