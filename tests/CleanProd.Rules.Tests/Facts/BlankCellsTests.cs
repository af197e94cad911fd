using CleanProd.Rules.Tests.Facts.Building;

namespace CleanProd.Rules.Tests.Facts;

/// <summary>A blank in a number that a table is about is said to be missing: the row stays, and its number is unknown.</summary>
public class BlankCellsTests
{
    [Theory]
    [InlineData("measurements", "value", "outlet_id:DW001 pollutant:COD at:2024-03-01 window:day unit:mg/L")]
    [InlineData("monitoring_summaries", "exceedance_count", "outlet_id:DW001 pollutant:COD year:2024 unit:mg/L limit_high:80")]
    [InlineData("discharges", "quantity", "pollutant:COD from:2024-01-01 to:2024-12-31 unit:t")]
    [InlineData("quotas", "quantity", "pollutant:COD from:2024-01-01 unit:t")]
    [InlineData("energy", "output", "year:2024 product:甲 output_unit:t energy:1 energy_unit:kgce")]
    [InlineData("energy", "energy", "year:2024 product:甲 output_unit:t output:1 energy_unit:kgce")]
    [InlineData("indicators", "value", "indicator:x year:2024 unit:t")]
    public void A_blank_is_told_and_refuses_nothing(string table, string column, string others)
    {
        Assert.Equal([("value_missing", column)], Found(table, others, $"{column}:").Select(f => (f.Code, f.Column!)));
        Assert.Empty(Found(table, others, $"{column}:0"));
        Assert.Empty(Of(table, others, $"{column}:").Records().RefusedIn);
    }

    [Theory]
    [InlineData("substances", "quantity", "year:2024 substance:汞 role:used unit:t")]
    [InlineData("outlets", "stack_height_m", "outlet_id:DA001 medium:air")]
    [InlineData("measurements", "limit_high", "outlet_id:DW001 pollutant:COD at:2024-03-01 window:day value:1 unit:mg/L")]
    [InlineData("monitoring_summaries", "valid_count", "outlet_id:DW001 pollutant:COD year:2024 unit:mg/L exceedance_count:0 limit_high:80")]
    public void A_blank_that_anybody_may_leave_is_not_told(string table, string column, string others) => Assert.Empty(Found(table, others, $"{column}:"));

    private static IEnumerable<CleanProd.Rules.Import.Finding> Found(string table, string others, string cell) => Of(table, others, cell).Findings();

    private static Plant Of(string table, string others, string cell) => new Plant().Row(table, [.. others.Split(' '), cell]);
}
