using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Storage.Upkeep.Checks;

/// <summary>Every packed series of measurements can be read.</summary>
internal sealed class SeriesCheck : IStoreCheck
{
    /// <inheritdoc/>
    public Wording Subject => new("监测数据块", "packed series of measurements");

    /// <inheritdoc/>
    public async Task<long> RunAsync(StoreSnapshot store, Action<StoreFault> found, CancellationToken ct)
    {
        var examined = 0L;
        await foreach (var (place, fault) in FactStore.Over(store).TryChunksAsync(ct))
        {
            examined++;
            if (fault is not null) found(new(place, new($"无法读取：{fault}", $"It cannot be read: {fault}")));
        }

        return examined;
    }
}
