using CleanProd.Rules.Rules.Proving;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Rules.Authoring;

/// <summary>A pack in one form: the same rules written by two people come out as the same text.</summary>
public static class PackFormat
{
    /// <summary>The pack with its conditions, its members and its layout in that form; nothing of what it means changes.</summary>
    /// <param name="json">The pack.</param>
    /// <param name="fileName">How errors name the file.</param>
    /// <exception cref="PackException">It is refused.</exception>
    public static string Format(string json, string fileName)
    {
        var pack = PackReader.Read(json, fileName);
        var parser = new ConditionParser(fileName, ParameterSet.On(pack, PackCheck.FirstDay(pack)));
        var place = new JsonPlace(json);
        var root = PackJson.Load(json);
        var written = new Dictionary<TextPosition, string>();
        foreach (var (text, type) in Texts(pack)) written[text.Position] = ConditionPrinter.Print(parser.Read(text, type).Written);
        foreach (var token in root.Descendants().OfType<JValue>().Where(v => v.Type == JTokenType.String).ToArray())
            if (written.TryGetValue(place.Of(token), out var printed)) token.Value = printed;
        // An open end is written as one.
        foreach (var value in root["parameters"]?.SelectMany(p => p["values"]!).OfType<JObject>() ?? [])
            if (value["to"] is null) value.Property("from")!.AddAfterSelf(new JProperty("to", JValue.CreateNull()));
        return PackJson.Write(root);
    }

    /// <summary>Every expression of a pack with the type it must have; null for any.</summary>
    internal static IEnumerable<(ConditionText Text, Type? Type)> Texts(RulePack pack)
    {
        foreach (var rule in pack.Rules)
        {
            foreach (var leaf in Leaves(rule.Condition))
            {
                yield return (leaf, typeof(bool));
                foreach (var local in Locals(leaf)) yield return (local, null);
            }

            foreach (var text in new[] { rule.AppliesWhen }.OfType<ConditionText>().Concat(rule.Exceptions.Select(x => x.When)))
            {
                yield return (text, typeof(bool));
                foreach (var local in Locals(text)) yield return (local, null);
            }

            foreach (var text in rule.Requires) yield return (text, null);
        }
    }

    /// <summary>The single expressions of a condition.</summary>
    internal static IEnumerable<ConditionText> Leaves(ConditionNode node) => node switch
    {
        ConditionNode.Leaf leaf => [leaf.Text],
        ConditionNode.Group group => group.Children.SelectMany(Leaves),
        _ => [],
    };

    private static IEnumerable<ConditionText> Locals(ConditionText text) =>
        text.Locals.Select((l, i) => new ConditionText(l.Text, l.Position, [.. text.Locals.Take(i)]) { Escaped = l.Escaped });
}
