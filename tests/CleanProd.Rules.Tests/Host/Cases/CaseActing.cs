using System.Net.Http.Json;
using System.Text.Json;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Tests.Host.Cases;

/// <summary>Short ways to act in cases over HTTP.</summary>
internal static class CaseActing
{
    /// <summary>Uploads a document.</summary>
    internal static async Task<DocumentRef> UploadAsync(this HttpClient client, string name = "文件.pdf")
    {
        using var content = new ByteArrayContent([1, 2, 3]);
        var kept = await client.PostAsync($"/api/v1/documents?name={Uri.EscapeDataString(name)}", content).JsonAsync();
        return new(kept.GetProperty("name").GetString()!, kept.GetProperty("sha256").GetString()!);
    }

    /// <summary>A case as it stands.</summary>
    internal static Task<JsonElement> CaseAsync(this HttpClient client, long id) => client.GetAsync($"/api/v1/cases/{id}").JsonAsync();

    internal static async Task<int> VersionAsync(this HttpClient client, long id) => (await client.CaseAsync(id)).GetProperty("version").GetInt32();

    /// <summary>Asks for an act at the version that stands now.</summary>
    internal static async Task<HttpResponseMessage> ActAsync(
        this HttpClient client, long id, string endpoint, string act, string on, object? detail = null, string? reason = null, DocumentRef? document = null, int? version = null) =>
        await client.PostAsync($"/api/v1/cases/{id}/{endpoint}", new
        {
            act, version = version ?? await client.VersionAsync(id), on, reason, document = document is null ? null : new { name = document.Name, sha256 = document.Sha256 }, detail,
        });

    internal static string Stage(this JsonElement audit) => audit.GetProperty("stage").GetString()!;

    internal static JsonElement Duty(this JsonElement audit, string duty) => audit.GetProperty("duties").EnumerateArray().Single(d => d.GetProperty("duty").GetString() == duty);

    internal static string State(this JsonElement duty) => duty.GetProperty("state").GetString()!;

    internal static async Task<JsonElement[]> ItemsAsync(this HttpClient client, string path) => [.. (await client.GetAsync(path).JsonAsync()).GetProperty("items").EnumerateArray()];
}
