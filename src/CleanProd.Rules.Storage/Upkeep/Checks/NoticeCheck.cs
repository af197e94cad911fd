using System.Security.Cryptography;
using System.Text;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Notices;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Upkeep.Checks;

/// <summary>Numbers of notices run from 1 to the last of their series without a gap, and what a notice says is what it said when it was numbered.</summary>
internal sealed class NoticeCheck : IStoreCheck
{
    /// <inheritdoc/>
    public Wording Subject => new("通知书编号与内容", "numbers and contents of notices");

    /// <inheritdoc/>
    public async Task<long> RunAsync(StoreSnapshot store, Action<StoreFault> found, CancellationToken ct)
    {
        var given = (await store.Context.Set<NoticeSeries>().ToListAsync(ct)).ToDictionary(s => (s.OrganId, s.Year, s.Word), s => s.Last);
        var reached = new Dictionary<(long, int, string), int>();
        var examined = 0L;
        await foreach (var notice in store.Context.Set<Notice>().OrderBy(n => n.OrganId).ThenBy(n => n.Year).ThenBy(n => n.Word).ThenBy(n => n.RunningNumber).AsAsyncEnumerable().WithCancellation(ct))
        {
            examined++;
            var series = (notice.OrganId, notice.Year, notice.Word);
            var before = reached.GetValueOrDefault(series);
            if (notice.RunningNumber != before + 1)
                found(new($"notices {notice.Number}", new($"文号不连续：前一号为{before}。", $"The numbers are not without gaps: the one before is {before}.")));
            reached[series] = notice.RunningNumber;
            if (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(notice.Content))) != notice.ContentSha256)
                found(new($"notices {notice.Number}", new("通知书内容已损坏或被改动。", "What the notice says is damaged or was changed.")));
        }

        foreach (var (series, last) in given.Where(s => reached.GetValueOrDefault(s.Key) != s.Value))
            found(new($"notice_series {series.Word} {series.Year}", new($"最后一号应为{last}。", $"The last number given is {last}, and there is no such notice.")));
        foreach (var (series, _) in reached.Where(r => !given.ContainsKey(r.Key)))
            found(new($"notice_series {series.Item3} {series.Item2}", new("缺少编号记录。", "The series is missing.")));
        return examined;
    }
}
