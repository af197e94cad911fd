using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Rules;

/// <summary>The workflows: RulesEngine's format, nested rules folded, its traps refused.</summary>
public static partial class PackReader
{
    private static List<PackRule> Rules(JObject root, Context context)
    {
        var rules = new List<PackRule>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var workflows = new HashSet<string>(StringComparer.Ordinal);
        foreach (var workflow in root["workflows"]!)
        {
            var name = Text(workflow["WorkflowName"]);
            if (!workflows.Add(name)) context.Add(workflow["WorkflowName"]!, "duplicate", $"Two workflows are called '{name}'.");
            var locals = Locals(workflow["GlobalParams"], [], context);
            foreach (var rule in workflow["Rules"]!)
            {
                CollectNames(rule, names, context);
                if (!IsEnabled(rule)) continue;
                rules.Add(Rule(rule, name, locals, context));
            }
        }

        if (names.Count > MaxRules) context.Add(root["workflows"]!, "too_many", $"A pack may have {MaxRules} rules; this one has {names.Count}.");
        // What the conditions of a pack hold together is compiled in a moment, or refused.
        var written = root["workflows"]!.SelectTokens("$..Expression").Concat(root["workflows"]!.SelectTokens("$..appliesWhen")).Concat(root["workflows"]!.SelectTokens("$..when")).Sum(t => Text(t).Length);
        if (written > MaxConditionText) context.Add(root["workflows"]!, "too_large", $"The conditions of a pack may have {MaxConditionText:N0} characters together; these have {written:N0}.");
        if (rules.Count == 0) context.Add(root["workflows"]!, "empty", "The pack has no enabled rule.");
        return rules;
    }

    // RulesEngine throws at the first execution when two rules share a name.
    private static void CollectNames(JToken rule, HashSet<string> names, Context context)
    {
        var name = Text(rule["RuleName"]);
        if (!names.Add(name)) context.Add(rule["RuleName"]!, "duplicate", $"Two rules are called '{name}'.");
        foreach (var child in rule["Rules"] ?? new JArray()) CollectNames(child, names, context);
    }

    private static PackRule Rule(JToken rule, string workflow, IReadOnlyList<LocalText> outer, Context context)
    {
        var properties = rule["Properties"] as JObject;
        var locals = Locals(rule["LocalParams"], outer, context);
        ConditionText Condition(JToken token) => new(Text(token), context.Place.Of(token), outer) { Escaped = context.Place.Escaped(token) };
        return new PackRule
        {
            Name = Text(rule["RuleName"]),
            Position = context.Place.Of(rule["RuleName"]!),
            Workflow = workflow,
            Ground = properties?["ground"]?.Value<string>(),
            Citation = Both(properties?["citation"]),
            Sentence = Both(properties?["sentence"]),
            Condition = Node(rule, locals, 1, context),
            AppliesWhen = properties?["appliesWhen"] is { } when ? Condition(when) : null,
            Requires = properties?["requires"]?.Select(Condition).ToArray() ?? [],
            Exceptions = properties?["exceptions"]?.Select(x => new RuleException(Condition(x["when"]!), Both(x["citation"]), Both(x["sentence"]))).ToArray() ?? [],
            Overlay = Overlay(properties?["overlay"], context),
        };
    }

    private static OverlayMark? Overlay(JToken? token, Context context)
    {
        if (token is null) return null;
        var relation = Enum.Parse<OverlayRelation>(Text(token["relation"]), ignoreCase: true);
        var rule = token["rule"]?.Value<string>();
        if (rule is null && relation != OverlayRelation.Adds) context.Add(token, "overlay", "Name the rule that is tightened or replaced (overlay.rule).");
        return new(relation, rule, token["loosens"]?.Value<bool>() ?? false, Both(token["citation"]));
    }

    private static ConditionNode Node(JToken rule, IReadOnlyList<LocalText> locals, int depth, Context context)
    {
        if (depth > MaxNesting)
        {
            context.Add(rule, "too_deep", $"Rules may be nested {MaxNesting} deep.");
            return new ConditionNode.Group(true, []);
        }

        if (Text(rule["Operator"]) is { Length: > 0 } sign)
        {
            var children = (rule["Rules"] ?? new JArray()).Where(IsEnabled).Select(c => Node(c, Locals(c["LocalParams"], locals, context), depth + 1, context)).ToArray();
            // RulesEngine answers false for a group without enabled rules, even for And.
            if (children.Length == 0) context.Add(rule["RuleName"]!, "empty_group", $"The group '{Text(rule["RuleName"])}' has no enabled rule.");
            if (rule["Expression"] is { } both) context.Add(both, "group_expression", "A rule with an Operator has Rules and no Expression.");
            return new ConditionNode.Group(sign is "And" or "AndAlso", children);
        }

        // Where there is no operator, the schema asks for an expression.
        var expression = rule["Expression"]!;
        if (rule["Rules"] is { } parts) context.Add(parts, "group_expression", "A rule with Rules has an Operator that joins them, and no Expression.");
        return new ConditionNode.Leaf(new(Text(expression), context.Place.Of(expression), locals) { Escaped = context.Place.Escaped(expression) });
    }

    private static IReadOnlyList<LocalText> Locals(JToken? token, IReadOnlyList<LocalText> outer, Context context)
    {
        if (token is not JArray array) return outer;
        var all = new List<LocalText>(outer);
        foreach (var item in array)
        {
            var name = Text(item["Name"]);
            if (all.Exists(l => l.Name == name) || WordScope.Words.Any(w => w.Word == name) || name is "p")
                context.Add(item["Name"]!, "duplicate", $"The name '{name}' is taken.");
            all.Add(new(name, Text(item["Expression"]), context.Place.Of(item["Expression"]!), context.Place.Escaped(item["Expression"]!)));
        }

        if (all.Count > MaxLocals) context.Add(array, "too_many", $"A rule may have {MaxLocals} named parts; here there are {all.Count}.");
        return all;
    }

    private static bool IsEnabled(JToken rule) => rule["Enabled"]?.Value<bool>() ?? true;
}
