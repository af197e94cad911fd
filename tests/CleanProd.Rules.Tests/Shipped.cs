using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Tests;

/// <summary>What the project ships, read from the checkout.</summary>
internal static class Shipped
{
    /// <summary>The root of the checkout.</summary>
    internal static string Root { get; } = FindRoot();

    private static readonly Lazy<ReferenceData> Loaded = new(() =>
    {
        var folder = Path.Combine(Root, "data", "reference");
        return ReferenceReader.Read(Directory.EnumerateFiles(folder, "*.csv", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal));
    });

    internal static ReferenceData Reference => Loaded.Value;

    internal static string PathOf(string relative) => Path.Combine(Root, relative);

    internal static RulePack Pack(string relative) => PackReader.Read(File.ReadAllText(PathOf(relative)), relative);

    internal static IReadOnlyList<string> PackFiles { get; } =
    [
        .. new[] { "cn", "gd", "examples" }.SelectMany(f => Directory.EnumerateFiles(Path.Combine(Root, "rules", f), "*.json"))
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    internal static IReadOnlyList<RulePack> NationalPacks => [.. PackFiles.Where(f => f.StartsWith("rules/cn/", StringComparison.Ordinal)).Select(Pack)];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CleanProd.Rules.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside the checkout.");
    }
}
