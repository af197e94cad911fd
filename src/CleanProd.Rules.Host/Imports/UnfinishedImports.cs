using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Storage.Imports;
using Hangfire;

namespace CleanProd.Rules.Host.Imports;

/// <summary>Wakes workers for imports that nobody reads, or whose reader is gone.</summary>
internal sealed class UnfinishedImports(ImportStore imports, IBackgroundJobClient jobs, ServiceOptions options) : IUnfinishedWork
{
    public async Task ResumeAsync(CancellationToken ct)
    {
        foreach (var import in await imports.LeftBehindAsync(options.Lease, ct)) jobs.Enqueue<ImportJob>(j => j.RunAsync(import, CancellationToken.None));
    }
}
