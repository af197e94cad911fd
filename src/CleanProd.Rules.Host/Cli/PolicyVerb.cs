using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using static CleanProd.Rules.Host.Cli.StoreVerb;

namespace CleanProd.Rules.Host.Cli;

/// <summary><c>policy …</c>: drafts of rules in a store, their release, and the bundles that bureaus give each other.</summary>
internal static partial class PolicyVerb
{
    internal static Command Command() => new("policy", "存储中的规则：草案、提交、签署发布、版本、撤回、规则包交换 / rules of a store: drafts, release, versions, bundles")
    {
        List(), Begin(), Show(), Edit(), Check(), Submit(), Dossier(), Return(), Release(), Abandon(),
        Versions(), VersionText(), Withdraw(), RollBack(), Outdated(), Export(), Take(), Key(), Keys(), Trust(), Distrust(),
    };

    private static Command List() => Of("list", "全部草案，最新在前 / drafts, the newest first", async (work, ct) =>
    {
        Work.Line(work.Say("编号", "draft"), work.Say("规则包", "pack"), work.Say("辖区", "jurisdiction"), work.Say("名称", "title"), work.Say("状态", "state"), work.Say("起草人", "author"), work.Say("版本", "version"));
        await foreach (var d in work.Desk.ItemsAsync("/policy/drafts", ct)) Print(work, d);
        return ExitCode.Done;
    });

    private static Command Begin()
    {
        var file = new Option<string?>("--file") { Description = "规则包文件 / text of the pack" };
        var copy = new Option<string?>("--copy-of") { Description = "以已发布的规则包为底稿：id 或 id@sha256 / copies a released pack" };
        var note = Note();
        return Of("new", "新建草案 / begins a draft", async (work, ct) =>
        {
            Print(work, await work.Desk.PostAsync("/policy/drafts", new { text = await TextAsync(work.Parsed.GetValue(file), ct), copy_of = work.Parsed.GetValue(copy), note = work.Parsed.GetValue(note) }, ct));
            return ExitCode.Done;
        }, file, copy, note);
    }

    private static Command Show()
    {
        var (draft, output) = (Number("草案编号 / number of the draft"), Out("文本写入文件 / the text goes into this file"));
        return Of("show", "草案的经过和文本 / every act upon a draft, and its text", async (work, ct) =>
        {
            var answer = await work.Desk.GetAsync(PathOf(work.Parsed.GetValue(draft)), ct);
            Print(work, answer.GetProperty("draft"));
            foreach (var act in answer.GetProperty("history").EnumerateArray()) Work.Line(Text(act, "version"), Text(act, "act"), Text(act, "by"), Text(act, "at"), Text(act, "note"));
            if (work.Parsed.GetValue(output) is { } to) await Storage.WholeFile.WriteAsync(to, Text(answer, "text"), ct);
            else Console.WriteLine(Text(answer, "text"));
            return ExitCode.Done;
        }, draft, output);
    }

    private static Command Edit()
    {
        var (draft, note) = (Number("草案编号 / number of the draft"), Note());
        var file = new Argument<string>("FILE") { Description = "规则包文件 / text of the pack" };
        return Of("edit", "以文件替换草案文本 / puts another text in place", async (work, ct) =>
        {
            var number = work.Parsed.GetValue(draft);
            Print(work, await work.Desk.PutAsync(PathOf(number), new { version = await VersionAsync(work, number, ct), text = await TextAsync(work.Parsed.GetValue(file), ct), note = work.Parsed.GetValue(note) }, ct));
            return ExitCode.Done;
        }, draft, file, note);
    }

    private static Command Check()
    {
        var draft = Number("草案编号 / number of the draft");
        return Of("check", "错误、用例、与现行规则的差别 / mistakes, cases, differences in words; exit code 1 while it may not be submitted", async (work, ct) =>
        {
            var check = await work.Desk.GetAsync(PathOf(work.Parsed.GetValue(draft), "/check"), ct);
            foreach (var e in check.GetProperty("errors").EnumerateArray()) Console.WriteLine($"{Text(e, "line")}:{Text(e, "column")} {Text(e, "code")}: {Text(e, "message")}");
            foreach (var c in check.GetProperty("cases").EnumerateArray()) Console.WriteLine($"{Text(c, "verdict").ToUpperInvariant()} {Text(c, "name")} {string.Join("; ", c.GetProperty("messages").EnumerateArray())}".TrimEnd());
            foreach (var c in check.GetProperty("changes").EnumerateArray()) Console.WriteLine(work.Words(c, "sentence"));
            foreach (var o in check.GetProperty("overlay").EnumerateArray()) Console.WriteLine(work.Words(o, "text"));
            return check.GetProperty("may_submit").GetBoolean() ? ExitCode.Done : ExitCode.Attention;
        }, draft);
    }

    private static Command Submit()
    {
        var (draft, note, from, to) = (Number("草案编号 / number of the draft"), Note(), From(required: true), To());
        var region = new Option<string>("--region") { Description = "测算影响的辖区 / jurisdiction whose enterprises show the impact", Required = true };
        var year = new Option<int>("--year") { Description = "测算影响的年度 / year that shows the impact", Required = true };
        var asOf = new Option<DateOnly?>("--as-of") { Description = "测算的判定日期 / determination date of the impact" };
        return Of("submit", "提交签署，附名单影响 / puts a draft before the releasers with its impact by name", async (work, ct) =>
        {
            var number = work.Parsed.GetValue(draft);
            Print(work, await work.Desk.PostAsync(PathOf(number, "/submit"), new
            {
                version = await VersionAsync(work, number, ct), region = work.Parsed.GetValue(region), year = work.Parsed.GetValue(year), as_of = work.Parsed.GetValue(asOf),
                effective_from = work.Parsed.GetValue(from), effective_to = work.Parsed.GetValue(to), note = work.Parsed.GetValue(note),
            }, ct));
            return ExitCode.Done;
        }, draft, region, year, asOf, from, to, note);
    }

    private static Command Dossier()
    {
        var draft = Number("草案编号 / number of the draft");
        var file = new Argument<string>("FILE") { Description = "写入的文件 / file to write" };
        return Of("dossier", "待签署的材料；输出其 SHA-256 / what is signed, into a file; prints its SHA-256", async (work, ct) =>
        {
            var bytes = await work.Desk.FileAsync(PathOf(work.Parsed.GetValue(draft), "/dossier"), ct);
            await Storage.WholeFile.WriteAsync(work.Parsed.GetValue(file)!, bytes, ct);
            Console.WriteLine(Storage.Documents.DocumentStore.HashOf(bytes));
            return ExitCode.Done;
        }, draft, file);
    }

    private static Command Release()
    {
        var draft = Number("草案编号 / number of the draft");
        var sign = new Option<string>("--sign") { Description = "所签署材料的 SHA-256 / SHA-256 of the dossier that was read", Required = true };
        return Of("release", "签署并发布；起草人不得发布 / signs and releases; nobody releases what he wrote on", async (work, ct) =>
        {
            var number = work.Parsed.GetValue(draft);
            Print(work, await work.Desk.PostAsync(PathOf(number, "/release"), new { version = await VersionAsync(work, number, ct), sign = work.Parsed.GetValue(sign) }, ct));
            return ExitCode.Done;
        }, draft, sign);
    }

    private static Command Return() => WithReason("return", "退回起草人 / sends a draft back to its author");

    private static Command Abandon() => WithReason("abandon", "放弃草案 / gives a draft up");

    private static Command WithReason(string act, string summary)
    {
        var (draft, reason) = (Number("草案编号 / number of the draft"), ListsVerb.Reason());
        return Of(act, summary, async (work, ct) =>
        {
            var number = work.Parsed.GetValue(draft);
            Print(work, await work.Desk.PostAsync(PathOf(number, "/" + act), new { version = await VersionAsync(work, number, ct), reason = work.Parsed.GetValue(reason) }, ct));
            return ExitCode.Done;
        }, draft, reason);
    }

    private static Option<string?> Note() => new("--note") { Description = "备注 / remark" };

    private static Option<string?> Out(string what) => new("--out") { Description = what };

    private static Option<DateOnly?> From(bool required) => new("--from") { Description = "自何判定日期起适用 / first determination date for which it is used", Required = required };

    private static Option<DateOnly?> To() => new("--to") { Description = "至何判定日期止 / last determination date" };

    private static async Task<string?> TextAsync(string? file, CancellationToken ct) => file switch
    {
        null => null,
        _ when File.Exists(file) => await File.ReadAllTextAsync(file, ct),
        _ => throw new BadInputException($"找不到文件：{file}。 No such file."),
    };

    private static async Task<int> VersionAsync(Work work, long draft, CancellationToken ct) => (await work.Desk.GetAsync(PathOf(draft), ct)).GetProperty("draft").GetProperty("version").GetInt32();

    private static string PathOf(long draft, string rest = "") => string.Create(CultureInfo.InvariantCulture, $"/policy/drafts/{draft}{rest}");

    private static void Print(Work work, JsonElement d) =>
        Work.Line(Text(d, "draft"), Text(d, "pack"), Text(d, "jurisdiction"), work.Words(d, "title"), Text(d, "state"), Text(d, "author"), Text(d, "released"));
}
