using System.Collections.Concurrent;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>What a list of results is filtered by besides what stands in columns, kept in memory in short: a finished screening never changes.</summary>
internal sealed class RunTraits(ScreeningStore screenings)
{
    // Of a province some megabytes each.
    private const int Most = 4;

    private readonly ConcurrentDictionary<long, Task<IReadOnlyDictionary<string, ShortTraits>>> _traits = new();
    private readonly ConcurrentDictionary<long, Task<IReadOnlyList<(string Id, PinyinInitials Initials)>>> _initials = new();

    /// <summary>Margins and missing facts by identity. The first to ask waits until the screening is read through once.</summary>
    internal Task<IReadOnlyDictionary<string, ShortTraits>> OfAsync(long run) => Once(_traits, run, async () => (IReadOnlyDictionary<string, ShortTraits>)
        (await screenings.TraitsAsync(run)).ToDictionary(t => t.FacilityId, t => new ShortTraits(t.Nearest?.Margin?.Ratio, t.IsNear, [.. t.Missing.Select(KindOf).Distinct(StringComparer.Ordinal)]), StringComparer.Ordinal));

    /// <summary>Identities whose names have these initials.</summary>
    internal async Task<IReadOnlyList<string>> WithInitialsAsync(long run, string letters) => [.. (await Once(_initials, run, async () =>
        (IReadOnlyList<(string Id, PinyinInitials Initials)>)[.. (await screenings.NamesAsync(run)).Select(n => (n.FacilityId, PinyinInitials.Of(n.Name)))])).Where(n => n.Initials.Contain(letters)).Select(n => n.Id)];

    /// <summary>The kind of a missing fact: the word of the rule language it begins with.</summary>
    internal static string KindOf(string missing) => string.Intern(missing.IndexOfAny(['[', '.', '(', ' ', ':', '：']) is > 0 and var end ? missing[..end] : missing);

    private static async Task<T> Once<T>(ConcurrentDictionary<long, Task<T>> kept, long run, Func<Task<T>> read)
    {
        if (kept.Count >= Most && !kept.ContainsKey(run)) kept.Clear();
        var task = kept.GetOrAdd(run, _ => Task.Run(read));
        try
        {
            return await task;
        }
        catch
        {
            kept.TryRemove(new(run, task));
            throw;
        }
    }
}

/// <summary>Margin and missing facts in short.</summary>
/// <param name="Ratio">Value over threshold of the rule nearest to its line.</param>
/// <param name="IsNear">Whether a rule is close to flipping.</param>
/// <param name="Missing">Kinds of the missing facts.</param>
internal sealed record ShortTraits(decimal? Ratio, bool IsNear, IReadOnlyList<string> Missing);
