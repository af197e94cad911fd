using System.Linq.Expressions;
using CleanProd.Rules.Determinations.Proving;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Comparing;

namespace CleanProd.Rules.Determinations;

/// <summary>How a local rule stands to a wider one, and whether it may.</summary>
/// <param name="Pack">The local pack.</param>
/// <param name="Rule">The local rule.</param>
/// <param name="WiderPack">The wider pack; null where the rule stands by itself.</param>
/// <param name="WiderRule">The wider rule.</param>
/// <param name="IsError">Whether the local pack may not be released so.</param>
/// <param name="Text">What was found and what to do.</param>
public sealed record OverlayFinding(string Pack, string Rule, string? WiderPack, string? WiderRule, bool IsError, Wording Text);

/// <summary>
/// Local rules may add, tighten, or replace with a citation; they never loosen silently. That a rule does not loosen has to be shown from its
/// form; where it cannot be shown, the pack has to say that it loosens and on which clause.
/// </summary>
public static class OverlayCheck
{
    /// <summary>Every local rule of the packs beside the wider packs that govern on a common day.</summary>
    /// <exception cref="PackException">A pack is refused.</exception>
    public static IReadOnlyList<OverlayFinding> Of(IReadOnlyList<RulePack> packs, ReferenceData reference) =>
        [.. packs.Where(p => p.RegionPrefix is not null).SelectMany(local => Of(local, [.. packs.Where(local.IsWithin)], reference))];

    private static IEnumerable<OverlayFinding> Of(RulePack local, RulePack[] wider, ReferenceData reference)
    {
        var beside = wider.Select(w => (Pack: w, Day: CommonDay(local, w))).Where(w => w.Day is not null).Select(w => (w.Pack, Day: w.Day!.Value)).ToArray();
        foreach (var rule in local.Rules)
        {
            var found = 0;
            foreach (var (pack, day) in beside)
            {
                var wanted = rule.Overlay?.Rule ?? (rule.Overlay is null ? pack.Rules.FirstOrDefault(r => r.Name == rule.Name || (r.Ground is not null && r.Ground == rule.Ground))?.Name : null);
                if (wanted is null || pack.Rules.All(r => r.Name != wanted)) continue;
                found++;
                yield return Beside(local, rule, pack, wanted, day, reference);
            }

            if (found == 0 && rule.Overlay?.Rule is { } missing && beside.Length > 0)
                yield return new(local.Id, rule.Name, null, missing, true, new($"没有可从严或者替代的上级规则 {missing}。请改正 overlay.rule。", $"No wider pack has a rule {missing} to tighten or replace; correct overlay.rule."));
        }
    }

    /// <summary>A day on which both govern and every announced value is in force; null when there is none.</summary>
    private static DateOnly? CommonDay(RulePack a, RulePack b)
    {
        DateOnly First(RulePack p) => p.GovernsFrom > p.Instrument.InForceFrom ? p.GovernsFrom : p.Instrument.InForceFrom;
        var from = First(a) > First(b) ? First(a) : First(b);
        if (!a.Governs(from) || !b.Governs(from)) return null;
        return a.Parameters.Concat(b.Parameters).SelectMany(p => p.Values).Select(v => v.From).Where(d => d > from && a.Governs(d) && b.Governs(d)).Append(from).Max();
    }

    private static OverlayFinding Beside(RulePack local, PackRule rule, RulePack wider, string wanted, DateOnly day, ReferenceData reference)
    {
        OverlayFinding Says(bool isError, string zh, string en) => new(local.Id, rule.Name, wider.Id, wanted, isError, new(zh, en));
        if (rule.Overlay is not { } mark)
            return Says(true, $"与 {wider.Id} 的规则 {wanted} 情形相同，未说明关系。请在 overlay 中写明 adds、tightens 或者 replaces 及依据。", $"It has the ground of {wanted} in {wider.Id} and does not say how it stands to it: give overlay with adds, tightens or replaces and its citation.");
        if (mark.Relation == OverlayRelation.Adds) return Says(false, $"在 {wanted} 之外另加一项。", $"Adds to {wanted}.");
        var (a, b) = (Compiled(wider, wanted, day), Compiled(local, rule.Name, day));
        var strict = b.Requires.All(r => a.Requires.Any(w => RuleEquality.Says(w.Expression, r.Expression))) && ConditionOrder.Implies(Whole(a), Whole(b));
        var example = strict ? null : Example(local, wider, a, b, reference);
        if (mark.Relation == OverlayRelation.Tightens)
        {
            if (mark.Loosens) return Says(true, "不能既从严又从宽（loosens）。", "It cannot tighten and loosen at once.");
            return strict
                ? Says(false, $"从严于 {wanted}：凡 {wanted} 列入的也列入；两者并列，从严者为准。", $"Tightens {wanted}: whoever that lists is listed; both stand, the stricter governs.")
                : example is not null
                    ? Says(true, $"称从严于 {wanted}，但案例“{example}”中 {wanted} 列入而本规则不列入。", $"It says that it tightens {wanted}, but in the case '{example}' {wanted} lists and it does not.")
                    : Says(false, $"无法从形式上证明从严于 {wanted}；{wanted} 仍然并列有效，不会因此漏列。", $"That it tightens {wanted} cannot be shown from its form; {wanted} stays beside it, so nobody is let off.");
        }

        if (strict) return Says(false, $"替代 {wanted}（{mark.Citation.Zh}），不从宽。", $"Replaces {wanted} ({mark.Citation.En}) and does not loosen it.");
        if (mark.Loosens) return Says(false, $"替代并从宽 {wanted}，依据：{mark.Citation.Zh}。", $"Replaces and loosens {wanted}, on: {mark.Citation.En}.");
        return example is not null
            ? Says(true, $"替代 {wanted} 并从宽：案例“{example}”中 {wanted} 列入而本规则不列入。地方规定不得悄然从宽；确有依据的，写明 loosens: true 并引用条款。", $"It replaces {wanted} and loosens it: in the case '{example}' {wanted} lists and it does not. An overlay never loosens silently: if the law allows it, say loosens: true and cite the clause.")
            : Says(true, $"替代 {wanted}，但不能证明不从宽。请改为 tightens，或者写明 loosens: true 并引用条款。", $"It replaces {wanted}, and that it does not loosen it cannot be shown: make it tighten, or say loosens: true and cite the clause.");
    }

    private static CompiledRule Compiled(RulePack pack, string rule, DateOnly day) => CompiledPack.Compile(pack, day).Rules.Single(r => r.Rule.Name == rule);

    // Applies, holds, and no exception lets off.
    private static Expression Whole(CompiledRule rule) => rule.Exceptions.Select(x => (Expression)Expression.Not(x.When.Expression))
        .Prepend(rule.Condition.Expression).Concat(rule.AppliesWhen is { } when ? [when.Expression] : []).Aggregate(Expression.AndAlso);

    /// <summary>A case of one of the packs that the wider rule lists and the local one does not; null when there is none.</summary>
    private static string? Example(RulePack local, RulePack wider, CompiledRule a, CompiledRule b, ReferenceData reference)
    {
        foreach (var pack in (RulePack[])[local, wider])
            foreach (var example in pack.Cases)
                if (Facts(pack, example, reference) is { } facts && RuleJudge.OutcomeOf(a, facts) == Outcome.Triggered && RuleJudge.OutcomeOf(b, facts) is not (Outcome.Triggered or Outcome.Error)) return example.Name;
        return null;
    }

    private static FacilityFacts? Facts(RulePack pack, PackCase example, ReferenceData reference)
    {
        var (set, _) = PackCaseRunner.FactsOf(pack, example, reference);
        return set.Facilities.Count != 1 ? null
            : new CleanProd.Rules.Facts.Building.FactsBuilder(reference, set.TablesGiven, pack.PeriodOf(example.Year, example.AsOf), example.AsOf).Build(set.Facilities[0]);
    }
}
