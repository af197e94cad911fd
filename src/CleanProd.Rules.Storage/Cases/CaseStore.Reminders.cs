using CleanProd.Rules.Cases.Duties;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Cases;

// Reminders: each case is looked at once a day of the legal clock, by whichever process comes first.
public sealed partial class CaseStore
{
    private const int Block = 200;

    /// <summary>
    /// Makes the reminders of every day up to today that have not been made, each once, and brings the index up to today. Gives the number made.
    /// </summary>
    public async Task<int> RemindAsync(CancellationToken ct = default)
    {
        var made = 0;
        while (true)
        {
            var today = Today;
            var ids = await store.ReadAsync(c => c.Set<CaseRow>().Where(r => r.Owes && r.RemindedThrough < today).OrderBy(r => r.Id).Take(Block).Select(r => r.Id).ToListAsync(ct));
            if (ids.Count == 0) return made;
            made += await store.WriteAsync(session => RemindAsync(session, ids, ct), ct);
        }
    }

    private async Task<int> RemindAsync(StoreSession session, IReadOnlyList<long> ids, CancellationToken ct)
    {
        var (context, today, made) = (session.Context, LegalDay.Of(session.Now), 0);
        // Two hosts on one database: the second finds the day done.
        await session.LockAsync("reminders", ct);
        foreach (var id in ids) await session.LockAsync($"case/{id}", ct);
        var rows = await context.Set<CaseRow>().Where(r => ids.Contains(r.Id) && r.RemindedThrough < today).OrderBy(r => r.Id).ToListAsync(ct);
        var cases = await CaseReader.ReadAsync(context, [.. rows.Select(r => r.Id)], ct);
        foreach (var row in rows)
        {
            var audit = cases[row.Id];
            var duties = await _reader.DutiesAsync(context, audit, today, ct);
            foreach (var reminder in Reminders.Between(duties, row.RemindedThrough, today, Reminders.UsualOffsets))
            {
                context.Add(MessageStore.Row(session, reminder.Key, MessageKind.Reminder, reminder.Day, audit.Opening, $"case/{row.Id}", reminder.Text, reminder.Duty.Due.On));
                made++;
            }

            row.RemindedThrough = today;
            await CaseIndex.WriteAsync(context, row, audit, duties, ct);
        }

        return made;
    }
}
