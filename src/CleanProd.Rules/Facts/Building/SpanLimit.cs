namespace CleanProd.Rules.Facts.Building;

/// <summary>How plain values stand while their limit stays the same.</summary>
internal enum SpanStanding
{
    /// <summary>Each by its number, within the limit or not.</summary>
    ByLimit,

    /// <summary>None can be told: no limit is known, or what decides on it.</summary>
    Indeterminate,

    /// <summary>None is judged: another value speaks for it.</summary>
    Free,
}

/// <summary>What holds all plain values of some days.</summary>
/// <param name="Standing">How they stand.</param>
/// <param name="Limit">The limit they are held against, if any.</param>
internal readonly record struct SpanLimit(SpanStanding Standing, AppliedLimit Limit);
