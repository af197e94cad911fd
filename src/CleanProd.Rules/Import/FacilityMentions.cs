using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>
/// All facilities that any table names. One that only other tables name is made from its identity, with a warning: leaving it out would let
/// a polluter vanish from the list because of a missing row.
/// </summary>
/// <param name="log">Where contradictions are said.</param>
/// <param name="refused">Told of every row kept out.</param>
internal sealed class FacilityMentions(FindingLog log, Action<FacilityId, FactTable, SourceRef> refused)
{
    private readonly Dictionary<FacilityId, (SourceRef Source, bool Explained)> _mentioned = [];

    internal void Saw<T>(Dictionary<FacilityId, List<T>> facts, Func<T, SourceRef> source)
    {
        foreach (var (facility, list) in facts) Saw(facility, source(list[0]), explained: false);
    }

    /// <param name="facility">The facility.</param>
    /// <param name="source">A row that names it.</param>
    /// <param name="explained">Whether another finding already says why it has no row of its own.</param>
    internal void Saw(FacilityId facility, SourceRef source, bool explained)
    {
        if (!_mentioned.TryGetValue(facility, out var known)) _mentioned[facility] = (source, explained);
        else _mentioned[facility] = (SourceOrder.Instance.Compare(source, known.Source) < 0 ? source : known.Source, known.Explained || explained);
    }

    /// <summary>One record per facility, in ordinal order.</summary>
    internal List<FacilityRecord> Complete(List<Piled<FacilityRecord>> described)
    {
        var facilities = described.GroupBy(f => f.Fact.Id).Select(Choose).ToDictionary(f => f.Id);
        foreach (var (id, (source, explained)) in _mentioned)
        {
            if (!facilities.TryAdd(id, new FacilityRecord(id, id.Value, source)) || explained) continue;
            log.Add("facility_unknown", source, null, id.Value, id.Value);
        }

        var complete = facilities.Values.OrderBy(f => f.Id).ToList();
        SayShared(complete);
        return complete;
    }

    // The first of several descriptions is the first in order of content, not of rows: another order of rows must not rename a facility.
    private FacilityRecord Choose(IGrouping<FacilityId, Piled<FacilityRecord>> same)
    {
        var records = same.OrderBy(f => Content(f.Fact), StringComparer.Ordinal).ThenBy(f => f.Fact.Source, SourceOrder.Instance).ToList();
        var chosen = records[0].Fact;
        if (Contradict(records)) return Contradicted(records);
        var content = chosen with { Source = default };
        var differing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (fact, manner) in records.Skip(1))
        {
            if ((fact with { Source = default }).Equals(content))
            {
                if (!manner.FromMap) log.Duplicate(fact.Source, chosen.Source);
            }
            else if (differing.Add(Content(fact)))
            {
                log.Add("facility_differs", fact.Source, null, fact.Id.Value, fact.Id.Value, chosen.Source.ToString());
            }
        }

        return chosen;
    }

    // Another name is a matter of spelling. Whether a plant is closed, where it lies and when it was approved decides what the law asks of it.
    private static bool Contradict(List<Piled<FacilityRecord>> records)
    {
        var plain = records.Where(r => !r.Manner.FromMap).Select(r => r.Fact).ToList();
        return Differ(f => f.Region) || Differ(f => f.Industry) || Differ(f => f.EiaApprovedOn) || Differ(f => f.KeySource) || Differ(f => f.Status == FacilityStatus.Unspecified ? null : f.Status);

        bool Differ(Func<FacilityRecord, object?> of) => plain.Select(of).Where(v => v is not null).Distinct().Skip(1).Any();
    }

    // Known by its name alone: no row of it is believed.
    private FacilityRecord Contradicted(List<Piled<FacilityRecord>> records)
    {
        var rows = records.Select(r => r.Fact).OrderBy(f => f.Source, SourceOrder.Instance).ToList();
        foreach (var (fact, i) in rows.Select((f, i) => (f, i)))
        {
            log.Add("contradiction", fact.Source, null, null, rows[i == 0 ? 1 : 0].Source.ToString());
            refused(fact.Id, FactTables.Facilities, fact.Source);
        }

        return new FacilityRecord(records[0].Fact.Id, records[0].Fact.Name, rows[0].Source);
    }

    private void SayShared(List<FacilityRecord> facilities)
    {
        foreach (var shared in facilities.Where(f => f.CreditCode is not null).GroupBy(f => f.CreditCode!, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            var names = string.Join("; ", shared.Select(f => f.Id.Value));
            foreach (var facility in shared) log.Add("credit_code_shared", facility.Source, null, shared.Key, shared.Key, names);
        }
    }

    private static string Content(FacilityRecord f) => string.Join(
        '\u001f', f.Name, f.Region, f.Address, f.Industry, f.LegalRepresentative, f.PermitNumber, f.CreditCode, f.EiaApprovedOn?.DayNumber, f.KeySource, f.Status);
}
