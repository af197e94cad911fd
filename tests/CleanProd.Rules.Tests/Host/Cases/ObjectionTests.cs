using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Objections;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CleanProd.Rules.Tests.Host.Cases;

/// <summary>Objections.</summary>
public class ObjectionTests
{
    private static readonly DateTimeOffset Start = new(2025, 3, 3, 1, 0, 0, TimeSpan.Zero);

    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_enterprise_objects_once_at_a_time_is_answered_and_may_take_it_back(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, Start);
        var id = await InventedPublications.OneCaseAsync(service, new(2024, 12, 31));
        var plant = await service.AsAsync(Role.Enterprise, "", facility: InventedPublications.Works);
        var (officer, other) = (await service.AsAsync(Role.Officer, "4401"), await service.AsAsync(Role.Enterprise, "", facility: "91440300MA5FOTHER1"));
        var proof = await plant.UploadAsync("监测报告.pdf");
        object Body(string reason) => new { reason, documents = new[] { new { name = proof.Name, sha256 = proof.Sha256 } } };

        Assert.Equal((403, "outside_region"), await other.PostAsync($"/api/v1/cases/{id}/objections", Body("数据有误")).ProblemAsync());
        Assert.Equal((403, "not_permitted"), await officer.PostAsync($"/api/v1/cases/{id}/objections", Body("数据有误")).ProblemAsync());
        Assert.Equal((422, "reason_required"), await plant.PostAsync($"/api/v1/cases/{id}/objections", Body(" ")).ProblemAsync());
        var filed = await plant.PostAsync($"/api/v1/cases/{id}/objections", Body("数据有误")).JsonAsync();
        Assert.Equal((409, "objection_open"), await plant.PostAsync($"/api/v1/cases/{id}/objections", Body("再次")).ProblemAsync());
        var objection = filed.GetProperty("id").GetInt64();
        Assert.Equal((403, "outside_region"), await other.GetAsync($"/api/v1/objections/{objection}").ProblemAsync());

        Assert.Single(await officer.ItemsAsync("/api/v1/objections?state=filed"));
        var path = $"/api/v1/objections/{objection}";
        Assert.Equal((422, "reason_required"), await officer.PostAsync($"{path}/dismiss", new { version = 1 }).ProblemAsync());
        await officer.PostAsync($"{path}/dismiss", new { version = 1, reason = "监测数据有效" }).JsonAsync();
        Assert.Equal((409, "stale_version"), await plant.PostAsync($"{path}/withdraw", new { version = 1 }).ProblemAsync());
        Assert.Equal((409, "illegal_transition"), await plant.PostAsync($"{path}/withdraw", new { version = 2 }).ProblemAsync());
        var again = await plant.PostAsync($"/api/v1/cases/{id}/objections", Body("补充证据")).JsonAsync();
        var withdrawn = await plant.PostAsync($"/api/v1/objections/{again.GetProperty("id").GetInt64()}/withdraw", new { version = 1 }).JsonAsync();
        Assert.Equal("withdrawn", withdrawn.GetProperty("state").GetString());
        Assert.Equal(4, (await plant.ItemsAsync("/api/v1/reminders?kind=objection")).Length);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_accepted_objection_is_screened_once_and_upheld_only_when_the_outcome_changed(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, Start);
        var id = await InventedPublications.OneCaseAsync(service, new(2024, 12, 31), "G1a");
        var store = service.Services.GetRequiredService<ObjectionStore>();
        var city = new OfficerActor(new("u1", "李科长", Department.Environment, new("4401")));
        var today = new DateOnly(2025, 3, 3);
        var filed = await store.FileAsync(id, [], new(0, new EnterpriseActor("e1", "王厂长", new(InventedPublications.Works)), today, "数据有误"));
        await store.ActAsync(filed.Id, ObjectionAct.AcceptedForRedetermination, new(1, city, today), new CorrectionDetail("3"));
        var screenings = new Screened();
        Assert.Equal("not_redetermined", await RefusalAsync(() => store.UpholdAsync(filed.Id, new(2, city, today, "更正"), screenings, screenings)));
        await store.RedetermineAsync(screenings);
        await store.RedetermineAsync(screenings);
        Assert.Equal(1, screenings.Started);

        screenings.Says = new("triggered", ["G1a"]);
        Assert.Equal("outcome_unchanged", await RefusalAsync(() => store.UpholdAsync(filed.Id, new(2, city, today, "更正"), screenings, screenings)));
        screenings.Says = new("not_triggered", []);
        var upheld = await store.UpholdAsync(filed.Id, new(2, city, today, "更正"), screenings, screenings);
        Assert.Equal(ObjectionState.Upheld, upheld.Objection.State);
        Assert.Equal(new("G1a", "not_triggered", "41"), (UpholdingDetail)upheld.Objection.History[^1].Detail);
    }

    private static async Task<string> RefusalAsync(Func<Task> act) => (await Assert.ThrowsAsync<RefusedActException>(act)).Code;

    private sealed class Screened : IRedeterminations, IAmendments
    {
        internal int Started { get; private set; }

        internal Redetermination? Says { get; set; }

        public Task<long> StartAsync(long objection, FacilityId facility, string list, Officer by, CancellationToken ct) => Task.FromResult(17L + Started++);

        public Task<Redetermination?> ResultAsync(long run, FacilityId facility, CancellationToken ct) => Task.FromResult(Says);

        public Task<string> DraftAsync(StoreSession session, string list, FacilityId facility, long run, Officer by, string reason, CancellationToken ct) => Task.FromResult("41");
    }
}
