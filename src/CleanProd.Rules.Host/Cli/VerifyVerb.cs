using System.CommandLine;
using CleanProd.Rules.Host.Screen;

namespace CleanProd.Rules.Host.Cli;

/// <summary><c>verify OUT</c>: does the screening again from the inputs that <c>run.json</c> names, and compares.</summary>
internal static class VerifyVerb
{
    internal static Command Command()
    {
        var folder = new Argument<string>("OUT") { Description = "screen 的输出文件夹 / output folder of screen" };
        var data = new Option<string?>("--data") { Description = "数据现在的位置 / where the data set is now" };
        var command = new Command("verify", "重新计算输出并比对 / re-computes an output folder and compares") { folder, data };
        command.SetAction((parsed, cancellation) => Verification.RunAsync(parsed.GetValue(folder)!, parsed.GetValue(data), cancellation));
        return command;
    }
}
