using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Determinations;

/// <summary>The line of a facility in <c>determinations.jsonl</c>: fixed members in a fixed order, exact decimals in plain notation.</summary>
public static class DeterminationJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Indented = false };

    /// <summary>Writes one line in UTF-8, without its line break.</summary>
    public static void Write(Determination determination, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("facility_id", determination.Facility.Id.Value);
        json.WriteString("facility_name", determination.Facility.Name);
        json.WriteNumber("year", determination.Year);
        json.WriteString("outcome", determination.Outcome.Word());
        json.WriteStartArray("rules");
        foreach (var rule in determination.Rules) Write(json, rule);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RuleDetermination rule)
    {
        json.WriteStartObject();
        json.WriteString("rule", rule.Rule);
        json.WriteString("outcome", rule.Outcome.Word());
        json.WriteString("ground", rule.Ground);
        json.WriteString("citation", rule.Citation);
        json.WriteStartArray("evidence");
        foreach (var evidence in rule.Evidence) Write(json, evidence);
        json.WriteEndArray();
        json.WriteStartArray("missing");
        foreach (var missing in rule.Missing) json.WriteStringValue(missing);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Evidence evidence)
    {
        json.WriteStartObject();
        json.WriteString("outlet_id", evidence.OutletId);
        json.WriteString("pollutant", evidence.Pollutant);
        json.WriteString("at", evidence.At);
        switch (evidence.Value)
        {
            case { Qualifier: ValueQualifier.Exact } value:
                Number(json, "value", value.Number);
                break;
            // A qualified value is a text: ">800" is not the number 800.
            case { Qualifier: not ValueQualifier.Missing } value:
                json.WriteString("value", value.ToString());
                break;
            default:
                json.WriteNull("value");
                break;
        }

        Number(json, "limit", evidence.Limit);
        json.WriteString("unit", evidence.Unit);
        Number(json, "ratio", evidence.Ratio);
        json.WriteStartObject("source");
        json.WriteString("file", evidence.Source.File);
        json.WriteString("sheet", evidence.Source.Sheet);
        json.WriteNumber("row", evidence.Source.Row);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? number)
    {
        json.WritePropertyName(name);
        if (number is { } value) json.WriteRawValue(PlainNumber.Text(value));
        else json.WriteNullValue();
    }
}
