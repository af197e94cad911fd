using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Determinations;

/// <summary>
/// National, provincial and city packs side by side. Rules that add or tighten stand beside the national ones, so that the stricter governs
/// and both are shown; a rule that replaces speaks alone within its place.
/// </summary>
internal static class Overlays
{
    /// <summary>Whether a rule is replaced for a facility by one of a narrower jurisdiction. Not while its place is not known.</summary>
    internal static bool IsReplaced(IEnumerable<CompiledPack> packs, CompiledPack pack, CompiledRule rule, FacilityRecord facility) => Replacing(packs, pack.Pack, rule.Rule, facility) is not null;

    /// <summary>The determinations with the replaced ones told as not applicable, on the citation of what replaces them.</summary>
    internal static IEnumerable<RuleDetermination> Settle(IReadOnlyList<CompiledPack> packs, CompiledPack pack, FacilityRecord facility, IEnumerable<RuleDetermination> judged) =>
        judged.Select((rule, i) => Replacing(packs, pack.Pack, pack.Rules[i].Rule, facility) is { } by
            ? new RuleDetermination(rule.Rule, Outcome.NotApplicable)
            {
                Ground = rule.Ground, Citation = by.Citation.Zh, CitationEn = by.Citation.En,
                Sentence = $"由地方规定“{by.Name}”替代", SentenceEn = $"replaced by the local rule '{by.Name}'",
            }
            : rule);

    /// <summary>Whether any pack replaces rules of another.</summary>
    internal static bool AnyReplaces(IEnumerable<CompiledPack> packs) => packs.Any(p => p.Rules.Any(r => r.Rule.Overlay is { Relation: OverlayRelation.Replaces }));

    private static (string Name, Wording Citation)? Replacing(IEnumerable<CompiledPack> packs, RulePack pack, PackRule rule, FacilityRecord facility)
    {
        if (facility.Region is null) return null;
        foreach (var other in packs)
        {
            if (!other.Pack.IsWithin(pack) || !Screening.Concerns(other.Pack, facility)) continue;
            foreach (var candidate in other.Rules)
                if (candidate.Rule.Overlay is { Relation: OverlayRelation.Replaces } overlay && overlay.Rule == rule.Name) return (candidate.Rule.Name, overlay.Citation);
        }

        return null;
    }
}
