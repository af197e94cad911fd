using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Upkeep.Backup;

namespace CleanProd.Rules.Host.Cli;

/// <summary><c>backup FILE --store S</c>: a consistent copy of a store in one file, while the service runs.</summary>
internal static class BackupVerb
{
    internal static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "备份文件（.zip），不得已存在 / backup file, must not exist" };
        var store = StoreOption.Required();
        var command = new Command("backup", "备份存储，服务可照常运行 / copies a store into one file while the service runs") { file, store };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(store)!, ct));
        return command;
    }

    private static async Task<int> RunAsync(string file, string address, CancellationToken ct)
    {
        var store = await Store.OpenExistingAsync(StoreAddress.Parse(address), TimeProvider.System, ct);
        var manifest = await StoreBackup.WriteAsync(store, file, ct);
        await using var written = File.OpenRead(file);
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(written, ct));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"已备份到 {file}：{manifest.Tables.Count} 个表，{manifest.Rows:N0} 行，日志 {manifest.JournalLines:N0} 行，{written.Length:N0} 字节。"));
        Console.WriteLine($"Backed up. SHA-256 {sha256}");
        return ExitCode.Done;
    }
}
