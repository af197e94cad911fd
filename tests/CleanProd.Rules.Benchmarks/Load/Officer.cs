using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.People;

namespace CleanProd.Rules.Benchmarks.Load;

/// <summary>An officer of the province, signed in at a host: screens, opens lists, looks things up.</summary>
internal sealed partial class Officer : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _client;

    private Officer(Uri address) =>
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, UseCookies = true }) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The cookie of the session, for a loader that is another program.</summary>
    internal string Cookie => _cookies.GetCookieHeader(_client.BaseAddress!);

    /// <summary>The password that the account has now.</summary>
    internal string Password { get; private set; } = "";

    /// <summary>Makes the account with the one-time password of the host's first start, and signs in.</summary>
    internal static async Task<Officer> FirstAsync(HostProcess host)
    {
        using var admin = new Officer(host.Address);
        await admin.EnterAsync("admin", OneTime().Match(host.Output).Groups[1].Value);
        var made = await admin.PostAsync("/api/v1/accounts", new
        {
            user_name = "officer", display_name = "officer", grants = (object[])[new { role = Role.Officer, region = "44", department = Department.Environment }],
        });
        var officer = new Officer(host.Address);
        await officer.EnterAsync("officer", made.GetProperty("one_time_password").GetString()!);
        return officer;
    }

    /// <summary>Signs in again, at another host of the same store.</summary>
    internal static async Task<Officer> AgainAsync(HostProcess host, string password)
    {
        var officer = new Officer(host.Address) { Password = password };
        await officer.PostAsync("/api/v1/login", new { user_name = "officer", password });
        return officer;
    }

    /// <summary>Orders a screening and waits for its end.</summary>
    internal async Task<long> ScreenAsync(int year, CancellationToken ct = default)
    {
        var run = (await PostAsync("/api/v1/screenings", new { region = "44", year })).GetProperty("id").GetInt64();
        while (true)
        {
            var head = await GetAsync($"/api/v1/screenings/{run}", ct);
            switch (head.GetProperty("state").GetString())
            {
                case "finished":
                    return run;
                case "failed" or "cancelled":
                    throw new InvalidOperationException($"The screening failed: {head}");
            }

            await Task.Delay(50, ct);
        }
    }

    /// <summary>Opens the list of a screening.</summary>
    internal async Task<long> OpenListAsync(long run) => (await PostAsync("/api/v1/lists", new { kind = "audit", run, batch = 1 })).GetProperty("id").GetInt64();

    internal async Task<JsonElement> GetAsync(string path, CancellationToken ct = default)
    {
        using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative), ct);
        return await JsonAsync(answer);
    }

    private async Task<JsonElement> PostAsync(string path, object body)
    {
        using var answer = await _client.PostAsJsonAsync(path, body, ApiJson.Options);
        return await JsonAsync(answer);
    }

    // A one-time password opens nothing but its own change.
    private async Task EnterAsync(string name, string once)
    {
        await PostAsync("/api/v1/login", new { user_name = name, password = once });
        Password = Host.Access.Password.New();
        using var changed = await _client.PutAsJsonAsync("/api/v1/session/password", new { current = once, @new = Password });
        changed.EnsureSuccessStatusCode();
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{answer.RequestMessage?.RequestUri}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone();
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("one-time password (\\S+) ")]
    private static partial Regex OneTime();
}
