using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Import;

namespace CleanProd.Rules.Host.Screen;

/// <summary><c>run.json</c>: what was run, over what, with which result; enough to do it again and compare.</summary>
internal static class RunFile
{
    internal const string Name = "run.json";

    /// <summary>Packs, reference files and inputs with their hashes.</summary>
    internal static IEnumerable<(string Kind, string Name, string Sha256)> Hashes(Screened s) =>
        s.Packs.Select(p => ("pack", p.Id, p.Sha256))
            .Concat(s.Imported.Files.Select(f => ("input", f.Name, f.Sha256)))
            .Append(("reference", "data/reference", ReferenceHash(s)));

    internal static void Write(Screened s, Stages stages, int notices, string result, IReadOnlyList<(string Name, string Sha256)> written, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        json.WriteStartObject();
        json.WriteStartObject("arguments");
        json.WriteString("data", s.Arguments.Data);
        json.WriteString("data_full_path", Path.GetFullPath(s.Arguments.Data));
        json.WriteNumber("year", s.Arguments.Year);
        json.WriteString("as_of", s.Arguments.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("map", s.Arguments.Map);
        json.WriteString("map_full_path", s.Arguments.Map is { } map ? Path.GetFullPath(map) : null);
        json.WriteString("rules", s.Arguments.Rules);
        json.WriteString("rules_full_path", s.Arguments.Rules is { } rules ? Path.GetFullPath(rules) : null);
        json.WriteString("reference", s.Arguments.Reference);
        json.WriteString("reference_full_path", s.Arguments.Reference is { } reference ? Path.GetFullPath(reference) : null);
        json.WriteString("lang", s.Arguments.Language);
        json.WriteEndObject();
        json.WriteStartArray("packs");
        foreach (var pack in s.Packs)
        {
            json.WriteStartObject();
            json.WriteString("id", pack.Id);
            json.WriteString("sha256", pack.Sha256);
            json.WriteString("title", pack.Title.Zh);
            json.WriteString("instrument", pack.Instrument.Law.Zh);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("reference_sha256", ReferenceHash(s));
        json.WriteStartObject("reference");
        foreach (var (file, hash) in s.Reference.Hashes) json.WriteString(file, hash);
        json.WriteEndObject();
        json.WriteStartArray("inputs");
        foreach (var file in s.Imported.Files) Write(json, file);
        json.WriteEndArray();
        json.WriteStartObject("findings");
        foreach (var group in s.Imported.Findings.GroupBy(f => f.Severity).OrderBy(g => g.Key))
            json.WriteNumber(group.Key.ToString().ToLowerInvariant(), group.Count());
        json.WriteNumber("errors_accepted", s.Imported.Findings.Count(f => f.Severity == FindingSeverity.Error && s.Accepted.Holds(f)));
        json.WriteEndObject();
        json.WriteStartObject("outcomes");
        Counts(json, s.Determinations.Select(d => d.Outcome));
        json.WriteEndObject();
        json.WriteStartObject("rules");
        foreach (var rule in s.Determinations.SelectMany(d => d.Rules).GroupBy(r => r.Rule, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(rule.Key);
            Counts(json, rule.Select(r => r.Outcome));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteNumber("notices", notices);
        json.WriteString("result_sha256", result);
        json.WriteStartObject("outputs");
        foreach (var (name, hash) in written) json.WriteString(name, hash);
        json.WriteEndObject();
        json.WriteStartObject("durations_ms");
        foreach (var (stage, time) in stages.Durations) json.WriteNumber(stage, (long)time.TotalMilliseconds);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ImportedFile file)
    {
        json.WriteStartObject();
        json.WriteString("name", file.Name);
        json.WriteString("sha256", file.Sha256);
        json.WriteNumber("rows_read", file.RowsRead);
        json.WriteNumber("rows_taken", file.RowsTaken);
        json.WriteNumber("rows_refused", file.RowsRefused);
        json.WriteNumber("duplicates", file.Duplicates);
        json.WriteNumber("rows_left_out", file.RowsLeftOut);
        json.WriteEndObject();
    }

    private static void Counts(Utf8JsonWriter json, IEnumerable<Outcome> outcomes)
    {
        var counts = outcomes.CountBy(o => o).ToDictionary();
        foreach (var outcome in Enum.GetValues<Outcome>().OrderDescending())
            json.WriteNumber(outcome.Word(), counts.GetValueOrDefault(outcome));
    }

    private static string ReferenceHash(Screened s) => ScreenOutput.Sha256(Encoding.UTF8.GetBytes(
        string.Concat(s.Reference.Hashes.Select(h => $"{h.Key} {h.Value}\n"))));
}
