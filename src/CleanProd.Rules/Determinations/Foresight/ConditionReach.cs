using System.Diagnostics;
using System.Linq.Expressions;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Proving;

namespace CleanProd.Rules.Determinations.Foresight;

/// <summary>How far one test in a rule reaches over a year.</summary>
/// <param name="Pack">Identity of the pack.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Part">Which of its conditions.</param>
/// <param name="Number">Number of the test in that condition, as mutation and coverage count it.</param>
/// <param name="Text">The test; one about items of a list is asked of any of them.</param>
/// <param name="Matches">How many facilities it holds for: for one item at least where it is about items.</param>
/// <param name="Lacks">For how many a fact is missing to tell.</param>
/// <param name="Facilities">How many were asked.</param>
/// <param name="Nanoseconds">What asking one facility costs on this machine; told, never part of a decision.</param>
public sealed record ConditionReach(string Pack, string Rule, string Part, int Number, string Text, int Matches, int Lacks, int Facilities, decimal Nanoseconds)
{
    /// <summary>The reach of every test of a law, in the order of the packs.</summary>
    public static IReadOnlyList<ConditionReach> Of(Law law, FactsOfYear year, CancellationToken cancellation = default) =>
    [
        .. from pack in law.Packs
           from rule in pack.Rules
           from part in rule.Parts()
           from atom in ConditionNodes.Of(part.Condition.Expression)
           where ConditionNodes.IsAtom(atom.Node)
           select Of(pack, rule, part.Part, part.Condition, atom.Number, atom.Node, year, cancellation),
    ];

    private static ConditionReach Of(CompiledPack pack, CompiledRule rule, string part, CompiledCondition condition, int number, Expression atom, FactsOfYear year, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var test = new CompiledCondition(Standing(condition.Expression, number, atom), condition.Words, condition.Text);
        var facts = year.Of(pack.Pack);
        var (asked, matches, lacks, started) = (0, 0, 0, 0L);
        for (var i = 0; i < facts.Length; i++)
        {
            if (!Screening.Concerns(pack.Pack, year.Facilities[i])) continue;
            // The first reading brings the code in; it is not counted.
            if (asked++ == 0)
            {
                Ask(test, facts[i]);
                started = Stopwatch.GetTimestamp();
            }

            switch (Ask(test, facts[i]))
            {
                case Truth.Yes: matches++; break;
                case Truth.Unknown: lacks++; break;
            }
        }

        var spent = asked == 0 ? 0m : (decimal)Stopwatch.GetElapsedTime(started).Ticks * 100m / asked;
        return new(pack.Pack.Id, rule.Rule.Name, part, number, ConditionPrinter.Print(atom), matches, lacks, asked, decimal.Round(spent, 1));
    }

    private static Truth Ask(CompiledCondition test, Facts.Words.FacilityFacts facts)
    {
        var answer = Truth.No;
        try
        {
            answer = test.Ask(facts);
        }
        catch (Exception e) when (RuleFault.Is(e))
        {
            // A test that fails on a facility matches it not; what fails is told by the rule as a whole.
        }

        return answer;
    }

    /// <summary>The test as a condition of its own: asked of any item of the lists that it stands in.</summary>
    private static Expression Standing(Expression root, int number, Expression atom)
    {
        var around = new Surrounding(number);
        around.Visit(root);
        foreach (var (call, lambda) in around.Lists)
        {
            var (list, _) = ThreeValued.Source(call.Arguments[0]);
            atom = Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [lambda.Parameters[0].Type], list, Expression.Lambda(atom, lambda.Parameters[0]));
        }

        return atom;
    }

    // The list calls around a node, the innermost first.
    private sealed class Surrounding(int number) : ExpressionVisitor
    {
        private readonly Stack<Expression> _above = new();
        private int _next;

        internal List<(MethodCallExpression Call, LambdaExpression Lambda)> Lists { get; } = [];

        public override Expression? Visit(Expression? node)
        {
            if (node is null) return null;
            if (_next++ == number)
            {
                LambdaExpression? inside = null;
                foreach (var e in _above)
                {
                    if (e is LambdaExpression lambda) inside = lambda;
                    else if (e is MethodCallExpression call && inside is not null && ThreeValued.IsListCall(call))
                    {
                        Lists.Add((call, inside));
                        inside = null;
                    }
                }
            }

            _above.Push(node);
            base.Visit(node);
            _above.Pop();
            return node;
        }
    }
}
