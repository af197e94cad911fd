using System.Globalization;
using System.Reflection;
using System.Text;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Rules;

/// <summary><c>docs/rule-language.md</c>, made from the doc comments and attributes of the words themselves; a test fails when the file is stale.</summary>
public static partial class RuleLanguageReference
{
    /// <summary>The reference as Markdown.</summary>
    /// <param name="xmlDocumentation">The documentation file the compiler writes beside the library.</param>
    public static string Markdown(string xmlDocumentation)
    {
        var docs = new WordDocs(xmlDocumentation);
        var text = new StringBuilder(Introduction);
        var words = WordScope.Words.Select(w => w.Word).ToList();
        foreach (var type in WordScope.WordTypes.OrderBy(t => Order(t, words)).ThenBy(t => t.Name, StringComparer.Ordinal)) Append(text, type, docs);
        return text.ToString();
    }

    private static int Order(Type type, List<string> words) =>
        type.GetCustomAttribute<WordAttribute>()!.Word is { } word && words.IndexOf(word) is >= 0 and var i ? i : 100;

    private static void Append(StringBuilder text, Type type, WordDocs docs)
    {
        var word = type.GetCustomAttribute<WordAttribute>()!.Word;
        var list = WordScope.Words.Any(w => w.Word == word && w.Property.PropertyType.IsGenericType);
        var title = (word, type.Name) switch
        {
            ({ } w, _) => $"`{w}`{(list ? " (list)" : w is "audits" ? " (list of audits, with members of its own)" : "")}",
            (null, nameof(TextList)) => "`p.`*list parameter*",
            (null, nameof(ParameterTable)) => "`p.`*table parameter*",
            _ => "items of `audits`",
        };
        text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n{docs.Of(type)}\n\n");
        text.Append("| word | type | unit | meaning | when missing | example |\n|---|---|---|---|---|---|\n");
        foreach (var member in WordDocs.Members(type))
        {
            var example = member.GetCustomAttribute<ExampleAttribute>()!.Condition;
            text.Append(CultureInfo.InvariantCulture, $"| `{WordDocs.Signature(member)}` | {WordDocs.TypeName(member)} | {WordDocs.UnitOf(member)} | {Cell(docs.Of(member))} | {WordDocs.WhenMissing(member)} | `{Cell(example)}` |\n");
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
