using System.Text.Json;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;
using ClosedXML.Excel;

namespace CleanProd.Rules.Tests.Host.Screenings;

/// <summary>Results of a year, filtered, ordered and cut where the rows are, against the same done by hand over all of them.</summary>
public class ResultsTests
{
    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Whatever_is_asked_for_is_found_as_if_all_were_looked_at(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, SampleScreening.Now);
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now.AddDays(-20));
        var officer = await service.AsAsync(Role.Officer);
        await officer.ScreenAsync(new { region = "44", year = 2023, as_of = "2024-01-15" });
        var run = (await officer.ScreenAsync()).GetProperty("id").GetInt64();
        var all = await AskAsync(officer, "year=2024&limit=500");
        Assert.Equal(SampleScreening.Enterprises, all.Count);
        Assert.Equal(all.Select(IdOf), (await AskAsync(officer, $"year=2023&run={run}&limit=500")).Select(IdOf));

        var listed = (JsonElement r) => Text(r, "outcome") == "triggered";
        var wasListed = (JsonElement r) => Text(r, "outcome_before") == "triggered";
        var name = all.First(listed).GetProperty("facility_name").GetString()!;
        await SameAsync("outcome=undetermined", r => Text(r, "outcome") == "undetermined");
        await SameAsync("ground=G1a", r => Grounds(r, "grounds").Contains("G1a"));
        await SameAsync("region=4401", r => Text(r, "region")!.StartsWith("4401", StringComparison.Ordinal));
        await SameAsync("industry=c17", r => Text(r, "industry")?.StartsWith("C17", StringComparison.Ordinal) == true);
        await SameAsync($"search={Uri.EscapeDataString(name[2..4])}", r => Text(r, "facility_name")!.Contains(name[2..4], StringComparison.Ordinal));
        await SameAsync("search=gz", r => PinyinInitials.Of(Text(r, "facility_name")!).Contain("gz") || IdOf(r).Contains("GZ", StringComparison.Ordinal));
        await SameAsync("change=joined", r => listed(r) && !wasListed(r));
        await SameAsync("change=left", r => !listed(r) && wasListed(r), mayBeNone: true);
        await SameAsync("change=other_grounds", r => listed(r) && wasListed(r) && !Grounds(r, "grounds").SequenceEqual(Grounds(r, "grounds_before")), mayBeNone: true);
        await SameAsync("change=changed", r => Text(r, "outcome") != Text(r, "outcome_before"));
        await SameAsync("missing=monitoring", r => r.GetProperty("missing").EnumerateArray().Any(m => m.GetProperty("zh").GetString()!.Contains("监测", StringComparison.Ordinal)));
        await SameAsync("near=true&outcome=not_triggered", r => Text(r, "outcome") == "not_triggered" && r.GetProperty("ratio") is { ValueKind: JsonValueKind.Number } ratio && ratio.GetDecimal() is >= 0.8m and <= 1m);

        // In any order each is there once, whatever the pages.
        foreach (var order in new[] { "outcome", "name", "identity", "place", "industry", "margin" })
        {
            var pages = new List<JsonElement>();
            for (var skip = 0; skip < SampleScreening.Enterprises; skip += 50) pages.AddRange(await AskAsync(officer, $"year=2024&sort={order}&skip={skip}&limit=50"));
            Assert.Equal(all.Select(IdOf).Order(StringComparer.Ordinal), pages.Select(IdOf).Order(StringComparer.Ordinal));
            if (order != "margin") continue;
            var ratios = pages.Select(r => r.GetProperty("ratio") is { ValueKind: JsonValueKind.Number } n ? n.GetDecimal() : decimal.MinValue).ToArray();
            Assert.Equal(ratios.OrderDescending(), ratios);
        }

        // The workbook holds what is asked for, and nobody elsewhere gets any of it.
        using var bytes = new MemoryStream(await officer.GetByteArrayAsync("/api/v1/results/workbook?year=2024&outcome=triggered&language=en"));
        using var workbook = new XLWorkbook(bytes);
        Assert.Equal(all.Where(listed).Select(IdOf).Order(StringComparer.Ordinal), workbook.Worksheets.First().RowsUsed().Skip(3).Select(r => r.Cell(1).GetString()).Order(StringComparer.Ordinal));
        Assert.Empty(await AskAsync(await service.AsAsync(Role.Officer, "45"), "year=2024"));
        var county = await AskAsync(await service.AsAsync(Role.Officer, "440113"), "year=2024&limit=500");
        Assert.Equal(all.Where(r => Text(r, "region")!.StartsWith("440113", StringComparison.Ordinal)).Select(IdOf), county.Select(IdOf));

        async Task SameAsync(string query, Func<JsonElement, bool> fits, bool mayBeNone = false)
        {
            var expected = all.Where(fits).Select(IdOf).ToArray();
            Assert.True(mayBeNone || expected.Length is > 0 and < SampleScreening.Enterprises, $"{query} proves nothing: {expected.Length}");
            Assert.Equal((query, string.Join(' ', expected)), (query, string.Join(' ', (await AskAsync(officer, $"year=2024&limit=500&{query}")).Select(IdOf))));
        }
    }

    private static string IdOf(JsonElement row) => row.GetProperty("facility_id").GetString()!;

    private static string? Text(JsonElement row, string member) => row.GetProperty(member).GetString();

    private static string[] Grounds(JsonElement row, string member) => [.. row.GetProperty(member).EnumerateArray().Select(g => g.GetString()!)];

    private static async Task<IReadOnlyList<JsonElement>> AskAsync(HttpClient client, string query) => [.. (await client.GetAsync($"/api/v1/results?{query}").JsonAsync()).GetProperty("items").EnumerateArray()];
}
