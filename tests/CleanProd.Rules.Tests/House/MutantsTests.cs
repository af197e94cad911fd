using CleanProd.Rules.Mutants;

namespace CleanProd.Rules.Tests.House;

/// <summary>What counts the changes of the library that tests notice, and the list of those that may survive.</summary>
public class MutantsTests
{
    private static readonly Mutant Change = new(7, "Rules/Margin.cs", 2, "a >= b");

    [Theory]
    [InlineData("Rules/Margin.cs", "a > b", ">=", "equal on both sides")]
    [InlineData("*", "a > b", "*", "equal on both sides")]
    [InlineData("Rules/Nearest.cs", "a > b", "*", null)]
    [InlineData("Rules/Margin.cs", "a < b", "*", null)]
    [InlineData("Rules/Margin.cs", "a > b", "a < b", null)]
    public void A_change_is_explained_by_file_line_and_what_stands_there_instead(string file, string line, string replacement, string? why) =>
        Assert.Equal(why, Listed($"{file}\t{line}\t{replacement}\tequal on both sides").Of(Change));

    [Fact]
    public void An_explanation_of_nothing_is_told_if_its_file_was_asked_for()
    {
        var list = Listed("# remark", "Rules/Margin.cs\ta > b\t>=\twhy", "Rules/Margin.cs\ta > b\t<=\twhy", "Rules/Nearest.cs\tc\t*\twhy");
        Assert.True(list.Explains(Change));
        Assert.False(list.Explains(Change with { Replacement = "a == b" }));
        Assert.Empty(list.Unused);
        list.Of(Change);
        Assert.Equal(["Rules/Margin.cs\ta > b\t<="], list.Unused);
    }

    [Theory]
    [InlineData("Rules/Margin.cs\ta > b\t>=")]
    [InlineData("Rules/Margin.cs\ta > b\t>=\t")]
    public void An_explanation_without_a_reason_is_none(string line) => Assert.Throws<FormatException>(() => Listed(line));

    [Fact]
    public void Every_explanation_names_a_line_that_stands_in_the_library()
    {
        var places = new Explanations(File.ReadAllLines(Shipped.PathOf("tests/CleanProd.Rules.Mutants/explained.tsv")), _ => []).Places.ToList();
        Assert.NotEmpty(places);
        foreach (var (file, line) in places) Assert.Contains(line, Shipped.Text("src/CleanProd.Rules/" + file), StringComparison.Ordinal);
    }

    [Fact]
    public void What_ends_the_process_or_the_patience_is_noticed_and_what_is_explained_does_not_count()
    {
        var results = new Dictionary<Mutant, (Verdict, string)>
        {
            [Change with { Id = 1 }] = (Verdict.Noticed, "a test"),
            [Change with { Id = 2 }] = (Verdict.Crashed, ""),
            [Change with { Id = 3 }] = (Verdict.TooLong, ""),
            [Change with { Id = 4 }] = (Verdict.Survived, ""),
            [Change with { Id = 5 }] = (Verdict.NotPassed, ""),
            [Change with { Id = 6 }] = (Verdict.Survived, ""),
            [Change with { Id = 8, File = "Facts/Unit.cs" }] = (Verdict.NotPassed, ""),
        };
        Assert.Equal([new Score("Facts", 0, 0, 0, 1), new Score("Rules", 3, 1, 1, 1)], Score.Of(results, m => m.Id == 6));
        Assert.Equal((60, 0, 100), (new Score("Rules", 3, 1, 1, 1).Percent, new Score("Facts", 0, 0, 0, 1).Percent, new Score("Facts", 0, 2, 0, 0).Percent));
    }

    [Fact]
    public void What_was_noticed_is_known_again_when_its_line_has_moved_and_not_where_one_of_two_alike_survived()
    {
        var folder = Directory.CreateTempSubdirectory("mutants").FullName;
        try
        {
            var (source, results) = (Path.Combine(folder, "Margin.cs"), Path.Combine(folder, "results.tsv"));
            var (noticed, alike, survived) = (new Mutant(1, "Margin.cs", 2, "a >= b"), new Mutant(2, "Margin.cs", 3, "false"), new Mutant(3, "Margin.cs", 2, "a < b"));
            File.WriteAllLines(source, ["first", "  if (a > b)", "  Say(c, c)"]);
            using (var past = new PastResults(results, folder))
            {
                past.Add(noticed, Verdict.Noticed, "a test");
                past.Add(alike, Verdict.Crashed, "");
                past.Add(alike with { Id = 4 }, Verdict.Survived, "");
                past.Add(survived, Verdict.NotPassed, "");
            }

            var known = PastResults.Noticed(results);
            File.WriteAllLines(source, ["before", "first", "\tif (a > b)"]);
            using var now = new PastResults(results, folder);
            Assert.Equal([now.Key(noticed with { Id = 9, Line = 3 })], known);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Explanations Listed(params string[] lines) => new(lines, _ => ["first", "if (a > b)"]);
}
