using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Notices;

/// <summary>What the issuing office fills in. Everything unknown stays a visible blank in the draft.</summary>
public sealed record NoticeOffice
{
    /// <summary>Issuing organ (发文机关); null while it is not known: the lead departments stand in the text.</summary>
    public Wording? Organ { get; init; }

    /// <summary>Document number (文号); null in a draft: only a published list gets numbered notices.</summary>
    public string? Number { get; init; }

    /// <summary>Name of the batch (2025年度第一批); null while it is not fixed.</summary>
    public Wording? Batch { get; init; }

    /// <summary>Day the list was published; null while it is not.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Day of the document (成文日期); null while it is not signed.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>Person to ask.</summary>
    public string? Contact { get; init; }

    /// <summary>Telephone.</summary>
    public string? Telephone { get; init; }

    /// <summary>Who gets a copy (抄送); null: the development-and-reform department of the same level (2016 Measures practice).</summary>
    public Wording? Copies { get; init; }

    /// <summary>Holidays for due dates.</summary>
    public WorkingCalendar Calendar { get; init; } = WorkingCalendar.WeekendsOnly;

    /// <summary>Whether the notice is a draft: no number, or the list is not published.</summary>
    public bool IsDraft => string.IsNullOrEmpty(Number) || PublishedOn is null;
}
