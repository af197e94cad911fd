using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Host.Screenings;

/// <summary>Keeps a lease alive while its shard is judged, and stops the work when the lease is lost or the run called off.</summary>
internal sealed class Heartbeat : IAsyncDisposable
{
    private readonly CancellationTokenSource _work;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _beating;

    private Heartbeat(ScreeningStore screenings, ShardClaim claim, TimeSpan lease, CancellationToken ct)
    {
        _work = CancellationTokenSource.CreateLinkedTokenSource(ct);
        _beating = Task.Run(() => BeatAsync(screenings, claim, lease), CancellationToken.None);
    }

    /// <summary>Ends when the work has lost its point.</summary>
    internal CancellationToken Token => _work.Token;

    internal static Heartbeat Start(ScreeningStore screenings, ShardClaim claim, TimeSpan lease, CancellationToken ct) => new(screenings, claim, lease, ct);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _beating;
        _end.Dispose();
        _work.Dispose();
    }

    private async Task BeatAsync(ScreeningStore screenings, ShardClaim claim, TimeSpan lease)
    {
        using var timer = new PeriodicTimer(lease / 4, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
            {
                try
                {
                    if (await screenings.RenewAsync(claim, lease, _end.Token)) continue;
                    await _work.CancelAsync();
                    return;
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    // The database may be away for a moment; whether the work still counts is asked when it is kept.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The work is done.
        }
    }
}
