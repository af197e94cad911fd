using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Schema;
using CleanProd.Rules.Storage.Screenings;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Enterprises;

// A year at a glance: counted where the rows are, so that a province costs no more than a county.
public sealed partial class EnterpriseStore
{
    /// <summary>How many enterprises there are within reach.</summary>
    public Task<int> CountAsync(Reach reach, CancellationToken ct = default) => store.ReadAsync(c => Known(c, new() { Reach = reach }, null).CountAsync(ct));

    /// <summary>What the latest finished screenings of a year decided, counted by outcome, grounds, city and division of industry.</summary>
    public Task<IReadOnlyList<JudgedCount>> CountAsync(int year, Reach reach, CancellationToken ct = default) => store.ReadAsync<IReadOnlyList<JudgedCount>>(async c =>
    {
        var judged = await JudgedAsync(c, year, new(), ct);
        var counts = await Known(c, new() { Reach = reach }, null)
            .Join(judged, f => EF.Property<string>(f, "facility_id"), d => d.FacilityId, (f, d) => new
            {
                d.Outcome, d.Grounds, City = EF.Property<string>(f, "region_code").Substring(0, 4), Industry = (EF.Property<string?>(f, "industry") ?? "").Substring(0, 3),
            })
            .GroupBy(r => r).Select(g => new { g.Key.Outcome, g.Key.Grounds, g.Key.City, g.Key.Industry, Count = g.Count() }).ToListAsync(ct);
        return [.. counts.Select(g => new JudgedCount(g.Outcome, Grounds(g.Grounds), new(g.City), g.Industry, g.Count))];
    });

    /// <summary>Enterprises that a year lists and the year before did not, or the reverse, or on other grounds; by identity.</summary>
    /// <param name="year">The later year.</param>
    /// <param name="reach">What the asker reaches.</param>
    /// <param name="most">At most so many that are listed, and so many that are not any more.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<YearChange>> ChangesAsync(int year, Reach reach, int most, CancellationToken ct = default) => store.ReadAsync<IReadOnlyList<YearChange>>(async c =>
    {
        var (before, after) = (await JudgedAsync(c, year - 1, new(), ct), await JudgedAsync(c, year, new(), ct));
        // Against a year that was never screened everybody would be new.
        if (!await before.AnyAsync(ct)) return [];
        var now = await Paired(after.Within(reach, d => d.Region, d => d.FacilityId), before).Where(p => p.Other == null || p.Other != Outcome.Triggered || p.OtherGrounds != p.Grounds)
            .OrderBy(p => p.FacilityId).Take(most).ToListAsync(ct);
        var then = await Paired(before.Within(reach, d => d.Region, d => d.FacilityId), after).Where(p => p.Other == null || p.Other != Outcome.Triggered)
            .OrderBy(p => p.FacilityId).Take(most).ToListAsync(ct);
        return
        [
            .. now.Select(p => new YearChange(new(p.FacilityId), p.Name, new(p.Region), p.Other, Grounds(p.OtherGrounds), Outcome.Triggered, Grounds(p.Grounds))),
            .. then.Select(p => new YearChange(new(p.FacilityId), p.Name, new(p.Region), Outcome.Triggered, Grounds(p.Grounds), p.Other, Grounds(p.OtherGrounds))),
        ];
    });

    private static IQueryable<Pair> Paired(IQueryable<DeterminationEntry> listed, IQueryable<DeterminationEntry> others) =>
        from d in listed.Where(d => d.Outcome == Outcome.Triggered)
        join o in others on d.FacilityId equals o.FacilityId into found
        from o in found.DefaultIfEmpty()
        select new Pair { FacilityId = d.FacilityId, Name = d.Name, Region = d.Region, Grounds = d.Grounds, Other = (Outcome?)o.Outcome, OtherGrounds = o.Grounds };

    private static string[] Grounds(string? kept) => kept?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private sealed class Pair
    {
        public required string FacilityId { get; init; }

        public required string Name { get; init; }

        public required string Region { get; init; }

        public required string Grounds { get; init; }

        public Outcome? Other { get; init; }

        public string? OtherGrounds { get; init; }
    }
}

/// <summary>How many enterprises share an outcome, grounds, a city and an industry.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Grounds">Grounds that list them.</param>
/// <param name="City">The city, or the province where no city is known.</param>
/// <param name="Industry">Division of the industry (<c>C22</c>); empty where it is not known.</param>
/// <param name="Count">How many.</param>
public sealed record JudgedCount(Outcome Outcome, IReadOnlyList<string> Grounds, RegionCode City, string Industry, int Count);

/// <summary>How an enterprise stood in two years.</summary>
/// <param name="FacilityId">The enterprise.</param>
/// <param name="Name">Its name in the year that lists it.</param>
/// <param name="Region">Where it lies.</param>
/// <param name="Before">Its outcome in the earlier year; null when it was not judged.</param>
/// <param name="GroundsBefore">Grounds that listed it.</param>
/// <param name="After">Its outcome in the later year; null when it was not judged.</param>
/// <param name="GroundsAfter">Grounds that list it.</param>
public sealed record YearChange(
    FacilityId FacilityId, string Name, RegionCode Region, Outcome? Before, IReadOnlyList<string> GroundsBefore, Outcome? After, IReadOnlyList<string> GroundsAfter);
