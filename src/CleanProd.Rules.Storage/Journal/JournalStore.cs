using System.Runtime.CompilerServices;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Journal;

/// <summary>Reads the journal and walks its chain.</summary>
/// <param name="store">Where it is.</param>
public sealed class JournalStore(Store store)
{
    private const int Block = 1000;

    /// <summary>Lines about a subject or whatever belongs to it, the newest first.</summary>
    /// <param name="subject">The subject, such as <c>list/12</c>; empty for all.</param>
    /// <param name="before">Only lines with a smaller number; null from the newest on.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="regions">
    /// Only acts of people who acted for a region within these; what the program did by itself is shown to those who look over the whole country.
    /// Null for all.
    /// </param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<JournalLine>> ReadAsync(
        string subject, long? before, int most, IReadOnlyList<RegionCode>? regions = null, CancellationToken ct = default) =>
        store.ReadAsync<IReadOnlyList<JournalLine>>(async context =>
        {
            var lines = context.Journal.Where(l => before == null || l.Seq < before);
            if (subject.Length > 0) lines = lines.Where(l => l.Subject == subject || l.Subject.StartsWith(subject + "/"));
            if (regions is not null && !regions.Contains(RegionCode.Nation))
            {
                // A quotation mark within a name is escaped, so that no name can pretend to be a region.
                var marks = regions.Select(r => $"\"region\":\"{r.Value}").ToArray();
                lines = lines.Where(l => marks.Any(m => l.Actor.Contains(m)));
            }

            return await lines.OrderByDescending(l => l.Seq).Take(most).ToListAsync(ct);
        });

    /// <summary>The lines about a subject itself, in order.</summary>
    public Task<IReadOnlyList<JournalLine>> OfAsync(string subject, CancellationToken ct = default) =>
        store.ReadAsync<IReadOnlyList<JournalLine>>(async c => await c.Journal.Where(l => l.Subject == subject).OrderBy(l => l.Seq).ToListAsync(ct));

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
