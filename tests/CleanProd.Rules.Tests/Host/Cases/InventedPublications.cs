using System.Text;
using CleanProd.Rules.Cases;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Publication;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Storage.Cases;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Cases;

/// <summary>Publications that nobody reviewed: enterprises of invented lists, so that cases can be looked at by themselves.</summary>
internal sealed class InventedPublications : IPublications
{
    internal const string Works = "91440101MA59XYZ12A";

    private readonly List<Publication> _all = [];

    private string Pack { get; init; } = "";

    /// <summary>The store of a service, with the pack of 2016 kept as a screening keeps it.</summary>
    internal static async Task<InventedPublications> InAsync(TestService service)
    {
        var pack = Shipped.Pack("rules/cn/measures-2016.json");
        await service.Services.GetRequiredService<DocumentStore>().KeepAsync("measures-2016.json", Encoding.UTF8.GetBytes(Repository.Text("rules/cn/measures-2016.json")));
        return new() { Pack = $"{pack.Id}@{pack.Sha256}" };
    }

    /// <summary>Publishes a list of enterprises, each with its region and its grounds.</summary>
    internal InventedPublications List(string id, DateOnly on, params (string Facility, string Region, string[] Grounds)[] entries)
    {
        _all.Add(Made(id, on, ListKind.Audit, null, [.. entries.SelectMany(e => Entries(e, PublishedChange.Listed))]));
        return this;
    }

    /// <summary>Publishes an amendment of a list.</summary>
    internal InventedPublications Amendment(string id, string of, DateOnly on, params (string Facility, string Region, string[] Grounds, PublishedChange Change)[] entries)
    {
        var number = _all.Count(p => p.Amends == of) + 1;
        _all.Add(Made(id, on, ListKind.Amendment, of, [.. entries.SelectMany(e => Entries((e.Facility, e.Region, e.Grounds), e.Change))], number));
        return this;
    }

    /// <summary>Lets a service take them up, as its own rounds do.</summary>
    internal Task TakeUpAsync(TestService service) => service.Services.GetRequiredService<CaseStore>().TakeUpAsync(this);

    /// <summary>A service with one case: a plating works in Liwan listed on a day for exceedance.</summary>
    internal static async Task<long> OneCaseAsync(TestService service, DateOnly on, params string[] grounds)
    {
        await (await InAsync(service)).List("7", on, (Works, "440103", grounds.Length == 0 ? ["G1a"] : grounds)).TakeUpAsync(service);
        return (await service.Services.GetRequiredService<CaseStore>().FindAsync(CaseId.Of("7", new(Works))))!.Value;
    }

    public Task<IReadOnlyList<string>> PublishedAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>([.. _all.Select(p => p.Id)]);

    public Task<Publication> ReadAsync(string id, CancellationToken ct) => Task.FromResult(_all.Single(p => p.Id == id));

    public Task<IReadOnlyList<Publication>> AmendmentsAsync(string id, CancellationToken ct) => Task.FromResult<IReadOnlyList<Publication>>([.. _all.Where(p => p.Amends == id)]);

    private Publication Made(string id, DateOnly on, ListKind kind, string? amends, PublishedEntry[] entries, int? amendment = null) => new(
        id,
        new($"粤环函〔{on.Year}〕{id}号", new("广东省强制性清洁生产审核企业名单", "list"), kind, amends is null ? on.Year : _all.Single(p => p.Id == amends).List.Year, 1, new("44"), new("广东省", "Guangdong"), on, [], new("《清洁生产审核办法》", "Measures 2016"), entries)
        {
            Amendment = amendment,
        },
        on.Year - 1, on, [Pack], amends);

    private static IEnumerable<PublishedEntry> Entries((string Facility, string Region, string[] Grounds) e, PublishedChange change) =>
        e.Grounds.GroupBy(ClassOf, StringComparer.Ordinal).Select(g => new PublishedEntry(
            new(e.Facility), $"某厂{e.Facility[^3..]}", new(e.Region), "广州市", g.Key, ListClass.Named(g.Key).Name, change,
            [.. g.Select(ground => new EntryReason($"rule-{ground}", ground, new("超标", "over"), new("第八条", "Art. 8"), []))]));

    private static string ClassOf(string ground) => ground switch { "G3" => "toxic", "G2" => "energy", _ => "double_over" };
}
