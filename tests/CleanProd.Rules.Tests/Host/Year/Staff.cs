using System.Net.Http.Json;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Tests.Host.Year;

/// <summary>The people of a province, put in office over HTTP by the administrator of the first start.</summary>
internal sealed class Staff(TestService service)
{
    private readonly Dictionary<string, HttpClient> _known = [];
    private HttpClient? _admin;

    /// <summary>An official; the same person whenever asked for again.</summary>
    internal Task<HttpClient> AsAsync(Role role, string region, Department department = Department.Environment, string desk = "a") =>
        KnownAsync($"{role}.{region}.{department}.{desk}", role, region, department, null);

    /// <summary>Whoever acts for an enterprise.</summary>
    internal Task<HttpClient> OfAsync(string facility) => KnownAsync($"plant.{facility}", Role.Enterprise, "", Department.None, facility);

    private async Task<HttpClient> KnownAsync(string name, Role role, string region, Department department, string? facility)
    {
        if (_known.TryGetValue(name, out var known)) return known;
        _admin ??= await FirstAdminAsync();
        var made = await _admin.PostAsync("/api/v1/accounts", new
        {
            user_name = name, display_name = name, grants = new[] { new { role = ApiJson.WordOf(role), region, department = ApiJson.WordOf(department), facility_id = facility } },
        }).JsonAsync();
        return _known[name] = await SignInAsync(name, made.GetProperty("one_time_password").GetString()!);
    }

    private async Task<HttpClient> FirstAdminAsync()
    {
        var words = service.Console.Split([' ', '，', ',', '；', '（', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return await SignInAsync("admin", words[Array.IndexOf(words, "one-time") + 2]);
    }

    private async Task<HttpClient> SignInAsync(string name, string password)
    {
        var client = await service.SignInAsync(name, password);
        using var changed = await client.PutAsJsonAsync("/api/v1/session/password", new { current = password, @new = $"Heron-under-9-{name}" });
        changed.EnsureSuccessStatusCode();
        return client;
    }
}
