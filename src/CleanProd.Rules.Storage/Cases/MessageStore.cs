using CleanProd.Rules.Cases;
using CleanProd.Rules.Facts;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Cases;

/// <summary>Which messages are wanted.</summary>
/// <param name="Reach">What the asking person reaches.</param>
/// <param name="Account">The asking account.</param>
public sealed record MessageFilter(Reach Reach, Guid Account)
{
    /// <summary>Only those that the account has not read.</summary>
    public bool Unread { get; init; }

    /// <summary>Only of this kind.</summary>
    public MessageKind? Kind { get; init; }
}

/// <summary>Messages and who read them.</summary>
/// <param name="store">Where they are.</param>
public sealed class MessageStore(Store store)
{
    /// <summary>Messages, the newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="before">Only with a smaller number; null from the newest on.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<Message>> ListAsync(MessageFilter filter, long? before, int most, CancellationToken ct = default) => store.ReadAsync<IReadOnlyList<Message>>(async context =>
    {
        var rows = context.Set<MessageRow>().Within(filter.Reach, m => m.Region, m => m.FacilityId).Where(m => before == null || m.Id < before);
        if (filter.Kind is { } kind) rows = rows.Where(m => m.Kind == kind);
        var reads = context.Set<MessageReadRow>().Where(r => r.AccountId == filter.Account);
        if (filter.Unread) rows = rows.Where(m => !reads.Any(r => r.MessageId == m.Id));
        var found = await rows.OrderByDescending(m => m.Id).Take(most)
            .Select(m => new { m, At = reads.Where(r => r.MessageId == m.Id).Select(r => (DateTimeOffset?)r.At).FirstOrDefault() }).ToListAsync(ct);
        return [.. found.Select(f => Told(f.m, f.At))];
    });

    /// <summary>Notes that an account read a message; once read it stays so.</summary>
    /// <returns>False when there is no such message within reach.</returns>
    public Task<bool> ReadAsync(long id, MessageFilter filter, CancellationToken ct = default) => store.WriteAsync(
        async session =>
        {
            var context = session.Context;
            if (!await context.Set<MessageRow>().Within(filter.Reach, m => m.Region, m => m.FacilityId).AnyAsync(m => m.Id == id, ct)) return false;
            await context.Database.ExecuteSqlAsync(
                $"INSERT INTO message_reads (message_id, account_id, at) VALUES ({id}, {filter.Account}, {session.Now.UtcDateTime}) ON CONFLICT (message_id, account_id) DO NOTHING", ct);
            return true;
        },
        ct);

    /// <summary>A message to be written with the transaction that gives rise to it.</summary>
    internal static MessageRow Row(StoreSession session, string key, MessageKind kind, DateOnly day, CaseOpening about, string subject, Wording text, DateOnly? due = null) => new()
    {
        Key = key, Kind = kind, Day = day, At = session.Now, FacilityId = about.Facility.Value, Name = about.Name, Region = about.Region.Value, Subject = subject, Zh = text.Zh, En = text.En, DueOn = due,
    };

    private static Message Told(MessageRow m, DateTimeOffset? readAt) =>
        new(m.Id, m.Kind, m.Day, m.At, new(m.FacilityId), m.Name, new(m.Region), m.Subject, new(m.Zh, m.En), m.DueOn, readAt);
}
