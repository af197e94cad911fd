using System.Globalization;
using System.Text.RegularExpressions;

namespace CleanProd.Rules.Facts.Validity;

/// <summary>
/// How many times the base drainage of its products a plant drained, as recorded by a person: topic <c>drainage_ratio[2024-03-01]=1.25</c> of a
/// day, <c>DW001.drainage_ratio=1.25</c> of an outlet. One working day is the period (GB 4287-2012 4.5; GB 39731-2020 4.4; DB44/1597-2015, GB 21900-2008).
/// </summary>
/// <param name="Outlet">The outlet; null for all.</param>
/// <param name="Day">The day; null for all.</param>
/// <param name="Ratio">Actual over base drainage.</param>
internal sealed partial record DrainageRatio(OutletId? Outlet, DateOnly? Day, decimal Ratio)
{
    /// <summary>The ratios among recorded judgements, in order of their decision.</summary>
    /// <param name="judgements">Recorded judgements.</param>
    /// <param name="asOf">Judgements after this day do not count.</param>
    public static IReadOnlyList<DrainageRatio> Read(IEnumerable<DiscretionRecord> judgements, DateOnly asOf) => judgements is IReadOnlyCollection<DiscretionRecord> { Count: 0 } ? [] :
    [
        .. from said in judgements
           where said.DecidedOn <= asOf && said.Value == "true"
           let topic = Topic().Match(said.Topic)
           where topic.Success
           orderby said.DecidedOn
           select new DrainageRatio(
               topic.Groups["outlet"].Value is { Length: > 0 } outlet ? new OutletId(outlet) : null,
               DateOnly.TryParseExact(topic.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
               decimal.Parse(topic.Groups["ratio"].Value, CultureInfo.InvariantCulture)),
    ];

    /// <summary>The ratio of an outlet on a day: what names the day comes before what does not, then what names the outlet, then the latest.</summary>
    public static decimal? On(IReadOnlyList<DrainageRatio> ratios, OutletId outlet, DateOnly day) => ratios
        .Where(r => (r.Outlet is null || r.Outlet == outlet) && (r.Day is null || r.Day == day))
        .OrderBy(r => r.Day is not null).ThenBy(r => r.Outlet is not null).LastOrDefault()?.Ratio;

    /// <summary>ρ基 = ρ实 · ratio where more was drained than the base; at a ratio of exactly 1 and below it the measured value stands.</summary>
    public static decimal Convert(decimal measured, decimal ratio) => ratio > 1m ? measured * ratio : measured;

    [GeneratedRegex(@"^(?:(?<outlet>[^\[\]=]+)\.)?drainage_ratio(?:\[(?<day>\d{4}-\d\d-\d\d)\])?=(?<ratio>\d{1,9}(?:\.\d{1,9})?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Topic();
}
