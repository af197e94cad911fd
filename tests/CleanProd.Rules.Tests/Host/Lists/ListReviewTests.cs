using System.Net;
using System.Text.Json;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;
using ClosedXML.Excel;

namespace CleanProd.Rules.Tests.Host.Lists;

/// <summary>Decisions by hand, several people at once, and who sees what.</summary>
public class ListReviewTests
{
    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Of_two_who_act_on_one_entry_one_wins_and_the_other_is_told_who_did_what(StoreKind kind)
    {
        await using var service = await InventedRun.ServiceAsync(kind, InventedRun.In2025);
        var officer = await service.AsAsync(Role.Officer, "44");
        var (one, other) = (await service.AsAsync(Role.Approver, "4401"), await service.AsAsync(Role.Approver, "4401"));
        var list = await officer.OpenAsync(await service.RunAsync(InventedRun.Paper(InventedRun.Over)));
        await officer.AllAsync(list, "propose");

        var entry = $"/api/v1/lists/{list}/entries/1";
        var answers = await Task.WhenAll(one.PostAsync($"{entry}/verify", new { version = 2 }), other.PostAsync($"{entry}/refuse", new { version = 2, reason = "数据待核" }));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        var loser = answers.Single(a => a.StatusCode == HttpStatusCode.Conflict);
        var problem = JsonDocument.Parse(await loser.Content.ReadAsStringAsync()).RootElement;
        var winner = answers[0] == loser ? "（4401）已于2025-03-03 12:00退回" : "（4401）已于2025-03-03 12:00审核";
        Assert.Equal(("stale_version", 3), (problem.GetProperty("code").GetString(), problem.GetProperty("version").GetInt32()));
        Assert.Contains(winner, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(3, (await officer.GetAsync(entry).JsonAsync()).GetProperty("history").GetArrayLength());
        // The attempt that lost is in the log of accesses.
        Assert.Equal(1L, await service.Database.AskAsync<long>("SELECT count(*) FROM access_log WHERE status = 409"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Acts_on_many_entries_are_done_or_refused_one_by_one(StoreKind kind)
    {
        await using var service = await InventedRun.ServiceAsync(kind, InventedRun.In2025);
        var officer = await service.AsAsync(Role.Officer, "4401");
        var list = await (await service.AsAsync(Role.Officer, "44")).OpenAsync(
            await service.RunAsync(InventedRun.Paper(InventedRun.Over), InventedRun.Wood(InventedRun.Over), InventedRun.Plating(InventedRun.Over)));
        var all = (await (await service.AsAsync(Role.Officer, "44")).EntriesAsync(list)).ToDictionary(e => e.GetProperty("facility_id").GetString()!, e => e.GetProperty("entry").GetInt32());
        var done = await officer.PostAsync($"/api/v1/lists/{list}/acts/propose", new
        {
            entries = new[]
            {
                new { entry = all[InventedRun.PaperMill], version = 1 }, new { entry = all[InventedRun.Furniture], version = 7 }, new { entry = all[InventedRun.PlatingWorks], version = 1 },
            },
        }).JsonAsync();
        Assert.Equal((1, 2), (done.GetProperty("done").GetInt32(), done.GetProperty("refused").GetInt32()));
        Assert.Equal(["", "stale_version", "not_found"], done.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("code").GetString() ?? ""));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_listing_by_hand_needs_reason_and_document_and_its_author_does_not_fix_it(StoreKind kind)
    {
        await using var service = await InventedRun.ServiceAsync(kind, InventedRun.In2025);
        var (officer, approver) = (await service.AsAsync(Role.Officer, "44"), await service.AsAsync(Role.Approver, "44"));
        var list = await officer.OpenAsync(await service.RunAsync(InventedRun.Paper(InventedRun.Over), InventedRun.Wood(InventedRun.Not("G1a"))));
        var wanted = $"/api/v1/lists/{list}/entries";
        Assert.Equal((422, "document_required"), await officer.PostAsync(wanted, new { facility_id = InventedRun.Furniture, class_id = "double_over", reason = "群众举报核实" }).ProblemAsync());
        Assert.Equal((422, "bad_document"), await officer.PostAsync(wanted, new
        {
            facility_id = InventedRun.Furniture, class_id = "double_over", reason = "群众举报核实", document = new { name = "无", sha256 = new string('0', 64) },
        }).ProblemAsync());
        var body = new { facility_id = InventedRun.Furniture, class_id = "double_over", reason = "群众举报核实", document = await officer.DocumentAsync() };
        var entry = await officer.PostAsync(wanted, body).JsonAsync();
        Assert.Equal(("not_triggered", true, "manual"), (entry.GetProperty("machine").GetProperty("outcome").GetString(), entry.GetProperty("included").GetBoolean(), entry.GetProperty("origin").GetString()));
        Assert.Equal((409, "entry_exists"), await officer.PostAsync(wanted, body).ProblemAsync());
        Assert.Equal((404, "not_found"), await officer.PostAsync(wanted, new { facility_id = "NOBODY", class_id = "double_over", reason = "无", document = await officer.DocumentAsync() }).ProblemAsync());
        Assert.Equal((422, "bad_class"), await officer.PostAsync(wanted, new { facility_id = InventedRun.Furniture, class_id = "polluters", reason = "无", document = await officer.DocumentAsync() }).ProblemAsync());
        await service.ReviewAsync(list);
        await approver.PublishAsync(list, "粤环〔2025〕1号").JsonAsync();
        Assert.Contains("群众举报核实", (await officer.GetAsync($"/api/v1/lists/{list}/current").JsonAsync()).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_signature_is_void_once_the_content_is_another(StoreKind kind)
    {
        await using var service = await InventedRun.ServiceAsync(kind, InventedRun.In2005);
        var (officer, signer) = (await service.AsAsync(Role.Officer, "44"), await service.AsAsync(Role.Cosigner, "44", Department.Development));
        var list = await officer.OpenAsync(await service.RunAsync(InventedRun.Paper(InventedRun.Toxic), InventedRun.Wood(InventedRun.Toxic)));
        await signer.SignAsync(list, "toxic").JsonAsync();
        Assert.DoesNotContain("signature_missing", (await signer.ListAsync(list)).ToString(), StringComparison.Ordinal);
        await officer.PostAsync($"/api/v1/lists/{list}/entries/1/exclude", new { version = 1, reason = "已关闭", document = await officer.DocumentAsync() }).JsonAsync();
        var detail = await signer.ListAsync(list);
        Assert.Equal(1, detail.GetProperty("blocks").GetProperty("signature_void").GetInt32());
        var part = detail.GetProperty("parts")[0];
        Assert.False(part.GetProperty("signatures")[0].GetProperty("valid").GetBoolean());
        Assert.Equal((409, "stale_content"), await signer.PostAsync(
            $"/api/v1/lists/{list}/signatures", new { version = InventedRun.VersionOf(detail), class_id = "toxic", sha256 = new string('0', 64) }).ProblemAsync());
        Assert.Equal((422, "reason_required"), await signer.PostAsync(
            $"/api/v1/lists/{list}/signatures/refuse", new { version = InventedRun.VersionOf(detail), class_id = "toxic", sha256 = part.GetProperty("sha256").GetString(), reason = "" }).ProblemAsync());
        Assert.Equal((409, "stale_version"), await signer.PostAsync(
            $"/api/v1/lists/{list}/signatures", new { version = 1, class_id = "toxic", sha256 = part.GetProperty("sha256").GetString() }).ProblemAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_county_sees_its_own_entries_of_the_list_of_its_province_and_nothing_else(StoreKind kind)
    {
        await using var service = await InventedRun.ServiceAsync(kind, InventedRun.In2025);
        var (province, county, neighbour) = (await service.AsAsync(Role.Officer, "44"), await service.AsAsync(Role.Officer, "440106"), await service.AsAsync(Role.Officer, "3301"));
        var run = await service.RunAsync(InventedRun.Paper(InventedRun.Over), InventedRun.Plating(InventedRun.Over));
        Assert.Equal((403, "outside_region"), await county.PostAsync("/api/v1/lists", new { kind = "audit", run, batch = 1 }).ProblemAsync());
        var list = await province.OpenAsync(run);
        var foreign = (await province.EntriesAsync(list, $"search={InventedRun.PlatingWorks}")).Single().GetProperty("entry").GetInt32();

        Assert.Equal(InventedRun.PaperMill, (await county.EntriesAsync(list)).Single().GetProperty("facility_id").GetString());
        Assert.Empty(await county.EntriesAsync(list, "state=left_out&decision=excluded"));
        Assert.DoesNotContain("电镀", (await county.ListAsync(list)).ToString(), StringComparison.Ordinal);
        Assert.Equal((403, "outside_region"), await county.GetAsync($"/api/v1/lists/{list}/entries/{foreign}").ProblemAsync());
        var csv = await (await county.GetAsync($"/api/v1/lists/{list}/export?format=csv")).Content.ReadAsStringAsync();
        Assert.Contains(InventedRun.PaperMill, csv, StringComparison.Ordinal);
        Assert.DoesNotContain(InventedRun.PlatingWorks, csv, StringComparison.Ordinal);
        Assert.Single((await county.GetAsync("/api/v1/lists").JsonAsync()).GetProperty("items").EnumerateArray());
        Assert.Empty((await neighbour.GetAsync("/api/v1/lists").JsonAsync()).GetProperty("items").EnumerateArray());
        Assert.Equal((403, "outside_region"), await neighbour.GetAsync($"/api/v1/lists/{list}").ProblemAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_candidates_behind_a_list_open_as_workbook_CSV_and_JSON(StoreKind kind)
    {
        await using var service = await InventedRun.ServiceAsync(kind, InventedRun.In2025);
        var officer = await service.AsAsync(Role.Officer, "44");
        var list = await officer.OpenAsync(await service.RunAsync(InventedRun.Paper(InventedRun.Over), InventedRun.Wood(InventedRun.Not("G1a"))));
        using var workbook = new XLWorkbook(await (await officer.GetAsync($"/api/v1/lists/{list}/export")).Content.ReadAsStreamAsync());
        Assert.Contains(workbook.Worksheets.SelectMany(s => s.CellsUsed()), c => c.GetString() == InventedRun.PaperMill);
        Assert.Contains("Discharge exceeds the national or local discharge standard", await (await officer.GetAsync($"/api/v1/lists/{list}/export?format=csv&language=en")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var json = await officer.GetAsync($"/api/v1/lists/{list}/export?format=json").JsonAsync();
        Assert.Equal(InventedRun.PaperMill, json.GetProperty("classes")[0].GetProperty("entries")[0].GetProperty("facility_id").GetString());
        Assert.Equal((400, "bad_input"), await officer.GetAsync($"/api/v1/lists/{list}/export?format=doc").ProblemAsync());
    }
}
