using System.CommandLine;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Upkeep.Checks;

namespace CleanProd.Rules.Host.Cli;

/// <summary>
/// <c>verify OUT</c>: does the screening again from the inputs that <c>run.json</c> names, and compares. <c>verify EVIDENCE</c>: judges the one enterprise
/// of an evidence pack again, from the pack alone. <c>verify --store S</c>: checks everything that a store says against everything else it says.
/// </summary>
internal static class VerifyVerb
{
    internal static Command Command()
    {
        var folder = new Argument<string?>("OUT|EVIDENCE") { Description = "screen 的输出文件夹，或一个证据包 / output folder of screen, or an evidence pack", Arity = ArgumentArity.ZeroOrOne };
        var data = new Option<string?>("--data") { Description = "数据现在的位置 / where the data set is now" };
        var store = StoreOption.Optional();
        var command = new Command("verify", "重新计算输出或证据包并比对，或核对整个存储 / re-computes an output folder or an evidence pack and compares, or checks a whole store") { folder, data, store };
        command.SetAction((parsed, ct) => (parsed.GetValue(folder), parsed.GetValue(store)) switch
        {
            ({ } given, null) when File.Exists(given) => EvidenceVerification.RunAsync(given),
            ({ } given, null) => Verification.RunAsync(given, parsed.GetValue(data), ct),
            (null, { } given) => StoreAsync(given, ct),
            _ => throw new BadInputException("请给出输出文件夹、证据包或 --store 之一。 Give an output folder, an evidence pack or --store."),
        });
        return command;
    }

    private static async Task<int> StoreAsync(string address, CancellationToken ct) =>
        CheckReport.Write(await StoreChecks.RunAsync(await Store.OpenExistingAsync(StoreAddress.Parse(address), TimeProvider.System, ct), ct));
}
