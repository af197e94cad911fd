using System.Linq.Expressions;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Storage;

/// <summary>What a person reaches: everything in some regions, and single facilities.</summary>
/// <param name="Regions">Regions, each with all that lies in it.</param>
/// <param name="Facilities">Single facilities.</param>
public sealed record Reach(IReadOnlyList<RegionCode> Regions, IReadOnlyList<FacilityId> Facilities)
{
    /// <summary>Everything there is.</summary>
    public static readonly Reach Everything = new([RegionCode.Nation], []);

    /// <summary>Whether all of a region lies within.</summary>
    public bool Covers(RegionCode region) => Regions.Any(r => r.Covers(region));

    /// <summary>Whether a facility lies within.</summary>
    public bool Holds(RegionCode region, FacilityId facility) => Covers(region) || Facilities.Contains(facility);
}

/// <summary>Cuts queries to what a person reaches.</summary>
internal static class ReachQuery
{
    /// <summary>Rows within reach.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="reach">What is reached.</param>
    /// <param name="region">The column with the division code without trailing zeros.</param>
    /// <param name="facility">The column with the facility; null where rows are about regions only.</param>
    internal static IQueryable<T> Within<T>(
        this IQueryable<T> rows, Reach reach, Expression<Func<T, string>> region, Expression<Func<T, string>>? facility = null)
    {
        if (reach.Regions.Contains(RegionCode.Nation)) return rows;
        var row = region.Parameters[0];
        Expression within = Expression.Constant(false);
        foreach (var place in reach.Regions)
            within = Expression.OrElse(within, Expression.Call(region.Body, nameof(string.StartsWith), null, Expression.Constant(place.Value)));
        if (facility is not null && reach.Facilities.Count > 0)
        {
            var ids = reach.Facilities.Select(f => f.Value).ToList();
            var column = new Renamed(facility.Parameters[0], row).Visit(facility.Body);
            within = Expression.OrElse(within, Expression.Call(Expression.Constant(ids), nameof(List<string>.Contains), null, column));
        }

        return rows.Where(Expression.Lambda<Func<T, bool>>(within, row));
    }

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
