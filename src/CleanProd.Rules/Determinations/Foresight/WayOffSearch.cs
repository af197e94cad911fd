using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Determinations.Foresight;

/// <summary>
/// Looks for the smallest change that takes an enterprise off the list. Candidates come from the evidence; every answer is found by judging
/// again from the reports on, never by arithmetic on what was decided.
/// </summary>
public sealed class WayOffSearch
{
    // Judging again is quick, but a plant may have thousands of exceedances.
    private const int MostJudgements = 600, MostRounds = 6, MostTightened = 12;

    private readonly Law _law;
    private readonly FactsBuilder[] _builders;
    private readonly FacilityRecords _records;
    private int _judgements;

    /// <summary>A search for one enterprise.</summary>
    /// <param name="law">The law.</param>
    /// <param name="reference">Codes and dated tables.</param>
    /// <param name="records">What was reported about it.</param>
    /// <param name="tablesGiven">Tables that were given for its place.</param>
    /// <param name="year">The judged year.</param>
    /// <param name="asOf">The determination date.</param>
    public WayOffSearch(Law law, ReferenceData reference, FacilityRecords records, IReadOnlySet<string> tablesGiven, int year, DateOnly asOf)
    {
        (_law, _records) = (law, records);
        _builders = [.. law.Packs.Select(p => new FactsBuilder(reference, tablesGiven, p.Pack.PeriodOf(year, asOf), asOf))];
    }

    /// <summary>One answer for each rule that lists the enterprise; none when nothing does.</summary>
    public IReadOnlyList<WayOff> Find()
    {
        var found = new List<WayOff>();
        foreach (var (pack, rule) in _law.RulesOn(_records.Facility))
            if (Judge(pack, rule, _records) is { Outcome: Outcome.Triggered } judged) found.Add(Find(pack, rule, judged));
        return found;
    }

    private WayOff Find(int pack, CompiledRule rule, RuleDetermination judged)
    {
        _judgements = 0;
        var changes = new List<ValueChange>();
        for (var (round, now) = (0, judged); ; round++)
        {
            var known = changes.Select(c => (c.Kind, c.Source, c.OutletId, c.Code, c.At)).ToHashSet();
            var more = now.Evidence.Select(e => Supposition.Change(_records, e)).OfType<ValueChange>().Where(c => !known.Contains((c.Kind, c.Source, c.OutletId, c.Code, c.At))).DistinctBy(c => (c.Kind, c.Source, c.OutletId, c.Code, c.At)).ToArray();
            changes.AddRange(more);
            // The same values still decide: the limit itself is not enough.
            if (more.Length == 0 && round < MostRounds) changes = [.. changes.Select(Further)];
            now = Judge(pack, rule, Supposition.Apply(_records, changes));
            if (now.Outcome != Outcome.Triggered) break;
            if (changes.Count == 0 || round >= MostRounds) return None(judged, changes.Count == 0);
        }

        bool IsOff(IReadOnlyList<ValueChange> some)
        {
            _judgements++;
            return Judge(pack, rule, Supposition.Apply(_records, some)).Outcome != Outcome.Triggered;
        }

        var smallest = LeaveOut(changes, IsOff, out var complete);
        Tighten(smallest, IsOff);
        return new(judged.Rule, judged.Ground, new(judged.Citation, judged.CitationEn), smallest, Judge(pack, rule, Supposition.Apply(_records, smallest)).Outcome, complete, Wording.None);
    }

    private RuleDetermination Judge(int pack, CompiledRule rule, FacilityRecords records) => _law.Judge(pack, rule, records.Facility, _builders[pack].Build(records));

    private static WayOff None(RuleDetermination judged, bool noValue) => new(
        judged.Rule, judged.Ground, new(judged.Citation, judged.CitationEn), [], Outcome.Triggered, true,
        noValue
            ? new("不由企业上报的数值决定（人工认定、审核进度或者法定名录），没有可以计算的最小改变", "No value that the enterprise reports decides this (a judgement by people, the state of an audit): there is no change to compute")
            : new("所列数值降至限值后仍然列入，没有找到可以验证的改变", "It stays listed with every value at its limit: no change was found that could be verified"));

    // A step beyond the limit, then a tenth beyond, then nothing at all.
    private static ValueChange Further(ValueChange change)
    {
        if (change is not { From: { } from, To: { } to } || from == to) return change;
        var down = to < from;
        var moved = Math.Abs(to % change.Step) == 0 && to != 0 ? to + (down ? -change.Step : change.Step) : down ? to * 0.9m : to * 1.1m;
        return change with { To = down ? Math.Max(0m, moved) : moved };
    }

    // Chunks are left out, half of them first, then single ones, the largest changes first, so that the small ones stay.
    private List<ValueChange> LeaveOut(List<ValueChange> changes, Func<IReadOnlyList<ValueChange>, bool> isOff, out bool complete)
    {
        var kept = changes.OrderByDescending(c => c.Size).ToList();
        for (var size = Math.Max(1, kept.Count / 2); ; size = Math.Max(1, size / 2))
        {
            for (var at = 0; at < kept.Count && kept.Count > 1;)
            {
                if (_judgements >= MostJudgements)
                {
                    complete = false;
                    return kept;
                }

                var without = kept.Take(at).Concat(kept.Skip(at + size)).ToList();
                if (without.Count > 0 && isOff(without)) kept = without;
                else at += size;
            }

            if (size == 1) break;
        }

        complete = true;
        return kept;
    }

    // Of each value no more is asked than is needed: the nearest step at which the answer is still no.
    private static void Tighten(List<ValueChange> changes, Func<IReadOnlyList<ValueChange>, bool> isOff)
    {
        for (var i = 0; i < Math.Min(changes.Count, MostTightened); i++)
        {
            if (changes[i] is not { From: { } from, To: { } to } || from == to) continue;
            var (step, sign) = (changes[i].Step, from > to ? 1 : -1);
            decimal low = 0m, high = decimal.Truncate(Math.Abs(from - to) / step);
            bool Holds(decimal steps)
            {
                var tried = changes.ToList();
                tried[i] = tried[i] with { To = to + sign * steps * step };
                return isOff(tried);
            }

            if (high < 1 || !Holds(1m)) continue;
            low = 1m;
            while (high - low > 1m)
            {
                var middle = decimal.Truncate((low + high) / 2m);
                if (Holds(middle)) low = middle;
                else high = middle;
            }

            changes[i] = changes[i] with { To = to + sign * low * step };
        }
    }
}
