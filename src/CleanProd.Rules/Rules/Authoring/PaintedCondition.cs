using CleanProd.Rules.Rules.Proving;

namespace CleanProd.Rules.Rules.Authoring;

/// <summary>Where a test stands in the text of its condition.</summary>
/// <param name="Start">Its first character, from 0.</param>
/// <param name="Length">How many characters it has; other tests may stand within it.</param>
public readonly record struct TestPlace(int Start, int Length);

/// <summary>
/// A condition as text with the places of its tests, so that what is known of each (coverage, reach, mistakes that no case notices) can be painted
/// onto it. The tests are counted as coverage and reach count them.
/// </summary>
/// <param name="Rule">The rule.</param>
/// <param name="Part">Which of its conditions.</param>
/// <param name="Text">The text in the one form, named sub-expressions written out, parameters by name.</param>
/// <param name="Tests">The places of its tests.</param>
public sealed record PaintedCondition(string Rule, string Part, string Text, IReadOnlyList<TestPlace> Tests)
{
    /// <summary>Every condition of a pack in the order of the file.</summary>
    /// <exception cref="PackException">The pack is refused.</exception>
    public static IReadOnlyList<PaintedCondition> Of(RulePack pack)
    {
        var parser = new ConditionParser(pack.FileName, ParameterSet.On(pack, PackCheck.FirstDay(pack)));
        return
        [
            .. from rule in pack.Rules
               from part in new AuthoredRule(rule, parser).Parts()
               let printed = ConditionPrinter.PrintWithTests(part.Condition)
               select new PaintedCondition(rule.Name, part.Part, printed.Text, [.. printed.Tests.Select(t => new TestPlace(t.Start, t.Length))]),
        ];
    }
}
