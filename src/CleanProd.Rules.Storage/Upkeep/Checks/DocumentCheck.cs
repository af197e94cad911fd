using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Voluntary;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Upkeep.Checks;

/// <summary>Every document is the one that was kept, and those that became public are there.</summary>
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

        // The other publications hold their document by a key of the database.
        var published = await store.Context.Journal.Where(l => l.Subject == RecognitionPublication.Subject && l.Act == RecognitionPublication.Act).OrderBy(l => l.Seq).ToListAsync(ct);
        foreach (var line in published)
        {
            var sha256 = RecognitionPublication.Of(line).Sha256;
            if (!await store.Context.Set<StoredDocument>().AnyAsync(d => d.Sha256 == sha256, ct))
                found(new(string.Create(CultureInfo.InvariantCulture, $"journal {line.Seq}"), new("已公布的认定名单的文件缺失。", "The document of a published recognition list is gone.")));
        }

        return examined;
    }
}
