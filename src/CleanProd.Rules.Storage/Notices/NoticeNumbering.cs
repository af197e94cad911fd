using System.Security.Cryptography;
using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Notices;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Notices;

/// <summary>
/// Gives numbers. The series is raised in the transaction that inserts the notice: when that does not come about, neither does the number, so
/// that a series has neither gaps nor repeats however many work at once and whoever is killed.
/// </summary>
/// <param name="history">Writes the first event.</param>
internal sealed class NoticeNumbering(NoticeHistory history)
{
    /// <summary>Numbers one notice and ends the one it stands in place of.</summary>
    /// <param name="session">The transaction; holds the lock of the publication.</param>
    /// <param name="order">What it belongs to.</param>
    /// <param name="organ">Who issues it.</param>
    /// <param name="candidate">For whom.</param>
    /// <param name="earlier">All notices to this enterprise about this publication, by issue.</param>
    /// <param name="reason">Why it is issued anew; null where the list itself gives the reason.</param>
    /// <param name="by">Who ordered it.</param>
    /// <param name="ct">Breaks it off.</param>
    internal async Task<Notice> NumberAsync(
        StoreSession session, NoticeOrder order, NoticeOrgan organ, NoticeCandidate candidate, IReadOnlyList<Notice> earlier, string? reason, Officer by, CancellationToken ct)
    {
        var bound = BindingOf(earlier);
        var kind = !candidate.Listed ? NoticeKind.Withdrawal : bound is null ? NoticeKind.Notice : NoticeKind.Reissue;
        var draft = candidate.Compose(kind, bound?.Number);
        var word = kind == NoticeKind.Withdrawal ? organ.WithdrawalWord : organ.Word;
        var running = await NextAsync(session, organ.Id, order.IssuedOn.Year, word, ct);
        var number = NoticeNumberFormat.Of(organ.NumberFormat).Write(word, order.IssuedOn.Year, running);
        var content = EventJson.Write(draft with { Number = Wording.Same(number), IsDraft = false });
        var notice = new Notice
        {
            ListId = order.ListId, PublicationId = order.PublicationId, FacilityId = candidate.FacilityId, FacilityName = candidate.Name, Region = candidate.Region,
            Issue = (earlier.Count == 0 ? 0 : earlier[^1].Issue) + 1, Kind = kind, SupersedesId = bound?.Id, OrganId = organ.Id, Year = order.IssuedOn.Year, Word = word,
            RunningNumber = running, Number = number, IssuedOn = order.IssuedOn, Content = content, State = NoticeState.Numbered, Version = 1,
            ContentSha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))),
        };
        session.Context.Add(notice);
        await session.Context.SaveChangesAsync(ct);
        await history.BeginAsync(session, notice, by, reason, ct);
        if (bound is not null)
        {
            var ended = await NoticeHistory.HeldAsync(session, bound.Id, ct);
            await history.NextAsync(
                session, ended, kind == NoticeKind.Withdrawal ? NoticeAct.Withdraw : NoticeAct.Replace, by, e => e with { OtherId = notice.Id, Reason = reason }, ct);
        }

        return notice;
    }

    /// <summary>The notice by which an enterprise is bound; null where it has none, or it was taken back.</summary>
    internal static Notice? BindingOf(IEnumerable<Notice> earlier) => earlier.LastOrDefault(n => n.Kind != NoticeKind.Withdrawal && NoticeTransition.Binds(n.State));

    // The row stays locked until the transaction ends: who comes next waits, and finds the number given or given back.
    private static async Task<int> NextAsync(StoreSession session, long organ, int year, string word, CancellationToken ct) =>
        (await session.Context.Database.SqlQuery<int>(
            $"""
            INSERT INTO notice_series (organ_id, year, word, last) VALUES ({organ}, {year}, {word}, 1)
            ON CONFLICT (organ_id, year, word) DO UPDATE SET last = notice_series.last + 1 RETURNING last AS "Value"
            """).ToListAsync(ct)).Single();
}

/// <summary>What notices belong to.</summary>
/// <param name="ListId">The list or amendment.</param>
/// <param name="PublicationId">The list that is in force with its amendments.</param>
/// <param name="IssuedOn">成文日期; its year is that of the numbers.</param>
public sealed record NoticeOrder(long ListId, long PublicationId, DateOnly IssuedOn);
