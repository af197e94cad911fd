using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Storage.Cases;

/// <summary>One version of what an audit records of itself. Only ever appended.</summary>
internal sealed class AuditFileRow
{
    /// <summary>Track: which kind of audit <see cref="Audit"/> numbers.</summary>
    public required AuditKind Track { get; init; }

    /// <summary>The case or the voluntary audit.</summary>
    public required long Audit { get; init; }

    public required int Version { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who wrote it, by name.</summary>
    public required string Author { get; init; }

    /// <summary>The record as JSON.</summary>
    public required string Content { get; init; }
}
