using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Cases.Records;

/// <summary>A line of table 3-1. Amounts in 万元; only measures that are done count.</summary>
/// <param name="Region">Region group.</param>
/// <param name="Enterprises">Enterprises accepted in the year.</param>
/// <param name="ShareOfEnterprises">Of all of them, per cent with one decimal; the lines sum to 100.0.</param>
/// <param name="Output">Output value; null when that of an enterprise of the line is unknown.</param>
/// <param name="Investment">Investment.</param>
/// <param name="Benefit">Annual benefit.</param>
public sealed record RegionLine(Wording Region, int Enterprises, decimal ShareOfEnterprises, Wan? Output, Wan Investment, Wan Benefit)
{
    /// <summary>Investment of output, per cent, two decimals; null without output.</summary>
    public decimal? InvestmentShare => Share(Investment);

    /// <summary>Annual benefit of output, per cent, two decimals; null without output.</summary>
    public decimal? BenefitShare => Share(Benefit);

    /// <summary>Investment per enterprise, one decimal; null without enterprises. (The founding document leaves the means of its total line blank.)</summary>
    public decimal? MeanInvestment => Proportions.Mean(Investment.Amount, Enterprises, 1);

    /// <summary>Annual benefit per enterprise, one decimal; null without enterprises.</summary>
    public decimal? MeanBenefit => Proportions.Mean(Benefit.Amount, Enterprises, 1);

    private decimal? Share(Wan part) => Output is { Amount: > 0m } output ? decimal.Round(part.Amount * 100m / output.Amount, 2, MidpointRounding.AwayFromZero) : null;
}

/// <summary>A line of table 3-2.</summary>
/// <param name="Kind">Kind of measure.</param>
/// <param name="Enterprises">Enterprises with at least one such measure done; one enterprise may count in several kinds.</param>
/// <param name="Share">Of all enterprises, per cent with one decimal; null without enterprises.</param>
public sealed record MeasureKindLine(MeasureKind Kind, int Enterprises, decimal? Share);

/// <summary>
/// The audits of a year in the form of the founding document's tables 3-1 (by region group) and 3-2 (by kind of measure). Every mean is
/// its sum divided by its count: the document prints 1 267.1 and 670.9 for the wings where 9 772.4 ÷ 13 and 4 824.7 ÷ 13 are 751.7 and 371.1.
/// </summary>
/// <param name="Year">Year of acceptance.</param>
/// <param name="ByRegion">Table 3-1, without its total.</param>
/// <param name="Total">The total of table 3-1.</param>
/// <param name="ByKind">Table 3-2, every kind in its order.</param>
public sealed record CaseStatistics(int Year, IReadOnlyList<RegionLine> ByRegion, RegionLine Total, IReadOnlyList<MeasureKindLine> ByKind)
{
    /// <summary>The statistics of the audits accepted in a year. An enterprise accepted twice in it counts once, with the measures of both.</summary>
    /// <param name="files">Audit files of any year and track.</param>
    /// <param name="year">The year.</param>
    /// <param name="regions">Divisions, for the region groups.</param>
    /// <param name="tracks">Tracks to count; none means both.</param>
    public static CaseStatistics Of(IEnumerable<AuditFile> files, int year, RegionRegister regions, params AuditKind[] tracks)
    {
        var enterprises = files
            .Where(f => f.AcceptedOn?.Year == year && (tracks.Length == 0 || tracks.Contains(f.Track)))
            .GroupBy(f => f.Facility).OrderBy(g => g.Key)
            .Select(g => new Enterprise(GroupOf(g.First().Region, regions), [.. g]))
            .ToArray();
        var groups = enterprises.GroupBy(e => e.Group.Order, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.ToArray()).ToArray();
        var shares = Proportions.Shares([.. groups.Select(g => (long)g.Length)]);
        return new(year,
            [.. groups.Select((g, i) => Line(g[0].Group.Label, g, shares[i]))],
            Line(new("合计", "Total"), enterprises, enterprises.Length == 0 ? 0m : 100m),
            [.. Enum.GetValues<MeasureKind>().Select(k => Kind(k, enterprises))]);
    }

    private static RegionLine Line(Wording label, Enterprise[] members, decimal share) => new(
        label, members.Length, share,
        members.All(m => m.Output is not null) ? Wan.Sum(members.Select(m => m.Output!.Value)) : null,
        Wan.Sum(members.SelectMany(m => m.Done).Select(m => m.Investment)), Wan.Sum(members.SelectMany(m => m.Done).Select(m => m.AnnualBenefit)));

    private static MeasureKindLine Kind(MeasureKind kind, Enterprise[] all)
    {
        var count = all.Count(e => e.Done.Any(m => m.Kind == kind));
        return new(kind, count, Proportions.Percent(count, all.Length));
    }

    // Table 3-1 knows the two wings as one line.
    private static (string Order, Wording Label) GroupOf(RegionCode region, RegionRegister regions)
    {
        var place = Place.Of(region.Level == AdministrativeLevel.Nation ? null : region.Value.PadRight(6, '0'), regions);
        return place.Group is "东翼" or "西翼" ? ("01", new("东西两翼", "East and west wings")) : (place.RegionOrder, place.RegionLabel);
    }

    private sealed record Enterprise((string Order, Wording Label) Group, AuditFile[] Files)
    {
        // The output of the year is one number, however many audits name it.
        internal Wan? Output => Files.OrderByDescending(f => f.AcceptedOn).Select(f => f.OutputValue).FirstOrDefault(o => o is not null);

        internal Measure[] Done { get; } = [.. Files.SelectMany(f => f.DoneMeasures)];
    }
}
