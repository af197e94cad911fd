using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Lists;
using CleanProd.Rules.Host.Notices;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Lists.Review;
using CleanProd.Rules.Notices;
using CleanProd.Rules.Tests.Notices;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Notices;

/// <summary>Published lists of Guangdong, invented, for tests that are about notices and not about how lists come about.</summary>
internal sealed class InventedPublications : IPublishedEntries, ITargetPlaces
{
    private readonly Dictionary<long, PublishedEntries> _lists = [];

    public Target Target => Target.List;

    /// <summary>Registers it in the place of lists.</summary>
    internal void Register(IServiceCollection services)
    {
        services.Remove(services.Single(s => s.ImplementationType == typeof(ListPlaces)));
        services.AddSingleton<IPublishedEntries>(this);
        services.AddSingleton<ITargetPlaces>(this);
    }

    internal InventedPublications With(long list, params ListedEnterprise[] enterprises) => Add(list, list, ListKind.Audit, enterprises);

    internal InventedPublications Amending(long publication, long list, params ListedEnterprise[] enterprises) => Add(list, publication, ListKind.Amendment, enterprises);

    public Task<PublishedEntries?> FindAsync(long list, CancellationToken ct) => Task.FromResult(_lists.GetValueOrDefault(list));

    public Task<TargetPlace?> FindAsync(RouteValueDictionary route, CancellationToken ct) =>
        Task.FromResult(long.TryParse(route["list"] as string, out _) ? new TargetPlace(new RegionCode("44"), Shared: true) : null);

    /// <summary>Enterprises of a list, in two counties in turn.</summary>
    internal static ListedEnterprise[] Many(int count, string prefix = "E") =>
        [.. Enumerable.Range(1, count).Select(i => Enterprise($"{prefix}{i:0000}", i % 2 == 0 ? "440106" : "440103"))];

    /// <summary>One over the standard.</summary>
    internal static ListedEnterprise Enterprise(string id, string region = "440106", string? name = null, decimal value = 132m) => new(new(id), name ?? $"企业{id}有限公司", new(region))
    {
        Address = "科韵路1号",
        Classes =
        [
            new("double_over",
            [
                new("exceeds", "G1a", new("污染物排放超过国家或者地方规定的排放标准", "Discharge over the standard"), new("《清洁生产审核办法》第八条第一项", "Measures Art. 8(1)"),
                    [new() { Outlet = "DW001", Code = "w01018", Name = "化学需氧量", At = "2024-03-04", Value = PlainNumber.Text(value), Limit = 90m, Unit = "mg/L", Ratio = value / 90m, Basis = "DB44/26-2001" }]),
            ]),
        ],
    };

    /// <summary>One that an amendment takes off.</summary>
    internal static ListedEnterprise Left(string id, string region = "440106") =>
        Enterprise(id, region) with { Classes = [], LeftFor = [EntryReason.By("监测数据更正后未超标")] };

    private InventedPublications Add(long list, long publication, ListKind kind, ListedEnterprise[] enterprises)
    {
        _lists.Add(list, new(
            list, publication, kind, new($"广东省2025年第{list}批强制性清洁生产审核企业名单", $"List {list} of Guangdong, 2025"), new DateOnly(2024, 12, 30),
            new ListHeading(2024, new DateOnly(2024, 12, 20)), InventedTerms.Terms, enterprises));
        return this;
    }
}
