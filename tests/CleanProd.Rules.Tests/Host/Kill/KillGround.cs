using System.Data.Common;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Journal;
using CleanProd.Rules.Storage.Lists;
using CleanProd.Rules.Storage.Notices;
using CleanProd.Rules.Storage.Screenings;
using CleanProd.Rules.Storage.Upkeep.Checks;
using CleanProd.Rules.Tests.Host.Notices;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace CleanProd.Rules.Tests.Host.Kill;

/// <summary>
/// Hosts on one store that are killed and frozen while they work; on PostgreSQL its server too. The store is looked at beside them, as an inspector
/// would.
/// </summary>
internal sealed class KillGround : IAsyncDisposable
{
    /// <summary>The lease that the hosts work with.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    // Room for a busy machine: what is waited for comes within seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly PostgresCluster? _server, _standby;
    private readonly TestDatabase _database;

    private KillGround(PostgresCluster? server, PostgresCluster? standby, TestDatabase database, Store store, IReadOnlyList<HostProcess> hosts, MailServer mail)
    {
        (_server, _standby, _database, Store, Hosts, Mail) = (server, standby, database, store, hosts, mail);
        Screenings = new(store);
    }

    /// <summary>The store.</summary>
    internal Store Store { get; }

    /// <summary>Its screenings.</summary>
    internal ScreeningStore Screenings { get; }

    /// <summary>The hosts.</summary>
    internal IReadOnlyList<HostProcess> Hosts { get; }

    /// <summary>The mail server that all of them send through.</summary>
    internal MailServer Mail { get; }

    /// <summary>Whether there is a database server to be killed.</summary>
    internal bool HasServer => _server is not null;

    /// <summary>Prepares a store with the sample and starts hosts on it.</summary>
    internal static async Task<KillGround> MakeAsync(StoreKind kind, int hosts, params (string Name, string Value)[] settings)
    {
        var server = kind == StoreKind.Postgres ? await PostgresCluster.MakeAsync() : null;
        return await MakeAsync(kind, server, null, hosts, settings);
    }

    /// <summary>The same on a server with a standby, of which the hosts are told both.</summary>
    internal static async Task<KillGround> MakeWithStandbyAsync(int hosts, params (string Name, string Value)[] settings)
    {
        var server = await PostgresCluster.MakeAsync();
        return await MakeAsync(StoreKind.Postgres, server, await server.StandbyAsync(), hosts, settings);
    }

    private static async Task<KillGround> MakeAsync(StoreKind kind, PostgresCluster? server, PostgresCluster? standby, int hosts, (string Name, string Value)[] settings)
    {
        TestDatabase database = server is null ? new SqliteTestDatabase() : new PostgresTestDatabase(server.Server, standby is null ? null : server.ServerOr(standby));
        var address = await database.AddressAsync();
        var store = await Store.OpenAsync(address, TimeProvider.System);
        await SampleScreening.ImportAsync(store, store.Clock.GetUtcNow());
        address = await database.ServiceAddressAsync();
        var mail = new MailServer();
        (string, string)[] all =
        [
            .. settings, ("CLEANPROD_Mail__Host", "127.0.0.1"), ("CLEANPROD_Mail__Port", FormattableString.Invariant($"{mail.Port}")),
            ("CLEANPROD_Mail__Protection", "None"), ("CLEANPROD_Mail__From", "bureau@example.com"),
        ];
        var ground = new KillGround(server, standby, database, store, [.. Enumerable.Range(0, hosts).Select(_ => new HostProcess(address, all))], mail);
        await Task.WhenAll(ground.Hosts.Select(h => h.StartAsync()));
        return ground;
    }

    /// <summary>A connection beside the hosts.</summary>
    internal Task<DbConnection> ConnectAsync() => _database.ConnectAsync();

    /// <summary>kill -9 of the database server.</summary>
    internal void KillServer() => _server!.Kill();

    /// <summary>Makes the standby the server.</summary>
    internal Task PromoteAsync() => _standby!.PromoteAsync();

    /// <summary>Starts it again.</summary>
    internal Task StartServerAsync() => _server!.StartAsync();

    /// <summary>Shards of a run that are done.</summary>
    internal async Task<int> ShardsDoneAsync(long run) => (await Screenings.ProgressAsync(run))?.ShardsDone ?? 0;

    /// <summary>Token of the first shard of a run: how often it was taken.</summary>
    internal async Task<long> TokenAsync(long run)
    {
        await using var context = _database.Context();
        return await context.Set<ShardEntry>().Where(s => s.RunId == run && s.ShardNo == 0).Select(s => s.Token).SingleAsync();
    }

    /// <summary>Waits until so many shards of a run are done.</summary>
    internal Task UntilAsync(long run, int shards) => WaitAsync(async () => await ShardsDoneAsync(run) >= shards, $"{shards} shards of screening {run}");

    /// <summary>How far the notices of a list are: published, numbered, written, sent.</summary>
    internal async Task<int> NoticesDoneAsync(long list)
    {
        await using var context = _database.Context();
        var notices = await context.Set<Notice>().Where(n => n.ListId == list).Select(n => new { n.Id, Written = n.DocumentSha256 != null }).ToListAsync();
        var ids = notices.Select(n => n.Id).ToHashSet();
        var published = await context.Set<PublicationRow>().AnyAsync(p => p.ListId == list);
        return (published ? 1 : 0) + notices.Count + notices.Count(n => n.Written) + Mail.Taken.Count(m => ids.Contains(RoundTraces.NoticeOf(m)));
    }

    /// <summary>The enterprises that a list is to name.</summary>
    internal async Task<int> ListedAsync(long list)
    {
        await using var context = _database.Context();
        return await context.Set<ListEntryRow>().CountAsync(e => e.ListId == list && e.Included);
    }

    /// <summary>Waits for the end of a run.</summary>
    internal Task EndAsync(long run) =>
        WaitAsync(async () => (await Screenings.FindAsync(run))!.State is ScreeningState.Finished or ScreeningState.Failed, $"the end of screening {run}");

    /// <summary>What is left behind by all that was done so far, the last run in full.</summary>
    internal async Task<RoundTraces> TracesAsync(IReadOnlyList<long> runs)
    {
        var heads = new List<ScreeningHead>();
        foreach (var run in runs) heads.Add((await Screenings.FindAsync(run))!);
        await using var context = _database.Context();
        var entries = await context.Set<ListEntryRow>().Where(e => e.Included && context.Set<PublicationRow>().Any(p => p.ListId == e.ListId)).ToListAsync();
        return new()
        {
            UndisturbedHash = await SampleScreening.HashAsync(),
            Hashes = [.. heads.Select(h => h.ResultHash)],
            Roster = [.. (await Screenings.RosterAsync(runs[^1])).Select(p => p.Facility.Id.Value)],
            Judged = await Screenings.ReadAsync(runs[^1], new ScreenedFilter()).Select(d => d.FacilityId.Value).ToListAsync(),
            Finishes = (await new JournalStore(Store).ReadAsync($"screening/{runs[^1]}", null, 100)).Count(l => l.Act == "screening.finish"),
            Listed = entries.ToLookup(e => e.ListId, e => e.FacilityId),
            Notices = await context.Set<Notice>().AsNoTracking().OrderBy(n => n.Id).ToListAsync(),
            Series = await context.Set<NoticeSeries>().ToDictionaryAsync(s => (s.OrganId, s.Year, s.Word), s => s.Last),
            Mails = await context.Set<NoticeMail>().AsNoTracking().OrderBy(m => m.Id).ToListAsync(),
            Taken = Mail.Taken,
            StoreFaults = [.. (await StoreChecks.RunAsync(Store)).SelectMany(r => r.Faults).Select(f => $"{f.Place}: {f.What.En}")],
        };
    }

    /// <summary>Waits for something that must come, whatever becomes of the database meanwhile.</summary>
    /// <param name="until">Whether it came.</param>
    /// <param name="what">What is waited for.</param>
    /// <param name="pause">Between two looks; null: as short as a look into the store beside the hosts may be.</param>
    internal async Task WaitAsync(Func<Task<bool>> until, string what, TimeSpan? pause = null)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                if (await until()) return;
            }
            catch (Exception e) when (Store.IsUnreachable(e))
            {
                // It is being killed.
            }

            if (TimeProvider.System.GetElapsedTime(began) > Patience)
                Assert.Fail($"{what} does not come.\n{string.Join("\n\n", Hosts.Select(h => h.Output))}");
            await Task.Delay(pause ?? TimeSpan.FromMilliseconds(30));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Hosts) host.Dispose();
        await Mail.DisposeAsync();
        // With the server goes what is on it.
        if (_server is null) await _database.DisposeAsync();
        else _server.Dispose();
        _standby?.Dispose();
    }
}
