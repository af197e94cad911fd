using System.Runtime.CompilerServices;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Journal;

/// <summary>Reads the journal and walks its chain.</summary>
/// <param name="store">Where it is.</param>
public sealed class JournalStore(Store store)
{
    private const int Block = 1000;

    /// <summary>Lines about a subject or whatever begins with it, the newest first.</summary>
    /// <param name="subject">Beginning of the subject; empty for all.</param>
    /// <param name="before">Only lines with a smaller number; null from the newest on.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<JournalLine>> ReadAsync(string subject, long? before, int most, CancellationToken ct = default) =>
        store.ReadAsync<IReadOnlyList<JournalLine>>(async context => await context.Journal
            .Where(l => (subject == "" || l.Subject == subject || l.Subject.StartsWith(subject + "/")) && (before == null || l.Seq < before))
            .OrderByDescending(l => l.Seq).Take(most).ToListAsync(ct));

    /// <summary>All lines from a number on, in order.</summary>
    public async IAsyncEnumerable<JournalLine> ReadFromAsync(long first, [EnumeratorCancellation] CancellationToken ct = default)
    {
        for (var from = first; ;)
        {
            var start = from;
            var block = await store.ReadAsync(c => c.Journal.Where(l => l.Seq >= start).OrderBy(l => l.Seq).Take(Block).ToListAsync(ct));
            foreach (var line in block) yield return line;
            if (block.Count < Block) yield break;
            from = block[^1].Seq + 1;
        }
    }

    /// <summary>Walks the whole chain.</summary>
    /// <returns>The number of lines, and what is wrong with the first that is not as it was written; null when all are.</returns>
    public async Task<(long Lines, string? Fault)> VerifyAsync(CancellationToken ct = default)
    {
        var (lines, previous) = (0L, JournalLine.Beginning);
        await foreach (var line in ReadFromAsync(0, ct))
        {
            lines++;
            if (line.Seq != lines) return (lines, $"第 {lines} 行缺失。 Line {lines} of the journal is missing.");
            if (line.Previous != previous) return (lines, $"第 {lines} 行与前一行不衔接。 Line {lines} does not follow the one before.");
            if (!line.IsIntact) return (lines, $"第 {lines} 行已被改动。 Line {lines} was changed.");
            previous = line.Hash;
        }

        return (lines, null);
    }
}
