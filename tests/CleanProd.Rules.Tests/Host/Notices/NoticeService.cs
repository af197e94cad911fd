using System.Text.Json;
using CleanProd.Rules.Host.Notices;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Notices;

/// <summary>What tests of notices ask of a service.</summary>
internal static class NoticeService
{
    /// <summary>A service on invented publications.</summary>
    /// <param name="kind">The store.</param>
    /// <param name="lists">The publications.</param>
    /// <param name="now">Time of acts.</param>
    /// <param name="works">Whether it works in the background; else tests call <see cref="WorkAsync"/>.</param>
    /// <param name="configure">Settings.</param>
    /// <param name="more">What else is registered.</param>
    internal static Task<TestService> StartAsync(
        StoreKind kind, InventedPublications lists, DateTimeOffset? now = null, bool works = true, Action<ServiceOptions>? configure = null, Action<IServiceCollection>? more = null) =>
        TestService.StartAsync(
            kind, now ?? new DateTimeOffset(2025, 1, 6, 2, 0, 0, TimeSpan.Zero),
            options =>
            {
                options.Worker = works;
                configure?.Invoke(options);
            },
            services =>
            {
                lists.Register(services);
                more?.Invoke(services);
            });

    /// <summary>Adds an organ of a region; gives its number.</summary>
    internal static async Task<long> OrganAsync(this HttpClient officer, string region = "44", string word = "粤环清审", string? withdrawal = "粤环清撤") =>
        (await officer.PostAsync("/api/v1/notice-organs", new { region, name_zh = "广东省生态环境厅", name_en = "Department of Ecology", word, withdrawal_word = withdrawal, contact = "李工", telephone = "020-1" }).JsonAsync())
        .GetProperty("id").GetInt64();

    /// <summary>Orders the notices of a list; gives the batch.</summary>
    internal static async Task<long> OrderAsync(this HttpClient officer, long list, long organ, params string[] facilities) =>
        (await officer.PostAsync($"/api/v1/lists/{list}/notices", new { organ, facilities = facilities.Length == 0 ? null : facilities }).JsonAsync()).GetProperty("id").GetInt64();

    /// <summary>Waits until a batch has ended; gives it.</summary>
    internal static async Task<JsonElement> EndedAsync(this HttpClient officer, long batch)
    {
        for (var left = 3000; left > 0; left--)
        {
            var view = await officer.GetAsync($"/api/v1/notice-batches/{batch}").JsonAsync();
            if (view.GetProperty("state").GetString() != "running") return view;
            await Task.Delay(100);
        }

        throw new TimeoutException($"Batch {batch} is still running.");
    }

    /// <summary>Does the work of a batch here and now.</summary>
    internal static async Task WorkAsync(this TestService service, long batch)
    {
        await using var scope = service.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<NoticeJob>().RunAsync(batch, default);
    }

    /// <summary>Orders and does the work; gives the notices in the order of the list.</summary>
    internal static async Task<JsonElement[]> IssueAsync(this TestService service, HttpClient officer, long list, long organ, params string[] facilities)
    {
        var batch = await officer.OrderAsync(list, organ, facilities);
        await service.WorkAsync(batch);
        return [.. (await officer.EndedAsync(batch)).GetProperty("notices").EnumerateArray()];
    }

    /// <summary>All numbers that were given, in the order of the series.</summary>
    internal static async Task<string[]> NumbersAsync(this HttpClient officer, long list) =>
        [.. (await officer.GetAsync($"/api/v1/notices?list={list}&limit=500").JsonAsync()).GetProperty("items").EnumerateArray().Select(n => n.GetProperty("number").GetString()!).Reverse()];

    internal static Task<HttpClient> OfficerAsync(this TestService service, string region = "44") => service.AsAsync(Role.Officer, region);
}
