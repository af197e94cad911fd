using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Recognition;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Journal;
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

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_recognition_list_is_published_once_by_another_hand_and_never_changes(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, Start);
        var store = service.Services.GetRequiredService<VoluntaryStore>();
        var (recogniser, today) = (new Officer("u1", "李科长", Department.Environment, new("4401")), new DateOnly(2025, 3, 3));
        var city = new OfficerActor(recogniser);
        var first = (await store.ApplyAsync(new(new(InventedPublications.Works), "某电镀厂", new("440103"), "C3360"), new(0, city, today))).Id;
        await store.ActAsync(first, VoluntaryAct.AcceptedOnSite, new(1, city, today), null);
        await store.ActAsync(first, VoluntaryAct.Recognised, new(2, city, today), new RecognitionDetail("R1", "粤清001", 1));
        var (officer, stranger) = (await service.AsAsync(Role.Officer, "4401"), service.Stranger());

        const string lists = "/api/v1/voluntary/recognition-lists", number = "穗环〔2025〕9号";
        var publisher = await service.AsAsync(Role.Approver, "4401");
        Assert.Equal((403, "not_permitted"), await officer.PostAsync(lists, new { list = "R1", region = "4401", number }).ProblemAsync());
        Assert.Equal((403, "outside_region"), await publisher.PostAsync(lists, new { list = "R1", region = "44", number }).ProblemAsync());
        Assert.Equal((409, "list_empty"), await publisher.PostAsync(lists, new { list = "R2", region = "4401", number }).ProblemAsync());
        Assert.Equal((422, "number_required"), await publisher.PostAsync(lists, new { list = "R1", region = "4401", number = " " }).ProblemAsync());
        Assert.Equal((409, "date_future"), await publisher.PostAsync(lists, new { list = "R1", region = "4401", number, published_on = "2025-03-04" }).ProblemAsync());
        Assert.Equal((409, "date_early"), await publisher.PostAsync(lists, new { list = "R1", region = "4401", number, published_on = "2025-03-02" }).ProblemAsync());
        Assert.Equal("four_eyes", (await Assert.ThrowsAsync<RefusedActException>(async () => await store.PublishAsync(
            new("R1", new("4401"), number, today), recogniser))).Code);
        var published = await publisher.PostAsync(lists, new { list = "R1", region = "4401", number }).JsonAsync();
        Assert.Equal((number, "2025-03-03", 1), (published.GetProperty("number").GetString(), published.GetProperty("published_on").GetString(), published.GetProperty("enterprises").GetInt32()));
        Assert.Equal((409, "list_published"), await publisher.PostAsync(lists, new { list = "R1", region = "4401", number = "穗环〔2025〕10号" }).ProblemAsync());
        var other = await store.ApplyAsync(new(new("914401067000000059"), "某木器厂", new("440106"), null), new(0, city, today));
        await officer.PostAsync($"/api/v1/voluntary/{other.Id}/acts", new { act = "accepted_on_site", version = 1 }).JsonAsync();
        object Recognised(string list) => new { act = "recognised", version = 2, detail = new { list, certificate = "粤清002", years = 1 } };
        Assert.Equal((409, "list_published"), await officer.PostAsync($"/api/v1/voluntary/{other.Id}/acts", Recognised("R1")).ProblemAsync());
        await officer.PostAsync($"/api/v1/voluntary/{other.Id}/acts", Recognised("R2")).JsonAsync();
        Assert.Equal((409, "number_taken"), await publisher.PostAsync(lists, new { list = "R2", region = "4401", number }).ProblemAsync());

        // What was published stays as it was, byte for byte, whatever becomes of the certificate.
        Assert.Equal(published.GetRawText(), Assert.Single((await stranger.GetAsync("/api/v1/public/recognition-lists").JsonAsync()).EnumerateArray()).GetRawText());
        var name = published.GetProperty("publication").GetString()!;
        var bytes = await stranger.GetByteArrayAsync($"/api/v1/public/recognition-lists/{name}");
        Assert.Equal(name, DocumentStore.HashOf(bytes));
        Assert.Equal((number, "粤清001"), PublishedRecognition.Read(bytes) is var read ? (read.Number, Assert.Single(read.Entries).Certificate.Number) : default);
        await officer.PostAsync($"/api/v1/voluntary/{first}/acts", new { act = "revoked", version = 3, reason = "弄虚作假" }).JsonAsync();
        Assert.Equal(bytes, await stranger.GetByteArrayAsync($"/api/v1/public/recognition-lists/{name}"));
        Assert.Equal(404, (int)(await stranger.GetAsync($"/api/v1/public/recognition-lists/{new string('0', 64)}")).StatusCode);
        Assert.Equal("recognition.publish", (await service.Services.GetRequiredService<JournalStore>().ReadAsync("recognition-lists", null, 10))[0].Act);
    }

    [Fact]
    public async Task Nobody_applies_for_an_enterprise_that_is_not_known_or_not_his()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite, Start);
        var plant = await service.AsAsync(Role.Enterprise, "", facility: InventedPublications.Works);
        Assert.Equal((403, "outside_region"), await plant.PostAsync("/api/v1/voluntary", new { facility = "91440300MA5FOTHER1" }).ProblemAsync());
    }
}
