using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>
/// Compiled screenings, kept while their shards come in: compiling costs as much as judging hundreds of facilities. The packs of a law are compiled
/// once, whatever tables were given for the places that are judged under it.
/// </summary>
internal sealed class Judges(LawBooks books)
{
    private readonly Kept<Screening> _screenings = new(64);
    private readonly Kept<IReadOnlyList<(CompiledPack, DoubleEntry)>> _laws = new(4);

    /// <summary>The screening of a run, for facilities of whose place these tables were given.</summary>
    internal Task<Screening> OfAsync(ScreeningHead run, IReadOnlySet<string> tablesGiven)
    {
        var law = string.Join('|', [.. run.Packs, run.AsOf.DayNumber]);
        var key = string.Join('|', [law, run.ReferenceHash, run.Year, run.CrossCheck.OneIn, .. tablesGiven.Order(StringComparer.Ordinal)]);
        return _screenings.Get(key, async () => new Screening(
            await _laws.Get(law, async () => Screening.Compiled(await books.PacksOfAsync(run), run.AsOf)), await books.ReferenceOfAsync(run), tablesGiven, run.Year, run.CrossCheck));
    }

    // What failed is made again when it is asked for again: the database may have been away.
    private sealed class Kept<T>(int most)
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<string, Task<T>> _made = new(StringComparer.Ordinal);

        internal Task<T> Get(string key, Func<Task<T>> make)
        {
            lock (_lock)
            {
                if (_made.TryGetValue(key, out var known) && !known.IsFaulted && !known.IsCanceled) return known;
                if (_made.Count >= most) _made.Clear();
                return _made[key] = Task.Run(make);
            }
        }
    }
}
