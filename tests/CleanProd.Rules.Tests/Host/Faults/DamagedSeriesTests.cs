using CleanProd.Rules.Determinations;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Screenings;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Storage.Upkeep.Checks;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Faults;

/// <summary>A chunk of measurements whose bytes were changed on the disk.</summary>
public class DamagedSeriesTests
{
    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_damaged_series_is_named_decides_nothing_and_keeps_nobody_else_from_being_judged(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, SampleScreening.Now, o => o.ShardSize = 1000);
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now, "44",
            ("facilities.csv", "facility_id,name,region,industry\nA,甲厂,440115,C2221\nB,乙厂,440115,C2221\nC,丙厂,440106,C2221\n"),
            ("permit_limits.csv", "facility_id,outlet_id,pollutant,limit_high,unit,from,to\nA,DW001,化学需氧量,90,mg/L,2022-01-01,2027-12-31\nB,DW001,化学需氧量,90,mg/L,2022-01-01,2027-12-31\n"),
            ("measurements.csv", "facility_id,outlet_id,pollutant,at,window,value,unit,origin\nA,DW001,化学需氧量,2024-05-06,day,120,mg/L,supervision\nB,DW001,化学需氧量,2024-05-06,day,130,mg/L,supervision\n"));
        var officer = await service.AsAsync(Role.Officer);
        var screenings = service.Services.GetRequiredService<ScreeningStore>();
        var before = await OutcomesAsync();
        Assert.Equal((Outcome.Triggered, Outcome.Triggered), (before["A"].Outcome, before["B"].Outcome));

        var bytes = kind == StoreKind.Sqlite ? "X'00000000' || substr(chunk, 5)" : "'\\x00000000'::bytea || substr(chunk, 5)";
        await service.Database.TamperAsync($"UPDATE series_chunks SET chunk = {(kind == StoreKind.Sqlite ? $"CAST({bytes} AS BLOB)" : bytes)} WHERE facility_no = 1");
        var after = await OutcomesAsync();

        Assert.Equal((Outcome.Triggered, Outcome.Error), (after["A"].Outcome, after["B"].Outcome));
        Assert.Equal((before["A"].LineSha256, before["C"].LineSha256), (after["A"].LineSha256, after["C"].LineSha256));
        Assert.All(after["B"].Determination.Rules, r => Assert.Matches("^error: Facility B, outlet DW001, w01018, .*2024.*damaged.*checksum", Assert.Single(r.Missing)));
        var fault = Assert.Single((await StoreChecks.RunAsync(service.Store)).SelectMany(r => r.Faults));
        Assert.Contains("checksum", fault.What.En, StringComparison.Ordinal);

        async Task<Dictionary<string, ScreenedFacility>> OutcomesAsync()
        {
            var run = await officer.ScreenAsync();
            Assert.Equal("finished", run.GetProperty("state").GetString());
            return await screenings.ReadAsync(run.GetProperty("id").GetInt64(), new ScreenedFilter()).ToDictionaryAsync(d => d.FacilityId.Value);
        }
    }
}
