using System.Text.RegularExpressions;
using Xunit;

namespace CleanProd.Rules.Tests.House;

/// <summary>The tables that say where each clause is implemented and tested name code and tests that exist.</summary>
public partial class CoverageTests
{
    private static readonly ILookup<string, string> Tests = Sources("tests/");
    private static readonly ILookup<string, string> Code = Sources("src/");
    private static readonly string[] ReferenceFiles = [.. Repository.Files.Where(f => f.StartsWith("data/reference/", StringComparison.Ordinal) && f.EndsWith(".csv", StringComparison.Ordinal))];
    private static readonly HashSet<string> ReferenceColumns = ReferenceFiles.SelectMany(f => Repository.Text(f).TrimStart('\ufeff').Split('\n')[0].Trim().Split(',')).ToHashSet(StringComparer.Ordinal);

    public static TheoryData<string, string> Clauses => Rows("Coverage", 4);

    public static TheoryData<string, string> Cases => Rows("The fifteen cases", 3);

    [Theory]
    [MemberData(nameof(Clauses))]
    public void A_clause_names_code_and_tests_that_exist(string file, string row)
    {
        var cells = Cells(row);
        Assert.All(Named(cells[2]), c => Assert.True(IsCode(c), $"{file}: no code {c}"));
        Assert.All(Named(cells[3]), t => Assert.True(IsTest(t), $"{file}: no test {t}"));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_names_tests_that_exist(string file, string row) =>
        Assert.All(Named(Cells(row)[2]), t => Assert.True(IsTest(t) && t.Contains('.', StringComparison.Ordinal), $"{file}: no test {t}"));

    public static TheoryData<string> Attacks =>
        [.. Repository.Text("docs/security.md").Split("\n## ").Single(s => s.StartsWith("入口", StringComparison.Ordinal)).Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1)];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void What_stops_an_attack_is_tried_by_tests_that_exist(string row)
    {
        Assert.Equal(3, Cells(row).Length);
        Assert.All(Named(Cells(row)[2]), t => Assert.True(IsTest(t), $"docs/security.md: no test {t}"));
    }

    [Fact]
    public void All_fifteen_cases_are_there() =>
        Assert.Equal(Enumerable.Range(1, 15).Select(n => $"{n}"), Rows("The fifteen cases", 3).Select(r => Cells((string)r[1])[0].Split(' ')[0]));

    [Theory]
    [InlineData("LimitResolverTests.The_permit_comes_first_…", true)]
    [InlineData("LimitResolverTests.Nothing_of_the_kind", false)]
    [InlineData("NoSuchTests", false)]
    [InlineData("StackRateTests", true)]
    public void A_name_is_looked_up(string test, bool isThere) => Assert.Equal(isThere, IsTest(test));

    [Theory]
    [InlineData("StackRate.At", true)]
    [InlineData("StackRate.Nowhere", false)]
    [InlineData("NoSuchType", false)]
    [InlineData("marking_rules.csv", true)]
    [InlineData("no_such.csv", false)]
    [InlineData("suspended_from", true)]
    [InlineData("no_such_column", false)]
    public void A_place_in_the_code_is_looked_up(string code, bool isThere) => Assert.Equal(isThere, IsCode(code));

    // Class, Class.Method, or a method alone; a name that ends in … is a beginning.
    private static bool IsTest(string name)
    {
        var parts = name.Split('.', 2);
        var method = parts.Length == 2 ? parts[1] : name.Contains('_', StringComparison.Ordinal) ? name : null;
        var texts = parts.Length == 2 || method is null ? Tests[parts[0]] : Tests.SelectMany(t => t);
        return method is null ? texts.Any() : texts.Any(t => Regex.IsMatch(t, $@" (void|Task) {Regex.Escape(method.TrimEnd('…'))}{(method.EndsWith('…') ? "" : @"\(")}"));
    }

    // A type, a member of one, a file of the reference data or one of its columns.
    private static bool IsCode(string name)
    {
        if (name.EndsWith(".csv", StringComparison.Ordinal)) return ReferenceFiles.Contains("data/reference/" + name);
        if (char.IsLower(name[0])) return ReferenceColumns.Contains(name);
        var parts = name.Split('.', 2);
        return parts.Length == 2 ? Code[parts[0]].Any(t => Regex.IsMatch(t, $@"\b{Regex.Escape(parts[1])}\b")) : Code[name].Any();
    }

    private static TheoryData<string, string> Rows(string heading, int columns)
    {
        var rows = new TheoryData<string, string>();
        foreach (var file in new[] { "docs/limits.md", "docs/judging.md" })
        {
            var section = Repository.Text(file).Split("\n## ").FirstOrDefault(s => s.StartsWith(heading, StringComparison.Ordinal)) ?? "";
            foreach (var row in section.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1))
            {
                Assert.Equal(columns, Cells(row).Length);
                rows.Add(file, row);
            }
        }

        return rows;
    }

    private static string[] Cells(string row) => [.. row.Trim().Trim('|').Split('|').Select(c => c.Trim())];

    private static string[] Named(string cell)
    {
        var names = Backticks().Matches(cell).Select(m => m.Groups[1].Value).ToArray();
        Assert.NotEmpty(names);
        return names;
    }

    private static ILookup<string, string> Sources(string folder) => Repository.Files
        .Where(f => f.StartsWith(folder, StringComparison.Ordinal) && f.EndsWith(".cs", StringComparison.Ordinal))
        .ToLookup(f => Path.GetFileName(f).Split('.')[0], Repository.Text, StringComparer.Ordinal);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Backticks();
}
