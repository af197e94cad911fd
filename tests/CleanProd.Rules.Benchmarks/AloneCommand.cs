using System.CommandLine;
using CleanProd.Rules.Benchmarks.Data;
using CleanProd.Rules.Benchmarks.Engines;
using CleanProd.Rules.Benchmarks.Foresight;
using CleanProd.Rules.Benchmarks.Lists;
using CleanProd.Rules.Benchmarks.Measuring;
using CleanProd.Rules.Benchmarks.Rules;

namespace CleanProd.Rules.Benchmarks;

/// <summary><c>alone WORK FOLDER ROWS</c>: one piece of our work in a process of its own; used by the other commands.</summary>
internal static class AloneCommand
{
    internal static Command Command()
    {
        var work = new Argument<string>("WORK");
        work.AcceptOnlyFromAmong(PeerRun.Works);
        var folder = new Argument<string>("FOLDER") { Description = "The data set, or where its store is kept." };
        var rows = new Argument<long>("ROWS");
        var store = new Option<string?>("--store") { Description = "import: leaves the store there; screening: reads it there." };
        var hourly = new Option<bool>("--hourly");
        var command = new Command("alone", "One piece of work in this process; prints its time and memory as JSON.") { work, folder, rows, store, hourly };
        command.Hidden = true;
        command.SetAction(parsed => Run(parsed.GetValue(work)!, parsed.GetValue(folder)!, parsed.GetValue(rows), parsed.GetValue(store)));
        return command;
    }

    private static void Run(string work, string folder, long rows, string? store)
    {
        switch (work)
        {
            case PeerRun.Import:
                using (var product = new Product(store) { Keep = store is not null }) Alone.Print(() => product.Import(new DataSet(folder, new DataPlan(rows), 0)));
                break;
            case PeerRun.Screening:
                var path = store ?? Path.Combine(folder, "alone.sqlite");
                if (store is null) Alone.Run("alone", PeerRun.Import, folder, FormattableString.Invariant($"{rows}"), "--store", path);
                using (var product = new Product(path) { Keep = store is not null })
                {
                    product.Open();
                    Alone.Print(() => product.Determine());
                }

                break;
            case PeerRun.Rules:
                using (var product = new Product())
                {
                    product.Import(new DataSet(folder, new DataPlan(rows), 0));
                    var rules = RuleWork.Of(product);
                    rules.Ours();
                    Alone.Print(() => rules.Ours());
                }

                break;
            case PeerRun.Impact:
                var impact = new ImpactWork((int)rows);
                impact.Ours();
                Alone.Print(() => impact.Ours());
                break;
            default:
                var list = new ListWork((int)rows);
                Alone.Print(() => list.Ours(Stream.Null));
                break;
        }
    }
}
