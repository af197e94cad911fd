using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Storage.Journal;

namespace CleanProd.Rules.Storage.EvidencePacks;

/// <summary>
/// One determination in one file, with everything it rests on. The same content gives the same bytes. The form stands in docs/evidence.md, so that
/// others can read and check it without this program.
/// </summary>
public static class EvidencePack
{
    /// <summary>Media type of the file.</summary>
    public const string MediaType = "application/zip";

    private const string LineName = "determination.json", CitedName = "cited_rows.jsonl", JournalName = "journal.jsonl", FactFolder = "facts/", ReferenceFolder = "reference/";

    private static readonly JsonSerializerOptions Lines = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <summary>Writes a pack.</summary>
    public static byte[] Write(EvidenceContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        List<(string Name, byte[] Bytes)> parts =
        [
            (LineName, content.Line),
            (CitedName, JsonLines(content.Cited)),
            .. content.Journal.Count == 0 ? [] : new[] { (JournalName, JsonLines(content.Journal)) },
            .. FactLines.Write(content.Records, content.RecordedAudits).Select(t => ($"{FactFolder}{t.Table}.jsonl", t.Lines)),
            .. content.Packs.Select((p, i) => (PackName(i), p.Text)),
            .. content.Reference.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (ReferenceFolder + f.Key, f.Value)),
        ];
        var manifest = new EvidenceManifest(
            EvidenceManifest.CurrentFormat, Program, content.Records.Facility.Id.Value, content.Year, content.AsOf, content.CrossCheck.OneIn,
            [.. content.TablesGiven.Order(StringComparer.Ordinal)], [.. content.Packs.Select(p => p.Name)], Hash(content.Line), content.ResultSha256, content.Run,
            [.. parts.Select(p => new EvidencePart(p.Name, p.Bytes.Length, Hash(p.Bytes)))]);
        return EvidenceArchive.Pack(parts.Prepend((EvidenceManifest.EntryName, manifest.ToJson())));
    }

    /// <summary>Reads a pack and checks that it is whole: every byte, every part, every hash that it states of another part.</summary>
    /// <exception cref="InvalidDataException">It is no evidence pack, or was changed; the message names the part.</exception>
    public static (EvidenceManifest Manifest, EvidenceContent Content) Read(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var parts = EvidenceArchive.Unpack(file);
        try
        {
            return Read(parts);
        }
        catch (Exception e) when (e is JsonException or FormatException or DecoderFallbackException)
        {
            throw EvidenceArchive.Refused($"内容无法读取（{e.Message}）", $"a part cannot be read ({e.Message})", e);
        }
    }

    /// <summary>The file at a path, if it is not too large to be a pack.</summary>
    /// <exception cref="InvalidDataException">It is too large.</exception>
    public static byte[] Load(string path) => new FileInfo(path).Length <= EvidenceArchive.MostBytes
        ? File.ReadAllBytes(path)
        : throw EvidenceArchive.Refused("文件过大", "the file is too large");

    private static (EvidenceManifest, EvidenceContent) Read(IReadOnlyList<(string Name, byte[] Bytes)> parts)
    {
        if (parts.Count == 0 || parts[0].Name != EvidenceManifest.EntryName) throw EvidenceArchive.Refused("缺少 manifest.json", "manifest.json is missing");
        var manifest = EvidenceManifest.Of(parts[0].Bytes);
        if (manifest.Format != EvidenceManifest.CurrentFormat)
            throw EvidenceArchive.Refused($"格式 {manifest.Format} 无法识别，请用更新版本的程序", $"its form {manifest.Format} is not known, use a newer program");
        var stated = manifest.Parts.Select(p => p.Name).ToArray();
        if (!stated.SequenceEqual(parts.Skip(1).Select(p => p.Name), StringComparer.Ordinal) || stated.Distinct(StringComparer.Ordinal).Count() != stated.Length)
            throw EvidenceArchive.Refused("所含部分与清单不符", "it holds other parts than its manifest names");
        foreach (var (part, (name, bytes)) in manifest.Parts.Zip(parts.Skip(1)))
            if (part.Bytes != bytes.Length || part.Sha256 != Hash(bytes)) throw EvidenceArchive.Refused($"{name} 已被改动", $"{name} was changed");
        var byName = parts.ToDictionary(p => p.Name, p => p.Bytes, StringComparer.Ordinal);
        var line = Part(byName, LineName);
        if (Hash(line) != manifest.LineSha256) throw EvidenceArchive.Refused($"{LineName} 与清单记载的哈希不符", $"{LineName} has another hash than the manifest says");
        var (records, recorded) = FactLines.Read(new(manifest.FacilityId), Under(byName, FactFolder, ".jsonl"));
        var content = new EvidenceContent
        {
            Records = records, RecordedAudits = recorded, TablesGiven = new SortedSet<string>(manifest.TablesGiven, StringComparer.Ordinal),
            Packs = [.. manifest.Packs.Select((name, i) => (name, PackText(byName, name, i)))], Reference = Under(byName, ReferenceFolder, ""),
            Year = manifest.Year, AsOf = manifest.AsOf, CrossCheck = new(manifest.CrossCheckOneIn), Line = line, ResultSha256 = manifest.ResultSha256, Run = manifest.Run,
            Cited = Read<CitedRow>(Part(byName, CitedName)), Journal = byName.TryGetValue(JournalName, out var journal) ? Read<JournalLine>(journal) : [],
        };
        if (content.Journal.FirstOrDefault(l => !l.IsIntact) is { } forged)
            throw EvidenceArchive.Refused($"日志第 {forged.Seq} 行已被改动", $"line {forged.Seq} of the journal was changed");
        return (manifest, content);
    }

    private static byte[] PackText(Dictionary<string, byte[]> parts, string name, int place)
    {
        var text = Part(parts, PackName(place));
        return name.EndsWith("@" + Hash(text), StringComparison.Ordinal) ? text : throw EvidenceArchive.Refused($"{PackName(place)} 不是 {name}", $"{PackName(place)} is not {name}");
    }

    private static byte[] Part(Dictionary<string, byte[]> parts, string name) =>
        parts.TryGetValue(name, out var bytes) ? bytes : throw EvidenceArchive.Refused($"缺少 {name}", $"{name} is missing");

    private static Dictionary<string, byte[]> Under(Dictionary<string, byte[]> parts, string folder, string ending) => parts
        .Where(p => p.Key.StartsWith(folder, StringComparison.Ordinal) && p.Key.EndsWith(ending, StringComparison.Ordinal))
        .ToDictionary(p => p.Key[folder.Length..^ending.Length], p => p.Value, StringComparer.Ordinal);

    private static string PackName(int place) => FormattableString.Invariant($"packs/{place + 1}.json");

    private static byte[] JsonLines<T>(IEnumerable<T> records) => Encoding.UTF8.GetBytes(string.Concat(records.Select(r => JsonSerializer.Serialize(r, Lines) + "\n")));

    private static List<T> Read<T>(byte[] lines) =>
        [.. new UTF8Encoding(false, true).GetString(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<T>(l, Lines) ?? throw new JsonException("null"))];

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Program =>
        typeof(EvidencePack).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
