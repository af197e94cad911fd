using CleanProd.Rules.Facts.Limits;

namespace CleanProd.Rules.Facts.Building;

/// <summary>The limit one value is held against, in the unit of the value.</summary>
/// <param name="Low">Lower limit.</param>
/// <param name="High">Upper limit.</param>
/// <param name="Basis">Where it comes from.</param>
internal readonly record struct AppliedLimit(decimal? Low, decimal? High, string? Basis)
{
    /// <summary>
    /// The limit reported with the value; else the permit's in force on the day, the strictest of several (排污许可: 从严). A permit limit in a
    /// unit that does not convert is no limit for this value.
    /// </summary>
    internal static AppliedLimit Of(decimal? statedLow, decimal? statedHigh, Unit unit, DateOnly day, PermitLimits permits)
    {
        if (statedHigh is not null || statedLow is not null) return new(statedLow, statedHigh, "随监测值报告的限值");
        return permits.On(unit, day) is { } permit ? new(permit.Low, permit.High, permit.Standard) { Law = permit } : default;
    }

    /// <summary>The limit as permit or standard sets it, in its own unit; null for one that was reported with the value.</summary>
    internal ApplicableLimit? Law { get; init; }

    /// <summary>Whether there is no bound.</summary>
    internal bool IsNone => Low is null && High is null;

    /// <summary>The bound a value is shown against: the lower one when the value is below it.</summary>
    internal decimal? Broken(MeasuredValue value) => Low is { } low && value.Number < low ? low : High ?? Low;
}
