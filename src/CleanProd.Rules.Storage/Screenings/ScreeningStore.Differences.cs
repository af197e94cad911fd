using CleanProd.Rules.Determinations;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Screenings;

// Of two runs over a province a few determinations differ: only those leave the database.
public sealed partial class ScreeningStore
{
    /// <summary>The determinations in which two runs differ, those that only one of them has included, each in ordinal order.</summary>
    /// <param name="before">The earlier run.</param>
    /// <param name="after">The later run.</param>
    /// <param name="reach">What the asker reaches.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<(IReadOnlyList<Determination> Before, IReadOnlyList<Determination> After)> DifferingAsync(
        long before, long after, Reach reach, CancellationToken ct = default) =>
        store.ReadAsync(async c => (await OnlyInAsync(c, before, after, reach, ct), await OnlyInAsync(c, after, before, reach, ct)));

    private static async Task<IReadOnlyList<Determination>> OnlyInAsync(StoreContext context, long run, long other, Reach reach, CancellationToken ct)
    {
        var others = context.Set<DeterminationEntry>().Where(d => d.RunId == other);
        var records = await context.Set<DeterminationEntry>().Where(d => d.RunId == run)
            .Where(d => !others.Any(o => o.FacilityId == d.FacilityId && o.Record == d.Record))
            .Within(reach, d => d.Region, d => d.FacilityId).OrderBy(d => d.FacilityNo).Select(d => d.Record).ToListAsync(ct);
        return [.. records.Select(DeterminationRecord.Read)];
    }
}
