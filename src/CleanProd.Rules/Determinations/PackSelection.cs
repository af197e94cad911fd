using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Determinations;

/// <summary>No pack, or more than one, may be used on a determination date.</summary>
public sealed class PackSelectionException(string message) : Exception(message);

/// <summary>Which packs decide on a date: law is dated data, and an instrument not yet in force is never cited.</summary>
public static class PackSelection
{
    /// <summary>
    /// Of many packs, those that govern on the date: exactly one for each jurisdiction, the national one first.
    /// </summary>
    /// <exception cref="PackSelectionException">None governs, or two of one jurisdiction do.</exception>
    public static IReadOnlyList<RulePack> On(IEnumerable<RulePack> packs, DateOnly asOf)
    {
        var all = packs.ToArray();
        var chosen = all.Where(p => p.Governs(asOf)).OrderBy(p => p.Jurisdiction, StringComparer.Ordinal).ThenBy(p => p.Id, StringComparer.Ordinal).ToArray();
        if (chosen.Length == 0)
            throw new PackSelectionException($"No rule pack governs on {asOf:yyyy-MM-dd}; the packs given govern {string.Join(", ", all.Select(p => $"{p.Id} {Span(p)}"))}.");
        var twice = chosen.GroupBy(p => p.Jurisdiction).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
            throw new PackSelectionException($"Two rule packs of {twice.Key} govern on {asOf:yyyy-MM-dd}: {string.Join(", ", twice.Select(p => p.Id))}; name one with --rules.");
        foreach (var pack in chosen) MustBeInForce(pack, asOf);
        return chosen;
    }

    /// <summary>A pack named outright: refused on a date on which its instrument is not in force.</summary>
    /// <exception cref="PackSelectionException">It does not govern, or its instrument is not in force.</exception>
    public static RulePack Named(RulePack pack, DateOnly asOf)
    {
        if (!pack.Governs(asOf))
            throw new PackSelectionException($"{pack.Id} governs {Span(pack)}, not {asOf:yyyy-MM-dd}; choose another pack or --as-of.");
        MustBeInForce(pack, asOf);
        return pack;
    }

    private static void MustBeInForce(RulePack pack, DateOnly asOf)
    {
        var i = pack.Instrument;
        if (asOf < i.InForceFrom || (i.InForceTo is { } to && asOf > to))
            throw new PackSelectionException($"{i.Law.Zh} was not in force on {asOf:yyyy-MM-dd} (in force from {i.InForceFrom:yyyy-MM-dd}): it cannot be cited for that day.");
    }

    private static string Span(RulePack p) => $"{(p.GovernsFrom == DateOnly.MinValue ? "…" : p.GovernsFrom.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))} to {p.GovernsTo?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "…"}";
}
