using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Rules;

/// <summary>
/// What the three-valued reading knows about a node: whether its value can be missing, whether null means "none" rather than
/// "unknown", and what bounds it while it is. Shared by the compiled reading and the explanation, so that they cannot differ on it.
/// </summary>
internal static class ThreeValued
{
    private static readonly NullabilityInfoContext Nullability = new();
    private static readonly Lock NullabilityLock = new();
    private static readonly ConcurrentDictionary<MemberInfo, bool> Nullables = new();

    /// <summary>Whether the node is the constant null, or a conversion of it.</summary>
    internal static bool IsNull(Expression e) => Bare(e) is ConstantExpression { Value: null };

    /// <summary>The node without conversions.</summary>
    internal static Expression Bare(Expression e)
    {
        while (e is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.Quote } u) e = u.Operand;
        return e;
    }

    /// <summary>The type without <c>Nullable</c>.</summary>
    internal static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    /// <summary>Whether the type is one that is ordered and bounded: a number or a date.</summary>
    internal static bool IsOrdered(Type type) => Plain(type) is { } t && (t == typeof(decimal) || t == typeof(int) || t == typeof(long) || t == typeof(DateTime));

    /// <summary>Whether a leaf (word, method of a word) can be null at run time.</summary>
    internal static bool CanBeNull(Expression e) => e switch
    {
        ConstantExpression c => c.Value is null,
        ParameterExpression => false,
        _ when Nullable.GetUnderlyingType(e.Type) is not null => true,
        _ when e.Type.IsValueType => false,
        MemberExpression m => MayBeNull(m.Member),
        _ => MayBeNull(((MethodCallExpression)e).Method),
    };

    private static bool MayBeNull(MemberInfo member) => Nullables.GetOrAdd(member, static m =>
    {
        lock (NullabilityLock)
        {
            return (m is PropertyInfo p ? Nullability.Create(p) : Nullability.Create(((MethodInfo)m).ReturnParameter)).ReadState != NullabilityState.NotNull;
        }
    });

    /// <summary>The attribute of a leaf's member.</summary>
    internal static T? Mark<T>(Expression e) where T : Attribute => e switch
    {
        MemberExpression m => Marks<T>.Of(m.Member),
        MethodCallExpression c => Marks<T>.Of(c.Method),
        _ => null,
    };

    // Reading an attribute takes longer than the whole question that it is read for.
    private static class Marks<T> where T : Attribute
    {
        private static readonly ConcurrentDictionary<MemberInfo, T?> Known = new();

        internal static T? Of(MemberInfo member) => Known.GetOrAdd(member, static m => m.GetCustomAttribute<T>());
    }

    /// <summary>The object a leaf is read from; null for a static one.</summary>
    internal static Expression? Owner(Expression e) => e switch
    {
        MemberExpression m => m.Expression,
        MethodCallExpression c => c.Object,
        _ => null,
    };

    /// <summary>The same leaf with another member of its owner: the upper bound, the property that tells unknown from none.</summary>
    internal static Expression Sibling(Expression leaf, string member) => Siblings.GetValue(leaf, static _ => new(StringComparer.Ordinal)).GetOrAdd(member, static (name, of) => MakeSibling(of, name), leaf);

    // For as long as the condition itself lives.
    private static readonly ConditionalWeakTable<Expression, ConcurrentDictionary<string, Expression>> Siblings = [];

    private static Expression MakeSibling(Expression leaf, string member)
    {
        var owner = Owner(leaf)!;
        return leaf is MethodCallExpression call && owner.Type.GetMethod(member, [.. call.Method.GetParameters().Select(p => p.ParameterType)]) is { } method
            ? Expression.Call(owner, method, call.Arguments)
            : Expression.Property(owner, member);
    }

    /// <summary>Whether a sum of such terms can only grow by a term that is missing.</summary>
    internal static bool NeverNegative(Expression e) => e switch
    {
        ConstantExpression { Value: decimal d } => d >= 0,
        ConstantExpression { Value: int i } => i >= 0,
        UnaryExpression { NodeType: ExpressionType.Convert } u => NeverNegative(u.Operand),
        BinaryExpression { NodeType: ExpressionType.Add or ExpressionType.AddChecked or ExpressionType.Multiply or ExpressionType.MultiplyChecked or ExpressionType.Divide } b =>
            NeverNegative(b.Left) && NeverNegative(b.Right),
        _ => Mark<NeverNegativeAttribute>(e) is not null,
    };

    /// <summary>A chain of <c>Where</c> over a fact list: the list and the conditions, outermost last.</summary>
    internal static (Expression List, IReadOnlyList<LambdaExpression> Where) Source(Expression e)
    {
        var where = new List<LambdaExpression>();
        e = Bare(e);
        while (e is MethodCallExpression { Method.Name: "Where" } call && call.Method.DeclaringType == typeof(Enumerable))
        {
            where.Insert(0, Lambda(call.Arguments[1]));
            e = Bare(call.Arguments[0]);
        }

        return (e, where);
    }

    /// <summary>The lambda an argument holds.</summary>
    internal static LambdaExpression Lambda(Expression argument) => (LambdaExpression)Bare(argument);

    /// <summary>Whether a call is <c>Any</c>, <c>All</c>, <c>Count</c> … over a fact list.</summary>
    internal static bool IsListCall(Expression e) =>
        e is MethodCallExpression call && call.Method.DeclaringType == typeof(Enumerable) && call.Arguments[0] is not NewArrayExpression;
}
