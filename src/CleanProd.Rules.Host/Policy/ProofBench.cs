using CleanProd.Rules.Determinations;
using CleanProd.Rules.Determinations.Proving;
using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Authoring;

namespace CleanProd.Rules.Host.Policy;

/// <summary>What mutation shows of a pack.</summary>
/// <param name="Noticed">How many small mistakes a case notices.</param>
/// <param name="All">How many were made.</param>
/// <param name="Survivors">Those that none notices.</param>
/// <param name="NothingToExplain">Explanations of the pack that explain no survivor.</param>
internal sealed record Mutation(int Noticed, int All, IReadOnlyList<Mutant> Survivors, IReadOnlyList<ExplainedMutant> NothingToExplain);

/// <summary>Proves the text of a pack by its own cases: for the API and for pages. Nothing is kept.</summary>
internal sealed class ProofBench(LawBooks books) : IDisposable
{
    private static readonly Lazy<string> Documentation = new(() => File.ReadAllText(ShippedFiles.PathOf("CleanProd.Rules.xml")));

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    // Proving takes every core for seconds: one at a time, and no longer than somebody waits.
    private readonly SemaphoreSlim _oneProof = new(1);

    /// <summary>The rule language for editors, with the parameters of a pack where one is given.</summary>
    internal static LanguageData Language(RulePack? pack = null) => new(Documentation.Value, pack);

    /// <summary>Runs the cases with both readers.</summary>
    internal Task<IReadOnlyList<CaseResult>> TestAsync(RulePack pack, CancellationToken ct) => ProveAsync(_ => PackCaseRunner.Run(pack, books.Reference), ct);

    /// <summary>Which tests the cases exercise.</summary>
    internal Task<IReadOnlyList<TestCoverage>> CoverageAsync(RulePack pack, CancellationToken ct) => ProveAsync(_ => PackCoverage.Of(pack, books.Reference), ct);

    /// <summary>Proposed cases for every threshold.</summary>
    internal Task<IReadOnlyList<Boundary>> BoundariesAsync(RulePack pack, CancellationToken ct) => ProveAsync(_ => PackBoundaries.Of(pack, books.Reference), ct);

    /// <summary>Puts small mistakes into the rules, one at a time.</summary>
    internal Task<Mutation> MutantsAsync(RulePack pack, CancellationToken ct) => ProveAsync(
        until =>
        {
            var mutants = PackMutation.Of(pack, books.Reference, until);
            return new Mutation(mutants.Count(m => m.NoticedBy is not null), mutants.Count, [.. mutants.Where(m => m.NoticedBy is null)], PackMutation.Stale(pack, mutants));
        },
        ct);

    /// <summary>What an author should look at.</summary>
    internal Task<IReadOnlyList<PackFinding>> AnalysisAsync(RulePack pack, CancellationToken ct) => ProveAsync(_ => PackAnalysis.Of([pack], books.Reference), ct);

    public void Dispose() => _oneProof.Dispose();

    /// <exception cref="BadInputException">A case does not pass where all must, or it took too long.</exception>
    private async Task<T> ProveAsync<T>(Func<CancellationToken, T> prove, CancellationToken ct)
    {
        using var until = CancellationTokenSource.CreateLinkedTokenSource(ct);
        until.CancelAfter(Longest);
        try
        {
            await _oneProof.WaitAsync(until.Token);
            try
            {
                return await Task.Run(() => prove(until.Token), until.Token).WaitAsync(until.Token);
            }
            finally
            {
                _oneProof.Release();
            }
        }
        catch (InvalidDataException e)
        {
            throw new BadInputException(e.Message);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new BadInputException($"超过 {Longest.TotalSeconds} 秒未完成，请把规则包拆小或在命令行运行。 Not done within {Longest.TotalSeconds} seconds: split the pack, or run it at the command line.");
        }
    }
}
