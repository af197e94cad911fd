using System.Globalization;

namespace CleanProd.Rules.Facts;

/// <summary>How a laboratory qualified a number.</summary>
public enum ValueQualifier : byte
{
    /// <summary>The number itself.</summary>
    Exact,

    /// <summary><c>&lt;x</c>: below x, usually the detection limit.</summary>
    Below,

    /// <summary><c>&gt;x</c>: above x, the range of the method.</summary>
    Above,

    /// <summary><c>ND</c>, 未检出: below a detection limit that was not reported.</summary>
    NotDetected,

    /// <summary>The cell was blank: measured or not, the value is not known. Never zero.</summary>
    Missing,
}

/// <summary>A measured value with its qualifier, in the unit of the row it stands in.</summary>
/// <param name="Qualifier">How to read <paramref name="Number"/>.</param>
/// <param name="Number">The number; 0 and meaningless for ND and missing.</param>
public readonly record struct MeasuredValue(ValueQualifier Qualifier, decimal Number)
{
    /// <summary>An exact number.</summary>
    public static MeasuredValue Of(decimal number) => new(ValueQualifier.Exact, number);

    /// <summary>A blank cell.</summary>
    public static readonly MeasuredValue Missing = new(ValueQualifier.Missing, 0m);

    /// <summary>Not detected, detection limit unknown.</summary>
    public static readonly MeasuredValue NotDetected = new(ValueQualifier.NotDetected, 0m);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is not of this form.</exception>
    public static MeasuredValue Read(string text) => text switch
    {
        "" => Missing,
        "ND" => NotDetected,
        ['<', .. var number] => new(ValueQualifier.Below, Parsed(number)),
        ['>', .. var number] => new(ValueQualifier.Above, Parsed(number)),
        _ => Of(Parsed(text)),
    };

    /// <summary>Plain notation as a source would write it: <c>12.5</c>, <c>&lt;0.02</c>, <c>&gt;800</c>, <c>ND</c>, empty.</summary>
    public override string ToString() => Qualifier switch
    {
        ValueQualifier.Below => "<" + PlainNumber.Text(Number),
        ValueQualifier.Above => ">" + PlainNumber.Text(Number),
        ValueQualifier.NotDetected => "ND",
        ValueQualifier.Missing => "",
        _ => PlainNumber.Text(Number),
    };

    private static decimal Parsed(string text) => decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}

/// <summary>Decimals as text, the same everywhere: plain notation, no trailing zeros, no culture.</summary>
public static class PlainNumber
{
    /// <summary><c>1.50</c> becomes <c>1.5</c>, <c>100.000</c> becomes <c>100</c>, minus zero becomes <c>0</c>.</summary>
    public static string Text(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        if (text.Contains('.', StringComparison.Ordinal))
            text = text.TrimEnd('0').TrimEnd('.');
        return text is "-0" ? "0" : text;
    }
}
