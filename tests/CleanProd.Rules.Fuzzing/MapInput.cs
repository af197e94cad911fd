using System.Text;
using System.Text.Json.Nodes;

namespace CleanProd.Rules.Fuzzing;

/// <summary>Column maps: those that are shipped, with members exchanged, taken away or written over.</summary>
internal static class MapInput
{
    private static string[]? _shipped;

    internal static string Make(Random random, string root)
    {
        _shipped ??= [.. Directory.GetFiles(Path.Combine(root, "data", "maps"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        var text = _shipped[random.Next(_shipped.Length)];
        if (random.Next(3) == 0) return Encoding.UTF8.GetString(Damage.Bytes(random, Encoding.UTF8.GetBytes(text)));
        var map = JsonNode.Parse(text)!;
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var nodes = All(map).Where(n => n.Parent is not null).ToArray();
            if (nodes.Length == 0) break;
            var (node, other) = (nodes[random.Next(nodes.Length)], nodes[random.Next(nodes.Length)]);
            JsonNode? by = random.Next(6) switch
            {
                0 => null,
                1 => JsonValue.Create(Damage.Odd[random.Next(Damage.Odd.Length)].Replace("\ud800", "", StringComparison.Ordinal)),
                2 => JsonValue.Create(random.Next(-5, 5000)),
                3 => new JsonArray(),
                4 => JsonValue.Create(Damage.Pick(random, "(a+)+$", "*", "{x}", "{argument}", "^.*$", "[")),
                _ => other.DeepClone(),
            };
            if (node.Parent is JsonObject owner) owner[node.GetPropertyName()] = by;
            else ((JsonArray)node.Parent!)[node.GetElementIndex()] = by;
        }

        return map.ToJsonString();
    }

    private static IEnumerable<JsonNode> All(JsonNode node) => (node switch
    {
        JsonObject members => members.Select(m => m.Value),
        JsonArray items => items,
        _ => [],
    }).OfType<JsonNode>().SelectMany(All).Prepend(node);
}
