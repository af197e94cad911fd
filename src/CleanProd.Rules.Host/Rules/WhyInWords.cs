using CleanProd.Rules.Determinations;
using CleanProd.Rules.Determinations.Foresight;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Rules;

/// <summary>Why one enterprise is judged otherwise than the year before.</summary>
internal static class WhyInWords
{
    private static readonly Bearings[] Single = [Bearings.Law, Bearings.Data, Bearings.Period];

    internal static Wording Of(Bearings bearings) => new(
        string.Join('、', Single.Where(b => bearings.HasFlag(b)).Select(b => Name(b).Zh)), string.Join(" and ", Single.Where(b => bearings.HasFlag(b)).Select(b => Name(b).En)));

    /// <summary>The answer in a sentence.</summary>
    internal static Wording Sentence(WhyChanged why) => why.Made == Bearings.None
        ? new($"两个年度结论相同：{why.After.Outcome.Chinese()}", $"Both years come out the same: {why.After.Outcome.Word()}")
        : new($"{why.Before.Year} 年度{why.Before.Outcome.Chinese()}，{why.After.Year} 年度{why.After.Outcome.Chinese()}：因{Of(why.Made).Zh}不同",
            $"{why.Before.Outcome.Word()} for {why.Before.Year}, {why.After.Outcome.Word()} for {why.After.Year}: because of the {Of(why.Made).En}");

    internal static void Print(WhyChanged why, bool english, TextWriter to)
    {
        string In(Wording text) => english ? text.En : text.Zh;
        to.WriteLine($"{why.After.Facility.Name} ({why.After.Facility.Id})");
        to.WriteLine(In(Sentence(why)));
        foreach (var answer in why.Answers)
        {
            var (taken, kept) = (In(Of(answer.Exchanged)), In(Of(Bearings.All & ~answer.Exchanged)));
            var what = english
                ? answer.Exchanged == Bearings.None ? $"everything of {why.Before.Year}" : answer.Exchanged == Bearings.All ? $"everything of {why.After.Year}" : $"{taken} of {why.After.Year}, {kept} of {why.Before.Year}"
                : answer.Exchanged == Bearings.None ? $"全部取 {why.Before.Year} 年度" : answer.Exchanged == Bearings.All ? $"全部取 {why.After.Year} 年度" : $"{taken}取 {why.After.Year} 年度，{kept}取 {why.Before.Year} 年度";
            to.WriteLine($"  {(english ? answer.Determination.Outcome.Word() : answer.Determination.Outcome.Chinese())}  {what}");
        }

        foreach (var determination in (Determination[])[why.Before, why.After])
        {
            to.WriteLine();
            to.WriteLine(english ? $"— {determination.Year} —" : $"— {determination.Year} 年度 —");
            ReasonsInWords.Print(determination, to);
        }
    }

    private static Wording Name(Bearings one) => one switch
    {
        Bearings.Law => new("法律", "law"),
        Bearings.Data => new("数据", "data"),
        _ => new("期间", "period"),
    };
}

/// <summary>The same for programs.</summary>
/// <param name="FacilityId">The enterprise.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sentence">The answer in a sentence.</param>
/// <param name="Made">What made the difference: law, data, period.</param>
/// <param name="ChangesAlone">What changes the earlier answer when it alone is taken from the later year.</param>
/// <param name="NeededFor">What brings back the earlier answer when it alone is taken from the earlier year.</param>
/// <param name="Answers">Every combination.</param>
/// <param name="Before">The rules of the earlier year.</param>
/// <param name="After">The rules of the later year.</param>
internal sealed record WhyAnswer(
    string FacilityId, string Name, Wording Sentence, IReadOnlyList<Bearings> Made, IReadOnlyList<Bearings> ChangesAlone, IReadOnlyList<Bearings> NeededFor,
    IReadOnlyList<WhyCombination> Answers, WhySide Before, WhySide After)
{
    internal static WhyAnswer Of(WhyChanged why) => new(
        why.After.Facility.Id.Value, why.After.Facility.Name, WhyInWords.Sentence(why), Each(why.Made), Each(why.ChangesAlone), Each(why.NeededFor),
        [.. why.Answers.Select(a => new WhyCombination(Each(a.Exchanged), a.Determination.Outcome, [.. a.Determination.Rules.Where(r => r.Outcome == Outcome.Triggered).Select(r => r.Ground ?? r.Rule)]))],
        WhySide.Of(why.Before), WhySide.Of(why.After));

    private static Bearings[] Each(Bearings some) => [.. ((Bearings[])[Bearings.Law, Bearings.Data, Bearings.Period]).Where(b => some.HasFlag(b))];
}

/// <summary>An answer with some bearings of the later year.</summary>
internal sealed record WhyCombination(IReadOnlyList<Bearings> OfLater, Outcome Outcome, IReadOnlyList<string> Grounds);

/// <summary>One of the two years.</summary>
internal sealed record WhySide(int Year, Outcome Outcome, IReadOnlyList<WhyRule> Rules)
{
    internal static WhySide Of(Determination d) => new(d.Year, d.Outcome, [.. d.Rules.Select(r => new WhyRule(
        r.Rule, r.Ground, r.Outcome, new(r.Citation, r.CitationEn), r.Missing,
        [.. r.Evidence.Select(e => new DecidingValue { OutletId = e.OutletId, Name = e.Name ?? e.Pollutant, At = e.At, Value = e.Value?.ToString(), Limit = e.Limit is { } l ? PlainNumber.Text(l) : null, Unit = e.Unit, Source = e.Source })]))]);
}

/// <summary>What one rule said.</summary>
internal sealed record WhyRule(string Rule, string? Ground, Outcome Outcome, Wording Citation, IReadOnlyList<string> Missing, IReadOnlyList<DecidingValue> Evidence);
