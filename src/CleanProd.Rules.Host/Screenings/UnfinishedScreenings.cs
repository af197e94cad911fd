using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>Takes up screenings where their shards stand: after a kill, after a restart that emptied the queue, after a lost message.</summary>
internal sealed class UnfinishedScreenings(Store store, ScreeningStore screenings, ScreeningQueue queue, ServiceOptions options) : IUnfinishedWork
{
    private bool _began;

    public async Task ResumeAsync(CancellationToken ct)
    {
        // The one process of an embedded store begins: whoever held a lease is dead, and nobody need wait for it.
        if (!_began && store.Address.Kind == StoreKind.Sqlite) await screenings.EndLeasesAsync(ct);
        _began = true;
        queue.Put(await screenings.TakeUpAsync(options.Lease, ct));
    }
}
