using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>What a list of results is filtered by besides what stands in columns, kept in memory in short: a finished screening never changes.</summary>
internal sealed class RunTraits(ScreeningStore screenings)
{
    // Enterprises of all screenings together; each takes about 200 bytes, so that ten provinces are some forty megabytes.
    private const int Most = 200_000;

    private readonly KeptRuns<IReadOnlyDictionary<string, ShortTraits>> _traits = new(Most, t => t.Count);
    private readonly KeptRuns<IReadOnlyList<(string Id, PinyinInitials Initials)>> _initials = new(Most, n => n.Count);

    /// <summary>Margins and missing facts by identity. The first to ask waits until the screening is read through once.</summary>
    internal Task<IReadOnlyDictionary<string, ShortTraits>> OfAsync(long run) => _traits.OfAsync(run, () => ReadAsync(run));

    /// <summary>Identities whose names have these initials.</summary>
    internal async Task<IReadOnlyList<string>> WithInitialsAsync(long run, string letters) => [.. (await _initials.OfAsync(run, async () =>
        (IReadOnlyList<(string Id, PinyinInitials Initials)>)[.. (await screenings.NamesAsync(run)).Select(n => (n.FacilityId, PinyinInitials.Of(n.Name)))])).Where(n => n.Initials.Contain(letters)).Select(n => n.Id)];

    /// <summary>The kind of a missing fact: the word of the rule language it begins with.</summary>
    internal static string KindOf(string missing) => string.Intern(missing.IndexOfAny(['[', '.', '(', ' ', ':', '：']) is > 0 and var end ? missing[..end] : missing);

    private async Task<IReadOnlyDictionary<string, ShortTraits>> ReadAsync(long run)
    {
        var all = new Dictionary<string, ShortTraits>(StringComparer.Ordinal);
        // Thousands lack the same.
        var sets = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        await foreach (var told in screenings.ReadTraitsAsync(run))
        {
            string[] kinds = [.. told.Missing.Select(KindOf).Distinct(StringComparer.Ordinal)];
            var set = string.Join(' ', kinds);
            all[told.FacilityId] = new(told.Nearest?.Margin?.Ratio, told.IsNear, sets.TryGetValue(set, out var same) ? same : sets[set] = kinds);
        }

        return all;
    }
}

/// <summary>Margin and missing facts in short.</summary>
/// <param name="Ratio">Value over threshold of the rule nearest to its line.</param>
/// <param name="IsNear">Whether a rule is close to flipping.</param>
/// <param name="Missing">Kinds of the missing facts.</param>
internal sealed record ShortTraits(decimal? Ratio, bool IsNear, IReadOnlyList<string> Missing);
