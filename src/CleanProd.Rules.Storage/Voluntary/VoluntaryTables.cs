using CleanProd.Rules.Cases.Recognition;
using CleanProd.Rules.Storage.Cases;

namespace CleanProd.Rules.Storage.Voluntary;

/// <summary>An act of a voluntary audit.</summary>
internal sealed class VoluntaryEventRow : EventRow;

/// <summary>A voluntary audit as its acts leave it: an index for queries. Expiry follows from the day.</summary>
internal sealed class VoluntaryRow
{
    public long Id { get; init; }

    public required string FacilityId { get; init; }

    public required string Name { get; init; }

    public required string Region { get; init; }

    public required DateOnly AppliedOn { get; init; }

    /// <summary>State as last recorded.</summary>
    public required VoluntaryState State { get; set; }

    /// <summary>Last day of the certificate; null until recognised.</summary>
    public DateOnly? ValidThrough { get; set; }

    /// <summary>Day through which people were told of its certificate.</summary>
    public required DateOnly ToldThrough { get; set; }

    /// <summary>Day of recognition; null until recognised.</summary>
    public DateOnly? RecognisedOn { get; set; }
}
