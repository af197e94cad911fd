namespace CleanProd.Rules.Benchmarks.Data;

/// <summary>What a generated data set holds. The same plan gives the same bytes.</summary>
/// <param name="Rows">Measured values, exactly.</param>
/// <param name="Hourly">Hourly instead of daily values.</param>
/// <param name="Seed">Seed of all chance.</param>
internal sealed record DataPlan(long Rows, bool Hourly = false, ulong Seed = 20230101)
{
    /// <summary>The year of all values; not a leap year.</summary>
    internal const int Year = 2023;

    /// <summary>3,000 facilities with one or two outlets, six pollutants and 365 days.</summary>
    internal const long DefaultRows = 3_000L * 3 / 2 * 6 * 365;

    internal int TimesOfYear => Hourly ? 365 * 24 : 365;

    internal string Window => Hourly ? "hour" : "day";

    /// <summary>Name of a folder for it.</summary>
    internal string FolderName => FormattableString.Invariant($"{Window}-{Rows}-{Seed}");
}
