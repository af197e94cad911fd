using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Cases;

/// <summary>A case: one facility on one published list.</summary>
/// <param name="Value">The list's id and the facility's, joined by a slash.</param>
public readonly record struct CaseId(string Value) : IComparable<CaseId>
{
    /// <summary>The case of a facility on a list: the same for everybody, so that a case cannot be opened twice.</summary>
    public static CaseId Of(string list, FacilityId facility) => new($"{list}/{facility.Value}");

    /// <summary>Ordinal order: the order of every output.</summary>
    public int CompareTo(CaseId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

/// <summary>The published list that a case comes from.</summary>
/// <param name="Id">Identity of the list in its store.</param>
/// <param name="Year">Screened year.</param>
/// <param name="DeterminedOn">Determination date: the law in force on it was applied.</param>
/// <param name="PublishedOn">Day of publication.</param>
/// <param name="Instrument">Law that was applied.</param>
public sealed record PublishedListRef(string Id, int Year, DateOnly DeterminedOn, DateOnly PublishedOn, Wording Instrument)
{
    /// <summary>Rule packs that decided, <c>id@sha256</c>: they carry the duties and periods of the case.</summary>
    public IReadOnlyList<string> Packs { get; init; } = [];
}

/// <summary>What is known of a case when its list is published.</summary>
/// <param name="Facility">The enterprise.</param>
/// <param name="Name">Its name, as published.</param>
/// <param name="Region">Where it lies.</param>
/// <param name="List">The list that names it.</param>
/// <param name="Grounds">Grounds it is listed on (G1a, G1b, G2, G3, G4, R1), each once.</param>
public sealed record CaseOpening(FacilityId Facility, string Name, RegionCode Region, PublishedListRef List, IReadOnlyList<string> Grounds)
{
    /// <summary>Classes of the list it stands in (<see cref="ListClass.Id"/>).</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Industry code with its letter (GB/T 4754); null when unknown, and then no sector interval applies.</summary>
    public string? Industry { get; init; }

    /// <summary>Day the audit before this one was accepted; null when there was none. The interval between two audits counts from it.</summary>
    public DateOnly? PreviousAuditOn { get; init; }

    /// <summary>
    /// Whether the audit must be evaluated before it is accepted. 2016 Measures Art. 20 asks for evaluation and acceptance only of
    /// enterprises named in nationally assessed plans and of applicants for cleaner-production or energy-saving funds, while cities
    /// such as Wuhan and Shenzhen evaluate every audit: so the bureau says it for each list. Where it is not required the department
    /// accepts on the report alone: a round always ends with a decision, because the interval to the next audit, the re-listing and
    /// the disclosure tail all need its day.
    /// </summary>
    public bool EvaluationRequired { get; init; } = true;

    /// <summary>The case's identity.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public CaseId Id => CaseId.Of(List.Id, Facility);
}
