using CleanProd.Rules.Facts;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.People;

/// <summary>What to look for in the log of reads.</summary>
/// <param name="Account">Only of this account; null for all.</param>
/// <param name="Path">Only paths that begin so; null for all.</param>
/// <param name="From">Not before; null for the beginning.</param>
/// <param name="To">Before; null for now.</param>
public sealed record AccessQuery(string? Account, string? Path, DateTimeOffset? From, DateTimeOffset? To);

/// <summary>Reads the log of who read what about whom.</summary>
/// <param name="store">Where it is kept.</param>
public sealed class AccessLogStore(Store store)
{
    /// <summary>Lines of accounts that are managed within regions, the newest first.</summary>
    /// <param name="regions">The regions; the whole country also shows lines that belong to no account.</param>
    /// <param name="query">What to look for.</param>
    /// <param name="before">Only lines with a smaller number; null from the newest on.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Breaks it off.</param>
    public Task<IReadOnlyList<AccessLine>> ReadAsync(
        IReadOnlyList<RegionCode> regions, AccessQuery query, long? before, int most, CancellationToken ct = default) =>
        store.ReadAsync<IReadOnlyList<AccessLine>>(async context =>
        {
            var lines = context.Set<AccessLine>().Where(l => before == null || l.Id < before);
            if (!regions.Contains(RegionCode.Nation))
            {
                var accounts = (await AccountStore.Within(context, regions).Select(a => a.Id).ToListAsync(ct)).ConvertAll(a => a.ToString("D"));
                lines = lines.Where(l => accounts.Contains(l.AccountId));
            }

            if (query.Account is not null) lines = lines.Where(l => l.AccountId == query.Account);
            if (query.Path is not null) lines = lines.Where(l => l.Path.StartsWith(query.Path));
            if (query.From is not null) lines = lines.Where(l => l.At >= query.From);
            if (query.To is not null) lines = lines.Where(l => l.At < query.To);
            return await lines.OrderByDescending(l => l.Id).Take(most).ToListAsync(ct);
        });
}
