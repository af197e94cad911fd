using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using CleanProd.Rules.Benchmarks.Data;
using CleanProd.Rules.Benchmarks.Engines;

namespace CleanProd.Rules.Benchmarks.Load;

/// <summary>
/// <c>scale</c>: a screening by one host process and by two on one PostgreSQL, a core each, with the share of processor time that the database takes.
/// </summary>
internal static class ScaleCommand
{
    internal static Command Command()
    {
        var rows = GenerateCommand.RowsOption();
        var repeat = new Option<int>("--repeat") { Description = "Screenings of each; the median counts.", DefaultValueFactory = _ => 5 };
        var command = new Command("scale", "Speed-up of a screening from one to two host processes on one database.") { rows, repeat };
        command.SetAction(async (parsed, ct) =>
        {
            if (Environment.ProcessorCount < 2)
            {
                Console.WriteLine("One core only: a second process could show nothing.");
                return 1;
            }

            var folder = Directory.CreateTempSubdirectory("cleanprod-scale-").FullName;
            try
            {
                var data = DataSet.In(folder, new DataPlan(parsed.GetValue(rows)));
                using var bed = Bed.Postgres(data, ownServer: true);
                var table = new StringBuilder(string.Create(CultureInfo.InvariantCulture,
                    $"{data.Plan.Rows:N0} values of {data.Facilities:N0} facilities\n\n| host processes | screening s | speed-up | hosts' processor s | database's processor s | database's share |\n|---:|---:|---:|---:|---:|---:|\n"));
                var alone = 0.0;
                foreach (var hosts in new[] { 1, 2 })
                {
                    var taken = await ScreenAsync(bed, hosts, parsed.GetValue(repeat), ct);
                    if (hosts == 1) alone = taken.Seconds;
                    table.Append(CultureInfo.InvariantCulture,
                        $"| {hosts} | {taken.Seconds:N2} | {alone / taken.Seconds:N2} | {taken.Hosts:N2} | {taken.Database:N2} | {taken.Database / (taken.Hosts + taken.Database):P0} |\n");
                }

                Console.WriteLine(table);
                return 0;
            }
            catch (EngineMissingException e)
            {
                Console.WriteLine($"LEFT OUT: {e.Message}");
                return 1;
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });
        return command;
    }

    private static async Task<(double Seconds, double Hosts, double Database)> ScreenAsync(Bed bed, int count, int repeat, CancellationToken ct)
    {
        var hosts = new List<HostProcess>();
        try
        {
            // Small shards, so that there are enough to share.
            for (var i = 0; i < count; i++) hosts.Add(await HostProcess.StartAsync(bed.Store, bed.Folder, core: i, ("CLEANPROD_ShardSize", "100"), ("DOTNET_PROCESSOR_COUNT", "1")));
            using var officer = await bed.OfficerAsync(hosts[0]);
            // Warm: every process has compiled the packs.
            for (var i = 0; i < 2; i++) await officer.ScreenAsync(DataPlan.Year, ct);
            var taken = new List<(double Seconds, double Hosts, double Database)>();
            for (var i = 0; i < repeat; i++)
            {
                var (processor, database, watch) = (hosts.Sum(h => h.Processor.TotalSeconds), bed.Database!.Value.TotalSeconds, Stopwatch.StartNew());
                await officer.ScreenAsync(DataPlan.Year, ct);
                taken.Add((watch.Elapsed.TotalSeconds, hosts.Sum(h => h.Processor.TotalSeconds) - processor, bed.Database!.Value.TotalSeconds - database));
            }

            return taken.OrderBy(t => t.Seconds).ElementAt(taken.Count / 2);
        }
        finally
        {
            foreach (var host in hosts) host.Dispose();
        }
    }
}
