using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;
using CleanProd.Rules.Tests.Storage;

namespace CleanProd.Rules.Tests.Host.Imports;

/// <summary><c>cleanprod import</c>.</summary>
public sealed class ImportVerbTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public static TheoryData<StoreKind> Stores => TestService.Stores;

    public void Dispose() => _data.Dispose();

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_data_set_is_imported_once_however_often_it_is_given(StoreKind kind)
    {
        await using TestDatabase database = kind == StoreKind.Sqlite ? new SqliteTestDatabase() : new PostgresTestDatabase();
        var store = AddressOf(await database.AddressAsync());
        Put("facilities.csv", DataSets.Facilities);
        Put("energy.csv", DataSets.Energy((DataSets.Liwan, "7")));

        var first = Cleanprod.Run("import", _data.Path, "--store", store, "--label", "六月");
        Assert.True(first.ExitCode == ExitCode.Done, first.Error);
        Assert.Contains("第 1 号导入：已生效", first.Output, StringComparison.Ordinal);
        Assert.Contains("facilities.csv：采用 2 行", first.Output, StringComparison.Ordinal);

        var second = Cleanprod.Run("import", _data.Path, "--store", store);
        Assert.True(second.ExitCode == ExitCode.Done, second.Error);
        Assert.Contains("第 1 号导入：已生效。 In effect. 此前已导入，这次没有改变任何内容", second.Output, StringComparison.Ordinal);
        Assert.Equal((1L, 2L), (await database.AskAsync<long>("SELECT count(*) FROM imports"), await database.AskAsync<long>("SELECT count(*) FROM known_facilities")));

        var verified = Cleanprod.Run("verify", "--store", store);
        Assert.True(verified.ExitCode == ExitCode.Done, verified.Output + verified.Error);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Errors_are_listed_and_wait_and_what_cannot_be_used_leaves_no_facts(StoreKind kind)
    {
        await using TestDatabase database = kind == StoreKind.Sqlite ? new SqliteTestDatabase() : new PostgresTestDatabase();
        var store = AddressOf(await database.AddressAsync());
        Put("facilities.csv", DataSets.Facilities);
        Put("energy.csv", DataSets.Energy((DataSets.Liwan, "viel")));
        var waiting = Cleanprod.Run("import", _data.Path, "--store", store);
        Assert.True(waiting.ExitCode == ExitCode.Attention, waiting.Error);
        Assert.Contains("energy.csv:2 output “viel” not_a_number", waiting.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Attention, Cleanprod.Run("import", _data.Path, "--store", store).ExitCode);

        Put("damaged.xlsx", "no workbook");
        var failed = Cleanprod.Run("import", _data["damaged.xlsx"], "--store", store);
        Assert.Equal(ExitCode.BadInput, failed.ExitCode);
        Assert.Contains("damaged.xlsx", failed.Error, StringComparison.Ordinal);
        var outside = Cleanprod.Run("import", _data["facilities.csv"], "--store", store, "--region", "440103");
        Assert.Equal(ExitCode.Attention, outside.ExitCode);
        Assert.Contains("outside_region", outside.Output, StringComparison.Ordinal);
        Assert.Equal(0L, await database.AskAsync<long>("SELECT count(*) FROM known_facilities"));
    }

    [Fact]
    public void Bad_usage_makes_no_store()
    {
        Put("facilities.csv", DataSets.Facilities);
        var store = $"sqlite:{_data["new.db"]}";
        foreach (var arguments in new string[][] { [_data["none"]], [_data.Path, "--mode", "sometimes"], [_data.Path, "--region", "4"], [_data.Path, "--map", "us-tri"], [_data.Path, "--year", "x"] })
            Assert.Equal(ExitCode.BadInput, Cleanprod.Run(["import", .. arguments, "--store", store]).ExitCode);
        Assert.Equal(ExitCode.BadInput, Cleanprod.Run("import", _data.Path).ExitCode);
        Assert.False(File.Exists(_data["new.db"]));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task While_the_service_runs_an_account_imports_within_its_reach(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var officer = await service.AsAsync(Role.Officer, "440103");
        var name = (await officer.GetAsync("/api/v1/session").JsonAsync()).GetProperty("user_name").GetString()!;
        var store = AddressOf(await service.Database.AddressAsync());
        Put("facilities.csv", DataSets.Facilities);

        var run = Cleanprod.Run("import", _data.Path, "--store", store, "--as", name);
        Assert.True(run.ExitCode == ExitCode.Attention, run.Output + run.Error);
        var shown = await officer.ReadAsync((await officer.GetAsync("/api/v1/imports").JsonAsync()).GetProperty("items")[0].GetProperty("id").GetInt64());
        Assert.Equal(("waiting", "440103", 1), (shown.State(), shown.GetProperty("import").GetProperty("region").GetString(), shown.GetProperty("open_errors").GetInt32()));
        Assert.StartsWith(name, shown.GetProperty("acts")[0].GetProperty("by").GetProperty("name").GetString(), StringComparison.Ordinal);

        foreach (var refused in new string[][] { ["--as", name, "--region", "440104"], ["--as", "nobody"] })
            Assert.Equal(ExitCode.BadInput, Cleanprod.Run(["import", _data.Path, "--store", store, .. refused]).ExitCode);
    }

    [Fact]
    public async Task A_shipped_column_map_is_found_by_its_name_and_by_its_path()
    {
        await using var database = new SqliteTestDatabase();
        var store = AddressOf(await database.AddressAsync());
        Put("facilities.csv", DataSets.Facilities);
        foreach (var map in new[] { "us-tri", "data/maps/us-tri.json" })
        {
            var run = Cleanprod.Run("import", _data.Path, "--store", store, "--map", map, "--year", "2024");
            Assert.NotEqual(ExitCode.Internal, run.ExitCode);
            Assert.DoesNotContain("没有名为", run.Error, StringComparison.Ordinal);
        }

        Assert.Contains("us-trx", Cleanprod.Run("import", _data.Path, "--store", store, "--map", "us-trx", "--year", "2024").Error, StringComparison.Ordinal);
    }

    private static string AddressOf(StoreAddress address) => $"{(address.Kind == StoreKind.Sqlite ? "sqlite" : "postgres")}:{address.Connection}";

    private void Put(string name, string text) => File.WriteAllText(_data[name], text);
}
