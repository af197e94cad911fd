using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Samples;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Tests.Import;
using CleanProd.Rules.Tests.Storage;
using Xunit;

namespace CleanProd.Rules.Tests.Samples;

/// <summary>A province that gives its data city by city is screened to the same bytes as one that gives them at once.</summary>
public class SplitByCityTests
{
    private static readonly DateOnly AsOf = new(2025, 1, 15);
    private static readonly DateTimeOffset First = new(2025, 1, 2, 8, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_Guangdong_sample_given_by_21_cities_has_the_determinations_of_one_import(bool postgres)
    {
        var whole = Import(Files(SampleFiles.Texts(), _ => true));
        var expected = Hash(Screening(whole.Facts.TablesGiven).Judge(whole.Facts.Facilities));
        await using TestDatabase database = postgres ? new PostgresTestDatabase() : new SqliteTestDatabase();
        await using var store = await database.OpenAsync();
        var cities = SampleSet.Enterprises.GroupBy(e => e.Region[..4]).ToDictionary(g => g.Key, g => g.Select(e => e.Id).ToHashSet(StringComparer.Ordinal));
        var elsewhere = cities.Values.SelectMany(ids => ids).ToHashSet(StringComparer.Ordinal);

        var at = First;
        foreach (var (city, ids) in cities.OrderByDescending(c => c.Key, StringComparer.Ordinal)) await GiveAsync(city, ids.Contains);
        await GiveAsync("44", id => !elsewhere.Contains(id));

        var roster = await store.RosterAsync(at, new RegionCode("44"));
        Assert.Equal(whole.Facts.Facilities.Select(f => f.Facility.Id), roster.Select(f => f.Id));
        var known = await store.ReadKnownAsync([.. roster.Select(f => f.Id)], at).Select(f => f.Records).ToListAsync();
        foreach (var (one, merged) in whole.Facts.Facilities.Zip(known)) AnyFacts.AssertEqual(one, merged);
        Assert.Equal(expected, Hash(Screening(await store.TablesGivenKnownAsync(at)).Judge(known)));

        async Task GiveAsync(string region, Func<string, bool> wanted)
        {
            at = at.AddHours(1);
            var files = Files(SampleFiles.Texts(), wanted);
            var import = Import(files);
            var received = await store.ReceiveImportAsync(import, files, new(new RegionCode(region), ImportMode.Adds, Officer.System, at));
            Assert.False(received.Repeated);
            if (received.Import.State == ImportState.Waiting) await store.AcceptImportAsync(received.Import.Id, Officer.System, at);
        }
    }

    private static ImportResult Import(IReadOnlyList<SourceFile> files) => new DataSetImporter(Shipped.Reference, null, new ImportArguments(2024)).Import(files);

    // The rows of others are left blank, so that those of the city keep their places.
    private static IReadOnlyList<SourceFile> Files(IReadOnlyDictionary<string, byte[]> texts, Func<string, bool> wanted) =>
    [
        .. texts.Where(t => !t.Key.Contains('/', StringComparison.Ordinal) && t.Key != AcceptedFindings.File).Select(t => DataSets.Bytes(t.Key, Only(t.Key, t.Value, wanted))),
        DataSets.Bytes(SampleFiles.Workbook, DataSets.Workbook([.. SampleWorkbook.Sheets.Select(s => (s, Only(SampleSet.Table(s), wanted)))])),
    ];

    private static byte[] Only(string file, byte[] text, Func<string, bool> wanted)
    {
        var encoding = file == "outlets.csv" ? Encoding.GetEncoding("GB18030") : Encoding.UTF8;
        var lines = encoding.GetString(text).Split('\n');
        return encoding.GetBytes(string.Join('\n', lines.Select((line, i) => i == 0 || wanted(line.Split(',')[0]) ? line : "")));
    }

    private static (int Row, string[] Cells)[] Only(IReadOnlyList<string[]> rows, Func<string, bool> wanted) =>
        [.. rows.Select((row, i) => (i + 1, row)).Where(r => r.Item1 == 1 || wanted(r.row[0])).Select(r => (r.Item1, r.row.Select(DataSets.Text).ToArray()))];

    private static Screening Screening(IReadOnlySet<string> tables) => new(
        PackSelection.On([.. Shipped.NationalPacks, .. Shipped.PackFiles.Where(f => f.StartsWith("rules/gd/", StringComparison.Ordinal)).Select(Shipped.Pack)], AsOf),
        Shipped.Reference, tables, 2024, AsOf, CrossCheck.Sample);

    private static string Hash(IEnumerable<Determination> determinations)
    {
        var lines = new ArrayBufferWriter<byte>();
        foreach (var determination in determinations) DeterminationJson.Write(determination, lines);
        Assert.True(lines.WrittenCount > 10_000, lines.WrittenCount.ToString(CultureInfo.InvariantCulture));
        return Convert.ToHexStringLower(SHA256.HashData(lines.WrittenSpan));
    }
}
