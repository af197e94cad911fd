using CleanProd.Rules.Determinations;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Lists.Review;

namespace CleanProd.Rules.Storage.Lists;

/// <summary>A list: what it stands on, and where its events have brought it. The events are the truth, the rest is for queries.</summary>
internal sealed class ListRow
{
    public long Id { get; set; }

    public required ListKind Kind { get; set; }

    public required int Year { get; set; }

    public required int Batch { get; set; }

    /// <summary>Number of the amendment; 0 for other kinds.</summary>
    public required int Amendment { get; set; }

    public required string Jurisdiction { get; set; }

    public required ListState State { get; set; }

    public required int Version { get; set; }

    public long? RunId { get; set; }

    /// <summary>Of an amendment: the list it corrects.</summary>
    public long? Amends { get; set; }

    /// <summary><see cref="ListBasis"/> as JSON.</summary>
    public required string Basis { get; set; }

    public required DateTimeOffset OpenedAt { get; set; }
}

/// <summary>One event of a list.</summary>
internal sealed class ListEventRow
{
    public required long ListId { get; set; }

    public required int Seq { get; set; }

    public required ListAct Act { get; set; }

    public required DateTimeOffset At { get; set; }

    public required string Content { get; set; }
}

/// <summary>An entry as its events have left it, for queries.</summary>
internal sealed class ListEntryRow
{
    public required long ListId { get; set; }

    public required int EntryNo { get; set; }

    public required string FacilityId { get; set; }

    public required string ClassId { get; set; }

    public required string Name { get; set; }

    public required string Region { get; set; }

    public required EntryOrigin Origin { get; set; }

    public EntryState State { get; set; }

    public bool Included { get; set; }

    public EntryDecision Decision { get; set; }

    public Outcome Outcome { get; set; }

    public int Version { get; set; }

    /// <summary>Department whose turn it is.</summary>
    public Department? NextDepartment { get; set; }

    /// <summary>Lowest level whose turn it is.</summary>
    public Facts.AdministrativeLevel? NextLevel { get; set; }

    /// <summary>Accounts that may not take the step that waits, each between spaces.</summary>
    public string Barred { get; set; } = " ";
}

/// <summary>One event of an entry.</summary>
internal sealed class ListEntryEventRow
{
    public required long ListId { get; set; }

    public required int EntryNo { get; set; }

    public required int Seq { get; set; }

    public required EntryAct Act { get; set; }

    public required DateTimeOffset At { get; set; }

    public required string Content { get; set; }
}

/// <summary>What became public; its bytes are kept among the documents.</summary>
internal sealed class PublicationRow
{
    public long Id { get; set; }

    public required long ListId { get; set; }

    public required ListKind Kind { get; set; }

    public required string Jurisdiction { get; set; }

    public required int Year { get; set; }

    public required int Batch { get; set; }

    /// <summary>Number of the amendment; 0 for other kinds.</summary>
    public required int Amendment { get; set; }

    public required string Number { get; set; }

    public required DateOnly PublishedOn { get; set; }

    public required DateTimeOffset PublishedAt { get; set; }

    public required string Sha256 { get; set; }
}

/// <summary>One enterprise of a publication, to be searched for.</summary>
internal sealed class PublishedEntryRow
{
    public required long PublicationId { get; set; }

    public required int Line { get; set; }

    public required string FacilityId { get; set; }

    public required string Name { get; set; }
}
