using System.Net.Http.Json;
using CleanProd.Rules.Cases;
using CleanProd.Rules.Cases.Records;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CleanProd.Rules.Tests.Host.Cases;

/// <summary>The record of an audit, and the tables of a year.</summary>
public class AuditRecordTests
{
    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Tables_3_1_and_3_2_of_a_year_are_those_of_the_library_over_the_same_records(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, new(2026, 12, 30, 1, 0, 0, TimeSpan.Zero));
        var (officer, other) = (await service.AsAsync(Role.Officer, "44"), await service.AsAsync(Role.Officer, "44"));
        // Guangzhou and Foshan in the delta, Shantou in the east, Zhanjiang in the west.
        string[] regions = ["440103", "440604", "440507", "440802"];
        var publications = (await InventedPublications.InAsync(service)).List("7", new(2024, 12, 31), [.. regions.Select((r, i) => ($"91440101MA59XYZ7{i}X", r, (string[])["G1a"]))]);
        await publications.TakeUpAsync(service);
        var expected = new List<AuditFile>();
        foreach (var (i, item) in (await officer.ItemsAsync("/api/v1/cases")).Index())
        {
            var id = item.GetProperty("id").GetInt64();
            var measures = new[]
            {
                new { id = "F1", name = "换热", kind = "process", cost = "high", investment = 100.5m + i, annual_benefit = 40.25m, status = "done" },
                new { id = "F2", name = "管理", kind = "management", cost = "none", investment = 0m, annual_benefit = 3m * i, status = i == 2 ? "planned" : "done" },
            };
            var written = await officer.PutAsJsonAsync($"/api/v1/cases/{id}/audit-file", new { version = 0, measures, output_value = 5000m + 1000 * i }, ApiJson.Options).JsonAsync();
            Assert.Equal(1, written.GetProperty("version").GetInt32());
            Assert.Equal((409, "stale_version"), await officer.PutAsJsonAsync($"/api/v1/cases/{id}/audit-file", new { version = 0, measures }, ApiJson.Options).ProblemAsync());
            await officer.ActAsync(id, "progress", "started", "2025-02-03").JsonAsync();
            await officer.ActAsync(id, "progress", "report_filed", "2025-12-01", document: await officer.UploadAsync()).JsonAsync();
            await other.ActAsync(id, "acts", "evaluation_passed", "2026-01-10", new { score = 80 }).JsonAsync();
            await officer.ActAsync(id, "progress", "measures_done", "2026-02-10").JsonAsync();
            await other.ActAsync(id, "acts", "acceptance_passed", i == 3 ? "2026-12-30" : "2026-03-10").JsonAsync();
            expected.Add(CaseJson.Read<AuditFile>((await officer.GetAsync($"/api/v1/cases/{id}/audit-file").JsonAsync()).GetProperty("file").GetRawText()));
        }

        Assert.All(expected, f => Assert.Equal((80m, 2), (f.EvaluationScore, f.Measures.Count)));
        var table = StatisticsView.Of(CaseStatistics.Of(expected, 2026, Shipped.Reference.Regions));
        Assert.Equal(2, table.ByRegion.Count);
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(table, ApiJson.Options), (await officer.GetAsync("/api/v1/statistics/audits?year=2026&track=mandatory").JsonAsync()).GetRawText());
        Assert.Equal(0, (await officer.GetAsync("/api/v1/statistics/audits?year=2025").JsonAsync()).GetProperty("total").GetProperty("enterprises").GetInt32());
        Assert.Equal(1, (await (await service.AsAsync(Role.Officer, "4406")).GetAsync("/api/v1/statistics/audits?year=2026").JsonAsync()).GetProperty("total").GetProperty("enterprises").GetInt32());
        var csv = await officer.GetStringAsync("/api/v1/statistics/audits?year=2026&format=csv");
        Assert.Contains("东西两翼,2,50,", csv, StringComparison.Ordinal);
        Assert.Contains("加强管理,3,75", csv, StringComparison.Ordinal);
        using var workbook = new ClosedXML.Excel.XLWorkbook(new MemoryStream(await officer.GetByteArrayAsync("/api/v1/statistics/audits?year=2026&format=xlsx")));
        var (byRegion, kinds) = (workbook.Worksheet("表3-1 按地区"), workbook.Worksheet("表3-2 按方案类型"));
        foreach (var (row, line) in table.ByRegion.Append(table.Total).Index())
        {
            Assert.Equal(line.Region.Zh, byRegion.Cell(row + 3, 1).GetString());
            Assert.Equal((line.Enterprises, line.Investment, line.Benefit), (byRegion.Cell(row + 3, 2).GetValue<int>(), byRegion.Cell(row + 3, 5).GetValue<decimal>(), byRegion.Cell(row + 3, 7).GetValue<decimal>()));
            Assert.Equal(line.Output is null, byRegion.Cell(row + 3, 4).IsEmpty());
        }

        Assert.Contains(kinds.Column(1).CellsUsed(), c => c.GetString() == "加强管理");
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_enterprise_writes_its_record_until_acceptance_and_an_unsound_one_is_refused(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, new(2026, 12, 30, 1, 0, 0, TimeSpan.Zero));
        var id = await InventedPublications.OneCaseAsync(service, new(2024, 12, 31));
        var plant = await service.AsAsync(Role.Enterprise, "", facility: InventedPublications.Works);
        var path = $"/api/v1/cases/{id}/audit-file";
        object Record(int version, decimal investment) => new
        {
            version, measures = new[] { new { id = "F1", name = "换热", kind = "process", cost = "low", investment, annual_benefit = 1m, status = "done" } },
        };
        Assert.Equal((409, "measure_invalid"), await plant.PutAsJsonAsync(path, Record(0, -1m), ApiJson.Options).ProblemAsync());
        Assert.Equal((400, "bad_input"), await plant.PutAsJsonAsync(path, new { version = 0, measures = new[] { new { id = "F1" } } }, ApiJson.Options).ProblemAsync());
        await plant.PutAsJsonAsync(path, Record(0, 1m), ApiJson.Options).JsonAsync();
        await plant.PutAsJsonAsync(path, Record(1, 2m), ApiJson.Options).JsonAsync();
        Assert.Equal(2L, await service.Database.AskAsync<long>("SELECT count(*) FROM audit_files"));

        var officer = await service.AsAsync(Role.Officer, "4401");
        await plant.ActAsync(id, "progress", "started", "2025-02-03").JsonAsync();
        await plant.ActAsync(id, "progress", "report_filed", "2025-12-01", document: await plant.UploadAsync()).JsonAsync();
        await officer.ActAsync(id, "acts", "evaluation_passed", "2026-01-10", new { score = 80 }).JsonAsync();
        await plant.ActAsync(id, "progress", "measures_done", "2026-02-10").JsonAsync();
        await officer.ActAsync(id, "acts", "acceptance_passed", "2026-03-10").JsonAsync();
        Assert.Equal((409, "record_settled"), await plant.PutAsJsonAsync(path, Record(2, 3m), ApiJson.Options).ProblemAsync());
        await officer.PutAsJsonAsync(path, Record(2, 3m), ApiJson.Options).JsonAsync();
    }
}
