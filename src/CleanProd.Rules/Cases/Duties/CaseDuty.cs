using CleanProd.Rules.Facts;
using CleanProd.Rules.Notices;

namespace CleanProd.Rules.Cases.Duties;

/// <summary>How a duty stands on a day.</summary>
public enum DutyState
{
    /// <summary>Not done; its last day is today or later.</summary>
    Open,

    /// <summary>Done on or before its last day.</summary>
    DoneInTime,

    /// <summary>Done after its last day.</summary>
    DoneLate,

    /// <summary>Not done, and its last day has passed.</summary>
    Overdue,

    /// <summary>Not done while production stands still: its last day moves on until it resumes.</summary>
    Paused,

    /// <summary>No longer owed: taken off the list, closed, or carried on by another case.</summary>
    Lapsed,
}

/// <summary>One duty of a case with its last day.</summary>
/// <param name="Case">The case.</param>
/// <param name="Duty"><c>announce</c>, <c>file_plan</c>, <c>start</c>, <c>report</c>, <c>repeat</c>, or <c>correct:</c> with the number of an order.</param>
/// <param name="Text">What is owed.</param>
/// <param name="Citation">Clause that imposes it.</param>
/// <param name="Anchor">What its period counts from (<see cref="NoticeDuty.Anchor"/>; <c>order</c> for an order to correct).</param>
/// <param name="AnchoredOn">The day it counts from.</param>
/// <param name="Due">Its last day.</param>
/// <param name="State">How it stands.</param>
/// <param name="DoneOn">Day it was done; null while it is not.</param>
public sealed record CaseDuty(
    CaseId Case, string Duty, Wording Text, Wording Citation, string Anchor, DateOnly AnchoredOn, Deadline Due, DutyState State, DateOnly? DoneOn)
{
    /// <summary>Calendar days by which its last day has passed, or by which it was done late; 0 when neither.</summary>
    public int DaysLate(DateOnly today) => State switch
    {
        DutyState.Overdue => today.DayNumber - Due.On.DayNumber,
        DutyState.DoneLate => DoneOn!.Value.DayNumber - Due.On.DayNumber,
        _ => 0,
    };
}

/// <summary>What the last days of a case follow from.</summary>
/// <param name="Terms">Duties of the packs that decided (<see cref="CaseOpening.List"/> names them).</param>
/// <param name="Calendar">Holidays.</param>
/// <param name="Intervals">Sector intervals of the reference data.</param>
public sealed record DutyLaw(NoticeTerms Terms, WorkingCalendar Calendar, IReadOnlyList<AuditInterval> Intervals);
