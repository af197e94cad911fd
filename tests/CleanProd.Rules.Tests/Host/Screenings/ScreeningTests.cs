using System.Security.Cryptography;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Tests.Host.Screenings;

/// <summary>A screening in the service: the same result as on the command line, whatever it is cut into.</summary>
public class ScreeningTests
{
    public static TheoryData<StoreKind> Stores => TestService.Stores;

    public static TheoryData<StoreKind, int> StoresAndShardSizes => new()
    {
        { StoreKind.Sqlite, 1 }, { StoreKind.Sqlite, 7 }, { StoreKind.Sqlite, 1000 },
        { StoreKind.Postgres, 1 }, { StoreKind.Postgres, 7 }, { StoreKind.Postgres, 1000 },
    };

    [Theory]
    [MemberData(nameof(StoresAndShardSizes))]
    public async Task A_screening_has_the_hash_of_the_command_line_whatever_the_size_of_its_shards(StoreKind kind, int shardSize)
    {
        await using var service = await TestService.StartAsync(kind, SampleScreening.Now, o => o.ShardSize = shardSize);
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now);
        var officer = await service.AsAsync(Role.Officer);

        var run = await officer.ScreenAsync();

        Assert.Equal("finished", run.GetProperty("state").GetString());
        Assert.Equal(await SampleScreening.HashAsync(), run.GetProperty("result_sha256").GetString());
        Assert.Equal(SampleScreening.Enterprises, run.GetProperty("facilities").GetInt32());
        Assert.True(run.GetProperty("releasable").GetBoolean());
        var lines = await officer.GetByteArrayAsync($"/api/v1/screenings/{run.GetProperty("id")}/determinations.jsonl");
        Assert.Equal(await SampleScreening.HashAsync(), Convert.ToHexStringLower(SHA256.HashData(lines)));
        var progress = await officer.GetAsync($"/api/v1/screenings/{run.GetProperty("id")}/progress").JsonAsync();
        Assert.Equal((SampleScreening.Enterprises + shardSize - 1) / shardSize, progress.GetProperty("shards_done").GetInt32());
        Assert.Equal(SampleScreening.Enterprises, progress.GetProperty("facilities_done").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_county_reads_its_own_part_of_the_run_of_its_province_and_decides_nothing_about_it(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, SampleScreening.Now);
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now);
        var province = await service.AsAsync(Role.Officer);
        var run = (await province.ScreenAsync()).GetProperty("id").GetInt64();
        var county = await service.AsAsync(Role.Officer, "440115");

        var all = await province.GetAsync($"/api/v1/screenings/{run}/determinations?limit=500").JsonAsync();
        var own = await county.GetAsync($"/api/v1/screenings/{run}/determinations?limit=500").JsonAsync();

        Assert.Equal(SampleScreening.Enterprises, all.GetProperty("items").GetArrayLength());
        Assert.Equal(
            all.GetProperty("items").EnumerateArray().Where(d => d.GetProperty("region").GetString() == "440115").Select(d => d.ToString()),
            own.GetProperty("items").EnumerateArray().Select(d => d.ToString()));
        Assert.Equal(3, own.GetProperty("items").GetArrayLength());
        Assert.Equal(3, (await county.GetStringAsync($"/api/v1/screenings/{run}/determinations.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        var foreign = all.GetProperty("items").EnumerateArray().First(d => d.GetProperty("region").GetString() != "440115").GetProperty("facility_id").GetString();
        Assert.Equal((404, "not_found"), await county.GetAsync($"/api/v1/screenings/{run}/determinations/{foreign}").ProblemAsync());
        Assert.Equal((403, "outside_region"), await county.PostAsync($"/api/v1/screenings/{run}/cancel", new { }).ProblemAsync());
        Assert.Equal((403, "outside_region"), await county.PostAsync($"/api/v1/screenings/{run}/rerun", new { }).ProblemAsync());
        Assert.Equal((403, "outside_region"), await county.PostAsync("/api/v1/screenings", new { region = "44", year = 2024 }).ProblemAsync());
        Assert.Equal((403, "outside_region"), await (await service.AsAsync(Role.Officer, "43")).GetAsync($"/api/v1/screenings/{run}").ProblemAsync());
        Assert.Single((await county.GetAsync("/api/v1/screenings").JsonAsync()).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_dry_run_looks_ahead_and_never_becomes_a_list(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, SampleScreening.Now);
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now);
        var officer = await service.AsAsync(Role.Officer);

        Assert.Equal((422, "bad_as_of"), await officer.PostAsync("/api/v1/screenings", new { region = "44", year = 2024, as_of = "2026-09-01" }).ProblemAsync());
        var run = await officer.ScreenAsync(new { region = "44", year = 2024, as_of = "2026-09-01", dry = true });

        Assert.Equal("finished", run.GetProperty("state").GetString());
        Assert.StartsWith("cn-", run.GetProperty("packs")[0].GetString(), StringComparison.Ordinal);
        Assert.False(run.GetProperty("releasable").GetBoolean());
        Assert.NotEqual(await SampleScreening.HashAsync(), run.GetProperty("result_sha256").GetString());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_cannot_be_screened_is_said_so(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, SampleScreening.Now);
        var officer = await service.AsAsync(Role.Officer);

        var empty = await officer.ScreenAsync();
        Assert.Equal("failed", empty.GetProperty("state").GetString());
        Assert.Contains("No enterprise", empty.GetProperty("failure").GetString(), StringComparison.Ordinal);
        Assert.False(empty.GetProperty("releasable").GetBoolean());
        var id = empty.GetProperty("id").GetInt64();
        Assert.Equal((409, "illegal_transition"), await officer.PostAsync($"/api/v1/screenings/{id}/cancel", new { }).ProblemAsync());
        Assert.Equal((409, "not_finished"), await officer.GetAsync($"/api/v1/screenings/{id}/determinations.jsonl").ProblemAsync());
        Assert.Equal((422, "bad_known_at"), await officer.PostAsync("/api/v1/screenings", new { region = "44", year = 2024, known_at = "2030-01-01T00:00:00Z" }).ProblemAsync());
        Assert.Equal((422, "bad_pack"), await officer.PostAsync("/api/v1/screenings", new { region = "44", year = 2024, packs = new[] { "no-such-pack" } }).ProblemAsync());
        Assert.Equal((404, "not_found"), await officer.GetAsync("/api/v1/screenings/77").ProblemAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Determinations_are_found_by_outcome_ground_region_and_text_page_by_page(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, SampleScreening.Now);
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now);
        var officer = await service.AsAsync(Role.Officer);
        var run = await officer.ScreenAsync();
        var path = $"/api/v1/screenings/{run.GetProperty("id")}/determinations";
        var counts = run.GetProperty("counts").GetProperty("facilities");

        foreach (var outcome in counts.EnumerateObject())
            Assert.Equal(outcome.Value.GetInt32(), (await officer.GetAsync($"{path}?limit=500&outcome={outcome.Name}").JsonAsync()).GetProperty("items").GetArrayLength());
        var toxics = (await officer.GetAsync($"{path}?limit=500&ground=G3").JsonAsync()).GetProperty("items").EnumerateArray().ToArray();
        Assert.NotEmpty(toxics);
        Assert.All(toxics, d => Assert.Contains("G3", d.GetProperty("grounds").EnumerateArray().Select(g => g.GetString())));
        Assert.All(
            (await officer.GetAsync($"{path}?region=440100&search=啤酒").JsonAsync()).GetProperty("items").EnumerateArray(),
            d => Assert.Contains("啤酒", d.GetProperty("facility_name").GetString(), StringComparison.Ordinal));

        var ids = new List<string>();
        for (string? after = ""; after is not null;)
        {
            var page = await officer.GetAsync($"{path}?limit=50{(after.Length > 0 ? "&after=" + Uri.EscapeDataString(after) : "")}").JsonAsync();
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(d => d.GetProperty("facility_id").GetString()!));
            after = page.GetProperty("next").GetString();
        }

        Assert.Equal(SampleScreening.Enterprises, ids.Count);
        Assert.Equal(ids.Order(StringComparer.Ordinal).Distinct(), ids);
        var one = await officer.GetAsync($"{path}/{toxics[0].GetProperty("facility_id").GetString()}").JsonAsync();
        Assert.Equal("triggered", one.GetProperty("determination").GetProperty("outcome").GetString());
        Assert.NotEqual("", one.GetProperty("explanations")[0].GetProperty("citation").GetProperty("zh").GetString());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_workbook_of_a_run_is_an_Excel_file(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, SampleScreening.Now);
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now);
        var officer = await service.AsAsync(Role.Officer);
        var run = await officer.ScreenAsync();

        var bytes = await officer.GetByteArrayAsync($"/api/v1/screenings/{run.GetProperty("id")}/workbook?language=en");

        using var workbook = new ClosedXML.Excel.XLWorkbook(new MemoryStream(bytes));
        Assert.Contains("Summary", workbook.Worksheets.Select(w => w.Name));
    }
}
