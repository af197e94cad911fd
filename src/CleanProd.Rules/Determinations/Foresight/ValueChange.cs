using System.Text.Json.Serialization;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Determinations.Foresight;

/// <summary>What kind of report a change would concern.</summary>
public enum ReportKind
{
    /// <summary>A measured value, or a mean formed of such values.</summary>
    Measurement,

    /// <summary>A year's ready-made summary.</summary>
    Summary,

    /// <summary>A quantity discharged.</summary>
    Discharge,

    /// <summary>Energy per unit of product.</summary>
    Energy,

    /// <summary>A substance that would not be used, produced or discharged any more.</summary>
    Substance,

    /// <summary>An indicator.</summary>
    Indicator,
}

/// <summary>A value that would have to be another.</summary>
/// <param name="Kind">What kind of report.</param>
/// <param name="Source">Where the value was read.</param>
public sealed record ValueChange(ReportKind Kind, SourceRef Source)
{
    /// <summary>Outlet; null where there is none.</summary>
    public string? OutletId { get; init; }

    /// <summary>Pollutant, substance, product or indicator for people.</summary>
    public string? Name { get; init; }

    /// <summary>Date, time or year.</summary>
    public string? At { get; init; }

    /// <summary>The value as it is, in <see cref="Unit"/>; null where it has none.</summary>
    public decimal? From { get; init; }

    /// <summary>What it would have to be, in <see cref="Unit"/>; null for a substance that would have to go.</summary>
    public decimal? To { get; init; }

    /// <summary>Unit of both.</summary>
    public string? Unit { get; init; }

    /// <summary>Pollutant code, to find the series.</summary>
    [JsonIgnore]
    internal string? Code { get; init; }

    /// <summary>How large the change is against the value itself.</summary>
    [JsonIgnore]
    internal decimal Size => From is { } from && To is { } to && from != 0 ? Math.Abs(from - to) / Math.Abs(from) : 1m;

    /// <summary>The smallest step in which the value is told.</summary>
    [JsonIgnore]
    internal decimal Step => new(1, 0, 0, false, Math.Min((From ?? 0m).Scale, (byte)6));
}

/// <summary>The smallest change that would take an enterprise off the list under one rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Ground">Ground of the law.</param>
/// <param name="Citation">Its clause.</param>
/// <param name="Changes">The values that would have to be others; none can be left out. Empty when no value of the enterprise decides.</param>
/// <param name="After">What the rule would say with these changes, by judging again from the reports on.</param>
/// <param name="IsSmallest">Whether leaving out was tried for every single one of them.</param>
/// <param name="Note">Why there is no such change, where there is none.</param>
public sealed record WayOff(string Rule, string? Ground, Wording Citation, IReadOnlyList<ValueChange> Changes, Outcome After, bool IsSmallest, Wording Note)
{
    /// <summary>Whether the enterprise would be off the list under this rule.</summary>
    public bool IsOff => After != Outcome.Triggered;
}
