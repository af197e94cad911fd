using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.EvidencePacks;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Storage.Upkeep.Backup;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Host.Service;
using CleanProd.Verifier;

namespace CleanProd.Rules.Tests.Host.EvidencePacks;

/// <summary>The verifier for people who do not trust the engine.</summary>
public class VerifierTests
{
    [Fact]
    public void It_shares_no_code_with_the_engine_and_can_be_read_in_an_afternoon()
    {
        var project = Shipped.Text("src/CleanProd.Verifier/CleanProd.Verifier.csproj");
        Assert.DoesNotContain("ProjectReference", project, StringComparison.Ordinal);
        Assert.DoesNotContain("PackageReference", project, StringComparison.Ordinal);
        Assert.DoesNotContain("<Compile", project, StringComparison.Ordinal);
        var code = Repository.Files.Where(f => f.StartsWith("src/CleanProd.Verifier/", StringComparison.Ordinal) && f.EndsWith(".cs", StringComparison.Ordinal)).Select(Repository.Text).ToArray();
        Assert.True(code.SelectMany(c => c.Split('\n')).Count(l => l.Trim().Length > 0) < 300);
        Assert.DoesNotContain(code, c => c.Contains("CleanProd.Rules", StringComparison.Ordinal));
        Assert.DoesNotContain(typeof(EvidenceCheck).Assembly.GetReferencedAssemblies(), a => a.Name!.StartsWith("CleanProd", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_backup_holds_and_every_kind_of_change_to_it_is_found()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite, SampleScreening.Now);
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now, "44", ("facilities.csv", "facility_id,name,region\nA,甲厂,440115\n"), ("substances.csv", "facility_id,year,substance,role,quantity,unit\nA,2024,铅,used,3,t\n"));
        var officer = await service.AsAsync(Role.Officer);
        var run = (await officer.ScreenAsync()).GetProperty("id").GetInt64();
        using var folder = new TemporaryFolder();
        var (backup, pack) = (folder["backup.zip"], folder["pack.zip"]);
        await StoreBackup.WriteAsync(service.Store, backup);
        await File.WriteAllBytesAsync(pack, await officer.GetByteArrayAsync($"/api/v1/screenings/{run}/determinations/A/evidence"));

        Assert.Empty(BackupCheck.Run(backup).Findings.Faults);
        Assert.Empty(EvidenceCheck.Run(pack, backup).Faults);
        var through = Cleanprod.Through("dotnet", [Path.Combine(AppContext.BaseDirectory, "cleanprod-verifier.dll"), "evidence", pack, "--backup", backup]);
        Assert.True(through.ExitCode == 0, through.Error);
        Assert.Equal(2, Cleanprod.Through("dotnet", [Path.Combine(AppContext.BaseDirectory, "cleanprod-verifier.dll"), "backup"]).ExitCode);

        // The table alone; then with its own hash made to fit, so that the chain has to tell.
        Fault("journal was changed", Changed(backup, folder, lines => lines.Replace("screening.start", "screening.stort", StringComparison.Ordinal), fit: false));
        Fault("was changed", Changed(backup, folder, lines => lines.Replace("screening.start", "screening.stort", StringComparison.Ordinal), fit: true));
        Fault("is missing", Changed(backup, folder, lines => string.Concat(lines.Split('\n').Where((_, i) => i != 1).Select(l => l + "\n"))[..^1], fit: true));
        Fault("another number than the manifest", Changed(backup, folder, lines => string.Concat(lines.Split('\n')[..^2].Select(l => l + "\n")), fit: false));
        Fault("not the head", Changed(backup, folder, lines => string.Concat(lines.Split('\n')[..^2].Select(l => l + "\n")), fit: true));

        // A pack of this run beside the backup of another world, and an excerpt that somebody wrote himself.
        Assert.Contains(EvidenceCheck.Run(pack, Changed(backup, folder, l => l.Replace("screening.finish", "screening.finich", StringComparison.Ordinal), fit: true)).Faults, f => f.Contains("was changed", StringComparison.Ordinal));
        var forged = Forger.Replace(await File.ReadAllBytesAsync(pack), "journal.jsonl", "screening.finish", "screening.finich");
        Assert.Throws<InvalidDataException>(() => EvidencePack.Read(forged));
        await File.WriteAllBytesAsync(pack, forged);
        Assert.Contains(EvidenceCheck.Run(pack, null).Faults, f => f.StartsWith("journal: line", StringComparison.Ordinal));
        await File.WriteAllBytesAsync(pack, Rechained(forged));
        Assert.Contains(EvidenceCheck.Run(pack, backup).Faults, f => f.Contains("not in the backup's chain", StringComparison.Ordinal));

        static void Fault(string expected, string file) => Assert.Contains(BackupCheck.Run(file).Findings.Faults, f => f.Contains(expected, StringComparison.Ordinal));
    }

    // The journal of a backup changed; where hashes are to fit, that of the table and of the manifest follow, the chain and its head stay.
    private static string Changed(string backup, TemporaryFolder folder, Func<string, string> change, bool fit)
    {
        var copy = folder[Guid.NewGuid().ToString("N")];
        File.Copy(backup, copy);
        using var archive = ZipFile.Open(copy, ZipArchiveMode.Update);
        var lines = change(Text(archive, "tables/journal.jsonl"));
        var manifest = JsonNode.Parse(Text(archive, "manifest.json"))!;
        Put(archive, "tables/journal.jsonl", lines);
        if (!fit) return copy;
        var table = manifest["tables"]!.AsArray().Single(t => (string)t!["name"]! == "journal")!;
        (table["sha256"], table["rows"]) = (Hash(lines), lines.Count(c => c == '\n'));
        manifest["journal_lines"] = lines.Count(c => c == '\n');
        var json = manifest.ToJsonString();
        Put(archive, "manifest.json", json);
        archive.Comment = Hash(json);
        return copy;
    }

    // Every line of the excerpt given the hash that its content has.
    private static byte[] Rechained(byte[] pack) => Forger.Change(pack, "journal.jsonl", bytes => Encoding.UTF8.GetBytes(string.Concat(
        Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l =>
        {
            var line = JsonNode.Parse(l)!;
            line["act"] = "screening.finish";
            line["content"] = line["content"]!.GetValue<string>().Replace("\"facilities\":1", "\"facilities\":2", StringComparison.Ordinal);
            line["hash"] = CleanProd.Rules.Storage.Journal.JournalLine.HashOf(
                line["seq"]!.GetValue<long>(), line["at"]!.GetValue<DateTimeOffset>(), line["actor"]!.GetValue<string>(), line["act"]!.GetValue<string>(), line["subject"]!.GetValue<string>(),
                line["content"]!.GetValue<string>(), line["previous"]!.GetValue<string>());
            return line.ToJsonString() + "\n";
        }))));

    private static string Text(ZipArchive archive, string name)
    {
        using var text = new StreamReader(archive.GetEntry(name)!.Open());
        return text.ReadToEnd();
    }

    private static void Put(ZipArchive archive, string name, string text)
    {
        archive.GetEntry(name)!.Delete();
        using var to = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
        to.Write(text);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
