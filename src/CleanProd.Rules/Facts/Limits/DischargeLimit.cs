namespace CleanProd.Rules.Facts.Limits;

/// <summary>What a limit bounds.</summary>
public enum LimitKind
{
    /// <summary>A concentration, a count or a range such as pH.</summary>
    Concentration,

    /// <summary>Mass per hour through a stack; depends on its height (DB44/27-2001 4.3.2).</summary>
    Rate,

    /// <summary>A share that treatment must remove: a lower limit.</summary>
    Removal,

    /// <summary>Mass per unit of product.</summary>
    Load,

    /// <summary>Base drainage or base gas volume per unit of product (基准排水量): what a concentration is converted to, no limit of its own.</summary>
    BaseVolume,
}

/// <summary>Where a water limit is judged.</summary>
public enum MonitoringPoint
{
    /// <summary>Not stated.</summary>
    Any,

    /// <summary>Outlet of the workshop or its treatment: class-I pollutants (DB44/26-2001 5.1).</summary>
    Workshop,

    /// <summary>Outlet of the unit: class-II pollutants (DB44/26-2001 5.1).</summary>
    Total,
}

/// <summary>One row of <c>limits/</c>: a value with the conditions under which it binds.</summary>
public sealed record DischargeLimit
{
    /// <summary>Identity of the row, kept from the source table.</summary>
    public required string RowId { get; init; }

    /// <summary>Number of the standard.</summary>
    public required string Standard { get; init; }

    /// <summary>Table of the standard.</summary>
    public required string Table { get; init; }

    /// <summary>Clause of the standard.</summary>
    public required string Clause { get; init; }

    /// <summary>What the limit covers, in the words of the standard.</summary>
    public required string Scope { get; init; }

    /// <summary>Water or air.</summary>
    public required Medium Medium { get; init; }

    /// <summary>Name of the pollutant in the standard.</summary>
    public required string Pollutant { get; init; }

    /// <summary>The codes that mean it: of the row, and of its name in the register.</summary>
    public required IReadOnlyList<PollutantCode> Codes { get; init; }

    /// <summary>What is bounded.</summary>
    public required LimitKind Kind { get; init; }

    /// <summary>Lower bound, which itself complies; null where there is none.</summary>
    public decimal? Low { get; init; }

    /// <summary>Upper bound, which itself complies; null where there is none.</summary>
    public decimal? High { get; init; }

    /// <summary>不得检出: anything that the method detects exceeds; never the same as zero.</summary>
    public bool NotDetectable { get; init; }

    /// <summary>Unit of the bounds.</summary>
    public required Unit Unit { get; init; }

    /// <summary>Stack height a rate is listed for, m.</summary>
    public decimal? StackHeightM { get; init; }

    /// <summary>Oxygen content that a concentration is converted to before it is held against the limit, %; null where none is.</summary>
    public decimal? ReferenceOxygen { get; init; }

    /// <summary>First sampling day on which it binds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last sampling day; null while it binds.</summary>
    public DateOnly? To { get; init; }

    /// <summary>When it binds.</summary>
    public required LimitConditions Conditions { get; init; }

    /// <summary><c>sourced</c> or <c>recalled</c>.</summary>
    public required string Basis { get; init; }

    /// <summary>Remarks of the source table and doubts about the row.</summary>
    public string? Remark { get; init; }

    /// <summary>Row of the library.</summary>
    public required SourceRef Source { get; init; }

    /// <summary>Whether it binds samples of a day.</summary>
    public bool IsInForce(DateOnly day) => day >= From && !(day > To);
}
