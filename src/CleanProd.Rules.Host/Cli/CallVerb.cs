using System.CommandLine;
using System.Text;
using static CleanProd.Rules.Host.Cli.StoreVerb;

namespace CleanProd.Rules.Host.Cli;

/// <summary><c>call METHOD PATH</c>: any operation of the API against a store, for what has no verb of its own.</summary>
internal static class CallVerb
{
    internal static Command Command()
    {
        var method = new Argument<string>("METHOD") { Description = "GET, POST, PUT, DELETE" };
        method.AcceptOnlyFromAmong("GET", "POST", "PUT", "DELETE");
        var path = new Argument<string>("PATH") { Description = "接口路径，不含 /api/v1，如 /cases/7/objections / path below /api/v1" };
        var body = new Option<string?>("--body") { Description = "内容（JSON） / what is sent, as JSON" };
        var file = new Option<string?>("--file") { Description = "内容取自文件 / what is sent is this file" };
        var output = new Option<string?>("--out") { Description = "应答写入文件 / the answer goes into this file" };
        return Of("call", "对存储执行任一接口，见 /openapi/v1.json / any operation of the API against a store", async (work, ct) =>
        {
            if (work.Parsed.GetValue(body) is not null && work.Parsed.GetValue(file) is not null) throw new BadInputException("--body 和 --file 只能写一个。 Give --body or --file, not both.");
            var way = work.Parsed.GetValue(path)!;
            if (!way.StartsWith('/')) throw new BadInputException($"路径应以 / 开头：{way}。 A path begins with /.");
            var sent = work.Parsed.GetValue(body) is { } text ? Encoding.UTF8.GetBytes(text) : work.Parsed.GetValue(file) is { } from ? await File.ReadAllBytesAsync(from, ct) : null;
            var answer = await work.Desk.CallAsync(work.Parsed.GetValue(method)!, way, sent, ct);
            if (work.Parsed.GetValue(output) is { } to) await Storage.WholeFile.WriteAsync(to, answer, ct);
            else if (answer.Length > 0) Console.WriteLine(Encoding.UTF8.GetString(answer));
            return ExitCode.Done;
        }, method, path, body, file, output);
    }
}
