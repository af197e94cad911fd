using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Rules;

/// <summary>A law, measure or standard.</summary>
/// <param name="Law">Title.</param>
/// <param name="Number">Document number.</param>
/// <param name="Promulgated">Day it was promulgated; null when not known.</param>
/// <param name="InForceFrom">First day in force.</param>
/// <param name="InForceTo">Last day in force; null while it is.</param>
/// <param name="Basis"><c>sourced</c> or <c>recalled</c>.</param>
public sealed record Instrument(
    Wording Law, string Number, DateOnly? Promulgated, DateOnly InForceFrom, DateOnly? InForceTo, string Basis);

/// <summary>One rule pack: an instrument as data. Immutable; named by id and hash, never updated in place.</summary>
public sealed record RulePack
{
    /// <summary>Identity of the pack (<c>cn-measures-2016</c>).</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of the file's text, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>File it was read from, as given.</summary>
    public required string FileName { get; init; }

    /// <summary>Title.</summary>
    public required Wording Title { get; init; }

    /// <summary>The instrument it encodes.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>First determination date for which it is chosen.</summary>
    public required DateOnly GovernsFrom { get; init; }

    /// <summary>Last determination date for which it is chosen; null for no end.</summary>
    public DateOnly? GovernsTo { get; init; }

    /// <summary><c>CN</c>, <c>CN-44</c>, <c>US</c> …; a pack of a Chinese province concerns the facilities of that province alone.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Months of the judged period that end with the month of the determination date; null for the screened calendar year.</summary>
    public int? PeriodMonths { get; init; }

    /// <summary>Dated parameters.</summary>
    public required IReadOnlyList<PackParameter> Parameters { get; init; }

    /// <summary>Rules in the order of the file.</summary>
    public required IReadOnlyList<PackRule> Rules { get; init; }

    /// <summary>The workflows as JSON, exactly as RulesEngine reads them.</summary>
    public required IReadOnlyList<string> Workflows { get; init; }

    /// <summary>Cases the pack must pass.</summary>
    public required IReadOnlyList<PackCase> Cases { get; init; }

    /// <summary>The clauses of the instrument and what becomes of them; empty where the pack does not list them.</summary>
    public IReadOnlyList<PackClause> Clauses { get; init; } = [];

    /// <summary>Small mistakes that no case can notice, and why.</summary>
    public IReadOnlyList<ExplainedMutant> Survivors { get; init; } = [];

    /// <summary>Tests that no case can see both ways, and why.</summary>
    public IReadOnlyList<ExplainedMutant> Unseen { get; init; } = [];

    /// <summary>Findings of the analysis that are no mistakes, and why.</summary>
    public IReadOnlyList<AcceptedFinding> Accepted { get; init; } = [];

    /// <summary>The section on written notices as JSON, read by the stage of notices; null where the regime has none.</summary>
    public string? NoticeJson { get; init; }

    /// <summary>The section on who makes the list as JSON, read by the stage of lists; null where the regime has none.</summary>
    public string? ProcedureJson { get; init; }

    /// <summary><c>id@sha256</c>, the name under which decisions cite it.</summary>
    public string Name => $"{Id}@{Sha256}";

    /// <summary>Whether it is chosen on a determination date.</summary>
    public bool Governs(DateOnly day) => day >= GovernsFrom && (GovernsTo is null || day <= GovernsTo);

    /// <summary>Prefix of the division codes of facilities it concerns (<c>44</c>); null for all.</summary>
    public string? RegionPrefix => Jurisdiction.StartsWith("CN-", StringComparison.Ordinal) ? Jurisdiction[3..] : null;

    /// <summary>Whether its jurisdiction lies within that of another pack: a province within the country, a city within its province.</summary>
    public bool IsWithin(RulePack wider) => Jurisdiction != wider.Jurisdiction
        && (wider.RegionPrefix is { } prefix ? RegionPrefix is { } own && own.StartsWith(prefix, StringComparison.Ordinal) : RegionPrefix is not null && wider.Jurisdiction == "CN");

    /// <summary>The days judged in a screening of a year on a determination date.</summary>
    public ReportingPeriod PeriodOf(int year, DateOnly asOf) =>
        PeriodMonths is { } months ? ReportingPeriod.MonthsEnding(asOf, months) : ReportingPeriod.OfYear(year);
}

/// <summary>A threshold, list or table that changes by date.</summary>
/// <param name="Id">Name after <c>p.</c>.</param>
/// <param name="Kind">Shape of the values.</param>
/// <param name="Unit">Unit of the numbers.</param>
/// <param name="Values">Values with their days in force.</param>
/// <param name="Position">Where it stands in the file.</param>
public sealed record PackParameter(string Id, ParameterKind Kind, string Unit, IReadOnlyList<ParameterValue> Values, TextPosition Position)
{
    /// <summary>What it is.</summary>
    public Wording Title { get; init; } = Wording.None;
}

/// <summary>Shape of a parameter.</summary>
public enum ParameterKind
{
    /// <summary>One number.</summary>
    Number,

    /// <summary>A list of texts.</summary>
    List,

    /// <summary>Numbers by key.</summary>
    Table,
}

/// <summary>One value of a parameter.</summary>
/// <param name="From">First day in force.</param>
/// <param name="To">Last day in force; null while it is.</param>
/// <param name="Value"><see cref="decimal"/>, <see cref="TextList"/> or <see cref="ParameterTable"/>.</param>
/// <param name="Citation">Where the law sets it.</param>
public sealed record ParameterValue(DateOnly From, DateOnly? To, object Value, string Citation);

/// <summary>A rule of a pack, its nested conditions folded into one.</summary>
public sealed record PackRule
{
    /// <summary>Name, unique in the pack.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the workflow it stands in.</summary>
    public required string Workflow { get; init; }

    /// <summary>Ground of the law; null where the regime has none.</summary>
    public string? Ground { get; init; }

    /// <summary>What it cites.</summary>
    public required Wording Citation { get; init; }

    /// <summary>The reason in a sentence for people.</summary>
    public required Wording Sentence { get; init; }

    /// <summary>The condition, folded.</summary>
    public required ConditionNode Condition { get; init; }

    /// <summary>Whether the rule concerns the facility at all; null for always.</summary>
    public ConditionText? AppliesWhen { get; init; }

    /// <summary>Where its name stands in the file.</summary>
    public TextPosition Position { get; init; } = new(1, 1);

    /// <summary>Facts that must all be present, else the rule is undetermined.</summary>
    public IReadOnlyList<ConditionText> Requires { get; init; } = [];

    /// <summary>When the rule does not bind although its condition holds.</summary>
    public IReadOnlyList<RuleException> Exceptions { get; init; } = [];

    /// <summary>How it stands to a rule of a wider jurisdiction; null where the pack says nothing.</summary>
    public OverlayMark? Overlay { get; init; }
}

/// <summary>An exception with its own citation.</summary>
public sealed record RuleException(ConditionText When, Wording Citation, Wording Sentence);

/// <summary>A line and column of a file, both from 1.</summary>
public readonly record struct TextPosition(int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Line}:{Column}";
}

/// <summary>A condition as written, with the place where its text starts.</summary>
/// <param name="Text">The expression.</param>
/// <param name="Position">Line and column of its first character in the pack.</param>
/// <param name="Locals">Named sub-expressions in scope, in order of definition.</param>
public sealed record ConditionText(string Text, TextPosition Position, IReadOnlyList<LocalText> Locals)
{
    /// <summary>The text as the pack writes it, with the escapes of JSON; empty where it does not stand in a pack.</summary>
    public string Escaped { get; init; } = "";
}

/// <summary>A named sub-expression as written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">The expression.</param>
/// <param name="Position">Line and column of its first character in the pack.</param>
/// <param name="Escaped">The text with the escapes of JSON.</param>
public sealed record LocalText(string Name, string Text, TextPosition Position, string Escaped);

/// <summary>A condition, or a group of them under one operator.</summary>
public abstract record ConditionNode
{
    /// <summary>One expression.</summary>
    public sealed record Leaf(ConditionText Text) : ConditionNode;

    /// <summary>All of them (<c>And</c>) or any of them (<c>Or</c>).</summary>
    public sealed record Group(bool All, IReadOnlyList<ConditionNode> Children) : ConditionNode;
}

/// <summary>An example that a pack carries and must pass.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="AsOf">Determination date.</param>
/// <param name="Year">Screened year.</param>
/// <param name="Rows">Input facts: table, cells by English heading.</param>
/// <param name="ExpectedOutcome">Outcome word of the facility; null when not asked.</param>
/// <param name="ExpectedRules">Per rule what is expected.</param>
/// <param name="Position">Where it stands in the file.</param>
public sealed record PackCase(
    string Name, DateOnly AsOf, int Year, IReadOnlyList<(string Table, IReadOnlyDictionary<string, string> Cells)> Rows,
    string? ExpectedOutcome, IReadOnlyList<ExpectedRule> ExpectedRules, TextPosition Position);

/// <summary>What a case expects of one rule.</summary>
/// <param name="Rule">Rule or ground.</param>
/// <param name="Outcome">Outcome word.</param>
/// <param name="Citation">A part of the citation; null when not asked.</param>
/// <param name="Missing">Parts of the missing facts' names.</param>
public sealed record ExpectedRule(string Rule, string Outcome, string? Citation, IReadOnlyList<string> Missing);
