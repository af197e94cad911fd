using System.Text.RegularExpressions;

namespace CleanProd.Rules.Documents.Templates;

/// <summary>
/// <c>{{企业名称}}</c>, <c>{{#事由}}</c>, <c>{{/事由}}</c>. Full-width braces, which a Chinese keyboard types, mean the same.
/// </summary>
internal static partial class Placeholder
{
    internal static MatchCollection In(string text) => Pattern().Matches(text);

    /// <summary><c>""</c> for a field, <c>#</c> where a block opens, <c>/</c> where it closes.</summary>
    internal static string Mark(Match match) => match.Groups["mark"].Value is "＃" ? "#" : match.Groups["mark"].Value is "／" ? "/" : match.Groups["mark"].Value;

    internal static string Name(Match match) => match.Groups["name"].Value.Trim();

    [GeneratedRegex(@"(\{\{|｛｛)\s*(?<mark>[#/＃／]?)(?<name>[^{}｛｝]*)(\}\}|｝｝)")]
    private static partial Regex Pattern();
}
