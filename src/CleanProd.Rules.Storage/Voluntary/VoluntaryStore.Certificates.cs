using CleanProd.Rules.Cases.Recognition;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Cases;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Storage.Voluntary;

// Certificates: whom a list recognised, and which run out.
public sealed partial class VoluntaryStore
{
    // Three months in which to audit again, and the day after the last.
    private static readonly int[] Offsets = [-90, 1];

    /// <summary>What was recognised in a year, as lists, each by region and enterprise.</summary>
    public Task<IReadOnlyList<RecognitionList>> RecognitionsAsync(int year, Reach reach, CancellationToken ct = default) => store.ReadAsync<IReadOnlyList<RecognitionList>>(async context =>
    {
        var (from, through) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var ids = await context.Set<VoluntaryRow>().Within(reach, v => v.Region, v => v.FacilityId)
            .Where(v => v.RecognisedOn >= from && v.RecognisedOn <= through).OrderBy(v => v.Id).Select(v => v.Id).ToListAsync(ct);
        var audits = (await StoredAsync(context, ids, ct)).Select(s => s.Audit).ToArray();
        return [.. audits.Select(a => a.Certificate!.List).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(list => RecognitionList.Of(list, audits))];
    });

    /// <summary>Tells of certificates that run out or have run out, each once. Gives the number of messages.</summary>
    public async Task<int> RemindAsync(CancellationToken ct = default)
    {
        var today = Today;
        // What ran out while nobody looked is told too.
        var soon = today.AddDays(-Offsets.Min());
        if (!await store.ReadAsync(c => c.Set<VoluntaryRow>().AnyAsync(v => v.State == VoluntaryState.Recognised && v.ValidThrough <= soon && v.ToldThrough < today, ct))) return 0;
        return await store.WriteAsync(
            async session =>
            {
                await session.LockAsync("certificates", ct);
                var made = 0;
                foreach (var row in await session.Context.Set<VoluntaryRow>().Where(v => v.State == VoluntaryState.Recognised && v.ValidThrough <= soon && v.ToldThrough < today).ToListAsync(ct))
                {
                    var last = row.ValidThrough!.Value;
                    foreach (var day in Offsets.Select(last.AddDays).Where(d => d > row.ToldThrough && d <= today))
                    {
                        session.Context.Add(Row(session, row, day, day > last
                            ? new($"清洁生产企业证书已于{Iso(last)}到期", $"the certificate ran out on {Iso(last)}")
                            : new($"清洁生产企业证书将于{Iso(last)}到期", $"the certificate runs out on {Iso(last)}")));
                        made++;
                    }

                    row.ToldThrough = today;
                }

                return made;
            },
            ct);
    }

    private static MessageRow Row(StoreSession session, VoluntaryRow about, DateOnly day, Wording text) => new()
    {
        Key = $"voluntary/{about.Id}/{Iso(about.ValidThrough!.Value)}/{Iso(day)}", Kind = MessageKind.Certificate, Day = day, At = session.Now, FacilityId = about.FacilityId,
        Name = about.Name, Region = about.Region, Subject = $"voluntary/{about.Id}", Zh = text.Zh, En = text.En, DueOn = about.ValidThrough,
    };

    private static string Iso(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
