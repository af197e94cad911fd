using System.CommandLine;
using System.Globalization;
using System.Text;
using CleanProd.Rules.Benchmarks.Data;
using CleanProd.Rules.Benchmarks.Engines;

namespace CleanProd.Rules.Benchmarks.Load;

/// <summary><c>load</c>: look-ups through HTTP on both stores, while nothing else runs and while a screening does.</summary>
internal static class LoadCommand
{
    internal static Command Command()
    {
        var rows = new Option<long>("--rows") { Description = "Measured values in the store.", DefaultValueFactory = _ => 1_000_000 };
        var seconds = new Option<int>("--seconds") { Description = "Seconds per figure.", DefaultValueFactory = _ => 10 };
        var stores = new Option<string[]>("--stores") { AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => ["sqlite", "postgres"], Description = "Kinds of store." };
        stores.AcceptOnlyFromAmong("sqlite", "postgres");
        var command = new Command("load", "Requests per second and latency of look-ups while a screening runs.") { rows, seconds, stores };
        command.SetAction(async (parsed, ct) =>
        {
            var folder = Directory.CreateTempSubdirectory("cleanprod-load-data-").FullName;
            var table = new StringBuilder("| store | look-up | meanwhile | requests/s | p50 ms | p99 ms | refused |\n|---|---|---|---:|---:|---:|---:|\n");
            Console.WriteLine(Loader.HasWrk ? "Loader: wrk, 1 thread, 16 connections." : "wrk is not installed (on Debian: apt-get install wrk): our own loader is used, which takes more of the processor.");
            try
            {
                var data = DataSet.In(folder, new DataPlan(parsed.GetValue(rows)));
                foreach (var kind in parsed.GetValue(stores)!)
                {
                    using var bed = kind == "sqlite" ? Bed.Sqlite(data) : Bed.Postgres(data, ownServer: false);
                    await BearAsync(kind, bed, parsed.GetValue(seconds), table, ct);
                }
            }
            catch (EngineMissingException e)
            {
                Console.WriteLine($"LEFT OUT: {e.Message}");
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }

            Console.WriteLine(table);
            return 0;
        });
        return command;
    }

    private static async Task BearAsync(string kind, Bed bed, int seconds, StringBuilder table, CancellationToken ct)
    {
        using var host = await HostProcess.StartAsync(bed.Store, bed.Folder);
        using var officer = await bed.OfficerAsync(host);
        var run = await officer.ScreenAsync(DataPlan.Year, ct);
        var list = await officer.OpenListAsync(run);
        (string Name, string Path)[] lookUps =
        [
            ("enterprise", "/api/v1/enterprises/F000003"), ("its status", "/api/v1/enterprises/F000003/determinations"),
            ("list", $"/api/v1/lists/{list}/entries?limit=50"), ("search", $"/api/v1/enterprises?year={DataPlan.Year}&outcome=triggered&limit=50"),
        ];
        // The runtime compiles what is asked often a second time: not what a service that has been up for a while does.
        foreach (var (_, path) in lookUps) await Loader.RunAsync(new Uri(host.Address, path), officer.Cookie, 2 * seconds);
        foreach (var screens in new[] { false, true })
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
            var screening = screens ? Task.Run(() => ScreenOnAsync(officer, stop.Token), ct) : Task.FromResult(0);
            foreach (var (name, path) in lookUps)
            {
                // Must answer at all.
                await officer.GetAsync(path, ct);
                var borne = await Loader.RunAsync(new Uri(host.Address, path), officer.Cookie, seconds);
                table.Append(CultureInfo.InvariantCulture, $"| {kind} | {name} | {(screens ? "screening" : "nothing")} | {borne.PerSecond:N0} | {borne.P50:N1} | {borne.P99:N1} | {borne.Refused} |\n");
            }

            await stop.CancelAsync();
            var screenings = await screening;
            if (screens) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: {screenings} screenings ended under load."));
        }
    }

    private static async Task<int> ScreenOnAsync(Officer officer, CancellationToken ct)
    {
        for (var done = 0; ; done++)
        {
            try
            {
                await officer.ScreenAsync(DataPlan.Year, ct);
            }
            catch (OperationCanceledException)
            {
                return done;
            }
        }
    }
}
