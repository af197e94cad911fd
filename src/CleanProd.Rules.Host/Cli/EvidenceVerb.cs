using System.CommandLine;
using System.Globalization;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Storage;

namespace CleanProd.Rules.Host.Cli;

/// <summary>
/// <c>evidence OUT --facility F --to FILE</c>, <c>evidence --store S --screening N --facility F --to FILE</c>: one determination in one file with
/// everything it rests on, for <c>verify</c> and for whoever doubts it.
/// </summary>
internal static class EvidenceVerb
{
    internal static Command Command()
    {
        var folder = new Argument<string?>("OUT") { Description = "screen 的输出文件夹 / output folder of screen", Arity = ArgumentArity.ZeroOrOne };
        var data = new Option<string?>("--data") { Description = "数据现在的位置 / where the data set is now" };
        var facility = new Option<string>("--facility") { Description = "企业标识 / identity of the enterprise", Required = true };
        var to = new Option<string>("--to") { Description = "写入的文件（.zip），不得已存在 / file to write, must not exist", Required = true };
        var screening = new Option<long?>("--screening") { Description = "存储中筛查的编号 / number of the screening in the store" };
        var login = new Option<string?>("--as") { Description = "读取的账号 / account that reads" };
        var store = StoreOption.Optional();
        var command = new Command("evidence", "一家企业一次判定的证据包 / the evidence pack of one determination") { folder, data, store, screening, login, facility, to };
        command.SetAction(async (parsed, ct) =>
        {
            var (file, of) = (parsed.GetValue(to)!, parsed.GetValue(facility)!);
            if (File.Exists(file) || Directory.Exists(file)) throw new BadInputException($"{file} 已存在。 It is there already.");
            var pack = (parsed.GetValue(folder), parsed.GetValue(store), parsed.GetValue(screening)) switch
            {
                ({ } given, null, null) => await OutputEvidence.MakeAsync(given, parsed.GetValue(data), of, ct),
                (null, { } given, { } run) => await OfStoreAsync(given, parsed.GetValue(login), run, of, ct),
                _ => throw new BadInputException("请给出输出文件夹 OUT，或 --store 和 --screening。 Give the folder OUT, or --store with --screening."),
            };
            await WholeFile.WriteAsync(file, to => to.WriteAsync(pack, ct).AsTask(), replace: false);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}：{pack.Length:N0} 字节，SHA-256 {ScreenOutput.Sha256(pack)}"));
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<byte[]> OfStoreAsync(string store, string? login, long run, string facility, CancellationToken ct)
    {
        await using var desk = await StoreDesk.OpenAsync(store, login, ct);
        return await desk.FileAsync(string.Create(CultureInfo.InvariantCulture, $"/screenings/{run}/determinations/{Uri.EscapeDataString(facility)}/evidence"), ct);
    }
}
