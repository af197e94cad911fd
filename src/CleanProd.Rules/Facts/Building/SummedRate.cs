using CleanProd.Rules.Facts.Limits;

namespace CleanProd.Rules.Facts.Building;

/// <summary>The rates of two stacks added up, with what their qualifiers leave open. Rates cannot be negative.</summary>
/// <param name="Low">The sum is no less.</param>
/// <param name="High">The sum is no more; null where that is not known.</param>
internal readonly record struct SummedRate(decimal Low, decimal? High)
{
    internal static SummedRate Of(MeasuredValue one, MeasuredValue other) => new(Least(one) + Least(other), Most(one) + Most(other));

    /// <summary>The one number it stands by: exceeding by its least, complying by its most; null where neither can be told.</summary>
    internal MeasuredValue? Told(Unit unit, LimitAnswer answer)
    {
        if (LimitComparison.Stand(MeasuredValue.Of(Low), unit, answer) == Standing.Exceeds) return MeasuredValue.Of(Low);
        return High is { } high && (high == Low || LimitComparison.Stand(MeasuredValue.Of(high), unit, answer) == Standing.Compliant) ? MeasuredValue.Of(high) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => High == Low ? PlainNumber.Text(Low) : High is { } high ? $"{PlainNumber.Text(Low)}–{PlainNumber.Text(high)}" : $"≥{PlainNumber.Text(Low)}";

    private static decimal Least(MeasuredValue value) => value.Qualifier is ValueQualifier.Exact or ValueQualifier.Above ? value.Number : 0m;

    private static decimal? Most(MeasuredValue value) => value.Qualifier is ValueQualifier.Exact or ValueQualifier.Below ? value.Number : null;
}
