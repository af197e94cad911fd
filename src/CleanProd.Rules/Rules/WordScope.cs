using System.Linq.Expressions;
using System.Reflection;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Rules;

/// <summary>The words a condition may start with, as parameters of its expression.</summary>
internal static class WordScope
{
    /// <summary>Word, and the property of <see cref="FacilityFacts"/> that holds it, in the order RulesEngine gets them.</summary>
    internal static readonly IReadOnlyList<(string Word, PropertyInfo Property)> Words =
    [
        .. typeof(FacilityFacts).GetProperties().Select(p => (char.ToLowerInvariant(p.Name[0]) + p.Name[1..], p)),
    ];

    private static readonly Dictionary<string, PropertyInfo> Properties = Words.ToDictionary(w => w.Word, w => w.Property, StringComparer.Ordinal);

    /// <summary>The property that holds a word.</summary>
    internal static PropertyInfo PropertyOf(string word) => Properties[word];

    /// <summary>Types whose methods a condition may call.</summary>
    internal static readonly HashSet<Type> WordTypes =
    [
        .. typeof(FacilityFact).Assembly.GetTypes().Where(t => t.GetCustomAttribute<WordAttribute>() is not null),
    ];

    /// <summary>One parameter per word, and <c>p</c>.</summary>
    internal static ParameterExpression[] Parameters(Type parameterType) =>
    [
        .. Words.Select(w => Expression.Parameter(w.Property.PropertyType, w.Word)),
        Expression.Parameter(parameterType, "p"),
    ];

    /// <summary>Whether a public member is a word of the language.</summary>
    internal static bool IsWord(MemberInfo member) =>
        member.DeclaringType is { } type && WordTypes.Contains(type) && member.GetCustomAttribute<NotAWordAttribute>() is null;
}
