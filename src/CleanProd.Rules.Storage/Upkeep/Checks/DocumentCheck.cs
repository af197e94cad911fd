using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Documents;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Upkeep.Checks;

/// <summary>Every document is the one that was kept.</summary>
internal sealed class DocumentCheck : IStoreCheck
{
    /// <inheritdoc/>
    public Wording Subject => new("文书与附件", "documents");

    /// <inheritdoc/>
    public async Task<long> RunAsync(StoreSnapshot store, Action<StoreFault> found, CancellationToken ct)
    {
        var examined = 0L;
        await foreach (var document in store.Context.Set<StoredDocument>().AsAsyncEnumerable().WithCancellation(ct))
        {
            examined++;
            if (DocumentStore.HashOf(document.Bytes) != document.Sha256)
                found(new($"documents {document.Sha256}", new("文件内容已损坏或被改动。", "The document is damaged or was changed.")));
        }

        return examined;
    }
}
