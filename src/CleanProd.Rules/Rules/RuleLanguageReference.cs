using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Rules;

/// <summary><c>docs/rule-language.md</c>, made from the doc comments and attributes of the words themselves; a test fails when the file is stale.</summary>
public static partial class RuleLanguageReference
{
    /// <summary>The reference as Markdown.</summary>
    /// <param name="xmlDocumentation">The documentation file the compiler writes beside the library.</param>
    public static string Markdown(string xmlDocumentation)
    {
        var docs = XDocument.Parse(xmlDocumentation).Descendants("member")
            .ToDictionary(m => m.Attribute("name")!.Value, m => Plain(m.Element("summary")), StringComparer.Ordinal);
        var text = new StringBuilder(Introduction);
        var words = WordScope.Words.Select(w => w.Word).ToList();
        foreach (var type in WordScope.WordTypes.OrderBy(t => Order(t, words)).ThenBy(t => t.Name, StringComparer.Ordinal)) Append(text, type, docs);
        return text.ToString();
    }

    private static int Order(Type type, List<string> words) =>
        type.GetCustomAttribute<WordAttribute>()!.Word is { } word && words.IndexOf(word) is >= 0 and var i ? i : 100;

    private static void Append(StringBuilder text, Type type, Dictionary<string, string> docs)
    {
        var word = type.GetCustomAttribute<WordAttribute>()!.Word;
        var list = word is not null && WordScope.Words.First(w => w.Word == word).Property.PropertyType is { IsGenericType: true };
        var title = (word, type.Name) switch
        {
            ({ } w, _) => $"`{w}`{(list ? " (list)" : w is "audits" ? " (list of audits, with members of its own)" : "")}",
            (null, nameof(TextList)) => "`p.`*list parameter*",
            (null, nameof(ParameterTable)) => "`p.`*table parameter*",
            _ => "items of `audits`",
        };
        text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n{docs.GetValueOrDefault($"T:{type.FullName}")}\n\n");
        text.Append("| word | type | meaning | when missing | example |\n|---|---|---|---|---|\n");
        foreach (var member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(IsShown).OrderBy(m => m.MetadataToken))
        {
            var example = member.GetCustomAttribute<ExampleAttribute>()?.Condition;
            text.Append(CultureInfo.InvariantCulture, $"| `{Signature(member)}` | {TypeName(member)} | {Cell(docs.GetValueOrDefault(DocId(member)) ?? "")} | {WhenMissing(member)} | {(example is null ? "" : $"`{Cell(example)}`")} |\n");
        }
    }

    private static bool IsShown(MemberInfo member) => member is PropertyInfo or MethodInfo { IsSpecialName: false } && WordScope.IsWord(member) && member.Name is not ("ToString" or "Equals" or "GetHashCode" or "GetType");

    private static string Signature(MemberInfo member) => member is MethodInfo method
        ? $"{method.Name}({string.Join(", ", method.GetParameters().Select(p => p.Name))})"
        : member.Name;

    private static string TypeName(MemberInfo member)
    {
        var type = member is MethodInfo method ? method.ReturnType : ((PropertyInfo)member).PropertyType;
        return ThreeValued.Plain(type).Name switch { "String" => "text", "Boolean" => "yes/no", "DateTime" => "date", "Int32" => "whole number", _ => "number" };
    }

    private static string WhenMissing(MemberInfo member)
    {
        if (member.GetCustomAttribute<UnknownWhileNullAttribute>() is { } mark) return $"unknown while `{mark.Member}` is missing";
        if (member.GetCustomAttribute<UpToAttribute>() is not null) return "a lower bound while something is indeterminate or unreported";
        if (member.GetCustomAttribute<NullMeansNoneAttribute>() is { } none)
            return none.Unless is null ? "none: comparisons with it are false" : "none: comparisons are false; unknown when it should exist";
        return NeedsValue(member) ? "unknown: comparisons are undetermined" : "never";
    }

    private static bool NeedsValue(MemberInfo member) => member switch
    {
        PropertyInfo p => Nullable.GetUnderlyingType(p.PropertyType) is not null || (!p.PropertyType.IsValueType && new NullabilityInfoContext().Create(p).ReadState == NullabilityState.Nullable),
        MethodInfo m => Nullable.GetUnderlyingType(m.ReturnType) is not null || (!m.ReturnType.IsValueType && new NullabilityInfoContext().Create(m.ReturnParameter).ReadState == NullabilityState.Nullable),
        _ => false,
    };

    private static string DocId(MemberInfo member) => member is MethodInfo method
        ? $"M:{method.DeclaringType!.FullName}.{method.Name}({string.Join(",", method.GetParameters().Select(p => p.ParameterType.FullName))})"
        : $"P:{member.DeclaringType!.FullName}.{member.Name}";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Plain(XElement? summary)
    {
        if (summary is null) return "";
        foreach (var reference in summary.Descendants().Where(e => e.Name.LocalName is "see" or "paramref" or "c").ToArray())
        {
            var name = reference.Attribute("cref")?.Value ?? reference.Attribute("name")?.Value;
            reference.ReplaceWith($"`{(name is null ? reference.Value : name[(name.LastIndexOf('.') + 1)..].Split('(')[0])}`");
        }

        return Space().Replace(summary.Value, " ").Trim();
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Space();
}
