namespace CleanProd.Rules.Lists.Review;

/// <summary>Where an entry stands.</summary>
public enum EntryState
{
    /// <summary>初筛: the machine or an officer put it up; nobody has proposed it.</summary>
    Screened,

    /// <summary>已提出: the county has proposed it.</summary>
    Proposed,

    /// <summary>已审核: the city has verified it.</summary>
    Verified,

    /// <summary>已核定: the province has fixed it.</summary>
    Fixed,

    /// <summary>已公布: it stands on a published list. Final: a later correction makes an amendment.</summary>
    Published,

    /// <summary>不列入: fixed as excluded when the list was published. Final.</summary>
    LeftOut,

    /// <summary>已撤回: taken back, because neither machine nor people list it any more.</summary>
    Withdrawn,
}

/// <summary>What is done with an entry.</summary>
public enum EntryAct
{
    /// <summary>Puts it up.</summary>
    Open,

    /// <summary>Lists it by hand, whatever the machine says.</summary>
    Include,

    /// <summary>Keeps it off by hand, whatever the machine says.</summary>
    Exclude,

    /// <summary>Proposes it with the decision it bears.</summary>
    Propose,

    /// <summary>Verifies it.</summary>
    Verify,

    /// <summary>Fixes it.</summary>
    Fix,

    /// <summary>Sends it back to the step before.</summary>
    Refuse,

    /// <summary>Takes back what neither the machine nor a decision lists.</summary>
    Withdraw,

    /// <summary>Replaces what the machine said after a correction; the chain starts again.</summary>
    Redetermine,

    /// <summary>Publishes it with its list; done by the list alone.</summary>
    Publish,

    /// <summary>Closes an excluded one when its list is published; done by the list alone.</summary>
    Close,
}

/// <summary>How an entry came up.</summary>
public enum EntryOrigin
{
    /// <summary>The machine lists it.</summary>
    Screening,

    /// <summary>An officer lists one that the machine did not.</summary>
    Manual,

    /// <summary>Failed or overdue in an earlier batch.</summary>
    RolledOver,

    /// <summary>Of an amendment: it leaves the published list.</summary>
    Removal,

    /// <summary>Of an amendment: its reason changes.</summary>
    Change,

    /// <summary>Of a recognition list: its voluntary audit was accepted.</summary>
    Recognition,
}

/// <summary>What an entry is known by within its list: an enterprise in a class.</summary>
/// <param name="FacilityId">The enterprise.</param>
/// <param name="ClassId">Class of the list, <see cref="ListClass.Id"/>.</param>
public readonly record struct EntryKey(Facts.FacilityId FacilityId, string ClassId) : IComparable<EntryKey>
{
    /// <summary>By class, then by enterprise, ordinally.</summary>
    public int CompareTo(EntryKey other) => string.CompareOrdinal(ClassId, other.ClassId) is not 0 and var order ? order : FacilityId.CompareTo(other.FacilityId);

    /// <inheritdoc/>
    public override string ToString() => $"{FacilityId}/{ClassId}";
}
