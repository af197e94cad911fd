using System.Collections.Concurrent;

namespace CleanProd.Rules.Facts.Validity;

/// <summary>What may be done with a value.</summary>
public enum ValueUse
{
    /// <summary>It is held against its limit.</summary>
    Judged,

    /// <summary>It is no basis for judging; its time still counts in totals (排污许可管理条例 Art. 21).</summary>
    NotJudged,

    /// <summary>It may hide an exceedance and proves none: indeterminate.</summary>
    Open,
}

/// <summary>What an HJ 212 data flag (HJ 212-2017 table 8) makes of a value, with the clause.</summary>
/// <param name="Use">What may be done with the value.</param>
/// <param name="Reason">Why, for people; nothing for a normal value.</param>
internal readonly record struct FlagReading(ValueUse Use, Wording Reason)
{
    private static readonly (char Flag, string Zh, string En)[] Table =
    [
        ('N', "正常", "normal"), ('F', "停运", "stopped"), ('M', "维护", "maintenance"), ('S', "手工设定值", "value set by hand"),
        ('D', "故障", "fault"), ('C', "校准", "calibration"), ('T', "超测定上限", "over range"), ('B', "通讯异常", "no connection"),
    ];

    /// <summary>Whether a letter stands in HJ 212-2017 table 8.</summary>
    public static bool IsKnown(char flag) => Array.Exists(Table, t => t.Flag == flag);

    /// <summary>
    /// Normal values and values without a flag are judged. What a rule on marking covers is no basis (from 2023-01-01 in its sectors). Elsewhere
    /// a value of an instrument at a standstill, in repair, calibration or fault, or set by hand, is no measurement of the discharge either
    /// (HJ 75-2017, HJ 356-2019 ch. 8, recalled); one over the range is real and unknown, as is one with a letter the standard does not know.
    /// </summary>
    /// <param name="flag">The letter; a null character when none was given.</param>
    /// <param name="industry">GB/T 4754-2017 code of the plant; null while unknown.</param>
    /// <param name="day">Day of the value.</param>
    /// <param name="rules">Rules on marking, by sector and date.</param>
    public static FlagReading Of(char flag, string? industry, DateOnly day, IReadOnlyList<MarkingRule> rules)
    {
        if (flag is '\0' or 'N') return new(ValueUse.Judged, Wording.None);
        var letter = char.ToUpperInvariant(flag);
        if (letter is 'N') return new(ValueUse.Judged, Wording.None);
        string? clause = null;
        for (var i = 0; i < rules.Count && clause is null; i++)
            if (rules[i].Covers(industry, day, letter)) clause = rules[i].Clause;
        return clause is null && letter - 'A' is >= 0 and < Letters ? Unruled[letter - 'A'] : Said.GetOrAdd((letter, clause), static said => Of(said.Letter, said.Clause));
    }

    private const int Letters = 26;

    // The same words for the same reason: a year has thousands of flagged values.
    private static readonly ConcurrentDictionary<(char Letter, string? Clause), FlagReading> Said = new();

    // The letters that no rule on marking covers.
    private static readonly FlagReading[] Unruled = [.. Enumerable.Range('A', Letters).Select(letter => Of((char)letter, null))];

    /// <summary>What a letter says under a clause, or under none: made anew each time.</summary>
    internal static FlagReading Of(char letter, string? clause)
    {
        if (clause is not null)
            return new(ValueUse.NotJudged, new($"标记{Named(letter).Zh}，不作为超标判定依据（{clause}）", $"marked {Named(letter).En}: no basis for judging ({clause})"));
        return letter switch
        {
            'F' or 'M' or 'S' or 'D' or 'C' or 'B' => new(ValueUse.NotJudged, new(
                $"标记{Named(letter).Zh}，不是排放的监测结果（HJ 212-2017 表8；HJ 75、HJ 356 无效数据，凭记忆）",
                $"marked {Named(letter).En}: no measurement of the discharge (HJ 212-2017 table 8; invalid data of HJ 75 and HJ 356, recalled)")),
            'T' => new(ValueUse.Open, new("标记T（超测定上限），真值未知，不能判定（HJ 212-2017 表8）", "marked T (over range): the true value is not known (HJ 212-2017 table 8)")),
            _ => new(ValueUse.Open, new($"标记{letter}不在 HJ 212-2017 表8 中，含义不明，不能判定", $"the flag {letter} is not one of HJ 212-2017 table 8")),
        };
    }

    private static (string Zh, string En) Named(char flag) => Array.Find(Table, t => t.Flag == flag) is var t ? ($"{flag}（{t.Zh}）", $"{flag} ({t.En})") : default;
}
