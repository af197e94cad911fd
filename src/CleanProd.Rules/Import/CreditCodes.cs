using System.Text.RegularExpressions;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Import;

/// <summary>Reads credit codes that stand beside another identity: reported when wrong, never refused.</summary>
internal static partial class CreditCodes
{
    /// <summary>The code after cleaning, right or wrong; null when only a placeholder was filled in.</summary>
    internal static string? Read(string? raw, FindingLog log, SourceRef source, string? heading)
    {
        if (string.IsNullOrEmpty(raw)) return null;
        var normalized = EmptyBrackets().Replace(CreditCode.Normalize(raw), "");
        var fault = CreditCode.Check(normalized);
        if (fault == CreditCodeFault.Placeholder)
        {
            log.Add("credit_code_placeholder", source, heading, raw, raw);
            return null;
        }

        if (normalized != raw) log.Add("credit_code_cleaned", source, heading, raw, normalized);
        if (fault == CreditCodeFault.Form) log.Add("credit_code_form", source, heading, raw, normalized);
        else if (fault != CreditCodeFault.None) log.Add("credit_code_check_digit", source, heading, raw, normalized, Explain(normalized, fault));
        return normalized;
    }

    internal static string Explain(string code, CreditCodeFault fault) =>
        fault == CreditCodeFault.CheckCharacter ? $"GB 32100: {code[17]} ≠ {CreditCode.CheckCharacter(code)}" : "GB 11714";

    [GeneratedRegex(@"[(（][)）]$", RegexOptions.NonBacktracking)]
    private static partial Regex EmptyBrackets();
}
