using System.Text.Json;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Tests.Host.Access;

/// <summary>The OpenAPI document is complete enough to write a client from.</summary>
public class ApiDescriptionTests
{
    [Fact]
    public void A_text_is_told_in_its_two_languages_and_nothing_else() =>
        Assert.Equal("""{"zh":"甲","en":"a"}""", JsonSerializer.Serialize(new Wording("甲", "a"), ApiJson.Options));

    [Fact]
    public async Task Every_operation_says_what_it_is_for_and_how_it_is_refused()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        var document = await service.Stranger().GetAsync("/openapi/v1.json").JsonAsync();
        Assert.Equal("CleanProd.Rules API", document.GetProperty("info").GetProperty("title").GetString());
        Assert.Equal(["cookie", "key"], document.GetProperty("components").GetProperty("securitySchemes").EnumerateObject().Select(s => s.Name));
        Assert.Contains(document.GetProperty("components").GetProperty("schemas").GetProperty("Problem").GetProperty("properties").EnumerateObject(), p => p.Name == "code");

        var wrong = new List<string>();
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var name = $"{operation.Name} {path.Name}";
                var isOpen = path.Name is "/api/v1/login" or "/api/v1/login/oidc" || path.Name.StartsWith("/api/v1/public/", StringComparison.Ordinal);
                var responses = operation.Value.GetProperty("responses").EnumerateObject().ToDictionary(r => r.Name, r => r.Value);
                if (!operation.Value.TryGetProperty("summary", out var summary) || summary.GetString()!.Length < 10) wrong.Add($"{name} has no summary");
                if (operation.Value.GetProperty("tags").GetArrayLength() != 1) wrong.Add($"{name} has no stage");
                if (isOpen == operation.Value.TryGetProperty("security", out _)) wrong.Add($"{name}: security");
                foreach (var status in isOpen ? ["400", "429"] : new[] { "400", "401", "403", "429" })
                {
                    if (!responses.TryGetValue(status, out var response) || !response.GetProperty("content").TryGetProperty("application/problem+json", out _))
                        wrong.Add($"{name} does not describe {status}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Bodies_that_handlers_read_for_themselves_are_described()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        var paths = (await service.Stranger().GetAsync("/openapi/v1.json").JsonAsync()).GetProperty("paths");

        var form = Body("/api/v1/imports", "post").GetProperty("multipart/form-data").GetProperty("schema");
        Assert.Equal("files", form.GetProperty("required")[0].GetString());
        Assert.Equal(["files", "year", "map", "region", "mode", "label"], form.GetProperty("properties").EnumerateObject().Select(p => p.Name));
        Assert.Equal(["application/json", "text/csv"], Body("/api/v1/push/{table}", "post").EnumerateObject().Select(b => b.Name));
        Assert.Contains(paths.GetProperty("/api/v1/push/{table}").GetProperty("post").GetProperty("parameters").EnumerateArray(), p => p.GetProperty("name").GetString() == "Idempotency-Key");
        var wrong = from path in paths.EnumerateObject()
                    from operation in path.Value.EnumerateObject()
                    where operation.Name == "put" && !operation.Value.TryGetProperty("requestBody", out _)
                    select $"{operation.Name} {path.Name}";
        Assert.Empty(wrong);

        JsonElement Body(string path, string method) => paths.GetProperty(path).GetProperty(method).GetProperty("requestBody").GetProperty("content");
    }

    [Fact]
    public async Task A_member_that_is_missing_or_null_is_named_and_one_that_may_be_is_not_asked_for()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        var admin = await service.AsAsync(CleanProd.Rules.Storage.People.Role.Admin, "");
        foreach (var body in new object[] { new { user_name = "x", grants = Array.Empty<object>() }, new { user_name = "x", display_name = (string?)null, grants = Array.Empty<object>() } })
        {
            using var answer = await admin.PostAsync("/api/v1/accounts", body);
            Assert.Equal(400, (int)answer.StatusCode);
            var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            Assert.Equal("bad_request", problem.GetProperty("code").GetString());
            Assert.Contains("display_name", problem.ToString(), StringComparison.Ordinal);
        }

        var grant = new { role = "officer", region = "44", department = "environment" };
        await admin.PostAsync("/api/v1/accounts", new { user_name = "y", display_name = "乙", grants = new[] { grant } }).JsonAsync();
    }

    [Theory]
    [InlineData("/api/v1/session", "default-src 'none'; frame-ancestors 'none'")]
    [InlineData("/openapi/v1.json", "frame-ancestors 'none'")]
    [InlineData("/hangfire", "frame-ancestors 'none'")]
    public async Task Every_answer_bears_the_headers_that_protect_browsers(string path, string policy)
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        using var answer = await service.Stranger().GetAsync(path);
        Assert.Equal(
            (policy, "nosniff", "no-referrer", "DENY"),
            (Header("Content-Security-Policy"), Header("X-Content-Type-Options"), Header("Referrer-Policy"), Header("X-Frame-Options")));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        if (path.StartsWith("/api", StringComparison.Ordinal)) Assert.True(answer.Headers.CacheControl?.NoStore);

        string Header(string name) => string.Join(',', answer.Headers.GetValues(name));
    }

    [Fact]
    public async Task Behind_a_proxy_that_speaks_https_browsers_are_told_to_keep_to_it()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/session");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await service.Stranger().SendAsync(request);
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
    }
}
