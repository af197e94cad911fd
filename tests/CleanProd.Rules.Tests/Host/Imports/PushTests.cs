using System.Text;
using System.Text.Json;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Access;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Imports;

/// <summary>What machines send by themselves, over HTTP.</summary>
public class PushTests
{
    private const string Json = "application/json";

    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_push_becomes_an_import_and_the_same_again_is_the_same_import(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var (platform, officer) = (await MatrixWorld.ActorAsync(service, Role.Platform, "440103"), await service.AsAsync(Role.Officer, "440103"));
        var rows = Rows((DataSets.Liwan, "2024-03-05", "0.10"), (DataSets.Liwan, "2024-03-06", "\"<0.02\""));
        using var first = await PushAsync(platform, "measurements", "2024/03", rows);
        Assert.Equal(202, (int)first.StatusCode);
        var import = (await BodyAsync(first)).GetProperty("import").GetInt64();
        Assert.Equal($"/api/v1/imports/{import}", first.Headers.Location!.OriginalString);

        var shown = await officer.ReadAsync(import);
        Assert.Equal(("effective", "adds", "440103"), (shown.State(), shown.GetProperty("import").GetProperty("mode").GetString(), shown.GetProperty("import").GetProperty("region").GetString()));
        var file = shown.GetProperty("given")[0];
        Assert.Equal("measurements-2024_03.json", file.GetProperty("name").GetString());
        Assert.Equal(rows, await officer.GetStringAsync($"/api/v1/imports/{import}/sources/{file.GetProperty("sha256").GetString()}"));
        Assert.Equal(2, shown.GetProperty("files")[0].GetProperty("rows_taken").GetInt32());

        using var again = await PushAsync(platform, "measurements", "2024/03", rows);
        Assert.Equal(200, (int)again.StatusCode);
        var told = await BodyAsync(again);
        Assert.Equal((import, true, "effective"), (told.GetProperty("import").GetInt64(), told.GetProperty("already_imported").GetBoolean(), told.GetProperty("state").GetString()));
        Assert.Equal(1L, await service.Database.AskAsync<long>("SELECT count(*) FROM imports"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_key_stands_for_one_content_of_one_account(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var (one, two) = (await MatrixWorld.ActorAsync(service, Role.Platform, "4401"), await MatrixWorld.ActorAsync(service, Role.Platform, "440103"));
        await PushAsync(one, "measurements", "k", Rows((DataSets.Liwan, "2024-03-05", "1"))).JsonAsync();
        Assert.Equal((409, "idempotency_key_reused"), await PushAsync(one, "measurements", "k", Rows((DataSets.Liwan, "2024-03-05", "2"))).ProblemAsync());
        Assert.Equal((409, "idempotency_key_reused"), await PushAsync(one, "monitoring_summaries", "k", Rows((DataSets.Liwan, "2024-03-05", "1"))).ProblemAsync());
        Assert.False((await PushAsync(two, "measurements", "k", Rows((DataSets.Liwan, "2024-03-05", "2"))).JsonAsync()).GetProperty("already_imported").GetBoolean());
        // The same rows for another table say something else.
        Assert.False((await PushAsync(one, "monitoring_summaries", "k2", Rows((DataSets.Liwan, "2024-03-05", "1"))).JsonAsync()).GetProperty("already_imported").GetBoolean());
        Assert.Equal(3L, await service.Database.AskAsync<long>("SELECT count(*) FROM imports"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Of_identical_pushes_at_the_same_moment_one_is_taken_and_all_are_told_so(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        await using var beside = await service.BesideAsync();
        var key = Password.NewKey();
        var platform = await PlatformAsync(service, "440103", key);
        var other = WithKey(beside ?? service, key);
        var rows = Rows((DataSets.Liwan, "2024-03-05", "1"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => PushAsync(i % 2 == 0 ? platform : other, "measurements", "same", rows)));

        Assert.Equal([200, 200, 200, 200, 200, 200, 200, 202], answers.Select(a => (int)a.StatusCode).Order());
        Assert.Single((await Task.WhenAll(answers.Select(BodyAsync))).Select(b => b.GetProperty("import").GetInt64()).Distinct());
        Assert.Equal((1L, 1L), (await service.Database.AskAsync<long>("SELECT count(*) FROM imports"), await service.Database.AskAsync<long>("SELECT count(*) FROM pushes")));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_platform_pushes_for_its_own_region_and_facilities_only(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var officer = await service.AsAsync(Role.Officer, "4401");
        await officer.ImportAsync([("facilities.csv", DataSets.Facilities)]);
        var county = await MatrixWorld.ActorAsync(service, Role.Platform, "440103");
        Assert.Equal((403, "outside_region"), await PushAsync(county, "measurements?region=440104", "a", Rows((DataSets.Yuexiu, "2024-03-05", "1"))).ProblemAsync());
        var both = (await PushAsync(county, "measurements", "a", Rows((DataSets.Liwan, "2024-03-05", "1"), (DataSets.Yuexiu, "2024-03-05", "1"))).JsonAsync()).GetProperty("import").GetInt64();
        var shown = await officer.ReadAsync(both);
        Assert.Equal(("waiting", 1), (shown.State(), shown.GetProperty("files")[0].GetProperty("rows_taken").GetInt32()));
        var finding = (await officer.GetAsync($"/api/v1/imports/{both}/findings?severity=error").JsonAsync()).GetProperty("items")[0];
        Assert.Equal(("outside_region", "measurements-a.json", 2), (finding.GetProperty("code").GetString(), finding.GetProperty("file").GetString(), finding.GetProperty("row").GetInt32()));

        var plant = await MatrixWorld.ActorAsync(service, Role.Platform, "440103", DataSets.Liwan);
        var own = await officer.ReadAsync((await PushAsync(plant, "measurements", "a", Rows((DataSets.Liwan, "2024-03-07", "1"))).JsonAsync()).GetProperty("import").GetInt64());
        Assert.Equal("effective", own.State());
        var foreign = await officer.ReadAsync((await PushAsync(plant, "measurements", "b", Rows((DataSets.Yuexiu, "2024-03-07", "1"))).JsonAsync()).GetProperty("import").GetInt64());
        Assert.Equal(("waiting", 0), (foreign.State(), foreign.GetProperty("files")[0].GetProperty("rows_taken").GetInt32()));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task After_an_undo_the_old_key_tells_so_and_a_new_one_imports_again(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var (platform, officer) = (await MatrixWorld.ActorAsync(service, Role.Platform, "440103"), await service.AsAsync(Role.Officer, "440103"));
        var rows = Rows((DataSets.Liwan, "2024-03-05", "1"));
        var import = (await PushAsync(platform, "measurements", "a", rows).JsonAsync()).GetProperty("import").GetInt64();
        await officer.ReadAsync(import);
        var same = await PushAsync(platform, "measurements", "b", rows).JsonAsync();
        Assert.Equal((import, true), (same.GetProperty("import").GetInt64(), same.GetProperty("already_imported").GetBoolean()));
        await officer.PostAsync($"/api/v1/imports/{import}/undo", new { reason = "仪器故障" }).JsonAsync();

        var told = await PushAsync(platform, "measurements", "a", rows).JsonAsync();
        Assert.Equal((import, "undone"), (told.GetProperty("import").GetInt64(), told.GetProperty("state").GetString()));
        var anew = await PushAsync(platform, "measurements", "c", rows).JsonAsync();
        Assert.NotEqual(import, anew.GetProperty("import").GetInt64());
        Assert.Equal("effective", (await officer.ReadAsync(anew.GetProperty("import").GetInt64())).State());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Csv_is_taken_as_well_and_what_cannot_be_rows_is_refused_at_the_door(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var (platform, officer) = (await MatrixWorld.ActorAsync(service, Role.Platform, "440103"), await service.AsAsync(Role.Officer, "440103"));
        var csv = await PushAsync(platform, "energy", "e", DataSets.Energy((DataSets.Liwan, "7")), "text/csv").JsonAsync();
        Assert.Equal("effective", (await officer.ReadAsync(csv.GetProperty("import").GetInt64())).State());

        Assert.Equal((422, "idempotency_key_required"), await PushAsync(platform, "energy", null, "[]").ProblemAsync());
        Assert.Equal((422, "bad_idempotency_key"), await PushAsync(platform, "energy", new string('k', 201), "[]").ProblemAsync());
        Assert.Equal((404, "not_found"), await PushAsync(platform, "weather", "x", "[]").ProblemAsync());
        Assert.Equal((400, "bad_input"), await PushAsync(platform, "energy", "x", "[]").ProblemAsync());
        Assert.Equal((400, "bad_input"), await PushAsync(platform, "energy", "x", "[{").ProblemAsync());
        Assert.Equal((400, "bad_input"), await PushAsync(platform, "energy", "x", "").ProblemAsync());
        Assert.Equal((400, "bad_input"), await PushAsync(platform, "energy", "x", "<rows/>", "application/xml").ProblemAsync());
        Assert.Equal(1L, await service.Database.AskAsync<long>("SELECT count(*) FROM source_files"));
    }

    private static string Rows(params (string Facility, string At, string Value)[] rows) => "[" + string.Join(",\n", rows.Select(r =>
        $$"""{"facility_id":"{{r.Facility}}","outlet_id":"W1","pollutant":"COD","at":"{{r.At}}","window":"day","value":{{r.Value}},"unit":"mg/L","origin":"automatic"}""")) + "]";

    private static Task<HttpResponseMessage> PushAsync(HttpClient client, string table, string? key, string body, string type = Json)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/push/{table}") { Content = new StringContent(body, Encoding.UTF8, type) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request);
    }

    private static async Task<JsonElement> BodyAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    private static async Task<HttpClient> PlatformAsync(TestService service, string region, string key)
    {
        await using var scope = service.Services.CreateAsyncScope();
        var account = await PeopleOffice.AddAsync(scope.ServiceProvider, "platform", "监测平台", null, isMachine: true, Officer.System, [new(Role.Platform, region, Department.None, null)]);
        await service.Services.GetRequiredService<KeyStore>().AddAsync(account!.Id, key, null, Officer.System);
        return WithKey(service, key);
    }

    private static HttpClient WithKey(TestService service, string key)
    {
        var client = service.Stranger();
        client.DefaultRequestHeaders.Add(KeyAuthentication.Header, key);
        return client;
    }
}
