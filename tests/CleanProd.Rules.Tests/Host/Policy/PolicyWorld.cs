using System.Text.Json;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Policy;

/// <summary>A bureau with three enterprises of 2024, whose policy staff change the measures.</summary>
internal static class PolicyWorld
{
    internal const string Over = "91440103YL00001014", Loud = "91440104YL00002025", Quiet = "91440111YL00005058";

    internal const string Pack = "cn-measures-2016";

    private const string Now = "monitoring.Any(m => m.ExceedanceCount > 0)";

    /// <summary>The condition that is proposed: complaints list too.</summary>
    internal const string Proposed = "monitoring.Any(m => m.ExceedanceCount > 0) or (indicators.Has(\\\"complaints\\\") and indicators.Value(\\\"complaints\\\") > 30)";

    internal static (string, string)[] Data =>
    [
        ("facilities.csv", $"facility_id,name,region,industry,status\n{Over},荔湾纸厂,440103,C2221,operating\n{Loud},越秀染整厂,440104,C1713,operating\n{Quiet},白云啤酒厂,440111,C1513,operating\n"),
        ("measurements.csv", "facility_id,outlet_id,pollutant,at,window,value,unit,origin,limit_high\n" + string.Concat(
            new[] { (Over, "132"), (Loud, "41"), (Quiet, "47") }.Select(p => $"{p.Item1},DW001,化学需氧量,2024-03-04,day,{p.Item2},mg/L,self,90\n"))),
        ("indicators.csv", $"facility_id,indicator,year,value\n{Loud},complaints,2024,45\n{Quiet},complaints,2024,10\n"),
        ("substances.csv", "facility_id,year,substance,role\n" + string.Concat(new[] { Over, Loud, Quiet }.Select(p => $"{p},2024,none,used\n"))),
    ];

    internal static async Task<TestService> ServiceAsync(StoreKind kind)
    {
        var service = await TestService.StartAsync(kind, SampleScreening.Now);
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now, "44", Data);
        return service;
    }

    /// <summary>The text that ships, and the same with another condition.</summary>
    internal static string Text(string condition = Now) => Shipped.Text("rules/cn/measures-2016.json").Replace(Now, condition, StringComparison.Ordinal);

    /// <summary>Somebody who writes and releases.</summary>
    internal static async Task<HttpClient> BothAsync(this TestService service)
    {
        const string name = "both";
        await using (var scope = service.Services.CreateAsyncScope())
        {
            var account = await PeopleOffice.AddAsync(scope.ServiceProvider, name, name, null, isMachine: true, Officer.System,
                [new(Role.PolicyAuthor, "", Department.None, null), new(Role.PolicyReleaser, "", Department.None, null)]);
            var key = Password.NewKey();
            await service.Services.GetRequiredService<KeyStore>().AddAsync(account!.Id, key, null, Officer.System);
            var client = service.Stranger();
            client.DefaultRequestHeaders.Add(KeyAuthentication.Header, key);
            return client;
        }
    }

    internal static Task<HttpClient> PolicyAsync(this TestService service, Role role, string region = "") => service.AsAsync(role, region, Department.None);

    /// <summary>Writes a draft and puts it before the releasers; gives its number, version and the hash to sign.</summary>
    internal static async Task<(string Draft, int Version, string Sign)> SubmittedAsync(this HttpClient author, string text, string from = "2025-01-01")
    {
        var draft = await author.PostAsync("/api/v1/policy/drafts", new { text }).JsonAsync();
        var sent = await author.PostAsync($"/api/v1/policy/drafts/{draft.GetProperty("draft").GetString()}/submit", new { version = 1, region = "44", year = 2024, effective_from = from }).JsonAsync();
        return (sent.GetProperty("draft").GetString()!, sent.GetProperty("version").GetInt32(), sent.GetProperty("dossier").GetString()!);
    }

    internal static Task<HttpResponseMessage> ReleaseAsync(this HttpClient releaser, (string Draft, int Version, string Sign) draft) =>
        releaser.PostAsync($"/api/v1/policy/drafts/{draft.Draft}/release", new { version = draft.Version, sign = draft.Sign });

    /// <summary>The pack that a screening of a determination date is judged with, and what became of the loud one.</summary>
    internal static async Task<(string Pack, string Outcome, long Run)> ScreenedAsync(this HttpClient officer, string asOf)
    {
        var run = await officer.ScreenAsync(new { region = "44", year = 2024, as_of = asOf });
        var id = run.GetProperty("id").GetInt64();
        var result = await officer.GetAsync($"/api/v1/screenings/{id}/determinations/{Loud}").JsonAsync();
        return (run.GetProperty("packs").EnumerateArray().Select(p => p.GetString()!).Single(p => p.StartsWith(Pack, StringComparison.Ordinal)), result.GetProperty("outcome").GetString()!, id);
    }

    internal static string[] Ids(this JsonElement impact, string kind) =>
        [.. impact.GetProperty("entries").EnumerateArray().Where(e => e.GetProperty("kinds").EnumerateArray().Any(k => k.GetString() == kind)).Select(e => e.GetProperty("facility_id").GetString()!)];
}
