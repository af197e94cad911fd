using CleanProd.Rules.Host.Jobs;
using Hangfire;

namespace CleanProd.Rules.Host.Upkeep;

/// <summary>Writes a backup in the background.</summary>
internal sealed class BackupJob(Backups backups)
{
    [Queue(Queues.Routine)]
    [AutomaticRetry(Attempts = 2, DelaysInSeconds = [30, 300])]
    public Task RunAsync(string name, CancellationToken ct) => backups.WriteAsync(name, ct);
}
