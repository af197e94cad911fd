using System.Text.Json;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.EvidencePacks;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Storage.Upkeep.Backup;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Host.Service;
using CleanProd.Verifier;

namespace CleanProd.Rules.Tests.Host.EvidencePacks;

/// <summary>Evidence packs of a store: whoever may read the determination gets all it rests on, and nothing of anybody else.</summary>
public class RunEvidenceTests
{
    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_determination_of_every_kind_is_reached_again_from_its_pack_alone_and_stands_before_the_independent_verifier(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, SampleScreening.Now);
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now);
        var officer = await service.AsAsync(Role.Officer);
        var run = (await officer.ScreenAsync()).GetProperty("id").GetInt64();
        var all = (await officer.GetAsync($"/api/v1/screenings/{run}/determinations?limit=500").JsonAsync()).GetProperty("items").EnumerateArray().ToArray();
        using var folder = new TemporaryFolder();
        var backup = folder["backup.zip"];
        await StoreBackup.WriteAsync(service.Store, backup);

        foreach (var facility in Chosen(all, kind))
        {
            var pack = await officer.GetByteArrayAsync($"/api/v1/screenings/{run}/determinations/{facility}/evidence");
            var (manifest, content) = EvidencePack.Read(pack);
            Assert.Null(EvidenceVerification.FirstDifference(content.Line, content.JudgeAgain()));
            Assert.Equal((facility, run, "screening.start screening.finish"), (manifest.FacilityId, manifest.Run!.Screening, string.Join(' ', content.Journal.Select(l => l.Act))));
            await File.WriteAllBytesAsync(folder["pack.zip"], pack);
            var found = EvidenceCheck.Run(folder["pack.zip"], backup);
            Assert.True(found.Faults.Count == 0, $"{facility}: {string.Join('\n', found.Faults)}");
        }

        Assert.Equal(await PackAsync(), await PackAsync());

        Task<byte[]> PackAsync() => officer.GetByteArrayAsync($"/api/v1/screenings/{run}/determinations/{all[0].GetProperty("facility_id").GetString()}/evidence");
    }

    [Fact]
    public async Task The_enterprise_gets_its_own_pack_without_the_name_of_who_ordered_and_nobody_gets_one_beyond_reach()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite, SampleScreening.Now);
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now);
        var officer = await service.AsAsync(Role.Officer);
        var run = (await officer.ScreenAsync()).GetProperty("id").GetInt64();
        var all = (await officer.GetAsync($"/api/v1/screenings/{run}/determinations?limit=500").JsonAsync()).GetProperty("items").EnumerateArray().ToArray();
        var (own, other) = (all[0].GetProperty("facility_id").GetString()!, all[1].GetProperty("facility_id").GetString()!);
        var enterprise = await service.AsAsync(Role.Enterprise, all[0].GetProperty("region").GetString()!, CleanProd.Rules.Lists.Department.None, own);
        var elsewhere = await service.AsAsync(Role.Officer, "33");

        var pack = EvidencePack.Read(await enterprise.GetByteArrayAsync($"/api/v1/enterprises/{own}/determinations/{run}/evidence")).Content;

        Assert.Equal(["screening.finish"], pack.Journal.Select(l => l.Act));
        Assert.Null(EvidenceVerification.FirstDifference(pack.Line, pack.JudgeAgain()));
        Assert.Equal((403, "outside_region"), await enterprise.GetAsync($"/api/v1/enterprises/{other}/determinations/{run}/evidence").ProblemAsync());
        Assert.Equal((403, "not_permitted"), await enterprise.GetAsync($"/api/v1/screenings/{run}/determinations/{own}/evidence").ProblemAsync());
        Assert.Equal((403, "outside_region"), await elsewhere.GetAsync($"/api/v1/screenings/{run}/determinations/{own}/evidence").ProblemAsync());
        Assert.Equal((404, "not_found"), await officer.GetAsync($"/api/v1/screenings/{run}/determinations/NOBODY/evidence").ProblemAsync());
        var dry = await officer.ScreenAsync(new { region = "44", year = SampleScreening.Year, as_of = "2025-01-15", dry = true });
        Assert.Equal((404, "not_found"), await enterprise.GetAsync($"/api/v1/enterprises/{own}/determinations/{dry.GetProperty("id")}/evidence").ProblemAsync());
    }

    [Fact]
    public async Task A_row_is_shown_out_of_the_import_that_told_it_when_two_bring_files_of_one_name()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite, SampleScreening.Now);
        const string Facilities = "facility_id,name,region\nA,甲厂,440115\n";
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now, "44", ("facilities.csv", Facilities), ("substances.csv", "facility_id,year,substance,role,quantity,unit\nA,2024,铅,used,3,t\n"));
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now.AddMinutes(1), "44", ("facilities.csv", Facilities), ("substances.csv", "facility_id,year,substance,role,quantity,unit\nA,2024,镉,used,5,t\n"));
        var officer = await service.AsAsync(Role.Officer);
        service.Clock.Advance(TimeSpan.FromMinutes(5));
        var run = (await officer.ScreenAsync()).GetProperty("id").GetInt64();

        var pack = EvidencePack.Read(await officer.GetByteArrayAsync($"/api/v1/screenings/{run}/determinations/A/evidence")).Content;

        Assert.Null(EvidenceVerification.FirstDifference(pack.Line, pack.JudgeAgain()));
        Assert.Equal(["A 2024 铅 used 3 t", "A 2024 镉 used 5 t"], pack.Cited.Where(r => r.File == "substances.csv").Select(r => string.Join(' ', r.Cells)));
        Assert.Equal(["3", "5"], pack.Cited.Where(r => r.File == "substances.csv").SelectMany(r => r.Holds));
        Assert.Equal(2, pack.Cited.Where(r => r.File == "substances.csv").Select(r => r.Sha256).Distinct().Count());
    }

    // All of them in the long form; else one of each outcome, and on SQLite one of each ground.
    private static IEnumerable<string> Chosen(JsonElement[] all, StoreKind kind) => all
        .GroupBy(d => Effort.Rounds > 1 ? d.ToString() : $"{d.GetProperty("outcome")} {(kind == StoreKind.Sqlite ? d.GetProperty("grounds").EnumerateArray().FirstOrDefault().ToString() : "")}")
        .Select(g => g.First().GetProperty("facility_id").GetString()!);
}
