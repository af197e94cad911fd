using CleanProd.Rules.Notices;

namespace CleanProd.Rules.Storage.Notices;

/// <summary>One written notice, as its events leave it. Number and content never change; the document is written once.</summary>
public sealed class Notice
{
    /// <summary>Number of the row.</summary>
    public long Id { get; init; }

    /// <summary>The list, or amendment, whose publication it follows from.</summary>
    public required long ListId { get; init; }

    /// <summary>The list that is in force with its amendments; the same as <see cref="ListId"/> unless that is an amendment.</summary>
    public required long PublicationId { get; init; }

    /// <summary>Who is notified.</summary>
    public required string FacilityId { get; init; }

    /// <summary>Its name then.</summary>
    public required string FacilityName { get; init; }

    /// <summary>Where it is.</summary>
    public required string Region { get; init; }

    /// <summary>Which notice to this enterprise about this publication, from 1.</summary>
    public required int Issue { get; init; }

    /// <summary>What it is for.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>The notice that it replaces or takes back.</summary>
    public long? SupersedesId { get; init; }

    /// <summary>Who issues it.</summary>
    public required long OrganId { get; init; }

    /// <summary>Year of issue.</summary>
    public required int Year { get; init; }

    /// <summary>机关代字.</summary>
    public required string Word { get; init; }

    /// <summary>Running number in the series of organ, year and word.</summary>
    public required int RunningNumber { get; init; }

    /// <summary>文号, as it is written.</summary>
    public required string Number { get; init; }

    /// <summary>成文日期.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>What it says: <see cref="NoticeContent"/> as canonical JSON, in both languages.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of the content.</summary>
    public required string ContentSha256 { get; init; }

    /// <summary>SHA-256 of the template it was written with; null until it is.</summary>
    public string? TemplateSha256 { get; set; }

    /// <summary>SHA-256 of the document as it is kept and sent; null until it is written.</summary>
    public string? DocumentSha256 { get; set; }

    /// <summary>Where it stands.</summary>
    public required NoticeState State { get; set; }

    /// <summary>Number of its last event.</summary>
    public required int Version { get; set; }

    /// <summary>Day of service; null until it is proved.</summary>
    public DateOnly? ServedOn { get; set; }

    /// <summary>How it was served.</summary>
    public ServiceMethod? ServedBy { get; set; }
}

/// <summary>One thing that happened to a notice. Only ever appended.</summary>
public sealed record NoticeEvent
{
    /// <summary>The notice.</summary>
    public required long NoticeId { get; init; }

    /// <summary>Number from 1: the version of the notice after it.</summary>
    public required int Seq { get; init; }

    /// <summary>What was done.</summary>
    public required NoticeAct Act { get; init; }

    /// <summary>State after it.</summary>
    public required NoticeState After { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Account that did it.</summary>
    public required string ById { get; init; }

    /// <summary>Its name then.</summary>
    public required string ByName { get; init; }

    /// <summary>Why, or a remark.</summary>
    public string? Reason { get; init; }

    /// <summary>Of a service: its day.</summary>
    public DateOnly? ServedOn { get; init; }

    /// <summary>Of a service: how.</summary>
    public ServiceMethod? ServedBy { get; init; }

    /// <summary>Of a service: name of the proof (送达回证, receipt of the post).</summary>
    public string? DocumentName { get; init; }

    /// <summary>SHA-256 of the proof; of the issue, that of the notice itself.</summary>
    public string? DocumentSha256 { get; init; }

    /// <summary>Of a replacement or withdrawal: the later notice.</summary>
    public long? OtherId { get; init; }

    /// <summary>Of sending: to whom.</summary>
    public string? Recipient { get; init; }
}
