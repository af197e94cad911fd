using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Storage.Policy;

/// <summary>How a draft stands.</summary>
public enum DraftState
{
    /// <summary>Being written.</summary>
    Drafting,

    /// <summary>Waits for a releaser.</summary>
    Submitted,

    /// <summary>Released.</summary>
    Released,

    /// <summary>Given up.</summary>
    Abandoned,
}

/// <summary>What can be done with a draft.</summary>
public enum DraftAct
{
    /// <summary>Begun.</summary>
    Created,

    /// <summary>Its text was changed.</summary>
    Edited,

    /// <summary>Put before the releasers, with cases, difference and impact.</summary>
    Submitted,

    /// <summary>Sent back by a releaser.</summary>
    Returned,

    /// <summary>Signed and released.</summary>
    Released,

    /// <summary>Given up.</summary>
    Abandoned,
}

/// <summary>One act upon a draft.</summary>
public sealed record DraftEvent
{
    /// <summary>The draft.</summary>
    public required long Draft { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Sequence { get; init; }

    /// <summary>What was done.</summary>
    public required DraftAct Act { get; init; }

    /// <summary>Who.</summary>
    public required Officer By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Identity of the pack.</summary>
    public required string PackId { get; init; }

    /// <summary>Its jurisdiction.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Its title as the text has it.</summary>
    public required Wording Title { get; init; }

    /// <summary>SHA-256 of the text as it now stands; the text is kept as a document.</summary>
    public required string Text { get; init; }

    /// <summary>Remark of the author, or reason of the releaser.</summary>
    public string? Note { get; init; }

    /// <summary>Where the text came from: a released version, or the bundle of another bureau.</summary>
    public string? Origin { get; init; }

    /// <summary>Of submitting and releasing: SHA-256 of what is signed (pack, cases, difference, impact).</summary>
    public string? Dossier { get; init; }

    /// <summary>Of submitting: first determination date for which it shall be used.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>Of submitting: last determination date; null for no end.</summary>
    public DateOnly? EffectiveTo { get; init; }

    /// <summary>Of releasing: the version it became.</summary>
    public int? Version { get; init; }
}
