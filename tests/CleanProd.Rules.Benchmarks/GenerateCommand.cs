using System.CommandLine;
using System.Globalization;
using CleanProd.Rules.Benchmarks.Data;

namespace CleanProd.Rules.Benchmarks;

/// <summary><c>generate FOLDER --rows N [--hourly]</c>: a data set to look at or to screen by hand.</summary>
internal static class GenerateCommand
{
    internal static Command Command()
    {
        var folder = new Argument<string>("FOLDER") { Description = "Where the data sets lie; each in a folder of its own name." };
        var rows = RowsOption();
        var hourly = new Option<bool>("--hourly") { Description = "Hourly values instead of daily ones." };
        var command = new Command("generate", "Writes a seeded data set in the project's own format.") { folder, rows, hourly };
        command.SetAction(parsed =>
        {
            var data = DataSet.In(parsed.GetValue(folder)!, new DataPlan(parsed.GetValue(rows), parsed.GetValue(hourly)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{data.Folder}: {data.Plan.Rows:N0} values of {data.Facilities:N0} facilities, {data.Bytes / 1e6:N0} MB"));
        });
        return command;
    }

    internal static Option<long> RowsOption() => new("--rows")
    {
        Description = "Measured values.", DefaultValueFactory = _ => DataPlan.DefaultRows,
    };
}
