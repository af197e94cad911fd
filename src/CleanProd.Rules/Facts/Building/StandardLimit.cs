using CleanProd.Rules.Facts.Limits;

namespace CleanProd.Rules.Facts.Building;

/// <summary>What the standards say of all values of a series between two changes of the law.</summary>
/// <param name="answer">The limits, or what is missing to tell.</param>
/// <param name="unit">Unit of the values.</param>
internal sealed class StandardLimit(LimitAnswer answer, Unit unit)
{
    private readonly ApplicableLimit[] _limits = [.. answer.Possible.SelectMany(p => p.Limits)];
    private ApplicableLimit? _shown;
    private AppliedLimit? _applied;

    internal LimitAnswer Answer => answer;

    /// <summary>Whether another window is judged in their place.</summary>
    internal bool IsFree { get; init; }

    /// <summary>Why none of them can be judged.</summary>
    internal Wording? Open { get; init; }

    /// <summary>The stacks whose rates are summed before they are held against it.</summary>
    internal StackGroup? Stacks { get; init; }

    /// <summary>Whether the values are reported at reference oxygen already.</summary>
    internal bool IsConverted { get; init; }

    /// <summary>Whether a limit wants the value at reference oxygen.</summary>
    internal bool AsksOxygen { get; } = answer.Possible.Any(p => p.Limits.Any(l => l.ReferenceOxygen is not null));

    /// <summary>Whether the number alone decides: one limit that is known, and nothing is converted.</summary>
    internal bool IsPlain => Stacks is null && answer.Standing == LimitStanding.Applies && _limits is [{ NotDetectable: false, ReferenceOxygen: null } only] && only.Unit.ConvertsTo(unit);

    /// <summary>The limit that is shown. What is exceeded however the missing facts turn out is shown against its loosest possible limit.</summary>
    internal ApplicableLimit Shown => _shown ??= _limits.Where(l => l.Unit.ConvertsTo(unit)).OrderByDescending(l => l.High is { } h ? l.Unit.Convert(h, unit) : 0m).First();

    /// <summary>The same in the unit of the values.</summary>
    internal AppliedLimit Applied => _applied ??= new(
        Shown.Low is { } low ? Shown.Unit.Convert(low, unit) : null, Shown.High is { } high ? Shown.Unit.Convert(high, unit) : null, Shown.Citation) { Law = Shown };
}

/// <summary>How a value stands to the limit of a standard.</summary>
internal readonly record struct StandardJudgement(Standing Standing, decimal? Ratio, AppliedLimit Limit, bool IsFree)
{
    /// <summary>The value at reference oxygen, where it was converted.</summary>
    internal MeasuredValue? Converted { get; init; }

    /// <summary>What is missing to tell.</summary>
    internal Wording? Open { get; init; }

    /// <summary>How it was converted.</summary>
    internal Wording? Remark { get; init; }
}
