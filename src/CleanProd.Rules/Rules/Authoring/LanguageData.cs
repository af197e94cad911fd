using System.Reflection;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Rules.Authoring;

/// <summary>One thing that can be written in a condition, for an editor to offer.</summary>
/// <param name="Text">What is written.</param>
/// <param name="Kind"><c>word</c>, <c>list</c>, <c>member</c>, <c>function</c>, <c>parameter</c>, <c>value</c> or <c>keyword</c>.</param>
/// <param name="Type">Type of what it gives: text, yes/no, number, whole number, date, list …</param>
/// <param name="Unit">Unit of the number; the name of the member that tells it; null where there is none.</param>
/// <param name="Documentation">What it means.</param>
/// <param name="WhenMissing">What a comparison with it gives while the fact is missing.</param>
/// <param name="Example">A condition that uses it.</param>
public sealed record LanguageItem(string Text, string Kind, string Type, string? Unit, string Documentation, string? WhenMissing, string? Example)
{
    /// <summary>The only texts it can hold.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>What may follow a dot.</summary>
    public IReadOnlyList<LanguageItem> Members { get; init; } = [];

    /// <summary>For a list, what may follow the dot behind one of its items.</summary>
    public IReadOnlyList<LanguageItem> ItemMembers { get; init; } = [];
}

/// <summary>The whole rule language as data for editors, from the doc comments of its own code.</summary>
public sealed class LanguageData
{
    private static readonly (string Name, string Documentation, string Type)[] ListFunctions =
    [
        ("Any", "Whether the condition holds for an item; without one, whether there is an item.", "yes/no"),
        ("All", "Whether the condition holds for every item.", "yes/no"),
        ("Count", "How many items fulfil the condition.", "whole number"),
        ("Where", "The items that fulfil the condition.", "list"),
        ("Sum", "The sum of a number over the items.", "number"),
        ("Min", "The smallest number of the items.", "number"),
        ("Max", "The greatest number of the items.", "number"),
        ("Average", "The mean of a number over the items.", "number"),
    ];

    private static readonly (string Name, string Documentation)[] Keywords =
    [
        ("and", "Both hold."), ("or", "One of them holds."), ("not", "It does not hold."), ("in", "A text is one of a list: word in (\"a\", \"b\")."),
        ("true", "Yes."), ("false", "No."), ("null", "Asks whether a fact is present: word == null."),
        ("iif", "iif(test, a, b): a where the test holds, else b."), ("Math.Abs", "A number without its sign."), ("Math.Min", "The smaller of two numbers."), ("Math.Max", "The greater of two numbers."),
    ];

    private readonly Dictionary<string, LanguageItem> _words;

    /// <param name="xmlDocumentation">The documentation file the compiler writes beside the library.</param>
    /// <param name="pack">A pack whose parameters are offered; null for none.</param>
    public LanguageData(string xmlDocumentation, RulePack? pack = null)
    {
        var docs = new WordDocs(xmlDocumentation);
        Words = [.. WordScope.Words.Select(w => Word(w.Word, w.Property.PropertyType, docs)), Parameters(pack, docs)];
        _words = Words.ToDictionary(w => w.Text, StringComparer.Ordinal);
    }

    /// <summary>The words a condition may start with, <c>p</c> among them.</summary>
    public IReadOnlyList<LanguageItem> Words { get; }

    /// <summary>Operators in words, constants and functions.</summary>
    public IReadOnlyList<LanguageItem> Others { get; } = [.. Keywords.Select(k => new LanguageItem(k.Name, k.Name.Contains('.', StringComparison.Ordinal) || k.Name == "iif" ? "function" : "keyword", "", null, k.Documentation, null, null))];

    /// <summary>What can stand at a place of a condition.</summary>
    /// <param name="condition">The text as far as it is written.</param>
    /// <param name="offset">Where the cursor is, from 0.</param>
    public IReadOnlyList<LanguageItem> At(string condition, int offset)
    {
        var tokens = ConditionTokens.Of(condition[..Math.Clamp(offset, 0, condition.Length)]).ToList();
        if (tokens is [.., { Kind: TokenKind.Text } open] && (open.Text.Length == 1 || open.Text[^1] != '"')) return Texts(tokens);
        // A word that is being written is left out: what fits before it fits instead of it.
        var begun = tokens is [.., { Kind: TokenKind.Name } last] && last.Offset + last.Text.Length == offset ? last.Text : "";
        if (begun.Length > 0) tokens.RemoveAt(tokens.Count - 1);
        var fits = tokens is [.., { Text: "." }] ? Members(tokens) : [.. Items(tokens), .. Words, .. Others];
        return [.. fits.Where(f => f.Text.StartsWith(begun, StringComparison.OrdinalIgnoreCase))];
    }

    private IReadOnlyList<LanguageItem> Members(List<ConditionToken> tokens)
    {
        var i = tokens.Count - 2;
        if (i < 0) return [];
        // Behind a call of Where the list goes on.
        if (tokens[i].Text == ")") return OwnerOf(tokens, tokens.Count)?.Members ?? [];
        if (tokens[i].Kind != TokenKind.Name) return [];
        if (i >= 2 && tokens[i - 1].Text == "." && _words.GetValueOrDefault(tokens[i - 2].Text)?.Members.FirstOrDefault(m => m.Text == tokens[i].Text) is { } member) return member.Members;
        return _words.GetValueOrDefault(tokens[i].Text)?.Members ?? ListOf(tokens, tokens[i].Text)?.ItemMembers ?? [];
    }

    // The items in scope: "list.Any(m =>" whose bracket is still open; five tokens stand before the arrow.
    private IEnumerable<LanguageItem> Items(List<ConditionToken> tokens)
    {
        for (var i = tokens.Count - 1; i >= 5; i--)
            if (tokens[i].Text == "=>" && tokens[i - 1].Kind == TokenKind.Name && IsOpen(tokens, i - 2) && OwnerOf(tokens, i - 3) is { } list)
                yield return new(tokens[i - 1].Text, "item", "item", null, list.Documentation, null, null) { Members = list.ItemMembers };
    }

    private LanguageItem? ListOf(List<ConditionToken> tokens, string item) => Items(tokens).FirstOrDefault(i => i.Text == item) is { } found
        ? new(item, "item", "item", null, "", null, null) { ItemMembers = found.Members } : null;

    // The list before ".Any", through any number of Where.
    private LanguageItem? OwnerOf(List<ConditionToken> tokens, int method)
    {
        while (method >= 2 && tokens[method - 1].Text == ".")
        {
            if (tokens[method - 2].Kind == TokenKind.Name) return _words.GetValueOrDefault(tokens[method - 2].Text);
            if (tokens[method - 2].Text != ")") return null;
            method = Opening(tokens, method - 2) - 1;
            if (tokens.ElementAtOrDefault(method).Text != "Where") return null;
        }

        return null;
    }

    // The bracket that a closing one ends; the first token where there is none.
    private static int Opening(List<ConditionToken> tokens, int closing)
    {
        var (i, depth) = (closing, 1);
        while (depth > 0 && i > 0)
        {
            i--;
            if (tokens[i].Text == ")") depth++;
            if (tokens[i].Text == "(") depth--;
        }

        return i;
    }

    private static bool IsOpen(List<ConditionToken> tokens, int bracket)
    {
        var depth = 0;
        for (var i = bracket; i < tokens.Count; i++)
        {
            if (tokens[i].Text == "(") depth++;
            if (tokens[i].Text == ")" && --depth == 0) return false;
        }

        return tokens[bracket].Text == "(";
    }

    // Inside the quotes behind "word ==": the texts the word can hold.
    private IReadOnlyList<LanguageItem> Texts(List<ConditionToken> tokens)
    {
        if (tokens is not [.., { Text: "." }, { Kind: TokenKind.Name } name, { Text: "==" or "!=" }, _]) return [];
        var word = Members(tokens[..^3]).FirstOrDefault(m => m.Text == name.Text);
        return [.. (word?.Values ?? []).Select(v => new LanguageItem(v, "value", "text", null, word!.Documentation, null, null))];
    }

    private static LanguageItem Word(string word, Type type, WordDocs docs)
    {
        var item = FactList(type);
        var own = WordDocs.Members(type).Select(m => Member(m, docs));
        var documentation = docs.Of(item is not null && type.IsGenericType ? item : type);
        return new(word, item is null ? "word" : "list", item is null ? "word" : "list", null, documentation, null, null)
        {
            Members = item is null ? [.. own] : [.. own, .. ListFunctions.Select(f => new LanguageItem(f.Name, "function", f.Type, f.Name == "Count" ? "1" : null, f.Documentation, null, null))],
            ItemMembers = item is null ? [] : [.. WordDocs.Members(item).Select(m => Member(m, docs))],
        };
    }

    private static LanguageItem Member(MemberInfo member, WordDocs docs) => new(
        member.Name, member is MethodInfo ? "function" : "member", WordDocs.TypeName(member), WordDocs.UnitOf(member), docs.Of(member), WordDocs.WhenMissing(member), member.GetCustomAttribute<ExampleAttribute>()?.Condition)
    {
        Values = WordDocs.ValuesOf(member),
    };

    private static LanguageItem Parameters(RulePack? pack, WordDocs docs) => new("p", "word", "word", null, "The parameters of the pack as they stand on the determination date.", null, null)
    {
        Members = [.. (pack?.Parameters ?? []).Select(p => new LanguageItem(p.Id, "parameter", p.Kind.ToString().ToLowerInvariant(), p.Unit.Length > 0 ? p.Unit : null, $"{p.Title.Zh} / {p.Title.En}", null, null)
        {
            Members = p.Kind == ParameterKind.Number ? [] : [.. WordDocs.Members(p.Kind == ParameterKind.List ? typeof(TextList) : typeof(ParameterTable)).Select(m => Member(m, docs))],
        })],
    };

    private static Type? FactList(Type type)
    {
        for (var t = type; t is not null; t = t.BaseType)
            if (t.IsGenericType && t.GetGenericTypeDefinition() == typeof(FactList<>)) return t.GetGenericArguments()[0];
        return null;
    }
}
