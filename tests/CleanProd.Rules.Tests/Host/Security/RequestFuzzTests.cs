using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Access;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CleanProd.Rules.Tests.Host.Security;

/// <summary>
/// Every endpoint is asked with bodies, queries, routes, content types and headers that mostly do not fit. Whatever comes: an answer in time, never a
/// fault of the service, and every refusal is problem details with a code that stands in the list of them.
/// </summary>
public partial class RequestFuzzTests(ITestOutputHelper output)
{
    // What no request may take for itself. A busy machine takes a multiple of it: what took longer among others is asked once more by itself.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Whatever_is_asked_is_answered_in_time_and_in_good_order()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite, configure: o => o.Worker = false);
        var world = await MatrixWorld.MakeAsync(service);
        var people = new List<HttpClient> { service.Stranger() };
        foreach (var role in Enum.GetValues<Role>()) people.Add(await MatrixWorld.ActorAsync(service, role, role == Role.Admin ? "" : "44", role == Role.Enterprise ? MatrixWorld.Facility : null));
        var endpoints = service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<EndpointAccess>() is not null).ToArray();
        var (faults, statuses, slowest) = (new ConcurrentBag<string>(), new ConcurrentDictionary<int, int>(), 0L);
        // Each of the kept ones by everybody, then each endpoint several times.
        (AnyRequest Asked, HttpClient Who)[] all =
        [
            .. AnyRequest.Kept.SelectMany(k => people.Select(p => (k, p))),
            .. Enumerable.Range(1, Effort.Rounds > 1 ? 20_000 : endpoints.Length * 4).Select(seed => (AnyRequest.Of(seed, endpoints, world), people[(seed + (seed / endpoints.Length)) % people.Count])),
        ];
        async Task<TimeSpan> AskAsync(AnyRequest asked, HttpClient who)
        {
            using var request = asked.Message();
            var began = Stopwatch.GetTimestamp();
            try
            {
                using var patience = new CancellationTokenSource(Patience);
                using var answer = await who.SendAsync(request, patience.Token);
                var body = await answer.Content.ReadAsStringAsync(patience.Token);
                statuses.AddOrUpdate((int)answer.StatusCode, 1, (_, n) => n + 1);
                if (!asked.IsNoAddress && WhatIsWrong((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, asked.IsOfApi, body) is { } wrong) faults.Add($"{wrong}: {(int)answer.StatusCode} {Cut(body)} <- {asked}");
            }
            catch (OperationCanceledException)
            {
                faults.Add($"no answer <- {asked}");
            }
            catch (HttpRequestException) when (asked.IsTooLarge)
            {
                // The line is closed while the rest is still being sent.
            }

            return Stopwatch.GetElapsedTime(began);
        }

        var slow = new ConcurrentBag<(AnyRequest Asked, HttpClient Who)>();
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (next, _) =>
        {
            var took = await AskAsync(next.Asked, next.Who);
            InterlockedMax(ref slowest, took.Ticks);
            if (took > Longest) slow.Add(next);
        });
        foreach (var (asked, who) in slow)
        {
            var alone = TimeSpan.MaxValue;
            for (var tries = 3; tries > 0 && alone > Longest; tries--) alone = await AskAsync(asked, who);
            if (alone > Longest) faults.Add($"{alone.TotalSeconds:0.0} s by itself <- {asked}");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{all.Length} requests to {endpoints.Length} endpoints, slowest {TimeSpan.FromTicks(slowest).TotalSeconds:0.0} s, {slow.Count} over {Longest.TotalSeconds:0} s among others; answers {string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Value} × {s.Key}"))}"));
        Assert.True(faults.IsEmpty, $"{faults.Count} of {all.Length}\n{string.Join('\n', faults.Order(StringComparer.Ordinal).Take(30))}");
        Assert.Equal(0, Cleanprod.Run("verify", "--store", $"sqlite:{service.Store.Address.Connection}").ExitCode);
    }

    private static string? WhatIsWrong(int status, string? type, bool isOfApi, string body)
    {
        if (status >= 500 && status != 503) return "a fault of the service";
        if (status < 400 || !isOfApi) return null;
        if (type != "application/problem+json") return $"a refusal as {type ?? "nothing"}";
        var problem = JsonDocument.Parse(body).RootElement;
        if (!problem.TryGetProperty("code", out var code) || !Code().IsMatch(code.GetString() ?? "")) return "a refusal without a code";
        return problem.GetProperty("status").GetInt32() == status ? null : "a refusal that tells another status";
    }

    private static string Cut(string text) => text.Length > 300 ? text[..300] + "…" : text;

    private static void InterlockedMax(ref long most, long value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
            if (Interlocked.CompareExchange(ref most, value, seen) == seen) return;
    }

    [System.Text.RegularExpressions.GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial System.Text.RegularExpressions.Regex Code();
}
