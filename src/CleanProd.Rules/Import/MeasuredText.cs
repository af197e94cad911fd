using CleanProd.Rules.Facts;
using CleanProd.Rules.Import.Measurements;

namespace CleanProd.Rules.Import;

/// <summary>Measured values as laboratories write them.</summary>
internal static class MeasuredText
{
    private static readonly HashSet<string> NotDetected = new(StringComparer.Ordinal)
    {
        "nd", "n.d.", "n.d", "未检出", "未检测出", "低于检出限", "<dl", "<mdl", "<lod", "<检出限", "bdl", "bld",
    };

    /// <summary>
    /// Reads <c>12.5</c>, <c>&lt;0.02</c>, <c>≤0.02</c>, <c>&gt;800</c>, <c>0.02L</c> (L: below the detection limit, HJ 91.1), <c>ND</c>, 未检出. Blank is missing, never zero.
    /// </summary>
    internal static NumberReading Read(string? text, out MeasuredValue value)
    {
        value = MeasuredValue.Missing;
        if (CellText.Clean(text) is not { } clean) return NumberReading.Number;
        if (FixedNumber.TryRead(clean, out var plain))
        {
            value = MeasuredValue.Of(plain.Number);
            return NumberReading.Number;
        }

        var folded = CellText.Fold(clean);
        if (NotDetected.Contains(folded))
        {
            value = MeasuredValue.NotDetected;
            return NumberReading.Number;
        }

        var (qualifier, digits) = Split(folded);
        var reading = NumberText.Read(digits, out var number);
        if (reading == NumberReading.Number) value = new MeasuredValue(qualifier, number);
        return reading;
    }

    private static (ValueQualifier Qualifier, string Digits) Split(string folded) => folded switch
    {
        ['<', '=', ..] or ['>', '=', ..] => (folded[0] == '<' ? ValueQualifier.Below : ValueQualifier.Above, folded[2..]),
        ['<' or '≤' or '≦' or '⩽', ..] => (ValueQualifier.Below, folded[1..]),
        ['>' or '≥' or '≧' or '⩾', ..] => (ValueQualifier.Above, folded[1..]),
        ['=', ..] => (ValueQualifier.Exact, folded[1..]),
        [.., 'l'] => (ValueQualifier.Below, folded[..^1]),
        _ => (ValueQualifier.Exact, folded),
    };
}
