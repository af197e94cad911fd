using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CleanProd.Rules.Cases;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Storage.Cases;
using static CleanProd.Rules.Host.Cli.StoreVerb;

namespace CleanProd.Rules.Host.Cli;

/// <summary><c>cases …</c>: cases of a store with their deadlines.</summary>
internal static class CasesVerb
{
    internal static Command Command() => new("cases", "存储中的审核进度：期限、逾期、办理 / cases of a store: deadlines, what is overdue, acts") { List(), Show(), Overdue(), Act() };

    private static Command List() => Of("list", "全部案件及最近期限 / cases with the nearest deadline", async (work, ct) =>
    {
        Work.Line(work.Say("编号", "id"), work.Say("企业", "enterprise"), work.Say("代码", "code"), work.Say("年度", "year"), work.Say("阶段", "stage"), work.Say("最近期限", "next due"), work.Say("逾期天数", "days late"));
        await foreach (var c in work.Desk.ItemsAsync("/cases", ct))
            Work.Line(Text(c, "id"), Text(c, "name"), Text(c, "facility"), Text(c, "year"), Text(c, "stage"), Text(c, "next_due_on"), Text(c, "days_overdue"));
        return ExitCode.Done;
    });

    private static Command Show()
    {
        var number = Number("案件编号 / number of the case");
        return Of("show", "一个案件：阶段、义务、经过、可办事项 / a case: stage, duties, history, what can be done now", async (work, ct) =>
        {
            var c = await work.Desk.GetAsync(PathOf(work.Parsed.GetValue(number)), ct);
            Work.Line(Text(c, "name"), Text(c, "facility"), work.Words(c, "stage_name"));
            foreach (var d in c.GetProperty("duties").EnumerateArray()) Work.Line(Text(d, "due_on"), Text(d, "state"), work.Words(d, "text"), work.Words(d, "citation"));
            foreach (var e in c.GetProperty("history").EnumerateArray()) Work.Line(Text(e, "sequence"), Text(e, "on"), work.Words(e, "name"), Text(e, "by"), Text(e, "reason"));
            foreach (var a in c.GetProperty("possible_acts").EnumerateArray()) Work.Line("→", Text(a, "act"), work.Words(a, "name"));
            return ExitCode.Done;
        }, number);
    }

    private static Command Overdue() => Of("overdue", "逾期义务，最久在前；有逾期时退出码为1 / duties that are overdue, the longest first; exit code 1 when there are any", async (work, ct) =>
    {
        var late = await work.Desk.GetAsync("/cases/overdue", ct);
        Work.Line(work.Say("案件", "case"), work.Say("企业", "enterprise"), work.Say("代码", "code"), work.Say("义务", "duty"), work.Say("期限", "due"), work.Say("逾期天数", "days late"), work.Say("依据", "citation"));
        foreach (var d in late.EnumerateArray())
            Work.Line(Text(d, "case"), Text(d, "name"), Text(d, "facility"), work.Words(d, "text"), Text(d, "due_on"), Text(d, "days_late"), work.Words(d, "citation"));
        return late.GetArrayLength() == 0 ? ExitCode.Done : ExitCode.Attention;
    });

    private static Command Act()
    {
        var number = Number("案件编号 / number of the case");
        var act = new Argument<string>("ACT") { Description = "办理事项，见 show / what is done, as show names it" };
        var on = new Option<DateOnly?>("--on") { Description = "日期，默认今天 / day, today where none is given" };
        var detail = new Option<string?>("--detail") { Description = "该事项的内容（JSON） / what that act says, as JSON" };
        var (reason, document) = (ListsVerb.Reason(), ListsVerb.Document());
        return Of("act", "办理一个事项 / records an act", async (work, ct) =>
        {
            var (id, word) = (work.Parsed.GetValue(number), work.Parsed.GetValue(act)!);
            var wanted = Enum.GetValues<CaseAct>().Where(a => ApiJson.WordOf(a) == word).Select(a => (CaseAct?)a).FirstOrDefault();
            if (wanted is not { } known || !CasesApi.Ways.TryGetValue(CaseDoors.Of(known), out var way)) throw new BadInputException($"没有事项“{word}”。 There is no act '{word}'.");
            var version = (await work.Desk.GetAsync(PathOf(id), ct)).GetProperty("version").GetInt32();
            var body = new
            {
                act = known, version, on = work.Parsed.GetValue(on), reason = work.Parsed.GetValue(reason), document = await work.Desk.DocumentAsync(work.Parsed.GetValue(document), ct),
                detail = work.Parsed.GetValue(detail) is { } text ? Json(text) : (JsonElement?)null,
            };
            var after = await work.Desk.PostAsync($"{PathOf(id)}/{way.Path}", body, ct);
            Work.Line(Text(after, "name"), work.Words(after, "stage_name"));
            return ExitCode.Done;
        }, number, act, on, reason, document, detail);
    }

    private static JsonElement Json(string text)
    {
        try
        {
            return JsonDocument.Parse(text).RootElement;
        }
        catch (JsonException e)
        {
            throw new BadInputException($"--detail 不是JSON：{e.Message} --detail is no JSON.");
        }
    }

    private static string PathOf(long number) => string.Create(CultureInfo.InvariantCulture, $"/cases/{number}");
}
