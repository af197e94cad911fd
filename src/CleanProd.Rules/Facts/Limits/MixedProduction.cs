using System.Globalization;
using System.Text.RegularExpressions;

namespace CleanProd.Rules.Facts.Limits;

/// <summary>
/// A production whose water leaves through an outlet together with that of others, as recorded by a person: topic
/// <c>DW001.mixed[DB44/26-2001 一级:纺织染整工业]=140*20</c>: the standard with its grade, the row's scope, base drainage per unit × output (DB44/26-2001 annex A).
/// </summary>
/// <param name="Outlet">The outlet.</param>
/// <param name="Standard">Standard that binds the production, with its grade.</param>
/// <param name="Scope">The scope it falls under, as the table writes it, or <c>other</c>; null where the standard has one trade or the plant's industry tells.</param>
/// <param name="BasePerUnit">Highest drainage permitted per unit of product Qᵢ, m³; null where it was not recorded.</param>
/// <param name="Output">Output Yᵢ, in the same units of product and the same time for all productions of the outlet.</param>
internal sealed partial record MixedProduction(OutletId Outlet, string Standard, string? Scope, decimal? BasePerUnit, decimal? Output)
{
    /// <summary>Standard and scope as they were recorded.</summary>
    public string Name => Scope is null ? Standard : $"{Standard}:{Scope}";

    /// <summary>The water it may drain at its base, Qᵢ·Yᵢ; null where that is not known.</summary>
    public decimal? BaseVolume => BasePerUnit * Output;

    /// <summary>The productions among recorded judgements, the latest about a production counting, and the topics that begin like one and cannot be read.</summary>
    /// <param name="judgements">Recorded judgements.</param>
    /// <param name="asOf">Judgements after this day do not count.</param>
    public static (IReadOnlyList<MixedProduction> Productions, IReadOnlyList<string> Unreadable) Read(IEnumerable<DiscretionRecord> judgements, DateOnly asOf)
    {
        // Of most plants nothing was recorded.
        if (judgements is IReadOnlyCollection<DiscretionRecord> { Count: 0 }) return ([], []);
        var said = judgements.Where(j => j.DecidedOn <= asOf && j.Topic.Contains("mixed[", StringComparison.Ordinal)).Select(j => (Judgement: j, Topic: Topic().Match(j.Topic))).ToArray();
        var latest = said.Where(s => s.Topic.Success).GroupBy(s => (s.Topic.Groups["outlet"].Value, s.Topic.Groups["production"].Value)).Select(g => g.OrderBy(s => s.Judgement.DecidedOn).Last());
        return (
            [.. latest.Where(s => s.Judgement.Value == "true").Select(s => Of(s.Topic)).OrderBy(p => p.Outlet).ThenBy(p => p.Name, StringComparer.Ordinal)],
            [.. said.Where(s => !s.Topic.Success && s.Judgement.Value == "true").Select(s => s.Judgement.Topic).Distinct()]);
    }

    private static MixedProduction Of(Match topic)
    {
        var production = topic.Groups["production"].Value.Replace('：', ':').Split(':', 2, StringSplitOptions.TrimEntries);
        return new(new(topic.Groups["outlet"].Value), production[0], production.Length == 2 ? production[1] : null, Number("base"), Number("output"));

        decimal? Number(string name) => topic.Groups[name].Value is { Length: > 0 } number ? decimal.Parse(number, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(@"^(?<outlet>[^\[\]=]+)\.mixed\[(?<production>[^\[\]]+)\](?:=(?<base>\d{1,9}(?:\.\d{1,9})?)\*(?<output>\d{1,9}(?:\.\d{1,9})?))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Topic();
}
