using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>Compiled screenings, kept while their shards come in: compiling costs as much as judging hundreds of facilities.</summary>
internal sealed class Judges(LawBooks books)
{
    private const int Most = 16;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Task<Screening>> _compiled = new(StringComparer.Ordinal);

    /// <summary>The screening of a run, for facilities of whose place these tables were given.</summary>
    internal Task<Screening> OfAsync(ScreeningHead run, IReadOnlySet<string> tablesGiven)
    {
        var key = string.Join('|', [.. run.Packs, run.ReferenceHash, run.Year, run.AsOf.DayNumber, run.CrossCheck.OneIn, .. tablesGiven.Order(StringComparer.Ordinal)]);
        lock (_lock)
        {
            if (_compiled.TryGetValue(key, out var known) && !known.IsFaulted && !known.IsCanceled) return known;
            if (_compiled.Count >= Most) _compiled.Clear();
            return _compiled[key] = Task.Run(async () =>
                new Screening(await books.PacksOfAsync(run), await books.ReferenceOfAsync(run), tablesGiven, run.Year, run.AsOf, run.CrossCheck));
        }
    }
}
