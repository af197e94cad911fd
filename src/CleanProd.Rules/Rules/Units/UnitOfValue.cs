using System.Linq.Expressions;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Rules.Units;

/// <summary>
/// What a number of a condition is measured in: powers of dimensions and the scale against their base. The unit of a list item, which differs from
/// item to item, is a dimension of its own.
/// </summary>
internal sealed class UnitOfValue
{
    private readonly SortedDictionary<string, int> _powers;

    private UnitOfValue(SortedDictionary<string, int> powers, decimal? scale, string text) => (_powers, Scale, Text) = (powers, scale, text);

    /// <summary>A count or a ratio.</summary>
    internal static UnitOfValue One { get; } = new([], 1m, "1");

    /// <summary>Against the base; null after a bare number was multiplied in, which may be a conversion.</summary>
    internal decimal? Scale { get; }

    /// <summary>How messages name it.</summary>
    internal string Text { get; }

    /// <summary>Whether it is that of an item, or of several, and so not known here.</summary>
    internal bool IsOpen => _powers.Keys.Any(k => k.StartsWith(Item, StringComparison.Ordinal));

    private const string Item = "the unit of ";

    internal static UnitOfValue Of(Unit unit)
    {
        var powers = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (dimension, i) in unit.Dimension.Split('/').Select((d, i) => (d, i)))
            // A count, a share and a number without a dimension are all plain numbers.
            if (dimension is not ("share" or "count" or "dimensionless")) Add(powers, dimension, i == 0 ? 1 : -1);
        return new(powers, unit.Numerator / unit.Denominator, unit.Symbol);
    }

    /// <summary>The unit that an item of a list names itself; an item without a name is that of the innermost list.</summary>
    internal static UnitOfValue OfItem(string item, string member) => new(new(StringComparer.Ordinal) { [$"{Item}{item}.{member}"] = 1 }, 1m, item.Length == 0 ? member : $"{item}.{member}");

    /// <summary>The units of several items of a list, which may differ.</summary>
    internal static UnitOfValue OfItems(string list) => new(new(StringComparer.Ordinal) { [$"{Item}items of {list}"] = 1 }, 1m, $"the units of {list}");

    internal UnitOfValue Times(UnitOfValue other, int power)
    {
        var powers = new SortedDictionary<string, int>(_powers, StringComparer.Ordinal);
        foreach (var (dimension, p) in other._powers) Add(powers, dimension, p * power);
        decimal? scale;
        try
        {
            scale = power > 0 ? Scale * other.Scale : Scale / other.Scale;
        }
        catch (ArithmeticException)
        {
            scale = null;
        }

        var text = other is { Text: "1" } ? Text : this is { Text: "1" } && power > 0 ? other.Text : powers.Count == 0 && scale == 1m ? "1" : $"{Text}{(power > 0 ? "·" : "/")}{other.Text}";
        return new(powers, scale, text);
    }

    /// <summary>The same after a bare number was multiplied in.</summary>
    internal UnitOfValue Converted() => new(_powers, null, Text);

    /// <summary>Whether both measure the same thing.</summary>
    internal bool MeasuresTheSame(UnitOfValue other) => Scale is null || other.Scale is null
        ? Alike(Spans(_powers), Spans(other._powers))
        : Alike(_powers, other._powers);

    /// <summary>Whether both have the same size.</summary>
    internal bool HasTheSameScale(UnitOfValue other) => Scale is not { } a || other.Scale is not { } b || a == b || Math.Abs(a - b) < Math.Abs(a) * 1e-20m;

    private static bool Alike(SortedDictionary<string, int> a, SortedDictionary<string, int> b) => a.SequenceEqual(b);

    // A month is no fixed part of a year in days, but twelve of them are one: a bare factor may say so.
    private static SortedDictionary<string, int> Spans(SortedDictionary<string, int> powers)
    {
        var spans = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (dimension, power) in powers) Add(spans, dimension is "year" or "month" ? "time" : dimension, power);
        return spans;
    }

    private static void Add(SortedDictionary<string, int> powers, string dimension, int power)
    {
        var sum = powers.GetValueOrDefault(dimension) + power;
        if (sum == 0) powers.Remove(dimension);
        else powers[dimension] = sum;
    }
}
