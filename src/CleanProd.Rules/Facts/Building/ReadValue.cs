using CleanProd.Rules.Facts.Validity;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Facts.Building;

/// <summary>By what a value is judged.</summary>
internal enum JudgedBy
{
    /// <summary>Itself.</summary>
    Itself,

    /// <summary>The valid mean of its stretch of time, which is judged in its place.</summary>
    Mean,

    /// <summary>Nothing that decides: there is no valid mean of its stretch. Within the limit it is within; over it, it cannot be told.</summary>
    Bound,

    /// <summary>Nothing: it cannot be told whether it exceeds.</summary>
    Nothing,
}

/// <summary>A value that counts, after validity and conversion.</summary>
internal readonly record struct ReadValue(Unit Unit, SeriesPoint Point)
{
    internal JudgedBy By { get; init; }

    // Oxygen in the stack at the same time, %.
    internal decimal? Oxygen { get; init; }

    // The value before its conversion to the base drainage.
    internal MeasuredValue? Measured { get; init; }

    // Why nothing can be told of it.
    internal Wording? Why { get; init; }

    // How the number came about, for its evidence.
    internal Wording? Remark { get; init; }
}
