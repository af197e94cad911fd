using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>
/// All facilities that any table names. One that only other tables name is made from its identity, with a warning: leaving it out would let
/// a polluter vanish from the list because of a missing row.
/// </summary>
internal sealed class FacilityMentions(FindingLog log)
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
