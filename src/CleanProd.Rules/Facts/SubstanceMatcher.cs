using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CleanProd.Rules.Facts;

/// <summary>What the catalogues in force on a day say of one substance.</summary>
/// <param name="Catalogues">Identities of the catalogues that name it.</param>
/// <param name="ToxicClass">Class 1–4 of the 2016 Measures Art. 8, the lowest of several; 0 when none. Class 5 is a judgement of people and never found here.</param>
/// <param name="Cas">CAS number by the declaration or the catalogues; null when neither tells.</param>
internal sealed record SubstanceMatch(IReadOnlySet<string> Catalogues, int ToxicClass, string? Cas);

/// <summary>
/// Finds a declared substance in the catalogues in force on one day. A name matches a line by the line's name or an alias, exactly
/// after folding width, case and spaces, or by CAS number. Families and compounds are matched through the aliases that the data lists
/// (an alias that ends in <c>*</c> is a beginning: <c>含铅*</c>), never by parts of words: total chromium is not hexavalent chromium.
/// </summary>
internal sealed partial class SubstanceMatcher
{
    // Days are ends of years: more of them are asked for only by somebody who tries all.
    private const int MostDays = 32;

    private static readonly ConditionalWeakTable<ReferenceData, ConcurrentDictionary<DateOnly, SubstanceMatcher>> Made = [];

    private static readonly SubstanceMatch Nothing = new(new HashSet<string>(), 0, null);

    private readonly Dictionary<string, List<Line>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Line>> _byCas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Line>> _byBeginning = new(StringComparer.Ordinal);
    private readonly int _longestBeginning;

    /// <summary>The matcher for the lines in force on a day, made once for the tables that are in use.</summary>
    internal static SubstanceMatcher On(ReferenceData reference, DateOnly day)
    {
        var made = Made.GetOrCreateValue(reference);
        if (made.Count >= MostDays) made.Clear();
        return made.GetOrAdd(day, d => new(reference, d));
    }

    /// <summary>A matcher for the lines in force on a day.</summary>
    public SubstanceMatcher(ReferenceData reference, DateOnly day)
    {
        foreach (var catalogue in reference.Catalogues)
        {
            foreach (var entry in catalogue.Entries)
            {
                if (day < entry.From || day > entry.To) continue;
                var line = new Line(catalogue.Id, entry);
                foreach (var name in entry.Aliases.Prepend(entry.Name))
                {
                    if (!name.EndsWith('*')) Add(_byName, SubstanceName.Fold(name), line);
                    else
                    {
                        var beginning = SubstanceName.Fold(name[..^1]);
                        _longestBeginning = Math.Max(_longestBeginning, beginning.Length);
                        Add(_byBeginning, beginning, line);
                    }
                }

                if (entry.Cas is { } cas) Add(_byCas, cas, line);
                foreach (var other in entry.OtherCas) Add(_byCas, other, line);
            }
        }
    }

    /// <summary>What the catalogues say of a name or CAS number; a CAS number declared beside the name counts as well.</summary>
    public SubstanceMatch Match(string nameOrCas, string? cas = null)
    {
        var declared = CasNumber.IsValid(nameOrCas.Trim()) ? nameOrCas.Trim() : cas?.Trim();
        var lines = new List<Line>();
        foreach (var spelling in SubstanceName.Spellings(nameOrCas))
        {
            if (_byName.TryGetValue(spelling, out var named)) lines.AddRange(named);
            for (var length = Math.Min(_longestBeginning, spelling.Length); length > 0; length--)
                if (_byBeginning.TryGetValue(spelling[..length], out var begun)) lines.AddRange(begun);
            // The last two digits of a waste code are its category: an edition whose codes are not at hand is read by category.
            if (lines.Count == 0 && WasteCode().IsMatch(spelling) && _byName.TryGetValue("HW" + spelling[^2..], out var category)) lines.AddRange(category);
            // The name as written decides; the name without its remark only when that says nothing.
            if (lines.Count > 0) break;
        }

        // One substance has many names: a line found by name leads to the others through its own CAS number.
        var number = declared ?? lines.Select(l => l.Entry).Where(e => e.OtherCas.Count == 0).Select(e => e.Cas).FirstOrDefault(c => c is not null);
        if (number is not null && _byCas.TryGetValue(number, out var numbered)) lines.AddRange(numbered);
        if (lines.Count == 0) return Nothing with { Cas = number };
        return new SubstanceMatch(
            lines.Select(l => l.Catalogue).ToHashSet(StringComparer.Ordinal),
            lines.Select(l => l.Entry.ToxicClass ?? 0).Where(c => c > 0).DefaultIfEmpty(0).Min(),
            number);
    }

    private static void Add(Dictionary<string, List<Line>> index, string key, Line line)
    {
        if (!index.TryGetValue(key, out var lines)) index[key] = lines = [];
        if (!lines.Contains(line)) lines.Add(line);
    }

    [GeneratedRegex("^[0-9]{3}-[0-9]{3}-[0-9]{2}$")]
    private static partial Regex WasteCode();

    private sealed record Line(string Catalogue, CatalogueEntry Entry);
}
