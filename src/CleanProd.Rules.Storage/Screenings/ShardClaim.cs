namespace CleanProd.Rules.Storage.Screenings;

/// <summary>A lease on a piece of a run.</summary>
/// <param name="Run">The run.</param>
/// <param name="Shard">The piece.</param>
/// <param name="Token">What fences it: once somebody else holds a larger one, nothing is written under this one.</param>
/// <param name="Facilities">The enterprises to judge, in ordinal order.</param>
public sealed record ShardClaim(long Run, int Shard, long Token, IReadOnlyList<RosterPlace> Facilities);

/// <summary>What a queue is to be told to go on with.</summary>
/// <param name="Run">The run.</param>
/// <param name="Step">What is to be done.</param>
/// <param name="Shard">The piece, for <see cref="ScreeningStep.Judge"/>.</param>
public readonly record struct PendingStep(long Run, ScreeningStep Step, int Shard = 0);

/// <summary>The steps of a run.</summary>
public enum ScreeningStep
{
    /// <summary>Draw up the roster and cut it into shards.</summary>
    Prepare,

    /// <summary>Judge a shard.</summary>
    Judge,

    /// <summary>Hash and count the result.</summary>
    Close,
}

/// <summary>How far a run is.</summary>
/// <param name="State">Its state.</param>
/// <param name="Shards">Its pieces.</param>
/// <param name="ShardsDone">Of them, those that are done.</param>
/// <param name="Facilities">Its enterprises.</param>
/// <param name="FacilitiesDone">Of them, those with a determination, carried over ones included.</param>
/// <param name="Workers">Processes that work on it now.</param>
/// <param name="PerSecond">Enterprises judged in a second of real time since it began; null before the first piece is done.</param>
public sealed record ScreeningProgress(
    ScreeningState State, int Shards, int ShardsDone, int Facilities, int FacilitiesDone, IReadOnlyList<string> Workers, decimal? PerSecond);
