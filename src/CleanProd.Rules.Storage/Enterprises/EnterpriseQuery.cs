using CleanProd.Rules.Cases;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Notices;
using CleanProd.Rules.Storage.Screenings;

namespace CleanProd.Rules.Storage.Enterprises;

/// <summary>Which enterprises are asked for; what is null is not asked for.</summary>
public sealed record EnterpriseFilter
{
    /// <summary>With this in the name, the identity or the credit code.</summary>
    public string? Text { get; init; }

    /// <summary>Within this region.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>Whose industry code begins with this.</summary>
    public string? Industry { get; init; }

    /// <summary>Running, stopped or closed.</summary>
    public FacilityStatus? Status { get; init; }

    /// <summary>The year whose determinations are told and asked for.</summary>
    public int? Year { get; init; }

    /// <summary>With this outcome in the year.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>Listed on this ground in the year.</summary>
    public string? Ground { get; init; }

    /// <summary>Within what the asker reaches.</summary>
    public Reach Reach { get; init; } = Reach.Everything;
}

/// <summary>An enterprise among others.</summary>
/// <param name="Facility">The enterprise as it is known now.</param>
/// <param name="Judged">What the latest finished screening of the asked year decided; null when none did, or no year was asked for.</param>
public sealed record ListedEnterprise(KnownFacility Facility, JudgedYear? Judged);

/// <summary>What a screening decided about an enterprise, in short.</summary>
/// <param name="Run">The screening.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Grounds">Grounds that list it.</param>
public sealed record JudgedYear(long Run, Outcome Outcome, IReadOnlyList<string> Grounds);

/// <summary>A determination of an enterprise and what came of it.</summary>
/// <param name="Run">The screening.</param>
/// <param name="Facility">The determination.</param>
/// <param name="Entries">Entries of lists that stand on the screening.</param>
/// <param name="Notices">Notices of those lists.</param>
/// <param name="Cases">Cases that were opened from those lists.</param>
public sealed record HistoricDetermination(
    ScreeningHead Run, ScreenedFacility Facility, IReadOnlyList<ListedAs> Entries, IReadOnlyList<NotifiedBy> Notices, IReadOnlyList<FollowedIn> Cases);

/// <summary>An entry of a list.</summary>
/// <param name="List">The list.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Year">Its year.</param>
/// <param name="ListState">Where the list stands.</param>
/// <param name="Entry">Number of the entry.</param>
/// <param name="ClassId">Class of the list.</param>
/// <param name="State">Where the entry stands.</param>
/// <param name="Included">Whether it is in.</param>
public sealed record ListedAs(
    long List, ListKind Kind, int Year, ListState ListState, int Entry, string ClassId, EntryState State, bool Included);

/// <summary>A notice.</summary>
/// <param name="Notice">Number of its row.</param>
/// <param name="List">The list it follows from.</param>
/// <param name="Number">文号.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IssuedOn">成文日期.</param>
/// <param name="ServedOn">Day of service.</param>
/// <param name="IsWritten">Whether its document exists: until then nobody outside has it.</param>
public sealed record NotifiedBy(
    long Notice, long List, string Number, NoticeKind Kind, NoticeState State, DateOnly IssuedOn, DateOnly? ServedOn, bool IsWritten);

/// <summary>A case.</summary>
/// <param name="Case">Its number.</param>
/// <param name="List">The list it was opened from.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="NextDueOn">Last day of the nearest duty that is not done.</param>
public sealed record FollowedIn(long Case, long List, CaseStage Stage, DateOnly? NextDueOn);
