using System.Text;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Tests.Host.Imports;

/// <summary>Who may give data about whom, and who sees it.</summary>
public class ImportReachTests
{
    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Rows_about_facilities_of_another_region_are_kept_out_and_said(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var county = await service.AsAsync(Role.Officer, "440103");
        var shown = await county.ImportAsync(
            [("facilities.csv", DataSets.Facilities), ("energy.csv", DataSets.Energy((DataSets.Liwan, "7"), (DataSets.Yuexiu, "9")))]);
        Assert.Equal("waiting", shown.State());
        var findings = (await county.GetAsync($"/api/v1/imports/{shown.Id()}/findings?code=outside_region").JsonAsync()).GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal([("energy.csv", 3, DataSets.Yuexiu), ("facilities.csv", 3, DataSets.Yuexiu)], findings.Select(f =>
            (f.GetProperty("file").GetString()!, f.GetProperty("row").GetInt32(), f.GetProperty("value").GetString()!)));
        Assert.Equal([(1, 1), (1, 1)], shown.GetProperty("files").EnumerateArray().Select(f => (f.GetProperty("rows_taken").GetInt32(), f.GetProperty("rows_refused").GetInt32())));

        await county.PostAsync($"/api/v1/imports/{shown.Id()}/accept", new { reason = "越秀的另行报送" }).JsonAsync();
        Assert.Equal(1L, await service.Database.AskAsync<long>("SELECT count(*) FROM known_facilities"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_facility_known_to_lie_elsewhere_is_not_taken_over_by_saying_nothing_or_something_else(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var city = await service.AsAsync(Role.Officer, "4401");
        await city.ImportAsync([("facilities.csv", DataSets.Facilities)]);
        var county = await service.AsAsync(Role.Officer, "440103");
        var silent = await county.ImportAsync([("energy.csv", DataSets.Energy((DataSets.Yuexiu, "9")))]);
        var claimed = await county.ImportAsync([("facilities.csv", $"facility_id,name,region\n{DataSets.Yuexiu},越秀电镀厂,440103\n")]);
        Assert.Equal((1, 1), (silent.GetProperty("open_errors").GetInt32(), claimed.GetProperty("open_errors").GetInt32()));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Imports_are_seen_and_settled_only_where_they_lie(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var province = await service.AsAsync(Role.Officer, "44");
        var (liwan, yuexiu) = (await service.AsAsync(Role.Officer, "440103"), await service.AsAsync(Role.Officer, "440104"));
        var shown = await liwan.ImportAsync([("energy.csv", DataSets.Energy((DataSets.Liwan, "7")))]);
        foreach (var path in new[] { "", "/findings", $"/sources/{shown.GetProperty("given")[0].GetProperty("sha256").GetString()}" })
            Assert.Equal((403, "outside_region"), await yuexiu.GetAsync($"/api/v1/imports/{shown.Id()}{path}").ProblemAsync());
        Assert.Equal((403, "outside_region"), await yuexiu.PostAsync($"/api/v1/imports/{shown.Id()}/undo", new { reason = "x" }).ProblemAsync());
        Assert.Equal((403, "outside_region"), await yuexiu.PostAsync("/api/v1/imports", DataSets.Form([("energy.csv", "x")], ("region", "440103"))).ProblemAsync());
        Assert.Empty((await yuexiu.GetAsync("/api/v1/imports").JsonAsync()).GetProperty("items").EnumerateArray());
        Assert.Equal(shown.Id(), (await province.GetAsync("/api/v1/imports?state=effective").JsonAsync()).GetProperty("items")[0].GetProperty("id").GetInt64());
        Assert.Equal((404, "not_found"), await province.GetAsync("/api/v1/imports/4711").ProblemAsync());
        Assert.Equal((404, "not_found"), await province.GetAsync("/api/v1/imports/x").ProblemAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Findings_come_in_pages_and_as_csv_whole(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var officer = await service.AsAsync(Role.Officer, "4401");
        var shown = await officer.ImportAsync([("energy.csv", DataSets.Energy([.. Enumerable.Range(0, 5000).Select(i => (DataSets.Liwan, "x" + i))]))]);
        var path = $"/api/v1/imports/{shown.Id()}/findings";
        var first = await officer.GetAsync($"{path}?severity=error&limit=3").JsonAsync();
        Assert.Equal(["x0", "x1", "x2"], first.GetProperty("items").EnumerateArray().Select(f => f.GetProperty("value").GetString()));
        var second = await officer.GetAsync($"{path}?severity=error&limit=3&after={first.GetProperty("next").GetString()}").JsonAsync();
        Assert.Equal("x3", second.GetProperty("items")[0].GetProperty("value").GetString());

        var csv = Encoding.UTF8.GetString(await officer.GetByteArrayAsync($"{path}?severity=error&format=csv&lang=en")).Split('\n');
        Assert.StartsWith("\uFEFFfile,sheet,row", csv[0], StringComparison.Ordinal);
        Assert.Equal(5002, csv.Length);
        Assert.Contains("'x4999' is not a number.", csv[5000], StringComparison.Ordinal);
        Assert.Equal((400, "bad_request"), await officer.GetAsync($"{path}?severity=terrible").ProblemAsync());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_bureaus_own_map_is_checked_kept_in_versions_and_read_with(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var officer = await service.AsAsync(Role.Officer, "4401");
        var shipped = (await officer.GetAsync("/api/v1/maps").JsonAsync()).EnumerateArray().Select(m => m.GetProperty("name").GetString()!).ToArray();
        Assert.Contains("us-tri", shipped);
        Assert.Equal((409, "map_is_shipped"), await SaveAsync("us-tri", "{}"));
        Assert.Equal((400, "bad_input"), await SaveAsync("本局", "{}"));
        var text = await officer.GetStringAsync("/api/v1/maps/us-tri");
        var saved = await officer.PutAsync("/api/v1/maps/本局", new StringContent(text, Encoding.UTF8, "application/json")).JsonAsync();
        Assert.Equal((1, "4401"), (saved.GetProperty("version").GetInt32(), saved.GetProperty("region").GetString()));
        Assert.Equal(2, (await officer.PutAsync("/api/v1/maps/本局", new StringContent(text + "\n", Encoding.UTF8, "application/json")).JsonAsync()).GetProperty("version").GetInt32());
        Assert.Equal((403, "outside_region"), await (await service.AsAsync(Role.Officer, "4403")).PutAsync(
            "/api/v1/maps/本局", new StringContent(text, Encoding.UTF8, "application/json")).ProblemAsync());
        Assert.Equal((404, "not_found"), await officer.GetAsync("/api/v1/maps/none").ProblemAsync());

        async Task<(int, string?)> SaveAsync(string name, string json) =>
            await officer.PutAsync($"/api/v1/maps/{name}", new StringContent(json, Encoding.UTF8, "application/json")).ProblemAsync();
    }
}
