using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CleanProd.Rules.Tests.Rules.Fuzzing;

/// <summary>Throws damaged packs at a child process, keeps those that lead to an answer it has not seen, and records every death and fault.</summary>
internal sealed partial class PackFuzzer(int seed)
{
    private const int MostKept = 3000;
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(60);

    private readonly Random _random = new(seed);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>What was tried and found.</summary>
    internal sealed record Result(long Tried, long Accepted, int Kinds, long Slowest, string SlowestText, IReadOnlyList<(string Why, string Text)> Faults);

    /// <summary>Goes on until the number or the time is used up.</summary>
    internal Result Run(long most, TimeSpan time)
    {
        var corpus = Seeds().ToList();
        var mutator = new PackMutator(_random);
        var faults = new List<(string, string)>();
        var watch = Stopwatch.StartNew();
        var child = new CheckingChild(withCases: true);
        var (tried, accepted, slowest, slowestText) = (0L, 0L, 0L, "");
        try
        {
            while (tried < most && watch.Elapsed < time)
            {
                var text = tried < corpus.Count && tried < 200 ? corpus[(int)tried] : mutator.Make(corpus);
                tried++;
                var answer = child.Ask("fuzz.json", text, AnswerWithin);
                if (answer is null)
                {
                    // A machine that is busy elsewhere may let a process wait for a minute: only what happens twice is a fault.
                    var died = child.HasDied;
                    child.Dispose();
                    child = new CheckingChild(withCases: true);
                    answer = child.Ask("fuzz.json", text, AnswerWithin * 5);
                    if (answer is null)
                    {
                        faults.Add((died || child.HasDied ? "the process died" : "the process did not answer", text));
                        child.Dispose();
                        child = new CheckingChild(withCases: true);
                        continue;
                    }
                }

                if (answer.Ok) accepted++;
                if (answer.Fault is { } fault && faults.Count < 200) faults.Add((fault, text));
                if (answer.Milliseconds > slowest) (slowest, slowestText) = (answer.Milliseconds, text);
                foreach (var kind in KindsOf(answer))
                    if (_seen.Add(kind) && corpus.Count < MostKept) corpus.Add(text);
            }
        }
        finally
        {
            child.Dispose();
        }

        return new(tried, accepted, _seen.Count, slowest, slowestText, faults);
    }

    private static IEnumerable<string> Seeds() =>
        Directory.EnumerateFiles(Shipped.PathOf("tests/CleanProd.Rules.Tests/Rules/Fuzzing/Seeds"), "*.json")
            .Concat(Directory.EnumerateFiles(Shipped.PathOf("tests/CleanProd.Rules.Tests/Rules/Hostile"), "*.json"))
            .Concat(Shipped.PackFiles.Select(Shipped.PathOf)).Order(StringComparer.Ordinal).Select(File.ReadAllText).Where(t => t.Length < 20_000);

    // Two answers are of a kind when they differ in names and numbers only.
    private static IEnumerable<string> KindsOf(CheckingChild.Answer answer) => answer.Ok
        ? answer.Cases.Select(c => $"{c.Verdict} {Names().Replace(c.Messages, "_")}").DefaultIfEmpty("ok")
        : answer.Errors.Take(5).Select(e => $"{e.Code} {Names().Replace(e.Message.Split(" In the condition:")[0], "_")}");

    [GeneratedRegex(@"'[^']*'|""[^""]*""|\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Names();
}
