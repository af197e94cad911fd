using System.Text.Json;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Storage.Screenings;
using CleanProd.Rules.Tests.Host.Lists;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CleanProd.Rules.Tests.Host.Cases;

/// <summary>Cases of lists that were reviewed and published, opened by the service's own rounds.</summary>
public class PublishedListCasesTests
{
    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_objection_that_the_corrected_data_bear_out_takes_the_enterprise_off_by_an_amendment(StoreKind kind)
    {
        await using var service = await InventedRun.ServiceAsync(kind, InventedRun.In2025);
        var (officer, publisher) = (await service.AsAsync(Role.Officer, "44"), await service.AsAsync(Role.Approver, "44"));
        var first = await service.RunAsync(InventedRun.Paper(InventedRun.Over), InventedRun.Wood(InventedRun.Over));
        var list = await officer.OpenAsync(first);
        await service.ReviewAsync(list);
        await publisher.PublishAsync(list, "粤环〔2025〕1号").JsonAsync();
        var mill = await CaseOfAsync(officer, InventedRun.PaperMill);

        var plant = await service.AsAsync(Role.Enterprise, "", facility: InventedRun.PaperMill);
        Assert.Equal((404, "not_found"), await plant.PostAsync($"/api/v1/enterprises/{InventedRun.PaperMill}/objections", new { reason = "监测数据录入有误" }).ProblemAsync());
        await SampleScreening.ImportAsync(service.Store, service.Clock.GetUtcNow(), "44", ("facilities.csv", $"facility_id,name,region\n{InventedRun.PaperMill},南粤纸业,440106\n{InventedRun.PlatingWorks},精密电镀厂,440300\n"));
        var free = await service.AsAsync(Role.Enterprise, "", facility: InventedRun.PlatingWorks);
        Assert.Equal((403, "outside_region"), await free.PostAsync($"/api/v1/enterprises/{InventedRun.PaperMill}/objections", new { reason = "别家" }).ProblemAsync());
        Assert.Equal((409, "no_case"), await free.PostAsync($"/api/v1/enterprises/{InventedRun.PlatingWorks}/objections", new { reason = "没有列入" }).ProblemAsync());
        var objection = (await plant.PostAsync($"/api/v1/enterprises/{InventedRun.PaperMill}/objections", new { reason = "监测数据录入有误" }).JsonAsync()).GetProperty("id").GetInt64();
        var path = $"/api/v1/objections/{objection}";
        Assert.Equal((422, "bad_import"), await officer.PostAsync($"{path}/accept", new { version = 1, import = 99 }).ProblemAsync());
        var import = await SampleScreening.ImportAsync(service.Store, service.Clock.GetUtcNow(), "44", ("facilities.csv", $"facility_id,name,region\n{InventedRun.PaperMill},广州南粤纸业有限公司,440106\n"));
        var run = (await officer.PostAsync($"{path}/accept", new { version = 1, import }).JsonAsync()).GetProperty("run").GetInt64();
        Assert.NotEqual(first, run);
        Assert.Equal((409, "not_redetermined"), await officer.PostAsync($"{path}/decide", new { version = 2, reason = "更正后不超标" }).ProblemAsync());
        await FinishAsync(service, run, InventedRun.Paper(InventedRun.Not("G1a")), InventedRun.Wood(InventedRun.Over));

        var upheld = await officer.PostAsync($"{path}/decide", new { version = 2, reason = "更正后不超标" }).JsonAsync();
        var detail = upheld.GetProperty("history")[2].GetProperty("detail");
        Assert.Equal(("G1a", "not_triggered"), (detail.GetProperty("outcome_before").GetString(), detail.GetProperty("outcome_after").GetString()));
        // The old result stays what it was.
        Assert.Equal(Outcome.Triggered, (await service.Services.GetRequiredService<ScreeningStore>().FindAsync(first, new FacilityId(InventedRun.PaperMill)))!.Outcome);
        Assert.Equal("published", (await officer.CaseAsync(mill)).Stage());

        var amendment = long.Parse(detail.GetProperty("amendment_list").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        await service.ReviewAsync(amendment);
        await publisher.PublishAsync(amendment, "粤环〔2025〕9号").JsonAsync();
        await UntilAsync(async () => (await officer.CaseAsync(mill)).Stage() == "withdrawn");
        Assert.Equal("published", (await officer.CaseAsync(await CaseOfAsync(officer, InventedRun.Furniture))).Stage());
    }

    [Fact]
    public async Task Cases_are_open_a_moment_after_the_publication_however_seldom_the_rounds_are()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite, InventedRun.In2025, o => (o.Worker, o.Supervise) = (false, TimeSpan.FromHours(1)));
        var (officer, publisher) = (await service.AsAsync(Role.Officer, "44"), await service.AsAsync(Role.Approver, "44"));
        var list = await officer.OpenAsync(await service.RunAsync(InventedRun.Paper(InventedRun.Over)));
        await service.ReviewAsync(list);
        await publisher.PublishAsync(list, "粤环〔2025〕1号").JsonAsync();
        await CaseOfAsync(officer, InventedRun.PaperMill);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_overdue_case_is_put_up_in_the_next_list_and_carried_by_it_when_that_is_published(StoreKind kind)
    {
        await using var service = await InventedRun.ServiceAsync(kind, InventedRun.In2025);
        var (officer, publisher) = (await service.AsAsync(Role.Officer, "44"), await service.AsAsync(Role.Approver, "44"));
        var list = await officer.OpenAsync(await service.RunAsync(InventedRun.Paper(InventedRun.Over), InventedRun.Wood(InventedRun.Over)));
        Assert.Equal((422, "reason_required"), await publisher.PutAsync($"/api/v1/lists/{list}/evaluation", JsonContent(new { required = false })).ProblemAsync());
        await publisher.PutAsync($"/api/v1/lists/{list}/evaluation", JsonContent(new { required = false, reason = "不在国家考核规划内" })).JsonAsync();
        await service.ReviewAsync(list);
        await publisher.PublishAsync(list, "粤环〔2025〕1号").JsonAsync();
        var mill = await CaseOfAsync(officer, InventedRun.PaperMill);
        Assert.False((await officer.CaseAsync(mill)).GetProperty("evaluation_required").GetBoolean());
        Assert.Equal((409, "cases_open"), await publisher.PutAsync($"/api/v1/lists/{list}/evaluation", JsonContent(new { required = true, reason = "改" })).ProblemAsync());

        service.Clock.SetUtcNow(InventedRun.In2025.AddMonths(13));
        var next = await officer.OpenAsync(await service.RunAsync(InventedRun.Paper(InventedRun.Not("G1a")), InventedRun.Plating(InventedRun.Over)));
        Assert.Equal(2, (await officer.GetAsync($"/api/v1/cases/roll-over?list={list}").JsonAsync()).GetArrayLength());
        Assert.Equal((409, "not_overdue"), await officer.PostAsync($"/api/v1/lists/{next}/roll-over", new { cases = new[] { 999 } }).ProblemAsync());
        Assert.Equal(1, (await officer.PostAsync($"/api/v1/lists/{next}/roll-over", new { cases = new[] { mill } }).JsonAsync()).GetProperty("entries").GetInt32());
        var entry = (await officer.EntriesAsync(next)).Single(e => e.GetProperty("facility_id").GetString() == InventedRun.PaperMill);
        Assert.Equal("rolled_over", entry.GetProperty("origin").GetString());
        await service.ReviewAsync(next);
        Assert.Equal("published", (await officer.CaseAsync(mill)).Stage());
        await publisher.PublishAsync(next, "粤环〔2026〕1号").JsonAsync();

        await UntilAsync(async () => (await officer.CaseAsync(mill)).Stage() == "rolled_over");
        var successor = (await officer.ItemsAsync($"/api/v1/cases?facility={InventedRun.PaperMill}&underway=true")).Single().GetProperty("id").GetInt64();
        Assert.Equal("G1a", (await officer.CaseAsync(successor)).GetProperty("grounds")[0].GetString());
        Assert.True((await officer.CaseAsync(await CaseOfAsync(officer, InventedRun.Furniture))).GetProperty("underway").GetBoolean());
    }

    private static async Task<long> CaseOfAsync(HttpClient officer, string facility)
    {
        JsonElement[] found = [];
        await UntilAsync(async () => (found = await officer.ItemsAsync($"/api/v1/cases?facility={facility}")).Length == 1);
        return found[0].GetProperty("id").GetInt64();
    }

    private static async Task FinishAsync(TestService service, long run, params Determination[] determinations)
    {
        var screenings = service.Services.GetRequiredService<ScreeningStore>();
        await screenings.PrepareAsync(run, [.. determinations.Select(d => new RosterFacility(d.Facility.Id, d.Facility.Name, new(d.Facility.Region!), [], false))], 1000);
        var claim = await screenings.ClaimAsync(run, 0, TimeSpan.FromMinutes(1), "test");
        Assert.True(await screenings.FinishAsync(claim!, determinations));
        Assert.True(await screenings.CloseAsync(run));
    }

    private static System.Net.Http.Json.JsonContent JsonContent(object body) => System.Net.Http.Json.JsonContent.Create(body);

    private static async Task UntilAsync(Func<Task<bool>> come)
    {
        for (var i = 0; i < 300; i++)
        {
            if (await come()) return;
            await Task.Delay(100);
        }

        Assert.Fail("It did not come about.");
    }
}
