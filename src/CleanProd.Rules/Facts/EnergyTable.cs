namespace CleanProd.Rules.Facts;

/// <summary>The rows of <c>energy_limits.csv</c> and <c>energy_industries.csv</c>.</summary>
internal static class EnergyTable
{
    internal static readonly string[] LimitColumns =
        ["row_id", "standard", "standard_name", "product_or_process", "metric", "grade", "limit_op", "limit", "unit", "applies_to", "effective_from", "effective_to", "clause", "note", "basis", "source"];

    internal static readonly string[] IndustryColumns = ["industry_prefix", "industry_name", "standard", "values_at_hand", "basis", "source"];

    internal static List<EnergyLimit> Limits(List<ReferenceRow> rows)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var limits = new List<EnergyLimit>(rows.Count);
        foreach (var row in rows)
        {
            row.Once(seen, row.Required("row_id"), "row_id");
            // Every limit of the table is an upper one; another sign would be read the wrong way round.
            row.Word("limit_op", "<=");
            var from = row.Date("effective_from");
            limits.Add(new EnergyLimit(
                row.Required("standard"), row.Required("product_or_process"), row.Required("metric"),
                row.Word("grade", "限定值", "准入值", "先进值", "1级", "2级", "3级", "基准水平", "标杆水平"),
                row.Number("limit"), Unit.Parse(row.Required("unit")), from, row.EndDate("effective_to", from), row.Word("basis", "sourced", "recalled")));
        }

        return limits;
    }

    internal static List<EnergyIndustry> Industries(List<ReferenceRow> rows)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var industries = new List<EnergyIndustry>(rows.Count);
        foreach (var row in rows)
        {
            row.Once(seen, row.Required("industry_prefix"), "industry_prefix");
            industries.Add(new EnergyIndustry(row.Text("industry_prefix"), row.Required("standard")));
        }

        return industries;
    }
}
