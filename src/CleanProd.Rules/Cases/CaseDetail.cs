using System.Text.Json.Serialization;
using CleanProd.Rules.Cases.Penalties;
using CleanProd.Rules.Cases.Records;
using CleanProd.Rules.Notices;

namespace CleanProd.Rules.Cases;

/// <summary>What one kind of act says beyond who, when and why. <see cref="CaseTransitions"/> says which act carries which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(NoDetail), "none")]
[JsonDerivedType(typeof(OpeningDetail), "opening")]
[JsonDerivedType(typeof(ServiceDetail), "service")]
[JsonDerivedType(typeof(AnnouncementDetail), "announcement")]
[JsonDerivedType(typeof(VerificationDetail), "verification")]
[JsonDerivedType(typeof(PlanDetail), "plan")]
[JsonDerivedType(typeof(EvaluationDetail), "evaluation")]
[JsonDerivedType(typeof(WithdrawalDetail), "withdrawal")]
[JsonDerivedType(typeof(GroundsDetail), "grounds")]
[JsonDerivedType(typeof(RollOverDetail), "roll_over")]
[JsonDerivedType(typeof(CorrectionOrderDetail), "correction_order")]
[JsonDerivedType(typeof(OrderDetail), "order")]
[JsonDerivedType(typeof(FineDetail), "fine")]
public abstract record CaseDetail;

/// <summary>Nothing further.</summary>
public sealed record NoDetail : CaseDetail;

/// <summary>What the case opens with.</summary>
/// <param name="Opening">Enterprise, list, grounds.</param>
internal sealed record OpeningDetail(CaseOpening Opening) : CaseDetail;

/// <summary>Service of the notice; the act's document is the proof (送达回证).</summary>
/// <param name="Method">How.</param>
/// <param name="NoticeNumber">Number of the notice.</param>
public sealed record ServiceDetail(ServiceMethod Method, string NoticeNumber) : CaseDetail;

/// <summary>An announcement by the enterprise.</summary>
/// <param name="Channel">Newspaper, own website, provincial platform …</param>
/// <param name="Grounds">Grounds of the case whose contents it gives (<see cref="AnnouncementContents"/>); all grounds must be covered in the end.</param>
public sealed record AnnouncementDetail(string Channel, IReadOnlyList<string> Grounds) : CaseDetail;

/// <summary>What the check of the announcement found.</summary>
/// <param name="Conforms">Whether what was announced is complete and true.</param>
/// <param name="Findings">What is wrong; empty when it conforms.</param>
public sealed record VerificationDetail(bool Conforms, string Findings) : CaseDetail;

/// <summary>The plan that was filed.</summary>
/// <param name="Plan">Team, or consultancy and contract.</param>
public sealed record PlanDetail(AuditPlan Plan) : CaseDetail;

/// <summary>An evaluation.</summary>
/// <param name="Score">Of 100; null where none was given. The pass mark of 70 (2018 guide) is recalled, so that the organ's verdict decides, not this number.</param>
public sealed record EvaluationDetail(decimal? Score) : CaseDetail;

/// <summary>Taken off the list.</summary>
/// <param name="AmendmentList">Identity of the amendment list that says so.</param>
public sealed record WithdrawalDetail(string AmendmentList) : CaseDetail;

/// <summary>Listed on other grounds. The act's day is the day the amendment was published.</summary>
/// <param name="AmendmentList">Identity of the amendment list that says so.</param>
/// <param name="Grounds">The grounds from now on, each once.</param>
/// <param name="Classes">The classes from now on.</param>
public sealed record GroundsDetail(string AmendmentList, IReadOnlyList<string> Grounds, IReadOnlyList<string> Classes) : CaseDetail;

/// <summary>Carried into the next batch.</summary>
/// <param name="Cause">Why.</param>
/// <param name="ReportDueOn">Last day for the report, where it is overdue; else null.</param>
public sealed record RollOverDetail(RollOverCause Cause, DateOnly? ReportDueOn) : CaseDetail;

/// <summary>An order to correct within a time limit.</summary>
/// <param name="Order">Number of the order, unique within the case.</param>
/// <param name="Provision">Clause it rests on (<see cref="PenaltyProvision.Id"/>).</param>
/// <param name="Breach">What was not done.</param>
/// <param name="Duty">Duty it enforces (<c>announce</c>, <c>start</c>, <c>report</c> …).</param>
/// <param name="CorrectBy">Last day for correction.</param>
public sealed record CorrectionOrderDetail(string Order, string Provision, Breach Breach, string Duty, DateOnly CorrectBy) : CaseDetail;

/// <summary>What became of an order.</summary>
/// <param name="Order">Its number.</param>
public sealed record OrderDetail(string Order) : CaseDetail;

/// <summary>A fine.</summary>
/// <param name="Provision">Clause it rests on.</param>
/// <param name="Breach">What was not done.</param>
/// <param name="Amount">How much.</param>
/// <param name="Order">The refused order it follows; null under a clause that needs none.</param>
public sealed record FineDetail(string Provision, Breach Breach, Yuan Amount, string? Order) : CaseDetail;
