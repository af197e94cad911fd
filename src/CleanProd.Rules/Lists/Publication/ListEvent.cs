using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists.Review;

namespace CleanProd.Rules.Lists.Publication;

/// <summary>What is done with a list as a whole.</summary>
public enum ListAct
{
    /// <summary>Opens it.</summary>
    Open,

    /// <summary>Signs a class of it.</summary>
    Sign,

    /// <summary>Refuses to sign a class of it, with a reason.</summary>
    RefuseSignature,

    /// <summary>Publishes it.</summary>
    Publish,

    /// <summary>Gives it up before publication, with a reason.</summary>
    Abandon,
}

/// <summary>Where a list stands.</summary>
public enum ListState
{
    /// <summary>编制中: entries are reviewed and signed.</summary>
    Open,

    /// <summary>已公布. Final.</summary>
    Published,

    /// <summary>已放弃. Final.</summary>
    Abandoned,
}

/// <summary>What a list is opened with.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Year">Year of the batch; for the audit list the year in which it is published, which follows the screened one.</param>
/// <param name="Batch">Number of the batch within the year, from 1.</param>
/// <param name="Jurisdiction">The jurisdiction that publishes.</param>
/// <param name="JurisdictionName">Its name.</param>
/// <param name="Publisher">The side that publishes.</param>
/// <param name="Instrument">The law applied.</param>
public sealed record ListHead(ListKind Kind, int Year, int Batch, RegionCode Jurisdiction, Wording JurisdictionName, Department Publisher, Wording Instrument)
{
    /// <summary>Number of the amendment from 1; null for other kinds.</summary>
    public int? Amendment { get; init; }

    /// <summary>Names of the organs that publish, as they are called then; by their sides where none are given.</summary>
    public IReadOnlyList<Wording> Organs { get; init; } = [];

    /// <summary>The name of the batch.</summary>
    public Wording Name => BatchName.Of(Year, Batch, Amendment);

    /// <summary>The title under which it is published.</summary>
    public Wording Title => Kind switch
    {
        ListKind.Audit => new($"{JurisdictionName.Zh}{Name.Zh}强制性清洁生产审核企业名单", $"Enterprises subject to mandatory cleaner-production audit: {JurisdictionName.En}, {Name.En}"),
        ListKind.Amendment => new($"{JurisdictionName.Zh}{Name.Zh}强制性清洁生产审核企业名单", $"Enterprises subject to mandatory cleaner-production audit: {JurisdictionName.En}, {Name.En}"),
        ListKind.Polluters => new($"{JurisdictionName.Zh}{Name.Zh}超标超总量排污企业名单", $"Polluters over standards, quotas or control targets: {JurisdictionName.En}, {Name.En}"),
        _ => new($"{JurisdictionName.Zh}{Name.Zh}自愿清洁生产审核企业名单", $"Enterprises recognised for a voluntary cleaner-production audit: {JurisdictionName.En}, {Name.En}"),
    };
}

/// <summary>One thing that happened to a list. Only ever appended.</summary>
/// <param name="Sequence">Number from 1: the version of the list after it.</param>
/// <param name="Act">What was done.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
public sealed record ListEvent(int Sequence, ListAct Act, Officer By, DateTimeOffset At)
{
    /// <summary>Why, where a reason was given.</summary>
    public string? Reason { get; init; }

    /// <summary>The document behind it.</summary>
    public DocumentRef? Document { get; init; }

    /// <summary>Of the opening: what the list is.</summary>
    public ListHead? Opening { get; init; }

    /// <summary>Of a signature or its refusal: the class.</summary>
    public string? ClassId { get; init; }

    /// <summary>Of a signature or its refusal: SHA-256 of the content that was on screen. Of the publication: of what became public.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Of the publication: its number.</summary>
    public string? Number { get; init; }

    /// <summary>Of the publication: its day, from which the statutory periods count.</summary>
    public DateOnly? PublishedOn { get; init; }
}

/// <summary>The signature of a department, or its refusal to sign.</summary>
/// <param name="ClassId">Class of the list.</param>
/// <param name="By">Officer; the department is theirs.</param>
/// <param name="Sha256">SHA-256 of the content that was signed: void as soon as the content is another.</param>
/// <param name="At">When.</param>
/// <param name="Refusal">Why it was refused; null for a signature.</param>
public sealed record Signature(string ClassId, Officer By, string Sha256, DateTimeOffset At, string? Refusal);
