using System.CommandLine;
using System.Globalization;
using CleanProd.Rules.Benchmarks.Data;
using CleanProd.Rules.Benchmarks.Engines;
using CleanProd.Rules.Benchmarks.Measuring;

namespace CleanProd.Rules.Benchmarks;

/// <summary><c>peers --rows N --out FILE</c>: the product beside its peers, one table.</summary>
internal static class PeersCommand
{
    internal static Command Command()
    {
        var rows = GenerateCommand.RowsOption();
        var output = new Option<string?>("--out") { Description = "Where the table goes as JSON." };
        var repeat = new Option<int>("--repeat") { Description = "Runs of each; the median counts.", DefaultValueFactory = _ => 5 };
        var data = new Option<string?>("--data") { Description = "Folder in which data sets are kept from one run to the next; a temporary one by default." };
        var works = new Option<string[]>("--works")
        {
            Description = "Pieces of work.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => PeerRun.Works,
        };
        works.AcceptOnlyFromAmong(PeerRun.Works);
        var against = new Option<string[]>("--against")
        {
            Description = "Databases that import and screening are held against.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => PeerRun.Databases,
        };
        against.AcceptOnlyFromAmong(PeerRun.Databases);
        var command = new Command("peers", "Measures the product beside its peers and fails when they do not find the same.") { rows, output, repeat, data, works, against };
        command.SetAction(parsed =>
        {
            var temporary = parsed.GetValue(data) is null ? Directory.CreateTempSubdirectory("cleanprod-bench-").FullName : null;
            // A database server of another user reads the files itself.
            if (temporary is not null && !OperatingSystem.IsWindows()) File.SetUnixFileMode(temporary, (UnixFileMode)0b111_101_101);
            try
            {
                var set = DataSet.In(parsed.GetValue(data) ?? temporary!, new DataPlan(parsed.GetValue(rows)));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set.Plan.Rows:N0} daily values of {set.Facilities:N0} facilities, {set.Bytes / 1e6:N0} MB of CSV; {Environment.ProcessorCount} cores"));
                var run = new PeerRun(set, parsed.GetValue(repeat), parsed.GetValue(against)!);
                var table = run.Compare(parsed.GetValue(works)!);
                Console.WriteLine(ComparisonTable.Markdown(table));
                foreach (var note in run.Notes) Console.WriteLine(note);
                if (parsed.GetValue(output) is { } file) File.WriteAllText(file, ComparisonTable.Json(table));
                foreach (var wrong in run.Disagreements) Console.Error.WriteLine($"DISAGREEMENT {wrong}");
                return run.Disagreements.Count == 0 ? 0 : 1;
            }
            finally
            {
                if (temporary is not null) Directory.Delete(temporary, recursive: true);
            }
        });
        return command;
    }
}
