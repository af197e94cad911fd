using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Duties;

namespace CleanProd.Rules.Storage.Cases;

/// <summary>One act of a case, an objection or a voluntary audit. Only ever appended.</summary>
internal abstract class EventRow
{
    /// <summary>What it belongs to.</summary>
    public required long Aggregate { get; init; }

    /// <summary>Its place: the version that it makes.</summary>
    public required int Seq { get; init; }

    /// <summary>The act as JSON.</summary>
    public required string Content { get; init; }
}

/// <summary>An act of a case.</summary>
internal sealed class CaseEventRow : EventRow;

/// <summary>A case as its acts leave it: an index for queries, made anew from the acts at any time.</summary>
internal sealed class CaseRow
{
    public long Id { get; init; }

    /// <summary>List and facility: nobody opens a case twice.</summary>
    public required string Key { get; init; }

    public required string ListId { get; init; }

    public required int ListYear { get; init; }

    public required string FacilityId { get; init; }

    public required string Name { get; init; }

    public required string Region { get; init; }

    public required DateOnly PublishedOn { get; init; }

    public required CaseStage Stage { get; set; }

    public required bool Underway { get; set; }

    public DateOnly? StartedOn { get; set; }

    public DateOnly? AcceptedOn { get; set; }

    /// <summary>Last day of the nearest duty that is not done; null when there is none.</summary>
    public DateOnly? NextDueOn { get; set; }

    /// <summary>Whether it owes anything, now or in years: only such cases are reminded of.</summary>
    public required bool Owes { get; set; }

    /// <summary>Day through which reminders were made.</summary>
    public required DateOnly RemindedThrough { get; set; }
}

/// <summary>A duty of a case with its last day: an index for queries.</summary>
internal sealed class CaseDutyRow
{
    public required long CaseId { get; init; }

    public required string Duty { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>Whether it is not done and its clock runs. Overdue follows from the day.</summary>
    public required bool Waits { get; init; }

    /// <summary>The duty as JSON.</summary>
    public required string Content { get; init; }

    internal CaseDuty Read() => CaseJson.Read<CaseDuty>(Content);
}

/// <summary>A published list that cases were opened or changed from.</summary>
internal sealed class CaseListRow
{
    public required string ListId { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>That a case was put up for a later list.</summary>
internal sealed class CaseRollOverRow
{
    public required long CaseId { get; init; }

    public required string ListId { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>What the bureau says of the audits of a list. Only ever appended; the last holds.</summary>
internal sealed class CaseTermsRow
{
    public required string ListId { get; init; }

    public required int Seq { get; init; }

    public required bool EvaluationRequired { get; init; }

    public required DateTimeOffset At { get; init; }
}
