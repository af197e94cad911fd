using System.Text.RegularExpressions;
using CleanProd.Rules.Tests;

namespace CleanProd.Rules.Browser;

/// <summary>The user guide names pictures that are there, and no others are there; each is one that these tests take.</summary>
[Collection(ProvinceTests.Name)]
public partial class GuideTests(Province province)
{
    [Fact]
    public async Task The_guide_shows_pictures_that_these_tests_take()
    {
        var docs = Path.Combine(Repository.Root, "docs");
        var named = Picture().Matches(await File.ReadAllTextAsync(Path.Combine(docs, "guide.md"))).Select(m => m.Groups[1].Value).ToArray();
        Assert.Equal(named.Order(StringComparer.Ordinal), Directory.EnumerateFiles(Path.Combine(docs, "guide")).Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));

        var visits = await EveryPageTests.VisitsAsync(province);
        var taken = visits.SelectMany(v => Sight.All.Select(s => $"{v.Name}-{s}")).ToHashSet(StringComparer.Ordinal);
        foreach (var source in Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "CleanProd.Rules.Browser"), "*Tests.cs"))
            taken.UnionWith(Taken().Matches(await File.ReadAllTextAsync(source)).Select(m => m.Groups[1].Value));
        Assert.Empty(named.Except(taken, StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\(guide/([\w-]+)\.png\)")]
    private static partial Regex Picture();

    [GeneratedRegex("PictureAsync\\(\"([\\w-]+)\"\\)")]
    private static partial Regex Taken();
}
