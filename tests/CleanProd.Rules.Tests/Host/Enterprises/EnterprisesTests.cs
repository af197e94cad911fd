using System.Text.Json;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Lists;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Tests.Host.Enterprises;

/// <summary>Finding an enterprise, and what its page is made of.</summary>
public class EnterprisesTests
{
    private const string Mill = "91440103YL0000001X", Plater = "91440304YL0000002X";

    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Enterprises_are_found_by_name_code_place_industry_and_by_what_the_latest_screening_of_the_year_decided(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, SampleScreening.Now);
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now);
        var officer = await service.AsAsync(Role.Officer);
        Assert.Equal((422, "year_required"), await officer.GetAsync("/api/v1/enterprises?outcome=triggered").ProblemAsync());
        Assert.All(await AllAsync(officer, "year=2024"), e => Assert.Equal(JsonValueKind.Null, e.GetProperty("outcome").ValueKind));
        var run = await officer.ScreenAsync();
        await officer.ScreenAsync(new { region = "44", year = SampleScreening.Year, as_of = "2025-01-15", dry = true });

        var all = await AllAsync(officer, "year=2024&limit=50");
        Assert.Equal(SampleScreening.Enterprises, all.Select(Id).Distinct().Count());
        Assert.All(all, e => Assert.Equal(run.GetProperty("id").GetInt64(), e.GetProperty("run").GetInt64()));
        foreach (var outcome in run.GetProperty("counts").GetProperty("facilities").EnumerateObject())
            Assert.Equal(outcome.Value.GetInt32(), (await AllAsync(officer, $"year=2024&outcome={outcome.Name}")).Count);
        var toxics = await AllAsync(officer, "year=2024&ground=G3&limit=7");
        Assert.NotEmpty(toxics);
        Assert.All(toxics, e => Assert.Contains("G3", e.GetProperty("grounds").EnumerateArray().Select(g => g.GetString())));

        Assert.Equal([Id(toxics[0])], (await AllAsync(officer, $"search={Id(toxics[0])[4..]}")).Select(Id));
        var brewers = await AllAsync(officer, $"search={Uri.EscapeDataString("啤酒")}");
        Assert.Equal(all.Where(e => e.GetProperty("name").GetString()!.Contains("啤酒", StringComparison.Ordinal)).Select(Id), brewers.Select(Id));
        Assert.Equal(all.Where(e => e.GetProperty("region").GetString()!.StartsWith("4401", StringComparison.Ordinal)).Select(Id), (await AllAsync(officer, "region=440100")).Select(Id));
        Assert.Equal(all.Where(e => e.GetProperty("industry").GetString()!.StartsWith("C33", StringComparison.Ordinal)).Select(Id), (await AllAsync(officer, "industry=C33")).Select(Id));

        var city = await service.AsAsync(Role.Officer, "4401");
        Assert.Equal((await AllAsync(officer, "region=4401")).Select(Id), (await AllAsync(city, "year=2024")).Select(Id));
        Assert.Empty(await AllAsync(city, "region=4403"));
        var own = await service.AsAsync(Role.Enterprise, "440111", facility: Id(all[0]));
        Assert.Equal([Id(all[0])], (await AllAsync(own, "")).Select(Id));
        Assert.Equal((403, "outside_region"), await own.GetAsync($"/api/v1/enterprises/{Id(all[1])}").ProblemAsync());
        Assert.Equal((404, "not_found"), await officer.GetAsync("/api/v1/enterprises/NOBODY").ProblemAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Each_cell_of_an_enterprise_names_the_import_and_row_that_told_it_and_the_page_of_last_month_stays_readable(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, SampleScreening.Now);
        var first = await SampleScreening.ImportAsync(
            service.Store, SampleScreening.Now, "44", ("facilities.csv", $"facility_id,name,region,industry\n{Plater},电镀厂,440304,C3360\n{Mill},荔湾纸厂,440103,C2221\n"),
            ("outlets.csv", $"facility_id,outlet_id,medium,name\n{Mill},DW001,water,总排口\n"));
        service.Clock.Advance(TimeSpan.FromDays(30));
        var second = await SampleScreening.ImportAsync(
            service.Store, service.Clock.GetUtcNow(), "44", ("facilities.csv", $"facility_id,name,address\n{Mill},荔湾纸业公司,荔湾路1号\n"),
            ("outlets.csv", $"facility_id,outlet_id,medium,standard\n{Mill},DW001,water,DB44/26-2001\n"));
        var officer = await service.AsAsync(Role.Officer);

        var now = await officer.GetAsync($"/api/v1/enterprises/{Mill}").JsonAsync();
        Assert.Equal(
            [("name", "荔湾纸业公司", second, 2), ("region", "440103", first, 3), ("address", "荔湾路1号", second, 2), ("industry", "C2221", first, 3), ("status", "unspecified", second, 2)],
            Cells(now));
        Assert.Equal(
            [("name", "总排口", first, 2), ("medium", "water", second, 2), ("discharge", "unspecified", second, 2), ("standard", "DB44/26-2001", second, 2)],
            Cells(Assert.Single(now.GetProperty("outlets").EnumerateArray())));
        Assert.Equal(["荔湾纸厂", "荔湾纸业公司"], now.GetProperty("names").EnumerateArray().Select(n => n.GetProperty("name").GetString()!));

        var then = await officer.GetAsync($"/api/v1/enterprises/{Mill}?known_at=2025-02-10T00:00:00Z").JsonAsync();
        Assert.Equal("荔湾纸厂", then.GetProperty("name").GetString());
        Assert.Equal((404, "not_found"), await officer.GetAsync($"/api/v1/enterprises/{Mill}?known_at=2024-02-10T00:00:00Z").ProblemAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_facts_of_a_year_are_the_rows_that_count_in_it_with_exact_numbers_and_what_they_superseded(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, SampleScreening.Now);
        var first = await SampleScreening.ImportAsync(
            service.Store, SampleScreening.Now, "44", ("facilities.csv", $"facility_id,name,region,industry\n{Mill},荔湾纸厂,440103,C2221\n"),
            ("discharges.csv", $"facility_id,pollutant,from,to,quantity,unit\n{Mill},化学需氧量,2023-03-01,2023-03-31,1.50,t\n{Mill},化学需氧量,2023-01-01,2023-01-31,9,t\n{Mill},氨氮,2024-01-01,2024-12-31,0.0000001,t\n"),
            ("energy.csv", $"facility_id,year,product,output,output_unit,energy,energy_unit\n{Mill},2022,纸,1,t,1,tce\n"),
            ("measurements.csv", $"facility_id,outlet_id,pollutant,at,window,value,unit\n{Mill},DW001,化学需氧量,2024-01-05,day,60,mg/L\n{Mill},DW001,化学需氧量,2024-01-06,day,61,mg/L\n"));
        service.Clock.Advance(TimeSpan.FromDays(30));
        var second = await SampleScreening.ImportAsync(
            service.Store, service.Clock.GetUtcNow(), "44", ("discharges.csv", $"facility_id,pollutant,from,to,quantity,unit\n{Mill},氨氮,2024-01-01,2024-12-31,2,t\n"));
        var officer = await service.AsAsync(Role.Officer);

        var facts = await officer.GetAsync($"/api/v1/enterprises/{Mill}/facts?year=2024").JsonAsync();
        Assert.Equal(
            [("discharges", "1.5", first, 2), ("discharges", "2", second, 2)],
            facts.GetProperty("rows").EnumerateArray().Select(r => (Text(r, "table"), r.GetProperty("values").GetProperty("quantity").GetRawText(), Import(r), Row(r))));
        var earlier = await officer.GetAsync($"/api/v1/enterprises/{Mill}/facts?known_at=2025-02-10T00:00:00Z").JsonAsync();
        Assert.Equal(
            ["0.0000001", "1.5", "9"],
            earlier.GetProperty("rows").EnumerateArray().Where(r => Text(r, "table") == "discharges").Select(r => r.GetProperty("values").GetProperty("quantity").GetRawText()).Order(StringComparer.Ordinal));
        Assert.Contains("energy", earlier.GetProperty("rows").EnumerateArray().Select(r => Text(r, "table")));
        var series = Assert.Single(facts.GetProperty("series").EnumerateArray());
        Assert.Equal((2, "w01018", "2024-01-06T00:00:00"), (series.GetProperty("count").GetInt32(), Text(series, "pollutant"), Text(series, "last")));
        var gone = Assert.Single(facts.GetProperty("superseded").EnumerateArray());
        Assert.Equal((first, 4, second), (gone.GetProperty("earlier").GetProperty("import").GetInt64(), gone.GetProperty("earlier").GetProperty("row").GetInt32(), gone.GetProperty("by").GetInt64()));
        Assert.Contains("quotas", (await officer.GetAsync($"/api/v1/enterprises/{Mill}/facts").JsonAsync()).GetProperty("tables_given").EnumerateArray().Select(t => t.GetString()).Append("quotas"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_history_tells_each_determination_and_what_came_of_it_and_an_enterprise_sees_no_review(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, SampleScreening.Now);
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now);
        var officer = await service.AsAsync(Role.Officer);
        var run = (await officer.ScreenAsync()).GetProperty("id").GetInt64();
        var dry = (await officer.ScreenAsync(new { region = "44", year = SampleScreening.Year, as_of = "2025-01-15", dry = true })).GetProperty("id").GetInt64();
        var listed = (await AllAsync(officer, "year=2024&outcome=triggered&ground=G1a"))[0];
        var path = $"/api/v1/enterprises/{Id(listed)}/determinations";
        var own = await service.AsAsync(Role.Enterprise, listed.GetProperty("region").GetString()!, facility: Id(listed));
        var list = await officer.OpenAsync(run);

        var inside = await officer.GetAsync(path).JsonAsync();
        Assert.Equal([dry, run], inside.GetProperty("items").EnumerateArray().Select(d => d.GetProperty("run").GetInt64()));
        var judged = inside.GetProperty("items")[1];
        Assert.Equal("triggered", judged.GetProperty("determination").GetProperty("outcome").GetString());
        Assert.Equal(
            (await officer.GetAsync($"/api/v1/screenings/{run}/determinations/{Id(listed)}").JsonAsync()).GetProperty("determination").GetRawText(), judged.GetProperty("determination").GetRawText());
        Assert.Contains(list, judged.GetProperty("lists").EnumerateArray().Select(l => l.GetProperty("list").GetInt64()));
        var outside = Assert.Single((await own.GetAsync(path).JsonAsync()).GetProperty("items").EnumerateArray());
        Assert.Equal((run, 0), (outside.GetProperty("run").GetInt64(), outside.GetProperty("lists").GetArrayLength()));
        Assert.Empty((await officer.GetAsync($"{path}?year=2023").JsonAsync()).GetProperty("items").EnumerateArray());
        var page = await officer.GetAsync($"{path}?limit=1").JsonAsync();
        Assert.Equal(run, (await officer.GetAsync($"{path}?limit=1&after={page.GetProperty("next").GetString()}").JsonAsync()).GetProperty("items")[0].GetProperty("run").GetInt64());
    }

    internal static async Task<List<JsonElement>> AllAsync(HttpClient who, string query)
    {
        var all = new List<JsonElement>();
        for (string? after = ""; after is not null;)
        {
            var page = await who.GetAsync($"/api/v1/enterprises?{query}{(after.Length > 0 ? "&after=" + Uri.EscapeDataString(after) : "")}").JsonAsync();
            all.AddRange(page.GetProperty("items").EnumerateArray());
            after = page.GetProperty("next").GetString();
        }

        return all;
    }

    internal static string Id(JsonElement enterprise) => Text(enterprise, "facility_id");

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static long Import(JsonElement of) => of.GetProperty("source").GetProperty("import").GetInt64();

    private static int Row(JsonElement of) => of.GetProperty("source").GetProperty("row").GetInt32();

    private static IEnumerable<(string, string, long, int)> Cells(JsonElement of) =>
        of.GetProperty("cells").EnumerateArray().Select(c => (Text(c, "column"), c.GetProperty("value").ToString(), Import(c), Row(c)));
}
