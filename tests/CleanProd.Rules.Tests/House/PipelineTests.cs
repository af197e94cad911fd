using System.Text.RegularExpressions;
using Xunit;

namespace CleanProd.Rules.Tests.House;

/// <summary>Import → Facts → Rules → Determinations → Lists → Notices → Cases: a later stage may see an earlier one, never the reverse.</summary>
public partial class PipelineTests
{
    // Facts is the vocabulary that every stage speaks, so it sees none of them.
    private static readonly string[] Order = ["Facts", "Import", "Rules", "Determinations", "Lists", "Notices", "Cases"];

    public static TheoryData<string> Stages => [.. Order];

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_stage_sees_no_later_stage(string stage)
    {
        var later = Order[(Array.IndexOf(Order, stage) + 1)..];
        var wrong =
            from file in Library.Where(f => StageOf(f) == stage)
            from seen in StagesNamed(Repository.Text(file))
            where later.Contains(seen)
            select $"{file} sees {seen}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_file_of_the_library_lies_in_a_stage_and_bears_its_namespace()
    {
        Assert.NotEmpty(Library);
        foreach (var file in Library)
        {
            Assert.Contains(StageOf(file), Order);
            var folders = string.Join('.', file.Split('/')[2..^1]);
            Assert.Matches($@"(?m)^namespace CleanProd\.Rules\.{Regex.Escape(folders)};\r?$", Repository.Text(file));
        }
    }

    [Theory]
    [InlineData("using CleanProd.Rules.Lists;", "Lists")]
    [InlineData("using static CleanProd.Rules.Cases.Stage;", "Cases")]
    [InlineData("using Unit = CleanProd.Rules.Facts.Unit;", "Facts")]
    [InlineData("    var x = CleanProd.Rules.Notices.Notice.Of(y);", "Notices")]
    [InlineData("    var x = global::CleanProd.Rules.Rules.RulePack.Of(y);", "Rules")]
    public void A_stage_is_seen_however_it_is_named(string line, string stage) => Assert.Equal([stage], StagesNamed(line));

    [Fact]
    public void The_library_depends_on_no_other_project_and_the_other_projects_on_the_library_alone()
    {
        Assert.DoesNotContain("ProjectReference", Repository.Text("src/CleanProd.Rules/CleanProd.Rules.csproj"), StringComparison.Ordinal);
        foreach (var project in new[] { "Storage", "Documents" })
        {
            var text = Repository.Text($"src/CleanProd.Rules.{project}/CleanProd.Rules.{project}.csproj");
            Assert.Equal(["../CleanProd.Rules/CleanProd.Rules.csproj"], ReferencedProject().Matches(text).Select(m => m.Groups[1].Value));
        }
    }

    private static IEnumerable<string> Library => Repository.Files.Where(f => f.StartsWith("src/CleanProd.Rules/", StringComparison.Ordinal) && f.EndsWith(".cs", StringComparison.Ordinal));

    private static string StageOf(string file) => file.Split('/')[2];

    private static IEnumerable<string> StagesNamed(string text) =>
        text.Split('\n')
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && !line.StartsWith("namespace ", StringComparison.Ordinal))
            .SelectMany(line => StageName().Matches(line).Select(m => m.Groups[1].Value))
            .Where(Order.Contains)
            .Distinct();

    [GeneratedRegex(@"\bCleanProd\.Rules\.(\w+)")]
    private static partial Regex StageName();

    [GeneratedRegex("ProjectReference Include=\"([^\"]+)\"")]
    private static partial Regex ReferencedProject();
}
