using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>Draws up the roster of a run: who is to be judged, and whose determination a correction carries over.</summary>
internal sealed class RosterMaker(Store store, ScreeningStore screenings, IEnumerable<IRecordedAudits> recorded)
{
    /// <summary>The enterprises of the run's region as its imports know them.</summary>
    internal async Task<IReadOnlyList<RosterFacility>> MakeAsync(ScreeningHead run, CancellationToken ct)
    {
        await using var facts = await store.OpenFactsAsync(ct);
        var imports = await facts.ImportsAsync(run.Imports, ct);
        var known = await facts.RosterAsync(imports, run.Region, ct);
        var audits = new List<ILookup<FacilityId, AuditRecord>>();
        foreach (var keeper in recorded) audits.Add(await keeper.KnownAtAsync(run.KnownAt, run.Region, ct));
        RosterFacility[] roster = [.. known.Select(f => new RosterFacility(f.Id, f.Name, f.Region, [.. audits.SelectMany(a => a[f.Id])], Carried: false))];
        return run.BaseRun is { } before ? await CarriedAsync(facts, run, before, roster, imports, ct) : roster;
    }

    private async Task<IReadOnlyList<RosterFacility>> CarriedAsync(
        FactStore facts, ScreeningHead run, long before, RosterFacility[] roster, IReadOnlyList<StoredImport> imports, CancellationToken ct)
    {
        var first = await screenings.FindAsync(before, ct) ?? throw new InvalidDataException($"Screening {run.Id} corrects screening {before}, which is not there.");
        var earlier = await facts.ImportsAsync(first.Imports, ct);
        var earlierRoster = (await screenings.RosterAsync(before, ct)).ToDictionary(p => p.Facility.Id, p => p.Facility);
        // An import that both runs know says the same to both.
        var changed = imports.Concat(earlier).GroupBy(i => i.Id).Where(g => g.Count() == 1).Select(g => g.First()).ToArray();
        var named = (await facts.FacilitiesNamedAsync(changed, ct)).ToHashSet();
        var (given, givenEarlier) = (new GivenTables(facts, imports), new GivenTables(facts, earlier));
        var carried = new List<RosterFacility>(roster.Length);
        foreach (var facility in roster)
        {
            var same = earlierRoster.TryGetValue(facility.Id, out var then) && !named.Contains(facility.Id) && SameAudits(facility, then)
                // A table given for the first time, or not any more, tells something of facilities that it does not name.
                && (await given.OfAsync(facility.Region, false, ct)).SetEquals(await givenEarlier.OfAsync(then.Region, false, ct));
            carried.Add(facility with { Carried = same });
        }

        return carried;
    }

    private static bool SameAudits(RosterFacility now, RosterFacility then) => now.Audits.SequenceEqual(then.Audits);
}
