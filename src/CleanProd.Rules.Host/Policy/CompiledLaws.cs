using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Host.Policy;

/// <summary>
/// The law that was asked for last, compiled: compiling takes longer than judging an enterprise a hundred times. A pack's name holds the hash of its
/// text, so that what is kept is never out of date.
/// </summary>
internal sealed class CompiledLaws
{
    // This year, the year before, and those that somebody compares them with.
    private const int Most = 8;

    private readonly Lock _gate = new();
    private readonly LinkedList<(string Key, Lazy<Law> Law)> _latest = [];

    /// <summary>Packs compiled as if they governed on a day.</summary>
    /// <exception cref="PackException">A condition is refused.</exception>
    internal Law On(IReadOnlyList<RulePack> packs, DateOnly day) => Entry(FormattableString.Invariant($"{day:O} {string.Join(' ', packs.Select(p => p.Name))}"), packs, day).Value;

    private Lazy<Law> Entry(string key, IReadOnlyList<RulePack> packs, DateOnly day)
    {
        lock (_gate)
        {
            var node = _latest.First;
            while (node is not null && node.Value.Key != key) node = node.Next;
            if (node is null)
            {
                // Who asks at the same moment waits for the same one; a refusal is remembered like an answer, for the same text is refused again.
                node = new((key, new(() => Law.Compile(packs, day))));
                if (_latest.Count == Most) _latest.RemoveLast();
            }
            else
            {
                _latest.Remove(node);
            }

            _latest.AddFirst(node);
            return node.Value.Law;
        }
    }
}
