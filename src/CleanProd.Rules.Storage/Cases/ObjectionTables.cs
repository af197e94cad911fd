using CleanProd.Rules.Cases.Objections;

namespace CleanProd.Rules.Storage.Cases;

/// <summary>An act of an objection.</summary>
internal sealed class ObjectionEventRow : EventRow;

/// <summary>An objection as its acts leave it: an index for queries.</summary>
internal sealed class ObjectionRow
{
    public long Id { get; init; }

    public required long CaseId { get; init; }

    public required string FacilityId { get; init; }

    public required string Name { get; init; }

    public required string Region { get; init; }

    public required DateOnly FiledOn { get; init; }

    public required ObjectionState State { get; set; }

    /// <summary>The screening that judges the corrected data; null until there is one.</summary>
    public long? Run { get; set; }
}
