using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Notices;

/// <summary>Composes the notice of one listed enterprise.</summary>
public static class NoticeDraft
{
    /// <summary>Facts told one by one under each reason; the others are counted and stand in the list's evidence sheet.</summary>
    public const int MostFacts = 10;

    private static readonly Wording Blank = new("　　　　　　", "____________");

    /// <summary>
    /// The content for a determination with outcome <see cref="Outcome.Triggered"/>; any other is refused with
    /// <see cref="ArgumentException"/>: nobody may be notified of a list he is not on.
    /// </summary>
    public static NoticeContent Of(Determination determination, ListHeading heading, NoticeTerms terms, NoticeOffice office)
    {
        if (determination.Outcome != Outcome.Triggered)
            throw new ArgumentException($"{determination.Facility.Id} is {determination.Outcome.Word()}, not triggered: no notice.", nameof(determination));
        var facility = determination.Facility;
        var rules = determination.Rules.Where(r => r.Outcome == Outcome.Triggered).ToArray();
        var grounds = rules.Select(GroundLabel.KeyOf).ToHashSet(StringComparer.Ordinal);
        var classes = rules.Select(ListClass.Of).DistinctBy(c => c.Id).OrderBy(c => c.Order).Select(c => c.Name).ToArray();
        return new()
        {
            FacilityId = facility.Id.Value,
            IsDraft = office.IsDraft,
            Number = string.IsNullOrEmpty(office.Number) ? new("（拟稿，未编号）", "(draft, unnumbered)") : Wording.Same(office.Number),
            Organ = office.Organ ?? new("××××（发文机关）", "(issuing organ)"),
            Lead = LeadOf(terms, grounds),
            Enterprise = facility.Name,
            CreditCode = facility.CreditCode ?? facility.Id.Value,
            Address = string.IsNullOrWhiteSpace(facility.Address) ? new("（未报送）", "(not reported)") : Wording.Same(facility.Address),
            Year = heading.Year,
            AsOf = heading.AsOf,
            Batch = office.Batch ?? new($"{PlainNumber.Text(heading.Year)}年度强制性清洁生产审核企业名单（批次待定）", $"list of enterprises for mandatory audit of {PlainNumber.Text(heading.Year)} (batch to be fixed)"),
            Published = office.PublishedOn is { } published ? DateText.Of(published) : new("待公布", "to be published"),
            Classes = new(string.Join('、', classes.Select(c => c.Zh)), string.Join(", ", classes.Select(c => c.En))),
            Reasons = rules.Select(ReasonOf).ToArray(),
            LegalBasis = Concerning(terms.LegalBasis),
            Duties = terms.Duties.Where(d => Concerns(d.Grounds) && (d.From is not { } from || heading.AsOf >= from))
                .DistinctBy(d => (d.Id, d.Period, d.Anchor))
                .Select(d => new NoticeDutyLine(d.Text, DueOf(d, office), d.Citation)).ToArray(),
            Consequences = Concerning(terms.Consequences),
            Remedies = Concerning(terms.Remedies),
            Contact = office.Contact is { } contact ? Wording.Same(contact) : Blank,
            Telephone = office.Telephone is { } telephone ? Wording.Same(telephone) : Blank,
            IssuedOn = office.IssuedOn is { } issued ? DateText.Of(issued) : new("　　　　年　　月　　日", "Date: ____________"),
            Copies = office.Copies ?? new("同级发展改革部门", "Development-and-reform department of the same level"),
        };

        bool Concerns(IReadOnlyList<string> of) => of.Count == 0 || of.Any(grounds.Contains);
        Wording[] Concerning(IReadOnlyList<NoticeStatement> statements) => statements.Where(s => Concerns(s.Grounds)).Select(s => s.Sentence).Distinct().ToArray();
    }

    private static Wording LeadOf(NoticeTerms terms, IReadOnlySet<string> grounds)
    {
        var makers = terms.Makers.Where(m => m.Grounds.Any(grounds.Contains)).Select(m => m.Name).Distinct().ToArray();
        return makers.Length == 0
            ? Blank
            : new(string.Join('；', makers.Select(m => m.Zh)), string.Join("; ", makers.Select(m => m.En)));
    }

    private static Wording DueOf(NoticeDuty duty, NoticeOffice office)
    {
        var relative = duty.RelativeDue;
        if (duty.Anchor != "publication" || office.PublishedOn is not { } published) return relative;
        var deadline = Deadlines.Of(published, duty.Period, office.Calendar);
        var date = DateText.Of(deadline.On);
        return deadline.HolidaysKnown
            ? new($"{date.Zh}前（含当日；{relative.Zh}）", $"by {date.En} inclusive ({relative.En})")
            : new($"{date.Zh}前（含当日；{relative.Zh}；遇法定休假日顺延）", $"by {date.En} inclusive ({relative.En}; later if that is a statutory holiday)");
    }

    private static NoticeReason ReasonOf(RuleDetermination rule) => new(
        new(Or(rule.Sentence, rule.Rule), Or(rule.SentenceEn, rule.Rule)),
        new(rule.Citation, rule.CitationEn),
        EvidenceWords.Telling(rule.Evidence).Take(MostFacts).Select(e => FactOf(e, rule.Ground)).ToArray(),
        rule.Evidence.Count);

    private static NoticeFact FactOf(Evidence fact, string? ground) => new(
        EvidenceWords.Sentence(fact, ground),
        fact.OutletId ?? "",
        fact.Name ?? fact.Pollutant ?? "",
        fact.At ?? "",
        Measured(EvidenceWords.ValueText(fact), fact.Unit),
        Measured(EvidenceWords.LimitText(fact), fact.Unit),
        EvidenceWords.RatioOf(fact) is { } ratio ? PlainNumber.Text(decimal.Round(ratio, 2, MidpointRounding.AwayFromZero)) : "",
        fact.Basis ?? "",
        EvidenceWords.Source(fact.Source));

    private static string Measured(string number, string? unit) =>
        number.Length == 0 ? "" : string.IsNullOrEmpty(unit) || unit == "1" ? number : $"{number} {unit}";

    private static string Or(string text, string other) => text.Length > 0 ? text : other;
}
