using System.Text;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Upkeep.Backup;
using CleanProd.Rules.Tests.Host.Kill;
using CleanProd.Rules.Tests.Host.Lists;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Host.Service;
using CleanProd.Rules.Tests.Host.Soak;

namespace CleanProd.Rules.Tests.Host.Faults;

/// <summary>Disks that take nothing: read-only, full, or files that may not grow. The system itself refuses; the product knows nothing of it.</summary>
public sealed class DiskLimitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public void A_disk_that_may_only_be_read_is_told_and_what_is_on_it_can_still_be_read()
    {
        using var disk = SmallDisk.Mount(_folder["disk"], "32m");
        Skip.If(disk is null, "only root may mount a file system");
        var data = Directory.CreateDirectory(Path.Combine(_folder["disk"], "data")).FullName;
        File.WriteAllText(Path.Combine(data, "facilities.csv"), "facility_id,name,region\nA,甲厂,440115\n");
        var (output, store) = (Path.Combine(_folder["disk"], "out"), $"sqlite:{Path.Combine(_folder["disk"], "store.db")}");
        Assert.Equal(0, Cleanprod.Run("screen", data, "--year", "2024", "--out", output).ExitCode);
        Assert.Equal(0, Cleanprod.Run("import", data, "--store", store, "--region", "44").ExitCode);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        disk.Protect();

        string[][] verbs =
        [
            ["screen", data, "--year", "2024", "--out", output],
            ["evidence", output, "--facility", "A", "--to", Path.Combine(_folder["disk"], "a.zip")],
            ["backup", Path.Combine(_folder["disk"], "backup.zip"), "--store", store],
            ["import", data, "--store", store, "--region", "44", "--label", "again"],
        ];
        foreach (var verb in verbs)
        {
            var run = Cleanprod.Run(verb);
            Assert.True(run.ExitCode == 2, $"{verb[0]}: {run.ExitCode} {run.Output} {run.Error}");
            Assert.DoesNotContain("Internal error", run.Error, StringComparison.Ordinal);
        }

        Assert.Equal(0, Cleanprod.Run("verify", output).ExitCode);
    }

    [SkippableFact]
    public async Task A_backup_whose_file_may_not_grow_leaves_no_file()
    {
        Skip.If(OperatingSystem.IsWindows(), "limits of a process are set by the shell");
        await using var service = await InventedRun.ServiceAsync(StoreKind.Sqlite, SampleScreening.Now);
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now, "44", ("facilities.csv", "facility_id,name,region\nA,甲厂,440115\n"));
        // The signal that would end the process is ignored, as it is for services.
        var line = $"trap '' XFSZ; ulimit -f 4; DOTNET_EnableDiagnostics=0 DOTNET_EnableWriteXorExecute=0 exec dotnet '{Path.Combine(AppContext.BaseDirectory, "cleanprod.dll")}' backup '{_folder["backup.zip"]}' --store 'sqlite:{service.Store.Address.Connection}' </dev/null";
        var run = Cleanprod.Through("bash", ["-c", line]);
        Assert.True(run.ExitCode == 2, $"{run.ExitCode} {run.Error}");
        Assert.Empty(Directory.GetFiles(_folder.Path));
        await StoreBackup.WriteAsync(service.Store, _folder["backup.zip"]);
    }

    [SkippableFact]
    public async Task An_upload_that_finds_no_room_in_the_temporary_folder_is_refused_and_the_service_goes_on()
    {
        using var disk = SmallDisk.Mount(_folder["disk"], "64k");
        Skip.If(disk is null, "only root may mount a file system");
        await using var ground = await KillGround.MakeAsync(StoreKind.Sqlite, 1, ("TMPDIR", _folder["disk"]), ("DOTNET_EnableDiagnostics", "0"));
        using var bureau = await Bureau.OpenAsync(ground, () => new HostsInTurn(ground.Hosts, new()));
        var large = "facility_id,name,region\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => FormattableString.Invariant($"N{i},第{i}厂,440115\n")));

        Assert.Equal((507, "no_room"), await bureau.Officer.PostAsync("/api/v1/imports", Form(large)).ProblemAsync());
        await bureau.Officer.PostAsync("/api/v1/imports", Form("facility_id,name,region\nN,厂,440115\n")).JsonAsync();

        static MultipartFormDataContent Form(string csv) => new() { { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "files", "facilities.csv" } };
    }
}
