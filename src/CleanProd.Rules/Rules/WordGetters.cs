using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace CleanProd.Rules.Rules;

/// <summary>Reads properties of facts by compiled getters, each made once.</summary>
internal static class WordGetters
{
    private static readonly ConcurrentDictionary<PropertyInfo, Func<object, object?>> Made = new();

    /// <summary>The getter of a property.</summary>
    internal static Func<object, object?> Of(PropertyInfo property) => Made.GetOrAdd(property, static p =>
    {
        var owner = Expression.Parameter(typeof(object), "owner");
        var value = Expression.Property(Expression.Convert(owner, p.DeclaringType!), p);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), owner).Compile();
    });
}
