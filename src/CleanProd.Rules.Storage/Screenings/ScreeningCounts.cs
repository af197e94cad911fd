using System.Text.Json;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Storage.Tables;

namespace CleanProd.Rules.Storage.Screenings;

/// <summary>How many enterprises have which outcome, over all and by rule.</summary>
/// <param name="Facilities">Enterprises by outcome.</param>
/// <param name="Rules">Enterprises by outcome for every rule, in ordinal order of the rules.</param>
public sealed record ScreeningCounts(
    IReadOnlyDictionary<Outcome, int> Facilities, IReadOnlyDictionary<string, IReadOnlyDictionary<Outcome, int>> Rules)
{
    /// <summary>Enterprises that could not be judged.</summary>
    public int Errors => Facilities.GetValueOrDefault(Outcome.Error);

    internal static ScreeningCounts Read(string json)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json)!;
        return new(Members(stored.Facilities), new SortedDictionary<string, IReadOnlyDictionary<Outcome, int>>(
            stored.Rules.ToDictionary(r => r.Key, r => (IReadOnlyDictionary<Outcome, int>)Members(r.Value)), StringComparer.Ordinal));
    }

    internal string Write() => JsonSerializer.Serialize(new Stored(Texts(Facilities), Rules.ToDictionary(r => r.Key, r => Texts(r.Value))));

    private static Dictionary<string, int> Texts(IReadOnlyDictionary<Outcome, int> counts) =>
        counts.OrderByDescending(c => c.Key).ToDictionary(c => Words<Outcome>.Text(c.Key), c => c.Value);

    private static Dictionary<Outcome, int> Members(Dictionary<string, int> counts) =>
        counts.ToDictionary(c => Words<Outcome>.Member(c.Key), c => c.Value);

    private sealed record Stored(Dictionary<string, int> Facilities, Dictionary<string, Dictionary<string, int>> Rules);

    /// <summary>Counts determinations as they come by, from their lines alone, so that what is counted is what was hashed.</summary>
    internal sealed class Builder
    {
        private readonly Dictionary<Outcome, int> _facilities = Enum.GetValues<Outcome>().ToDictionary(o => o, _ => 0);
        private readonly SortedDictionary<string, Dictionary<Outcome, int>> _rules = new(StringComparer.Ordinal);

        internal void Add(string line)
        {
            using var json = JsonDocument.Parse(line);
            _facilities[OutcomeOf(json.RootElement)]++;
            foreach (var rule in json.RootElement.GetProperty("rules").EnumerateArray())
            {
                var name = rule.GetProperty("rule").GetString()!;
                if (!_rules.TryGetValue(name, out var counts)) _rules.Add(name, counts = Enum.GetValues<Outcome>().ToDictionary(o => o, _ => 0));
                counts[OutcomeOf(rule)]++;
            }
        }

        internal ScreeningCounts Build() => new(_facilities, new SortedDictionary<string, IReadOnlyDictionary<Outcome, int>>(
            _rules.ToDictionary(r => r.Key, r => (IReadOnlyDictionary<Outcome, int>)r.Value), StringComparer.Ordinal));

        private static Outcome OutcomeOf(JsonElement element) => Words<Outcome>.Member(element.GetProperty("outcome").GetString()!);
    }
}
