using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Facts.Building;

/// <summary>The largest ratio of each month of an item, gathered in order of time. Few rules ask for months: they are gathered when one does.</summary>
internal sealed class MonthRatios
{
    private readonly List<MonthRatio> _all = new(12);

    internal IReadOnlyList<MonthRatio> All => _all;

    /// <summary>The first day of the month after that of a day.</summary>
    internal static DateOnly MonthAfter(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1);

    /// <summary>Adds what is known of some values of one month.</summary>
    /// <param name="day">A day of the month.</param>
    /// <param name="ratio">The largest ratio, where there is any.</param>
    /// <param name="isOpen">Whether one of them could not be judged, or is only known to lie above its number.</param>
    internal void Add(DateOnly day, decimal? ratio, bool isOpen)
    {
        var month = new DateOnly(day.Year, day.Month, 1);
        if (_all.Count == 0 || _all[^1].Month != month)
        {
            _all.Add(new(month, ratio, isOpen));
            return;
        }

        var before = _all[^1];
        _all[^1] = new(month, before.Certain is null || ratio > before.Certain ? ratio : before.Certain, before.HasIndeterminate || isOpen);
    }
}
