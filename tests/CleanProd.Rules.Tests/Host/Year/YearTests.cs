using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Storage.Upkeep.Checks;
using CleanProd.Rules.Tests.Host.Cases;
using CleanProd.Rules.Tests.Host.Imports;
using CleanProd.Rules.Tests.Host.Lists;
using CleanProd.Rules.Tests.Host.Notices;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Tests.Host.Year;

/// <summary>
/// A year of a province, from the data of 2024 to the end of the audits and the next list, through HTTP alone: nothing is put into the store
/// by the back door, and every day is that of the test's clock.
/// </summary>
public class YearTests
{
    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_year_from_the_import_to_the_acceptance_an_objection_that_is_right_and_a_case_that_rolls_over(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, new(2025, 1, 2, 1, 0, 0, TimeSpan.Zero));
        var staff = new Staff(service);
        var province = await staff.AsAsync(Role.Officer, "44");
        await province.PostAsync("/api/v1/schedules", new { name = "年度筛查", region = "44", month = 1, day = 15, hour = 2 }).JsonAsync();

        service.On(2025, 1, 8);
        await HandInAsync(province, Plants.Of2024, refused: 1);
        service.On(2025, 1, 15);
        var run = await ScheduledAsync(province, 2024);
        Assert.Equal(
            [(Plants.Paper, "triggered"), (Plants.Dyer, "triggered"), (Plants.Silent, "undetermined"), (Plants.Plater, "triggered"), (Plants.Brewer, "not_triggered"), (Plants.Cement, "triggered")],
            await OutcomesAsync(province, run));

        service.On(2025, 1, 20);
        var list = await province.OpenAsync(run);
        await ReviewAsync(staff, list);
        service.On(2025, 2, 10);
        var publisher = await staff.AsAsync(Role.Approver, "44", desk: "publisher");
        await publisher.PublishAsync(list, "粤环函〔2025〕18号").JsonAsync();
        var notices = await IssueAsync(province, list, await province.OrganAsync());
        Assert.Equal(["粤环清审〔2025〕1号", "粤环清审〔2025〕2号", "粤环清审〔2025〕3号", "粤环清审〔2025〕4号"], notices.Select(n => n.Text("number")));
        service.On(2025, 2, 14);
        foreach (var notice in notices) await ServeAsync(staff, province, notice, "2025-02-13");
        var cases = await CasesAsync(province, 4);

        var amendment = await ObjectAsync(service, staff, cases[Plants.Dyer]);
        await ReviewAsync(staff, amendment);
        service.On(2025, 3, 20);
        await publisher.PublishAsync(amendment, "粤环函〔2025〕31号").JsonAsync();
        await StageAsync(province, cases[Plants.Dyer], "withdrawn");
        var withdrawal = Assert.Single(await IssueAsync(province, amendment, 1));
        Assert.Equal(("粤环清撤〔2025〕1号", "withdrawal"), (withdrawal.Text("number"), withdrawal.Text("kind")));
        Assert.Equal([Plants.Paper, Plants.Cement, Plants.Plater], await InForceAsync(service));

        long[] audited = [cases[Plants.Paper], cases[Plants.Cement]];
        service.On(2025, 3, 25);
        foreach (var id in audited) await StartAsync(staff, id);
        service.On(2025, 12, 1);
        foreach (var id in audited) await ReportAsync(staff, id);
        service.On(2026, 1, 10);
        await HandInAsync(province, Plants.Of2025);
        service.On(2026, 1, 15);
        var second = await ScheduledAsync(province, 2025);
        service.On(2026, 3, 20);
        foreach (var id in audited) await SettleAsync(staff, id);
        await StageAsync(province, cases[Plants.Paper], "accepted");
        var table = (await province.GetAsync("/api/v1/statistics/audits?year=2026").JsonAsync()).GetProperty("total");
        Assert.Equal((2, 320m), (table.GetProperty("enterprises").GetInt32(), table.GetProperty("investment").GetDecimal()));

        // The plater never began. It is dunned, and carried into the next list though its new data are clean.
        Assert.Contains(await (await staff.OfAsync(Plants.Plater)).ItemsAsync("/api/v1/reminders"), r => r.GetProperty("text").Text("zh").Contains("已逾期", StringComparison.Ordinal));
        Assert.Equal([Plants.Plater], (await province.GetAsync("/api/v1/cases/overdue").JsonAsync()).EnumerateArray().Select(d => d.Text("facility")).Distinct());
        var next = await province.OpenAsync(second);
        await province.PostAsync($"/api/v1/lists/{next}/roll-over", new { }).JsonAsync();
        Assert.Equal([(Plants.Plater, "rolled_over")], (await province.EntriesAsync(next)).Select(e => (e.Text("facility_id"), e.Text("origin"))));
        await ReviewAsync(staff, next);
        await publisher.PublishAsync(next, "粤环函〔2026〕20号").JsonAsync();
        await StageAsync(province, cases[Plants.Plater], "rolled_over");
        Assert.Equal(["粤环清审〔2026〕1号"], (await IssueAsync(province, next, 1)).Select(n => n.Text("number")));

        Assert.All(await StoreChecks.RunAsync(service.Store), c => Assert.Empty(c.Faults));
    }

    private static async Task HandInAsync(HttpClient officer, (string, string)[] files, int refused = 0)
    {
        var shown = await officer.ImportAsync(files, ("region", "44"));
        if (refused > 0)
        {
            Assert.Equal(("waiting", refused), (DataSets.State(shown), shown.GetProperty("open_errors").GetInt32()));
            shown = await officer.PostAsync($"/api/v1/imports/{shown.Id()}/accept", new { reason = "已请企业更正" }).JsonAsync();
        }

        Assert.True(DataSets.State(shown) == "effective", shown.ToString());
    }

    private static async Task<long> ScheduledAsync(HttpClient officer, int year)
    {
        JsonElement[] found = [];
        await UntilAsync(async () => (found = [.. (await officer.ItemsAsync("/api/v1/screenings")).Where(r => r.Text("kind") == "annual" && r.GetProperty("year").GetInt32() == year)]).Length == 1);
        var run = await officer.EndOfAsync(found[0].GetProperty("id").GetInt64());
        Assert.True(run.Text("state") == "finished", run.ToString());
        return run.GetProperty("id").GetInt64();
    }

    private static async Task<(string, string)[]> OutcomesAsync(HttpClient officer, long run) =>
        [.. (await officer.ItemsAsync($"/api/v1/screenings/{run}/determinations")).Select(d => (d.Text("facility_id"), d.Text("outcome")))];

    // Counties propose what lies in them, the city verifies, the province fixes; the energy side likewise, and the co-signers sign what it made.
    private static async Task ReviewAsync(Staff staff, long list)
    {
        var entries = await (await staff.AsAsync(Role.Officer, "44")).EntriesAsync(list);
        foreach (var side in entries.Select(e => e.Text("class_id") == "energy" ? Department.Energy : Department.Environment).Distinct())
        {
            foreach (var county in entries.Select(e => e.Text("region")).Distinct()) await (await staff.AsAsync(Role.Officer, county, side)).AllAsync(list, "propose");
            await (await staff.AsAsync(Role.Approver, "4401", side)).AllAsync(list, "verify");
            await (await staff.AsAsync(Role.Approver, "44", side)).AllAsync(list, "fix");
        }

        foreach (var part in (await (await staff.AsAsync(Role.Officer, "44")).ListAsync(list)).GetProperty("parts").EnumerateArray())
            foreach (var signer in part.GetProperty("signers").EnumerateArray())
                await (await staff.AsAsync(Role.Cosigner, "44", Enum.Parse<Department>(signer.GetString()!, ignoreCase: true))).SignAsync(list, part.Text("class_id")).JsonAsync();
    }

    private static async Task<JsonElement[]> IssueAsync(HttpClient officer, long list, long organ)
    {
        JsonElement batch = default;
        await UntilAsync(async () => (batch = await officer.EndedAsync(await officer.OrderAsync(list, organ))).Text("state") == "done");
        return [.. batch.GetProperty("notices").EnumerateArray()];
    }

    private static async Task ServeAsync(Staff staff, HttpClient officer, JsonElement notice, string on)
    {
        var id = notice.GetProperty("id").GetInt64();
        var served = await officer.PostAsync($"/api/v1/notices/{id}/service", new { version = notice.GetProperty("version").GetInt32(), served_on = on, method = "mail", document = await officer.DocumentAsync("回执") }).JsonAsync();
        var plant = await staff.OfAsync(notice.Text("facility_id"));
        Assert.Equal(notice.Text("document_sha256"), DocumentStore.HashOf(await plant.GetByteArrayAsync($"/api/v1/notices/{id}/document")));
        await plant.PostAsync($"/api/v1/notices/{id}/acknowledge", new { version = served.GetProperty("version").GetInt32() }).JsonAsync();
    }

    private static async Task<Dictionary<string, long>> CasesAsync(HttpClient officer, int count)
    {
        JsonElement[] found = [];
        await UntilAsync(async () => (found = await officer.ItemsAsync("/api/v1/cases")).Length == count);
        return found.ToDictionary(c => c.Text("facility"), c => c.GetProperty("id").GetInt64());
    }

    private static async Task<long> ObjectAsync(TestService service, Staff staff, long id)
    {
        service.On(2025, 2, 20);
        var (plant, province) = (await staff.OfAsync(Plants.Dyer), await staff.AsAsync(Role.Officer, "44"));
        var report = await plant.UploadAsync("监测报告.pdf");
        var filed = await plant.PostAsync($"/api/v1/cases/{id}/objections", new { reason = "5月6日化学需氧量应为62.5，小数点错位", documents = new[] { new { name = report.Name, sha256 = report.Sha256 } } }).JsonAsync();
        service.On(2025, 2, 27);
        await HandInAsync(province, Plants.Correction);
        var import = (await province.ItemsAsync("/api/v1/imports"))[0].GetProperty("id").GetInt64();
        var path = $"/api/v1/objections/{filed.GetProperty("id").GetInt64()}";
        var accepted = await province.PostAsync($"{path}/accept", new { version = 1, import, reason = "原始记录属实" }).JsonAsync();
        await province.EndOfAsync(accepted.GetProperty("run").GetInt64());
        var upheld = await province.PostAsync($"{path}/decide", new { version = 2, reason = "更正后未超标" }).JsonAsync();
        var detail = upheld.GetProperty("history")[2].GetProperty("detail");
        Assert.Equal(("G1a", "not_triggered"), (detail.Text("outcome_before"), detail.Text("outcome_after")));
        return long.Parse(detail.Text("amendment_list"), CultureInfo.InvariantCulture);
    }

    private static async Task<string[]> InForceAsync(TestService service)
    {
        var stranger = service.Stranger();
        var lists = await stranger.ItemsAsync("/api/v1/public/lists?kind=audit");
        var first = lists.Single(l => l.Text("number") == "粤环函〔2025〕18号").Text("publication");
        return [.. (await stranger.GetAsync($"/api/v1/public/lists/{first}/current").JsonAsync()).GetProperty("entries").EnumerateArray().Select(e => e.Text("facility_id"))];
    }

    private static async Task StartAsync(Staff staff, long id)
    {
        var (plant, grounds) = await PlantAsync(staff, id);
        await plant.ActAsync(id, "progress", "announced", "2025-03-05", new { channel = "本单位网站", grounds }).JsonAsync();
        await plant.ActAsync(id, "progress", "started", "2025-03-25").JsonAsync();
    }

    private static async Task ReportAsync(Staff staff, long id)
    {
        var (plant, _) = await PlantAsync(staff, id);
        var measures = new[] { new { id = "F1", name = "余热回用", kind = "process", cost = "high", investment = 160m, annual_benefit = 45m, status = "done" } };
        await plant.PutAsJsonAsync($"/api/v1/cases/{id}/audit-file", new { version = 0, measures, output_value = 90000m }, ApiJson.Options).JsonAsync();
        await plant.ActAsync(id, "progress", "report_filed", "2025-11-28", document: await plant.UploadAsync("报告.pdf")).JsonAsync();
    }

    private static async Task SettleAsync(Staff staff, long id)
    {
        var (plant, _) = await PlantAsync(staff, id);
        var city = await staff.AsAsync(Role.Officer, "4401");
        await city.ActAsync(id, "acts", "evaluation_passed", "2026-01-30", new { score = 86 }).JsonAsync();
        await plant.ActAsync(id, "progress", "measures_done", "2026-02-27").JsonAsync();
        var accepted = await city.ActAsync(id, "acts", "acceptance_passed", "2026-03-18").JsonAsync();
        Assert.All(new[] { "announce", "start", "report" }, d => Assert.Equal("done_in_time", accepted.Duty(d).Text("state")));
    }

    private static async Task<(HttpClient, JsonElement)> PlantAsync(Staff staff, long id)
    {
        var audit = await (await staff.AsAsync(Role.Officer, "4401")).CaseAsync(id);
        return (await staff.OfAsync(audit.Text("facility")), audit.GetProperty("grounds"));
    }

    private static Task StageAsync(HttpClient officer, long id, string stage) => UntilAsync(async () => (await officer.CaseAsync(id)).Stage() == stage);

    private static async Task UntilAsync(Func<Task<bool>> come)
    {
        for (var waited = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(waited) < TimeSpan.FromMinutes(3); await Task.Delay(100))
            if (await come()) return;
        Assert.Fail("It did not come about.");
    }
}

/// <summary>Short words of the year.</summary>
internal static class YearWords
{
    /// <summary>Ten in the morning in Beijing.</summary>
    internal static void On(this TestService service, int year, int month, int day) => service.Clock.SetUtcNow(new(year, month, day, 2, 0, 0, TimeSpan.Zero));

    internal static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
