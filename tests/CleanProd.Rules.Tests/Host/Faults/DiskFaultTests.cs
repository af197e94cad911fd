using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Upkeep.Backup;
using CleanProd.Rules.Tests.Host.Lists;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Verifier;
using Xunit.Abstractions;

namespace CleanProd.Rules.Tests.Host.Faults;

/// <summary>The n-th write, flush and rename of a file fails, for n = 1, 2, … until the act is over undisturbed. A file is there whole or not at all, and doing it again completes it.</summary>
public sealed class DiskFaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ITestOutputHelper _output;

    public DiskFaultTests(ITestOutputHelper output)
    {
        _output = output;
        Directory.CreateDirectory(_folder["data"]);
        // The second is over its limit: it gets a notice, which is a file in a folder of its own.
        File.WriteAllText(Path.Combine(_folder["data"], "facilities.csv"), "facility_id,name,region\nA,甲厂,440115\nB,乙厂,440106\n");
        File.WriteAllText(Path.Combine(_folder["data"], "substances.csv"), "facility_id,year,substance,role,quantity,unit\nA,2024,铅,used,3,t\nB,2024,氰化钠,used,500,kg\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_screening_leaves_an_output_that_holds_or_no_record_that_vouches_for_it()
    {
        string[] screen = ["screen", _folder["data"], "--year", "2024", "--out", _folder["out"]];
        Assert.Equal(0, Cleanprod.Run(screen).ExitCode);
        await EachAsync("screen", n =>
        {
            var (run, came) = Under(n, screen);
            Assert.True(run.ExitCode == (came ? 2 : 0), run.Error);
            if (came) Assert.Contains("nothing was written", run.Error, StringComparison.Ordinal);
            Assert.Equal(["data", "out"], Directory.GetDirectories(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            if (File.Exists(Path.Combine(_folder["out"], "run.json"))) Assert.Equal(0, Cleanprod.Run("verify", _folder["out"]).ExitCode);
            else Assert.Equal(0, Cleanprod.Run(screen).ExitCode);
            return came;
        });
        Assert.Equal(0, Cleanprod.Run("verify", _folder["out"]).ExitCode);
    }

    [Fact]
    public async Task A_backup_leaves_a_file_that_holds_or_none()
    {
        await using var service = await InventedRun.ServiceAsync(StoreKind.Sqlite, SampleScreening.Now);
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now, "44", ("facilities.csv", "facility_id,name,region\nA,甲厂,440115\n"));
        await EachAsync("backup", async n =>
        {
            var (file, came) = (_folder[$"{n}.zip"], false);
            var error = await Xunit.Record.ExceptionAsync(() => UnderAsync(n, () => StoreBackup.WriteAsync(service.Store, file), c => came = c));
            Assert.Equal(came, error is IOException);
            Assert.Equal(came, !File.Exists(file));
            Assert.Equal(came ? [] : [file], Directory.GetFiles(_folder.Path, $"{n}.*"));
            if (came) await StoreBackup.WriteAsync(service.Store, file);
            Assert.Empty(BackupCheck.Run(file).Findings.Faults);
            return came;
        });
    }

    [Fact]
    public async Task Evidence_that_cannot_be_written_is_not_there_and_a_pack_that_cannot_be_rewritten_is_as_it_was()
    {
        Assert.Equal(0, Cleanprod.Run("screen", _folder["data"], "--year", "2024", "--out", _folder["out"]).ExitCode);
        await EachAsync("evidence", n =>
        {
            string[] evidence = ["evidence", _folder["out"], "--facility", "B", "--to", _folder[$"{n}.zip"]];
            var (run, came) = Under(n, evidence);
            Assert.True(run.ExitCode == (came ? 2 : 0), run.Error);
            if (came) Assert.Empty(Directory.GetFiles(_folder.Path));
            if (came) Assert.Equal(0, Cleanprod.Run(evidence).ExitCode);
            Assert.Equal(0, Cleanprod.Run("verify", _folder[$"{n}.zip"]).ExitCode);
            File.Delete(_folder[$"{n}.zip"]);
            return came;
        });

        var text = File.ReadAllText(Shipped.PathOf("rules/cn/measures-2016.json"));
        var spaced = text.Replace(":", " :  ", StringComparison.Ordinal);
        await EachAsync("rules format", n =>
        {
            File.WriteAllText(_folder["pack.json"], spaced);
            var (run, came) = Under(n, ["rules", "format", _folder["pack.json"]]);
            Assert.True(run.ExitCode == (came ? 2 : 0), run.Error);
            Assert.Equal(came, File.ReadAllText(_folder["pack.json"]) == spaced);
            Assert.Equal([_folder["pack.json"]], Directory.GetFiles(_folder.Path));
            return came;
        });
    }

    private Task EachAsync(string what, Func<int, bool> once) => EachAsync(what, n => Task.FromResult(once(n)));

    private Task EachAsync(string what, Func<int, Task<bool>> once) => FaultRounds.EachAsync($"{what}, write, flush or rename", _output, once);

    private static (Cleanprod.Result Run, bool Came) Under(int n, string[] verb)
    {
        var came = false;
        Cleanprod.Result? run = null;
        UnderAsync(n, () => Task.FromResult(run = Cleanprod.Run(verb)), c => came = c).GetAwaiter().GetResult();
        return (run!, came);
    }

    // What is listened to goes with the flow of the act, and ends with it.
    private static async Task UnderAsync(int n, Func<Task> act, Action<bool> came)
    {
        var met = 0;
        WholeFile.BeforeStep.Value = step =>
        {
            if (Interlocked.Increment(ref met) != n) return;
            came(true);
            throw new IOException($"injected: {step} {n} fails");
        };
        try
        {
            await act();
        }
        finally
        {
            WholeFile.BeforeStep.Value = null;
        }
    }
}
