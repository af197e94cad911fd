using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace CleanProd.Rules.Tests.Storage;

public abstract partial class FactStoreTests
{
    [Fact]
    public async Task A_store_of_the_first_version_is_upgraded_and_its_imports_hold_since_they_became_known()
    {
        await WriteFirstVersionAsync();

        await using (await database.OpenAsync()) { }
        await using var store = await database.OpenAsync();

        var import = Assert.Single(await store.EffectiveImportsAsync(Day(1)));
        Assert.Equal((ImportState.Effective, Day(1), Day(1), RegionCode.Nation), (import.State, import.KnownAt, import.EffectiveAt, import.Region));
        Assert.Empty(await store.EffectiveImportsAsync(Day(0)));
        var act = Assert.Single(await store.ImportActsAsync(import.Id));
        Assert.Equal((ImportActKind.Taken, Officer.System, Day(1)), (act.Act, act.By, act.At));
        Assert.Equal("甲厂", (await store.FindFacilityAsync(new FacilityId("F")))!.Name);
        Assert.Equal(new RegionCode("440106"), Assert.Single(await store.RosterAsync(Day(1), new("44"))).Region);
        var known = await store.ReadKnownAsync([new("F")], Day(1)).SingleAsync();
        Assert.Equal([("spills", 3.50m)], known.Records.Indicators.Select(i => (i.Indicator, i.Value!.Value)));
        Assert.Equal(["indicators"], await store.TablesGivenKnownAsync(Day(1)));
        Assert.Equal("甲厂", (await store.ReadFacilitiesAsync(import.Id).SingleAsync()).Facility.Name);
        await store.UndoImportAsync(import.Id, Liang, Day(2), "旧数据");
        Assert.Empty(await store.RosterAsync(Day(2), RegionCode.Nation));
    }

    private async Task WriteFirstVersionAsync()
    {
        await using (await database.ConnectAsync()) { }
        await using var context = database.Context();
        var first = context.Database.GetMigrations().First();
        Assert.EndsWith("_Initial", first, StringComparison.Ordinal);
        await context.GetService<IMigrator>().MigrateAsync(first);
        await context.Database.ExecuteSqlAsync($"INSERT INTO imports (known_at) VALUES ({Day(1).UtcDateTime})");
        await database.TellAsync(
            "INSERT INTO facilities (import_id, facility_no, facility_id, name, region, status, source_file, source_row) VALUES (1, 0, 'F', '甲厂', '440106', 'operating', 'f.csv', 2)");
        await database.TellAsync(
            "INSERT INTO indicators (import_id, facility_no, row_no, indicator, year, value, source_file, source_row) VALUES (1, 0, 0, 'spills', 2024, '3.50', 'i.csv', 2)");
        await database.TellAsync("INSERT INTO import_tables (import_id, row_no, name) VALUES (1, 0, 'indicators')");
    }
}
