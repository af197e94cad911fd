using System.Net.Http.Json;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Tests.Host.Access;

/// <summary>Limits on requests.</summary>
public class RateLimitTests
{
    [Fact]
    public async Task Attempts_to_sign_in_are_limited()
    {
        await using var service = await StartAsync(limits => limits.SignIn = 3);
        for (var i = 0; i < 3; i++) Assert.Equal((401, "wrong_credentials"), await SignInAsync(service.Stranger()).ProblemAsync());
        await MustWaitAsync(SignInAsync(service.Stranger()));
        Assert.Equal((401, "sign_in_required"), await service.Stranger().GetAsync("/api/v1/session").ProblemAsync());
    }

    [Fact]
    public async Task Strangers_are_limited_by_their_address_and_people_by_their_account()
    {
        await using var service = await StartAsync(limits => (limits.Stranger, limits.Account) = (10, 6));
        var (one, other) = (await service.AsAsync(Role.Officer), await service.AsAsync(Role.Officer));
        // One request was the change of the password.
        for (var i = 1; i < 6; i++) await one.GetAsync("/api/v1/session").JsonAsync();
        await MustWaitAsync(one.GetAsync("/api/v1/session"));
        await other.GetAsync("/api/v1/session").JsonAsync();

        // Two were the sign-ins.
        for (var i = 2; i < 10; i++) await service.Stranger().GetAsync("/api/v1/session").ProblemAsync();
        await MustWaitAsync(service.Stranger().GetAsync("/api/v1/session"));
        using var live = await service.Stranger().GetAsync("/health/live");
        Assert.True(live.IsSuccessStatusCode);
    }

    private static Task<TestService> StartAsync(Action<RateLimits> limit) => TestService.StartAsync(StoreKind.Sqlite, configure: o => limit(o.RateLimits));

    private static Task<HttpResponseMessage> SignInAsync(HttpClient client) => client.PostAsJsonAsync("/api/v1/login", new { user_name = "nobody", password = "wrong" });

    private static async Task MustWaitAsync(Task<HttpResponseMessage> asked)
    {
        Assert.True((await asked).Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal((429, "too_many_requests"), await asked.ProblemAsync());
    }
}
