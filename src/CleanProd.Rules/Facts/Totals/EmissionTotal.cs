using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Facts.Totals;

/// <summary>What was discharged in one month.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="Measured">What was measured, t.</param>
/// <param name="Total">With gaps filled, t.</param>
/// <param name="IsWhole">Whether every window that was due is known or filled, and enough was measured in its quarter.</param>
internal readonly record struct MonthLoad(DateOnly Month, decimal Measured, decimal Total, bool IsWhole);

/// <summary>A quantity computed from measurements.</summary>
/// <param name="Tonnes">The quantity; a lower bound unless it is whole.</param>
/// <param name="IsWhole">Whether it stands for the whole period.</param>
/// <param name="Method">Automatic or manual.</param>
/// <param name="Source">First row it rests on.</param>
internal sealed record EmissionTotal(decimal Tonnes, bool IsWhole, QuantityMethod Method, SourceRef Source)
{
    /// <summary>Months, where it was computed by months.</summary>
    public IReadOnlyList<MonthLoad> Months { get; init; } = [];

    /// <summary>How it was computed: how much was measured, filled by which rule, left open.</summary>
    public IReadOnlyList<ReadingNote> Notes { get; init; } = [];

    /// <summary>Several outlets together (排放量为各排放口之和): whole if each is, and as good as the weakest method.</summary>
    public static EmissionTotal? Sum(IReadOnlyList<EmissionTotal> outlets, bool isAll)
    {
        ArgumentNullException.ThrowIfNull(outlets);
        if (outlets.Count == 0) return null;
        var whole = isAll && outlets.All(o => o.IsWhole);
        return new(outlets.Sum(o => o.Tonnes), whole, outlets.Max(o => o.Method), outlets[0].Source)
        {
            Months = isAll && outlets.All(o => o.Months.Count > 0)
                ? [.. outlets.SelectMany(o => o.Months).GroupBy(m => m.Month).OrderBy(m => m.Key).Select(g =>
                    new MonthLoad(g.Key, g.Sum(m => m.Measured), g.Sum(m => m.Total), g.Count() == outlets.Count && g.All(m => m.IsWhole)))]
                : [],
            Notes = [.. outlets.SelectMany(o => o.Notes)],
        };
    }
}
