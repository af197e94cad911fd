using System.Globalization;
using System.Text;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Tests.Host.Screenings;

/// <summary>A correction judges only what was touched and gives the result of a full run at the same time.</summary>
public class CorrectionTests
{
    private static readonly string[] Regions = ["440103", "440111", "440304", "440305", "440605", "441900"];

    private static readonly string[] Jurisdictions = ["44", "4401", "4403", "440605"];

    public static TheoryData<StoreKind> Stores => TestService.Stores;

    public static TheoryData<StoreKind, int> StoresAndSeeds => new() { { StoreKind.Sqlite, 1 }, { StoreKind.Postgres, 2 } };

    [Theory]
    [MemberData(nameof(StoresAndSeeds))]
    public async Task A_correction_after_any_imports_and_undos_has_the_hash_of_a_full_run(StoreKind kind, int first)
    {
        foreach (var seed in Effort.Seeds(first))
        {
            var random = new Random(seed);
            await using var service = await TestService.StartAsync(kind, SampleScreening.Now, o => o.ShardSize = 4);
            var officer = await service.AsAsync(Role.Officer);
            await ImportAsync(service, "44", Facilities(random, 24));
            var imports = new List<long>();
            for (var i = 0; i < 3; i++) await MoreAsync();
            var run = await officer.ScreenAsync();
            Assert.Equal("finished", run.GetProperty("state").GetString());

            for (var round = 0; round < 3; round++)
            {
                service.Clock.Advance(TimeSpan.FromDays(1));
                if (imports.Count > 0 && random.Next(3) == 0)
                {
                    var undone = imports[random.Next(imports.Count)];
                    imports.Remove(undone);
                    await using var facts = await service.Store.OpenFactsAsync();
                    await facts.UndoImportAsync(undone, Officer.System, service.Clock.GetUtcNow(), "错报");
                }
                else
                {
                    await MoreAsync();
                }

                var id = run.GetProperty("id").GetInt64();
                var correction = await officer.EndOfAsync((await officer.PostAsync($"/api/v1/screenings/{id}/rerun", new { }).JsonAsync()).GetProperty("id").GetInt64());
                var full = await officer.ScreenAsync();

                Assert.Equal((seed, full.GetProperty("result_sha256").GetString()), (seed, correction.GetProperty("result_sha256").GetString()));
                Assert.Equal(full.GetProperty("counts").ToString(), correction.GetProperty("counts").ToString());
                Assert.Equal("correction", correction.GetProperty("kind").GetString());
                run = correction;
            }

            // The same rows once more are the same import.
            async Task MoreAsync()
            {
                var import = await ImportAsync(service, Pick(random, Jurisdictions), Rows(random));
                if (!imports.Contains(import)) imports.Add(import);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_correction_judges_only_what_was_touched_and_tells_the_difference_by_name(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, SampleScreening.Now);
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now);
        var officer = await service.AsAsync(Role.Officer);
        var run = await officer.ScreenAsync();
        var path = $"/api/v1/screenings/{run.GetProperty("id")}";
        var clean = (await officer.GetAsync($"{path}/determinations?outcome=not_triggered&limit=1").JsonAsync()).GetProperty("items")[0];
        var (id, name) = (clean.GetProperty("facility_id").GetString()!, clean.GetProperty("facility_name").GetString()!);

        service.Clock.Advance(TimeSpan.FromDays(1));
        await SampleScreening.ImportAsync(
            service.Store, service.Clock.GetUtcNow(), "44", ("substances.csv", $"facility_id,year,substance,role,quantity,unit\n{id},2024,氰化钠,used,500,kg\n"));
        var correction = await officer.EndOfAsync((await officer.PostAsync($"{path}/rerun", new { }).JsonAsync()).GetProperty("id").GetInt64());

        Assert.Equal(SampleScreening.Enterprises - 1, correction.GetProperty("carried_over").GetInt32());
        Assert.Equal(SampleScreening.Enterprises, correction.GetProperty("facilities").GetInt32());
        var difference = await officer.GetAsync($"{path}/difference/{correction.GetProperty("id")}").JsonAsync();
        var joins = Assert.Single(difference.GetProperty("joins").EnumerateArray());
        Assert.Equal(name, joins.GetProperty("facility_name").GetString());
        Assert.Contains("氰化钠", joins.GetProperty("after").ToString(), StringComparison.Ordinal);
        Assert.Empty(difference.GetProperty("leaves").EnumerateArray());
        Assert.Empty(difference.GetProperty("changes").EnumerateArray());
        var back = await officer.GetAsync($"/api/v1/screenings/{correction.GetProperty("id")}/difference/{run.GetProperty("id")}").JsonAsync();
        Assert.Equal(name, Assert.Single(back.GetProperty("leaves").EnumerateArray()).GetProperty("facility_name").GetString());
        var other = await service.AsAsync(Role.Officer, clean.GetProperty("region").GetString() == "440103" ? "440104" : "440103");
        Assert.Empty((await other.GetAsync($"{path}/difference/{correction.GetProperty("id")}").JsonAsync()).GetProperty("joins").EnumerateArray());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_run_shows_what_was_known_at_its_time_and_a_dry_one_stays_dry(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, SampleScreening.Now);
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now);
        var officer = await service.AsAsync(Role.Officer);
        service.Clock.Advance(TimeSpan.FromDays(2));
        await ImportAsync(service, "44", Facilities(new Random(1), 3));

        var then = await officer.ScreenAsync(new { region = "44", year = 2024, as_of = "2025-01-15", known_at = SampleScreening.Now, dry = true });
        var now = await officer.EndOfAsync(
            (await officer.PostAsync($"/api/v1/screenings/{then.GetProperty("id")}/rerun", new { }).JsonAsync()).GetProperty("id").GetInt64());

        Assert.Equal(await SampleScreening.HashAsync(), then.GetProperty("result_sha256").GetString());
        Assert.Equal(SampleScreening.Enterprises + 3, now.GetProperty("facilities").GetInt32());
        Assert.Equal(("dry", false), (now.GetProperty("kind").GetString(), now.GetProperty("releasable").GetBoolean()));
    }

    private static Task<long> ImportAsync(TestService service, string region, params (string, string)[] files) =>
        SampleScreening.ImportAsync(service.Store, service.Clock.GetUtcNow(), region, files);

    private static (string, string) Facilities(Random random, int count)
    {
        var csv = new StringBuilder("facility_id,name,region,industry,status\n");
        for (var i = 0; i < count; i++) csv.Append(CultureInfo.InvariantCulture, $"F{i:00},第{i}厂,{Pick(random, Regions)},C1353,operating\n");
        return ("facilities.csv", csv.ToString());
    }

    private static (string, string) Rows(Random random)
    {
        var facilities = Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"F{random.Next(24):00}").Distinct();
        return random.Next(5) switch
        {
            0 => ("substances.csv", "facility_id,year,substance,role,quantity,unit\n" + string.Concat(facilities.Select(f => $"{f},2024,{Pick(random, ["none", "氰化钠", "苯"])},used,,\n"))),
            1 => ("discharges.csv", "facility_id,pollutant,medium,from,to,quantity,unit\n" + string.Concat(facilities.Select(f => $"{f},化学需氧量,water,2024-01-01,2024-12-31,{random.Next(1, 40)},t\n"))),
            2 => ("quotas.csv", "facility_id,pollutant,medium,from,to,quantity,unit\n" + string.Concat(facilities.Select(f => $"{f},化学需氧量,water,2024-01-01,2024-12-31,{random.Next(1, 40)},t\n"))),
            3 => ("audits.csv", "facility_id,kind,listed_on,started_on,reported_on,accepted_on,result\n" + string.Concat(facilities.Select(f => $"{f},mandatory,2022-03-01,2022-04-01,,,\n"))),
            _ => ("measurements.csv", "facility_id,outlet_id,pollutant,at,window,value,unit,origin,limit_high\n"
                + string.Concat(facilities.Select(f => $"{f},DW001,化学需氧量,2024-05-0{random.Next(1, 9)},day,{random.Next(20, 200)},mg/L,supervision,90\n"))),
        };
    }

    private static string Pick(Random random, string[] of) => of[random.Next(of.Length)];
}
