using CleanProd.Rules.Host.Imports;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Imports;

/// <summary>What is put into the watched folder.</summary>
public sealed class InboxTests : IDisposable
{
    private static readonly DateTime Written = new(2025, 1, 1, 8, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryFolder _inbox = new();

    public static TheoryData<StoreKind> Stores => TestService.Stores;

    public void Dispose() => _inbox.Dispose();

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Files_and_folders_of_a_jurisdiction_are_imported_by_the_service_in_its_name(StoreKind kind)
    {
        Put("440103/facilities.csv", DataSets.Facilities);
        Put("4401/六月/energy.csv", DataSets.Energy((DataSets.Liwan, "7")));
        Put("4401/六月/更多/facilities.csv", DataSets.Facilities);
        Put("4401/六月/.DS_Store", "x");
        await using var service = await TestService.StartAsync(kind, configure: o => (o.Inbox, o.InboxSettle) = (_inbox.Path, TimeSpan.FromMilliseconds(1)));
        var officer = await service.AsAsync(Role.Officer, "4401");
        var imports = await ImportsAsync(officer, 2);

        var (city, county) = (await officer.ReadAsync(imports["4401/六月"]), await officer.ReadAsync(imports["440103/facilities.csv"]));
        Assert.Equal(("effective", "4401", "system"), (city.State(), city.GetProperty("import").GetProperty("region").GetString(), city.GetProperty("import").GetProperty("actor").GetString()));
        Assert.Equal(["energy.csv", "更多/facilities.csv"], city.GetProperty("given").EnumerateArray().Select(f => f.GetProperty("name").GetString()));
        Assert.Equal(("waiting", "440103"), (county.State(), county.GetProperty("import").GetProperty("region").GetString()));
        var finding = (await officer.GetAsync($"/api/v1/imports/{county.Id()}/findings?severity=error").JsonAsync()).GetProperty("items")[0];
        Assert.Equal(("outside_region", DataSets.Yuexiu), (finding.GetProperty("code").GetString(), finding.GetProperty("value").GetString()));
        Assert.Equal(4, Directory.GetFiles(_inbox.Path, "*", SearchOption.AllDirectories).Length);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_file_is_left_alone_while_it_is_written(StoreKind kind)
    {
        await using var service = await StartAsync(kind);
        var officer = await service.AsAsync(Role.Officer, "4401");
        var watch = Watch(service);
        Put("4401/facilities.csv", "facility_id,na");
        await watch.SweepAsync(default);
        Put("4401/facilities.csv", DataSets.Facilities);
        await watch.SweepAsync(default);
        Put("4401/energy.csv.part", DataSets.Energy((DataSets.Liwan, "7")));
        Put("4401/set/energy.csv", DataSets.Energy((DataSets.Liwan, "7")));
        Put("4401/set/facilities.csv.tmp", "facility_id,na");
        Assert.Empty(await ImportsAsync(officer, 0));
        await SettleAsync(watch);
        Assert.Equal("4401/facilities.csv", Assert.Single(await ImportsAsync(officer, 1)).Key);

        File.Move(_inbox["4401/energy.csv.part"], _inbox["4401/energy.csv"]);
        await SettleAsync(watch);
        Assert.Equal(2, (await ImportsAsync(officer, 2)).Count);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_same_file_is_imported_once_and_a_changed_one_of_the_same_name_is_a_new_import(StoreKind kind)
    {
        await using var service = await StartAsync(kind);
        var officer = await service.AsAsync(Role.Officer, "4401");
        Put("4401/energy.csv", DataSets.Energy((DataSets.Liwan, "7")));
        await SettleAsync(Watch(service));
        var first = (await ImportsAsync(officer, 1)).Single().Value;
        await officer.ReadAsync(first);
        await officer.PostAsync($"/api/v1/imports/{first}/undo", new { reason = "误放" }).JsonAsync();
        // A process that has just started remembers nothing by itself.
        await SettleAsync(Watch(service));
        Assert.Single(await ImportsAsync(officer, 1));

        Put("4401/energy.csv", DataSets.Energy((DataSets.Liwan, "8")), Written.AddHours(1));
        await SettleAsync(Watch(service));
        Assert.Equal(2L, await service.Database.AskAsync<long>("SELECT count(*) FROM imports"));
        // Told anew with the same bytes, it is the import that holds.
        File.SetLastWriteTimeUtc(_inbox["4401/energy.csv"], Written.AddYears(1));
        await SettleAsync(Watch(service));
        Assert.Equal((2L, 3L), (await service.Database.AskAsync<long>("SELECT count(*) FROM imports"), await service.Database.AskAsync<long>("SELECT count(*) FROM inbox_items")));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Two_hosts_that_look_at_once_take_every_file_once(StoreKind kind)
    {
        await using var service = await StartAsync(kind);
        await using var beside = await service.BesideAsync(Configure);
        var officer = await service.AsAsync(Role.Officer, "44");
        for (var i = 0; i < 12; i++) Put($"4401/energy-{i}.csv", DataSets.Energy((DataSets.Liwan, $"{i + 1}")));
        InboxWatch[] watches = [Watch(service), Watch(beside ?? service)];
        for (var round = 0; round < 3; round++) await Task.WhenAll(watches.Select(w => Task.Run(() => w.SweepAsync(default))));

        Assert.Equal((12L, 12L), (await service.Database.AskAsync<long>("SELECT count(*) FROM imports"), await service.Database.AskAsync<long>("SELECT count(*) FROM inbox_items")));
        foreach (var (_, import) in await ImportsAsync(officer, 12)) Assert.Equal("effective", (await officer.ReadAsync(import)).State());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_cannot_be_read_is_a_failed_import_with_its_reason_and_imported_once_it_can(StoreKind kind)
    {
        await using var service = await StartAsync(kind);
        var officer = await service.AsAsync(Role.Officer, "4401");
        var watch = Watch(service);
        Put("4401/facilities.csv", DataSets.Facilities);
        using (new FileStream(_inbox["4401/facilities.csv"], FileMode.Open, FileAccess.Read, FileShare.None))
        {
            await SettleAsync(watch);
            await SettleAsync(watch);
            var failed = await officer.ReadAsync((await ImportsAsync(officer, 1)).Single().Value);
            Assert.Equal("failed", failed.State());
            Assert.Contains("4401/facilities.csv", failed.GetProperty("failure").GetProperty("zh").GetString(), StringComparison.Ordinal);
        }

        await SettleAsync(watch);
        Assert.Equal(2L, await service.Database.AskAsync<long>("SELECT count(*) FROM imports"));
        Put("4401/damaged.xlsx", "no workbook");
        await SettleAsync(watch);
        var damaged = await officer.ReadAsync((await ImportsAsync(officer, 3))["4401/damaged.xlsx"]);
        Assert.Equal("failed", damaged.State());
        Assert.Contains("damaged.xlsx", damaged.GetProperty("failure").GetProperty("zh").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_lies_outside_the_folder_of_a_jurisdiction_is_named_and_not_taken(StoreKind kind)
    {
        Put("facilities.csv", DataSets.Facilities);
        Put("guangzhou/facilities.csv", DataSets.Facilities);
        Put("440/facilities.csv", DataSets.Facilities);
        Put("outside.csv", DataSets.Facilities);
        Directory.CreateDirectory(_inbox["4401"]);
        File.CreateSymbolicLink(_inbox["4401/facilities.csv"], _inbox["outside.csv"]);
        await using var service = await StartAsync(kind);
        await SettleAsync(Watch(service));
        Assert.Equal(0L, await service.Database.AskAsync<long>("SELECT count(*) FROM imports"));

        var admin = await service.AsAsync(Role.Admin, "");
        var alarms = (await admin.GetAsync("/api/v1/system/health").JsonAsync()).GetProperty("alarms").EnumerateArray().ToDictionary(a => a.GetProperty("code").GetString()!, a => a.GetProperty("text").GetProperty("zh").GetString()!);
        foreach (var name in new[] { "5 项", "facilities.csv", "guangzhou", "440、", "outside.csv", "4401/facilities.csv" }) Assert.Contains(name, alarms["inbox_stray"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_an_alarm()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite, configure: o => o.Inbox = _inbox["none"]);
        var admin = await service.AsAsync(Role.Admin, "");
        var alarms = (await admin.GetAsync("/api/v1/system/health").JsonAsync()).GetProperty("alarms").EnumerateArray().Select(a => a.GetProperty("code").GetString());
        Assert.Contains("inbox_unreachable", alarms);
    }

    private void Configure(CleanProd.Rules.Host.Serve.ServiceOptions o) => (o.Inbox, o.InboxSettle, o.Supervise) = (_inbox.Path, TimeSpan.Zero, TimeSpan.FromHours(1));

    private Task<TestService> StartAsync(StoreKind kind) => TestService.StartAsync(kind, configure: Configure);

    private static InboxWatch Watch(TestService service) => ActivatorUtilities.CreateInstance<InboxWatch>(service.Services);

    // The first look sees it, the second that it stayed as it is.
    private static async Task SettleAsync(InboxWatch watch)
    {
        await watch.SweepAsync(default);
        await watch.SweepAsync(default);
    }

    private void Put(string name, string text, DateTime? written = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_inbox[name])!);
        File.WriteAllText(_inbox[name], text);
        File.SetLastWriteTimeUtc(_inbox[name], written ?? Written);
    }

    private static async Task<Dictionary<string, long>> ImportsAsync(HttpClient client, int expected)
    {
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            var items = (await client.GetAsync("/api/v1/imports?limit=100").JsonAsync()).GetProperty("items").EnumerateArray().ToArray();
            if (items.Length < expected && waited.Elapsed < TimeSpan.FromMinutes(2)) continue;
            Assert.Equal(expected, items.Length);
            return items.ToDictionary(i => i.GetProperty("label").GetString()! + (items.Count(o => o.GetProperty("label").GetString() == i.GetProperty("label").GetString()) > 1 ? $"#{i.GetProperty("id")}" : ""), i => i.GetProperty("id").GetInt64());
        }
    }
}
