namespace CleanProd.Rules.Facts.Limits;

/// <summary>How a standard stands to others: <c>discharge_standards.csv</c>, one row per standard and medium.</summary>
/// <param name="Number">Number: <c>DB44/26-2001</c>.</param>
/// <param name="Title">Title in both languages.</param>
/// <param name="Medium">Water or air.</param>
public sealed record DischargeStandard(string Number, Wording Title, Medium Medium)
{
    /// <summary>Division it is in force in (<c>44</c>); empty for the whole country.</summary>
    public required string Region { get; init; }

    /// <summary>Whether it covers one trade; a general one gives way to it (不交叉执行).</summary>
    public required bool IsSector { get; init; }

    /// <summary>Day it was issued: DB44/26-2001 6.3 gives way to later ones.</summary>
    public required DateOnly Issued { get; init; }

    /// <summary>First day in force.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day in force; null while it is.</summary>
    public DateOnly? To { get; init; }

    /// <summary>What took its place.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>Whether its values are in the library; where one that is not applies, the limit is unknown.</summary>
    public required bool IsAtHand { get; init; }

    /// <summary>Whether a general standard still holds for pollutants it does not limit.</summary>
    public bool Crosses { get; init; }

    /// <summary>Industries of a standard that is not at hand.</summary>
    public LimitConditions Scope { get; init; } = new();

    /// <summary>From this sampling day the limits of direct discharge bind a discharge into a town plant too (GB 4287-2012, amendment of 2015, 一(3)).</summary>
    public DateOnly? TownPlantDirectFrom { get; init; }

    /// <summary>Windows that its limits are read against, by origin of the value.</summary>
    public IReadOnlyDictionary<DataOrigin, IReadOnlyList<AveragingWindow>> Windows { get; init; } = new Dictionary<DataOrigin, IReadOnlyList<AveragingWindow>>();

    /// <summary>Clause on windows.</summary>
    public string? WindowClause { get; init; }

    /// <summary>Remark: what is not at hand, amendments.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it is local (DB) rather than national (GB).</summary>
    public bool IsLocal => Region.Length > 0;

    /// <summary>Whether it is in force on a day at a place.</summary>
    public bool IsInForce(DateOnly day, string region) =>
        day >= From && !(day > To) && region.StartsWith(Region, StringComparison.Ordinal);
}

/// <summary>Limits that a standard has and the library does not: where it applies, the limit is unknown.</summary>
/// <param name="Standard">Number of the standard.</param>
/// <param name="Conditions">When.</param>
/// <param name="From">First sampling day.</param>
/// <param name="To">Last sampling day; null while it lasts.</param>
/// <param name="Reason">What is not at hand.</param>
public sealed record LimitGap(string Standard, LimitConditions Conditions, DateOnly From, DateOnly? To, Wording Reason);

/// <summary>A fact that a limit asks of a person.</summary>
/// <param name="Name">Name: <c>fuel</c>.</param>
/// <param name="Values">Words it may be; empty for a number or a free text.</param>
/// <param name="Question">How it is asked.</param>
public sealed record LimitFact(string Name, IReadOnlyList<string> Values, Wording Question);
