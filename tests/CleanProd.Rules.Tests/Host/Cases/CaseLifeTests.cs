using System.Text.Json;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;
using Xunit;

namespace CleanProd.Rules.Tests.Host.Cases;

/// <summary>A case from its list to its end, over HTTP.</summary>
public class CaseLifeTests
{
    private static readonly DateOnly Published = new(2024, 12, 31);
    private static readonly DateTimeOffset Start = new(2025, 1, 2, 1, 0, 0, TimeSpan.Zero);

    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_case_goes_from_its_list_to_acceptance_with_every_step_in_its_history_and_in_the_journal(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, Start.AddYears(3));
        var id = await InventedPublications.OneCaseAsync(service, Published, "G1a", "G3");
        var officer = await service.AsAsync(Role.Officer, "4401");
        var plant = await service.AsAsync(Role.Enterprise, "", Department.None, InventedPublications.Works);
        var proof = await officer.UploadAsync();

        var listed = await officer.CaseAsync(id);
        Assert.Equal(("published", 1, "已公布"), (listed.Stage(), listed.GetProperty("version").GetInt32(), listed.GetProperty("stage_name").GetProperty("zh").GetString()));
        await officer.ActAsync(id, "acts", "notified", "2025-01-06", new { method = "mail", notice_number = "粤环函〔2025〕1号" }, document: proof).JsonAsync();
        await plant.ActAsync(id, "progress", "announced", "2025-01-20", new { channel = "本单位网站", grounds = new[] { "G1a", "G3" } }).JsonAsync();
        await plant.ActAsync(id, "progress", "plan_filed", "2025-02-10", new { plan = new { team = Array.Empty<string>(), consultancy = "某咨询公司", contract = "1号" } }).JsonAsync();
        await plant.ActAsync(id, "progress", "started", "2025-02-20").JsonAsync();
        var report = await plant.UploadAsync("报告.pdf");
        await plant.ActAsync(id, "progress", "report_filed", "2025-11-30", document: report).JsonAsync();
        await officer.ActAsync(id, "acts", "evaluation_passed", "2026-01-15", new { score = 82.5 }).JsonAsync();
        await plant.ActAsync(id, "progress", "measures_done", "2026-06-30").JsonAsync();
        await officer.ActAsync(id, "acts", "acceptance_passed", "2026-08-20").JsonAsync();

        var accepted = await officer.CaseAsync(id);
        Assert.Equal("accepted", accepted.Stage());
        Assert.Equal(["opened", "notified", "announced", "plan_filed", "started", "report_filed", "evaluation_passed", "measures_done", "acceptance_passed"],
            accepted.GetProperty("history").EnumerateArray().Select(e => e.GetProperty("act").GetString()));
        Assert.Equal(["done_in_time", "done_in_time", "done_in_time"], new[] { "announce", "start", "report" }.Select(d => accepted.Duty(d).State()));
        // Toxic ground: again within five years of acceptance.
        Assert.Equal(("2031-08-20", "open"), (accepted.Duty("repeat").GetProperty("due_on").GetString(), accepted.Duty("repeat").State()));
        Assert.Equal(9L, await service.Database.AskAsync<long>($"SELECT count(*) FROM journal WHERE subject = 'case/{id}'"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Last_days_roll_over_the_spring_festival_and_name_their_clause(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, Start);
        var id = await InventedPublications.OneCaseAsync(service, Published);
        var officer = await service.AsAsync(Role.Officer, "440103");
        var audit = await officer.CaseAsync(id);
        // A month from 31 December ends on 31 January 2025, in the festival that ends on 4 February.
        Assert.Equal("2025-02-05", audit.Duty("announce").GetProperty("due_on").GetString());
        Assert.Equal("2025-02-28", audit.Duty("start").GetProperty("due_on").GetString());
        Assert.Contains("第十一条", audit.Duty("announce").GetProperty("citation").GetProperty("zh").GetString(), StringComparison.Ordinal);

        var calendar = (await officer.GetAsync("/api/v1/cases/calendar?from=2025-02-01&to=2025-02-28").JsonAsync()).EnumerateArray().ToArray();
        Assert.Equal(["announce 2025-02-05", "start 2025-02-28"], calendar.Select(d => $"{d.GetProperty("duty").GetString()} {d.GetProperty("due_on").GetString()}"));
        Assert.Empty(await officer.ItemsAsync("/api/v1/cases?overdue=true"));
        Assert.Equal(id, Assert.Single(await officer.ItemsAsync("/api/v1/cases?due_within=40&search=%E6%9F%90%E5%8E%82&stage=published&region=4401")).GetProperty("id").GetInt64());
        Assert.Empty(await officer.ItemsAsync("/api/v1/cases?region=4403"));

        service.Clock.SetUtcNow(new(2025, 2, 5, 15, 59, 0, TimeSpan.Zero));
        Assert.Equal("open", (await officer.CaseAsync(id)).Duty("announce").State());
        service.Clock.SetUtcNow(new(2025, 2, 5, 16, 1, 0, TimeSpan.Zero)); // 6 February in Beijing
        Assert.Equal("overdue", (await officer.CaseAsync(id)).Duty("announce").State());
        Assert.Equal(id, Assert.Single(await officer.ItemsAsync("/api/v1/cases?overdue=true")).GetProperty("id").GetInt64());
        var overdue = Assert.Single((await officer.GetAsync("/api/v1/cases/overdue").JsonAsync()).EnumerateArray());
        Assert.Equal(("announce", 1), (overdue.GetProperty("duty").GetString(), overdue.GetProperty("days_late").GetInt32()));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Of_two_officers_who_act_at_once_one_is_told_who_did_what_and_when(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, Start.AddMonths(3));
        var id = await InventedPublications.OneCaseAsync(service, Published);
        var (one, two) = (await service.AsAsync(Role.Officer, "440103"), await service.AsAsync(Role.Officer, "4401"));
        var answers = await Task.WhenAll(
            one.ActAsync(id, "progress", "started", "2025-02-20", version: 1),
            two.ActAsync(id, "acts", "suspended", "2025-02-21", reason: "检修", version: 1));
        var won = Assert.Single(answers, a => a.IsSuccessStatusCode);
        var lost = Assert.Single(answers, a => !a.IsSuccessStatusCode);
        Assert.Equal(409, (int)lost.StatusCode);
        var problem = JsonDocument.Parse(await lost.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("stale_version", problem.GetProperty("code").GetString());
        var (who, what) = won == answers[0] ? ("440103", "启动审核") : ("4401", "停产");
        Assert.Contains($"（{who}）已于2025-04-02 09:00办理“{what}”", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, await one.VersionAsync(id));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_enterprise_sees_and_acts_on_its_own_cases_only_and_does_not_judge_them(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, Start.AddMonths(3));
        var id = await InventedPublications.OneCaseAsync(service, Published);
        var plant = await service.AsAsync(Role.Enterprise, "", Department.None, InventedPublications.Works);
        var other = await service.AsAsync(Role.Enterprise, "", Department.None, "91440300MA5FOTHER1");
        var elsewhere = await service.AsAsync(Role.Officer, "4403");

        Assert.Single(await plant.ItemsAsync("/api/v1/cases"));
        Assert.Empty(await other.ItemsAsync("/api/v1/cases"));
        Assert.Empty(await elsewhere.ItemsAsync("/api/v1/cases"));
        foreach (var stranger in new[] { other, elsewhere })
        {
            Assert.Equal((403, "outside_region"), await stranger.GetAsync($"/api/v1/cases/{id}").ProblemAsync());
            Assert.Equal((403, "outside_region"), await stranger.ActAsync(id, "progress", "started", "2025-02-20", version: 1).ProblemAsync());
        }

        Assert.Equal((403, "not_permitted"), await plant.ActAsync(id, "acts", "suspended", "2025-02-20", reason: "停产").ProblemAsync());
        Assert.Equal((409, "wrong_act"), await plant.ActAsync(id, "progress", "acceptance_passed", "2025-02-20").ProblemAsync());
        Assert.Equal((409, "wrong_act"), await plant.ActAsync(id, "progress", "withdrawn", "2025-02-20", new { amendment_list = "8" }, "理由").ProblemAsync());
        Assert.Equal(["announced", "plan_filed", "started"], (await plant.CaseAsync(id)).GetProperty("possible_acts").EnumerateArray()
            .Where(a => a.GetProperty("permitted").GetBoolean()).Select(a => a.GetProperty("act").GetString()).Except(["notified"]));
        Assert.Equal((404, "not_found"), await plant.GetAsync("/api/v1/cases/999").ProblemAsync());
        Assert.Equal((400, "bad_input"), await plant.ActAsync(id, "progress", "plan_filed", "2025-02-20", new { plan = "甲" }).ProblemAsync());
        Assert.Equal((422, "document_required"), await plant.ActAsync(id, "progress", "started", "2025-02-20").JsonAsync() is { ValueKind: JsonValueKind.Object }
            ? await plant.ActAsync(id, "progress", "report_filed", "2025-03-20").ProblemAsync() : default);
        Assert.Equal((422, "bad_document"), await plant.ActAsync(id, "progress", "report_filed", "2025-03-20", document: new("无.pdf", new string('0', 64))).ProblemAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_filed_a_report_for_the_enterprise_does_not_judge_it(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, Start.AddYears(1));
        var id = await InventedPublications.OneCaseAsync(service, Published);
        var (one, two) = (await service.AsAsync(Role.Officer, "440103"), await service.AsAsync(Role.Officer, "440103"));
        await one.ActAsync(id, "progress", "started", "2025-02-20").JsonAsync();
        await one.ActAsync(id, "progress", "report_filed", "2025-10-20", document: await one.UploadAsync()).JsonAsync();
        Assert.Equal((403, "four_eyes"), await one.ActAsync(id, "acts", "evaluation_passed", "2025-11-20", new { score = 80 }).ProblemAsync());
        await two.ActAsync(id, "acts", "evaluation_passed", "2025-11-20", new { score = 80 }).JsonAsync();
    }
}
