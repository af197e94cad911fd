using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Storage.Tables;

/// <summary>Which rows of the fact tables are read at once.</summary>
internal sealed class FactSelection
{
    private readonly Func<StoreDialect, string> _where;
    private readonly Func<StoreDialect, object[]> _parameters;

    private FactSelection(bool ofFacilities, Func<StoreDialect, string> where, Func<StoreDialect, object[]> parameters) =>
        (OfFacilities, _where, _parameters) = (ofFacilities, where, parameters);

    /// <summary>Whether rows are found through the facilities (table <c>f</c>), whose number differs from import to import.</summary>
    internal bool OfFacilities { get; }

    /// <summary>Facilities of one import by their numbers.</summary>
    internal static FactSelection Range(long import, int from, int before) => new(
        false, _ => "\"import_id\" = $1 AND \"facility_no\" >= $2 AND \"facility_no\" < $3", _ => [import, from, before]);

    /// <summary>Some facilities over some imports.</summary>
    internal static FactSelection Of(IReadOnlyList<FacilityId> facilities, IReadOnlyList<long> imports) => new(
        true,
        d => $"{d.OneOf("f.facility_id", 1)} AND {d.OneOf("f.import_id", 2)}",
        d => [d.List(facilities.Select(f => f.Value)), d.List(imports)]);

    /// <summary>All facilities of some imports.</summary>
    internal static FactSelection All(IReadOnlyList<long> imports) => new(false, d => d.OneOf("\"import_id\"", 1), d => [d.List(imports)]);

    internal string Where(StoreDialect dialect) => _where(dialect);

    internal object[] Parameters(StoreDialect dialect) => _parameters(dialect);
}
