using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Storage;

/// <summary>What a screening was run with: enough to run it again to the same bytes.</summary>
/// <param name="ImportId">The import whose facts were judged.</param>
/// <param name="Year">The screened year.</param>
/// <param name="AsOf">The determination date.</param>
/// <param name="Packs">The rule packs in the order they were applied, each as <c>id@sha256</c>.</param>
/// <param name="ReferenceHash">SHA-256 over the reference data.</param>
public sealed record RunStart(long ImportId, int Year, DateOnly AsOf, IReadOnlyList<string> Packs, string ReferenceHash);

/// <summary>A screening as the store keeps it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Start">What it was run with.</param>
/// <param name="State">How far it came.</param>
/// <param name="ResultHash">SHA-256 over the lines of its determinations; null until it is finished.</param>
public sealed record StoredRun(long Id, RunStart Start, RunState State, string? ResultHash);

/// <summary>How far a run came.</summary>
public enum RunState
{
    /// <summary>Determinations are being appended; also what is left of a run that was broken off.</summary>
    Running,

    /// <summary>All determinations are there and nothing can be appended.</summary>
    Finished,
}

/// <summary>A determination as the store keeps it.</summary>
/// <param name="FacilityId">The facility.</param>
/// <param name="Outcome">Its outcome.</param>
/// <param name="Line">Its line of <c>determinations.jsonl</c>, without the line break.</param>
public sealed record StoredDetermination(FacilityId FacilityId, Outcome Outcome, string Line);
