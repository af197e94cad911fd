using CleanProd.Rules.Cases.Penalties;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Notices;

namespace CleanProd.Rules.Cases.Duties;

/// <summary>
/// The duties of a case on a day: those of the packs' notice terms that its grounds owe and whose anchor has happened, the next audit,
/// and its orders to correct. Overdue is derived here and never recorded.
/// </summary>
/// <remarks>
/// Time in which production stood still is handled simply, for no text at hand speaks of it: every calendar day of a suspension that
/// begins on or before a duty's last day is added to its period, and the last day then moves over days of rest as usual. A duty that
/// was overdue before the suspension stays overdue.
/// </remarks>
public static class CaseDuties
{
    /// <summary>The duties, by last day, then by name.</summary>
    /// <param name="audit">The case.</param>
    /// <param name="law">Duties, holidays, intervals.</param>
    /// <param name="today">The day to judge on.</param>
    /// <param name="nextAuditOn">Day the enterprise's next audit, of another case, started; null when it has not. Settles <c>repeat</c>.</param>
    public static IReadOnlyList<CaseDuty> Of(AuditCase audit, DutyLaw law, DateOnly today, DateOnly? nextAuditOn = null)
    {
        // Two packs (national law and an overlay) may owe one duty, or one pack by ground: of what is not done the earlier last day binds.
        var owed =
            from duty in law.Terms.Duties
            where duty.Id != "repeat" && IsOwed(duty, audit) && AnchorOf(duty, audit) is not null
            let made = Made(audit, law, today, duty.Id, duty.Text, duty.Citation, duty.Anchor, AnchorOf(duty, audit)!.Value, duty.Period, DoneOn(duty, audit))
            group made by made.Duty into same
            select same.OrderBy(d => d.DoneOn is not null).ThenBy(d => d.Due.On).First();
        var orders = audit.Orders.Select(o => OfOrder(audit, o, today));
        return [.. owed.Concat(Repeat(audit, law, today, nextAuditOn)).Concat(orders).OrderBy(d => d.Due.On).ThenBy(d => d.Duty, StringComparer.Ordinal)];
    }

    internal static bool IsOwed(NoticeDuty duty, AuditCase audit) =>
        (duty.From is not { } from || from <= audit.Opening.List.DeterminedOn)
        && (duty.Grounds.Count == 0 || duty.Grounds.Intersect(audit.Opening.Grounds, StringComparer.Ordinal).Any());

    // What a ground adds that an amendment gave is owed from the amendment on.
    private static DateOnly? AnchorOf(NoticeDuty duty, AuditCase audit) => duty.Anchor switch
    {
        "publication" when duty.Id == "announce" => AnnouncementFrom(OwedGrounds(duty, audit), audit),
        "publication" => audit.ListedOn(duty.Grounds),
        "determination" => audit.Opening.List.DeterminedOn,
        "service" => audit.FirstDayOf(CaseAct.Notified),
        "previous_audit" => audit.Opening.PreviousAuditOn,
        "evaluation" => audit.LastDayOf(CaseAct.EvaluationPassed),
        "acceptance" => audit.LastDayOf(CaseAct.AcceptancePassed),
        _ => throw new FormatException($"A duty counts from '{duty.Anchor}', which no case has. Correct the notice section of the rule pack."),
    };

    private static DateOnly? DoneOn(NoticeDuty duty, AuditCase audit) => duty.Id switch
    {
        "announce" => AnnouncedOn(OwedGrounds(duty, audit), audit),
        "file_plan" => audit.FirstDayOf(CaseAct.PlanFiled),
        "start" => audit.FirstDayOf(CaseAct.Started),
        "report" => audit.FirstDayOf(CaseAct.ReportFiled),
        "acceptance" => audit.LastDayOf(CaseAct.AcceptancePassed),
        _ => null,
    };

    private static string[] OwedGrounds(NoticeDuty duty, AuditCase audit) =>
        [.. audit.Opening.Grounds.Where(g => duty.Grounds.Count == 0 || duty.Grounds.Contains(g, StringComparer.Ordinal))];

    // The oldest ground that is not announced yet sets the day; once all are, the newest did.
    private static DateOnly AnnouncementFrom(string[] owed, AuditCase audit)
    {
        var open = owed.Except(audit.History.Select(e => e.Detail).OfType<AnnouncementDetail>().SelectMany(a => a.Grounds), StringComparer.Ordinal).ToArray();
        return open.Length > 0 ? open.Min(g => audit.ListedOn([g])) : owed.Max(g => audit.ListedOn([g]));
    }

    // Several grounds: everything is announced, in one announcement or several.
    private static DateOnly? AnnouncedOn(IEnumerable<string> owed, AuditCase audit)
    {
        var open = owed.ToHashSet(StringComparer.Ordinal);
        foreach (var act in audit.History)
        {
            if (act.Detail is AnnouncementDetail announcement) open.ExceptWith(announcement.Grounds);
            if (open.Count == 0) return act.On;
        }

        return null;
    }

    // Before acceptance the audit of this case is itself the repetition that the previous one asks for; afterwards it is the previous one.
    private static IEnumerable<CaseDuty> Repeat(AuditCase audit, DutyLaw law, DateOnly today, DateOnly? nextAuditOn)
    {
        var accepted = audit.LastDayOf(CaseAct.AcceptancePassed);
        if ((accepted ?? audit.Opening.PreviousAuditOn) is not { } previous || NextAudit.After(audit, previous, law) is not { } next) return [];
        var done = accepted is null ? audit.FirstDayOf(CaseAct.Started) : nextAuditOn;
        var text = new Wording("再次实施清洁生产审核", "audit again");
        return [Made(audit, law, today, "repeat", text, next.Binding.Citation, "previous_audit", previous, next.Binding.Period, done)];
    }

    private static CaseDuty OfOrder(AuditCase audit, CorrectionOrder order, DateOnly today)
    {
        // The organ names the day itself; it is not counted and does not roll.
        var due = new Deadline(order.CorrectBy, order.CorrectBy, HolidaysKnown: true);
        DateOnly? done = order.State == OrderState.Corrected ? order.ChangedOn : null;
        var state = done is null && !IsAlive(audit) || order.State == OrderState.Fined ? DutyState.Lapsed : StateOf(due, done, today);
        return new(audit.Id, $"correct:{order.Number}", new("限期改正", "correct within the time limit"), PenaltyProvision.Find(order.Provision)!.Citation, "order", order.OrderedOn, due, state, done);
    }

    private static CaseDuty Made(
        AuditCase audit, DutyLaw law, DateOnly today, string id, Wording text, Wording citation, string anchor, DateOnly from, NoticePeriod period, DateOnly? done)
    {
        var due = Deadlines.Of(from, period, law.Calendar);
        var paused = false;
        foreach (var still in audit.Suspensions.Where(s => s.To is not { } to || to > from))
        {
            if (still.From > due.On || done is { } day && day <= still.From) continue;
            var end = still.To ?? (today > still.From ? today : still.From);
            var begin = still.From > from ? still.From : from;
            period = period with { Days = period.Days + end.DayNumber - begin.DayNumber };
            due = Deadlines.Of(from, period, law.Calendar);
            paused |= still.To is null;
        }

        var state = done is null && !IsAlive(audit) ? DutyState.Lapsed : done is null && paused ? DutyState.Paused : StateOf(due, done, today);
        return new(audit.Id, id, text, citation, anchor, from, due, state, done);
    }

    private static bool IsAlive(AuditCase audit) => audit.Stage is not (CaseStage.Withdrawn or CaseStage.EnterpriseClosed or CaseStage.RolledOver);

    private static DutyState StateOf(Deadline due, DateOnly? done, DateOnly today) => done switch
    {
        { } day => day <= due.On ? DutyState.DoneInTime : DutyState.DoneLate,
        null => today <= due.On ? DutyState.Open : DutyState.Overdue,
    };
}
