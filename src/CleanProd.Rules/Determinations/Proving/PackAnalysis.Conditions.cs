using System.Linq.Expressions;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Rules.Authoring;
using CleanProd.Rules.Rules.Logic;
using CleanProd.Rules.Rules.Proving;
using CleanProd.Rules.Rules.Units;

namespace CleanProd.Rules.Determinations.Proving;

/// <summary>What conditions say whatever the facts are.</summary>
public static partial class PackAnalysis
{
    private static void Conditions(RulePack pack, ReferenceData? reference, List<PackFinding> found)
    {
        var parameters = ParameterSet.On(pack, PackCheck.FirstDay(pack));
        var parser = new ConditionParser(pack.FileName, parameters);
        var rules = pack.Rules.Select(r => new AuthoredRule(r, parser)).ToArray();
        foreach (var rule in rules)
        {
            foreach (var (part, condition) in rule.Parts()) new Search(pack, rule, part, parameters.Values, found).Look(condition);
            Together(pack, rule, parameters.Values, found);
            Units(pack, rule, parameters.Units, found);
            if (reference is not null) Catalogues(pack, rule, reference, found);
        }

        foreach (var (i, rule) in rules.Index())
        {
            var same = rules.Take(i).FirstOrDefault(r => Form(r) == Form(rule));
            if (same is not null) found.Add(new(pack.FileName, rule.Rule.Position, "duplicate_rule", new($"规则“{rule.Rule.Name}”与“{same.Rule.Name}”相同", $"rule '{rule.Rule.Name}' says the same as '{same.Rule.Name}'")));
        }

        Unused(pack, rules, found);
    }

    private static string Form(AuthoredRule rule) => string.Join("\n", rule.Parts().Select(p => $"{p.Part}: {ConditionPrinter.Print(p.Condition)}").Concat(rule.Requires.Select(ConditionPrinter.Print)));

    // The parts of a rule against each other.
    private static void Together(RulePack pack, AuthoredRule rule, IReadOnlyDictionary<string, object> parameters, List<PackFinding> found)
    {
        var name = rule.Rule.Name;
        void Add(string code, Expression at, string zh, string en) => found.Add(new(pack.FileName, rule.PlaceOf(at), code, new($"规则“{name}”：{zh}", $"rule '{name}': {en}")));
        var whole = rule.AppliesWhen is { } when ? Expression.AndAlso(when, rule.Condition) : rule.Condition;
        var logic = new ConditionLogic(whole, parameters);
        if (rule.AppliesWhen is { } applies && logic.IsNever(whole) && !logic.IsNever(rule.Condition) && !logic.IsNever(applies))
            Add("unreachable", rule.Condition, "适用条件成立时，条件永不成立", "its condition never holds where it applies");
        foreach (var (i, exception) in rule.Exceptions.Index())
        {
            var both = Expression.AndAlso(whole, exception);
            var against = new ConditionLogic(both, parameters);
            if (against.IsNever(exception)) continue;
            if (against.IsNever(both)) Add("unreachable", exception, $"例外 {i + 1} 在条件成立时永不成立", $"exception {i + 1} never holds where the condition does");
            else if (against.Implies(whole, exception)) Add("never_triggers", exception, $"例外 {i + 1} 总是成立，规则永不触发", $"exception {i + 1} always lifts it");
            for (var k = 0; k < i; k++)
            {
                var pair = new ConditionLogic(Expression.AndAlso(rule.Exceptions[k], exception), parameters);
                if (pair.Implies(exception, rule.Exceptions[k])) Add("shadowed", exception, $"例外 {i + 1} 已包含在例外 {k + 1} 中", $"exception {i + 1} is part of exception {k + 1}");
            }
        }
    }

    // Refused where a number with another unit stands beside them; here nothing says one.
    private static void Units(RulePack pack, AuthoredRule rule, IReadOnlyDictionary<string, string> parameters, List<PackFinding> found)
    {
        foreach (var (part, condition) in rule.Parts())
        {
            var units = new UnitCheck(parameters, [], p => p.Name);
            units.Of(condition);
            found.AddRange(units.Unsaid.Select(at => new PackFinding(pack.FileName, rule.PlaceOf(at), "unit_unsaid", new(
                $"规则“{rule.Rule.Name}”/{part}：{ConditionPrinter.Print(at)} 各项的单位可能不同，请写明单位（Unit == \"…\"）或换算（DischargedIn(\"t\")）",
                $"rule '{rule.Rule.Name}'/{part}: {ConditionPrinter.Print(at)} takes numbers whose units may differ from item to item; say the unit (Unit == \"…\") or convert (DischargedIn(\"t\"))"))));
        }
    }

    private static void Catalogues(RulePack pack, AuthoredRule rule, ReferenceData reference, List<PackFinding> found)
    {
        var known = reference.Catalogues.Select(c => c.Id).ToArray();
        foreach (var (_, condition) in rule.Parts())
            foreach (var (_, node, _) in ConditionNodes.Of(condition))
                if (node is MethodCallExpression { Method.Name: nameof(Facts.Words.SubstanceFact.InCatalogue), Arguments: [ConstantExpression { Value: string id } at] } && !known.Contains(id, StringComparer.Ordinal))
                    found.Add(new(pack.FileName, rule.PlaceOf(at), "unknown_catalogue", new($"参考数据中没有名录“{id}”", $"the reference data hold no catalogue '{id}'.{Nearest.Asked(id, known)}")));
    }

    private static void Unused(RulePack pack, AuthoredRule[] rules, List<PackFinding> found)
    {
        var written = rules.SelectMany(r => r.Texts).SelectMany(t => ConditionTokens.Of(t.Text.Text).Concat(t.Text.Locals.SelectMany(l => ConditionTokens.Of(l.Text)))).Where(t => t.Kind == TokenKind.Name).Select(t => t.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var parameter in pack.Parameters.Where(p => !written.Contains(p.Id)))
            found.Add(new(pack.FileName, parameter.Position, "unused_parameter", new($"参数“{parameter.Id}”没有规则使用", $"no rule uses the parameter '{parameter.Id}'")));
        foreach (var local in rules.SelectMany(r => r.Texts).SelectMany(t => t.Text.Locals).DistinctBy(l => l.Position).Where(l => !written.Contains(l.Name)))
            found.Add(new(pack.FileName, local.Position, "unused_name", new($"“{local.Name}”没有条件使用", $"no condition uses '{local.Name}'")));
    }

    /// <summary>Goes through one condition, and the questions to lists inside it.</summary>
    private sealed class Search(RulePack pack, AuthoredRule rule, string part, IReadOnlyDictionary<string, object> parameters, List<PackFinding> found)
    {
        internal void Look(Expression root)
        {
            var logic = new ConditionLogic(root, parameters);
            if (logic.IsAlways(root)) Add("always_true", root, "总是成立", "always holds");
            else if (logic.IsNever(root)) Add("contradiction", root, "永不成立", "never holds");
            else Inside(root, logic);
            foreach (var call in Questions(root)) Look(ThreeValued.Lambda(call.Arguments[1]).Body);
        }

        private void Inside(Expression e, ConditionLogic logic)
        {
            switch (e)
            {
                case UnaryExpression u:
                    Tell(u.Operand, logic);
                    break;
                case ConditionalExpression c:
                    Tell(c.Test, logic);
                    break;
                case BinaryExpression b when ConditionNodes.IsGroup(b):
                    var all = b.NodeType is ExpressionType.AndAlso or ExpressionType.And;
                    var parts = Chain(b, b.NodeType).ToArray();
                    var told = parts.Where(p => Tell(p, logic)).ToHashSet();
                    var left = parts.Where(p => !told.Contains(p)).ToList();
                    // One of two that say the same is enough; the later one is told.
                    for (var i = left.Count - 1; i >= 0 && left.Count > 1; i--)
                    {
                        if (!logic.IsTheSameWithout(b, left, left[i], all)) continue;
                        var text = ConditionPrinter.Print(left[i]);
                        if (left.Where((_, k) => k != i).Any(p => ConditionPrinter.Print(p) == text)) Add("duplicate", left[i], "重复", "is said twice");
                        else Add("shadowed", left[i], "其余部分已包含它，它不起作用", "decides nothing beside the other parts");
                        left.RemoveAt(i);
                    }

                    break;
            }
        }

        private bool Tell(Expression e, ConditionLogic logic)
        {
            e = ThreeValued.Bare(e);
            if (e is ConstantExpression) return false;
            if (logic.IsAlways(e)) Add("always_true", e, "总是成立", "always holds");
            else if (logic.IsNever(e)) Add("contradiction", e, "永不成立", "never holds");
            else
            {
                Inside(e, logic);
                return false;
            }

            return true;
        }

        private static IEnumerable<Expression> Chain(Expression e, ExpressionType kind) => e is BinaryExpression b && b.NodeType == kind ? Chain(b.Left, kind).Concat(Chain(b.Right, kind)) : [e];

        private static List<MethodCallExpression> Questions(Expression root)
        {
            var calls = new Outermost();
            calls.Visit(root);
            return calls.Found;
        }

        private void Add(string code, Expression at, string zh, string en)
        {
            var text = ConditionPrinter.Print(at);
            found.Add(new(pack.FileName, rule.PlaceOf(at), code, new($"规则“{rule.Rule.Name}”/{part}：{text} {zh}", $"rule '{rule.Rule.Name}'/{part}: {text} {en}")));
        }

        /// <summary>Calls with a condition that no other call encloses.</summary>
        private sealed class Outermost : ExpressionVisitor
        {
            internal List<MethodCallExpression> Found { get; } = [];

            protected override Expression VisitMethodCall(MethodCallExpression node)
            {
                if (!ThreeValued.IsListCall(node)) return base.VisitMethodCall(node);
                Visit(node.Arguments[0]);
                if (node.Arguments.Count > 1 && ThreeValued.Lambda(node.Arguments[1]).ReturnType == typeof(bool)) Found.Add(node);
                else if (node.Arguments.Count > 1) Visit(ThreeValued.Lambda(node.Arguments[1]).Body);
                return node;
            }
        }
    }
}
