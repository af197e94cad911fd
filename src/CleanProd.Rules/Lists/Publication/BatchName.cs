using System.Globalization;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Lists.Publication;

/// <summary>The name of a batch as lists bear it: 2025年度第一批.</summary>
internal static class BatchName
{
    /// <summary>The last batch of a year, and the last amendment of a batch, that has a name.</summary>
    internal const int Most = 99;

    private const string Digits = "零一二三四五六七八九";

    /// <summary>The name of a batch of a year; of an amendment of it with the amendment's number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Batch or amendment is not between 1 and 99.</exception>
    public static Wording Of(int year, int batch, int? amendment = null)
    {
        var (y, b) = (year.ToString(CultureInfo.InvariantCulture), batch.ToString(CultureInfo.InvariantCulture));
        var name = new Wording($"{y}年度第{Chinese(batch)}批", $"{y}, batch {b}");
        return amendment is { } number
            ? new($"{name.Zh}第{Chinese(number)}次调整", $"{name.En}, amendment {number.ToString(CultureInfo.InvariantCulture)}")
            : name;
    }

    private static string Chinese(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Most);
        if (number < 10) return Digits[number].ToString();
        var (tens, ones) = (number / 10, number % 10);
        return $"{(tens == 1 ? "" : Digits[tens])}十{(ones == 0 ? "" : Digits[ones])}";
    }
}
