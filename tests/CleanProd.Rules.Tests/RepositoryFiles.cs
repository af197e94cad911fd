namespace CleanProd.Rules.Tests;

/// <summary>Files of the repository, found from where the tests run.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static IEnumerable<string> Packs => Directory.EnumerateFiles(Path.Combine(Root, "rules"), "*.json", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/')).Where(f => !f.StartsWith("rules/schema/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public static Dictionary<string, byte[]> Reference => Directory.EnumerateFiles(Path.Combine(Root, "data/reference"), "*", SearchOption.AllDirectories)
        .ToDictionary(f => Path.GetRelativePath(Path.Combine(Root, "data/reference"), f).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "CleanProd.Rules.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("CleanProd.Rules.sln was not found above the tests.");
    }
}
