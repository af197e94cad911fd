namespace CleanProd.Rules.Lists;

/// <summary>Shares and means of the statistics. Exact decimals; a mean is always its sum divided by its count.</summary>
public static class Proportions
{
    /// <summary>
    /// Shares in per cent with one decimal that sum to exactly 100.0 (largest remainder; a tie goes to the earlier line). All 0 when
    /// there is nothing to share.
    /// </summary>
    public static IReadOnlyList<decimal> Shares(IReadOnlyList<long> counts)
    {
        var total = counts.Sum();
        if (total <= 0) return counts.Select(_ => 0m).ToArray();
        var tenths = counts.Select(c => c * 1000 / total).ToArray();
        var open = (int)(1000 - tenths.Sum());
        foreach (var index in Enumerable.Range(0, counts.Count).OrderByDescending(i => counts[i] * 1000 % total).ThenBy(i => i).Take(open))
            tenths[index]++;
        return tenths.Select(t => t / 10m).ToArray();
    }

    /// <summary>Part of a whole in per cent, one decimal, half away from zero; null when there is no whole.</summary>
    public static decimal? Percent(decimal part, decimal whole) =>
        whole == 0m ? null : decimal.Round(part * 100m / whole, 1, MidpointRounding.AwayFromZero);

    /// <summary>Sum over count, half away from zero; null when the count is 0.</summary>
    public static decimal? Mean(decimal sum, long count, int digits) =>
        count == 0 ? null : decimal.Round(sum / count, digits, MidpointRounding.AwayFromZero);
}
