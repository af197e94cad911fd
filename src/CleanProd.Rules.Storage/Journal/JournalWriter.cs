using System.Text.Json;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Journal;

/// <summary>Appends lines to the chain. Its caller holds the journal's lock.</summary>
internal static class JournalWriter
{
    internal static async Task AppendAsync(StoreContext context, IReadOnlyList<JournalDraft> drafts, DateTimeOffset at, CancellationToken ct)
    {
        var head = await context.Journal.AsNoTracking().OrderByDescending(l => l.Seq).Select(l => new { l.Seq, l.Hash }).FirstOrDefaultAsync(ct);
        var (seq, previous) = (head?.Seq ?? 0, head?.Hash ?? JournalLine.Beginning);
        foreach (var draft in drafts)
        {
            seq++;
            var actor = JsonSerializer.Serialize(new
            {
                id = draft.Actor.Id, name = draft.Actor.Name, department = Words(draft.Actor.Department), region = draft.Actor.Region.Value,
            });
            var hash = JournalLine.HashOf(seq, at, actor, draft.Act, draft.Subject, draft.Content, previous);
            context.Journal.Add(new(seq, at, actor, draft.Act, draft.Subject, draft.Content, previous, hash));
            previous = hash;
            context.Acts.Add(draft.Act);
        }

        await context.SaveChangesAsync(ct);
    }

    private static string Words(Department department) => Tables.Words<Department>.Text(department);
}
