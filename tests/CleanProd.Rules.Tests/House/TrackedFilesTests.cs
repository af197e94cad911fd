using System.Text.RegularExpressions;
using Xunit;

namespace CleanProd.Rules.Tests.House;

/// <summary>What may not be in the checkout.</summary>
public partial class TrackedFilesTests
{
    [Fact]
    public void No_folder_bears_a_name_that_says_nothing_of_the_pipeline() =>
        Assert.DoesNotContain(Repository.Files, f => EmptyName().IsMatch(f));

    [Fact]
    public void No_file_names_a_path_of_somebodys_machine()
    {
        var wrong =
            from file in Repository.Files.Where(f => IsText(f) && !f.EndsWith(nameof(TrackedFilesTests) + ".cs", StringComparison.Ordinal))
            let match = MachinePath().Match(Repository.Text(file))
            where match.Success
            select $"{file}: {match.Value}";

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("see /home/anna/src/x", true)]
    [InlineData(@"C:\Users\anna\x", true)]
    [InlineData("/Users/anna/x", true)]
    [InlineData("/root/x", true)]
    [InlineData("\"/tmp/a/x\"", true)]
    [InlineData("https://example.org/home/page", false)]
    [InlineData("\"/home/2024\"", false)]
    [InlineData("src/home/main", false)]
    [InlineData("../tmp/x", false)]
    public void A_path_of_a_machine_is_told_from_other_text(string text, bool isPath) => Assert.Equal(isPath, MachinePath().IsMatch(text));

    [Fact]
    public void The_scripts_may_be_executed()
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (var script in new[] { "test.sh", ".ci/run" })
            Assert.True(File.GetUnixFileMode(Path.Combine(Repository.Root, script)).HasFlag(UnixFileMode.UserExecute), script);
    }

    private static bool IsText(string file) => Path.GetExtension(file) is not (".xlsx" or ".docx" or ".dotx" or ".png" or ".ico" or ".woff2" or ".zip");

    [GeneratedRegex(@"/(helpers?|utils?|utilities|common|misc|models|services)/", RegexOptions.IgnoreCase)]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"(?<![\w./:-])(/home/[A-Za-z_]|/Users/\w|/root/|/tmp/\w)|\b[A-Z]:\\Users\\", RegexOptions.None)]
    private static partial Regex MachinePath();
}
