using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>One fact of a pile, with the manner of its row.</summary>
internal readonly record struct Piled<T>(T Fact, RowManner Manner);

/// <summary>
/// The facts of one table until all files are read. Then facts of one natural key are compared: equal ones count once, contradicting ones
/// are kept out, all of them, and what remains is put in an order that the order of rows cannot change.
/// </summary>
internal sealed class FactPile<T>(
    FactTable table, Func<T, FacilityId> facility, Func<T, SourceRef> source, Func<T, string> key, Func<T, T> withoutSource)
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
        foreach (var same in _facts.GroupBy(f => key(f.Fact), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var facts = same.OrderBy(f => source(f.Fact), SourceOrder.Instance).ToList();
            var first = facts[0].Fact;
            var others = facts.Skip(1).ToList();
            var content = withoutSource(first);
            if (others.Any(o => !withoutSource(o.Fact).Equals(content)))
            {
                foreach (var (fact, i) in facts.Select((f, i) => (f.Fact, i)))
                {
                    var other = facts[i == 0 ? 1 : 0].Fact;
                    log.Add("contradiction", source(fact), null, null, source(other).ToString());
                    refused(facility(fact), table, source(fact));
                }

                continue;
            }

            foreach (var other in others)
                if (!mergeSilently || !other.Manner.FromMap) log.Duplicate(source(other.Fact), source(first));
            if (!settled.TryGetValue(facility(first), out var list)) settled[facility(first)] = list = [];
            list.Add(first);
        }

        return settled;
    }
}

/// <summary>Order of file, sheet and row.</summary>
internal sealed class SourceOrder : IComparer<SourceRef>
{
    internal static readonly SourceOrder Instance = new();

    public int Compare(SourceRef x, SourceRef y)
    {
        var c = string.CompareOrdinal(x.File, y.File);
        if (c == 0) c = string.CompareOrdinal(x.Sheet, y.Sheet);
        return c != 0 ? c : x.Row.CompareTo(y.Row);
    }
}
