using System.Globalization;
using System.Text.RegularExpressions;

namespace CleanProd.Rules.Facts.Validity;

/// <summary>Why automatic data of a time says nothing of the discharge.</summary>
internal enum OutageKind
{
    /// <summary>The plant or the source stood still (停产、停炉): nothing was due and nothing was discharged.</summary>
    Shutdown,

    /// <summary>The instrument was repaired or replaced (维修、更换).</summary>
    Maintenance,
}

/// <summary>
/// A standstill or a repair that the authority has accepted: a recorded judgement of the topic <c>shutdown[2024-03-01..2024-03-10]</c>, of one
/// outlet <c>DA001.maintenance[2024-05-01T08:00..2024-05-02T20:00]</c>. Days are whole days; a moment is a moment.
/// </summary>
/// <param name="Kind">Why.</param>
/// <param name="Outlet">The outlet; null for the whole plant.</param>
/// <param name="From">First moment.</param>
/// <param name="Until">First moment after it.</param>
/// <param name="Source">Row of the judgement.</param>
internal sealed partial record Outage(OutageKind Kind, OutletId? Outlet, DateTime From, DateTime Until, SourceRef Source)
{
    /// <summary>A repair excuses no more than this (污染源自动监控设施运行管理办法 (2008) Arts 14–15).</summary>
    public static readonly TimeSpan LongestRepair = TimeSpan.FromHours(48);

    /// <summary>First moment that is no longer excused.</summary>
    public DateTime ExcusedUntil => Kind == OutageKind.Maintenance && Until - From > LongestRepair ? From + LongestRepair : Until;

    /// <summary>How much of a stretch of time is excused.</summary>
    public TimeSpan Covers(DateTime from, DateTime until)
    {
        var (first, last) = (from > From ? from : From, until < ExcusedUntil ? until : ExcusedUntil);
        return last > first ? last - first : TimeSpan.Zero;
    }

    /// <summary>Whether a value of a window lies so far within it that it is no basis for judging.</summary>
    public bool Excuses(DateTime at, AveragingWindow window) => window == AveragingWindow.Instant
        ? at >= From && at < ExcusedUntil
        : !MeanValidity.MayStand(window, Covers(WindowSpan.Start(at, window), WindowSpan.End(at, window)));

    /// <summary>Why, for people.</summary>
    public Wording Reason => Kind == OutageKind.Shutdown
        ? new("停产期间且无排放量，自动监测数据不反映排放（已认定的停产时段）", "the plant stood still and discharged nothing (recorded shutdown)")
        : new("自动监测设备维修更换期间的数据不作判定依据，最多48小时（《污染源自动监控设施运行管理办法》（2008）第十四、十五条）",
            "the instrument was in repair, for 48 hours at most (2008 Measures on automatic monitoring, Arts 14–15)");

    /// <summary>The outages among recorded judgements, the latest judgement of a topic counting, and the topics that begin like one and cannot be read.</summary>
    /// <param name="judgements">Recorded judgements.</param>
    /// <param name="asOf">Judgements after this day do not count.</param>
    public static (IReadOnlyList<Outage> Outages, IReadOnlyList<string> Unreadable) Read(IEnumerable<DiscretionRecord> judgements, DateOnly asOf)
    {
        // Of most plants nothing was recorded.
        if (judgements is IReadOnlyCollection<DiscretionRecord> { Count: 0 }) return ([], []);
        var outages = new List<Outage>();
        var unreadable = new List<string>();
        foreach (var said in judgements.Where(j => j.DecidedOn <= asOf).GroupBy(j => j.Topic).Select(g => g.OrderBy(j => j.DecidedOn).Last()))
        {
            if (Topic().Match(said.Topic) is not { Success: true } topic || said.Value != "true") continue;
            var ends = topic.Groups["span"].Value.Split("..");
            if (ends.Length == 2 && Moment(ends[0], false) is { } from && Moment(ends[1], true) is { } until && from < until)
                outages.Add(new(topic.Groups["kind"].Value == "shutdown" ? OutageKind.Shutdown : OutageKind.Maintenance,
                    topic.Groups["outlet"].Value is { Length: > 0 } outlet ? new OutletId(outlet) : null, from, until, said.Source));
            else unreadable.Add(said.Topic);
        }

        return ([.. outages.OrderBy(o => o.From).ThenBy(o => o.Until)], unreadable);
    }

    private static DateTime? Moment(string text, bool asEnd)
    {
        if (DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return asEnd ? day.AddDays(1) : day;
        return DateTime.TryParseExact(text, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;
    }

    [GeneratedRegex(@"^(?:(?<outlet>.+)\.)?(?<kind>shutdown|maintenance)\[(?<span>[^\]]*)\]$", RegexOptions.ExplicitCapture)]
    private static partial Regex Topic();
}
