using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace CleanProd.Verifier;

/// <summary>
/// An evidence pack: every hash; that cited rows hold the values that the evidence states; value against limit and ratio by own arithmetic; the outcome
/// from those of the rules; the excerpt of the journal, and with a backup its place in the whole chain and the line's place in the result.
/// </summary>
internal static class EvidenceCheck
{
    private const int Seal = 64;
    private const long MostBytes = 64L << 20, MostInflated = 256L << 20;

    private static readonly string[] Worst = ["error", "triggered", "undetermined", "not_triggered", "not_applicable"];

    internal static Findings Run(string file, string? backup)
    {
        var findings = new Findings();
        try
        {
            Check(file, backup is null ? null : BackupCheck.Run(backup), findings);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or KeyNotFoundException or FormatException or InvalidOperationException or OverflowException or EndOfStreamException)
        {
            findings.Faults.Add($"evidence: {e.Message}");
        }

        return findings;
    }

    private static void Check(string file, BackupCheck.Backup? backup, Findings findings)
    {
        var parts = Parts(file, findings);
        using var manifest = JsonDocument.Parse(parts["manifest.json"]);
        var root = manifest.RootElement;
        findings.Must(Text(root, "format") == "cleanprod-evidence/1", "the form of the pack is not known");
        var stated = root.GetProperty("parts").EnumerateArray().ToDictionary(p => Text(p, "name"));
        foreach (var name in stated.Keys.Union(parts.Keys.Where(n => n != "manifest.json")))
        {
            var there = parts.TryGetValue(name, out var bytes) && stated.TryGetValue(name, out var part) && Text(part, "sha256") == Findings.Sha256(bytes) && part.GetProperty("bytes").GetInt64() == bytes.Length;
            findings.Must(there, $"{name} is missing, not stated or changed");
        }

        foreach (var (name, i) in root.GetProperty("packs").EnumerateArray().Select((p, i) => (p.GetString()!, i + 1)))
            findings.Must(parts.TryGetValue($"packs/{i}.json", out var text) && name.EndsWith("@" + Findings.Sha256(text), StringComparison.Ordinal), $"packs/{i}.json is not {name}");
        var line = parts["determination.json"];
        findings.Must(Text(root, "line_sha256") == Findings.Sha256(line), "determination.json has another hash than the manifest says");
        using var determination = JsonDocument.Parse(line);
        findings.Must(Text(determination.RootElement, "facility_id") == Text(root, "facility_id"), "determination.json is about another enterprise");
        findings.Must(determination.RootElement.GetProperty("year").GetInt32() == root.GetProperty("year").GetInt32(), "determination.json is about another year");
        Judge(determination.RootElement, Lines(parts, "cited_rows.jsonl"), findings);
        Journal(root, Lines(parts, "journal.jsonl"), backup, findings);
        if (backup is null) return;
        findings.Faults.AddRange(backup.Findings.Faults);
        findings.Notes.AddRange(backup.Findings.Notes);
        if (root.GetProperty("run") is not { ValueKind: JsonValueKind.Object } run) return;
        var lines = backup.Lines(run.GetProperty("screening").GetInt64());
        findings.Must(Findings.Sha256(Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l.Line + "\n")))) == Text(root, "result_sha256"), "the backup's determinations give another result");
        findings.Must(lines.Contains((Text(root, "facility_id"), Encoding.UTF8.GetString(line))), "the backup holds another determination");
    }

    private static Dictionary<string, byte[]> Parts(string file, Findings findings)
    {
        var bytes = new FileInfo(file).Length <= MostBytes ? File.ReadAllBytes(file) : throw new InvalidDataException("the file is too large");
        findings.Must(bytes.Length > Seal && Encoding.ASCII.GetString(bytes.AsSpan(bytes.Length - Seal)) == Findings.Sha256(bytes.AsSpan(0, bytes.Length - Seal)), "the file was changed or is not whole");
        using var archive = new ZipArchive(new MemoryStream(bytes));
        if (archive.Entries.Sum(e => e.Length) > MostInflated) throw new InvalidDataException("it inflates beyond all measure");
        return archive.Entries.ToDictionary(e => e.FullName, e =>
        {
            var part = new byte[e.Length];
            using var from = e.Open();
            from.ReadExactly(part);
            return from.ReadByte() == -1 ? part : throw new InvalidDataException($"{e.FullName} is longer than stated");
        });
    }

    private static void Judge(JsonElement determination, JsonElement[] cited, Findings findings)
    {
        var outcomes = new List<string>();
        var (held, formed) = (0, 0);
        foreach (var rule in determination.GetProperty("rules").EnumerateArray())
        {
            outcomes.Add(Text(rule, "outcome"));
            var evidence = rule.GetProperty("evidence").EnumerateArray().ToArray();
            findings.Must(outcomes[^1] == "triggered" || evidence.Length == 0, $"{Text(rule, "rule")}: evidence of what is not triggered");
            foreach (var (item, i) in evidence.Select((e, i) => (e, i)))
            {
                var place = $"{Text(rule, "rule")}, evidence {i + 1}";
                var rows = cited.Where(r => Same(r, item.GetProperty("source"))).ToArray();
                findings.Must(rows.Length > 0, $"{place}: its row is not in the pack");
                var value = item.GetProperty("value") is { ValueKind: not JsonValueKind.Null } v ? v.ToString() : null;
                Ratio(item, value, place, findings);
                if (value is null) continue;
                var claimed = rows.Where(r => r.GetProperty("holds").EnumerateArray().Any(h => h.GetString() == value)).ToArray();
                foreach (var row in claimed) findings.Must(Holds(row, value), $"{place}: {value} stands in no cell of the cited row");
                if (claimed.Length > 0) held++;
                else formed++;
            }
        }

        findings.Must(Text(determination, "outcome") == Worst.First(w => outcomes.Contains(w) || w == Worst[^1]), "the outcome does not follow from those of the rules");
        findings.Notes.Add($"evidence: {outcomes.Count} rules; {held} values stand in their rows as written, {formed} are formed of several values or converted, which only the engine does again");
    }

    // Value over limit, or the lower limit over the value where that one is broken; as many digits as a decimal has.
    private static void Ratio(JsonElement item, string? value, string place, Findings findings)
    {
        if (Number(item, "ratio") is not { } ratio || Number(item, "limit") is not { } limit || value is null || Read(value) is not { } number) return;
        findings.Must(Near(ratio, limit, number) || Near(ratio, number, limit), $"{place}: {number} against {limit} is not {ratio}");
    }

    private static bool Near(decimal ratio, decimal by, decimal product) => by != 0 && Math.Abs((product / by) - ratio) <= Math.Abs(ratio) * 1e-20m;

    private static void Journal(JsonElement manifest, JsonElement[] journal, BackupCheck.Backup? backup, Findings findings)
    {
        JournalLine? before = null;
        foreach (var l in journal)
        {
            var at = l.GetProperty("at").GetDateTimeOffset().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
            var line = new JournalLine(l.GetProperty("seq").GetInt64(), at, Text(l, "actor"), Text(l, "act"), Text(l, "subject"), Text(l, "content"), Text(l, "previous"), Text(l, "hash"));
            findings.Must(line.IsIntact, $"journal: line {line.Seq} was changed");
            findings.Must(before is null || line.Seq > before.Seq + 1 || (line.Seq == before.Seq + 1 && line.Previous == before.Hash), $"journal: line {line.Seq} does not follow");
            findings.Must(backup is null || (backup.Journal.TryGetValue(line.Seq, out var hash) && hash == line.Hash), $"journal: line {line.Seq} is not in the backup's chain");
            before = line;
        }

        if (manifest.GetProperty("run").ValueKind != JsonValueKind.Object) return;
        var result = Text(manifest, "result_sha256");
        findings.Must(journal.Any(l => Text(l, "act") == "screening.finish" && l.GetProperty("content").GetString()!.Contains($"\"{result}\"", StringComparison.Ordinal)), "no line of the journal carries the result");
    }

    private static bool Same(JsonElement row, JsonElement source) =>
        Text(row, "file") == Text(source, "file") && row.GetProperty("sheet").ToString() == source.GetProperty("sheet").ToString() && row.GetProperty("row").GetInt32() == source.GetProperty("row").GetInt32();

    // A log of devices writes values after signs of equality in one long cell.
    private static bool Holds(JsonElement row, string value) => row.GetProperty("cells").EnumerateArray().Select(c => c.ToString())
        .SelectMany(c => c.Contains("&&", StringComparison.Ordinal) ? c.Split(';', ',', '=', '&') : [c]).Any(c => Read(c) is { } number && number == Read(value));

    // Numbers as people write them: full width, thousands parted, qualified by a sign or the L of a laboratory.
    private static decimal? Read(string text)
    {
        var plain = new string([.. text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && c is not (',' or '，')).Select(Plain)]).TrimStart('<', '>', '=', '≤', '≥').TrimEnd('L', 'l');
        return decimal.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static char Plain(char c) => c is >= '\uff01' and <= '\uff5e' ? (char)(c - 0xfee0) : c == '\u2212' ? '-' : c;

    private static decimal? Number(JsonElement of, string name) => of.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;

    private static JsonElement[] Lines(Dictionary<string, byte[]> parts, string name) => parts.TryGetValue(name, out var bytes)
        ? [.. Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)]
        : [];

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString() ?? "";
}
