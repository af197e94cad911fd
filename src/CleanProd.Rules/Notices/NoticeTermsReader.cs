using CleanProd.Rules.Facts;
using System.Globalization;
using CleanProd.Rules.Lists;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Notices;

/// <summary>Reads the <c>notice</c> section of a rule pack, whose shape the pack's schema has checked.</summary>
public static class NoticeTermsReader
{
    /// <summary>
    /// The terms of a section. What names no grounds concerns every ground of the section's makers, so that terms of several packs can
    /// stand together. Throws <see cref="FormatException"/> when a member is missing or of another kind.
    /// </summary>
    public static NoticeTerms Read(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, MaxDepth = 16 };
        try
        {
            var root = JObject.Load(reader);
            var makers = Items(root, "makers").Select(m => new ListMaker(Grounds(m, []), Both(m))).ToArray();
            var all = makers.SelectMany(m => m.Grounds).Distinct(StringComparer.Ordinal).ToArray();
            return new(
                Items(root, "legalBasis").Select(s => Statement(s, all)).ToArray(),
                Items(root, "duties").Select(d => Duty(d, all)).ToArray(),
                Items(root, "consequences").Select(s => Statement(s, all)).ToArray(),
                Items(root, "remedies").Select(s => Statement(s, all)).ToArray(),
                makers);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidCastException or OverflowException)
        {
            throw new FormatException($"The notice section of the rule pack cannot be read: {exception.Message}", exception);
        }
    }

    private static IEnumerable<JObject> Items(JObject root, string name) =>
        root[name] is JArray items ? items.Cast<JObject>() : throw new FormatException($"The notice section of the rule pack has no list '{name}'.");

    private static NoticeStatement Statement(JObject item, string[] all) => new(Both(item), Citation(item), Grounds(item, all));

    private static NoticeDuty Duty(JObject item, string[] all)
    {
        var period = item["period"] as JObject ?? throw new FormatException("A duty of the notice section has no period.");
        return new(Text(item, "id"), new(Number(period, "years"), Number(period, "months"), Number(period, "workingDays"), Number(period, "days")),
            Text(item, "anchor"), Both(item), Citation(item), Grounds(item, all))
        {
            From = item["from"] is { } from ? DateOnly.ParseExact((string)from!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        };
    }

    private static Wording Citation(JObject item) => item["citation"] is JObject citation ? Both(citation) : Wording.None;

    private static Wording Both(JObject item) => new(Text(item, "zh"), Text(item, "en"));

    private static string Text(JObject item, string name) =>
        (string?)item[name] ?? throw new FormatException($"A part of the notice section has no '{name}': {item.ToString(Formatting.None)}");

    private static int Number(JObject item, string name) => (int?)item[name] ?? 0;

    private static string[] Grounds(JObject item, string[] otherwise) =>
        item["grounds"] is JArray grounds ? grounds.Select(g => (string)g!).ToArray() : otherwise;
}
