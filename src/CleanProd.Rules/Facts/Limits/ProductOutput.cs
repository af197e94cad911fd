using System.Globalization;
using System.Text.RegularExpressions;

namespace CleanProd.Rules.Facts.Limits;

/// <summary>
/// What was made in a day, as recorded by a person: topic <c>output[2024-03-01]=50 t</c> of the plant, <c>DW001.output[2024-03-01]=50 t</c> of what drains
/// through an outlet. A load per unit of product is divided by it.
/// </summary>
/// <param name="Outlet">The outlet; null for all.</param>
/// <param name="Day">The day.</param>
/// <param name="Output">Output.</param>
internal sealed partial record ProductOutput(OutletId? Outlet, DateOnly Day, Quantity Output)
{
    /// <summary>The outputs among recorded judgements, the latest about a day counting, and the topics that begin like one and cannot be read.</summary>
    /// <param name="judgements">Recorded judgements.</param>
    /// <param name="asOf">Judgements after this day do not count.</param>
    public static (IReadOnlyList<ProductOutput> Outputs, IReadOnlyList<string> Unreadable) Read(IEnumerable<DiscretionRecord> judgements, DateOnly asOf)
    {
        // Of most plants nothing was recorded.
        if (judgements is IReadOnlyCollection<DiscretionRecord> { Count: 0 }) return ([], []);
        var outputs = new List<ProductOutput>();
        var unreadable = new List<string>();
        var said = judgements.Where(j => j.DecidedOn <= asOf && j.Topic.Contains("output[", StringComparison.Ordinal)).Select(j => (Judgement: j, Topic: Topic().Match(j.Topic)));
        foreach (var (judgement, topic) in said.GroupBy(s => s.Topic.Success ? s.Topic.Groups["of"].Value : s.Judgement.Topic).Select(g => g.OrderBy(s => s.Judgement.DecidedOn).Last()))
        {
            if (judgement.Value != "true") continue;
            if (topic.Success && DateOnly.TryParseExact(topic.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && Unit.Parse(topic.Groups["unit"].Value) is { IsKnown: true } unit)
                outputs.Add(new(topic.Groups["outlet"].Value is { Length: > 0 } outlet ? new OutletId(outlet) : null, day, new(decimal.Parse(topic.Groups["number"].Value, CultureInfo.InvariantCulture), unit)));
            else unreadable.Add(judgement.Topic);
        }

        return (outputs, unreadable);
    }

    /// <summary>The output behind an outlet on a day in a unit that converts to one: what names the outlet comes before what does not.</summary>
    public static Quantity? On(IReadOnlyList<ProductOutput> outputs, OutletId outlet, DateOnly day, Func<Unit, bool> fits) => outputs
        .Where(o => o.Day == day && (o.Outlet is null || o.Outlet == outlet) && fits(o.Output.Unit)).OrderBy(o => o.Outlet is not null).LastOrDefault()?.Output;

    [GeneratedRegex(@"^(?<of>(?:(?<outlet>[^\[\]=]+)\.)?output\[(?<day>[^\]]*)\])=(?<number>\d{1,12}(?:\.\d{1,9})?) ?(?<unit>[^\d\s=].*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Topic();
}
