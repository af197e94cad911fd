namespace CleanProd.Rules.Storage.Notices;

/// <summary>Where a batch stands.</summary>
public enum NoticeBatchState
{
    /// <summary>Being worked on.</summary>
    Running,

    /// <summary>Every enterprise has its notice.</summary>
    Done,

    /// <summary>Some notices could not be made; the items say why. A new batch makes what is missing.</summary>
    Incomplete,
}

/// <summary>An order to issue the notices of a published list. The work is found here, whatever becomes of the queue.</summary>
public sealed class NoticeBatch
{
    /// <summary>Number.</summary>
    public long Id { get; init; }

    /// <summary>The list.</summary>
    public required long ListId { get; init; }

    /// <summary>The list that is in force with its amendments.</summary>
    public required long PublicationId { get; init; }

    /// <summary>Who issues.</summary>
    public required long OrganId { get; init; }

    /// <summary>Region of the organ.</summary>
    public required string Region { get; init; }

    /// <summary>成文日期 of its notices; its year is the year of their numbers.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Why, where notices are issued anew; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>Who ordered it, as history keeps it: JSON of the officer.</summary>
    public required string OrderedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset OrderedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required NoticeBatchState State { get; set; }

    /// <summary>Last sign of life of the work, in real time.</summary>
    public required DateTimeOffset TouchedAt { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>One enterprise of a batch.</summary>
public sealed class NoticeBatchItem
{
    /// <summary>The batch.</summary>
    public required long BatchId { get; init; }

    /// <summary>Its place on the list, from 1: numbers are given in this order.</summary>
    public required int Place { get; init; }

    /// <summary>The enterprise.</summary>
    public required string FacilityId { get; init; }

    /// <summary>Its notice; null until it is numbered.</summary>
    public long? NoticeId { get; set; }

    /// <summary>Whether the batch made the notice; false where there was one already.</summary>
    public bool Made { get; set; }

    /// <summary>Whether nothing is to be done: an enterprise that left the list had no notice.</summary>
    public bool Skipped { get; set; }

    /// <summary>Why it could not be made.</summary>
    public string? Error { get; set; }
}
