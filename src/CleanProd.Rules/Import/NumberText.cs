using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CleanProd.Rules.Import.Measurements;

namespace CleanProd.Rules.Import;

/// <summary>How reading a number went.</summary>
internal enum NumberReading
{
    Number,
    NotANumber,
    TooLarge,
}

/// <summary>Numbers as sources write them, to exact decimals or not at all.</summary>
internal static partial class NumberText
{
    // A decimal keeps 28 digits of any kind exactly.
    private const int Digits = 28;

    /// <summary>Reads <c>1234.5</c>, <c>1,234.5</c>, <c>１，２３４</c>, <c>1.2E3</c>; never rounds.</summary>
    internal static NumberReading Read(string text, out decimal number)
    {
        if (FixedNumber.TryRead(text, out var plainDigits))
        {
            number = plainDigits.Number;
            return NumberReading.Number;
        }

        number = 0m;
        var match = Form().Match(HalfWidth(text));
        if (!match.Success) return NumberReading.NotANumber;
        var whole = match.Groups["whole"].Value.Replace(",", "", StringComparison.Ordinal);
        var fraction = match.Groups["fraction"].Value;
        var significant = (whole + fraction).Trim('0');
        if (significant.Length == 0) return NumberReading.Number;
        var exponentText = match.Groups["exponent"].Value;
        if (exponentText.Length > 5) return NumberReading.TooLarge;
        var exponent = exponentText.Length == 0 ? 0 : int.Parse(exponentText, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        // Position of the decimal point counted from the first significant digit.
        var integerDigits = whole.TrimStart('0').Length > 0 ? whole.TrimStart('0').Length : -(fraction.Length - fraction.TrimStart('0').Length);
        var top = integerDigits + exponent;
        if (significant.Length > Digits || top > Digits || significant.Length - top > Digits) return NumberReading.TooLarge;
        var plain = top <= 0 ? "0." + new string('0', -top) + significant
            : significant.Length <= top ? significant.PadRight(top, '0')
            : significant[..top] + "." + significant[top..];
        number = decimal.Parse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        if (match.Groups["sign"].Value == "-") number = -number;
        return NumberReading.Number;
    }

    private static string HalfWidth(string text)
    {
        var half = new StringBuilder(text.Length);
        foreach (var c in text) half.Append(c is '\u2212' ? '-' : CellText.HalfWidth(c));
        return half.ToString();
    }

    [GeneratedRegex(@"^(?<sign>[+-]?)(?:(?<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.(?<fraction>[0-9]*))?|\.(?<fraction>[0-9]+))(?:[eE](?<exponent>[+-]?[0-9]+))?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
