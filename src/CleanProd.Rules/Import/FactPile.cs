using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;

namespace CleanProd.Rules.Import;

/// <summary>One fact of a pile, with the manner of its row.</summary>
internal readonly record struct Piled<T>(T Fact, RowManner Manner);

/// <summary>
/// The facts of one table until all files are read. Then facts of one natural key are compared: equal ones count once, contradicting ones
/// are kept out, all of them, and what remains is put in an order that the order of rows cannot change.
/// </summary>
internal sealed class FactPile<T>(FactKind<T> kind)
    where T : class
{
    private readonly List<Piled<T>> _facts = [];

    internal void Add(T fact, RowManner manner) => _facts.Add(new(fact, manner));

    /// <summary>Changes every fact, when something is known that was not while reading.</summary>
    internal void Change(Func<Piled<T>, T> change)
    {
        for (var i = 0; i < _facts.Count; i++) _facts[i] = _facts[i] with { Fact = change(_facts[i]) };
    }

    /// <param name="log">Where duplicates and contradictions are said.</param>
    /// <param name="refused">Told of every fact kept out.</param>
    /// <param name="mergeSilently">Whether repeated rows from a column map are nothing to speak of: one outlet stands on many rows of a foreign file.</param>
    internal Dictionary<FacilityId, List<T>> Settle(FindingLog log, Action<FacilityId, FactTable, SourceRef> refused, bool mergeSilently = false)
    {
        var settled = new Dictionary<FacilityId, List<T>>();
        foreach (var same in _facts.GroupBy(f => NaturalKey.Of(kind.Facility(f.Fact), kind.Key(f.Fact)), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var facts = same.OrderBy(f => kind.Source(f.Fact), SourceOrder.Instance).ToList();
            var first = facts[0].Fact;
            var others = facts.Skip(1).ToList();
            var content = kind.Content(first);
            if (others.Any(o => !kind.Content(o.Fact).Equals(content)))
            {
                foreach (var (fact, i) in facts.Select((f, i) => (f.Fact, i)))
                {
                    var other = facts[i == 0 ? 1 : 0].Fact;
                    log.Add("contradiction", kind.Source(fact), null, null, kind.Source(other).ToString());
                    refused(kind.Facility(fact), kind.Table, kind.Source(fact));
                }

                continue;
            }

            foreach (var other in others)
                if (!mergeSilently || !other.Manner.FromMap) log.Duplicate(kind.Source(other.Fact), kind.Source(first));
            if (!settled.TryGetValue(kind.Facility(first), out var list)) settled[kind.Facility(first)] = list = [];
            list.Add(first);
        }

        return settled;
    }
}
