using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Storage.Upkeep.Checks;

/// <summary>
/// Something that must hold in a store and that the database cannot hold by itself. A stage adds its own to <see cref="StoreChecks"/>. Everything is
/// read at one moment, so a check may compare tables while the service writes.
/// </summary>
internal interface IStoreCheck
{
    /// <summary>What is checked.</summary>
    Wording Subject { get; }

    /// <summary>Looks at everything and goes on after a fault, so that all are found.</summary>
    /// <returns>How many things were looked at.</returns>
    Task<long> RunAsync(StoreSnapshot store, Action<StoreFault> found, CancellationToken ct);
}

/// <summary>Something that is not as it must be.</summary>
/// <param name="Place">Where, as table and key: <c>journal 17</c>.</param>
/// <param name="What">What is wrong.</param>
public sealed record StoreFault(string Place, Wording What);

/// <summary>What a check found.</summary>
/// <param name="Subject">What was checked.</param>
/// <param name="Examined">How many things were looked at.</param>
/// <param name="Faults">What is wrong; none when all is well. Of many only the first <see cref="StoreChecks.MostFaults"/>.</param>
/// <param name="FaultCount">How many things are wrong.</param>
public sealed record StoreCheckResult(Wording Subject, long Examined, IReadOnlyList<StoreFault> Faults, long FaultCount);
