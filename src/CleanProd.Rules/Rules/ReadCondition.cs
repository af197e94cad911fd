using System.Linq.Expressions;

namespace CleanProd.Rules.Rules;

/// <summary>A condition that was read and found allowed.</summary>
/// <param name="Written">As it was written: parameters and named parts stand as names.</param>
/// <param name="Expanded">With the named parts in place; parameters stand as names.</param>
/// <param name="Folded">With the values of parameters in place, too.</param>
/// <param name="Places">Where the parts of <paramref name="Written"/> stand in the text.</param>
/// <param name="Origin">The part of <paramref name="Written"/> that a part of <paramref name="Expanded"/> came of.</param>
internal sealed record ReadCondition(Expression Written, Expression Expanded, Expression Folded, ExpressionPlaces Places, Func<Expression, Expression> Origin)
{
    /// <summary>Where a part of <see cref="Expanded"/> stands in the text; null when it has no place of its own.</summary>
    internal int? OffsetOf(Expression part) => Places.TokenOf(Origin(ThreeValued.Bare(part)))?.Offset;
}
