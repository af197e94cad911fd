using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Tests;

/// <summary>What the project ships, read from the checkout.</summary>
internal static class Shipped
{
    private static readonly Lazy<ReferenceData> Loaded = new(() => ReferenceReader.Read(ReferenceFiles()));

    internal static string Root => Repository.Root;

    internal static ReferenceData Reference => Loaded.Value;

    internal static IReadOnlyList<string> PackFiles { get; } =
    [
        .. Directory.EnumerateFiles(PathOf("rules"), "*.json", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !f.StartsWith("rules/schema/", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    internal static IReadOnlyList<RulePack> NationalPacks => [.. PackFiles.Where(f => f.StartsWith("rules/cn/", StringComparison.Ordinal)).Select(Pack)];

    internal static string PathOf(string relative) => Path.Combine(Root, relative);

    internal static string Text(string relative) => File.ReadAllText(PathOf(relative));

    internal static RulePack Pack(string relative) => PackReader.Read(Text(relative), relative);

    internal static Dictionary<string, byte[]> ReferenceFiles()
    {
        var folder = PathOf("data/reference");
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);
    }
}
