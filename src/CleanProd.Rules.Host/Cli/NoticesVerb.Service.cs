using System.CommandLine;
using System.Globalization;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Notices;
using static CleanProd.Rules.Host.Cli.StoreVerb;

namespace CleanProd.Rules.Host.Cli;

// What happens to a notice after it was made: served, confirmed, issued anew, sent.
internal static partial class NoticesVerb
{
    private static Command Organs() => Of("organs", "发文机关 / organs that issue notices", async (work, ct) =>
    {
        Work.Line(work.Say("编号", "id"), work.Say("机关", "organ"), work.Say("行政区划", "region"), work.Say("文号字", "word"), work.Say("停用", "closed"));
        foreach (var o in (await work.Desk.GetAsync("/notice-organs", ct)).GetProperty("items").EnumerateArray())
            Work.Line(Text(o, "id"), Text(o, work.English ? "name_en" : "name_zh"), Text(o, "region"), Text(o, "word"), Text(o, "closed_at"));
        return ExitCode.Done;
    });

    private static Command Serve()
    {
        var notice = Number("通知书编号 / number of the notice");
        var on = new Option<DateOnly>("--on") { Description = "送达日期 / day of service", Required = true };
        var words = Enum.GetValues<ServiceMethod>().Select(m => ApiJson.WordOf(m)).ToArray();
        var by = new Option<string>("--by") { Description = $"送达方式 / how: {string.Join(", ", words)}", Required = true };
        by.AcceptOnlyFromAmong(words);
        var proof = new Option<string?>("--proof") { Description = "送达回证（文件） / proof of service, a file" };
        var remark = new Option<string?>("--remark") { Description = "说明；更正已记录的送达时必填 / remark; needed to correct what was recorded" };
        return Of("serve", "记录送达及其凭证 / records the service of a notice, with its proof", async (work, ct) =>
        {
            var body = new
            {
                version = await VersionAsync(work, notice, ct), served_on = work.Parsed.GetValue(on), method = work.Parsed.GetValue(by),
                document = await work.Desk.DocumentAsync(work.Parsed.GetValue(proof), ct), remark = work.Parsed.GetValue(remark),
            };
            return Print(work, await work.Desk.PostAsync(PathOf(work, notice, "/service"), body, ct));
        }, notice, on, by, proof, remark);
    }

    private static Command Acknowledge()
    {
        var notice = Number("通知书编号 / number of the notice");
        return Of("acknowledge", "企业确认收到 / the enterprise confirms that it has the notice", async (work, ct) =>
            Print(work, await work.Desk.PostAsync(PathOf(work, notice, "/acknowledge"), new { version = await VersionAsync(work, notice, ct) }, ct)), notice);
    }

    private static Command Reissue()
    {
        var notice = Number("通知书编号 / number of the notice");
        var reason = ListsVerb.Reason();
        return Of("reissue", "重新发文：新文号，原通知书标记为已被替换 / issues a notice anew under a new number; the old one is marked as replaced", async (work, ct) =>
            Print(work, await work.Desk.PostAsync(PathOf(work, notice, "/reissue"), new { version = await VersionAsync(work, notice, ct), reason = work.Parsed.GetValue(reason) ?? "" }, ct)), notice, reason);
    }

    private static Command Mail()
    {
        var notice = Number("通知书编号 / number of the notice");
        var to = new Option<string>("--to") { Description = "收件地址 / address", Required = true };
        return Of("mail", "以电子邮件发送，由服务寄出；同一地址只发一次 / sends a notice by e-mail through the service, once to an address", async (work, ct) =>
        {
            var mail = await work.Desk.PostAsync(PathOf(work, notice, "/mail"), new { recipient = work.Parsed.GetValue(to) }, ct);
            Work.Line(Text(mail, "id"), Text(mail, "recipient"), Text(mail, "state"));
            return ExitCode.Done;
        }, notice, to);
    }

    private static int Print(Work work, System.Text.Json.JsonElement n)
    {
        Work.Line(Text(n, "id"), Text(n, "number"), Text(n, "facility_name"), StateOf(work, Text(n, "state")), Text(n, "served_on"));
        return ExitCode.Done;
    }

    private static async Task<int> VersionAsync(Work work, Argument<long> notice, CancellationToken ct) =>
        (await work.Desk.GetAsync(PathOf(work, notice), ct)).GetProperty("notice").GetProperty("version").GetInt32();

    private static string PathOf(Work work, Argument<long> notice, string rest = "") => string.Create(CultureInfo.InvariantCulture, $"/notices/{work.Parsed.GetValue(notice)}{rest}");
}
