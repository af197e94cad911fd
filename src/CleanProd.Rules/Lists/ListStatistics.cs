using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Lists;

/// <summary>
/// Counts, shares and means in the form of the founding document's tables 3-1 (by region) and 3-2 (by kind, where one enterprise may
/// count in several), by industry and by city.
/// </summary>
public sealed class ListStatistics
{
    /// <summary>Grounds, or rules where the regime has none, in the order of the packs: the columns of <see cref="StatisticsLine.ByGround"/>.</summary>
    public IReadOnlyList<string> Grounds { get; private init; } = [];

    /// <summary>By region group in Guangdong, elsewhere by city or province; shares of the listed sum to 100.</summary>
    public IReadOnlyList<StatisticsLine> ByRegion { get; private init; } = [];

    /// <summary>By city.</summary>
    public IReadOnlyList<StatisticsLine> ByCity { get; private init; } = [];

    /// <summary>By industry division (大类).</summary>
    public IReadOnlyList<StatisticsLine> ByIndustry { get; private init; } = [];

    /// <summary>By ground: an enterprise counts in each that lists it, so the shares need not sum to 100.</summary>
    public IReadOnlyList<GroundLine> ByGround { get; private init; } = [];

    /// <summary>Everything.</summary>
    public required StatisticsLine Total { get; init; }

    internal static ListStatistics Of(IReadOnlyList<(Determination Determination, Place Place)> placed, IndustryRegister industries)
    {
        var grounds = CandidateList.GroundsOf(placed.Select(p => p.Determination)).Select(GroundLabel.KeyOf).Distinct().ToArray();
        var members = placed.Select(p => new StatisticsMember(p.Determination, grounds)).ToArray();
        var total = StatisticsLine.Of(new("合计", "Total"), members) with { ShareOfListed = members.Any(m => m.Listed) ? 100m : 0m };
        return new()
        {
            Grounds = grounds,
            Total = total,
            ByRegion = Lines(placed.Select(p => (p.Place.RegionOrder, p.Place.RegionLabel)).Zip(members)),
            ByCity = Lines(placed.Select(p => (p.Place.CityOrder, p.Place.CityLabel)).Zip(members)),
            ByIndustry = Lines(placed.Select(p => DivisionOf(p.Determination.Facility.Industry, industries)).Zip(members)),
            ByGround = grounds.Select((g, i) => new GroundLine(g, GroundLabel.NameOf(g), total.ByGround[i], Proportions.Percent(total.ByGround[i], total.Listed) ?? 0m)).ToArray(),
        };
    }

    private static StatisticsLine[] Lines(IEnumerable<((string Order, Wording Label) Key, StatisticsMember Member)> members)
    {
        var lines = members
            .GroupBy(m => m.Key.Order, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => StatisticsLine.Of(g.First().Key.Label, g.Select(m => m.Member).ToArray()))
            .ToArray();
        var shares = Proportions.Shares(lines.Select(l => (long)l.Listed).ToArray());
        return lines.Select((line, i) => line with { ShareOfListed = shares[i] }).ToArray();
    }

    private static (string Order, Wording Label) DivisionOf(string? industry, IndustryRegister industries)
    {
        if (string.IsNullOrWhiteSpace(industry)) return ("~", new("行业不详", "Industry unknown"));
        return industries.DivisionOf(industry) is { } division
            ? (division.Code, Wording.Same($"{division.Code} {division.Name}"))
            : ("}" + industry, Wording.Same(industries.NameOf(industry)));
    }
}

/// <summary>A line of table 3-2's form.</summary>
/// <param name="Ground">Code of the ground, or name of the rule.</param>
/// <param name="Label">The ground for people.</param>
/// <param name="Enterprises">Listed under it.</param>
/// <param name="ShareOfListed">Of all listed enterprises, per cent.</param>
public sealed record GroundLine(string Ground, Wording Label, int Enterprises, decimal ShareOfListed);
