using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Upkeep.Checks;

/// <summary>Every line of the journal follows the one before and is as it was written.</summary>
internal sealed class JournalCheck : IStoreCheck
{
    /// <inheritdoc/>
    public Wording Subject => new("日志链", "chain of the journal");

    /// <inheritdoc/>
    public async Task<long> RunAsync(StoreSnapshot store, Action<StoreFault> found, CancellationToken ct)
    {
        var (lines, expected, previous) = (0L, 1L, JournalLine.Beginning);
        await foreach (var line in store.Context.Journal.OrderBy(l => l.Seq).AsAsyncEnumerable().WithCancellation(ct))
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"journal {line.Seq}");
            if (line.Seq != expected) found(new(place, new($"其前缺少第 {expected} 行。", $"Line {expected} is missing before it.")));
            else if (line.Previous != previous) found(new(place, new("与前一行不衔接。", "It does not follow the line before.")));
            if (!line.IsIntact) found(new(place, new("已被改动。", "It was changed.")));
            (lines, expected, previous) = (lines + 1, line.Seq + 1, line.Hash);
        }

        return lines;
    }
}
