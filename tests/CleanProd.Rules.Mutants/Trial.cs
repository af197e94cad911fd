using System.Globalization;

namespace CleanProd.Rules.Mutants;

/// <summary>The process in which changes are tried: reads the number of a change and its file, and answers with whether a test noticed it.</summary>
internal static class Trial
{
    /// <summary>What is said when the tests are found and a first change may be named.</summary>
    public const string Ready = "ready";

    /// <summary>Answers until the input ends, or until a change left something behind that a later one would be blamed for.</summary>
    public static void Run(TestBench bench, MutantSwitch mutants, Reach reach, TextReader input, TextWriter output)
    {
        if (!bench.Cases.Select(c => c.DisplayName).SequenceEqual(reach.Tests)) throw new InvalidOperationException("These are not the tests that were watched.");
        output.WriteLine(Ready);
        for (var fresh = true; input.ReadLine() is { } line; fresh = false)
        {
            var asked = line.Split('\t');
            var mutant = int.Parse(asked[0], CultureInfo.InvariantCulture);
            mutants.Active = mutant;
            var noticed = reach.Of(mutant, asked[1], fresh, TimeSpan.FromSeconds(int.Parse(asked[2], CultureInfo.InvariantCulture))).Select(t => bench.Cases[t]).FirstOrDefault(t => bench.Run(t) is not null);
            mutants.Active = null;
            var spoiled = noticed is not null && bench.Run(noticed) is not null;
            output.WriteLine($"{TrialProcess.Answer}\t{(noticed is null ? "survived" : "noticed")}\t{(spoiled ? "spoiled" : "clean")}\t{noticed?.DisplayName.ReplaceLineEndings(" ").Replace('\t', ' ')}");
            output.Flush();
            if (spoiled) return;
        }
    }
}
