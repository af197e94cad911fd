using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Notices;

/// <summary>How an organ writes its document numbers (发文字号, GB/T 9704-2012 7.2.5): organ word, year in brackets, running number.</summary>
public sealed record NoticeNumberFormat
{
    /// <summary><c>粤环清审〔2025〕1号</c>.</summary>
    public static readonly NoticeNumberFormat Usual = new("{word}〔{year}〕{number}号");

    private NoticeNumberFormat(string pattern) => Pattern = pattern;

    /// <summary>Text with <c>{word}</c>, <c>{year}</c> and <c>{number}</c>.</summary>
    public string Pattern { get; }

    /// <summary>A format from its text.</summary>
    /// <exception cref="RefusedActException"><c>bad_number_format</c>: a part is missing or unknown, so that numbers would not be unique.</exception>
    public static NoticeNumberFormat Of(string pattern)
    {
        var parts = new[] { "{word}", "{year}", "{number}" };
        var bare = parts.Aggregate(pattern, (text, part) => text.Replace(part, "", StringComparison.Ordinal));
        if (parts.All(p => pattern.Split(p).Length == 2) && !bare.Contains('{', StringComparison.Ordinal) && !bare.Contains('}', StringComparison.Ordinal) && pattern.Length <= 60)
            return new(pattern);
        throw new RefusedActException("bad_number_format", new(
            "文号格式须各含一次 {word}（机关代字）、{year}（年份）、{number}（顺序号），例如 {word}〔{year}〕{number}号。",
            "A number format has {word}, {year} and {number} once each, such as {word}〔{year}〕{number}号."));
    }

    /// <summary>A number.</summary>
    public string Write(string word, int year, int number) => Pattern
        .Replace("{year}", year.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{number}", PlainNumber.Text(number), StringComparison.Ordinal)
        // Last, so that a word with braces in it stays as it is.
        .Replace("{word}", word, StringComparison.Ordinal);
}
