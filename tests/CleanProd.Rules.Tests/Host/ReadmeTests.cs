using System.Text.RegularExpressions;

namespace CleanProd.Rules.Tests.Host;

/// <summary>The first command the README shows is run as it stands; those on real records are in <see cref="KnownAnswersTests"/>.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private const string Through = "dotnet run --project src/CleanProd.Rules.Host -c Release -- ";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_first_screen_holds_the_two_commands_and_the_first_one_works()
    {
        var first = Readme.CodeLines().Take(2).ToArray();
        Assert.StartsWith(Through + "screen ", first[0], StringComparison.Ordinal);
        Assert.Equal("./test.sh", first[1]);
        Assert.True(File.Exists(Shipped.PathOf("test.sh")));
        var run = Cleanprod.Through("dotnet", ["run", "--no-build", .. Arguments(first[0]["dotnet run ".Length..])]);
        Assert.True(run.ExitCode == 0, run.Error);
    }

    [Fact]
    public void Every_link_to_a_file_of_the_project_leads_somewhere()
    {
        foreach (var page in (string[])["README.md", "CONTRIBUTING.md", "docs/column-maps.md", "docs/data-format.md", "docs/architecture.md", "docs/deploy.md", "docs/evidence.md", "docs/quality.md", "docs/security.md", "docs/performance.md", "docs/scale.md", "data/samples/guangdong/README.md", "data/reference/README.md", "data/templates/README.md"])
            foreach (Match link in Link().Matches(Shipped.Text(page)))
            {
                var target = link.Groups[1].Value.Split('#')[0];
                if (target.Length == 0 || target.Contains("://", StringComparison.Ordinal)) continue;
                var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Shipped.PathOf(page))!, target));
                Assert.True(File.Exists(path) || Directory.Exists(path), $"{page}: {target}");
            }
    }

    private string[] Arguments(string command)
    {
        var arguments = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var output = Array.IndexOf(arguments, "--out") + 1;
        arguments[output] = Path.Combine(_folder.Path, arguments[output].Replace('/', '-'));
        return arguments;
    }

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
