using System.Linq.Dynamic.Core;
using System.Linq.Dynamic.Core.CustomTypeProviders;
using System.Linq.Dynamic.Core.Exceptions;
using System.Linq.Dynamic.Core.Parser;
using System.Linq.Expressions;
using System.Reflection;
using CleanProd.Rules.Rules.Units;

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
    private readonly Dictionary<IReadOnlyList<LocalText>, Scope> _scopes = new(ReferenceEqualityComparer.Instance);

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
    internal Expression Condition(ConditionText text) => Read(text, typeof(bool)).Folded;

    /// <summary>Parses an expression of any type.</summary>
    /// <exception cref="PackException">It is refused, with line and column.</exception>
    internal Expression Value(ConditionText text) => Read(text, null).Folded;

    /// <summary>Parses an expression and keeps how it was written.</summary>
    /// <exception cref="PackException">It is refused, with line and column.</exception>
    internal ReadCondition Read(ConditionText text, Type? type)
    {
        if (!_scopes.TryGetValue(text.Locals, out var scope)) _scopes[text.Locals] = scope = ScopeOf(text.Locals);
        return Parse(new(text.Text, text.Position, text.Escaped), scope, type).Read;
    }

    // Every rule of a workflow shares its named parts: they are read once, each with those before it in scope.
    private Scope ScopeOf(IReadOnlyList<LocalText> locals)
    {
        var scope = new Scope([.. Words], [], [], []);
        foreach (var local in locals)
        {
            var (read, unit) = Parse(new(local.Text, local.Position, local.Escaped), scope, null);
            var parameter = Expression.Parameter(read.Folded.Type, local.Name);
            scope.Names.Add(parameter);
            scope.Bodies[parameter] = read.Folded;
            scope.Written[parameter] = read.Expanded;
            scope.Units[parameter] = unit;
        }

        return scope;
    }

    private (ReadCondition Read, UnitOfValue? Unit) Parse(Source source, Scope scope, Type? type)
    {
        var text = source.Text;
        if (ExpressionScan.Find(text) is { } fault) throw Refuse(source, fault.Offset, fault.Code, fault.Message);
        if (UnknownParameter(text) is { } unknown)
            throw Refuse(source, unknown.Offset, "syntax", $"The pack has no parameter '{unknown.Text}'.{Nearest.Asked(unknown.Text, _parameters.Values.Keys)}");
        Expression parsed;
        try
        {
            parsed = new ExpressionParser([.. scope.Names], text, [], Config).Parse(type, false);
        }
        catch (ParseException e)
        {
            throw Refuse(source, e.Position, "syntax", ParserMessage.Explain(e.Message, scope.Names));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or NotSupportedException or FormatException or OverflowException or TargetInvocationException or NullReferenceException or IndexOutOfRangeException or KeyNotFoundException)
        {
            // The parser lets some of its own failures through; a pack author must still see a place and a reason.
            throw Refuse(source, ParserMessage.PlaceOf(e.Message, text), "syntax", ParserMessage.Explain($"The condition cannot be read: {e.Message.TrimEnd(' ', '.')}.", scope.Names));
        }

        var places = new ExpressionPlaces(text, parsed);
        var folding = new Folding(scope.Bodies, Words[^1], _parameters);
        var folded = folding.Visit(parsed)!;
        int At(Expression node, string name) => places.TokenOf(folding.Written(node))?.Offset ?? Math.Max(0, text.IndexOf(name, StringComparison.Ordinal));
        if (ConditionWhitelist.Find(folded) is { } refused) throw Refuse(source, At(refused.Node, refused.Name), "not_allowed", refused.Message);
        if (OnlyValues.Find(parsed, places) is { } never) throw Refuse(source, At(never.Node, ""), never.Code, never.Message);
        var units = new UnitCheck(_parameters.Units, scope.Units, places.NameOf);
        var unit = units.Of(parsed);
        if (units.Faults is [var mismatch, ..]) throw Refuse(source, At(mismatch.Node, ""), mismatch.Code, mismatch.Message);
        var expanding = new Folding(scope.Written, Words[^1], null);
        return (new(parsed, expanding.Visit(parsed)!, folded, places, expanding.Written), unit);
    }

    // The parser takes any member of p for a look-up at run time, and then complains of its type.
    private ConditionToken? UnknownParameter(string text)
    {
        var tokens = ConditionTokens.Of(text);
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            if (tokens[i].Text == "p" && tokens[i + 1].Text == "=>") return null;
            if (tokens[i].Text == "p" && (i == 0 || tokens[i - 1].Text != ".") && tokens[i + 1].Text == "." && tokens[i + 2].Kind == TokenKind.Name
                && !_parameters.Values.ContainsKey(tokens[i + 2].Text)) return tokens[i + 2];
        }

        return null;
    }

    private PackException Refuse(Source source, int offset, string code, string message)
    {
        offset = Math.Clamp(offset, 0, source.Text.Length);
        return new PackException(new PackError(_fileName, JsonPlace.Within(source.Start, source.Escaped, offset), code, $"{message} In the condition: {Around(source.Text, offset)}"));
    }

    private static string Around(string text, int offset)
    {
        var from = Math.Max(0, offset - 30);
        var to = Math.Min(text.Length, offset + 30);
        return $"{(from > 0 ? "…" : "")}{text[from..offset]}▸{text[offset..to]}{(to < text.Length ? "…" : "")}";
    }

    private sealed record Source(string Text, TextPosition Start, string Escaped);

    private sealed record Scope(
        List<ParameterExpression> Names, Dictionary<ParameterExpression, Expression> Bodies, Dictionary<ParameterExpression, Expression> Written, Dictionary<ParameterExpression, UnitOfValue?> Units);

    /// <summary>Puts local parameters and, where they are given, the values of <c>p</c> in place.</summary>
    private sealed class Folding(Dictionary<ParameterExpression, Expression> locals, ParameterExpression p, ParameterSet? parameters) : ExpressionVisitor
    {
        private readonly Dictionary<Expression, Expression> _written = new(ReferenceEqualityComparer.Instance);

        /// <summary>The node that another came of.</summary>
        public Expression Written(Expression folded) => _written.GetValueOrDefault(folded, folded);

        public override Expression? Visit(Expression? node)
        {
            var folded = base.Visit(node);
            if (!ReferenceEquals(folded, node)) _written[folded!] = node!;
            return folded;
        }

        protected override Expression VisitParameter(ParameterExpression node) => locals.TryGetValue(node, out var body) ? body : node;

        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression == p && parameters is not null && parameters.Values.TryGetValue(node.Member.Name, out var value)
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
