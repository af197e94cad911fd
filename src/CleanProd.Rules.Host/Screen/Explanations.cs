using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Host.Screen;

/// <summary>
/// <c>explanations.jsonl</c>: per facility and rule the reason in words and the margin, beside the fixed shape of the determinations.
/// </summary>
internal static class Explanations
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    internal static void Write(IEnumerable<Determination> determinations, Stream output)
    {
        foreach (var determination in determinations)
        {
            using (var json = new Utf8JsonWriter(output, Options)) Write(json, determination);
            output.Write("\n"u8);
        }
    }

    private static void Write(Utf8JsonWriter json, Determination determination)
    {
        json.WriteStartObject();
        json.WriteString("facility_id", determination.Facility.Id.Value);
        json.WriteStartArray("rules");
        foreach (var rule in determination.Rules)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.Rule);
            json.WriteString("outcome", rule.Outcome.Word());
            json.WriteString("reason", rule.Outcome == Outcome.Triggered ? rule.Sentence : "");
            json.WriteString("reason_en", rule.Outcome == Outcome.Triggered ? rule.SentenceEn : "");
            if (rule.Margin is { } margin)
            {
                json.WriteStartObject("margin");
                json.WritePropertyName("ratio");
                json.WriteRawValue(PlainNumber.Text(margin.Ratio));
                json.WriteString("condition", margin.Condition);
                json.WriteString("subject", margin.Subject);
                json.WriteString("value", margin.Value);
                json.WriteString("threshold", margin.Threshold);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
