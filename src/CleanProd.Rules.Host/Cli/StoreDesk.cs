using System.Security.Claims;
using System.Text;
using System.Text.Json;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using Microsoft.AspNetCore.Identity;

namespace CleanProd.Rules.Host.Cli;

/// <summary>
/// A store at the command line. What is asked goes through the service's own gate and handlers in this process, without a port: permissions,
/// regions and four eyes are the API's, and every act stands in the journal under the account that is named.
/// </summary>
internal sealed class StoreDesk : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RequestDelegate _requests;
    private readonly ClaimsPrincipal? _person;

    private StoreDesk(WebApplication app, RequestDelegate requests, ClaimsPrincipal? person) => (_app, _requests, _person) = (app, requests, person);

    /// <summary>Opens a store that is there.</summary>
    /// <param name="address">The store.</param>
    /// <param name="login">Account that acts; null to read only.</param>
    /// <param name="ct">Breaks it off.</param>
    /// <exception cref="BadInputException">The store has no such account.</exception>
    internal static async Task<StoreDesk> OpenAsync(string address, string? login, CancellationToken ct)
    {
        var options = new ServiceOptions { Store = address, Worker = false, RateLimits = new() { Account = int.MaxValue, Stranger = int.MaxValue, SignIn = int.MaxValue } };
        var store = await Store.OpenExistingAsync(options.Address, TimeProvider.System, ct);
        var app = ServiceHost.Compose(options, store, TimeProvider.System, log => log.ClearProviders(), _ => { });
        ((IApplicationBuilder)app).UseEndpoints(_ => { });
        return new(app, ((IApplicationBuilder)app).Build(), login is null ? null : await PersonAsync(app.Services, login));
    }

    /// <summary>Reads.</summary>
    internal Task<JsonElement> GetAsync(string path, CancellationToken ct) => AskAsync(HttpMethods.Get, path, null, ct);

    /// <summary>Acts.</summary>
    /// <exception cref="BadInputException">Nobody is named, or the act is refused; the message says why.</exception>
    internal Task<JsonElement> PostAsync(string path, object body, CancellationToken ct) =>
        AskAsync(HttpMethods.Post, path, JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Options), ct);

    /// <summary>Replaces.</summary>
    /// <exception cref="BadInputException">Nobody is named, or the act is refused; the message says why.</exception>
    internal Task<JsonElement> PutAsync(string path, object body, CancellationToken ct) =>
        AskAsync(HttpMethods.Put, path, JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Options), ct);

    /// <summary>Uploads a document for an act to name; null where there is none.</summary>
    internal async Task<JsonElement?> DocumentAsync(string? file, CancellationToken ct) => file is null
        ? null
        : await AskAsync(HttpMethods.Post, $"/documents?name={Uri.EscapeDataString(Path.GetFileName(file))}", await File.ReadAllBytesAsync(file, ct), ct);

    /// <summary>All items of a paged collection.</summary>
    internal async IAsyncEnumerable<JsonElement> ItemsAsync(string path, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var more = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        for (string? after = null; ;)
        {
            var page = await GetAsync($"{path}{more}limit={Page<int>.Most}{(after is null ? "" : "&after=" + Uri.EscapeDataString(after))}", ct);
            foreach (var item in page.GetProperty("items").EnumerateArray()) yield return item;
            if ((after = page.GetProperty("next").GetString()) is null) yield break;
        }
    }

    /// <summary>Any operation of the API, by its method and path; the answer as it is.</summary>
    /// <exception cref="BadInputException">Nobody is named for an act, or it is refused; the message says why.</exception>
    internal async Task<byte[]> CallAsync(string method, string path, byte[]? body, CancellationToken ct) => (await SendAsync(method, path, body, ct)).ToArray();

    /// <summary>Reads a file.</summary>
    internal async Task<byte[]> FileAsync(string path, CancellationToken ct) => (await SendAsync(HttpMethods.Get, path, null, ct)).ToArray();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<JsonElement> AskAsync(string method, string path, byte[]? body, CancellationToken ct)
    {
        var answer = await SendAsync(method, path, body, ct);
        return answer.Length == 0 ? default : JsonDocument.Parse(answer).RootElement.Clone();
    }

    private async Task<MemoryStream> SendAsync(string method, string path, byte[]? body, CancellationToken ct)
    {
        if (method != HttpMethods.Get && _person is null) throw new BadInputException("须用 --as 指明办理的账号。 Name the account that acts with --as.");
        await using var scope = _app.Services.CreateAsyncScope();
        var (answer, parts) = (new MemoryStream(), path.Split('?', 2));
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = ct };
        if (_person is null) context.Features.Set(StoreOperator.Instance);
        else context.User = _person;
        (context.Request.Method, context.Request.Scheme, context.Request.Host) = (method, "http", new("localhost"));
        context.Request.Path = PathString.FromUriComponent("/api/v1" + parts[0]);
        if (parts.Length > 1) context.Request.QueryString = new("?" + parts[1]);
        if (body is not null)
        {
            (context.Request.Body, context.Request.ContentType, context.Request.ContentLength) = (new MemoryStream(body), "application/json", body.Length);
            context.Features.Set<Microsoft.AspNetCore.Http.Features.IHttpRequestBodyDetectionFeature>(HasBody.Instance);
        }

        context.Response.Body = answer;
        // As a server does for the requests that reach it.
        _app.Services.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        await _requests(context);
        await context.Response.CompleteAsync();
        answer.Position = 0;
        return context.Response.StatusCode < StatusCodes.Status400BadRequest ? answer : throw Refused(context.Response.StatusCode, answer);
    }

    private static Exception Refused(int status, MemoryStream answer)
    {
        var text = Encoding.UTF8.GetString(answer.ToArray());
        if (status >= StatusCodes.Status500InternalServerError || text.Length == 0) return new InvalidOperationException($"{status} {text}");
        var problem = JsonDocument.Parse(text).RootElement;
        return new BadInputException($"{problem.GetProperty("detail").GetString()} {problem.GetProperty("detail_en").GetString()} ({problem.GetProperty("code").GetString()})");
    }

    private static async Task<ClaimsPrincipal> PersonAsync(IServiceProvider services, string login)
    {
        await using var scope = services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync(login)
            ?? throw new BadInputException($"存储中没有账号“{login}”。 The store has no account '{login}'.");
        return new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, account.Id.ToString("D"))], "command-line"));
    }

    private sealed class HasBody : Microsoft.AspNetCore.Http.Features.IHttpRequestBodyDetectionFeature
    {
        internal static readonly HasBody Instance = new();

        public bool CanHaveBody => true;
    }
}
