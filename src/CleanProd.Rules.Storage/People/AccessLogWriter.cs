namespace CleanProd.Rules.Storage.People;

/// <summary>
/// Appends to the log of reads. Whoever read waits until the line is kept; lines that come while others are being written are written together
/// afterwards, so that many readers wait for one transaction and not for each other's.
/// </summary>
/// <param name="store">Where it is kept.</param>
internal sealed class AccessLogWriter(Store store)
{
    private readonly Lock _gate = new();
    private Together? _gathering;
    private Task _last = Task.CompletedTask;

    /// <summary>Keeps a line; done when it is kept, failed when it could not be.</summary>
    internal Task KeepAsync(AccessLine line)
    {
        lock (_gate)
        {
            _gathering ??= Gather();
            _gathering.Lines.Add(line);
            return _gathering.Kept;
        }
    }

    private Together Gather()
    {
        var together = new Together();
        together.Kept = _last = WriteAsync(together, _last);
        return together;
    }

    private async Task WriteAsync(Together together, Task before)
    {
        // Who wrote before told those who waited for it how that ended.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (_gate) _gathering = null;
        await using var context = store.NewContext();
        context.AddRange(together.Lines);
        await context.SaveChangesAsync();
    }

    private sealed class Together
    {
        internal List<AccessLine> Lines { get; } = [];

        internal Task Kept { get; set; } = Task.CompletedTask;
    }
}
