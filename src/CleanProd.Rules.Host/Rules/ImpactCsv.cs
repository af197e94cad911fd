using System.Text;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Api;

namespace CleanProd.Rules.Host.Rules;

/// <summary>The named difference as a table: one row for each enterprise and rule that makes the difference.</summary>
internal static class ImpactCsv
{
    private static readonly string[] Head =
    [
        "kinds", "facility_id", "facility_name", "region", "industry", "before", "after", "rule", "ground", "citation", "rule_before", "rule_after",
        "value_before", "limit_before", "value_after", "limit_after", "unit", "name", "outlet_id", "at", "condition", "file", "sheet", "row", "missing",
    ];

    internal static string Of(Impact impact)
    {
        // A mark of order, so that spreadsheets read the Chinese.
        var text = new StringBuilder("\ufeff").Append(CsvCell.Line(Head));
        foreach (var entry in impact.Entries)
        {
            foreach (var reason in entry.Reasons)
            {
                var (x, y) = (reason.DecidedBefore, reason.DecidedAfter);
                var told = y?.Source is not null ? y : x?.Source is not null ? x : y ?? x;
                text.Append(CsvCell.Line(
                    string.Join(' ', entry.Kinds.Select(ApiJson.WordOf)), entry.FacilityId, entry.Name, entry.Region, entry.Industry, entry.Before.Word(), entry.After.Word(),
                    reason.Rule, reason.Ground, reason.Citation.Zh, reason.Before?.Word(), reason.After?.Word(), x?.Value, x?.Limit, y?.Value, y?.Limit,
                    told?.Unit, told?.Name, told?.OutletId, told?.At, told?.Condition, told?.Source?.File, told?.Source?.Sheet,
                    told?.Source is { } source ? PlainNumber.Text(source.Row) : null, string.Join("; ", reason.Missing)));
            }
        }

        return text.ToString();
    }
}
