using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Determinations.Foresight;

/// <summary>What a determination rests on; several of them together are exchanged together.</summary>
[Flags]
public enum Bearings
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Rule packs and reference tables.</summary>
    Law = 1,

    /// <summary>What is known about the enterprise: corrected or new imports.</summary>
    Data = 2,

    /// <summary>The judged year and its determination date.</summary>
    Period = 4,

    /// <summary>All of them.</summary>
    All = Law | Data | Period,
}

/// <summary>One of the two determinations that are compared: what it rests on.</summary>
/// <param name="Law">The packs, compiled for the determination date.</param>
/// <param name="Reference">Codes and dated tables.</param>
/// <param name="Records">What was known about the enterprise.</param>
/// <param name="TablesGiven">Tables that were given for its place.</param>
/// <param name="Year">The judged year.</param>
/// <param name="AsOf">The determination date.</param>
public sealed record JudgedUnder(
    Law Law, ReferenceData Reference, FacilityRecords Records, IReadOnlySet<string> TablesGiven, int Year, DateOnly AsOf);

/// <summary>The answer with some of the bearings of this year and the others of the year before.</summary>
/// <param name="Exchanged">What is of this year.</param>
/// <param name="Determination">What then follows.</param>
public sealed record SwappedAnswer(Bearings Exchanged, Determination Determination);

/// <summary>
/// Why an enterprise is judged otherwise than the year before. Law, data and period are exchanged one at a time, from the year before towards
/// this one and from this one back; whatever alone changes the answer is what made the difference.
/// </summary>
public sealed record WhyChanged
{
    /// <summary>The determination of the year before.</summary>
    public required Determination Before { get; init; }

    /// <summary>The determination of this year.</summary>
    public required Determination After { get; init; }

    /// <summary>Every combination, by what is taken from this year.</summary>
    public required IReadOnlyList<SwappedAnswer> Answers { get; init; }

    /// <summary>What changes the answer of the year before when it alone is taken from this year.</summary>
    public required Bearings ChangesAlone { get; init; }

    /// <summary>What brings back the answer of the year before when it alone is taken from there.</summary>
    public required Bearings NeededFor { get; init; }

    /// <summary>
    /// What made the difference: the smallest set of bearings that turns the answer of the year before into this year's; none when both
    /// answers are the same. Of two equally small sets, law before data before period.
    /// </summary>
    public required Bearings Made { get; init; }

    /// <summary>Compares two determinations of one enterprise.</summary>
    public static WhyChanged Of(JudgedUnder before, JudgedUnder after)
    {
        var facts = new Dictionary<BuiltFrom, FacilityFacts>();
        var answers = Enumerable.Range(0, (int)Bearings.All + 1).Select(i => new SwappedAnswer((Bearings)i, Judge(before, after, (Bearings)i, facts))).ToArray();
        Determination Of(Bearings taken) => answers[(int)taken].Determination;
        var (was, now) = (Of(Bearings.None), Of(Bearings.All));
        var single = new[] { Bearings.Law, Bearings.Data, Bearings.Period };
        return new()
        {
            Before = was, After = now, Answers = answers,
            ChangesAlone = Together(single.Where(b => !Same(Of(b), was))),
            NeededFor = Same(was, now) ? Bearings.None : Together(single.Where(b => !Same(Of(Bearings.All & ~b), now))),
            Made = Same(was, now) ? Bearings.None : answers.Select(a => a.Exchanged).Where(b => Same(Of(b), now)).OrderBy(b => System.Numerics.BitOperations.PopCount((uint)b)).ThenBy(b => b).First(),
        };
    }

    /// <summary>Whether two answers are the same to people: outcome, and by which grounds.</summary>
    private static bool Same(Determination a, Determination b) => a.Outcome == b.Outcome && Reasons(a).SetEquals(Reasons(b));

    private static HashSet<string> Reasons(Determination d) => [.. d.Rules.Where(r => r.Outcome == d.Outcome && r.Outcome is Outcome.Triggered or Outcome.Undetermined or Outcome.Error).Select(r => r.Ground ?? r.Rule)];

    private static Bearings Together(IEnumerable<Bearings> some) => some.Aggregate(Bearings.None, (a, b) => a | b);

    private static Determination Judge(JudgedUnder before, JudgedUnder after, Bearings taken, Dictionary<BuiltFrom, FacilityFacts> facts)
    {
        JudgedUnder Side(Bearings of) => taken.HasFlag(of) ? after : before;
        var (law, data, period) = (Side(Bearings.Law), Side(Bearings.Data), Side(Bearings.Period));
        var rules = new List<RuleDetermination>();
        foreach (var (pack, rule) in law.Law.RulesOn(data.Records.Facility))
        {
            var from = new BuiltFrom(law.Reference, ReferenceEquals(data, after), law.Law.Packs[pack].Pack.PeriodOf(period.Year, period.AsOf), period.AsOf);
            if (!facts.TryGetValue(from, out var built))
                facts[from] = built = new FactsBuilder(law.Reference, data.TablesGiven, from.Period, from.AsOf).Build(data.Records);
            rules.Add(law.Law.Judge(pack, rule, data.Records.Facility, built));
        }

        return new(data.Records.Facility, period.Year, rules);
    }

    // What the facts of a combination depend on: most combinations share theirs with another.
    private readonly record struct BuiltFrom(ReferenceData Reference, bool IsOfThisYear, ReportingPeriod Period, DateOnly AsOf);
}
