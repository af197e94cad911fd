namespace CleanProd.Rules.Facts.Limits;

/// <summary>What can be said about the limit of a value.</summary>
internal enum LimitStanding
{
    /// <summary>The limit is known.</summary>
    Applies,

    /// <summary>No limit applies.</summary>
    NoLimit,

    /// <summary>There is a limit, but it is read against another averaging window (DB44/26-2001 5.2.2: the daily mean, not one's own single sample).</summary>
    OtherWindow,

    /// <summary>A fact is missing to tell.</summary>
    Missing,
}

/// <summary>A limit that binds, with where it stands.</summary>
public sealed record ApplicableLimit
{
    /// <summary>Lower bound; on it complies.</summary>
    public decimal? Low { get; init; }

    /// <summary>Upper bound; on it complies.</summary>
    public decimal? High { get; init; }

    /// <summary>不得检出.</summary>
    public bool NotDetectable { get; init; }

    /// <summary>Unit of the bounds.</summary>
    public required Unit Unit { get; init; }

    /// <summary>Number of the standard, or the permit.</summary>
    public required string Standard { get; init; }

    /// <summary>Table; null for a permit.</summary>
    public string? Table { get; init; }

    /// <summary>Clauses: of the limit, and of the rule that computed or chose it.</summary>
    public string? Clause { get; init; }

    /// <summary>Oxygen content the concentration is converted to first, %.</summary>
    public decimal? ReferenceOxygen { get; init; }

    /// <summary><c>sourced</c>, <c>recalled</c>, or null for a permit.</summary>
    public string? Basis { get; init; }

    /// <summary>Remarks and doubts of the row.</summary>
    public string? Remark { get; init; }

    /// <summary>Row of the library or of the permit table.</summary>
    public required SourceRef Source { get; init; }

    /// <summary>Identity of the row: that of the library, or where the permit's row stands.</summary>
    public string RowId { get => field ?? Source.ToString(); init; }

    /// <summary>The limits of the other waters of a mixed outlet, each with its standard, of which this is the strictest.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>How a mixed outlet came to it; null where nothing was weighed.</summary>
    public Wording? How { get; init; }

    /// <summary>Standard, table, clause and trust on one line, as evidence shows it.</summary>
    public string Citation => Beside.Count == 0 ? Cited : $"{Cited}（混合排放从严，另有：{string.Join("、", Beside)}；GB 4287-2012 4.5、GB 39731-2020 4.4）";

    /// <summary>Standard, table and bounds, as another limit names it.</summary>
    internal string Named => $"{Standard}{(Table is null ? "" : $" 表{Table.TrimStart('表')}")} {Bounds} {Unit.Symbol}";

    private string Cited =>
        string.Join(' ', new[] { Standard, Table is null ? null : $"表{Table.TrimStart('表')}", Clause, Basis == "recalled" ? "（凭记忆，待核实）" : null }.Where(t => t is not null));

    private string Bounds => NotDetectable ? "不得检出" : (Low, High) switch
    {
        ({ } low, { } high) => $"{PlainNumber.Text(low)}–{PlainNumber.Text(high)}",
        ({ } low, null) => $"≥{PlainNumber.Text(low)}",
        (null, { } high) => PlainNumber.Text(high),
        _ => "",
    };
}

/// <summary>A fact that is missing to tell.</summary>
/// <param name="Name">Name: <c>outlets.grade</c>, <c>fuel</c>, <c>limits of GB 19821-2005</c>.</param>
/// <param name="Question">How it is asked.</param>
internal sealed record MissingLimitFact(string Name, Wording Question);

/// <summary>One way in which the missing facts may turn out, and the limits then.</summary>
/// <param name="Standing">Applies, no limit, or another window; missing when a limit that is not at hand binds too.</param>
/// <param name="Limits">Limits that bind, all of them.</param>
/// <param name="Reason">Why none applies, or what is not at hand.</param>
internal sealed record PossibleAnswer(LimitStanding Standing, IReadOnlyList<ApplicableLimit> Limits, Wording Reason)
{
    internal string Key => $"{Standing}|{string.Join(',', Limits.Select(l => $"{l.RowId}:{l.Low}:{l.High}:{l.Source}"))}|{Reason.Zh}";
}

/// <summary>The limits of a value; or that none applies; or which fact is missing to tell.</summary>
/// <param name="Possible">Every way the missing facts may turn out; one when nothing is missing.</param>
/// <param name="Missing">What is missing to tell them apart.</param>
internal sealed record LimitAnswer(IReadOnlyList<PossibleAnswer> Possible, IReadOnlyList<MissingLimitFact> Missing)
{
    /// <summary>What can be said.</summary>
    public LimitStanding Standing => Missing.Count > 0 || Possible.Count != 1 ? LimitStanding.Missing : Possible[0].Standing;

    /// <summary>The limits that bind; empty unless they are known.</summary>
    public IReadOnlyList<ApplicableLimit> Limits => Standing == LimitStanding.Applies ? Possible[0].Limits : [];

    /// <summary>Why none applies; nothing where one does.</summary>
    public Wording Reason => Possible.Count == 1 ? Possible[0].Reason : Wording.None;
}
