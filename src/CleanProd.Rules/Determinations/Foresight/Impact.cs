using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Determinations.Foresight;

/// <summary>In what way a change of rules touches an enterprise.</summary>
public enum ImpactKind
{
    /// <summary>Listed, and was not before.</summary>
    Joins,

    /// <summary>Not listed any more.</summary>
    Leaves,

    /// <summary>Listed before and after, for other reasons.</summary>
    ReasonChanges,

    /// <summary>Cannot be decided any more for lack of a fact.</summary>
    BecomesUndetermined,

    /// <summary>Could not be decided before.</summary>
    CeasesUndetermined,

    /// <summary>A rule fails: nothing may be released.</summary>
    Fails,
}

/// <summary>The number that decided a rule for an enterprise.</summary>
public sealed record DecidingValue
{
    /// <summary>Outlet; null where there is none.</summary>
    public string? OutletId { get; init; }

    /// <summary>Pollutant, substance, product or indicator, by name.</summary>
    public string? Name { get; init; }

    /// <summary>Date, time or year.</summary>
    public string? At { get; init; }

    /// <summary>The value in plain notation, with its qualifier.</summary>
    public string? Value { get; init; }

    /// <summary>What it was held against, in plain notation.</summary>
    public string? Limit { get; init; }

    /// <summary>Unit of both.</summary>
    public string? Unit { get; init; }

    /// <summary>The test as written, where no single row decides.</summary>
    public string? Condition { get; init; }

    /// <summary>Where the value was read; null where no single row decides.</summary>
    public SourceRef? Source { get; init; }

    /// <summary>The most telling number of a determination; null when no number decided.</summary>
    internal static DecidingValue? Of(RuleDetermination rule)
    {
        if (rule.Evidence.OrderByDescending(e => e.Ratio ?? -1m).FirstOrDefault() is { } e)
        {
            return new()
            {
                OutletId = e.OutletId, Name = e.Name ?? e.Pollutant, At = e.At, Value = e.Value?.ToString(), Unit = e.Unit,
                Limit = e.Limit is { } limit ? PlainNumber.Text(limit) : null, Source = e.Source,
            };
        }

        return rule.Margin is { } m ? new() { Name = m.Subject, Value = m.Value, Limit = m.Threshold, Condition = m.Condition } : null;
    }
}

/// <summary>What a rule said before and says after.</summary>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Ground">Ground of the law; null where the regime has none.</param>
/// <param name="Citation">Clause; of the rule after, or of the one before where it is gone.</param>
/// <param name="Before">Outcome before; null where there was no such rule.</param>
/// <param name="After">Outcome after; null where there is no such rule any more.</param>
/// <param name="DecidedBefore">The number that decided before.</param>
/// <param name="DecidedAfter">The number that decides after.</param>
/// <param name="Missing">Absent facts that leave it open after, or left it open before.</param>
public sealed record ImpactReason(
    string Rule, string? Ground, Wording Citation, Outcome? Before, Outcome? After, DecidingValue? DecidedBefore, DecidingValue? DecidedAfter, IReadOnlyList<string> Missing);

/// <summary>An enterprise that a change of rules touches.</summary>
/// <param name="FacilityId">Its identity.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">Division code, or as written; null when not reported.</param>
/// <param name="Industry">Industry code, or as written; null when not reported.</param>
/// <param name="Before">Its outcome before.</param>
/// <param name="After">Its outcome after.</param>
/// <param name="Kinds">In what ways it is touched.</param>
/// <param name="Reasons">The rules that make the difference.</param>
public sealed record ImpactEntry(
    string FacilityId, string Name, string? Region, string? Industry, Outcome Before, Outcome After, IReadOnlyList<ImpactKind> Kinds, IReadOnlyList<ImpactReason> Reasons);

/// <summary>How many a change touches.</summary>
public sealed record ImpactCounts(int Joins, int Leaves, int ReasonChanges, int BecomeUndetermined, int CeaseUndetermined, int Fail)
{
    internal static ImpactCounts Of(IEnumerable<ImpactEntry> entries)
    {
        var kinds = entries.SelectMany(e => e.Kinds).CountBy(k => k).ToDictionary();
        int Of(ImpactKind kind) => kinds.GetValueOrDefault(kind);
        return new(Of(ImpactKind.Joins), Of(ImpactKind.Leaves), Of(ImpactKind.ReasonChanges), Of(ImpactKind.BecomesUndetermined), Of(ImpactKind.CeasesUndetermined), Of(ImpactKind.Fails));
    }
}

/// <summary>How many a change touches in one city, industry or ground.</summary>
/// <param name="Key">Code of the city (four digits), of the industry's division (letter and two digits), or of the ground; empty where none was reported.</param>
/// <param name="Counts">How many.</param>
public sealed record ImpactSlice(string Key, ImpactCounts Counts);

/// <summary>What a change of rules would do to the list of a year.</summary>
public sealed record Impact
{
    /// <summary>Packs before, <c>id@sha256</c>.</summary>
    public required IReadOnlyList<string> Before { get; init; }

    /// <summary>Packs after.</summary>
    public required IReadOnlyList<string> After { get; init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>The determination date.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>How many enterprises were judged.</summary>
    public required int Facilities { get; init; }

    /// <summary>How many are listed before.</summary>
    public required int ListedBefore { get; init; }

    /// <summary>How many are listed after.</summary>
    public required int ListedAfter { get; init; }

    /// <summary>How many are touched.</summary>
    public required ImpactCounts Counts { get; init; }

    /// <summary>By city.</summary>
    public required IReadOnlyList<ImpactSlice> ByRegion { get; init; }

    /// <summary>By industry.</summary>
    public required IReadOnlyList<ImpactSlice> ByIndustry { get; init; }

    /// <summary>By ground of the rules that make the difference.</summary>
    public required IReadOnlyList<ImpactSlice> ByGround { get; init; }

    /// <summary>Everyone touched, in ordinal order.</summary>
    public required IReadOnlyList<ImpactEntry> Entries { get; init; }
}
