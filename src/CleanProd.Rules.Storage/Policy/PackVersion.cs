using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Storage.Policy;

/// <summary>How a version of a pack came to be.</summary>
public enum VersionOrigin
{
    /// <summary>It came with the program, as the first of a fresh store.</summary>
    Shipped,

    /// <summary>A draft was signed.</summary>
    Draft,

    /// <summary>An earlier version was put back.</summary>
    RollBack,

    /// <summary>The pack was withdrawn: from here on there is none.</summary>
    Withdrawal,
}

/// <summary>A version of a released pack. Immutable: what replaces it is a later version.</summary>
public sealed record PackVersion
{
    /// <summary>Identity of the pack.</summary>
    public required string PackId { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Version { get; init; }

    /// <summary>How it came to be.</summary>
    public required VersionOrigin Origin { get; init; }

    /// <summary>SHA-256 of its text; null for a withdrawal.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Its jurisdiction.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>First determination date for which it is used.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Last determination date; null for no end.</summary>
    public DateOnly? EffectiveTo { get; init; }

    /// <summary>Who released it.</summary>
    public required Officer By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why; of a roll-back or withdrawal.</summary>
    public string? Reason { get; init; }

    /// <summary>The draft it was.</summary>
    public long? Draft { get; init; }

    /// <summary>SHA-256 of what was signed.</summary>
    public string? Dossier { get; init; }

    /// <summary>Of a roll-back: the version that was put back.</summary>
    public int? PutBack { get; init; }

    /// <summary><c>id@sha256</c>; null for a withdrawal.</summary>
    public string? Name => Sha256 is null ? null : $"{PackId}@{Sha256}";

    /// <summary>Whether it is meant for a determination date.</summary>
    public bool Concerns(DateOnly day) => day >= EffectiveFrom && (EffectiveTo is null || day <= EffectiveTo);

    /// <summary>
    /// Of all versions, those used on a determination date: of each pack the latest that concerns the day, and none where that is a withdrawal.
    /// </summary>
    public static IReadOnlyList<PackVersion> On(IEnumerable<PackVersion> versions, DateOnly day) =>
    [
        .. versions.Where(v => v.Concerns(day)).GroupBy(v => v.PackId, StringComparer.Ordinal).Select(g => g.MaxBy(v => v.Version)!)
            .Where(v => v.Origin != VersionOrigin.Withdrawal).OrderBy(v => v.PackId, StringComparer.Ordinal),
    ];
}
