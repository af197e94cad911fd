using System.Reflection;
using System.Text.RegularExpressions;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Tests.Rules;

public partial class RuleLanguageReferenceTests
{
    private static readonly string Generated = RuleLanguageReference.Markdown(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "CleanProd.Rules.xml")));

    [Fact]
    public void The_reference_is_not_stale() => Assert.True(
        Generated == Shipped.Text("docs/rule-language.md"),
        "docs/rule-language.md is stale: dotnet run --project src/CleanProd.Rules.Host -- rules language > docs/rule-language.md");

    [Fact]
    public void Every_word_has_a_meaning_and_an_example_that_compiles()
    {
        const string parameters = """
            { "id": "SomeList", "kind": "list", "title": { "zh": "清单", "en": "list" }, "values": [{ "from": "2000-01-01", "to": null, "value": ["a"], "citation": "x", "basis": "derived" }] },
            { "id": "SomeTable", "kind": "table", "unit": "kg", "title": { "zh": "表", "en": "table" }, "values": [{ "from": "2000-01-01", "to": null, "value": { "a": 1 }, "citation": "x", "basis": "derived" }] }
            """;
        foreach (var member in WordScope.WordTypes.SelectMany(t => t.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(m => m is PropertyInfo or MethodInfo { IsSpecialName: false } && WordScope.IsWord(m)))
        {
            var example = member.GetCustomAttribute<ExampleAttribute>();
            Assert.True(example is not null, $"{member.DeclaringType!.Name}.{member.Name} has no example.");
            TestFacts.Compiled(example.Condition, parameters: parameters);
        }

        Assert.DoesNotMatch(EmptyMeaning(), Generated);
    }

    [Fact]
    public void The_whole_pack_in_the_reference_can_be_used_and_passes_its_cases()
    {
        var text = Generated[(Generated.IndexOf("```json", StringComparison.Ordinal) + 7)..];
        var pack = PackReader.Read(text[..text.IndexOf("```", StringComparison.Ordinal)], "docs/rule-language.md");
        var results = PackCaseRunner.Run(pack, Shipped.Reference);
        Assert.NotEmpty(results);
        Assert.All(results, r => Assert.True(r.Verdict == CaseVerdict.Pass, string.Join("; ", r.Messages)));
    }

    [GeneratedRegex(@"^\| `[^`]+` \| [^|]+ \| [^|]*\|\s*\|", RegexOptions.Multiline)]
    private static partial Regex EmptyMeaning();
}
