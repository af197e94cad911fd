using CleanProd.Rules.Rules.Proving;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Rules.Authoring;

/// <summary>The conditions of a pack as text and as structured form, and from one to the other.</summary>
public static class RuleForms
{
    /// <summary>Every rule of a pack: its conditions in both forms, as JSON.</summary>
    /// <exception cref="PackException">The pack is refused.</exception>
    public static string Of(RulePack pack)
    {
        var parser = ParserOf(pack);
        var rules = pack.Rules.Select(rule =>
        {
            var form = new JObject { ["rule"] = rule.Name };
            var locals = PackFormat.Leaves(rule.Condition).SelectMany(l => l.Locals).DistinctBy(l => l.Position).ToArray();
            if (locals.Length > 0) form["names"] = new JArray(locals.Select(l => new JObject { ["name"] = l.Name, ["text"] = l.Text }));
            form["condition"] = Node(rule.Condition, parser);
            if (rule.AppliesWhen is { } when) form["appliesWhen"] = Both(when, parser);
            if (rule.Exceptions.Count > 0) form["exceptions"] = new JArray(rule.Exceptions.Select(x => Both(x.When, parser)));
            return form;
        });
        return new JArray(rules).ToString(Formatting.Indented);
    }

    /// <summary>The form of one condition over the parameters of a pack.</summary>
    /// <param name="condition">The text.</param>
    /// <param name="pack">The pack whose parameters it may name; null for none.</param>
    /// <exception cref="PackException">It is refused.</exception>
    public static (string Text, string Form) Of(string condition, RulePack? pack)
    {
        var written = ParserOf(pack).Read(new(condition, new(1, 1), []), typeof(bool)).Written;
        return (ConditionPrinter.Print(written), ConditionForm.Of(written).ToString(Formatting.Indented));
    }

    /// <summary>The text of a form, in the one form of texts.</summary>
    /// <param name="form">The form as JSON.</param>
    /// <param name="pack">The pack whose parameters it may name; null for none.</param>
    /// <exception cref="FormException">It is no form.</exception>
    /// <exception cref="PackException">What it says is refused; line and column are those of the text.</exception>
    public static string Text(string form, RulePack? pack)
    {
        JToken token;
        try
        {
            using var reader = new JsonTextReader(new StringReader(form)) { MaxDepth = 200, FloatParseHandling = FloatParseHandling.Decimal, DateParseHandling = DateParseHandling.None };
            token = JToken.Load(reader);
        }
        catch (JsonException e)
        {
            throw new FormException("", $"This is not JSON: {e.Message}");
        }

        var written = ParserOf(pack).Read(new(FormText.Of(token), new(1, 1), []), typeof(bool)).Written;
        return ConditionPrinter.Print(written);
    }

    private static JObject Node(ConditionNode node, ConditionParser parser) => node switch
    {
        ConditionNode.Leaf leaf => Both(leaf.Text, parser),
        ConditionNode.Group group => new JObject { [group.All ? "all" : "any"] = new JArray(group.Children.Select(c => Node(c, parser))) },
        _ => [],
    };

    private static JObject Both(ConditionText text, ConditionParser parser)
    {
        var written = parser.Read(text, typeof(bool)).Written;
        return new JObject { ["text"] = ConditionPrinter.Print(written), ["form"] = ConditionForm.Of(written) };
    }

    private static ConditionParser ParserOf(RulePack? pack) => pack is null
        ? new ConditionParser("condition", ParameterSet.None)
        : new ConditionParser(pack.FileName, ParameterSet.On(pack, PackCheck.FirstDay(pack)));
}
