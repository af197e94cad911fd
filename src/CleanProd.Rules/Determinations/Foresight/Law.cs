using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Determinations.Foresight;

/// <summary>Packs that decide together, compiled: a nation's and its provinces', in force or only proposed.</summary>
public sealed class Law
{
    private Law(IReadOnlyList<CompiledPack> packs) => Packs = packs;

    /// <summary>The packs, the national one first.</summary>
    public IReadOnlyList<CompiledPack> Packs { get; }

    /// <summary>Their names, <c>id@sha256</c>.</summary>
    public IReadOnlyList<string> Names => [.. Packs.Select(p => p.Pack.Name)];

    /// <summary>
    /// Compiles packs as if they governed on a day. One that does not govern then is read with the parameters of its own nearest day, so that
    /// a rule of next year can be asked about last year.
    /// </summary>
    /// <exception cref="PackException">A condition is refused.</exception>
    public static Law Compile(IEnumerable<RulePack> packs, DateOnly asOf) => new(
    [
        .. packs.OrderBy(p => p.Jurisdiction, StringComparer.Ordinal).ThenBy(p => p.Id, StringComparer.Ordinal).Select(p => CompiledPack.Compile(p, NearestDay(p, asOf))),
    ]);

    /// <summary>The day nearest to another on which a pack governs and its instrument is in force.</summary>
    public static DateOnly NearestDay(RulePack pack, DateOnly asOf)
    {
        var first = pack.GovernsFrom > pack.Instrument.InForceFrom ? pack.GovernsFrom : pack.Instrument.InForceFrom;
        return asOf < first ? first : pack.GovernsTo is { } last && asOf > last ? last : asOf;
    }

    /// <summary>The same law with one pack in place of another of its jurisdiction, or beside it where it has none.</summary>
    /// <param name="packs">The packs.</param>
    /// <param name="proposed">The pack that is proposed.</param>
    public static IReadOnlyList<RulePack> With(IEnumerable<RulePack> packs, RulePack proposed) =>
        [.. packs.Where(p => p.Jurisdiction != proposed.Jurisdiction).Append(proposed)];

    /// <summary>The rules that have a say about a facility, each with the place of its pack.</summary>
    internal IEnumerable<(int Pack, CompiledRule Rule)> RulesOn(FacilityRecord facility)
    {
        for (var i = 0; i < Packs.Count; i++)
        {
            if (!Screening.Concerns(Packs[i].Pack, facility)) continue;
            foreach (var rule in Packs[i].Rules)
                if (!Overlays.IsReplaced(Packs, Packs[i], rule, facility)) yield return (i, rule);
        }
    }

    /// <summary>The outcome of a rule for a facility, its place taken into account.</summary>
    internal Outcome OutcomeOf(int pack, CompiledRule rule, FacilityRecord facility, FacilityFacts facts)
    {
        var outcome = RuleJudge.OutcomeOf(rule, facts);
        return outcome == Outcome.Triggered && Packs[pack].Pack.RegionPrefix is not null && facility.Region is null ? Outcome.Undetermined : outcome;
    }

    /// <summary>What a rule says about a facility, with reasons.</summary>
    internal RuleDetermination Judge(int pack, CompiledRule rule, FacilityRecord facility, FacilityFacts facts) =>
        Screening.InPlace(Packs[pack].Pack, facility, [RuleJudge.Judge(rule, facts)]).Single();
}
