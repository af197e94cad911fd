using CleanProd.Rules.Cases;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static CleanProd.Rules.Tests.Host.Cases.InventedPublications;

namespace CleanProd.Rules.Tests.Host.Cases;

/// <summary>What publications do to cases.</summary>
public class PublicationTests
{
    private const string Other = "91440101MA59XYZ99B";
    private static readonly DateTimeOffset Start = new(2025, 3, 3, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Published = new(2024, 12, 31);

    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_list_opens_one_case_for_each_enterprise_however_often_and_by_how_many_it_is_taken_up(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, Start);
        var publications = (await InAsync(service)).List("7", Published, (Works, "440103", ["G1a", "G3"]), (Other, "440300", ["G1b"])).List("9", new(2025, 3, 4), (Works, "440103", ["G1a"]));
        await using (var second = await service.BesideAsync())
            await Task.WhenAll(publications.TakeUpAsync(service), publications.TakeUpAsync(second ?? service), publications.TakeUpAsync(service));
        await publications.TakeUpAsync(service);
        Assert.Equal(2L, await service.Database.AskAsync<long>("SELECT count(*) FROM cases"));
        // The list of tomorrow opens tomorrow.
        service.Clock.SetUtcNow(Start.AddDays(1));
        await publications.TakeUpAsync(service);
        Assert.Equal(3L, await service.Database.AskAsync<long>("SELECT count(*) FROM cases"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_amendment_withdraws_adds_and_changes(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, Start);
        var publications = (await InAsync(service)).List("7", Published, (Works, "440103", ["G1a"]), (Other, "440103", ["G1a", "G3"]), ("91440101MA59XYZ77C", "440103", ["G1a"]));
        await publications.TakeUpAsync(service);
        publications.Amendment("8", "7", new(2025, 3, 3), (Works, "440103", ["G1a"], PublishedChange.Left), (Other, "440103", ["G3"], PublishedChange.Left), ("91440101MA59XYZ88D", "440103", ["G3"], PublishedChange.Joined));
        publications.Amendment("11", "7", new(2025, 3, 3), ("91440101MA59XYZ77C", "440103", ["G3"], PublishedChange.Joined));
        await publications.TakeUpAsync(service);
        await publications.TakeUpAsync(service);

        var officer = await service.AsAsync(Role.Officer, "4401");
        var cases = (await officer.ItemsAsync("/api/v1/cases")).ToDictionary(c => c.GetProperty("facility").GetString()!, c => c.GetProperty("id").GetInt64());
        Assert.Equal(4, cases.Count);
        Assert.Equal("withdrawn", (await officer.CaseAsync(cases[Works])).Stage());
        Assert.Equal("lapsed", (await officer.CaseAsync(cases[Works])).Duty("start").State());
        Assert.Equal(["G1a"], Grounds(await officer.CaseAsync(cases[Other])));
        Assert.Equal("2025-03-03", (await officer.CaseAsync(cases["91440101MA59XYZ88D"])).GetProperty("published_on").GetString());
        var changed = await officer.CaseAsync(cases["91440101MA59XYZ77C"]);
        Assert.Equal(["G1a", "G3"], Grounds(changed));
        Assert.Equal("grounds_changed", changed.GetProperty("history")[1].GetProperty("act").GetString());
        Assert.Contains(await officer.ItemsAsync("/api/v1/reminders?kind=listing"), m => m.GetProperty("text").GetProperty("zh").GetString()!.StartsWith("移出名单", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_overdue_case_is_carried_by_the_next_list_that_it_was_put_up_for_and_only_by_that(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        var publications = (await InAsync(service)).List("7", Published, (Works, "440103", ["G1a"]), (Other, "440103", ["G1a"]));
        await publications.TakeUpAsync(service);
        var cases = service.Services.GetRequiredService<CaseStore>();
        var lines = await cases.RollOverAsync(new(Reach.Everything));
        Assert.Equal([(RollOverCause.ReportOverdue, new DateOnly(2025, 12, 31)), (RollOverCause.ReportOverdue, new DateOnly(2025, 12, 31))], lines.Select(l => (l.Row.Cause, l.Row.Since)));

        var first = lines.Single(l => l.Row.Opening.Facility.Value == Works);
        await service.Store.WriteAsync(session => CaseStore.PutUpAsync(session, [first.Id], "12", default));
        await service.Store.WriteAsync(session => CaseStore.PutUpAsync(session, [first.Id], "12", default));
        publications.List("12", new(2026, 3, 2), (Works, "440103", ["G1a"]), (Other, "440103", ["G1a"]));
        await publications.TakeUpAsync(service);

        Assert.Equal(CaseStage.RolledOver, (await cases.ReadAsync(first.Id)).Audit.Stage);
        Assert.Equal(CaseStage.Published, (await cases.ReadAsync(lines.Single(l => l.Id != first.Id).Id)).Audit.Stage);
        Assert.Equal(1L, await service.Database.AskAsync<long>($"SELECT count(*) FROM cases WHERE facility_id = '{Works}' AND underway"));
    }

    private static IEnumerable<string?> Grounds(System.Text.Json.JsonElement audit) => audit.GetProperty("grounds").EnumerateArray().Select(g => g.GetString());
}
