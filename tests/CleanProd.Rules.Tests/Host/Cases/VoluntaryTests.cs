using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Recognition;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Storage.Voluntary;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CleanProd.Rules.Tests.Host.Cases;

/// <summary>The voluntary track.</summary>
public class VoluntaryTests
{
    private static readonly DateTimeOffset Start = new(2025, 3, 3, 1, 0, 0, TimeSpan.Zero);

    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_applicant_is_accepted_on_site_recognised_and_told_before_and_after_its_certificate_runs_out(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, Start);
        var store = service.Services.GetRequiredService<VoluntaryStore>();
        var city = new OfficerActor(new("u1", "李科长", Department.Environment, new("4401")));
        var today = new DateOnly(2025, 3, 3);
        var applied = await store.ApplyAsync(new(new(InventedPublications.Works), "某电镀厂", new("440103"), "C3360"), new(0, city, today));
        Assert.Equal("applied_already", (await Assert.ThrowsAsync<RefusedActException>(() =>
            store.ApplyAsync(new(new(InventedPublications.Works), "某电镀厂", new("440103"), null), new(0, city, today)))).Code);

        var (officer, plant) = (await service.AsAsync(Role.Officer, "4401"), await service.AsAsync(Role.Enterprise, "", facility: InventedPublications.Works));
        var elsewhere = await service.AsAsync(Role.Officer, "4403");
        var path = $"/api/v1/voluntary/{applied.Id}";
        Assert.Equal((403, "not_permitted"), await plant.PostAsync($"{path}/acts", new { act = "accepted_on_site", version = 1 }).ProblemAsync());
        Assert.Equal((403, "outside_region"), await elsewhere.GetAsync(path).ProblemAsync());
        Assert.Equal((422, "reason_required"), await officer.PostAsync($"{path}/acts", new { act = "refused", version = 1 }).ProblemAsync());
        await officer.PostAsync($"{path}/acts", new { act = "accepted_on_site", version = 1 }).JsonAsync();
        Assert.Equal((409, "stale_version"), await officer.PostAsync($"{path}/acts", new { act = "refused", version = 1, reason = "不符合" }).ProblemAsync());
        var named = await officer.PostAsync($"{path}/acts", new { act = "recognised", version = 2, detail = new { list = "R1", certificate = "粤清001", years = 1 } }).JsonAsync();
        Assert.Equal(("recognised", "2026-03-03"), (named.GetProperty("state").GetString(), named.GetProperty("certificate").GetProperty("through").GetString()));

        var recognised = Assert.Single((await plant.GetAsync("/api/v1/voluntary/recognitions?year=2025").JsonAsync()).EnumerateArray());
        Assert.Equal("粤清001", recognised.GetProperty("certificate").GetProperty("number").GetString());
        // Strangers read the same list, and those who are not on it are not in it.
        var stranger = service.Stranger();
        Assert.Equal(recognised.GetRawText(), Assert.Single((await stranger.GetAsync("/api/v1/public/recognitions?year=2025").JsonAsync()).EnumerateArray()).GetRawText());
        Assert.Empty((await stranger.GetAsync("/api/v1/public/recognitions?year=2024").JsonAsync()).EnumerateArray());
        Assert.Contains($"R1,{InventedPublications.Works},", await stranger.GetStringAsync("/api/v1/public/recognitions?year=2025&format=csv"), StringComparison.Ordinal);
        Assert.Equal(1, (await officer.GetAsync("/api/v1/statistics/audits?year=2025&track=voluntary").JsonAsync()).GetProperty("total").GetProperty("enterprises").GetInt32());
        Assert.Equal(0, (await officer.GetAsync("/api/v1/statistics/audits?year=2025&track=mandatory").JsonAsync()).GetProperty("total").GetProperty("enterprises").GetInt32());

        service.Clock.SetUtcNow(Start.AddYears(2));
        await Task.WhenAll(store.RemindAsync(), store.RemindAsync());
        await store.RemindAsync();
        Assert.Equal(["2026-03-04", "2025-12-03"], (await plant.ItemsAsync("/api/v1/reminders?kind=certificate")).Select(m => m.GetProperty("day").GetString()).OrderDescending());
        Assert.Equal("expired", (await plant.GetAsync(path).JsonAsync()).GetProperty("state").GetString());
        Assert.Single(await officer.ItemsAsync("/api/v1/voluntary?state=expired"));
        Assert.Empty(await officer.ItemsAsync("/api/v1/voluntary?state=recognised"));
    }

    [Fact]
    public async Task Nobody_applies_for_an_enterprise_that_is_not_known_or_not_his()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite, Start);
        var plant = await service.AsAsync(Role.Enterprise, "", facility: InventedPublications.Works);
        Assert.Equal((403, "outside_region"), await plant.PostAsync("/api/v1/voluntary", new { facility = "91440300MA5FOTHER1" }).ProblemAsync());
    }
}
