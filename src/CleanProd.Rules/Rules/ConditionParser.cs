using System.Linq.Dynamic.Core;
using System.Linq.Dynamic.Core.CustomTypeProviders;
using System.Linq.Dynamic.Core.Exceptions;
using System.Linq.Dynamic.Core.Parser;
using System.Linq.Expressions;
using System.Reflection;

namespace CleanProd.Rules.Rules;

/// <summary>Text of a condition to a checked expression: scan, parse with a configuration of our own, whitelist.</summary>
internal sealed class ConditionParser
{
    private static readonly ParsingConfig Config = new()
    {
        CustomTypeProvider = new WordTypeProvider(),
        DisallowNewKeyword = true,
        ResolveTypesBySimpleName = false,
        SupportCastingToFullyQualifiedTypeAsString = false,
        SupportEnumerationsFromSystemNamespace = false,
        IsCaseSensitive = true,
    };

    private readonly string _fileName;
    private readonly ParameterSet _parameters;

    internal ConditionParser(string fileName, ParameterSet parameters)
    {
        _fileName = fileName;
        _parameters = parameters;
        Words = WordScope.Parameters(parameters.Type);
    }

    /// <summary>The parameters of every expression this parser returns.</summary>
    internal ParameterExpression[] Words { get; }

    /// <summary>Parses a yes-or-no condition.</summary>
    /// <exception cref="PackException">It is refused, with line and column.</exception>
    internal Expression Condition(ConditionText text) => Parse(text.Text, text.Position, text.Locals, typeof(bool));

    /// <summary>Parses an expression of any type.</summary>
    /// <exception cref="PackException">It is refused, with line and column.</exception>
    internal Expression Value(ConditionText text) => Parse(text.Text, text.Position, text.Locals, null);

    private Expression Parse(string text, TextPosition start, IReadOnlyList<(string Name, string Text, TextPosition Position)> locals, Type? type)
    {
        if (ExpressionScan.Find(text) is { } fault) throw Refuse(start, text, fault.Offset, fault.Code, fault.Message);
        var scope = new List<ParameterExpression>(Words);
        var bodies = new Dictionary<ParameterExpression, Expression>();
        for (var i = 0; i < locals.Count; i++)
        {
            var (name, localText, position) = locals[i];
            var body = Parse(localText, position, locals.Take(i).ToArray(), null);
            var parameter = Expression.Parameter(body.Type, name);
            scope.Add(parameter);
            bodies[parameter] = body;
        }

        Expression parsed;
        try
        {
            parsed = new ExpressionParser([.. scope], text, [], Config).Parse(type, false);
        }
        catch (ParseException e)
        {
            throw Refuse(start, text, e.Position, "syntax", Explain(e.Message, scope));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or NotSupportedException or FormatException or OverflowException or TargetInvocationException or NullReferenceException or IndexOutOfRangeException or KeyNotFoundException)
        {
            // The parser lets some of its own failures through; a pack author must still see a place and a reason.
            throw Refuse(start, text, 0, "syntax", $"The condition cannot be read: {e.Message}");
        }

        var folded = new Folding(bodies, Words[^1], _parameters).Visit(parsed);
        if (ConditionWhitelist.Find(folded, text) is { } refused) throw Refuse(start, text, refused.Offset, "not_allowed", refused.Message);
        return folded;
    }

    private PackException Refuse(TextPosition start, string text, int offset, string code, string message)
    {
        offset = Math.Clamp(offset, 0, text.Length);
        // Line breaks and quotes inside a JSON string are escapes of two characters on one line of the file.
        var column = start.Column + offset + text.AsSpan(0, offset).Count('"') + text.AsSpan(0, offset).Count('\n');
        return new PackException(new PackError(_fileName, start with { Column = column }, code, $"{message} In the condition: {Around(text, offset)}"));
    }

    private static string Around(string text, int offset)
    {
        var from = Math.Max(0, offset - 30);
        var to = Math.Min(text.Length, offset + 30);
        return $"{(from > 0 ? "…" : "")}{text[from..offset]}▸{text[offset..to]}{(to < text.Length ? "…" : "")}";
    }

    // "No property or field 'Nam' exists in type 'FacilityFact'" gets the nearest name that does exist.
    private static string Explain(string message, IReadOnlyList<ParameterExpression> scope)
    {
        var quoted = message.Split('\'');
        if (quoted.Length < 2) return message;
        var wrong = quoted[1];
        var typeName = quoted.Length >= 4 ? quoted[3] : null;
        var owner = typeName is null ? null : WordScope.WordTypes.FirstOrDefault(t => t.Name == typeName);
        var candidates = owner is not null
            ? owner.GetMembers().Where(WordScope.IsWord).Select(m => m.Name)
            : scope.Select(p => p.Name!).Concat(["Any", "All", "Count", "Sum", "Min", "Max", "Average", "Where", "and", "or", "not"]);
        var nearest = candidates.Distinct(StringComparer.Ordinal)
            .Select(c => (Name: c, Distance: EditDistance(wrong, c))).OrderBy(c => c.Distance).ThenBy(c => c.Name, StringComparer.Ordinal).FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(2, wrong.Length / 3) ? $"{message}. Did you mean '{nearest.Name}'?" : message;
    }

    private static int EditDistance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + cost));
            }
        }

        return row[b.Length];
    }

    /// <summary>Puts local parameters and the values of <c>p</c> in place.</summary>
    private sealed class Folding(Dictionary<ParameterExpression, Expression> locals, ParameterExpression p, ParameterSet parameters) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => locals.TryGetValue(node, out var body) ? body : node;

        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression == p && parameters.Values.TryGetValue(node.Member.Name, out var value)
                ? Expression.Constant(value, node.Type)
                : base.VisitMember(node);
    }

    /// <summary>Only the word types may have methods called; no type is reachable by name.</summary>
    private sealed class WordTypeProvider : IDynamicLinqCustomTypeProvider
    {
        public HashSet<Type> GetCustomTypes() => WordScope.WordTypes;

        public Dictionary<Type, List<MethodInfo>> GetExtensionMethods() => [];

        public Type? ResolveType(string typeName) => null;

        public Type? ResolveTypeBySimpleName(string simpleTypeName) => null;
    }
}
