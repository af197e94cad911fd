using System.Text.Json;
using CleanProd.Rules.Determinations;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Rules;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Storage.Screenings;
using CleanProd.Rules.Tests.Host.Service;
using CleanProd.Rules.Tests.Lists;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Lists;

/// <summary>Finished screenings with determinations written out by hand, and officers who make lists of them.</summary>
internal static class InventedRun
{
    internal const string PaperMill = InventedProvince.PaperMill;
    internal const string PlatingWorks = InventedProvince.PlatingWorks;
    internal const string Furniture = "914401067000000059";

    /// <summary>A day under the 2004 Measures, one under those of 2016, one under the Code of 2026.</summary>
    internal static readonly DateTimeOffset In2005 = Noon(2005, 3, 1), In2025 = Noon(2025, 3, 3), In2026 = Noon(2026, 9, 1);

    internal static Determination Paper(params RuleDetermination[] rules) =>
        InventedProvince.Of(InventedProvince.Facility(PaperMill, "广州南粤纸业有限公司", "440106", "C2221", "天河区科韵路1号"), rules);

    internal static Determination Plating(params RuleDetermination[] rules) =>
        InventedProvince.Of(InventedProvince.Facility(PlatingWorks, "深圳市宝安精密电镀厂", "440300", "C3360", null), rules);

    internal static Determination Wood(params RuleDetermination[] rules) =>
        InventedProvince.Of(InventedProvince.Facility(Furniture, "天河木器厂", "440106", null, null), rules);

    /// <summary>Over the standard, the total, the energy limit; toxic.</summary>
    internal static RuleDetermination Over => InventedProvince.Exceeds(Value(132m));

    internal static RuleDetermination OverTotal => InventedProvince.Triggered("G1b", Value(12.6m));

    internal static RuleDetermination Energy => InventedProvince.Triggered("G2", Value(121m));

    internal static RuleDetermination Toxic => InventedProvince.Triggered("G3", Value(36m));

    internal static RuleDetermination Not(string ground) => InventedProvince.No(ground);

    internal static Task<TestService> ServiceAsync(StoreKind kind, DateTimeOffset now) => TestService.StartAsync(kind, now, o => o.Worker = false);

    /// <summary>Makes a finished screening of Guangdong on the day of the clock.</summary>
    internal static async Task<long> RunAsync(this TestService service, ScreeningKind kind, params Determination[] determinations)
    {
        var (screenings, books) = (service.Services.GetRequiredService<ScreeningStore>(), service.Services.GetRequiredService<LawBooks>());
        var today = DateOnly.FromDateTime(service.Clock.GetUtcNow().UtcDateTime);
        var packs = PackSelection.On([.. books.Shipped.Where(p => p.Jurisdiction == "CN")], today);
        var order = new ScreeningOrder(
            kind, new("44"), today.Year - 1, today, service.Clock.GetUtcNow(), [.. packs.Select(p => (p.Name, System.Text.Encoding.UTF8.GetBytes(File.ReadAllText(p.FileName))))], books.ReferenceFiles, CrossCheck.Sample);
        var run = await screenings.StartAsync(order, Officer.System);
        await screenings.PrepareAsync(run.Id, [.. determinations.Select(d => new RosterFacility(d.Facility.Id, d.Facility.Name, new(d.Facility.Region!), [], false))], 1000);
        var claim = await screenings.ClaimAsync(run.Id, 0, TimeSpan.FromMinutes(1), "test");
        Assert.True(await screenings.FinishAsync(claim!, determinations));
        Assert.True(await screenings.CloseAsync(run.Id));
        return run.Id;
    }

    internal static Task<long> RunAsync(this TestService service, params Determination[] determinations) => service.RunAsync(ScreeningKind.Manual, determinations);

    /// <summary>Opens a list as the province.</summary>
    internal static async Task<long> OpenAsync(this HttpClient province, long run, string kind = "audit", int batch = 1, object? more = null) =>
        (await province.PostAsync("/api/v1/lists", more ?? new { kind, run, batch }).JsonAsync()).GetProperty("id").GetInt64();

    /// <summary>Does an act with every entry of a list that waits for the person.</summary>
    internal static async Task AllAsync(this HttpClient who, long list, string act)
    {
        var waiting = (await who.EntriesAsync(list, "waiting_for_me=true")).Select(e => new { entry = e.GetProperty("entry").GetInt32(), version = e.GetProperty("version").GetInt32() }).ToArray();
        var done = await who.PostAsync($"/api/v1/lists/{list}/acts/{act}", new { entries = waiting }).JsonAsync();
        Assert.True(done.GetProperty("refused").GetInt32() == 0, done.ToString());
    }

    internal static async Task<JsonElement[]> EntriesAsync(this HttpClient who, long list, string query = "") =>
        [.. (await who.GetAsync($"/api/v1/lists/{list}/entries?{query}").JsonAsync()).GetProperty("items").EnumerateArray()];

    internal static Task<JsonElement> ListAsync(this HttpClient who, long list) => who.GetAsync($"/api/v1/lists/{list}").JsonAsync();

    internal static int VersionOf(JsonElement detail) => detail.GetProperty("list").GetProperty("version").GetInt32();

    /// <summary>Uploads a document to stand behind an act.</summary>
    internal static async Task<object> DocumentAsync(this HttpClient who, string text = "会议纪要")
    {
        using var content = new StringContent(text);
        var kept = await who.PostAsync("/api/v1/documents?name=minutes.txt", content).JsonAsync();
        return new { name = kept.GetProperty("name").GetString(), sha256 = kept.GetProperty("sha256").GetString() };
    }

    /// <summary>Signs a class as it stands.</summary>
    internal static async Task<HttpResponseMessage> SignAsync(this HttpClient signer, long list, string classId)
    {
        var detail = await signer.ListAsync(list);
        var part = detail.GetProperty("parts").EnumerateArray().Single(p => p.GetProperty("class_id").GetString() == classId);
        return await signer.PostAsync($"/api/v1/lists/{list}/signatures", new { version = VersionOf(detail), class_id = classId, sha256 = part.GetProperty("sha256").GetString() });
    }

    internal static async Task<HttpResponseMessage> PublishAsync(this HttpClient publisher, long list, string number) =>
        await publisher.PostAsync($"/api/v1/lists/{list}/publish", new { version = VersionOf(await publisher.ListAsync(list)), number });

    /// <summary>County, city and province of one side of government take every entry through its chain.</summary>
    internal static async Task ReviewAsync(this TestService service, long list, Department side = Department.Environment)
    {
        await (await service.AsAsync(Role.Officer, "44", side)).AllAsync(list, "propose");
        await (await service.AsAsync(Role.Approver, "44", side)).AllAsync(list, "verify");
        await (await service.AsAsync(Role.Approver, "44", side)).AllAsync(list, "fix");
    }

    private static Evidence Value(decimal value) => new(new("measurements.csv", null, 12))
    {
        OutletId = "DW001", Pollutant = "w01018", Name = "化学需氧量", At = "2024-03-04", Value = MeasuredValue.Of(value), Limit = 10m, Unit = "mg/L", Ratio = 1.32m, Basis = "DB44/26-2001",
    };

    private static DateTimeOffset Noon(int year, int month, int day) => new(year, month, day, 4, 0, 0, TimeSpan.Zero);
}
