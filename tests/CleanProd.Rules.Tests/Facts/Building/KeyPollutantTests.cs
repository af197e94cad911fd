using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;

namespace CleanProd.Rules.Tests.Facts.Building;

public class KeyPollutantTests
{
    private static readonly PollutantCode Cod = new("w01018");

    [Theory]
    [InlineData("2021-01-01", null, true)]
    [InlineData("2024-12-30", "2025-12-31", true)]
    [InlineData("2024-12-31", null, true)]
    [InlineData("2025-01-01", null, false)]
    [InlineData("2021-01-01", "2025-01-01", true)]
    [InlineData("2021-01-01", "2024-12-31", true)]
    [InlineData("2021-01-01", "2024-12-30", false)]
    public void A_pollutant_is_a_key_one_where_the_plan_of_the_last_day_of_the_period_names_it(string from, string? to, bool isKey)
    {
        var reference = new ReferenceData { KeyPollutants = [new(Cod, Day(from), to is null ? null : Day(to), "某规划")] };
        Assert.Equal(isKey, DischargeBuilder.IsKey(Cod, ReportingPeriod.OfYear(2024), reference));
        Assert.False(DischargeBuilder.IsKey(new("w21003"), ReportingPeriod.OfYear(2024), reference));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
