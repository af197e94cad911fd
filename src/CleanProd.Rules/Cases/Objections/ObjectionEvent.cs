using System.Text.Json.Serialization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Cases.Objections;

/// <summary>What can be done with an objection.</summary>
public enum ObjectionAct
{
    /// <summary>The enterprise files it.</summary>
    Filed,

    /// <summary>The department accepts it for re-determination and names the data correction.</summary>
    AcceptedForRedetermination,

    /// <summary>Upheld: the re-determination changed the outcome, an amendment list follows.</summary>
    Upheld,

    /// <summary>Dismissed.</summary>
    Dismissed,

    /// <summary>The enterprise takes it back.</summary>
    Withdrawn,
}

/// <summary>How an objection stands.</summary>
public enum ObjectionState
{
    /// <summary>Filed, unanswered.</summary>
    Filed,

    /// <summary>Being re-determined.</summary>
    UnderRedetermination,

    /// <summary>Upheld.</summary>
    Upheld,

    /// <summary>Dismissed.</summary>
    Dismissed,

    /// <summary>Taken back.</summary>
    Withdrawn,
}

/// <summary>What one kind of act says.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(FilingDetail), "filing")]
[JsonDerivedType(typeof(CorrectionDetail), "correction")]
[JsonDerivedType(typeof(UpholdingDetail), "upholding")]
[JsonDerivedType(typeof(NoObjectionDetail), "none")]
public abstract record ObjectionDetail;

/// <summary>Nothing further.</summary>
public sealed record NoObjectionDetail : ObjectionDetail;

/// <summary>What is objected to. The reason stands in the act.</summary>
/// <param name="Case">The case.</param>
/// <param name="Facility">The enterprise.</param>
/// <param name="Region">Where it lies.</param>
/// <param name="PublishedOn">Day the list was published.</param>
/// <param name="Documents">What the enterprise hands in; may be empty.</param>
public sealed record FilingDetail(CaseId Case, FacilityId Facility, RegionCode Region, DateOnly PublishedOn, IReadOnlyList<DocumentRef> Documents) : ObjectionDetail;

/// <summary>The data correction that is re-determined. The old determination is kept.</summary>
/// <param name="Correction">Identity of the import or correction in its store.</param>
public sealed record CorrectionDetail(string Correction) : ObjectionDetail;

/// <summary>What the re-determination changed.</summary>
/// <param name="OutcomeBefore">Outcome or grounds as published.</param>
/// <param name="OutcomeAfter">Outcome or grounds now; another than before.</param>
/// <param name="AmendmentList">Amendment list that says so.</param>
public sealed record UpholdingDetail(string OutcomeBefore, string OutcomeAfter, string AmendmentList) : ObjectionDetail;

/// <summary>One act of an objection.</summary>
public sealed record ObjectionEvent : RecordedAct
{
    /// <summary>Identity of the objection in its store.</summary>
    public required string Objection { get; init; }

    /// <summary>What was done.</summary>
    public required ObjectionAct Act { get; init; }

    /// <summary>What that kind of act says.</summary>
    public ObjectionDetail Detail { get; init; } = new NoObjectionDetail();
}
