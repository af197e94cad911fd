using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Storage.EvidencePacks;
using CleanProd.Verifier;

namespace CleanProd.Rules.Tests.Host.EvidencePacks;

/// <summary>A pack out of an output folder, and what becomes of one that somebody touched.</summary>
public sealed class OutputEvidenceTests(OutputEvidenceTests.Pack made) : IClassFixture<OutputEvidenceTests.Pack>
{
    /// <summary>A screening of a small data set, and the pack of an enterprise that exceeds.</summary>
    public sealed class Pack : IDisposable
    {
        internal const string Facility = "91440101MA59PACK01";

        private readonly TemporaryFolder _folder = new();

        public Pack()
        {
            Directory.CreateDirectory(this["data"]);
            File.WriteAllText(Path("data", "facilities.csv"), $"facility_id,name,region,industry,status\n{Facility},甲印染厂,440115,C1713,operating\nB,乙厂,440115,C1713,operating\n");
            File.WriteAllText(Path("data", "outlets.csv"), $"facility_id,outlet_id,medium,discharge\n{Facility},DW001,water,direct\n");
            var days = new StringBuilder("facility_id,outlet_id,pollutant,at,window,value,unit,origin,limit_high\n");
            for (var day = 1; day <= 28; day++)
                days.Append(CultureInfo.InvariantCulture, $"{Facility},DW001,w01018,2024-03-{day:00},day,{(day == 9 ? "95.5" : "40")},mg/L,automatic,80\n");
            File.WriteAllText(Path("data", "measurements.csv"), days.ToString());
            File.WriteAllText(Path("data", "substances.csv"), $"facility_id,year,substance,role\n{Facility},2024,none,used\nB,2024,none,used\n");
            Screened = Cleanprod.Run("screen", this["data"], "--year", "2024", "--out", this["out"]);
            Made = Cleanprod.Run("evidence", this["out"], "--facility", Facility, "--to", this["pack.zip"]);
        }

        internal Cleanprod.Result Screened { get; }

        internal Cleanprod.Result Made { get; }

        internal byte[] Bytes => File.ReadAllBytes(this["pack.zip"]);

        internal string this[string name] => _folder[name];

        internal string Path(string folder, string name) => System.IO.Path.Combine(this[folder], name);

        public void Dispose() => _folder.Dispose();
    }

    [Fact]
    public void A_pack_is_made_verified_by_the_engine_and_checked_by_the_independent_verifier()
    {
        Assert.True(made.Screened.ExitCode == 0, made.Screened.Error + made.Screened.Output);
        Assert.True(made.Made.ExitCode == 0, made.Made.Error);
        var verified = Cleanprod.Run("verify", made["pack.zip"]);
        Assert.True(verified.ExitCode == 0, verified.Error);
        Assert.Contains(Pack.Facility, verified.Output, StringComparison.Ordinal);
        var independent = Cleanprod.Through("dotnet", [Path.Combine(AppContext.BaseDirectory, "cleanprod-verifier.dll"), "evidence", made["pack.zip"]]);
        Assert.True(independent.ExitCode == 0, independent.Error);
        Assert.Contains("1 values stand in their rows", independent.Output, StringComparison.Ordinal);

        var (manifest, content) = EvidencePack.Read(made.Bytes);
        Assert.Equal(("triggered", 2024, new DateOnly(2025, 1, 15)), (JsonDocument.Parse(content.Line).RootElement.GetProperty("outcome").GetString(), manifest.Year, manifest.AsOf));
        var row = Assert.Single(content.Cited);
        Assert.Equal(("measurements.csv", 10, "95.5"), (row.File, row.Row, row.Cells[5]));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(made.Path("data", "measurements.csv")))), row.Sha256);
        Assert.Equal("value", row.FirstRow[5]);
    }

    [Fact]
    public async Task The_same_folder_gives_the_same_bytes_and_a_file_is_never_overwritten()
    {
        Assert.Equal(made.Bytes, await OutputEvidence.MakeAsync(made["out"], null, Pack.Facility, CancellationToken.None));
        Assert.Equal(2, Cleanprod.Run("evidence", made["out"], "--facility", Pack.Facility, "--to", made["pack.zip"]).ExitCode);
        var nobody = await Assert.ThrowsAsync<BadInputException>(() => OutputEvidence.MakeAsync(made["out"], null, "NOBODY", CancellationToken.None));
        Assert.Contains("NOBODY", nobody.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_byte_anywhere_is_found_by_the_engine_and_by_the_verifier()
    {
        var (pack, random) = (made.Bytes, new Random(8));
        var places = Effort.Rounds > 1 ? Enumerable.Range(0, pack.Length) : Enumerable.Range(0, 150).Select(_ => random.Next(pack.Length)).Concat(Enumerable.Range(pack.Length - 90, 90)).Concat(Enumerable.Range(0, 60));
        foreach (var place in places)
        {
            var changed = (byte[])pack.Clone();
            changed[place] ^= (byte)(1 << random.Next(8));
            Assert.Throws<InvalidDataException>(() => EvidencePack.Read(changed));
            if (place % 10 == 0) Assert.NotEmpty(Verified(changed).Faults);
        }

        Assert.Throws<InvalidDataException>(() => EvidencePack.Read(pack[..^1]));
        Assert.Throws<InvalidDataException>(() => EvidencePack.Read([.. pack, 0]));
        Assert.Throws<InvalidDataException>(() => EvidencePack.Read([]));
    }

    [Fact]
    public void A_forged_value_is_named_by_the_engine_and_found_by_the_verifier_though_every_hash_fits()
    {
        var forged = Forger.Replace(made.Bytes, "determination.json", "\"value\":95.5", "\"value\":85.5");
        var content = EvidencePack.Read(forged).Content;
        Assert.Matches(@"rules\[\d+\]\.evidence\[0\]\.value：证据包为 85\.5，重新计算为 95\.5", EvidenceVerification.FirstDifference(content.Line, content.JudgeAgain()));
        Assert.Contains(Verified(forged).Faults, f => f.Contains("is not 1.19375", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("determination.json", "\"outcome\":\"triggered\"", "\"outcome\":\"not_triggered\"", "the outcome does not follow")]
    [InlineData("determination.json", "\"limit\":80", "\"limit\":90", "is not 1.19375")]
    [InlineData("determination.json", "\"row\":10", "\"row\":11", "its row is not in the pack")]
    [InlineData("determination.json", "91440101MA59PACK01", "91440101MA59PACK02", "another enterprise")]
    [InlineData("cited_rows.jsonl", "\"95.5\"", "\"45.5\"", "stands in no cell")]
    [InlineData("determination.json", "\"year\":2024", "\"year\":2023", "another year")]
    public void What_a_forger_changes_contradicts_the_rest_before_the_verifier(string part, string text, string by, string fault) =>
        Assert.Contains(Verified(Forger.Replace(made.Bytes, part, text, by)).Faults, f => f.Contains(fault, StringComparison.Ordinal));

    [Theory]
    [InlineData("determination.json", "\"citation\":\"", "\"citation\":\"无", "citation")]
    [InlineData("determination.json", "甲印染厂", "乙印染厂", "facility_name")]
    [InlineData("facts/facilities.jsonl", "甲印染厂", "丙印染厂", "facility_name")]
    [InlineData("facts/facilities.jsonl", "440115", "330102", "rules")]
    public void What_only_the_computation_tells_is_named_by_the_engine(string part, string text, string by, string member)
    {
        var content = EvidencePack.Read(Forger.Replace(made.Bytes, part, text, by)).Content;
        Assert.Contains(member, EvidenceVerification.FirstDifference(content.Line, content.JudgeAgain()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_that_is_not_whole_or_holds_more_is_refused()
    {
        foreach (var part in (string[])["determination.json", "cited_rows.jsonl", "packs/1.json", "facts/facilities.jsonl"])
        {
            Assert.Throws<InvalidDataException>(() => EvidencePack.Read(Forger.ChangeBehindTheManifest(made.Bytes, part, b => [.. b, 32])));
            Assert.NotEmpty(Verified(Forger.ChangeBehindTheManifest(made.Bytes, part, b => [.. b, 32])).Faults);
        }

        Assert.Throws<InvalidDataException>(() => EvidencePack.Read(Forger.Without(made.Bytes, "packs/1.json")));
        Assert.Throws<InvalidDataException>(() => EvidencePack.Read(Forger.Without(made.Bytes, "facts/facilities.jsonl")));
        var parts = EvidenceArchive.Unpack(made.Bytes);
        Assert.Throws<InvalidDataException>(() => EvidencePack.Read(EvidenceArchive.Pack([.. parts, ("../stray.txt", [1])])));
        Assert.Throws<InvalidDataException>(() => EvidencePack.Read(EvidenceArchive.Pack([.. parts, parts[^1]])));
        Assert.Throws<InvalidDataException>(() => EvidencePack.Read(EvidenceArchive.Pack(parts.Skip(1))));
        var chunk = Forger.Text(made.Bytes, "facts/series_chunks.jsonl").Split('\n')[1].Split('"')[^2];
        Assert.Throws<InvalidDataException>(() => EvidencePack.Read(Forger.Replace(made.Bytes, "facts/series_chunks.jsonl", chunk, chunk[..20] + (chunk[20] == 'A' ? 'B' : 'A') + chunk[21..])));
    }

    [Fact]
    public void A_decompression_bomb_is_refused_before_it_is_inflated()
    {
        using var bomb = new MemoryStream();
        using (var archive = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true) { Comment = new string('0', 64) })
        {
            using var entry = archive.CreateEntry("manifest.json", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 300; i++) entry.Write(zeros);
        }

        var packed = bomb.ToArray();
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(packed.AsSpan(0, packed.Length - 64)))).CopyTo(packed, packed.Length - 64);
        Assert.True(packed.Length < 1 << 20);
        var refusal = Assert.Throws<InvalidDataException>(() => EvidencePack.Read(packed));
        Assert.Contains("inflates", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(Verified(packed).Faults, f => f.Contains("inflates", StringComparison.Ordinal));
    }

    [Fact]
    public void The_commands_of_the_documentation_work_as_written()
    {
        using var folder = new TemporaryFolder();
        var commands = Shipped.Text("docs/evidence.md").Split("```")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, commands.Length);
        foreach (var command in commands)
        {
            var words = command.Split(' ').Select(w => w is "out" or "evidence.zip" ? folder[w] : w).ToArray();
            var run = words[0] == "cleanprod" ? Cleanprod.Run(words[1..]) : Cleanprod.Through(words[0], [words[1], "--no-build", "-c", "Release", .. words[2..]]);
            Assert.True(run.ExitCode == 0, $"{command}: {run.Error} {run.Output}");
        }
    }

    [Fact]
    public async Task No_evidence_is_made_of_a_folder_that_does_not_verify()
    {
        var copy = Directory.CreateDirectory(made["changed"]).FullName;
        foreach (var file in Directory.GetFiles(made["out"])) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        var lines = Path.Combine(copy, "determinations.jsonl");
        File.WriteAllText(lines, File.ReadAllText(lines).Replace("95.5", "96.5", StringComparison.Ordinal));
        var refused = await Assert.ThrowsAsync<BadInputException>(() => OutputEvidence.MakeAsync(copy, null, Pack.Facility, CancellationToken.None));
        Assert.Contains("determinations.jsonl", refused.Message, StringComparison.Ordinal);
    }

    private Findings Verified(byte[] pack)
    {
        var file = made[Guid.NewGuid().ToString("N")];
        File.WriteAllBytes(file, pack);
        return EvidenceCheck.Run(file, null);
    }
}
