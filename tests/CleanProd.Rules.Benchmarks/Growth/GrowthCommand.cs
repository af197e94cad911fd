using System.CommandLine;
using System.Globalization;
using System.Text;
using CleanProd.Rules.Benchmarks.Data;
using CleanProd.Rules.Benchmarks.Engines;
using CleanProd.Rules.Benchmarks.Measuring;

namespace CleanProd.Rules.Benchmarks.Growth;

/// <summary><c>growth</c>: time and peak memory from 1 M to 100 M values, each size in processes of its own, as a table and a chart.</summary>
internal static class GrowthCommand
{
    internal static Command Command()
    {
        var sizes = new Option<long[]>("--sizes")
        {
            Description = "Values.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1_000_000, 10_000_000, 30_000_000, 100_000_000],
        };
        var folder = new Option<string?>("--data") { Description = "Where data sets and stores lie meanwhile; 100 M values take about 15 GB." };
        var hourly = new Option<bool>("--hourly") { Description = "Hourly values instead of daily ones." };
        var chart = new Option<string?>("--chart") { Description = "Where the chart goes, as SVG." };
        var output = new Option<string?>("--out") { Description = "Where the table goes, as Markdown." };
        var command = new Command("growth", "Time and peak memory of import and screening as the data grows.") { sizes, folder, hourly, chart, output };
        command.SetAction(parsed =>
        {
            var root = parsed.GetValue(folder) ?? Directory.CreateTempSubdirectory("cleanprod-growth-").FullName;
            var grown = new List<Grown>();
            foreach (var rows in parsed.GetValue(sizes)!.Order())
            {
                grown.Add(Measure(root, new DataPlan(rows, parsed.GetValue(hourly))));
                Console.WriteLine(grown[^1].Row());
            }

            var table = Table(grown);
            Console.WriteLine(table);
            if (parsed.GetValue(output) is { } file) File.WriteAllText(file, table);
            if (parsed.GetValue(chart) is { } svg) File.WriteAllText(svg, GrowthChart.Draw(grown));
            if (parsed.GetValue(folder) is null) Directory.Delete(root, recursive: true);
            return grown.Any(g => g.Failure is not null) ? 1 : 0;
        });
        return command;
    }

    private static Grown Measure(string root, DataPlan plan)
    {
        var data = DataSet.In(root, plan);
        var store = Path.Combine(root, $"{plan.FolderName}.sqlite");
        var rows = plan.Rows.ToString(CultureInfo.InvariantCulture);
        try
        {
            File.Delete(store);
            var import = Alone.Run("alone", PeerRun.Import, data.Folder, rows, "--store", store);
            var screening = Alone.Run("alone", PeerRun.Screening, data.Folder, rows, "--store", store);
            return new(plan.Rows, data.Facilities, data.Bytes, new FileInfo(store).Length, import, screening, null);
        }
        catch (InvalidOperationException e)
        {
            return new(plan.Rows, data.Facilities, data.Bytes, 0, null, null, e.Message);
        }
        finally
        {
            foreach (var file in Directory.EnumerateFiles(root, Path.GetFileName(store) + "*")) File.Delete(file);
            Directory.Delete(data.Folder, recursive: true);
        }
    }

    private static string Table(IEnumerable<Grown> grown)
    {
        var table = new StringBuilder("| values | facilities | CSV MB | store MB | import s | processor s | import peak MB | screening s | processor s | screening peak MB | above idle MB |\n|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var g in grown) table.Append(g.Row()).Append('\n');
        return table.ToString();
    }
}

/// <summary>What one size took.</summary>
internal sealed record Grown(long Rows, int Facilities, long CsvBytes, long StoreBytes, Alone? Import, Alone? Screening, string? Failure)
{
    internal string Row() => Failure is null
        ? string.Create(CultureInfo.InvariantCulture,
            $"| {Rows:N0} | {Facilities:N0} | {CsvBytes / 1e6:N0} | {StoreBytes / 1e6:N0} | {Import!.Milliseconds / 1e3:N1} | {Import.ProcessorMilliseconds / 1e3:N1} | {Import.PeakMb:N0} | {Screening!.Milliseconds / 1e3:N2} | {Screening.ProcessorMilliseconds / 1e3:N2} | {Screening.PeakMb:N0} | {Screening.PeakMb - Screening.IdleMb:N0} |")
        : string.Create(CultureInfo.InvariantCulture, $"| {Rows:N0} | {Facilities:N0} | {CsvBytes / 1e6:N0} | did not finish: {Failure.Split('\n')[0]} | | | | | | | |");
}
