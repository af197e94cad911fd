namespace CleanProd.Rules.Facts;

/// <summary>
/// A unit of measurement with an exact factor to the base of its dimension. Two units convert only within one dimension;
/// a unit the table does not know is a dimension of its own, so that it converts to nothing but itself.
/// </summary>
public sealed class Unit : IEquatable<Unit>
{
    internal Unit(string symbol, string dimension, decimal numerator, decimal denominator, bool isKnown)
    {
        Symbol = symbol;
        Dimension = dimension;
        Numerator = numerator;
        Denominator = denominator;
        IsKnown = isKnown;
    }

    /// <summary>How outputs write it: <c>mg/L</c>, <c>t</c>, <c>kgce/t</c>.</summary>
    public string Symbol { get; }

    /// <summary>What it measures: <c>mass</c>, <c>mass/volume</c> …; units of one dimension convert.</summary>
    public string Dimension { get; }

    /// <summary>Whether the unit table knows it.</summary>
    public bool IsKnown { get; }

    /// <summary>Factor to the base of the dimension is this over <see cref="Denominator"/>; kept apart so that it stays exact.</summary>
    internal decimal Numerator { get; }

    /// <inheritdoc cref="Numerator"/>
    internal decimal Denominator { get; }

    /// <summary>Reads a unit as sources write it (<c>mg/m³</c>, <c>毫克/升</c>, <c>Pounds</c>); never fails, see <see cref="IsKnown"/>.</summary>
    public static Unit Parse(string text) => UnitTable.Parse(text);

    /// <summary>Whether a quantity in this unit can be expressed in the other.</summary>
    public bool ConvertsTo(Unit other) => string.Equals(Dimension, other.Dimension, StringComparison.Ordinal);

    /// <summary>Expresses a number of this unit in another; exact but for a final division.</summary>
    /// <exception cref="UnitMismatchException">The units measure different things.</exception>
    public decimal Convert(decimal number, Unit to)
    {
        ArgumentNullException.ThrowIfNull(to);
        if (ReferenceEquals(this, to) || Equals(to)) return number;
        if (!ConvertsTo(to)) throw new UnitMismatchException(this, to);
        var up = Numerator * to.Denominator;
        var down = Denominator * to.Numerator;
        return up == down ? number : number * up / down;
    }

    /// <inheritdoc/>
    public bool Equals(Unit? other) => other is not null && string.Equals(Symbol, other.Symbol, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Unit);

    /// <inheritdoc/>
    public override int GetHashCode() => Symbol.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Symbol;
}

/// <summary>A number was asked for in a unit that measures something else.</summary>
internal sealed class UnitMismatchException(Unit from, Unit to)
    : Exception($"'{from.Symbol}' ({from.Dimension}) cannot be expressed in '{to.Symbol}' ({to.Dimension}); correct the unit in the source.");

/// <summary>A number with its unit.</summary>
/// <param name="Number">The number.</param>
/// <param name="Unit">Its unit.</param>
public readonly record struct Quantity(decimal Number, Unit Unit)
{
    /// <summary>The same quantity in another unit.</summary>
    /// <exception cref="UnitMismatchException">The units measure different things.</exception>
    public Quantity In(Unit unit) => new(Unit.Convert(Number, unit), unit);

    /// <inheritdoc/>
    public override string ToString() => $"{PlainNumber.Text(Number)} {Unit.Symbol}";
}
