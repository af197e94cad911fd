using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using static CleanProd.Rules.Host.Cli.StoreVerb;

namespace CleanProd.Rules.Host.Cli;

/// <summary><c>screenings …</c>: screenings of a store. They are ordered here; the processes of the service judge them.</summary>
internal static class ScreeningsVerb
{
    internal static Command Command() => new("screenings", "存储中的筛查：安排、查看、取消、更正 / screenings of a store: order, read, cancel, correct")
    {
        List(), Show(), Order(), Cancel(), Rerun(), Difference(),
    };

    private static Command List() => Of("list", "全部筛查，最新在前 / screenings, the newest first", async (work, ct) =>
    {
        Work.Line(work.Say("编号", "id"), work.Say("种类", "kind"), work.Say("行政区划", "region"), work.Say("年度", "year"), work.Say("判定日期", "as of"), work.Say("状态", "state"), work.Say("企业数", "facilities"));
        await foreach (var s in work.Desk.ItemsAsync("/screenings", ct)) Print(s);
        return ExitCode.Done;
    });

    private static Command Show()
    {
        var run = Number("筛查编号 / number of the screening");
        return Of("show", "一次筛查：进度、结论计数、结果哈希 / a screening: progress, counts, hash of the result", async (work, ct) =>
        {
            var s = await work.Desk.GetAsync(PathOf(work, run), ct);
            Print(s);
            var progress = await work.Desk.GetAsync(PathOf(work, run, "/progress"), ct);
            foreach (var p in progress.EnumerateObject().Where(p => p.Value.ValueKind is JsonValueKind.Number or JsonValueKind.String)) Work.Line("·", p.Name, p.Value.ToString());
            if (s.GetProperty("counts").ValueKind == JsonValueKind.Object) Work.Line("·", "counts", s.GetProperty("counts").GetRawText());
            Work.Line("·", "result_sha256", Text(s, "result_sha256"));
            if (work.Words(s, "why_not_releasable") is { Length: > 0 } why) Work.Line("!", why);
            if (Text(s, "failure") is { Length: > 0 } failure) Work.Line("!", failure);
            return ExitCode.Done;
        }, run);
    }

    private static Command Order()
    {
        var region = new Argument<string>("REGION") { Description = "行政区划代码，如 44 / division code of the jurisdiction" };
        var year = new Option<int>("--year") { Description = "筛查年度 / screened year", Required = true };
        var asOf = new Option<string?>("--as-of") { Description = "判定日期 / determination date" };
        var dry = new Option<bool>("--dry") { Description = "只看结果，不可用于名单 / only to be looked at: never becomes a list" };
        var all = new Option<bool>("--check-all") { Description = "全部用 RulesEngine 复核 / RulesEngine reads every facility again" };
        return Of("order", "安排一次筛查，由服务进程完成 / orders a screening; the processes of the service do it", async (work, ct) =>
        {
            var body = new
            {
                region = work.Parsed.GetValue(region), year = work.Parsed.GetValue(year), as_of = ScreenVerb.Date(work.Parsed.GetValue(asOf)), dry = work.Parsed.GetValue(dry),
                check_all = work.Parsed.GetValue(all),
            };
            Print(await work.Desk.PostAsync("/screenings", body, ct));
            return ExitCode.Done;
        }, region, year, asOf, dry, all);
    }

    private static Command Cancel()
    {
        var run = Number("筛查编号 / number of the screening");
        var reason = ListsVerb.Reason();
        return Of("cancel", "取消一次筛查 / calls a screening off", async (work, ct) =>
        {
            Print(await work.Desk.PostAsync(PathOf(work, run, "/cancel"), new { reason = work.Parsed.GetValue(reason) }, ct));
            return ExitCode.Done;
        }, run, reason);
    }

    private static Command Rerun()
    {
        var run = Number("筛查编号 / number of the screening");
        return Of("rerun", "更正：只重判其后的导入和撤销所涉及的企业 / a correction: judges again only what imports and undos since then touch", async (work, ct) =>
        {
            Print(await work.Desk.PostAsync(PathOf(work, run, "/rerun"), new { }, ct));
            return ExitCode.Done;
        }, run);
    }

    private static Command Difference()
    {
        var run = Number("筛查编号 / number of the screening");
        var other = new Argument<long>("OTHER") { Description = "另一次筛查 / another screening" };
        return Of("difference", "两次筛查逐企业的差异 / the difference of two screenings by name", async (work, ct) =>
        {
            var found = await work.Desk.GetAsync(PathOf(work, run, string.Create(CultureInfo.InvariantCulture, $"/difference/{work.Parsed.GetValue(other)}")), ct);
            foreach (var (kind, zh, en) in ((string, string, string)[])[("joins", "增加", "joins"), ("leaves", "移出", "leaves"), ("changes", "理由变化", "changes"), ("unsettled", "无法判定", "unsettled")])
                foreach (var d in found.GetProperty(kind).EnumerateArray()) Work.Line(work.Say(zh, en), Text(d, "facility_name"), Text(d, "facility_id"), Text(d, "class_id"));
            return ExitCode.Done;
        }, run, other);
    }

    private static void Print(JsonElement s) => Work.Line(Text(s, "id"), Text(s, "kind"), Text(s, "region"), Text(s, "year"), Text(s, "as_of"), Text(s, "state"), Text(s, "facilities"));

    private static string PathOf(Work work, Argument<long> run, string rest = "") => string.Create(CultureInfo.InvariantCulture, $"/screenings/{work.Parsed.GetValue(run)}{rest}");
}
