using CleanProd.Rules.Facts;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Lists.Review;

/// <summary>Reads the <c>procedure</c> section of a rule pack, whose shape the pack's schema has checked.</summary>
internal static class ListProcedureReader
{
    /// <summary>The procedure of a section.</summary>
    /// <exception cref="FormatException">A member is missing or of another kind.</exception>
    public static ListProcedure Read(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, MaxDepth = 16 };
        try
        {
            var root = JObject.Load(reader);
            var parts = root["parts"] is JArray items ? items.Select(p => Part((JObject)p)).ToArray() : throw new FormatException("The procedure section of the rule pack has no list 'parts'.");
            return new(parts, root["polluters"] is JObject polluters ? Polluters(polluters) : null);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidCastException)
        {
            throw new FormatException($"The procedure section of the rule pack cannot be read: {exception.Message}", exception);
        }
    }

    private static ProcedurePart Part(JObject part)
    {
        var steps = (JObject)Member(part, "steps");
        return new(Grounds(part), Word<Department>(part, "lead"),
            Word<AdministrativeLevel>(steps, "propose"), Word<AdministrativeLevel>(steps, "verify"), Word<AdministrativeLevel>(steps, "fix"),
            Signatures(part), Citation(part), Text(part, "basis"));
    }

    private static PollutersPublication Polluters(JObject section) =>
        new(Grounds(section), Word<Department>(section, "lead"), Signatures(section), Citation(section), Text(section, "basis"));

    private static string[] Grounds(JObject item) => [.. Member(item, "grounds").Select(g => (string)g!)];

    private static Department[] Signatures(JObject item) => [.. Member(item, "signatures").Select(s => Enum.Parse<Department>((string)s!, ignoreCase: true))];

    private static Wording Citation(JObject item) => new(Text((JObject)Member(item, "citation"), "zh"), Text((JObject)Member(item, "citation"), "en"));

    private static T Word<T>(JObject item, string name) where T : struct, Enum => Enum.Parse<T>(Text(item, name), ignoreCase: true);

    private static string Text(JObject item, string name) => (string)Member(item, name)!;

    private static JToken Member(JObject item, string name) =>
        item[name] ?? throw new FormatException($"A part of the procedure section has no '{name}': {item.ToString(Formatting.None)}");
}
