using CleanProd.Rules.Facts;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Rules;

/// <summary>Reads a rule pack: size, depth, schema, names and dates are checked; conditions are compiled later, for a date.</summary>
public static partial class PackReader
{
    private const int MaxRules = 500;
    private const int MaxNesting = 16;
    private const int MaxLocals = 50;
    private const int MaxConditionText = 100_000;

    /// <summary>Reads a pack from its JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="fileName">How errors name the file.</param>
    /// <exception cref="PackException">It is refused; every error has line and column.</exception>
    public static RulePack Read(string json, string fileName)
    {
        var root = PackSchema.Validate(json, fileName);
        var context = new Context(fileName, new JsonPlace(json));
        var instrument = (JObject)root["instrument"]!;
        var inForce = (JObject)instrument["inForce"]!;
        var governs = root["governs"] as JObject;
        var rules = Rules(root, context);
        var pack = new RulePack
        {
            Id = Text(root["id"]),
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))),
            FileName = fileName,
            Title = Both(root["title"]),
            Instrument = new(Both(instrument["law"]), Text(instrument["number"]), OptionalDay(instrument["promulgated"], context),
                Day(inForce["from"]!, context), OptionalDay(inForce["to"], context), Text(instrument["basis"])),
            GovernsFrom = governs?["from"] is { } from ? OptionalDay(from, context) ?? DateOnly.MinValue : DateOnly.MinValue,
            GovernsTo = OptionalDay(governs?["to"], context),
            Jurisdiction = Text(root["jurisdiction"]),
            PeriodMonths = root["period"] is JObject period && Text(period["kind"]) == "months" ? (int)period["count"]! : null,
            Parameters = Parameters(root, context),
            Rules = rules,
            Workflows = [.. root["workflows"]!.Select(w => w.ToString(Formatting.None))],
            Cases = Cases(root, context),
            Clauses = [.. (root["clauses"] ?? new JArray()).Select(c => new PackClause(
                Both(c["clause"]), c["rules"]?.Select(r => Text(r)).ToArray() ?? [], c["notJudged"] is { } why ? Both(why) : null, context.Place.Of(c["clause"]!["zh"]!)))],
            Survivors = Explained(root["proof"]?["survivors"], "mutant", context),
            Unseen = Explained(root["proof"]?["unseen"], "test", context),
            Accepted = [.. (root["proof"]?["accepted"] ?? new JArray()).Select(a => new AcceptedFinding(Text(a["finding"]), Text(a["at"]), Both(a["reason"]), context.Place.Of(a["finding"]!)))],
            NoticeJson = root["notice"]?.ToString(Formatting.None),
            ProcedureJson = root["procedure"]?.ToString(Formatting.None),
        };
        if (pack.GovernsTo is { } to && to < pack.GovernsFrom) context.Add(governs!, "dates", "The pack stops governing before it starts.");
        context.ThrowIfAny();
        return pack;
    }

    private static List<PackParameter> Parameters(JObject root, Context context)
    {
        var parameters = new List<PackParameter>();
        foreach (var token in root["parameters"] ?? new JArray())
        {
            var id = Text(token["id"]);
            if (parameters.Exists(p => p.Id == id)) context.Add(token["id"]!, "duplicate", $"Two parameters are called '{id}'.");
            var kind = Enum.Parse<ParameterKind>(Text(token["kind"]), ignoreCase: true);
            var values = token["values"]!.Select(v => new ParameterValue(
                Day(v["from"]!, context), OptionalDay(v["to"], context), Value(v["value"]!, kind, context), Text(v["citation"]))).OrderBy(v => v.From).ToArray();
            for (var i = 1; i < values.Length; i++)
                if (values[i - 1].To is not { } end || end >= values[i].From) context.Add(token, "dates", $"Two values of '{id}' are in force on {values[i].From:yyyy-MM-dd}.");
            parameters.Add(new(id, kind, Text(token["unit"]), values, context.Place.Of(token["id"]!)) { Title = Both(token["title"]) });
        }

        return parameters;
    }

    private static object Value(JToken value, ParameterKind kind, Context context)
    {
        switch (kind)
        {
            case ParameterKind.Number when value.Type is JTokenType.Integer or JTokenType.Float:
                return value.Value<decimal>();
            case ParameterKind.List when value is JArray list:
                return new TextList(list.Select(i => Text(i)));
            case ParameterKind.Table when value is JObject table:
                return new ParameterTable(table.Properties().Select(p => new KeyValuePair<string, decimal>(p.Name, p.Value.Value<decimal>())));
            default:
                context.Add(value, "parameter_kind", $"A parameter of kind '{kind}' cannot have this value.");
                return 0m;
        }
    }

    private static List<PackCase> Cases(JObject root, Context context)
    {
        var cases = new List<PackCase>();
        foreach (var token in root["cases"] ?? new JArray())
        {
            var rows = new List<(string, IReadOnlyDictionary<string, string>)>();
            foreach (var table in ((JObject)token["facts"]!).Properties())
                foreach (var row in (JArray)table.Value)
                    rows.Add((table.Name, ((JObject)row).Properties().ToDictionary(p => p.Name, p => Cell(p.Value), StringComparer.Ordinal)));
            var expect = (JObject)token["expect"]!;
            var expected = ((JObject)expect["rules"]!).Properties().Select(p => new ExpectedRule(
                p.Name, Text(p.Value["outcome"]), p.Value["citation"]?.Value<string>(),
                p.Value["missing"]?.Select(m => Text(m)).ToArray() ?? [])).ToArray();
            cases.Add(new(Text(token["name"]), Day(token["asOf"]!, context), (int)token["year"]!, rows, expect["outcome"]?.Value<string>(), expected, context.Place.Of(token["name"]!)));
        }

        return cases;
    }

    private static ExplainedMutant[] Explained(JToken? list, string what, Context context) =>
        [.. (list ?? new JArray()).Select(m => new ExplainedMutant(Text(m["rule"]), Text(m["part"]), Text(m[what]), Both(m["reason"]), context.Place.Of(m[what]!)))];

    private static string Cell(JToken value) => value.Type switch
    {
        JTokenType.Null => "",
        JTokenType.Boolean => value.Value<bool>() ? "true" : "false",
        JTokenType.Integer or JTokenType.Float => value.Value<decimal>().ToString(CultureInfo.InvariantCulture),
        _ => Text(value),
    };

    private static Wording Both(JToken? token) => token is null ? Wording.None : new(Text(token["zh"]), Text(token["en"]));

    private static string Text(JToken? token) => token?.Value<string>() ?? "";

    private static DateOnly? OptionalDay(JToken? token, Context context) => token is null || token.Type == JTokenType.Null ? null : Day(token, context);

    private static DateOnly Day(JToken token, Context context)
    {
        if (DateOnly.TryParseExact(Text(token), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        context.Add(token, "date", $"'{Text(token)}' is not a date; write it as 2016-07-01.");
        return DateOnly.MinValue;
    }

    private sealed class Context(string fileName, JsonPlace place)
    {
        private readonly List<PackError> _errors = [];

        public JsonPlace Place => place;

        public void Add(JToken at, string code, string message) => _errors.Add(new(fileName, place.Of(at), code, message));

        public void ThrowIfAny()
        {
            if (_errors.Count > 0) throw new PackException([.. _errors.OrderBy(e => e.Position.Line).ThenBy(e => e.Position.Column)]);
        }
    }
}
