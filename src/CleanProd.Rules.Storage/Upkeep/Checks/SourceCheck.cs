using CleanProd.Rules.Facts;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Upkeep.Checks;

/// <summary>Every source file is the one that was imported.</summary>
internal sealed class SourceCheck : IStoreCheck
{
    /// <inheritdoc/>
    public Wording Subject => new("原始数据文件", "source files");

    /// <inheritdoc/>
    public async Task<long> RunAsync(StoreSnapshot store, Action<StoreFault> found, CancellationToken ct)
    {
        var files = await store.Context.Sources.Select(s => s.Sha256).OrderBy(s => s).ToListAsync(ct);
        foreach (var sha256 in files)
        {
            try
            {
                await FactStore.Over(store).CopySourceAsync(sha256, Stream.Null, ct);
            }
            catch (InvalidDataException)
            {
                found(new($"source_files {sha256}", new("文件内容已损坏或被改动。", "The file is damaged or was changed.")));
            }
        }

        return files.Count;
    }
}
