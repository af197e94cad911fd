using System.Globalization;
using System.Net;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Storage.Screenings;
using CleanProd.Rules.Storage.Upkeep.Backup;
using CleanProd.Rules.Storage.Upkeep.Checks;
using CleanProd.Rules.Tests.Host.Lists;
using CleanProd.Rules.Tests.Host.Notices;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Host.Service;
using CleanProd.Verifier;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Faults;

/// <summary>
/// The n-th call to the database fails, for n = 1, 2, … until the act succeeds undisturbed. After every fault everything a store says agrees with
/// everything else it says, and doing the act again completes it, once. The short form tries some n, the long one all.
/// </summary>
public class FaultTests
{
    public static TheoryData<StoreKind, Fault> Cells => new()
    {
        { StoreKind.Sqlite, Fault.CallLost }, { StoreKind.Sqlite, Fault.CommitUnanswered }, { StoreKind.Postgres, Fault.CallLost }, { StoreKind.Postgres, Fault.CommitUnanswered },
    };

    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task An_import_is_there_whole_and_once_however_its_calls_fail(StoreKind kind, Fault fault)
    {
        await using var service = await InventedRun.ServiceAsync(kind, SampleScreening.Now);
        await EachAsync(service, fault, async (n, disturbed) =>
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
    public async Task A_screening_ends_with_the_same_hash_however_its_calls_fail(StoreKind kind, Fault fault)
    {
        await using var service = await TestService.StartAsync(kind, SampleScreening.Now, o => (o.Worker, o.ShardSize, o.Lease) = (false, 2, TimeSpan.FromSeconds(3)));
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now, "44",
            ("facilities.csv", "facility_id,name,region\nA,甲厂,440115\nB,乙厂,440115\nC,丙厂,440106\n"), ("substances.csv", "facility_id,year,substance,role,quantity,unit\nA,2024,铅,used,3,t\nB,2024,none,used,,\n"));
        var (office, screenings) = (service.Services.GetRequiredService<ScreeningOffice>(), service.Services.GetRequiredService<ScreeningStore>());
        string? calm = null;
        await EachAsync(service, fault, async (_, disturbed) =>
        {
            long? run = null;
            await disturbed(async () =>
            {
                run = await OrderAsync();
                await WorkAsync();
            });
            var ordered = run ?? await OrderAsync();
            for (var left = 600; (await screenings.FindAsync(ordered))!.State != ScreeningState.Finished; left--)
            {
                Assert.True(left > 0, $"{ordered} does not end");
                await WorkAsync();
                await Task.Delay(50);
            }

            var head = (await screenings.FindAsync(ordered))!;
            Assert.Equal((3, calm ??= head.ResultHash), (head.Facilities, head.ResultHash));
            Assert.Equal(3L, await service.Database.AskAsync<long>($"SELECT count(*) FROM screening_determinations WHERE run_id = {ordered}"));
        });

        async Task<long> OrderAsync() =>
            (await office.OrderAsync(new(ScreeningKind.Manual, new("44"), 2024) { AsOf = new DateOnly(2025, 1, 15) }, Officer.System, CancellationToken.None)).Id;

        // What the supervisor of a process does, without waiting for what lies still.
        async Task WorkAsync()
        {
            for (var steps = await screenings.TakeUpAsync(TimeSpan.Zero); steps.Count > 0; steps = await screenings.TakeUpAsync(TimeSpan.Zero))
            {
                foreach (var step in steps)
                {
                    await using var scope = service.Services.CreateAsyncScope();
                    var jobs = ActivatorUtilities.CreateInstance<ScreeningJobs>(scope.ServiceProvider);
                    await (step.Step switch
                    {
                        ScreeningStep.Prepare => jobs.PrepareAsync(step.Run, CancellationToken.None),
                        ScreeningStep.Judge => jobs.JudgeAsync(step.Run, step.Shard, CancellationToken.None),
                        _ => jobs.CloseAsync(step.Run, CancellationToken.None),
                    });
                }

                // A run that is over is not taken up again; the time of the database goes on in microseconds.
                await Task.Delay(2);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_list_is_published_once_or_not_at_all_however_the_calls_fail(StoreKind kind, Fault fault)
    {
        await using var service = await InventedRun.ServiceAsync(kind, InventedRun.In2025);
        var (officer, publisher) = (await service.AsAsync(Role.Officer, "44"), await service.AsAsync(Role.Approver, "44"));
        var (verifier, fixer) = (await service.AsAsync(Role.Approver, "44"), await service.AsAsync(Role.Approver, "44"));
        var run = await service.RunAsync(InventedRun.Paper(InventedRun.Over), InventedRun.Wood(InventedRun.Over));
        await EachAsync(service, fault, async (n, disturbed) =>
        {
            var list = await officer.OpenAsync(run, batch: n);
            await officer.AllAsync(list, "propose");
            await verifier.AllAsync(list, "verify");
            await fixer.AllAsync(list, "fix");
            var body = new { version = InventedRun.VersionOf(await publisher.ListAsync(list)), number = string.Create(CultureInfo.InvariantCulture, $"粤环〔2025〕{n}号") };
            var status = HttpStatusCode.OK;
            await disturbed(async () =>
            {
                using var answer = await publisher.PostAsync($"/api/v1/lists/{list}/publish", body);
                status = answer.StatusCode;
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
        await using var service = await NoticeService.StartAsync(kind, lists, works: false);
        var officer = await service.OfficerAsync();
        var (organ, made) = (await officer.OrganAsync(), 0);
        await EachAsync(service, fault, async (_, disturbed) =>
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
        await EachAsync(service, Fault.CallLost, async (n, disturbed) =>
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

    /// <summary>Does something once for each n, with a way to do the act under the fault; until the fault does not come any more.</summary>
    private static async Task EachAsync(TestService service, Fault fault, Func<int, Func<Func<Task>, Task>, Task> once)
    {
        await DatabaseFaults.ReadyAsync();
        var came = true;
        // The short form: 1, 2, 3, 5, 8, 12, 18 …
        for (var (n, injected) = (1, 0); came; n += Effort.Rounds > 1 ? 1 : Math.Max(1, n / 2))
        {
            await once(n, async act =>
            {
                using var plan = DatabaseFaults.Nth(service.Store.Address, fault, n);
                try
                {
                    await act();
                }
                catch (Exception e) when (Store.IsUnreachable(e))
                {
                    // That is what whoever acts is told.
                }

                came = plan.Came;
            });
            Assert.Empty((await StoreChecks.RunAsync(service.Store)).SelectMany(r => r.Faults));
            if (came) injected++;
            else Assert.True(injected > 0, "no fault ever came");
        }
    }
}
