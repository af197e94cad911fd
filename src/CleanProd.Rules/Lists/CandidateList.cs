using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Lists;

/// <summary>
/// The preliminary list (初选名单) that the determinations of a year propose: who is listed in which class and why, who could not be
/// decided, who stands near a line, and the statistics. The same whatever the order of the determinations.
/// </summary>
public sealed class CandidateList
{
    private readonly IndustryRegister _industries;

    private CandidateList(ListHeading heading, IndustryRegister industries)
    {
        Heading = heading;
        _industries = industries;
    }

    /// <summary>Year, law, data.</summary>
    public ListHeading Heading { get; }

    /// <summary>Every determination in order of place and identity.</summary>
    public IReadOnlyList<Determination> Determinations { get; private init; } = [];

    /// <summary>Classes for which the packs have rules, in their order; a class may be empty.</summary>
    public IReadOnlyList<ClassList> Classes { get; private init; } = [];

    /// <summary>What could not be decided: one entry per enterprise with outcome undetermined and open rule.</summary>
    public IReadOnlyList<UndeterminedEntry> Undetermined { get; private init; } = [];

    /// <summary>Rules that failed; the list may not be released while there are any.</summary>
    public IReadOnlyList<ErrorEntry> Errors { get; private init; } = [];

    /// <summary>Close to a line, the largest ratio first.</summary>
    public IReadOnlyList<NearThreshold> NearThreshold { get; private init; } = [];

    /// <summary>Counts, shares and means.</summary>
    public required ListStatistics Statistics { get; init; }

    /// <summary>Number of enterprises with an outcome.</summary>
    public int Count(Outcome outcome) => Determinations.Count(d => d.Outcome == outcome);

    /// <summary>Name of a facility's industry; its code as written when the register does not know it.</summary>
    public string IndustryName(FacilityRecord facility) => facility.Industry is { } code ? _industries.NameOf(code) : "";

    /// <summary>The rows behind every listing, in the order of the list.</summary>
    public IEnumerable<EvidenceRow> Evidence =>
        from determination in Determinations
        where determination.Outcome == Outcome.Triggered
        from rule in determination.Rules
        where rule.Outcome == Outcome.Triggered
        from evidence in rule.Evidence
        select new EvidenceRow(determination, rule, evidence);

    /// <summary>Builds the list.</summary>
    public static CandidateList Of(IReadOnlyList<Determination> determinations, ReferenceData reference, ListHeading heading)
    {
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        var placed = determinations
            .Select(d => (Determination: d, Place: PlaceOf(d.Facility, reference.Regions, places)))
            .OrderBy(d => d.Place.EntryOrder, StringComparer.Ordinal)
            .ThenBy(d => d.Determination.Facility.Id)
            .ToArray();
        return new(heading, reference.Industries)
        {
            Determinations = placed.Select(d => d.Determination).ToArray(),
            Classes = ClassesOf(placed),
            Undetermined = Rules(placed, Outcome.Undetermined)
                .Select(r => new UndeterminedEntry(r.Determination, r.Place, r.Rule, r.Rule.Missing.Select(MissingFact.Of).ToArray())).ToArray(),
            Errors = Rules(placed, Outcome.Error).Select(r => new ErrorEntry(r.Determination, r.Place, r.Rule)).ToArray(),
            NearThreshold = placed
                .SelectMany(d => d.Determination.Rules.Where(Lists.NearThreshold.IsNear).Select(r => new NearThreshold(d.Determination, d.Place, r, r.Margin!)))
                .OrderByDescending(n => n.Margin.Ratio)
                .ThenBy(n => n.Determination.Facility.Id)
                .ThenBy(n => n.Rule.Rule, StringComparer.Ordinal)
                .ToArray(),
            Statistics = ListStatistics.Of(placed, reference.Industries),
        };
    }

    private static Place PlaceOf(FacilityRecord facility, RegionRegister regions, Dictionary<string, Place> known)
    {
        var key = facility.Region ?? "";
        if (!known.TryGetValue(key, out var place)) known[key] = place = Place.Of(facility.Region, regions);
        return place;
    }

    private static IEnumerable<(Determination Determination, Place Place, RuleDetermination Rule)> Rules(
        IEnumerable<(Determination Determination, Place Place)> placed, Outcome outcome) =>
        from d in placed
        where d.Determination.Outcome == outcome
        from rule in d.Determination.Rules
        where rule.Outcome == outcome
        select (d.Determination, d.Place, rule);

    private static ClassList[] ClassesOf(IReadOnlyList<(Determination Determination, Place Place)> placed)
    {
        var entries = new Dictionary<string, List<CandidateEntry>>(StringComparer.Ordinal);
        foreach (var (determination, place) in placed)
        {
            if (determination.Outcome != Outcome.Triggered) continue;
            var reasons = determination.Rules.Where(r => r.Outcome == Outcome.Triggered).ToArray();
            var open = determination.Rules.Where(r => r.Outcome == Outcome.Undetermined).ToArray();
            foreach (var id in reasons.Select(r => ListClass.Of(r).Id).Distinct())
            {
                if (!entries.TryGetValue(id, out var list)) entries[id] = list = [];
                list.Add(new(determination, place, reasons.OrderBy(r => ListClass.Of(r).Id == id ? 0 : 1).ToArray(), open));
            }
        }

        return GroundsOf(placed.Select(p => p.Determination))
            .GroupBy(r => ListClass.Of(r).Id, StringComparer.Ordinal)
            .Select(g => new ClassList(ListClass.Of(g.First()), g.Select(GroundLabel.KeyOf).Distinct().ToArray(), entries.GetValueOrDefault(g.Key) ?? []))
            .OrderBy(c => c.Class.Order)
            .ToArray();
    }

    /// <summary>One example of every rule, in the order of the packs.</summary>
    internal static IReadOnlyList<RuleDetermination> GroundsOf(IEnumerable<Determination> determinations)
    {
        var rules = new Dictionary<string, RuleDetermination>(StringComparer.Ordinal);
        foreach (var rule in determinations.SelectMany(d => d.Rules))
            rules.TryAdd(rule.Rule, rule);
        return rules.Values.ToArray();
    }
}
