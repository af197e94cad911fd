using System.CommandLine;
using System.Text.Json;
using static CleanProd.Rules.Host.Cli.StoreVerb;

namespace CleanProd.Rules.Host.Cli;

// What is done with a list as a whole: signed or not, published, amended, given up.
internal static partial class ListsVerb
{
    private static Command Sign()
    {
        var list = Number("名单编号 / number of the list");
        var part = Class();
        return Of("sign", "会签一个类别 / signs a class as it stands", async (work, ct) =>
        {
            var (number, wanted) = (work.Parsed.GetValue(list), work.Parsed.GetValue(part)!);
            var (version, sha256) = await PartAsync(work, number, wanted, ct);
            await work.Desk.PostAsync(PathOf(number, "/signatures"), new { version, class_id = wanted, sha256 }, ct);
            return ExitCode.Done;
        }, list, part);
    }

    private static Command Publish()
    {
        var list = Number("名单编号 / number of the list");
        var number = new Option<string>("--number") { Description = "文号 / number of the publication", Required = true };
        var on = new Option<DateOnly?>("--on") { Description = "公布日期 / day of publication" };
        return Of("publish", "公布 / publishes", async (work, ct) =>
        {
            var id = work.Parsed.GetValue(list);
            var version = VersionOf(await work.Desk.GetAsync(PathOf(id), ct));
            var published = await work.Desk.PostAsync(PathOf(id, "/publish"), new { version, number = work.Parsed.GetValue(number), published_on = work.Parsed.GetValue(on) }, ct);
            Work.Line(Text(published, "number"), Text(published, "published_on"), Text(published, "publication"));
            return ExitCode.Done;
        }, list, number, on);
    }

    private static Command Decline()
    {
        var list = Number("名单编号 / number of the list");
        var (part, reason, document) = (Class(), Reason(), Document());
        return Of("decline", "不予会签一个类别，须写理由 / refuses to sign a class, with reason", async (work, ct) =>
        {
            var (number, wanted) = (work.Parsed.GetValue(list), work.Parsed.GetValue(part)!);
            var (version, sha256) = await PartAsync(work, number, wanted, ct);
            var proof = await work.Desk.DocumentAsync(work.Parsed.GetValue(document), ct);
            await work.Desk.PostAsync(PathOf(number, "/signatures/refuse"), new { version, class_id = wanted, sha256, reason = work.Parsed.GetValue(reason), document = proof }, ct);
            return ExitCode.Done;
        }, list, part, reason, document);
    }

    private static Command Amend()
    {
        var list = Number("已公布名单的编号 / number of the published list");
        var run = new Option<long>("--run") { Description = "更正之后的筛查编号 / number of the later screening", Required = true };
        return Of("amend", "依据其后的筛查起草修正名单；列出无法判定而保留的企业 / opens the amendment that a later screening asks for; names who stays because it cannot be decided", async (work, ct) =>
        {
            var answer = await work.Desk.PostAsync(PathOf(work.Parsed.GetValue(list), "/amendments"), new { run = work.Parsed.GetValue(run) }, ct);
            Console.WriteLine(Text(answer.GetProperty("list"), "id"));
            foreach (var stays in answer.GetProperty("unsettled").EnumerateArray())
                Work.Line("?", Text(stays, "facility_name"), Text(stays, "facility_id"), Text(stays, "class_id"));
            return ExitCode.Done;
        }, list, run);
    }

    private static Command Abandon()
    {
        var list = Number("名单编号 / number of the list");
        var reason = Reason();
        return Of("abandon", "放弃编制中的名单，须写理由 / gives an open list up, with reason", async (work, ct) =>
        {
            var number = work.Parsed.GetValue(list);
            var version = VersionOf(await work.Desk.GetAsync(PathOf(number), ct));
            Console.WriteLine(StateOf(work, Text(await work.Desk.PostAsync(PathOf(number, "/abandon"), new { version, reason = work.Parsed.GetValue(reason) }, ct), "state")));
            return ExitCode.Done;
        }, list, reason);
    }

    private static Command Current()
    {
        var list = Number("已公布名单的编号 / number of the published list");
        return Of("current", "现行名单：公布的名单及其修正 / the list in force, after its amendments", async (work, ct) =>
        {
            var current = await work.Desk.GetAsync(PathOf(work.Parsed.GetValue(list), "/current"), ct);
            Work.Line(work.Words(current, "title"), string.Join(' ', current.GetProperty("numbers").EnumerateArray()));
            foreach (var e in current.GetProperty("entries").EnumerateArray()) Work.Line(Text(e, "facility_name"), Text(e, "facility_id"), Text(e, "class_id"), Text(e, "place"));
            return ExitCode.Done;
        }, list);
    }

    private static Argument<string> Class() => new("CLASS") { Description = "类别 / class" };

    // A signature is bound to the content that was on screen.
    private static async Task<(int Version, string Sha256)> PartAsync(Work work, long list, string part, CancellationToken ct)
    {
        var detail = await work.Desk.GetAsync(PathOf(list), ct);
        var found = detail.GetProperty("parts").EnumerateArray().FirstOrDefault(p => Text(p, "class_id") == part);
        return found.ValueKind == JsonValueKind.Undefined
            ? throw new BadInputException($"名单没有类别“{part}”。 The list has no class {part}.")
            : (VersionOf(detail), Text(found, "sha256"));
    }
}
