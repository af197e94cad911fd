using System.Globalization;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Facts.Building;

/// <summary>Earlier audits to the word <c>audits</c>, as they stood on the determination date.</summary>
internal static class AuditBuilder
{
    internal static AuditFacts Build(FacilityRecords records, DateOnly asOf, IReadOnlySet<string> tablesGiven)
    {
        var known = records.Audits.Where(a => (a.ListedOn ?? a.StartedOn ?? a.ReportedOn ?? a.AcceptedOn ?? DateOnly.MinValue) <= asOf).ToArray();
        var accepted = known.Where(a => ResultOn(a, asOf) is not "failed").Select(a => Until(a.AcceptedOn, asOf)).Where(d => d is not null).Max();
        var missing = FactsBuilder.Missing([tablesGiven.Contains("audits") ? null : "audits", FactsBuilder.Refused(records, "audits", "audits")]);
        return new(known.Select(a => Item(a, asOf)), missing) { YearsSinceLastAccepted = accepted is { } day ? Months(day, asOf) / 12 : null };
    }

    private static AuditFact Item(AuditRecord audit, DateOnly asOf) => new()
    {
        Kind = audit.Kind == AuditKind.Mandatory ? "mandatory" : "voluntary",
        ListedOn = Moment(Until(audit.ListedOn, asOf)),
        ReportedOn = Moment(Until(audit.ReportedOn, asOf)),
        AcceptedOn = Moment(Until(audit.AcceptedOn, asOf)),
        Result = ResultOn(audit, asOf),
        MonthsSinceListed = Until(audit.ListedOn, asOf) is { } listed ? Months(listed, asOf) : null,
        Evidence =
        [
            new Evidence(audit.Source)
            {
                Pollutant = null, Name = audit.Kind == AuditKind.Mandatory ? "强制性清洁生产审核" : "自愿性清洁生产审核",
                At = (Until(audit.ListedOn, asOf) ?? Until(audit.AcceptedOn, asOf))?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Basis = audit.AcceptedOn > asOf ? null : audit.Result,
            },
        ],
    };

    // A result given after the determination date is not known on it.
    private static string? ResultOn(AuditRecord audit, DateOnly asOf) => audit.AcceptedOn > asOf ? null : audit.Result switch
    {
        "合格" or "通过" or "passed" => "passed",
        "不合格" or "不通过" or "未通过" or "failed" => "failed",
        var other => other,
    };

    private static DateOnly? Until(DateOnly? day, DateOnly asOf) => day <= asOf ? day : null;

    private static DateTime? Moment(DateOnly? day) => day?.ToDateTime(TimeOnly.MinValue);

    private static int Months(DateOnly from, DateOnly to) => ((to.Year - from.Year) * 12) + to.Month - from.Month - (to.Day < from.Day ? 1 : 0);
}
