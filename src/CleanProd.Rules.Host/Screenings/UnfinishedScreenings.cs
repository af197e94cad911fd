using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>Takes up screenings where their shards stand: after a kill, after a restart that emptied the queue, after a lost message.</summary>
internal sealed class UnfinishedScreenings(ScreeningStore screenings, ScreeningQueue queue, ServiceOptions options) : IUnfinishedWork
{
    public async Task ResumeAsync(CancellationToken ct) => queue.Put(await screenings.TakeUpAsync(options.Lease, ct));
}
