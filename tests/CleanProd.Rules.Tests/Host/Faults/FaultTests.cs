using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Screenings;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CleanProd.Rules.Tests.Host.Faults;

/// <summary>
/// The n-th call to the database fails, for n = 1, 2, … until the act succeeds undisturbed. After every fault everything a store says agrees with
/// everything else it says, and doing the act again completes it, once. The short form tries some n, the long one all.
/// </summary>
public class FaultTests(ITestOutputHelper output)
{
    public static TheoryData<StoreKind, Fault> Cells => new()
    {
        { StoreKind.Sqlite, Fault.CallLost }, { StoreKind.Sqlite, Fault.CommitUnanswered }, { StoreKind.Postgres, Fault.CallLost }, { StoreKind.Postgres, Fault.CommitUnanswered },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_screening_ends_with_the_same_hash_however_its_calls_fail(StoreKind kind, Fault fault)
    {
        await using var service = await TestService.StartAsync(kind, SampleScreening.Now, o => (o.Worker, o.ShardSize, o.Lease) = (false, 2, TimeSpan.FromSeconds(3)));
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now, "44",
            ("facilities.csv", "facility_id,name,region\nA,甲厂,440115\nB,乙厂,440115\nC,丙厂,440106\n"), ("substances.csv", "facility_id,year,substance,role,quantity,unit\nA,2024,铅,used,3,t\nB,2024,none,used,,\n"));
        var (office, screenings) = (service.Services.GetRequiredService<ScreeningOffice>(), service.Services.GetRequiredService<ScreeningStore>());
        string? calm = null;
        await FaultRounds.EachAsync("screening", output, service, fault, async (_, disturbed) =>
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
}
