using System.CommandLine;
using System.Globalization;
using CleanProd.Rules.Host.Lists;
using static CleanProd.Rules.Host.Cli.StoreVerb;

namespace CleanProd.Rules.Host.Cli;

/// <summary><c>lists …</c>: candidate lists of a store.</summary>
internal static partial class ListsVerb
{
    internal static Command Command()
    {
        var lists = new Command("lists", "存储中的名单：查看、复核、会签、公布、导出 / lists of a store: read, review, sign, publish, export") 
        {
            List(), Show(), Current(), Open(), Add(), RollOver(), Sign(), Decline(), Publish(), Amend(), Abandon(), Export(),
        };
        foreach (var (word, _, _, summary) in EntryActs.Table) lists.Add(Act(word, summary));
        return lists;
    }

    private static Command List()
    {
        var year = new Option<int?>("--year") { Description = "年度 / year" };
        return Of("list", "全部名单，最新在前 / lists, the newest first", async (work, ct) =>
        {
            Work.Line(work.Say("编号", "id"), work.Say("名称", "title"), work.Say("状态", "state"), work.Say("文号", "number"), work.Say("公布日期", "published on"));
            await foreach (var l in work.Desk.ItemsAsync(work.Parsed.GetValue(year) is { } y ? string.Create(CultureInfo.InvariantCulture, $"/lists?year={y}") : "/lists", ct))
                Work.Line(Text(l, "id"), work.Words(l, "title"), StateOf(work, Text(l, "state")), Text(l, "number"), Text(l, "published_on"));
            return ExitCode.Done;
        }, year);
    }

    private static Command Show()
    {
        var list = Number("名单编号 / number of the list");
        return Of("show", "一份名单：谁办理、还差什么、每个企业 / a list: what blocks it, who is next, every enterprise", async (work, ct) =>
        {
            var number = work.Parsed.GetValue(list);
            var detail = await work.Desk.GetAsync(PathOf(number), ct);
            var head = detail.GetProperty("list");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{work.Words(head, "title")}  {StateOf(work, Text(head, "state"))}  {Text(head, "number")} {Text(head, "published_on")}"));
            foreach (var g in detail.GetProperty("gate").EnumerateArray()) Work.Line(g.GetProperty("blocks").GetBoolean() ? "!" : "·", work.Words(g, "text"), work.Words(g, "next"));
            Work.Line(work.Say("条目", "entry"), work.Say("企业", "enterprise"), work.Say("代码", "code"), work.Say("类别", "class"), work.Say("列入", "in"), work.Say("状态", "state"), work.Say("理由", "reasons"));
            await foreach (var e in work.Desk.ItemsAsync(PathOf(number, "/entries"), ct))
            {
                Work.Line(
                    Text(e, "entry"), Text(e, "facility_name"), Text(e, "facility_id"), Text(e, "class_id"), e.GetProperty("included").GetBoolean() ? work.Say("是", "yes") : work.Say("否", "no"),
                    work.Words(e, "state_name"), string.Join('；', e.GetProperty("reasons").EnumerateArray()));
            }

            return ExitCode.Done;
        }, list);
    }

    private static Command Open()
    {
        var run = Number("筛查编号 / number of the finished screening");
        var kind = new Option<string>("--kind") { Description = "audit / polluters", DefaultValueFactory = _ => "audit" };
        var batch = new Option<int>("--batch") { Description = "批次 / batch", DefaultValueFactory = _ => 1 };
        return Of("open", "由一次筛查编制名单 / opens a list from a screening", async (work, ct) =>
        {
            var opened = await work.Desk.PostAsync("/lists", new { kind = work.Parsed.GetValue(kind), run = work.Parsed.GetValue(run), batch = work.Parsed.GetValue(batch) }, ct);
            Console.WriteLine(Text(opened, "id"));
            return ExitCode.Done;
        }, run, kind, batch);
    }

    private static Command Add()
    {
        var list = Number("名单编号 / number of the list");
        var facility = new Argument<string>("FACILITY") { Description = "企业代码 / identity of the enterprise" };
        var (part, reason, document) = (Class(), Reason(), Document());
        return Of("add", "人工增列程序未列出的企业，须写理由和依据 / puts up by hand whom the machine does not list, with reason and document", async (work, ct) =>
        {
            var body = new
            {
                facility_id = work.Parsed.GetValue(facility), class_id = work.Parsed.GetValue(part), reason = work.Parsed.GetValue(reason),
                document = await work.Desk.DocumentAsync(work.Parsed.GetValue(document), ct),
            };
            Console.WriteLine(Text(await work.Desk.PostAsync(PathOf(work.Parsed.GetValue(list), "/entries"), body, ct), "entry"));
            return ExitCode.Done;
        }, list, facility, part, reason, document);
    }

    private static Command RollOver()
    {
        var list = Number("编制中的名单编号 / number of the open list");
        var cases = new Option<long[]>("--case") { Description = "案件；不写则为全部未通过和逾期的 / cases; all that failed or are overdue when none is given", AllowMultipleArgumentsPerToken = true };
        return Of("roll-over", "把未通过或逾期的案件滚动列入 / puts failed or overdue cases up in the list", async (work, ct) =>
        {
            var named = work.Parsed.GetValue(cases) is { Length: > 0 } some ? some : null;
            Console.WriteLine(Text(await work.Desk.PostAsync(PathOf(work.Parsed.GetValue(list), "/roll-over"), new { cases = named }, ct), "entries"));
            return ExitCode.Done;
        }, list, cases);
    }

    private static Command Act(string word, string summary)
    {
        var list = Number("名单编号 / number of the list");
        var entries = new Option<int[]>("--entry") { Description = "条目；不写则为轮到该账号的全部 / entries; all that wait for the account when none is given", AllowMultipleArgumentsPerToken = true };
        var (reason, document) = (Reason(), Document());
        return Of(word, summary, async (work, ct) =>
        {
            var (number, named) = (work.Parsed.GetValue(list), work.Parsed.GetValue(entries) ?? []);
            var wanted = new List<object>();
            await foreach (var e in work.Desk.ItemsAsync(PathOf(number, named.Length == 0 ? "/entries?waiting_for_me=true" : "/entries"), ct))
                if (named.Length == 0 || named.Contains(e.GetProperty("entry").GetInt32())) wanted.Add(new { entry = e.GetProperty("entry").GetInt32(), version = e.GetProperty("version").GetInt32() });
            if (named.Length > wanted.Count) throw new BadInputException("名单中没有所写的条目。 The list has no such entry.");
            var proof = await work.Desk.DocumentAsync(work.Parsed.GetValue(document), ct);
            var (done, refused) = (0, 0);
            foreach (var some in wanted.Chunk(Api.Page<int>.Most))
            {
                var answer = await work.Desk.PostAsync(PathOf(number, $"/acts/{word}"), new { entries = some, reason = work.Parsed.GetValue(reason), document = proof }, ct);
                (done, refused) = (done + answer.GetProperty("done").GetInt32(), refused + answer.GetProperty("refused").GetInt32());
                foreach (var e in answer.GetProperty("entries").EnumerateArray().Where(e => !e.GetProperty("done").GetBoolean()))
                    await Console.Error.WriteLineAsync($"{Text(e, "entry")}\t{Text(e, "code")}\t{work.Words(e, "reason")}");
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{work.Say("已办理", "done")} {done}，{work.Say("未办理", "refused")} {refused}"));
            return refused == 0 ? ExitCode.Done : ExitCode.Attention;
        }, list, entries, reason, document);
    }

    private static Command Export()
    {
        var list = Number("名单编号 / number of the list");
        var file = new Argument<string>("FILE") { Description = "文件：.xlsx、.csv、.json / file" };
        return Of("export", "导出名单 / writes the candidates behind a list to a file", async (work, ct) =>
        {
            var to = work.Parsed.GetValue(file)!;
            var bytes = await work.Desk.FileAsync(PathOf(work.Parsed.GetValue(list), $"/export?format={Path.GetExtension(to).TrimStart('.')}&language={(work.English ? "en" : "zh-CN")}"), ct);
            await Storage.WholeFile.WriteAsync(to, bytes, ct);
            Console.WriteLine(to);
            return ExitCode.Done;
        }, list, file);
    }

    internal static Option<string?> Reason() => new("--reason") { Description = "理由 / reason" };

    internal static Option<string?> Document() => new("--document") { Description = "依据文件 / document" };

    private static string PathOf(long list, string rest = "") => string.Create(CultureInfo.InvariantCulture, $"/lists/{list}{rest}");

    private static int VersionOf(System.Text.Json.JsonElement detail) => detail.GetProperty("list").GetProperty("version").GetInt32();

    private static string StateOf(Work work, string state) => work.English ? state : state switch { "open" => "编制中", "published" => "已公布", "abandoned" => "已放弃", _ => state };
}
