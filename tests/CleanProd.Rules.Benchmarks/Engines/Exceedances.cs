namespace CleanProd.Rules.Benchmarks.Engines;

/// <summary>What was measured where: facility, outlet and pollutant as the file writes them.</summary>
internal readonly record struct Series(string Facility, string Outlet, string Pollutant);

/// <summary>The number of values above their limit per series, those without any left out: what all engines must agree on.</summary>
internal sealed class Exceedances
{
    private readonly Dictionary<Series, int> _counts = [];

    internal int Total => _counts.Values.Sum();

    internal void Add(Series series, int count)
    {
        if (count > 0) _counts[series] = _counts.GetValueOrDefault(series) + count;
    }

    /// <summary>The first difference in words; null when there is none.</summary>
    internal string? DifferenceFrom(Exceedances other)
    {
        foreach (var series in _counts.Keys.Union(other._counts.Keys))
        {
            var (here, there) = (_counts.GetValueOrDefault(series), other._counts.GetValueOrDefault(series));
            if (here != there) return $"{series}: {here} here, {there} there";
        }

        return null;
    }
}
