using System.Runtime.CompilerServices;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Determinations;

public sealed partial class Screening
{
    /// <summary>
    /// Facilities held in memory at once with all their measurements, twice: those that are judged, and those that are read meanwhile.
    /// </summary>
    private const int Block = 128;

    /// <summary>
    /// Judges facilities while they are read, and returns the determinations in the order given. However many there are, no more than a few hundred
    /// are in memory.
    /// </summary>
    /// <param name="facilities">The facilities.</param>
    /// <param name="ct">Breaks it off.</param>
    public async IAsyncEnumerable<Determination> JudgeAsync(IAsyncEnumerable<FacilityRecords> facilities, [EnumeratorCancellation] CancellationToken ct = default)
    {
        Task<IReadOnlyList<Determination>>? judging = null;
        await foreach (var block in facilities.Chunk(Block).WithCancellation(ct).ConfigureAwait(false))
        {
            if (judging is not null)
                foreach (var determination in await judging.ConfigureAwait(false)) yield return determination;
            judging = Task.Run(() => Judge(block, null, ct), ct);
        }

        if (judging is null) yield break;
        foreach (var determination in await judging.ConfigureAwait(false)) yield return determination;
    }
}
