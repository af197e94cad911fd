using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Lists.Review;

/// <summary>What an entry is opened with.</summary>
/// <param name="FacilityId">The enterprise.</param>
/// <param name="FacilityName">Its name.</param>
/// <param name="Region">Where it is; the list's jurisdiction where that is not known.</param>
/// <param name="Place">City and county in words; may be empty.</param>
/// <param name="ClassId">Class of the list.</param>
/// <param name="Origin">How it came up.</param>
/// <param name="Machine">What the machine said.</param>
public sealed record EntryOpening(
    FacilityId FacilityId, string FacilityName, RegionCode Region, string Place, string ClassId, EntryOrigin Origin, MachineResult Machine);

/// <summary>One thing that happened to an entry. Only ever appended.</summary>
/// <param name="Sequence">Number from 1: the version of the entry after it.</param>
/// <param name="Act">What was done.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
/// <param name="After">State after it.</param>
public sealed record EntryEvent(int Sequence, EntryAct Act, Officer By, DateTimeOffset At, EntryState After)
{
    /// <summary>State before it; null for the opening.</summary>
    public EntryState? Before { get; init; }

    /// <summary>Why, where a reason was given.</summary>
    public string? Reason { get; init; }

    /// <summary>The document behind it.</summary>
    public DocumentRef? Document { get; init; }

    /// <summary>Of the opening: what the entry is.</summary>
    public EntryOpening? Opening { get; init; }

    /// <summary>Of a redetermination: what the machine says now.</summary>
    public MachineResult? Machine { get; init; }

    /// <summary>Of the publication: number of the list.</summary>
    public string? Publication { get; init; }

    /// <summary>Level at which a higher officer acted for a lower one; null where the level is the one the procedure names.</summary>
    public AdministrativeLevel? ActedForLevel { get; init; }
}

/// <summary>What somebody wants to do with an entry.</summary>
/// <param name="Act">The act.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record EntryRequest(EntryAct Act, Officer By, DateTimeOffset At)
{
    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>The document behind it.</summary>
    public DocumentRef? Document { get; init; }

    /// <summary>The version the person had on screen; null when it does not matter.</summary>
    public int? ExpectedVersion { get; init; }

    /// <summary>Of a redetermination: what the machine says now.</summary>
    public MachineResult? Machine { get; init; }
}

/// <summary>A decision by hand, beside what the machine says.</summary>
/// <param name="Include">True to list, false to keep off.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="Document">The document behind it.</param>
public sealed record HandDecision(bool Include, Officer By, DateTimeOffset At, string Reason, DocumentRef? Document);

/// <summary>That an entry was sent back, until it goes forward again.</summary>
/// <param name="To">Step that has to deal with it.</param>
/// <param name="By">Who sent it back.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
public sealed record EntryReturn(ReviewStep To, Officer By, DateTimeOffset At, string Reason);
