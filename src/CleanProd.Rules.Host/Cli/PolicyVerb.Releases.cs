using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using static CleanProd.Rules.Host.Cli.StoreVerb;

namespace CleanProd.Rules.Host.Cli;

// Released versions, and what other bureaus are given of them.
internal static partial class PolicyVerb
{
    private static Command Versions()
    {
        var pack = new Option<string?>("--pack") { Description = "规则包 / one pack" };
        var on = new Option<DateOnly?>("--on") { Description = "某判定日期适用的 / those used on a determination date" };
        return Of("versions", "已发布的版本 / released versions", async (work, ct) =>
        {
            Work.Line(work.Say("规则包", "pack"), work.Say("版本", "version"), work.Say("来源", "origin"), work.Say("起", "from"), work.Say("止", "to"), work.Say("发布人", "by"), work.Say("名称", "name"));
            var asked = string.Join('&', new[] { work.Parsed.GetValue(pack) is { } p ? $"pack={Uri.EscapeDataString(p)}" : null, work.Parsed.GetValue(on) is { } day ? $"on={day.ToString("O", CultureInfo.InvariantCulture)}" : null }.OfType<string>());
            foreach (var v in (await work.Desk.GetAsync($"/policy/releases?{asked}", ct)).EnumerateArray()) PrintVersion(v);
            return ExitCode.Done;
        }, pack, on);
    }

    private static Command VersionText()
    {
        var (pack, version) = (Pack(), new Argument<int>("VERSION") { Description = "版本 / version" });
        var file = new Argument<string>("FILE") { Description = "写入的文件 / file to write" };
        return Of("text", "某一版本的文本 / the text of a released version", async (work, ct) =>
        {
            await Storage.WholeFile.WriteAsync(work.Parsed.GetValue(file)!, await work.Desk.FileAsync(string.Create(CultureInfo.InvariantCulture, $"{Release(work.Parsed.GetValue(pack)!)}/{work.Parsed.GetValue(version)}"), ct), ct);
            return ExitCode.Done;
        }, pack, version, file);
    }

    private static Command Withdraw()
    {
        var (pack, from, reason) = (Pack(), From(required: true), ListsVerb.Reason());
        return Of("withdraw", "自某判定日期起撤回 / withdraws a pack from a determination date on", async (work, ct) =>
        {
            PrintVersion(await work.Desk.PostAsync($"{Release(work.Parsed.GetValue(pack)!)}/withdraw", new { effective_from = work.Parsed.GetValue(from), reason = work.Parsed.GetValue(reason) }, ct));
            return ExitCode.Done;
        }, pack, from, reason);
    }

    private static Command RollBack()
    {
        var (pack, from, reason) = (Pack(), From(required: false), ListsVerb.Reason());
        var version = new Argument<int>("VERSION") { Description = "恢复的版本 / the version to put back" };
        return Of("roll-back", "恢复较早的版本，成为新版本 / puts an earlier version back, as a later one", async (work, ct) =>
        {
            PrintVersion(await work.Desk.PostAsync(
                $"{Release(work.Parsed.GetValue(pack)!)}/roll-back", new { version = work.Parsed.GetValue(version), effective_from = work.Parsed.GetValue(from), reason = work.Parsed.GetValue(reason) }, ct));
            return ExitCode.Done;
        }, pack, version, from, reason);
    }

    private static Command Outdated() => Of("outdated", "以非现行规则判定、可重新筛查的结果 / screenings that were judged with other packs than those now in force", async (work, ct) =>
    {
        foreach (var o in (await work.Desk.GetAsync("/policy/outdated-screenings", ct)).EnumerateArray()) Console.WriteLine(o.ToString());
        return ExitCode.Done;
    });

    private static Command Export()
    {
        var file = new Argument<string>("FILE") { Description = "写入的文件 / file to write" };
        var packs = new Option<string[]>("--pack") { Description = "规则包 / packs", Required = true, AllowMultipleArgumentsPerToken = true };
        return Of("export", "签名的规则包文件，供其他机关使用 / released packs as a signed bundle for another bureau", async (work, ct) =>
        {
            var bundle = await work.Desk.PostAsync("/policy/bundles/export", new { packs = work.Parsed.GetValue(packs) }, ct);
            await Storage.WholeFile.WriteAsync(work.Parsed.GetValue(file)!, bundle.GetRawText(), ct);
            return ExitCode.Done;
        }, file, packs);
    }

    private static Command Take()
    {
        var file = new Argument<string>("FILE") { Description = "规则包文件 / bundle" };
        return Of("import", "接收签名的规则包文件，成为草案；被改动的拒收 / takes a signed bundle as drafts; a tampered one is refused", async (work, ct) =>
        {
            var drafts = JsonDocument.Parse(await work.Desk.CallAsync(HttpMethods.Post, "/policy/bundles", System.Text.Encoding.UTF8.GetBytes((await TextAsync(work.Parsed.GetValue(file), ct))!), ct));
            foreach (var d in drafts.RootElement.EnumerateArray()) Print(work, d);
            return ExitCode.Done;
        }, file);
    }

    private static Command Key() => Of("key", "本机关的公钥 / the public key of this bureau", async (work, ct) =>
    {
        PrintKey(await work.Desk.GetAsync("/policy/key", ct));
        return ExitCode.Done;
    });

    private static Command Keys() => Of("keys", "所信任的其他机关公钥 / keys of other bureaus", async (work, ct) =>
    {
        foreach (var key in (await work.Desk.GetAsync("/policy/trusted-keys", ct)).EnumerateArray()) PrintKey(key);
        return ExitCode.Done;
    });

    private static Command Trust()
    {
        var name = new Argument<string>("NAME") { Description = "机关名称 / name of the bureau" };
        var (key, reason) = (new Argument<string>("KEY") { Description = "公钥（Base64） / public key in Base64" }, ListsVerb.Reason());
        return Of("trust", "登记其他机关的公钥 / registers the key of another bureau", async (work, ct) =>
        {
            PrintKey(await work.Desk.PostAsync("/policy/trusted-keys", new { name = work.Parsed.GetValue(name), public_key = work.Parsed.GetValue(key), reason = work.Parsed.GetValue(reason) }, ct));
            return ExitCode.Done;
        }, name, key, reason);
    }

    private static Command Distrust()
    {
        var (key, reason) = (new Argument<string>("FINGERPRINT") { Description = "指纹 / fingerprint" }, ListsVerb.Reason());
        return Of("distrust", "不再信任某公钥 / trusts a key no more", async (work, ct) =>
        {
            PrintKey(await work.Desk.PostAsync($"/policy/trusted-keys/{Uri.EscapeDataString(work.Parsed.GetValue(key)!)}/distrust", new { reason = work.Parsed.GetValue(reason) }, ct));
            return ExitCode.Done;
        }, key, reason);
    }

    private static Argument<string> Pack() => new("PACK") { Description = "规则包 id / id of the pack" };

    private static string Release(string pack) => $"/policy/releases/{Uri.EscapeDataString(pack)}";

    private static void PrintVersion(JsonElement v) =>
        Work.Line(Text(v, "pack"), Text(v, "version"), Text(v, "origin"), Text(v, "effective_from"), Text(v, "effective_to"), Text(v, "by"), Text(v, "name"));

    private static void PrintKey(JsonElement k) => Work.Line(Text(k, "fingerprint"), Text(k, "name"), Text(k, "trusted"), Text(k, "public_key"));
}
