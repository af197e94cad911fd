using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Rules;

/// <summary>What the code says of the words in its own doc comments and attributes: for the reference and for editors.</summary>
internal sealed partial class WordDocs
{
    private readonly Dictionary<string, string> _summaries;

    /// <param name="xmlDocumentation">The documentation file the compiler writes beside the library.</param>
    internal WordDocs(string xmlDocumentation) => _summaries = XDocument.Parse(xmlDocumentation).Descendants("member")
        .ToDictionary(m => m.Attribute("name")!.Value, m => Plain(m.Element("summary")), StringComparer.Ordinal);

    /// <summary>The members of a word type that are words, in the order of the code.</summary>
    internal static IEnumerable<MemberInfo> Members(Type type) => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(m => m is PropertyInfo or MethodInfo { IsSpecialName: false } && WordScope.IsWord(m)).OrderBy(m => m.MetadataToken);

    internal string Of(Type type) => _summaries.GetValueOrDefault($"T:{type.FullName}") ?? "";

    internal string Of(MemberInfo member) => _summaries.GetValueOrDefault(DocId(member)) ?? "";

    internal static string Signature(MemberInfo member) => member is MethodInfo method
        ? $"{method.Name}({string.Join(", ", method.GetParameters().Select(p => p.Name))})"
        : member.Name;

    internal static string TypeName(MemberInfo member) => WordTypes.Name(member is MethodInfo method ? method.ReturnType : ((PropertyInfo)member).PropertyType);

    /// <summary>The unit of a number: a symbol, the member of the item that names it, or that of the argument; null where it has none.</summary>
    internal static string? UnitOf(MemberInfo member) =>
        member.GetCustomAttribute<InUnitAttribute>()?.Unit
        ?? (member.GetCustomAttribute<InUnitOfAttribute>() is { } of ? $"`{of.Member}`" : null)
        ?? (member.GetCustomAttribute<InGivenUnitAttribute>() is not null ? $"`{((MethodInfo)member).GetParameters()[0].Name}`" : null);

    /// <summary>The only texts it can hold; none where any text is possible.</summary>
    internal static IReadOnlyList<string> ValuesOf(MemberInfo member) => member.GetCustomAttribute<OneOfAttribute>()?.Values ?? [];

    internal static string WhenMissing(MemberInfo member)
    {
        if (member.GetCustomAttribute<UnknownWhileNullAttribute>() is { } mark) return $"unknown while `{mark.Member}` is missing";
        if (member.GetCustomAttribute<UpToAttribute>() is not null) return "a lower bound while something is indeterminate or unreported";
        if (member.GetCustomAttribute<NullMeansNoneAttribute>() is { } none)
            return none.Unless is null ? "none: comparisons with it are false" : "none: comparisons are false; unknown when it should exist";
        return NeedsValue(member) ? "unknown: comparisons are undetermined" : "never";
    }

    private static bool NeedsValue(MemberInfo member)
    {
        var nullability = new NullabilityInfoContext();
        return (member is MethodInfo method ? nullability.Create(method.ReturnParameter) : nullability.Create((PropertyInfo)member)).ReadState == NullabilityState.Nullable;
    }

    private static string DocId(MemberInfo member) => member is MethodInfo method
        ? $"M:{method.DeclaringType!.FullName}.{method.Name}({string.Join(",", method.GetParameters().Select(p => p.ParameterType.FullName))})"
        : $"P:{member.DeclaringType!.FullName}.{member.Name}";

    private static string Plain(XElement? summary)
    {
        if (summary is null) return "";
        foreach (var reference in summary.Descendants().Where(e => e.Name.LocalName is "see" or "c").ToArray())
        {
            var name = reference.Attribute("cref")?.Value;
            reference.ReplaceWith($"`{(name is null ? reference.Value : name[(name.LastIndexOf('.') + 1)..].Split('(')[0])}`");
        }

        return Space().Replace(summary.Value, " ").Trim();
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Space();
}
