using System.Linq.Expressions;
using System.Reflection;

namespace CleanProd.Rules.Rules;

/// <summary>What the expression parser complains of, in words that help a pack author.</summary>
internal static class ParserMessage
{
    private static readonly string[] ListWords = ["Any", "All", "Count", "Sum", "Min", "Max", "Average", "Where"];

    // What the parser calls the types of values, and what people call them.
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["Boolean"] = "yes/no", ["Int32"] = "whole number", ["Int64"] = "whole number", ["Decimal"] = "number", ["Double"] = "number", ["DateTime"] = "date", ["String"] = "text", ["FactList`1"] = "list",
        ["System.Int32"] = "whole number", ["System.String"] = "text", [typeof(TextList).FullName!] = "list", [typeof(ParameterTable).FullName!] = "table",
    };

    /// <summary>The message with the nearest name that does exist, or the way a method is called.</summary>
    internal static string Explain(string message, IReadOnlyList<ParameterExpression> scope)
    {
        var quoted = message.Split('\'');
        if (quoted is not [_, var wrong, ..]) return message.TrimEnd('.') + ".";
        if (message.Contains("generic method", StringComparison.Ordinal)) return OfList(wrong);
        var plain = Plain(quoted);
        if (message.Contains("incompatible", StringComparison.Ordinal) || message.Contains("not defined for the types", StringComparison.Ordinal) || message.Contains("'Compare' not found", StringComparison.Ordinal))
            return $"{plain}. Compare numbers with numbers, texts with texts, days with days (\"2016-07-01\").";
        var owner = quoted is [_, _, _, var type, ..] ? WordScope.WordTypes.FirstOrDefault(t => t.Name == type) : null;
        var hint = owner is not null ? OfType(owner, wrong)
            : quoted is [.., "Math", _] ? " The functions of Math take numbers that are never missing; a fact that may be missing is compared as it is."
            : quoted is [.., "DateTime?", _] ? " A day that may be missing is compared as it is, with a day such as \"2016-07-01\"."
            : Nearest.Asked(wrong, [.. scope.Select(p => p.Name!), .. ListWords, "and", "or", "not"]);
        return $"{plain}.{hint}";
    }

    // The parser looks for an item's word as if the list were a type of its own.
    private static string Plain(string[] quoted)
    {
        if (quoted is ["Type ", var name, " not found"]) return $"Unknown identifier '{name}'";
        var words = quoted.Select((q, i) => i % 2 == 1 && quoted[i - 1].Split(' ') is [.., "type" or "types" or "and" or "or", ""] ? Types.GetValueOrDefault(q.TrimEnd('?'), q) : q);
        return string.Join('\'', words).TrimEnd('.');
    }

    private static string OfList(string wrong) => wrong switch
    {
        "Any" or "All" or "Count" or "Where" => $"'{wrong}' asks a condition of the items of a list: write list.{wrong}(x => x.Word > 1).",
        "Sum" or "Min" or "Max" or "Average" => $"'{wrong}' needs a number of each item of a list: write list.{wrong}(x => x.Word).",
        _ => $"Lists have no '{wrong}'. They have {string.Join(", ", ListWords)}.{Nearest.Asked(wrong, ListWords)}",
    };

    /// <summary>Where a failure without a place happened: at the name it quotes.</summary>
    internal static int PlaceOf(string message, string text)
    {
        var quoted = message.Split('\'');
        if (quoted is not [_, var name, ..]) return 0;
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
