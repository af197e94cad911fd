using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>What a source says about a facility in one word.</summary>
internal sealed record Flag(MapCheck Check, string Facility, string Text, bool Says, SourceRef Source, string? Heading);

/// <summary>Compares the source's own flags with its rows. The rows count: a flag is reported, never trusted.</summary>
internal sealed class FlagChecks(FindingLog log)
{
    private readonly List<Flag> _flags = [];

    internal void Saw(Flag flag) => _flags.Add(flag);

    internal void Compare(FactSet facts)
    {
        var facilities = facts.Facilities.ToDictionary(f => f.Facility.Id);
        foreach (var flag in _flags.DistinctBy(f => (f.Check, f.Facility, f.Text)))
        {
            var found = facilities.TryGetValue(new FacilityId(flag.Facility), out var facility)
                && Numbers(facility, flag.Check.Table, flag.Check.Field).Any(n => n > flag.Check.Above);
            if (found != flag.Says)
                log.Add("flag_disagrees", flag.Source, flag.Heading, flag.Text, flag.Text, $"{flag.Check.Table}.{flag.Check.Field}", $"{(found ? "" : "not ")}> {PlainNumber.Text(flag.Check.Above)}");
        }
    }

    private static IEnumerable<decimal?> Numbers(FacilityRecords facility, string table, string field) => (table, field) switch
    {
        ("monitoring_summaries", "exceedance_count") => facility.Summaries.Select(s => (decimal?)s.ExceedanceCount),
        ("monitoring_summaries", "valid_count") => facility.Summaries.Select(s => (decimal?)s.ValidCount),
        ("monitoring_summaries", "max") => facility.Summaries.Select(s => s.Max),
        ("monitoring_summaries", "median") => facility.Summaries.Select(s => s.Median),
        ("discharges", _) => facility.Discharges.Select(d => d.Quantity),
        ("quotas", _) => facility.Quotas.Select(q => q.Quantity),
        ("substances", _) => facility.Substances.Select(s => s.Quantity),
        ("energy", "output") => facility.Energy.Select(e => e.Output),
        ("energy", _) => facility.Energy.Select(e => e.Energy),
        _ => facility.Indicators.Select(i => i.Value),
    };
}
