using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Comparing;

namespace CleanProd.Rules.Determinations.Foresight;

/// <summary>
/// Judges a year under two laws and tells the difference by name. Every facility is asked with the compiled readings; only where something
/// differs are reasons looked for, so that a province is gone through while the author waits.
/// </summary>
public static class ImpactAnalysis
{
    /// <summary>The difference between two laws over a year.</summary>
    /// <param name="before">The law as it is.</param>
    /// <param name="after">The law as proposed.</param>
    /// <param name="year">The facts of the year.</param>
    /// <param name="readAgain">Whether RulesEngine reads the proposed law a second time for everyone touched; a disagreement makes an error.</param>
    /// <param name="cancellation">Breaks it off.</param>
    public static Impact Of(Law before, Law after, FactsOfYear year, bool readAgain = false, CancellationToken cancellation = default)
    {
        var (was, willBe) = (Facts(before, year), Facts(after, year));
        var changed = ChangedRules(before, after);
        var second = readAgain ? after.Packs.Select(p => new DoubleEntry(p)).ToArray() : null;
        var entries = new ImpactEntry?[year.Facilities.Count];
        var (listedBefore, listedAfter) = (0, 0);
        Parallel.For(0, year.Facilities.Count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var (x, y) = (Side.Of(before, was, year.Facilities[i], i), Side.Of(after, willBe, year.Facilities[i], i));
            if (x.Outcome == Outcome.Triggered) Interlocked.Increment(ref listedBefore);
            if (y.Outcome == Outcome.Triggered) Interlocked.Increment(ref listedAfter);
            entries[i] = Entry(x, y, year.Facilities[i], changed, second);
        });
        return Told(before, after, year, [.. entries.OfType<ImpactEntry>()], listedBefore, listedAfter);
    }

    private static FacilityFacts[][] Facts(Law law, FactsOfYear year) => [.. law.Packs.Select(p => year.Of(p.Pack))];

    private static Impact Told(Law before, Law after, FactsOfYear year, ImpactEntry[] entries, int listedBefore, int listedAfter) => new()
    {
        Before = before.Names, After = after.Names, Year = year.Year, AsOf = year.AsOf, Facilities = year.Facilities.Count,
        ListedBefore = listedBefore, ListedAfter = listedAfter, Counts = ImpactCounts.Of(entries), Entries = entries,
        ByRegion = Sliced(entries, e => [Start(e.Region, 4)]),
        ByIndustry = Sliced(entries, e => [Start(e.Industry, 3)]),
        ByGround = Sliced(entries, e => e.Reasons.Select(r => r.Ground ?? r.Rule).Distinct(StringComparer.Ordinal)),
    };

    private static ImpactSlice[] Sliced(ImpactEntry[] entries, Func<ImpactEntry, IEnumerable<string>> keys) =>
    [
        .. entries.SelectMany(e => keys(e).Select(k => (Key: k, Entry: e))).GroupBy(p => p.Key, p => p.Entry).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new ImpactSlice(g.Key, ImpactCounts.Of(g))),
    ];

    private static string Start(string? code, int length) => code is null ? "" : code.Length <= length ? code : code[..length];

    /// <summary>Rules of a name in both laws that do not say the same: only they can give one list other reasons.</summary>
    private static HashSet<(string, string)> ChangedRules(Law before, Law after)
    {
        var old = before.Packs.SelectMany(p => p.Rules.Select(r => (p.Pack.Jurisdiction, r.Rule.Name, Rule: r))).ToDictionary(r => (r.Jurisdiction, r.Name), r => r.Rule);
        return
        [
            .. after.Packs.SelectMany(p => p.Rules.Select(r => (Key: (p.Pack.Jurisdiction, r.Rule.Name), Rule: r)))
                .Where(r => old.TryGetValue(r.Key, out var earlier) && !RuleEquality.Same(earlier, r.Rule)).Select(r => r.Key),
        ];
    }

    private static ImpactEntry? Entry(Side before, Side after, FacilityRecord facility, HashSet<(string, string)> changed, DoubleEntry[]? second)
    {
        var touched = before.Rules.Keys.Union(after.Rules.Keys).Where(k => Differs(before, after, k, changed)).ToArray();
        if (touched.Length == 0) return null;
        var reasons = touched.Select(k => Reason(k.Name, before.Judge(k), after.Judge(k, second))).OfType<ImpactReason>().OrderBy(r => r.Rule, StringComparer.Ordinal).ToArray();
        var outcome = reasons.Any(r => r.After == Outcome.Error) ? Outcome.Error : after.Outcome;
        var kinds = Kinds(before.Outcome, outcome, reasons).ToArray();
        return kinds.Length == 0 ? null : new(facility.Id.Value, facility.Name, facility.Region, facility.Industry, before.Outcome, outcome, kinds, reasons);
    }

    private static bool Differs(Side before, Side after, (string, string) rule, HashSet<(string, string)> changed)
    {
        var (x, y) = (before.Of(rule), after.Of(rule));
        return Tells(x) != Tells(y) || ((Tells(x) ?? Tells(y)) is not null && changed.Contains(rule));
    }

    // Not listed, and does not concern: neither gives a reason.
    private static Outcome? Tells(Outcome? outcome) => outcome is Outcome.Triggered or Outcome.Undetermined or Outcome.Error ? outcome : null;

    private static ImpactReason? Reason(string name, RuleDetermination? before, RuleDetermination? after)
    {
        if (before is not null && after is not null && Same(before, after)) return null;
        var spoken = after ?? before!;
        return new(name, spoken.Ground, new(spoken.Citation, spoken.CitationEn), before?.Outcome, after?.Outcome,
            before is null ? null : DecidingValue.Of(before), after is null ? null : DecidingValue.Of(after),
            after is { Missing.Count: > 0 } ? after.Missing : before?.Missing ?? []);
    }

    private static bool Same(RuleDetermination x, RuleDetermination y) => x.Outcome == y.Outcome && x.Ground == y.Ground && x.Citation == y.Citation
        && x.Sentence == y.Sentence && x.Evidence.SequenceEqual(y.Evidence) && x.Missing.SequenceEqual(y.Missing, StringComparer.Ordinal);

    private static IEnumerable<ImpactKind> Kinds(Outcome before, Outcome after, ImpactReason[] reasons)
    {
        if (after == Outcome.Error) yield return ImpactKind.Fails;
        if (after == Outcome.Triggered && before != Outcome.Triggered) yield return ImpactKind.Joins;
        if (before == Outcome.Triggered && after is not (Outcome.Triggered or Outcome.Error)) yield return ImpactKind.Leaves;
        if (before == Outcome.Triggered && after == Outcome.Triggered && reasons.Any(r => r.Before == Outcome.Triggered || r.After == Outcome.Triggered)) yield return ImpactKind.ReasonChanges;
        if (after == Outcome.Undetermined && before != Outcome.Undetermined) yield return ImpactKind.BecomesUndetermined;
        if (before == Outcome.Undetermined && after != Outcome.Undetermined) yield return ImpactKind.CeasesUndetermined;
    }

    /// <summary>One facility under one law.</summary>
    private sealed record Side(Law Law, FacilityFacts[][] Facts, FacilityRecord Facility, int Index)
    {
        internal Dictionary<(string Jurisdiction, string Name), (int Pack, CompiledRule Rule, Outcome Outcome)> Rules { get; } = [];

        internal Outcome Outcome { get; private set; } = Outcome.NotApplicable;

        internal static Side Of(Law law, FacilityFacts[][] facts, FacilityRecord facility, int index)
        {
            var side = new Side(law, facts, facility, index);
            foreach (var (pack, rule) in law.RulesOn(facility))
            {
                var outcome = law.OutcomeOf(pack, rule, facility, facts[pack][index]);
                if (outcome > side.Outcome) side.Outcome = outcome;
                side.Rules[(law.Packs[pack].Pack.Jurisdiction, rule.Rule.Name)] = (pack, rule, outcome);
            }

            return side;
        }

        internal Outcome? Of((string, string) rule) => Rules.TryGetValue(rule, out var found) ? found.Outcome : null;

        internal RuleDetermination? Judge((string, string) rule, DoubleEntry[]? second = null)
        {
            if (!Rules.TryGetValue(rule, out var found)) return null;
            var judged = Law.Judge(found.Pack, found.Rule, Facility, Facts[found.Pack][Index]);
            if (second is null) return judged;
            var all = Law.Packs[found.Pack].Rules.Select(r => ReferenceEquals(r, found.Rule) ? judged : new RuleDetermination(r.Rule.Name, Outcome.Error)).ToArray();
            return second[found.Pack].CheckAsync(Facts[found.Pack][Index], all).GetAwaiter().GetResult().Single(r => r.Rule == judged.Rule);
        }
    }
}
