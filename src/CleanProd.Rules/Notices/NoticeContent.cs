using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Notices;

/// <summary>Everything one written notice says, in both languages, before any layout.</summary>
public sealed record NoticeContent
{
    /// <summary>Identity of the facility: names the file.</summary>
    public required string FacilityId { get; init; }

    /// <summary>Whether it is a draft (拟稿): unnumbered, not to be served.</summary>
    public required bool IsDraft { get; init; }

    /// <summary>What it is: the notice itself, one that replaces another, or one that takes another back.</summary>
    public NoticeKind Kind { get; init; }

    /// <summary>That an earlier notice is replaced or taken back by this one; null for a first notice.</summary>
    public Wording? Supersedes { get; init; }

    /// <summary>文号; a visible blank in a draft.</summary>
    public required Wording Number { get; init; }

    /// <summary>发文机关.</summary>
    public required Wording Organ { get; init; }

    /// <summary>Departments that lead on its grounds (牵头部门).</summary>
    public required Wording Lead { get; init; }

    /// <summary>被通知单位.</summary>
    public required string Enterprise { get; init; }

    /// <summary>统一社会信用代码, or the foreign identity.</summary>
    public required string CreditCode { get; init; }

    /// <summary>Address; a visible blank when it was not reported.</summary>
    public required Wording Address { get; init; }

    /// <summary>Screened year.</summary>
    public required int Year { get; init; }

    /// <summary>Determination date.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>名单批次.</summary>
    public required Wording Batch { get; init; }

    /// <summary>公布日期; 待公布 in a draft.</summary>
    public required Wording Published { get; init; }

    /// <summary>Classes it is listed in (双超、双有).</summary>
    public required Wording Classes { get; init; }

    /// <summary>强制原因: clause and facts.</summary>
    public required IReadOnlyList<NoticeReason> Reasons { get; init; }

    /// <summary>法律依据.</summary>
    public required IReadOnlyList<Wording> LegalBasis { get; init; }

    /// <summary>义务与到期日.</summary>
    public required IReadOnlyList<NoticeDutyLine> Duties { get; init; }

    /// <summary>不履行的后果.</summary>
    public required IReadOnlyList<Wording> Consequences { get; init; }

    /// <summary>救济途径.</summary>
    public required IReadOnlyList<Wording> Remedies { get; init; }

    /// <summary>联系人.</summary>
    public required Wording Contact { get; init; }

    /// <summary>联系电话.</summary>
    public required Wording Telephone { get; init; }

    /// <summary>成文日期.</summary>
    public required Wording IssuedOn { get; init; }

    /// <summary>抄送.</summary>
    public required Wording Copies { get; init; }
}

/// <summary>One reason of a notice.</summary>
/// <param name="Sentence">Why the law obliges.</param>
/// <param name="Citation">Article, paragraph, item.</param>
/// <param name="Facts">The facts, the most telling first, at most <see cref="NoticeDraft.MostFacts"/>.</param>
/// <param name="FactCount">Number of all facts.</param>
public sealed record NoticeReason(Wording Sentence, Wording Citation, IReadOnlyList<NoticeFact> Facts, int FactCount);

/// <summary>One fact of a reason.</summary>
/// <param name="Sentence">All of it in words.</param>
/// <param name="Outlet">排放口; empty where there is none.</param>
/// <param name="Subject">Pollutant, substance or product.</param>
/// <param name="At">监测日期 or 周期.</param>
/// <param name="Value">实测值 or 实际量, with unit.</param>
/// <param name="Limit">限值 or 核定指标, with unit.</param>
/// <param name="Ratio">Value over limit, two decimals; empty where there is none.</param>
/// <param name="Basis">标准号, permit, quota document or catalogue.</param>
/// <param name="Source">File, sheet, row.</param>
public sealed record NoticeFact(
    Wording Sentence, string Outlet, string Subject, string At, string Value, string Limit, string Ratio, string Basis, Wording Source);

/// <summary>One duty of a notice.</summary>
/// <param name="Duty">What.</param>
/// <param name="Due">By when: a date once the first day is known, else the period in words.</param>
/// <param name="Citation">Clause.</param>
public sealed record NoticeDutyLine(Wording Duty, Wording Due, Wording Citation);
