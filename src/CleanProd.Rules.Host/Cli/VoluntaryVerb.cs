using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CleanProd.Rules.Cases.Recognition;
using CleanProd.Rules.Host.Api;
using static CleanProd.Rules.Host.Cli.StoreVerb;

namespace CleanProd.Rules.Host.Cli;

/// <summary><c>voluntary …</c>: the voluntary track of a store and the lists that recognise it.</summary>
internal static class VoluntaryVerb
{
    internal static Command Command() => new("voluntary", "自愿审核：申请、验收、认定、公布认定名单 / voluntary audits: applications, acceptance, recognition, publication of the list")
    {
        List(), Apply(), Act(), Publish(),
    };

    private static Command List() => Of("list", "全部自愿审核 / voluntary audits", async (work, ct) =>
    {
        Work.Line(work.Say("编号", "id"), work.Say("企业", "enterprise"), work.Say("代码", "code"), work.Say("状态", "state"), work.Say("名单", "list"), work.Say("证书", "certificate"), work.Say("有效期至", "valid through"));
        await foreach (var v in work.Desk.ItemsAsync("/voluntary", ct)) Print(work, v);
        return ExitCode.Done;
    });

    private static Command Apply()
    {
        var facility = new Argument<string>("FACILITY") { Description = "企业代码 / identity of the enterprise" };
        return Of("apply", "提出申请 / takes an application", async (work, ct) =>
        {
            Print(work, await work.Desk.PostAsync("/voluntary", new { facility = work.Parsed.GetValue(facility) }, ct));
            return ExitCode.Done;
        }, facility);
    }

    private static Command Act()
    {
        var number = Number("自愿审核编号 / number of the voluntary audit");
        var words = Enum.GetValues<VoluntaryAct>().Where(a => a != VoluntaryAct.Applied).Select(a => ApiJson.WordOf(a)).ToArray();
        var act = new Argument<string>("ACT") { Description = string.Join(", ", words) };
        act.AcceptOnlyFromAmong(words);
        var list = new Option<string?>("--list") { Description = "认定：名单 / recognition: the list" };
        var certificate = new Option<string?>("--certificate") { Description = "认定：证书编号 / recognition: number of the certificate" };
        var years = new Option<int>("--years") { Description = "认定：有效年数 / recognition: years it is valid", DefaultValueFactory = _ => RecognitionList.GuangzhouYears };
        var on = new Option<DateOnly?>("--on") { Description = "日期，默认今天 / day, today where none is given" };
        var (reason, document) = (ListsVerb.Reason(), ListsVerb.Document());
        return Of("act", "现场验收、认定、撤销 / accepts on site, recognises, revokes", async (work, ct) =>
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"/voluntary/{work.Parsed.GetValue(number)}");
            object? detail = work.Parsed.GetValue(list) is { } named ? new { list = named, certificate = work.Parsed.GetValue(certificate) ?? "", years = work.Parsed.GetValue(years) } : null;
            var body = new
            {
                act = work.Parsed.GetValue(act), version = (await work.Desk.GetAsync(path, ct)).GetProperty("version").GetInt32(), on = work.Parsed.GetValue(on),
                reason = work.Parsed.GetValue(reason), document = await work.Desk.DocumentAsync(work.Parsed.GetValue(document), ct), detail,
            };
            Print(work, await work.Desk.PostAsync($"{path}/acts", body, ct));
            return ExitCode.Done;
        }, number, act, list, certificate, years, on, reason, document);
    }

    private static Command Publish()
    {
        var list = new Argument<string>("LIST") { Description = "认定名单 / the recognition list" };
        var region = new Option<string>("--region") { Description = "公布机关的行政区划代码 / division code of the jurisdiction that publishes", Required = true };
        var number = new Option<string>("--number") { Description = "文号 / number of the publication", Required = true };
        var on = new Option<DateOnly?>("--on") { Description = "公布日期，默认今天 / day of publication, today where none is given" };
        return Of("publish", "公布认定名单；公布后不再改变 / publishes a recognition list, which never changes afterwards", async (work, ct) =>
        {
            var body = new { list = work.Parsed.GetValue(list), region = work.Parsed.GetValue(region), number = work.Parsed.GetValue(number), published_on = work.Parsed.GetValue(on) };
            var published = await work.Desk.PostAsync("/voluntary/recognition-lists", body, ct);
            Work.Line(Text(published, "number"), Text(published, "published_on"), Text(published, "publication"), Text(published, "enterprises"));
            return ExitCode.Done;
        }, list, region, number, on);
    }

    private static void Print(Work work, JsonElement v)
    {
        var certificate = v.GetProperty("certificate");
        string Of(string name) => certificate.ValueKind == JsonValueKind.Object ? Text(certificate, name) : "";
        Work.Line(Text(v, "id"), Text(v, "name"), Text(v, "facility"), work.Words(v, "state_name"), Of("list"), Of("number"), Of("through"));
    }
}
