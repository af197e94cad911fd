using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Duties;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Storage.Cases;

/// <summary>A case with its duties as they stand on a day.</summary>
/// <param name="Id">Its number in the store.</param>
/// <param name="Audit">The case.</param>
/// <param name="Duties">Its duties, by last day.</param>
public sealed record StoredCase(long Id, AuditCase Audit, IReadOnlyList<CaseDuty> Duties);

/// <summary>A case in an overview.</summary>
/// <param name="Id">Its number in the store.</param>
/// <param name="List">The list it comes from.</param>
/// <param name="Year">Year of the list.</param>
/// <param name="Facility">The enterprise.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">Where it lies.</param>
/// <param name="PublishedOn">Day the list was published.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="NextDueOn">Last day of the nearest duty that is not done; null when there is none.</param>
public sealed record CaseLine(
    long Id, string List, int Year, FacilityId Facility, string Name, RegionCode Region, DateOnly PublishedOn, CaseStage Stage, DateOnly? NextDueOn);

/// <summary>A duty of a case in an overview.</summary>
/// <param name="Case">The case.</param>
/// <param name="Duty">The duty; whether it is overdue is told by the day.</param>
public sealed record DutyLine(CaseLine Case, CaseDuty Duty);

/// <summary>Which cases are wanted.</summary>
/// <param name="Reach">What the asking person reaches.</param>
public sealed record CaseFilter(Reach Reach)
{
    /// <summary>Only in this stage.</summary>
    public CaseStage? Stage { get; init; }

    /// <summary>Only those that wait for something of their round (true) or do not (false).</summary>
    public bool? Underway { get; init; }

    /// <summary>Only those with a duty whose last day lies before this one: overdue on it.</summary>
    public DateOnly? OverdueOn { get; init; }

    /// <summary>Only those whose nearest last day lies between these, both included.</summary>
    public (DateOnly From, DateOnly Through)? Due { get; init; }

    /// <summary>Only in this region.</summary>
    public RegionCode Region { get; init; } = RegionCode.Nation;

    /// <summary>Only of this list.</summary>
    public string? List { get; init; }

    /// <summary>Only of this enterprise.</summary>
    public FacilityId? Facility { get; init; }

    /// <summary>Only with this in name or identity.</summary>
    public string? Text { get; init; }
}
