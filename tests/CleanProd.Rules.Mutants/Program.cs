using System.Globalization;
using CleanProd.Rules.Mutants;

// cleanprod-mutants [--again] FOLDER [FOLDER …]: changes the folders of the library in one place after another and sees whether a quick test notices. Prints the score of
// each folder and every change that survives unexplained; exit code 1 when all together score less than the least. --again passes over what was noticed the last time (out/results.tsv).
// watch BENCH and try BENCH are its own further processes.
const int LeastPercent = 50;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["watch" or "try", var folder])
{
    var bench = new Bench(folder);
    var mutants = new MutantSwitch(bench.Library);
    var tests = new TestBench(bench.TestAssembly, ChosenTests.Read(Path.Combine(folder, "tests.txt")));
    if (args[0] == "watch") Reach.Measure(tests, mutants, Console.WriteLine).Write(bench.ReachFile);
    else Trial.Run(tests, mutants, Reach.Read(bench.ReachFile), Console.In, Console.Out);
    return 0;
}

var again = args.Contains("--again");
string[] folders = [.. args.Where(a => a != "--again")];
if (folders.Length == 0)
{
    Console.Error.WriteLine("usage: cleanprod-mutants [--again] FOLDER [FOLDER …], for example: Determinations Rules Facts/Totals");
    return 2;
}

return await MutantsCommand.RunAsync(folders, again, LeastPercent);
