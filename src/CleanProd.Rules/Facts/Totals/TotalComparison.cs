namespace CleanProd.Rules.Facts.Totals;

/// <summary>Holds a reported total against a computed one.</summary>
internal static class TotalComparison
{
    /// <summary>How far a reported number may lie from the true one by rounding alone: half of its last place.</summary>
    public static decimal Rounding(decimal reported)
    {
        var text = PlainNumber.Text(reported);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var half = 0.5m;
        for (var place = point < 0 ? 0 : text.Length - point - 1; place > 0; place--) half /= 10m;
        return half;
    }

    /// <summary>Whether reported quantities differ from a computed one by more than their rounding.</summary>
    /// <param name="reported">Reported quantities that add up to the total.</param>
    /// <param name="computed">Computed quantity.</param>
    /// <param name="unit">Its unit.</param>
    public static bool Differs(IReadOnlyCollection<Quantity> reported, decimal computed, Unit unit) =>
        Math.Abs(reported.Sum(r => r.In(unit).Number) - computed) > reported.Sum(r => r.Unit.Convert(Rounding(r.Number), unit));
}
