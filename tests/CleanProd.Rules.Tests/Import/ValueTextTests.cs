using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using Xunit;

namespace CleanProd.Rules.Tests.Import;

public sealed class ValueTextTests
{
    [Theory]
    [InlineData("12.5", "12.5")]
    [InlineData("-3", "-3")]
    [InlineData("+4", "4")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("1，234", "1234")]
    [InlineData("12,345,678", "12345678")]
    [InlineData("１２．５", "12.5")]
    [InlineData("1.2E3", "1200")]
    [InlineData("7e-05", "0.00007")]
    [InlineData("1.6e-05", "0.000016")]
    [InlineData("0.0", "0")]
    [InlineData("0e999999", "0")]
    [InlineData(".5", "0.5")]
    [InlineData("1234567890123456789012345678", "1234567890123456789012345678")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    public void Numbers_become_exact_decimals(string text, string expected)
    {
        Assert.Equal(NumberReading.Number, NumberText.Read(text, out var number));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), number);
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("1e-40")]
    [InlineData("1e99999999999999999999")]
    [InlineData("12345678901234567890123456789")]
    [InlineData("0.12345678901234567890123456789")]
    public void A_number_that_would_be_rounded_is_refused(string text) =>
        Assert.Equal(NumberReading.TooLarge, NumberText.Read(text, out _));

    [Theory]
    [InlineData("12,5")]
    [InlineData("1,23,456")]
    [InlineData("12 345")]
    [InlineData("abc")]
    [InlineData("NaN")]
    [InlineData("--1")]
    [InlineData("1.2.3")]
    [InlineData("0x10")]
    [InlineData("١٢")]
    public void What_is_not_a_number_is_not_guessed(string text) =>
        Assert.Equal(NumberReading.NotANumber, NumberText.Read(text, out _));

    [Theory]
    [InlineData("12.5", ValueQualifier.Exact, "12.5")]
    [InlineData("=12.5", ValueQualifier.Exact, "12.5")]
    [InlineData("<0.02", ValueQualifier.Below, "0.02")]
    [InlineData("＜0.02", ValueQualifier.Below, "0.02")]
    [InlineData("<=5", ValueQualifier.Below, "5")]
    [InlineData("≤5", ValueQualifier.Below, "5")]
    [InlineData("0.004L", ValueQualifier.Below, "0.004")]
    [InlineData("> 800", ValueQualifier.Above, "800")]
    [InlineData("≥3", ValueQualifier.Above, "3")]
    [InlineData("ND", ValueQualifier.NotDetected, "0")]
    [InlineData("未检出", ValueQualifier.NotDetected, "0")]
    [InlineData("<DL", ValueQualifier.NotDetected, "0")]
    [InlineData("", ValueQualifier.Missing, "0")]
    [InlineData(" \u00a0\u200b", ValueQualifier.Missing, "0")]
    [InlineData("0", ValueQualifier.Exact, "0")]
    public void Laboratory_qualifiers_are_read(string text, ValueQualifier qualifier, string number)
    {
        Assert.Equal(NumberReading.Number, MeasuredText.Read(text, out var value));
        Assert.Equal(new MeasuredValue(qualifier, decimal.Parse(number, CultureInfo.InvariantCulture)), value);
    }

    [Theory]
    [InlineData("2024-03-05", true)]
    [InlineData("2024-03-05 13:00", true)]
    [InlineData("2024-03-05 13:00:59", true)]
    [InlineData("2024-03-05T13:00", true)]
    [InlineData("2024-02-30", false)]
    [InlineData("05/03/2024", false)]
    [InlineData("31/12/2024", false)]
    [InlineData("2024/03/05", false)]
    [InlineData("20240305", false)]
    public void Only_iso_dates_are_dates(string text, bool isDate) => Assert.Equal(isDate, DateText.TryMoment(text, out _));

    [Fact]
    public void Separators_inside_brackets_do_not_split_a_list() =>
        Assert.Equal(["烟气黑度（林格曼黑度,级）", "二氯乙烷", "苯"], ItemList.Split("烟气黑度（林格曼黑度,级），二氯乙烷 、,苯", ",，、"));

    [Theory]
    [InlineData("Site Name*EA*", "Site Name\n(EA Consents Database)", true)]
    [InlineData("*. TOTAL RELEASES", "107. TOTAL RELEASES", true)]
    [InlineData("*. TOTAL RELEASES", "108. 8.1 - RELEASES", false)]
    [InlineData("????_??.csv", "2023_il.csv", true)]
    [InlineData("标准值", "标准值 ", true)]
    [InlineData("a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac", false)]
    public void Headings_match_with_wildcards_without_regard_to_space_and_case(string pattern, string text, bool matches) =>
        Assert.Equal(matches, new Wildcard(pattern).Matches(text));
}
