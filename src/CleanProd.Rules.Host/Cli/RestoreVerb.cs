using System.CommandLine;
using System.Globalization;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Upkeep.Backup;
using CleanProd.Rules.Storage.Upkeep.Checks;

namespace CleanProd.Rules.Host.Cli;

/// <summary><c>restore FILE --store S</c>: makes a store from a backup, on either database, and checks all of it.</summary>
internal static class RestoreVerb
{
    internal static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "备份文件 / backup file" };
        var store = StoreOption.Required();
        var command = new Command("restore", "从备份恢复到空存储并逐项核对 / restores a backup into an empty store and checks all of it") { file, store };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(store)!, ct));
        return command;
    }

    private static async Task<int> RunAsync(string file, string address, CancellationToken ct)
    {
        using var backup = BackupFile.Open(file);
        Store store;
        try
        {
            store = await StoreRestore.RunAsync(backup, StoreAddress.Parse(address), TimeProvider.System, ct);
        }
        catch (InvalidOperationException e)
        {
            throw new BadInputException(e.Message);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"已恢复 {backup.Manifest.TakenAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} 的备份：{backup.Manifest.Tables.Count} 个表，{backup.Manifest.Rows:N0} 行，SHA-256 全部相符。 Restored, every hash agrees."));
        return CheckReport.Write(await StoreChecks.RunAsync(store, ct));
    }
}
