using System.Linq.Expressions;

namespace CleanProd.Rules.Rules.Proving;

/// <summary>
/// Names for the items of lists in a condition: parsing loses those that the author gave. An item of monitoring is <c>m</c>, a second one inside it
/// <c>m2</c>; a name that the condition uses otherwise is left alone.
/// </summary>
internal sealed class ItemNames
{
    private readonly Dictionary<ParameterExpression, string> _names = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    internal ItemNames(Expression root) => new Collector(_taken).Visit(root);

    internal string Of(ParameterExpression p)
    {
        if (!string.IsNullOrEmpty(p.Name)) return p.Name;
        return _names.TryGetValue(p, out var name) ? name : _names[p] = Free(p.Type.Name[..1].ToLowerInvariant());
    }

    /// <summary>Makes the item of one list call the same as that of another.</summary>
    internal void Same(ParameterExpression p, string name) => _names[p] = name;

    /// <summary>Lets a name go when the list call that held it ends.</summary>
    internal void Free(ParameterExpression p)
    {
        if (_names.Remove(p, out var name)) _taken.Remove(name);
    }

    private string Free(string letter)
    {
        for (var i = 1; ; i++)
        {
            var name = i == 1 ? letter : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{letter}{i}");
            if (_taken.Add(name)) return name;
        }
    }

    private sealed class Collector(HashSet<string> taken) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node)
        {
            if (!string.IsNullOrEmpty(node.Name)) taken.Add(node.Name);
            return node;
        }
    }
}
