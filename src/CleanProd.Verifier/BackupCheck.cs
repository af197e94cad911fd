using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CleanProd.Verifier;

/// <summary>A backup of a store: its manifest, the hash of every table, and the whole chain of the journal.</summary>
internal static class BackupCheck
{
    internal sealed record Backup(Findings Findings, IReadOnlyDictionary<long, string> Journal, string File)
    {
        /// <summary>The determinations that the backup holds of a screening: their lines in the order of the run, by identity.</summary>
        internal IReadOnlyList<(string Facility, string Line)> Lines(long screening)
        {
            using var archive = ZipFile.OpenRead(File);
            return [.. Rows(archive, "screening_determinations").Where(r => r["run_id"].GetInt64() == screening).OrderBy(r => r["facility_no"].GetInt64())
                .Select(r => (r["facility_id"].GetString()!, r["line"].GetString()!))];
        }
    }

    internal static Backup Run(string file)
    {
        var (findings, hashes) = (new Findings(), new Dictionary<long, string>());
        try
        {
            using var archive = ZipFile.OpenRead(file);
            using var manifest = Manifest(archive, out var sha256);
            findings.Must(sha256 == archive.Comment, "manifest.json was changed");
            var tables = manifest.RootElement.GetProperty("tables").EnumerateArray().ToArray();
            foreach (var table in tables)
            {
                var name = table.GetProperty("name").GetString()!;
                using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                using var lines = Entry(archive, $"tables/{name}.jsonl").Open();
                var (buffer, rows) = (new byte[1 << 16], 0L);
                for (var read = lines.Read(buffer); read > 0; read = lines.Read(buffer))
                {
                    hash.AppendData(buffer, 0, read);
                    rows += buffer.AsSpan(0, read).Count((byte)'\n');
                }

                findings.Must(Convert.ToHexStringLower(hash.GetHashAndReset()) == table.GetProperty("sha256").GetString(), $"{name} was changed");
                findings.Must(rows == table.GetProperty("rows").GetInt64(), $"{name}: {rows} rows, another number than the manifest says");
            }

            findings.Must(archive.Entries.Count == tables.Length + 1, "it holds other parts than its manifest names");
            var journal = Rows(archive, "journal").Select(Line).OrderBy(l => l.Seq).ToArray();
            JournalChain.Walk(journal, manifest.RootElement.GetProperty("journal_lines").GetInt64(), manifest.RootElement.GetProperty("journal_head").GetString()!, findings);
            foreach (var line in journal) hashes[line.Seq] = line.Hash;
            findings.Notes.Add($"backup: {tables.Length} tables, {journal.Length} lines of the journal, head {(journal.Length == 0 ? "none" : journal[^1].Hash)}");
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            findings.Faults.Add($"backup: {e.Message}");
        }

        return new(findings, hashes, file);
    }

    private static JournalLine Line(Dictionary<string, JsonElement> row)
    {
        string Text(string name) => row[name].GetString()!;
        return new(row["seq"].GetInt64(), Text("at"), Text("actor"), Text("act"), Text("subject"), Text("content"), Text("previous"), Text("hash"));
    }

    // A row is an array of values in the order of the columns that the manifest names.
    private static IEnumerable<Dictionary<string, JsonElement>> Rows(ZipArchive archive, string table)
    {
        using var manifest = Manifest(archive, out _);
        var columns = manifest.RootElement.GetProperty("tables").EnumerateArray().First(t => t.GetProperty("name").GetString() == table)
            .GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("name").GetString()!).ToArray();
        using var lines = new StreamReader(Entry(archive, $"tables/{table}.jsonl").Open(), new UTF8Encoding(false, true));
        while (lines.ReadLine() is { } line)
            yield return columns.Zip(JsonDocument.Parse(line).RootElement.EnumerateArray()).ToDictionary(c => c.First, c => c.Second);
    }

    private static JsonDocument Manifest(ZipArchive archive, out string sha256)
    {
        using var json = new MemoryStream();
        using (var stream = Entry(archive, "manifest.json").Open()) stream.CopyTo(json);
        sha256 = Findings.Sha256(json.ToArray());
        return JsonDocument.Parse(json.ToArray());
    }

    private static ZipArchiveEntry Entry(ZipArchive archive, string name) => archive.GetEntry(name) ?? throw new InvalidDataException($"{name} is missing");
}
