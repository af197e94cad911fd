using System.Security.Cryptography;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CleanProd.Rules.Tests.Storage;

public sealed class SqliteFactStoreTests() : FactStoreTests(new SqliteTestDatabase());

public sealed class PostgresFactStoreTests() : FactStoreTests(new PostgresTestDatabase());

/// <summary>What a store promises, on either database.</summary>
public abstract partial class FactStoreTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateTimeOffset KnownAt = new(2025, 1, 15, 8, 30, 0, TimeSpan.FromHours(8));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Whatever_facts_are_saved_come_back_equal()
    {
        await using var store = await database.OpenAsync();
        for (var seed = 0; seed < 60; seed++)
        {
            var facilities = new AnyFacts(seed).Facilities(seed % 7);

            var import = await store.SaveImportAsync(Result(facilities), [], KnownAt);

            var back = await store.ReadFacilitiesAsync(import).ToListAsync();
            Assert.Equal(facilities.Count, back.Count);
            foreach (var (expected, actual) in facilities.Zip(back)) AnyFacts.AssertEqual(expected, actual);
        }
    }

    [Fact]
    public async Task Facilities_come_back_in_ordinal_order_across_blocks_whatever_order_they_were_given_in()
    {
        string[] odd = ["a", "B", "_", "1", "01", "é", "中", "\U0001F3ED", "\uff21", "\ue000", "A", "AA", "a "];
        string[] ids = [.. odd, .. Enumerable.Range(0, 600).Select(i => $"9144{i * 7919 % 600:000}")];
        await using var store = await database.OpenAsync();

        var import = await store.SaveImportAsync(
            Result([.. ids.Select(id => new FacilityRecords { Facility = new FacilityRecord(new FacilityId(id), "厂", new SourceRef("f.csv", null, 2)) })]), [], KnownAt);

        Assert.Equal(
            ids.Order(StringComparer.Ordinal),
            await store.ReadFacilitiesAsync(import).Select(f => f.Facility.Id.Value).ToListAsync());
    }

    [Fact]
    public async Task Findings_files_and_tables_given_come_back_equal()
    {
        var random = new AnyFacts(5);
        Finding[] findings =
        [
            new("a.csv", null, 3, "值", "<", FindingSeverity.Error, "number", "不是数", "改正"),
            new("b.xlsx", "表1", 0, null, null, FindingSeverity.Note, "duplicate", "重复", "无"),
            new("b.xlsx", "", 1, "", "", FindingSeverity.Warning, "x", "", ""),
        ];
        var bytes = "facility_id\n"u8.ToArray();
        ImportedFile[] files = [new("a.csv", Sha256(bytes), random.Of<long>(), 1, 2, 3, 4)];
        var tables = new HashSet<string> { "facilities", "energy" };
        await using var store = await database.OpenAsync();

        var import = await store.SaveImportAsync(
            new ImportResult(new FactSet([], tables), findings, files), [new SourceFile("a.csv", () => new MemoryStream(bytes))], KnownAt);

        Assert.Equal(findings, await store.ReadFindingsAsync(import).ToListAsync());
        Assert.Equal(files, await store.ReadFilesAsync(import).ToListAsync());
        Assert.Equal(tables.Order(StringComparer.Ordinal), (await store.TablesGivenAsync(import)).Order(StringComparer.Ordinal));
        Assert.Equal(import, await store.NewestImportAsync());
    }

    [Fact]
    public async Task A_closed_store_opens_again_with_everything_in_it()
    {
        var facilities = new AnyFacts(11).Facilities(5);
        long import;
        await using (var store = await database.OpenAsync()) import = await store.SaveImportAsync(Result(facilities), [], KnownAt);

        await using var again = await database.OpenAsync();

        var back = await again.ReadFacilitiesAsync(import).ToListAsync();
        Assert.Equal(5, back.Count);
        foreach (var (expected, actual) in facilities.Zip(back)) AnyFacts.AssertEqual(expected, actual);
    }

    [Fact]
    public async Task A_series_over_several_years_is_kept_a_chunk_a_year_and_an_hourly_one_a_chunk_a_month()
    {
        var daily = Series(AveragingWindow.Day, TimeSpan.FromDays(1), 800);
        var hourly = Series(AveragingWindow.Hour, TimeSpan.FromHours(1), 24 * 40);
        await using var store = await database.OpenAsync();

        var import = await store.SaveImportAsync(Result([Facility("F", daily, hourly)]), [], KnownAt);

        Assert.Equal(3L, await database.AskAsync<long>("SELECT count(*) FROM series_chunks WHERE \"window\" = 'day'"));
        Assert.Equal(2L, await database.AskAsync<long>("SELECT count(*) FROM series_chunks WHERE \"window\" = 'hour' AND span IN ('2023-01', '2023-02')"));
        var back = Assert.Single(await store.ReadFacilitiesAsync(import).ToListAsync());
        Assert.Equal(daily.Points(), back.Series[0].Points());
        Assert.Equal(daily.Chunk.ToArray(), back.Series[0].Chunk.ToArray());
        Assert.Equal(hourly.Points(), back.Series[1].Points());
    }

    [Fact]
    public async Task A_damaged_chunk_is_named_with_its_facility_outlet_pollutant_and_span()
    {
        await using var store = await database.OpenAsync();
        var import = await store.SaveImportAsync(Result([Facility("坏厂", Series(AveragingWindow.Day, TimeSpan.FromDays(1), 20))]), [], KnownAt);
        await DamageAsync();

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => store.ReadFacilitiesAsync(import).ToListAsync().AsTask());

        foreach (var name in new[] { "坏厂", "DW001", "w01018", "2023", "damaged", "backup" })
            Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_is_what_the_migrations_make()
    {
        await using (await database.OpenAsync()) { }

        await using var context = database.Context();

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task The_text_of_an_exact_decimal_can_be_selected_as_it_was_given()
    {
        var limit = new PermitLimitRecord(
            new FacilityId("F"), new OutletId("D"), new PollutantCode("w01018"), Unit.Parse("mg/L"), new DateOnly(2024, 1, 1), new SourceRef("p.csv", null, 2))
        { LimitHigh = 0.1234567890123456789012345678m };
        await using var store = await database.OpenAsync();

        await store.SaveImportAsync(Result([new FacilityRecords { Facility = Facility("F").Facility, PermitLimits = [limit] }]), [], KnownAt);

        Assert.Equal(
            "0.1234567890123456789012345678",
            await database.AskAsync<string>(
                "SELECT CAST(limit_high AS text) FROM permit_limits JOIN facilities USING (import_id, facility_no) WHERE facility_id = 'F'"));
    }

    private async Task DamageAsync()
    {
        await using var connection = await database.ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT chunk FROM series_chunks";
        var chunk = (byte[])(await command.ExecuteScalarAsync())!;
        chunk[chunk.Length / 2] ^= 1;
        command.CommandText = "UPDATE series_chunks SET chunk = @chunk";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@chunk", chunk);
        command.Parameters.Add(parameter);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    private static MeasurementSeries Series(AveragingWindow window, TimeSpan step, int count) => MeasurementSeries.Pack(
        new SeriesKey(new FacilityId("F"), new OutletId("DW001"), new PollutantCode("w01018"), window, DataOrigin.Automatic, Unit.Parse("mg/L")),
        Enumerable.Range(0, count).Select(i => new SeriesPoint(new DateTime(2023, 1, 1) + i * step, MeasuredValue.Of(i / 10m), new SourceRef("m.csv", null, i + 2))));

    private static FacilityRecords Facility(string id, params MeasurementSeries[] series) => new()
    {
        Facility = new FacilityRecord(new FacilityId(id), "厂", new SourceRef("f.csv", null, 2)),
        Series = [.. series.Select(s => MeasurementSeries.FromChunk(s.Key with { FacilityId = new FacilityId(id) }, s.Chunk))],
    };

    private static ImportResult Result(IReadOnlyList<FacilityRecords> facilities, params ImportedFile[] files) =>
        new(new FactSet(facilities, new HashSet<string> { "facilities" }), [], files);

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
