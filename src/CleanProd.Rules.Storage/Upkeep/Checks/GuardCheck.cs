using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Storage.Upkeep.Checks;

/// <summary>The database refuses to change what is only appended to.</summary>
internal sealed class GuardCheck : IStoreCheck
{
    /// <inheritdoc/>
    public Wording Subject => new("只增不改的表", "append-only tables");

    /// <inheritdoc/>
    public async Task<long> RunAsync(StoreSnapshot store, Action<StoreFault> found, CancellationToken ct)
    {
        foreach (var guard in await StoreGuards.MissingAsync(store.Context, ct))
            found(new(guard, new("数据库的保护已被移除：其间的改动无人阻止。", "The guard of the database was taken away: nothing kept rows from being changed.")));
        return StoreGuards.Tables(store.Context).Count;
    }
}
