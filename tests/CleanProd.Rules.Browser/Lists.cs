using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Cases;
using CleanProd.Rules.Tests.Host.Lists;
using CleanProd.Rules.Tests.Host.Notices;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Browser;

/// <summary>Lists of the province as they are on an ordinary day, made once: one published with everything that follows, one under review.</summary>
internal sealed class Lists
{
    private static readonly ConditionalWeakTable<Province, Task<Lists>> Made = [];

    private Lists(TestService service) => Service = service;

    internal TestService Service { get; }

    /// <summary>The list of those over standard or quota: published.</summary>
    internal long Published { get; private set; }

    /// <summary>SHA-256 of what was published.</summary>
    internal string Publication { get; private set; } = "";

    /// <summary>The other classes: proposed, verified, sent back, kept off, each a few.</summary>
    internal long UnderReview { get; private set; }

    /// <summary>The organ that issued the notices of the published list, and its batch.</summary>
    internal long Organ { get; private set; }

    internal long Batch { get; private set; }

    /// <summary>A notice that is served, and its enterprise.</summary>
    internal long Served { get; private set; }

    internal string Facility { get; private set; } = "";

    /// <summary>A case that was accepted, one that was ordered to correct, one whose enterprise objected.</summary>
    internal long Accepted { get; private set; }

    internal long Ordered { get; private set; }

    internal long Objected { get; private set; }

    internal long Objection { get; private set; }

    /// <summary>The enterprise that objected.</summary>
    internal string Objector { get; private set; } = "";

    internal static Task<Lists> OfAsync(Province province)
    {
        lock (Made) return Made.GetValue(province, p => MakeAsync(p));
    }

    private static async Task<Lists> MakeAsync(Province province)
    {
        var lists = new Lists(province.Service);
        await lists.PublishAsync(province.Run);
        await lists.NotifyAsync();
        await lists.KeepCasesAsync();
        await lists.ReviewAsync(province.Run);
        return lists;
    }

    private async Task PublishAsync(long run)
    {
        var officer = await Service.AsAsync(Role.Officer);
        Published = await officer.OpenAsync(run, more: new { kind = "audit", run, batch = 1, classes = (string[])["double_over"] });
        await Service.ReviewAsync(Published);
        await (await (await Service.AsAsync(Role.Approver)).PublishAsync(Published, "粤环函〔2025〕12号")).MustBeDoneAsync();
        Publication = (await officer.ListAsync(Published)).GetProperty("list").GetProperty("publication").GetString()!;
    }

    private async Task NotifyAsync()
    {
        var officer = await Service.AsAsync(Role.Officer);
        Organ = await officer.OrganAsync();
        Batch = await officer.OrderAsync(Published, Organ);
        var notice = (await officer.EndedAsync(Batch)).GetProperty("notices")[0];
        (Served, Facility) = (notice.GetProperty("id").GetInt64(), notice.GetProperty("facility_id").GetString()!);
        await officer.PostAsync($"/api/v1/notices/{Served}/service", new
        {
            version = notice.GetProperty("version").GetInt32(), served_on = "2025-02-03", method = "direct", document = await officer.DocumentAsync("送达回证"),
        }).JsonAsync();
    }

    private async Task KeepCasesAsync()
    {
        // Whoever takes a report on paper does not also judge it.
        var (officer, second) = (await Service.AsAsync(Role.Officer), await Service.AsAsync(Role.Officer));
        JsonElement[] cases;
        // They are opened by the care that the service takes by itself, and so is the service of the notice noted.
        do
        {
            await Task.Delay(200);
            cases = await officer.ItemsAsync("/api/v1/cases?limit=500");
        }
        while (!cases.Any(c => c.GetProperty("stage").GetString() == "notified"));

        Accepted = Of(Facility).GetProperty("id").GetInt64();
        var others = cases.Where(c => c.GetProperty("facility").GetString() != Facility).ToArray();
        (Ordered, Objected, Objector) = (others[0].GetProperty("id").GetInt64(), others[1].GetProperty("id").GetInt64(), others[1].GetProperty("facility").GetString()!);
        var grounds = (await officer.CaseAsync(Accepted)).GetProperty("grounds").EnumerateArray().Select(g => g.GetString()).ToArray();
        await ActAsync(Accepted, "progress", "announced", new { channel = "广东省生态环境厅网站", grounds });
        await ActAsync(Accepted, "progress", "plan_filed", new { plan = new { team = (string[])["王工", "李工"], consultancy = (string?)null, contract = (string?)null } });
        await ActAsync(Accepted, "progress", "started");
        await ActAsync(Accepted, "progress", "report_filed", document: await officer.UploadAsync("审核报告.pdf"));
        await ActAsync(Accepted, "acts", "evaluation_passed", new { score = 86.5m });
        await ActAsync(Accepted, "progress", "measures_done");
        await (await officer.PutAsJsonAsync($"/api/v1/cases/{Accepted}/audit-file", new
        {
            version = 0, output_value = 52000.5m,
            measures = new object[]
            {
                new { id = "F1", name = "染色废水回用", kind = "comprehensive_use", cost = "high", investment = 320m, annual_benefit = 96.4m, status = "done" },
                new { id = "F2", name = "车间用水计量", kind = "management", cost = "low", investment = 2.5m, annual_benefit = 8m, status = "done" },
                new { id = "F3", name = "替换含铬助剂", kind = "materials", cost = "medium", investment = 48m, annual_benefit = 11m, status = "underway" },
            },
        })).MustBeDoneAsync();
        await ActAsync(Accepted, "acts", "acceptance_passed");
        await ActAsync(Ordered, "enforcement", "correction_ordered", new { order = "粤环责改〔2025〕3号", provision = "law-2012-39-1", breach = "not_audited", duty = "start", correct_by = "2025-03-20" },
            "逾期未启动审核", await officer.UploadAsync("责令改正决定书.pdf"));
        var plant = await Service.AsAsync(Role.Enterprise, "", Department.None, Objector);
        var report = await plant.UploadAsync("复测报告.pdf");
        Objection = (await plant.PostAsync($"/api/v1/cases/{Objected}/objections", new
        {
            reason = "7 月 15 日的数值为在线监测设备校准期间的数据，附运维记录和第三方复测报告，请予核实。", documents = new[] { new { name = report.Name, sha256 = report.Sha256 } },
        }).JsonAsync()).GetProperty("id").GetInt64();

        JsonElement Of(string facility) => cases.Single(c => c.GetProperty("facility").GetString() == facility);
        async Task ActAsync(long id, string door, string act, object? detail = null, string? reason = null, DocumentRef? document = null) =>
            await (await (door == "progress" ? officer : second).ActAsync(id, door, act, "2025-02-03", detail, reason, document)).MustBeDoneAsync();
    }

    private async Task ReviewAsync(long run)
    {
        var (officer, city) = (await Service.AsAsync(Role.Officer), await Service.AsAsync(Role.Approver));
        UnderReview = await officer.OpenAsync(run, more: new { kind = "audit", run, batch = 2, classes = (string[])["toxic", "energy", "other"] });
        var mine = await officer.EntriesAsync(UnderReview, "waiting_for_me=true&limit=500");
        Assert.True(mine.Length > 6, $"{mine.Length} entries wait for the officer.");
        await DoAsync(officer, mine[..1], "exclude", "企业已于 2024 年 11 月永久停产，附关停证明");
        mine = await officer.EntriesAsync(UnderReview, "waiting_for_me=true&limit=500");
        await DoAsync(officer, mine[..^2], "propose", null);
        mine = await city.EntriesAsync(UnderReview, "waiting_for_me=true&limit=500");
        await DoAsync(city, mine[..(mine.Length / 2)], "verify", null);
        await DoAsync(city, mine[^1..], "refuse", "有毒有害物质使用量与排污许可证不一致，请核实");
        // One class that a department has to sign is ready for it.
        await Service.ReviewAsync(UnderReview, Department.Energy);
    }

    private async Task DoAsync(HttpClient who, JsonElement[] entries, string act, string? reason) => await who.PostAsync($"/api/v1/lists/{UnderReview}/acts/{act}", new
    {
        entries = entries.Select(e => new { entry = e.GetProperty("entry").GetInt32(), version = e.GetProperty("version").GetInt32() }),
        reason,
        document = reason is null ? null : await who.DocumentAsync(reason),
    }).JsonAsync();
}

/// <summary>What journeys ask of answers.</summary>
internal static class Done
{
    /// <summary>Fails with the text of a refusal.</summary>
    internal static async Task MustBeDoneAsync(this HttpResponseMessage answer)
    {
        using var _ = answer;
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
