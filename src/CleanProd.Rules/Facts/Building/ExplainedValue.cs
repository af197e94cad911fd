namespace CleanProd.Rules.Facts.Building;

/// <summary>One stage on the way from the source row to the judgement.</summary>
public enum ValueStage
{
    /// <summary>The row as it was reported.</summary>
    Source,

    /// <summary>Whether the value counts: flag, outage, parts of a mean.</summary>
    Validity,

    /// <summary>Conversion to the base drainage or the reference oxygen.</summary>
    Conversion,

    /// <summary>The limit with standard, table and clause, or that there is none, or what is missing to tell.</summary>
    Limit,

    /// <summary>The comparison.</summary>
    Comparison,
}

/// <summary>What was found at one stage.</summary>
public sealed record ValueStep(ValueStage Stage, Wording Text);

/// <summary>One measured value with every step of its judgement.</summary>
/// <param name="Series">Outlet, pollutant, window, origin, unit.</param>
/// <param name="At">First moment of the time it stands for.</param>
/// <param name="Reported">The value as it was reported, or as a mean was formed.</param>
/// <param name="Source">The row; of a formed mean that of its first part.</param>
/// <param name="Standing">How it stands to its limit; null when it is not judged, or another value is judged in its place.</param>
/// <param name="Steps">The steps in their order.</param>
public sealed record ExplainedValue(
    SeriesKey Series, DateTime At, MeasuredValue Reported, SourceRef Source, Standing? Standing, IReadOnlyList<ValueStep> Steps)
{
    /// <summary>The value that was compared.</summary>
    public MeasuredValue? Compared { get; init; }

    /// <summary>Lower limit, in the series' unit.</summary>
    public decimal? LimitLow { get; init; }

    /// <summary>Upper limit, in the series' unit.</summary>
    public decimal? LimitHigh { get; init; }

    /// <summary>Value over limit; null where it tells nothing.</summary>
    public decimal? Ratio { get; init; }
}
