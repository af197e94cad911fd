using CleanProd.Rules.Facts.Totals;

namespace CleanProd.Rules.Facts.Building;

/// <summary>What a facility reported of one pollutant, and what of it speaks for a period.</summary>
internal sealed class ReportedTotal
{
    private readonly DischargeRecord[] _all;
    private readonly ReportingPeriod _period;

    internal ReportedTotal(DischargeRecord[] all, ReportingPeriod period)
    {
        (_all, _period) = (all, period);
        var preferred = Preferred([.. all.Where(d => d.Period.Overlaps(period))]);
        // A yearly report holds the monthly ones within it: they are not added again.
        Used = [.. preferred.Where(d => !preferred.Any(o => o.Period != d.Period && o.Period.Covers(d.Period)))];
    }

    /// <summary>The reports that are added up.</summary>
    internal DischargeRecord[] Used { get; }

    /// <summary>The reports whose quantity is known and lies in the period.</summary>
    internal DischargeRecord[] Known(Unit unit) => [.. Used.Where(d => d.Quantity is not null && d.Unit.ConvertsTo(unit) && _period.Covers(d.Period))];

    /// <summary>Whether they speak for the whole period.</summary>
    internal bool IsWhole(Unit unit) => Known(unit) is var known && known.Length == Used.Length && CoversWhole(known);

    internal QuantityMethod? Method => Used.Select(d => d.Method).Distinct().ToArray() is [var method] ? method : null;

    /// <summary>Any twelve consecutive months, all of them reported month by month.</summary>
    internal decimal? Rolling(Unit unit)
    {
        if (_all.Any(d => d.Quantity is null || !d.Unit.ConvertsTo(unit) || d.Period.From.Year != d.Period.To.Year || d.Period.From.Month != d.Period.To.Month)) return null;
        return RollingYear.Maximum(
            _all.GroupBy(d => new DateOnly(d.Period.From.Year, d.Period.From.Month, 1)).ToDictionary(g => g.Key, g => g.Sum(d => d.Unit.Convert(d.Quantity!.Value, unit))), _period);
    }

    /// <summary>Automatic prevails over manual, manual over calculation (环境保护税法 Art. 10); what is not stated comes last.</summary>
    internal static int Rank(QuantityMethod? method) => method is null or QuantityMethod.Unspecified ? int.MaxValue : (int)method;

    // The best method that reports is taken, never the sum of two.
    private DischargeRecord[] Preferred(DischargeRecord[] reported)
    {
        var methods = reported.GroupBy(d => d.Method).OrderBy(g => Rank(g.Key)).ToArray();
        return [.. methods.FirstOrDefault(g => CoversWhole([.. g])) ?? methods.FirstOrDefault() ?? Enumerable.Empty<DischargeRecord>()];
    }

    private bool CoversWhole(DischargeRecord[] reported)
    {
        var next = _period.From;
        foreach (var p in reported.Select(d => d.Period).OrderBy(p => p.From))
        {
            if (p.From > next) return false;
            if (p.To >= next) next = p.To.AddDays(1);
        }

        return next > _period.To;
    }
}
