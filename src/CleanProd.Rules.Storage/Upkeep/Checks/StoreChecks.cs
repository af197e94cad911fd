namespace CleanProd.Rules.Storage.Upkeep.Checks;

/// <summary>Everything that can be checked about a store.</summary>
public static class StoreChecks
{
    /// <summary>So many faults of one check are told one by one.</summary>
    public const int MostFaults = 100;

    /// <summary>The checks, from the ground up.</summary>
    internal static IReadOnlyList<IStoreCheck> All { get; } =
    [
        new GuardCheck(), new JournalCheck(), new EventCheck(EventTrails.All), new SourceCheck(), new DocumentCheck(), new SeriesCheck(), new DeterminationCheck(), new NoticeCheck(),
    ];

    /// <summary>Runs all checks over one moment of the store; nothing is changed and nobody waits.</summary>
    public static async Task<IReadOnlyList<StoreCheckResult>> RunAsync(Store store, CancellationToken ct = default)
    {
        await using var snapshot = await StoreSnapshot.TakeAsync(store, ct);
        var results = new List<StoreCheckResult>();
        foreach (var check in All)
        {
            var (faults, count) = (new List<StoreFault>(), 0L);
            var examined = await check.RunAsync(snapshot, Found, ct);
            results.Add(new(check.Subject, examined, faults, count));

            void Found(StoreFault fault)
            {
                if (++count <= MostFaults) faults.Add(fault);
            }
        }

        return results;
    }
}
