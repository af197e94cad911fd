using System.CommandLine;
using System.Globalization;
using CleanProd.Rules.Host.Notices;
using static CleanProd.Rules.Host.Cli.StoreVerb;

namespace CleanProd.Rules.Host.Cli;

/// <summary><c>notices …</c>: written notices of a store.</summary>
internal static partial class NoticesVerb
{
    internal static Command Command() => new("notices", "存储中的通知书：查看、发文、送达、导出 / notices of a store: read, issue, serve, export") 
    {
        List(), Show(), Organs(), Batch(), Serve(), Acknowledge(), Reissue(), Mail(), Export(),
    };

    private static Command List()
    {
        var list = ListOption();
        return Of("list", "通知书，最新在前 / notices, the newest first", async (work, ct) =>
        {
            Work.Line(work.Say("编号", "id"), work.Say("文号", "number"), work.Say("企业", "enterprise"), work.Say("代码", "code"), work.Say("状态", "state"), work.Say("成文日期", "issued on"), work.Say("送达日期", "served on"));
            await foreach (var n in work.Desk.ItemsAsync(PathOf(work.Parsed.GetValue(list)), ct))
                Work.Line(Text(n, "id"), Text(n, "number"), Text(n, "facility_name"), Text(n, "facility_id"), StateOf(work, Text(n, "state")), Text(n, "issued_on"), Text(n, "served_on"));
            return ExitCode.Done;
        }, list);
    }

    private static Command Show()
    {
        var notice = Number("通知书编号 / number of the notice");
        return Of("show", "一份通知书及其经过 / a notice and what happened to it", async (work, ct) =>
        {
            var whole = await work.Desk.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/notices/{work.Parsed.GetValue(notice)}"), ct);
            var n = whole.GetProperty("notice");
            Work.Line(Text(n, "number"), Text(n, "facility_name"), Text(n, "facility_id"), StateOf(work, Text(n, "state")), Text(n, "issued_on"), Text(n, "served_on"));
            foreach (var e in whole.GetProperty("events").EnumerateArray()) Work.Line(Text(e, "seq"), Text(e, "at"), Text(e, "act"), Text(e, "by"), Text(e, "reason"));
            return ExitCode.Done;
        }, notice);
    }

    private static Command Batch()
    {
        var list = Number("已公布名单的编号 / number of the published list");
        var organ = new Option<long>("--organ") { Description = "发文机关编号 / number of the organ", Required = true };
        return Of("batch", "为名单发文，由服务制作 / orders the notices of a list; the service makes them", async (work, ct) =>
        {
            var batch = await work.Desk.PostAsync(
                string.Create(CultureInfo.InvariantCulture, $"/lists/{work.Parsed.GetValue(list)}/notices"), new { organ = work.Parsed.GetValue(organ) }, ct);
            Work.Line(work.Say("批次", "batch"), Text(batch, "id"), Text(batch, "state"), Text(batch, "total"));
            return ExitCode.Done;
        }, list, organ);
    }

    private static Command Export()
    {
        var folder = new Argument<string>("DIR") { Description = "文件夹 / folder" };
        var list = ListOption();
        return Of("export", "把已制作的通知书写到文件夹 / writes the documents of notices into a folder", async (work, ct) =>
        {
            var (to, written, open) = (Directory.CreateDirectory(work.Parsed.GetValue(folder)!).FullName, 0, 0);
            await foreach (var n in work.Desk.ItemsAsync(PathOf(work.Parsed.GetValue(list)), ct))
            {
                if (Text(n, "document_sha256").Length == 0)
                {
                    open++;
                    continue;
                }

                var bytes = await work.Desk.FileAsync($"/notices/{Text(n, "id")}/document", ct);
                await Storage.WholeFile.WriteAsync(Path.Combine(to, $"{NoticeZip.Safe(Text(n, "number"))} {NoticeZip.Safe(Text(n, "facility_name"))}.docx"), bytes, ct);
                written++;
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{work.Say("已写出", "written")} {written}，{work.Say("尚未制作", "not made yet")} {open}"));
            return open == 0 ? ExitCode.Done : ExitCode.Attention;
        }, folder, list);
    }

    private static Option<long?> ListOption() => new("--list") { Description = "名单编号 / number of the list" };

    private static string PathOf(long? list) => list is { } number ? string.Create(CultureInfo.InvariantCulture, $"/notices?list={number}") : "/notices";

    private static string StateOf(Work work, string state) => work.English ? state : state switch
    {
        "numbered" => "已编号", "issued" => "已制作", "sent" => "已发送", "served" => "已送达", "acknowledged" => "已签收", "replaced" => "已被替换", "withdrawn" => "已撤回", _ => state,
    };
}
