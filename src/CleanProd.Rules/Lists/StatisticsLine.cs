using CleanProd.Rules.Facts;
using CleanProd.Rules.Determinations;

namespace CleanProd.Rules.Lists;

/// <summary>A line of table 3-1's form. Every mean is a sum of the line divided by a count of the line.</summary>
/// <param name="Label">What the line is about.</param>
/// <param name="Screened">Enterprises screened.</param>
/// <param name="Listed">Enterprises listed.</param>
/// <param name="Undetermined">Enterprises that could not be decided.</param>
/// <param name="ByGround">Listed enterprises by ground, in the order of <see cref="ListStatistics.Grounds"/>.</param>
/// <param name="EvidenceRows">Rows of evidence behind the listings.</param>
/// <param name="LargestRatioSum">Sum over listed enterprises of the largest value-to-limit ratio of each.</param>
/// <param name="LargestRatioCount">Listed enterprises that have such a ratio.</param>
public sealed record StatisticsLine(
    Wording Label, int Screened, int Listed, int Undetermined, IReadOnlyList<int> ByGround,
    long EvidenceRows, decimal LargestRatioSum, int LargestRatioCount)
{
    /// <summary>Of all listed enterprises, per cent with one decimal; the lines of a table sum to 100.0.</summary>
    public decimal ShareOfListed { get; init; }

    /// <summary>Listed of the line's screened, per cent.</summary>
    public decimal? ListedOfScreened => Proportions.Percent(Listed, Screened);

    /// <summary>Rows of evidence per listed enterprise; null when none is listed.</summary>
    public decimal? MeanEvidenceRows => Proportions.Mean(EvidenceRows, Listed, 1);

    /// <summary>Mean of the enterprises' largest ratios; null when none has one.</summary>
    public decimal? MeanLargestRatio => Proportions.Mean(LargestRatioSum, LargestRatioCount, 2);

    internal static StatisticsLine Of(Wording label, IReadOnlyList<StatisticsMember> members)
    {
        var byGround = new int[members.Count == 0 ? 0 : members[0].Grounds.Length];
        var ratios = members.Where(m => m.LargestRatio is not null).Select(m => m.LargestRatio!.Value).ToArray();
        foreach (var member in members)
            for (var i = 0; i < byGround.Length; i++)
                if (member.Grounds[i]) byGround[i]++;
        return new(label, members.Count, members.Count(m => m.Listed), members.Count(m => m.Undetermined), byGround,
            members.Sum(m => m.EvidenceRows), ratios.Sum(), ratios.Length);
    }
}

/// <summary>What one enterprise adds to its lines.</summary>
internal sealed class StatisticsMember
{
    internal StatisticsMember(Determination determination, string[] grounds)
    {
        Listed = determination.Outcome == Outcome.Triggered;
        Undetermined = determination.Outcome == Outcome.Undetermined;
        Grounds = new bool[grounds.Length];
        if (!Listed) return;
        foreach (var rule in determination.Rules)
        {
            if (rule.Outcome != Outcome.Triggered) continue;
            Grounds[Array.IndexOf(grounds, GroundLabel.KeyOf(rule))] = true;
            EvidenceRows += rule.Evidence.Count;
            foreach (var evidence in rule.Evidence)
                if (EvidenceWords.RatioOf(evidence) is { } ratio && (LargestRatio is null || ratio > LargestRatio)) LargestRatio = ratio;
        }
    }

    internal bool Listed { get; }
    internal bool Undetermined { get; }
    internal bool[] Grounds { get; }
    internal long EvidenceRows { get; }
    internal decimal? LargestRatio { get; }
}
