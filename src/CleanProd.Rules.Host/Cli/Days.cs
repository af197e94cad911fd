using System.Globalization;

namespace CleanProd.Rules.Host.Cli;

/// <summary>Days given as options.</summary>
internal static class Days
{
    internal static DateOnly Parse(string option, string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new BadInputException($"{option} 应为 2027-01-01 这样的日期：{text}。 Give a day such as 2027-01-01.");
}
