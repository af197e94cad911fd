using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Policy;

/// <summary>An enterprise whose determination rests on a standard.</summary>
/// <param name="FacilityId">Its identity.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">Where it lies.</param>
/// <param name="Rule">The rule that held its values against the standard.</param>
/// <param name="Ground">Ground of the rule.</param>
/// <param name="Outcome">What the rule said.</param>
internal sealed record ReliedOn(string FacilityId, string Name, string Region, string Rule, string? Ground, Outcome Outcome);

/// <summary>A standard that is not in force on a day any more, and what relied on it.</summary>
/// <param name="Standard">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="InForceTo">Its last day.</param>
/// <param name="SupersededBy">What took its place; null where the table does not say.</param>
/// <param name="Run">The screening that was looked through; null when there is none for the year.</param>
/// <param name="Rules">Rules under which values were held against it.</param>
/// <param name="Enterprises">Enterprises whose determinations rest on it.</param>
internal sealed record SupersededStandard(
    string Standard, Wording Title, DateOnly InForceTo, string? SupersededBy, long? Run, IReadOnlyList<string> Rules, IReadOnlyList<ReliedOn> Enterprises);

/// <summary>What rests on one standard, whether or not it has ended.</summary>
/// <param name="Run">The screening that was looked through; null when there is none.</param>
/// <param name="Year">Its year.</param>
/// <param name="Rules">Rules under which values were held against it.</param>
/// <param name="Enterprises">Enterprises whose determinations rest on it.</param>
internal sealed record ReliedStandard(long? Run, int Year, IReadOnlyList<string> Rules, IReadOnlyList<ReliedOn> Enterprises);

/// <summary>Standards of the reference tables that have ended, each with the rules and enterprises that relied on it in the latest screening of a year.</summary>
internal sealed class SupersededStandards(LawBooks books, ScreeningStore screenings)
{
    /// <summary>Standards that ended before a day and not before the beginning of the year.</summary>
    /// <param name="region">The jurisdiction.</param>
    /// <param name="year">The year whose determinations are looked through.</param>
    /// <param name="on">The day.</param>
    /// <param name="reach">What the asker reaches.</param>
    /// <param name="ct">Breaks it off.</param>
    internal async Task<IReadOnlyList<SupersededStandard>> OfAsync(RegionCode region, int year, DateOnly on, Reach reach, CancellationToken ct)
    {
        var ended = Ended(on, new DateOnly(year, 1, 1));
        const int most = 500;
        var run = (await screenings.ListAsync(reach, null, most, ct)).FirstOrDefault(r => r.State == ScreeningState.Finished && r.Year == year && r.Region.Covers(region));
        var relied = await ReliedAsync(run, [.. ended.Select(e => e.Number)], new ScreenedFilter { Region = region, Reach = reach }, ct);
        return [.. ended.Select(e => new SupersededStandard(e.Number, e.Title, e.To, e.By, run?.Id, RulesOf(relied[e.Number]), relied[e.Number]))];
    }

    /// <summary>What rests on a standard in the latest finished screening that the asker reaches.</summary>
    internal async Task<ReliedStandard> RelyingOnAsync(string standard, Reach reach, CancellationToken ct)
    {
        const int most = 500;
        var run = (await screenings.ListAsync(reach, null, most, ct)).Where(r => r.State == ScreeningState.Finished && r.Kind != ScreeningKind.Dry).OrderByDescending(r => r.Year).ThenByDescending(r => r.Id).FirstOrDefault();
        var relied = (await ReliedAsync(run, [standard], new ScreenedFilter { Reach = reach }, ct))[standard];
        return new(run?.Id, run?.Year ?? 0, RulesOf(relied), relied);
    }

    private async Task<Dictionary<string, List<ReliedOn>>> ReliedAsync(ScreeningHead? run, IReadOnlyList<string> numbers, ScreenedFilter filter, CancellationToken ct)
    {
        var relied = numbers.ToDictionary(n => n, _ => new List<ReliedOn>(), StringComparer.Ordinal);
        if (run is null || numbers.Count == 0) return relied;
        await foreach (var facility in screenings.ReadAsync(run.Id, filter, ct))
        {
            foreach (var rule in facility.Determination.Rules)
            {
                // The number of a standard begins the words on where a limit comes from.
                foreach (var (number, all) in relied)
                    if (rule.Evidence.Any(e => Names(e.Basis, number))) all.Add(new(facility.FacilityId.Value, facility.Name, facility.Region.Value, rule.Rule, rule.Ground, rule.Outcome));
            }
        }

        return relied;
    }

    private static string[] RulesOf(List<ReliedOn> relied) => [.. relied.Select(r => r.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private List<(string Number, Wording Title, DateOnly To, string? By)> Ended(DateOnly on, DateOnly since)
    {
        var reference = books.Reference;
        var discharge = reference.Limits.Standards.Where(s => s.To is { } to && to < on && to >= since).Select(s => (s.Number, s.Title, To: s.To!.Value, By: s.SupersededBy));
        var energy = reference.EnergyLimits.Where(l => l.To is { } to && to < on && to >= since).Select(l => (Number: l.Standard, Title: Wording.Same(l.Standard), To: l.To!.Value, By: (string?)null));
        return [.. discharge.Concat(energy).GroupBy(s => s.Number, StringComparer.Ordinal).Select(g => g.MaxBy(s => s.To)).OrderBy(s => s.Number, StringComparer.Ordinal)];
    }

    // Written with and without spaces, and with any dash.
    private static bool Names(string? basis, string number)
    {
        if (basis is null) return false;
        var (text, wanted) = (Folded(basis), Folded(number));
        for (var at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = text.IndexOf(wanted, at + 1, StringComparison.Ordinal))
            if (at + wanted.Length == text.Length || !char.IsAsciiDigit(text[at + wanted.Length])) return true;
        return false;
    }

    private static string Folded(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace('—', '-').Replace('–', '-').ToUpperInvariant();
}
