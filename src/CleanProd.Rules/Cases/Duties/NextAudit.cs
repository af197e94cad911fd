using CleanProd.Rules.Facts;
using CleanProd.Rules.Notices;

namespace CleanProd.Rules.Cases.Duties;

/// <summary>A rule by which an audit must be repeated.</summary>
/// <param name="Rule">What it concerns: a ground or a sector.</param>
/// <param name="Period">The interval between two audits at most.</param>
/// <param name="Citation">Where it stands.</param>
internal sealed record RepeatRule(Wording Rule, NoticePeriod Period, Wording Citation);

/// <summary>
/// When the next audit is due: the shortest of the intervals that match (toxic ground: 5 years, 2016 Measures Art. 12; sectors of
/// 环发〔2010〕54号: 2, 3 or 5 years).
/// </summary>
/// <remarks>
/// The interval counts from the acceptance of the previous audit, as the word <c>audits.YearsSinceLastAccepted</c> does. 54号 speaks of key
/// enterprises, the over-limit and toxic ones of 环发〔2005〕151号: a case on energy (G2) alone has no sector interval.
/// </remarks>
/// <param name="Binding">The shortest interval.</param>
/// <param name="Due">Last day for the next audit.</param>
/// <param name="Matching">Every rule that matches, shortest first.</param>
internal sealed record NextAudit(RepeatRule Binding, Deadline Due, IReadOnlyList<RepeatRule> Matching)
{
    private static readonly string[] KeyGrounds = ["G1a", "G1b", "G3", "G4"];

    /// <summary>The next audit after one that was accepted on a day; null when no rule asks for one.</summary>
    /// <param name="audit">The case, for its grounds and industry.</param>
    /// <param name="previous">Day the previous audit was accepted: the sector interval in force on it applies.</param>
    /// <param name="law">Duties, holidays, intervals.</param>
    public static NextAudit? After(AuditCase audit, DateOnly previous, DutyLaw law)
    {
        var matching = law.Terms.Duties.Where(d => d.Id == "repeat" && CaseDuties.IsOwed(d, audit))
            .Select(d => new RepeatRule(d.Text, d.Period, d.Citation))
            .Concat(Sector(audit.Opening, previous, law.Intervals))
            .OrderBy(r => Deadlines.Of(previous, r.Period, law.Calendar).On)
            .ToArray();
        return matching.Length == 0 ? null : new(matching[0], Deadlines.Of(previous, matching[0].Period, law.Calendar), matching);
    }

    private static IEnumerable<RepeatRule> Sector(CaseOpening opening, DateOnly on, IReadOnlyList<AuditInterval> intervals)
    {
        if (opening.Industry is not { Length: > 0 } industry || !opening.Grounds.Intersect(KeyGrounds, StringComparer.Ordinal).Any()) return [];
        var inForce = intervals.Where(i => i.From <= on && (i.To is not { } to || on <= to)).ToArray();
        var named = inForce.Where(i => i.IndustryPrefix is { } prefix && industry.StartsWith(prefix, StringComparison.Ordinal)).ToArray();
        // The line without industries stands for every other sector.
        return (named.Length > 0 ? named : [.. inForce.Where(i => i.IndustryPrefix is null)])
            .Select(i => new RepeatRule(Wording.Same(i.Sector), new(Years: i.Years), Wording.Same(i.Clause)));
    }
}
