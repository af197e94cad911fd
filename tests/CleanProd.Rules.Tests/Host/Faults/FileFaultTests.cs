using System.Globalization;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Upkeep.Backup;
using CleanProd.Rules.Storage.Upkeep.Checks;
using CleanProd.Rules.Tests.Host.Lists;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Host.Service;
using CleanProd.Verifier;

namespace CleanProd.Rules.Tests.Host.Faults;

/// <summary>
/// Writes, flushes and renames that fail. The system itself makes them fail: a small file system fills up, a folder stands where a file is to go. The
/// product knows nothing of it.
/// </summary>
public sealed class FileFaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FileFaultTests()
    {
        Directory.CreateDirectory(_folder["data"]);
        File.WriteAllText(Path.Combine(_folder["data"], "facilities.csv"), "facility_id,name,region\nA,甲厂,440115\nB,乙厂,440106\n");
        File.WriteAllText(Path.Combine(_folder["data"], "substances.csv"), "facility_id,year,substance,role,quantity,unit\nA,2024,铅,used,3,t\nB,2024,none,used,,\n");
    }

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public void A_full_disk_is_told_and_leaves_nothing_half_written()
    {
        using var disk = SmallDisk.Mount(_folder["disk"], "16k");
        Skip.If(disk is null, "only root may mount a file system");
        var run = Cleanprod.Run("screen", _folder["data"], "--year", "2024", "--out", Path.Combine(_folder["disk"], "out"));
        Assert.True(run.ExitCode == 2, run.Error);
        Assert.Contains("nothing was written", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder["disk"]));
        var import = Cleanprod.Run("import", _folder["data"], "--store", $"sqlite:{Path.Combine(_folder["disk"], "store.db")}", "--region", "44");
        Assert.True(import.ExitCode == 2, import.Error + import.Output);
        Assert.Contains("存储", import.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rename_that_fails_leaves_no_record_that_vouches_for_half_an_output()
    {
        var screen = new[] { "screen", _folder["data"], "--year", "2024", "--out", _folder["out"] };
        Directory.CreateDirectory(Path.Combine(_folder["out"], "findings.csv", "in the way"));
        var failed = Cleanprod.Run(screen);
        Assert.True(failed.ExitCode == 2, failed.Error);
        Assert.False(File.Exists(Path.Combine(_folder["out"], "run.json")));
        Assert.Equal(["data", "out"], Directory.GetDirectories(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Directory.Delete(Path.Combine(_folder["out"], "findings.csv"), recursive: true);
        Assert.Equal(0, Cleanprod.Run(screen).ExitCode);
        Assert.Equal(0, Cleanprod.Run("verify", _folder["out"]).ExitCode);
    }

    [Fact]
    public async Task A_store_file_that_was_cut_off_is_said_to_be_damaged_and_not_a_fault_of_the_program()
    {
        string whole;
        await using (var service = await InventedRun.ServiceAsync(StoreKind.Sqlite, SampleScreening.Now))
        {
            await SampleScreening.ImportAsync(service.Store, SampleScreening.Now, "44", ("facilities.csv", "facility_id,name,region\nA,甲厂,440115\n"));
            await service.Database.TellAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            File.Copy(whole = service.Store.Address.Connection, _folder["whole.db"]);
        }

        var bytes = await File.ReadAllBytesAsync(_folder["whole.db"]);
        foreach (var length in (int[])[50, bytes.Length / 3, bytes.Length / 2, bytes.Length - 5000])
        {
            await File.WriteAllBytesAsync(_folder["cut.db"], bytes[..length]);
            var verified = Cleanprod.Run("verify", "--store", $"sqlite:{_folder["cut.db"]}");
            Assert.True(verified.ExitCode is 1 or 2, $"{length} of {bytes.Length}: {verified.ExitCode} {verified.Error}");
            Assert.Matches("damaged|no store of this program|missing|older version", verified.Error);
        }
    }

    [Fact]
    public async Task A_full_store_refuses_whole_acts_and_goes_on_when_there_is_room()
    {
        await using var database = new Storage.SqliteTestDatabase();
        var store = await Store.OpenAsync(await database.AddressAsync(), TimeProvider.System);
        await SampleScreening.ImportAsync(store, SampleScreening.Now, "44", ("facilities.csv", "facility_id,name,region\nA,甲厂,440115\n"));
        var refused = 0;
        for (var more = 0; more < (Effort.Rounds > 1 ? 40 : 6); more++)
        {
            var csv = $"facility_id,name,region\n{string.Concat(Enumerable.Range(0, 300).Select(i => string.Create(CultureInfo.InvariantCulture, $"F{more}-{i},第{i}厂,440115\n")))}";
            using (FullDisk.Leave(store.Address, pages: more))
            {
                var error = await Record.ExceptionAsync(() => SampleScreening.ImportAsync(store, SampleScreening.Now, "44", ("facilities.csv", csv)));
                if (error is not null)
                {
                    Assert.True(Store.IsUnreachable(error), error.ToString());
                    refused++;
                }
            }

            var rows = await database.AskAsync<long>($"SELECT count(*) FROM facilities WHERE facility_id LIKE 'F{more}-%'");
            Assert.True(rows is 0 or 300, $"{rows}");
            Assert.Empty((await StoreChecks.RunAsync(store)).SelectMany(r => r.Faults));
            await SampleScreening.ImportAsync(store, SampleScreening.Now, "44", ("facilities.csv", csv));
            Assert.Equal(300L, await database.AskAsync<long>($"SELECT count(*) FROM facilities WHERE facility_id LIKE 'F{more}-%'"));
        }

        Assert.True(refused > 0);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(400)]
    public async Task A_clock_that_jumps_breaks_neither_chain_nor_screening(int days)
    {
        await using var service = await InventedRun.ServiceAsync(StoreKind.Sqlite, SampleScreening.Now);
        await SampleScreening.ImportAsync(service.Store, service.Clock.GetUtcNow(), "44", ("facilities.csv", "facility_id,name,region\nA,甲厂,440115\n"));
        var first = await service.RunAsync(InventedRun.Paper(InventedRun.Over));
        service.Clock.AdjustTime(service.Clock.GetUtcNow().AddDays(days));
        await SampleScreening.ImportAsync(service.Store, service.Clock.GetUtcNow(), "44", ("facilities.csv", "facility_id,name,region\nB,乙厂,440115\n"));
        var second = await service.RunAsync(InventedRun.Paper(InventedRun.Over));
        service.Clock.AdjustTime(SampleScreening.Now.AddMinutes(1));
        var third = await service.RunAsync(InventedRun.Paper(InventedRun.Over));

        Assert.Equal(1L, await service.Database.AskAsync<long>($"SELECT count(DISTINCT result_hash) FROM screenings WHERE id IN ({first}, {second}, {third})"));
        Assert.Empty((await StoreChecks.RunAsync(service.Store)).SelectMany(r => r.Faults));
        var backup = _folder["backup.zip"];
        await StoreBackup.WriteAsync(service.Store, backup);
        Assert.Empty(BackupCheck.Run(backup).Findings.Faults);
    }
}
