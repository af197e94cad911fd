using CleanProd.Rules.Storage;

namespace CleanProd.Rules.Tests;

/// <summary>How much a random proof tries: a short form always, the long one with <c>./test.sh --long</c>.</summary>
internal static class Effort
{
    /// <summary>Rounds for each seed a property is given.</summary>
    internal static int Rounds { get; } = Environment.GetEnvironmentVariable("CLEANPROD_LONG") == "1" ? 40 : 1;

    /// <summary>Seeds that follow from one.</summary>
    internal static IEnumerable<int> Seeds(int seed) => Enumerable.Range(0, Rounds).Select(round => unchecked(seed + (round * 7919)));

    /// <summary>How long hosts are at work without a pause.</summary>
    internal static TimeSpan Soak => Rounds == 1 ? TimeSpan.FromSeconds(12) : TimeSpan.FromHours(1);

    /// <summary>Rounds of killing and freezing hosts and databases.</summary>
    internal static int KillRounds(StoreKind kind) => Rounds == 1 ? (kind == StoreKind.Postgres ? 2 : 1) : (kind == StoreKind.Postgres ? 45 : 15);
}
