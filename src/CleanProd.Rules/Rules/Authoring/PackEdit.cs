using CleanProd.Rules.Facts;
using Newtonsoft.Json.Linq;

namespace CleanProd.Rules.Rules.Authoring;

/// <summary>Changes to the text of a pack that leave everything else of it as it is; the result is in the one form and checked.</summary>
public static class PackEdit
{
    private static readonly string[] FirstRule = ["first_rule"];

    /// <summary>The beginning of a pack for an instrument: usable, with one rule and one case to be written over.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="jurisdiction">ISO 3166 code.</param>
    /// <param name="from">First day in force and first determination date.</param>
    public static string New(string id, string jurisdiction, DateOnly from)
    {
        var day = from.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var year = from.Year;
        var pack = JObject.FromObject(new
        {
            id,
            title = Both("规则包名称", "Title of the pack"),
            instrument = new { law = Both("《文件名称》", "Name of the instrument"), number = "", inForce = new { from = day, to = (string?)null }, basis = "recalled" },
            governs = new { from = day, to = (string?)null },
            jurisdiction,
            period = new { kind = "year" },
            clauses = new[] { new { clause = Both("第一条", "Art. 1"), rules = FirstRule } },
            parameters = new[] { new { id = "Most", kind = "number", unit = "1", title = Both("次数上限", "Most times"), values = new[] { new { from = day, to = (string?)null, value = 10, citation = "Art. 1", basis = "recalled" } } } },
            workflows = new[]
            {
                new
                {
                    WorkflowName = id,
                    Rules = new[]
                    {
                        new
                        {
                            RuleName = "first_rule", Expression = "indicators.Value(\"times\") > p.Most",
                            Properties = new { citation = Both("《文件名称》第一条", "Name of the instrument, Art. 1"), sentence = Both("次数超过上限", "More times than allowed"), appliesWhen = "facility.Status != \"closed\"" },
                        },
                    },
                },
            },
            cases = new[] { Case("11 times are too many", 11, "triggered"), Case("10 times are not", 10, "not_triggered"), Case("Without a count nothing is decided", null, "undetermined"), Closed() },
        });
        return Finished(pack, id);

        JObject Case(string name, int? times, string outcome) => JObject.FromObject(new
        {
            name, asOf = Day(year + 1), year,
            facts = times is { } n
                ? (object)new { facilities = Facility("operating"), indicators = new[] { new { facility_id = "A", indicator = "times", year, value = n } } }
                : new { facilities = Facility("operating") },
            expect = new { outcome, rules = new { first_rule = new { outcome } } },
        });

        JObject Closed() => JObject.FromObject(new
        {
            name = "A closed plant is not judged", asOf = Day(year + 1), year, facts = new { facilities = Facility("closed") },
            expect = new { outcome = "not_applicable", rules = new { first_rule = new { outcome = "not_applicable" } } },
        });

        // A pack of a place concerns the facilities of that place.
        object[] Facility(string status) => jurisdiction.StartsWith("CN-", StringComparison.Ordinal)
            ? [new { facility_id = "A", name = "A", region = jurisdiction[3..].PadRight(6, '0'), status }]
            : [new { facility_id = "A", name = "A", status }];

        static string Day(int y) => $"{y.ToString("0000", System.Globalization.CultureInfo.InvariantCulture)}-01-15";
    }

    /// <summary>A copy of a pack under another identity, to be changed for the law that follows.</summary>
    /// <param name="json">The pack.</param>
    /// <param name="fileName">How errors name the file.</param>
    /// <param name="id">Identity of the copy.</param>
    /// <param name="governsFrom">First determination date of the copy; null to keep it.</param>
    /// <exception cref="PackException">The pack, or its copy, is refused.</exception>
    public static string Copy(string json, string fileName, string id, DateOnly? governsFrom)
    {
        PackReader.Read(json, fileName);
        var root = PackJson.Load(json);
        root["id"] = id;
        if (governsFrom is { } from) root["governs"] = new JObject { ["from"] = from.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), ["to"] = null };
        return Finished(root, fileName);
    }

    /// <summary>The pack with another condition in a rule that has one expression.</summary>
    /// <param name="json">The pack.</param>
    /// <param name="fileName">How errors name the file.</param>
    /// <param name="rule">Name of the rule, or of a nested part.</param>
    /// <param name="condition">The text.</param>
    /// <exception cref="PackException">The pack or the condition is refused, or there is no such rule.</exception>
    public static string SetCondition(string json, string fileName, string rule, string condition)
    {
        PackReader.Read(json, fileName);
        var root = PackJson.Load(json);
        var rules = root["workflows"]!.SelectTokens("$..RuleName").Select(n => (JObject)n.Parent!.Parent!).ToArray();
        var found = rules.FirstOrDefault(r => (string?)r["RuleName"] == rule)
            ?? throw new PackException(new PackError(fileName, new(1, 1), "no_rule", $"There is no rule '{rule}'.{Nearest.Asked(rule, rules.Select(r => (string)r["RuleName"]!))}"));
        if (found["Expression"] is null) throw new PackException(new PackError(fileName, new(1, 1), "no_expression", $"'{rule}' is a group; name one of its parts."));
        found["Expression"] = condition;
        return Finished(root, fileName);
    }

    /// <summary>
    /// The pack with another number of a parameter from a day on: the value that began on that day is written over, else the one in force then ends
    /// the day before, so that what was decided before stays as it was.
    /// </summary>
    /// <param name="json">The pack.</param>
    /// <param name="fileName">How errors name the file.</param>
    /// <param name="parameter">Name of the parameter.</param>
    /// <param name="from">First day of the value.</param>
    /// <param name="number">The value, in the unit of the parameter.</param>
    /// <param name="citation">Where the law sets it; null to keep what the value before cites.</param>
    /// <exception cref="PackException">The pack is refused, there is no such parameter, it is no number, or no value is in force that could go on.</exception>
    public static string SetNumber(string json, string fileName, string parameter, DateOnly from, decimal number, string? citation)
    {
        var pack = PackReader.Read(json, fileName);
        var found = pack.Parameters.FirstOrDefault(p => p.Id == parameter)
            ?? throw new PackException(new PackError(fileName, new(1, 1), "no_parameter", $"There is no parameter '{parameter}'.{Nearest.Asked(parameter, pack.Parameters.Select(p => p.Id))}"));
        if (found.Kind != ParameterKind.Number) throw new PackException(new PackError(fileName, found.Position, "no_number", $"'{parameter}' is no number but a {found.Kind.ToString().ToLowerInvariant()}."));
        var root = PackJson.Load(json);
        var values = (JArray)root["parameters"]!.Single(p => (string?)p["id"] == parameter)["values"]!;
        var inForce = found.Values.LastOrDefault(v => v.From <= from && (v.To is null || v.To >= from))
            ?? throw new PackException(new PackError(fileName, found.Position, "no_value", $"No value of '{parameter}' is in force on {Iso(from)}: give a day on which one is."));
        // The file may list its values in any order.
        var value = (JObject)values.Single(v => (string?)v["from"] == Iso(inForce.From));
        if (inForce.From < from)
        {
            var next = (JObject)value.DeepClone();
            value["to"] = Iso(from.AddDays(-1));
            next["from"] = Iso(from);
            value.AddAfterSelf(next);
            value = next;
        }

        value["value"] = decimal.Parse(PlainNumber.Text(number), System.Globalization.CultureInfo.InvariantCulture);
        if (!string.IsNullOrWhiteSpace(citation)) value["citation"] = citation.Trim();
        return Finished(root, fileName);
    }

    /// <summary>The pack with more cases behind those it has.</summary>
    /// <param name="json">The pack.</param>
    /// <param name="fileName">How errors name the file.</param>
    /// <param name="cases">JSON of one case, or of a list of them.</param>
    /// <exception cref="PackException">The pack, or what becomes of it, is refused.</exception>
    public static string AddCases(string json, string fileName, string cases)
    {
        PackReader.Read(json, fileName);
        var root = PackJson.Load(json);
        var added = JToken.Parse(cases);
        foreach (var one in added is JArray list ? list.ToArray() : [added]) ((JArray)root["cases"]!).Add(one);
        return Finished(root, fileName);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The changed pack in its form, checked.</summary>
    internal static string Finished(JObject root, string fileName)
    {
        var text = PackFormat.Format(PackJson.Write(root), fileName);
        PackCheck.Read(text, fileName);
        return text;
    }

    private static JObject Both(string zh, string en) => new() { ["zh"] = zh, ["en"] = en };
}
