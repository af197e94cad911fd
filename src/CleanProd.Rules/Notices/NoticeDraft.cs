using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;

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
        return Composed(
            new(facility.Id, facility.Name, facility.CreditCode, facility.Address), [.. rules.Select(GroundLabel.KeyOf)], [.. rules.Select(ListClass.Of)],
            [.. rules.Select(ReasonOf)], heading, terms, office);
    }

    /// <summary>
    /// The content for an enterprise of a published list, from the reasons that were signed. One that has left the list is refused with
    /// <see cref="ArgumentException"/>: <see cref="Withdrawal"/> is for it.
    /// </summary>
    public static NoticeContent Of(ListedEnterprise listed, ListHeading heading, NoticeTerms terms, NoticeOffice office)
    {
        if (listed.Classes.Count == 0)
            throw new ArgumentException($"{listed.FacilityId} stands in no class of the list: no notice.", nameof(listed));
        return Composed(
            AddresseeOf(listed), [.. listed.Classes.SelectMany(GroundsOf)], [.. listed.Classes.Select(c => ListClass.Named(c.ClassId))],
            [.. listed.Classes.SelectMany(c => c.Reasons).Select(ReasonOf)], heading, terms, office);
    }

    /// <summary>The content of a notice in place of an earlier one.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="earlier">文号 of the one it replaces.</param>
    /// <param name="reason">Why.</param>
    public static NoticeContent Reissue(NoticeContent content, string earlier, Wording reason) => content with
    {
        Kind = NoticeKind.Reissue,
        Supersedes = new($"本通知书代替{earlier}，原通知书作废。原因：{reason.Zh}", $"This notice replaces {earlier}, which is void. Reason: {reason.En}"),
    };

    /// <summary>The content of the notice that takes an earlier one back, for an enterprise that has left the list.</summary>
    /// <param name="listed">The enterprise.</param>
    /// <param name="earlier">文号 of the notice taken back.</param>
    /// <param name="heading">Head of the list it has left.</param>
    /// <param name="terms">What the law says.</param>
    /// <param name="office">Who issues it.</param>
    public static NoticeContent Withdrawal(ListedEnterprise listed, string earlier, ListHeading heading, NoticeTerms terms, NoticeOffice office) =>
        Composed(AddresseeOf(listed), [], [], [.. listed.LeftFor.Select(ReasonOf)], heading, terms, office) with
        {
            Kind = NoticeKind.Withdrawal,
            Supersedes = new($"{earlier}自本通知书送达之日起撤回，该通知书所列义务不再履行。", $"{earlier} is taken back as of the service of this notice; the duties it names need not be performed."),
            Duties = [], Consequences = [],
        };

    private static NoticeContent Composed(
        Addressee to, IReadOnlyList<string> groundsOfReasons, IReadOnlyList<ListClass> listed, IReadOnlyList<NoticeReason> reasons,
        ListHeading heading, NoticeTerms terms, NoticeOffice office)
    {
        var grounds = groundsOfReasons.ToHashSet(StringComparer.Ordinal);
        var classes = listed.DistinctBy(c => c.Id).OrderBy(c => c.Order).Select(c => c.Name).ToArray();
        return new()
        {
            FacilityId = to.Id.Value,
            IsDraft = office.IsDraft,
            Number = string.IsNullOrEmpty(office.Number) ? new("（拟稿，未编号）", "(draft, unnumbered)") : Wording.Same(office.Number),
            Organ = office.Organ ?? new("××××（发文机关）", "(issuing organ)"),
            Lead = LeadOf(terms, grounds),
            Enterprise = to.Name,
            CreditCode = to.CreditCode ?? to.Id.Value,
            Address = string.IsNullOrWhiteSpace(to.Address) ? new("（未报送）", "(not reported)") : Wording.Same(to.Address),
            Year = heading.Year,
            AsOf = heading.AsOf,
            Batch = office.Batch ?? new($"{PlainNumber.Text(heading.Year)}年度强制性清洁生产审核企业名单（批次待定）", $"list of enterprises for mandatory audit of {PlainNumber.Text(heading.Year)} (batch to be fixed)"),
            Published = office.PublishedOn is { } published ? DateText.Of(published) : new("待公布", "to be published"),
            Classes = new(string.Join('、', classes.Select(c => c.Zh)), string.Join(", ", classes.Select(c => c.En))),
            Reasons = reasons,
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

        bool Concerns(IReadOnlyList<string> of) => of.Count == 0 || grounds.Count == 0 || of.Any(grounds.Contains);
        Wording[] Concerning(IReadOnlyList<NoticeStatement> statements) => statements.Where(s => Concerns(s.Grounds)).Select(s => s.Sentence).Distinct().ToArray();
    }

    private static Addressee AddresseeOf(ListedEnterprise listed) => new(listed.FacilityId, listed.Name, listed.CreditCode, listed.Address);

    // A listing by hand has no ground of its own: it owes what its class owes.
    private static IEnumerable<string> GroundsOf(ListedClass listed) =>
        listed.Reasons.Select(r => r.Ground).Where(g => g.Length > 0).ToArray() is { Length: > 0 } grounds ? grounds : ListClass.GroundsOf(listed.ClassId);

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

    private static NoticeReason ReasonOf(EntryReason reason) => new(
        reason.Sentence, reason.Citation.IsEmpty ? new("主管部门认定", "by decision of the department") : reason.Citation,
        EvidenceWords.Telling([.. reason.Facts.Select(f => f.AsEvidence())]).Take(MostFacts).Select(e => FactOf(e, reason.Ground)).ToArray(),
        reason.Facts.Count);

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

    private readonly record struct Addressee(FacilityId Id, string Name, string? CreditCode, string? Address);
}
