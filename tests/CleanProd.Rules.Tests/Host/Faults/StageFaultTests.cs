using System.Globalization;
using System.Net;
using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Storage.Upkeep.Backup;
using CleanProd.Rules.Storage.Upkeep.Checks;
using CleanProd.Rules.Tests.Host.Lists;
using CleanProd.Rules.Tests.Host.Notices;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Host.Service;
using CleanProd.Rules.Tests.Storage;
using CleanProd.Verifier;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CleanProd.Rules.Tests.Host.Faults;

/// <summary>The n-th call to the database fails in the other stages: import, publication, numbering, backup and restore. What was begun is there whole or not at all.</summary>
public class StageFaultTests(ITestOutputHelper output)
{
    public static TheoryData<StoreKind, Fault> Cells => FaultTests.Cells;

    public static TheoryData<StoreKind> Stores => TestService.Stores;

    // The rounds of care ask the database all the time: on a slow machine they took up the calls that were to fail.
    private static void WithoutRounds(IServiceCollection services) => services.Remove(services.Single(s => s.ImplementationType == typeof(Supervisor)));

    private static Task<TestService> AloneAsync(StoreKind kind, DateTimeOffset now) => TestService.StartAsync(kind, now, o => o.Worker = false, WithoutRounds);

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task An_import_is_there_whole_and_once_however_its_calls_fail(StoreKind kind, Fault fault)
    {
        await using var service = await AloneAsync(kind, SampleScreening.Now);
        await FaultRounds.EachAsync("import", output, service, fault, async (n, disturbed) =>
        {
            var csv = $"facility_id,name,region\nF{n},第{n}厂,440115\n";
            await disturbed(ImportAsync);
            var rows = await CountAsync("facilities");
            Assert.InRange(rows, 0, 1);
            Assert.Equal(rows, await service.Database.AskAsync<long>($"SELECT count(*) FROM import_files WHERE import_id IN (SELECT import_id FROM facilities WHERE facility_id = 'F{n}')"));
            await ImportAsync();
            Assert.Equal((1L, 1L), (await CountAsync("facilities"), await CountAsync("known_facilities")));

            Task ImportAsync() => SampleScreening.ImportAsync(service.Store, SampleScreening.Now, "44", ("facilities.csv", csv));
            Task<long> CountAsync(string table) => service.Database.AskAsync<long>($"SELECT count(*) FROM {table} WHERE facility_id = 'F{n}'");
        });
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_list_is_published_once_or_not_at_all_however_the_calls_fail(StoreKind kind, Fault fault)
    {
        await using var service = await AloneAsync(kind, InventedRun.In2025);
        var (officer, publisher) = (await service.AsAsync(Role.Officer, "44"), await service.AsAsync(Role.Approver, "44"));
        var (verifier, fixer) = (await service.AsAsync(Role.Approver, "44"), await service.AsAsync(Role.Approver, "44"));
        var run = await service.RunAsync(InventedRun.Paper(InventedRun.Over), InventedRun.Wood(InventedRun.Over));
        await FaultRounds.EachAsync("publication", output, service, fault, async (n, disturbed) =>
        {
            var list = await officer.OpenAsync(run, batch: n);
            await officer.AllAsync(list, "propose");
            await verifier.AllAsync(list, "verify");
            await fixer.AllAsync(list, "fix");
            var body = new { version = InventedRun.VersionOf(await publisher.ListAsync(list)), number = string.Create(CultureInfo.InvariantCulture, $"粤环〔2025〕{n}号") };
            var status = HttpStatusCode.OK;
            await disturbed(async () =>
            {
                try
                {
                    using var answer = await publisher.PostAsync($"/api/v1/lists/{list}/publish", body);
                    status = answer.StatusCode;
                }
                catch (HttpRequestException)
                {
                    // What failed came after the answer began, such as the line of the log of reads: whoever asked looks up whether it was done.
                }
            });
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.ServiceUnavailable, $"{status}");
            var published = await PublishedAsync(list);
            Assert.Equal(published == 1, (await publisher.ListAsync(list)).GetProperty("list").GetProperty("state").GetString() == "published");
            if (published == 0) await publisher.PostAsync($"/api/v1/lists/{list}/publish", body).JsonAsync();
            Assert.Equal((1L, 2L), (await PublishedAsync(list), await service.Database.AskAsync<long>($"SELECT count(*) FROM published_entries WHERE publication_id IN (SELECT id FROM publications WHERE list_id = {list})")));
        });

        Task<long> PublishedAsync(long list) => service.Database.AskAsync<long>($"SELECT count(*) FROM publications WHERE list_id = {list}");
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Numbers_have_no_gap_and_no_repeat_however_the_calls_fail(StoreKind kind, Fault fault)
    {
        var lists = new InventedPublications();
        for (var list = 1; list <= 400; list++) lists.With(list, InventedPublications.Many(2, $"L{list}E"));
        await using var service = await NoticeService.StartAsync(kind, lists, works: false, more: WithoutRounds);
        var officer = await service.OfficerAsync();
        var (organ, made) = (await officer.OrganAsync(), 0);
        await FaultRounds.EachAsync("numbering", output, service, fault, async (_, disturbed) =>
        {
            var batch = await officer.OrderAsync(++made, organ);
            await disturbed(() => service.WorkAsync(batch));
            await service.WorkAsync(batch);
            Assert.Equal("done", (await officer.EndedAsync(batch)).GetProperty("state").GetString());
            Assert.Equal(2L * made, await service.Database.AskAsync<long>("SELECT CAST(last AS bigint) FROM notice_series"));
            Assert.Equal(2L * made, await service.Database.AskAsync<long>("SELECT count(DISTINCT number) FROM notices WHERE document_sha256 IS NOT NULL"));
        });
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_backup_is_there_whole_or_not_at_all_however_its_calls_fail(StoreKind kind)
    {
        await using var service = await InventedRun.ServiceAsync(kind, SampleScreening.Now);
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now, "44", ("facilities.csv", "facility_id,name,region\nA,甲厂,440115\n"));
        using var folder = new TemporaryFolder();
        await FaultRounds.EachAsync("backup", output, service, Fault.CallLost, async (n, disturbed) =>
        {
            var file = folder[$"backup-{n}.zip"];
            await disturbed(() => StoreBackup.WriteAsync(service.Store, file));
            if (!File.Exists(file))
            {
                Assert.Empty(Directory.GetFiles(folder.Path, $"backup-{n}*"));
                await StoreBackup.WriteAsync(service.Store, file);
            }

            Assert.Empty(BackupCheck.Run(file).Findings.Faults);
        });
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_restored_store_is_whole_or_empty_however_its_calls_fail(StoreKind kind, Fault fault)
    {
        using var folder = new TemporaryFolder();
        await using (var service = await InventedRun.ServiceAsync(StoreKind.Sqlite, SampleScreening.Now))
        {
            await SampleScreening.ImportAsync(service.Store, SampleScreening.Now, "44", ("facilities.csv", "facility_id,name,region\nA,甲厂,440115\n"));
            await StoreBackup.WriteAsync(service.Store, folder["backup.zip"]);
        }

        using var backup = BackupFile.Open(folder["backup.zip"]);
        await FaultRounds.EachAsync($"restore, {kind}, {fault}", output, async n =>
        {
            await using TestDatabase database = kind == StoreKind.Sqlite ? new SqliteTestDatabase() : new PostgresTestDatabase();
            await database.CopySchemaAsync();
            var address = await database.AddressAsync();
            var came = await FaultRounds.UnderAsync(address, fault, n, () => StoreRestore.RunAsync(backup, address, TimeProvider.System));
            if (await database.AskAsync<long>("SELECT count(*) FROM journal") == 0)
            {
                Assert.Equal(0L, await database.AskAsync<long>("SELECT count(*) FROM facilities"));
                await StoreRestore.RunAsync(backup, address, TimeProvider.System);
            }

            Assert.Equal(1L, await database.AskAsync<long>("SELECT count(*) FROM facilities"));
            Assert.Empty((await StoreChecks.RunAsync(await Store.OpenExistingAsync(address, TimeProvider.System))).SelectMany(r => r.Faults));
            return came;
        });
    }
}
