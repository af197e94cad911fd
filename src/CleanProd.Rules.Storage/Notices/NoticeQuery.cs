using CleanProd.Rules.Notices;

namespace CleanProd.Rules.Storage.Notices;

/// <summary>Which notices are asked for.</summary>
/// <param name="Regions">Beginnings of division codes: notices of enterprises there.</param>
/// <param name="Facilities">Single enterprises; their notices once the document is written.</param>
public sealed record NoticeQuery(IReadOnlyList<string> Regions, IReadOnlyList<string> Facilities)
{
    /// <summary>Of a list or amendment, or of the list with its amendments.</summary>
    public long? List { get; init; }

    /// <summary>Of an enterprise.</summary>
    public string? Facility { get; init; }

    /// <summary>In a state.</summary>
    public NoticeState? State { get; init; }

    /// <summary>Of a kind.</summary>
    public NoticeKind? Kind { get; init; }

    /// <summary>Of an organ.</summary>
    public long? Organ { get; init; }

    /// <summary>Of a year of issue.</summary>
    public int? Year { get; init; }

    /// <summary>A part of its number.</summary>
    public string? Number { get; init; }

    /// <summary>Only those with a smaller number of the row.</summary>
    public long? Before { get; init; }

    /// <summary>At most so many.</summary>
    public int Most { get; init; } = 50;
}
