using System.Linq.Expressions;
using System.Reflection;

namespace CleanProd.Rules.Rules;

/// <summary>What the expression parser complains of, in words that help a pack author.</summary>
internal static class ParserMessage
{
    private static readonly string[] ListWords = ["Any", "All", "Count", "Sum", "Min", "Max", "Average", "Where"];

    /// <summary>The message with the nearest name that does exist, or the way a method is called.</summary>
    internal static string Explain(string message, IReadOnlyList<ParameterExpression> scope)
    {
        var quoted = message.Split('\'');
        if (quoted.Length < 2) return message;
        var wrong = quoted[1];
        var owner = quoted.Length >= 4 ? WordScope.WordTypes.FirstOrDefault(t => t.Name == quoted[3]) : null;
        if (message.Contains("incompatible", StringComparison.Ordinal) || message.Contains("not defined for the types", StringComparison.Ordinal))
            return $"{message.TrimEnd('.')}. Compare numbers with numbers, texts with texts, days with days (\"2016-07-01\").";
        var hint = owner is not null ? OfType(owner, wrong)
            : message.Contains("generic method", StringComparison.Ordinal) ? Nearest.Asked(wrong, ListWords)
            : Nearest.Asked(wrong, scope.Select(p => p.Name!).Concat(ListWords).Concat(["and", "or", "not"]));
        return hint.Length > 0 ? $"{message.TrimEnd('.')}.{hint}" : message;
    }

    /// <summary>Where a failure without a place happened: at the name it quotes.</summary>
    internal static int PlaceOf(string message, string text)
    {
        var quoted = message.Split('\'');
        if (quoted.Length < 2) return 0;
        var name = quoted[1];
        return ConditionTokens.Of(text).FirstOrDefault(t => t.Kind == TokenKind.Name && t.Text == name).Offset;
    }

    private static string OfType(Type owner, string wrong)
    {
        var members = owner.GetMembers(BindingFlags.Public | BindingFlags.Instance).Where(WordScope.IsWord).ToArray();
        if (members.OfType<MethodInfo>().FirstOrDefault(m => m.Name == wrong) is { } method)
            return $" Write {method.Name}({string.Join(", ", method.GetParameters().Select(p => $"{p.Name}: {WordTypes.Name(p.ParameterType)}"))}).";
        return Nearest.Asked(wrong, members.Where(m => m is PropertyInfo or MethodInfo { IsSpecialName: false }).Select(m => m.Name));
    }
}
