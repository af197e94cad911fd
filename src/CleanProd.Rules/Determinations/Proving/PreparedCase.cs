using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Rules;

namespace CleanProd.Rules.Determinations.Proving;

/// <summary>A case of a pack with its facts built and its pack compiled once, to be judged again and again with small mistakes put in.</summary>
internal sealed class PreparedCase
{
    private readonly FacilityRecord _facility;

    private PreparedCase(PackCase example, CompiledPack pack, FacilityRecord facility, FacilityFacts facts) => (Case, Pack, _facility, Facts) = (example, pack, facility, facts);

    internal PackCase Case { get; }

    internal CompiledPack Pack { get; }

    internal FacilityFacts Facts { get; }

    /// <summary>Prepares the cases of a pack; all of them have to pass.</summary>
    /// <exception cref="PackException">The pack is refused.</exception>
    /// <exception cref="InvalidDataException">A case does not pass: nothing can be proved with it.</exception>
    internal static IReadOnlyList<PreparedCase> Of(RulePack pack, ReferenceData reference)
    {
        if (PackCaseRunner.Run(pack, reference).FirstOrDefault(r => r.Verdict != CaseVerdict.Pass) is { } wrong)
            throw new InvalidDataException($"{pack.FileName}:{wrong.Case.Position} “{wrong.Case.Name}”未通过，先使全部案例通过：{string.Join("; ", wrong.Messages)}。 The case does not pass; make all cases pass first.");
        var compiled = new Dictionary<DateOnly, CompiledPack>();
        return [.. pack.Cases.Select(example =>
        {
            if (!compiled.TryGetValue(example.AsOf, out var on)) compiled[example.AsOf] = on = CompiledPack.Compile(pack, example.AsOf);
            return Of(example, on, reference);
        })];
    }

    /// <summary>Prepares one case, which may be a made-up one.</summary>
    internal static PreparedCase Of(PackCase example, CompiledPack pack, ReferenceData reference)
    {
        var (facts, _) = PackCaseRunner.FactsOf(pack.Pack, example, reference);
        var records = facts.Facilities[0];
        return new(example, pack, records.Facility, new FactsBuilder(reference, facts.TablesGiven, pack.Pack.PeriodOf(example.Year, example.AsOf), example.AsOf).Build(records));
    }

    /// <summary>The rules judged, one of them exchanged for a changed one.</summary>
    internal Determination Judge(CompiledRule? instead = null)
    {
        if (!Screening.Concerns(Pack.Pack, _facility)) return new(_facility, Case.Year, []);
        var judged = Pack.Rules.Select(r => RuleJudge.Judge(instead is not null && r.Rule.Name == instead.Rule.Name ? instead : r, Facts)).ToArray();
        return new(_facility, Case.Year, [.. Screening.InPlace(Pack.Pack, _facility, judged)]);
    }

    /// <summary>Whether the case would notice a changed rule.</summary>
    internal bool Notices(CompiledRule instead) => PackCaseRunner.Differences(Case, Judge(instead)).Count > 0;
}
