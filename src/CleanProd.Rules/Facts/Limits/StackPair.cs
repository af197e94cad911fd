using System.Globalization;
using System.Text.RegularExpressions;

namespace CleanProd.Rules.Facts.Limits;

/// <summary>
/// Two stacks that a person has measured to stand near each other: topic <c>equivalent_stacks[DA001,DA002]=20</c>, of one pollutant alone
/// <c>equivalent_stacks[DA001,DA002:二氧化硫]=20</c> (DB44/27-2001 annex A).
/// </summary>
/// <param name="First">The stack at which both are judged.</param>
/// <param name="Second">The other one.</param>
/// <param name="Pollutant">Name or code of the pollutant that both emit; null for all.</param>
/// <param name="DistanceM">Distance between them, m.</param>
internal sealed partial record StackPair(OutletId First, OutletId Second, string? Pollutant, decimal DistanceM)
{
    /// <summary>The pairs among recorded judgements, the latest about two stacks counting, and the topics that begin like one and cannot be read.</summary>
    /// <param name="judgements">Recorded judgements.</param>
    /// <param name="asOf">Judgements after this day do not count.</param>
    public static (IReadOnlyList<StackPair> Pairs, IReadOnlyList<string> Unreadable) Read(IEnumerable<DiscretionRecord> judgements, DateOnly asOf)
    {
        // Of most plants nothing was recorded.
        if (judgements is IReadOnlyCollection<DiscretionRecord> { Count: 0 }) return ([], []);
        var said = judgements.Where(j => j.DecidedOn <= asOf && j.Topic.StartsWith("equivalent_stacks", StringComparison.Ordinal)).Select(j => (Judgement: j, Topic: Topic().Match(j.Topic))).ToArray();
        var latest = said.Where(s => s.Topic.Success).GroupBy(s => s.Topic.Groups["stacks"].Value).Select(g => g.OrderBy(s => s.Judgement.DecidedOn).Last());
        return (
            [.. latest.Where(s => s.Judgement.Value == "true").Select(s => Of(s.Topic)).OrderBy(p => p.First).ThenBy(p => p.Second)],
            [.. said.Where(s => !s.Topic.Success && s.Judgement.Value == "true").Select(s => s.Judgement.Topic).Distinct()]);
    }

    // In the order of their names, whichever was written first.
    private static StackPair Of(Match topic)
    {
        OutletId a = new(topic.Groups["a"].Value.Trim()), b = new(topic.Groups["b"].Value.Trim());
        var pollutant = topic.Groups["pollutant"].Value is { Length: > 0 } name ? name.Trim() : null;
        var distance = decimal.Parse(topic.Groups["distance"].Value, CultureInfo.InvariantCulture);
        return a.CompareTo(b) <= 0 ? new(a, b, pollutant, distance) : new(b, a, pollutant, distance);
    }

    [GeneratedRegex(@"^equivalent_stacks\[(?<stacks>(?<a>[^,，:：\[\]=]+)[,，](?<b>[^,，:：\[\]=]+)(?:[:：](?<pollutant>[^\[\]=]+))?)\]=(?<distance>\d{1,6}(?:\.\d{1,9})?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Topic();
}
