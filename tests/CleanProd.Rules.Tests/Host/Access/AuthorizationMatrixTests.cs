using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CleanProd.Rules.Tests.Host.Access;

/// <summary>Every endpoint that runs × every role × where its holder stands, against a second reading of the design.</summary>
public class AuthorizationMatrixTests(ITestOutputHelper output)
{
    private static readonly string[] GateCodes = ["sign_in_required", "not_permitted", "outside_region", "password_change_required", "closed"];

    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Every_cell_is_as_the_design_says(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var world = await MatrixWorld.MakeAsync(service);
        var cells = Endpoints(service).Select(e => e with { Path = world.Path(e.Path, e.Access.Target) }).ToArray();
        Assert.NotEmpty(cells);
        var (wrong, people, asked) = (new ConcurrentBag<string>(), 0, 0);

        await AskAllAsync("stranger", service.Stranger(), cell => cell.Access.Permission is null ? null : (401, "sign_in_required"));
        await AskAllAsync("unknown key", WithKey(service, Password.NewKey()), cell => cell.Access.Permission is null ? null : (401, "sign_in_required"));
        await AskAllAsync("with password to change", await WithPasswordToChangeAsync(service), cell =>
            cell.Access.Permission is null || cell.Access.BeforePasswordChange ? null : (403, "password_change_required"));
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var standing in RoleReading.Standings(role))
                await AskAllAsync($"{role} {standing}", await MatrixWorld.ActorAsync(service, role, standing), cell => RoleReading.Refusal(cell.Method, cell.Access, role, standing));
        }

        output.WriteLine($"{kind}: {cells.Length} endpoints, {asked} cells");
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Order(StringComparer.Ordinal)));
        // Whatever anybody with an account asked for, and whether he got it, stands in the log of reads.
        var lines = await service.Services.GetRequiredService<AccessLogStore>().ReadAsync([RegionCode.Nation], new(null, null, null, null), null, int.MaxValue);
        var logged = lines.CountBy(l => (l.Method, l.Path)).ToDictionary(l => l.Key, l => l.Value);
        foreach (var cell in cells.Where(c => c.Access.Permission is not null && c.Access.Target is not (Target.Self or Target.Law)))
            Assert.Equal((cell.Method, cell.Path, people), (cell.Method, cell.Path, logged.GetValueOrDefault((cell.Method, Uri.UnescapeDataString(cell.Path)))));

        async Task AskAllAsync(string who, HttpClient client, Func<Cell, (int, string)?> expected)
        {
            if (who is not ("stranger" or "unknown key")) people++;
            asked += cells.Length;
            // Signing out comes last: it takes away what the others ask with.
            foreach (var part in cells.GroupBy(c => c.Path == "/api/v1/session/end").OrderBy(g => g.Key))
                await Parallel.ForEachAsync(part, new ParallelOptions { MaxDegreeOfParallelism = 4 }, (cell, _) => AskCellAsync(who, client, cell, expected(cell)));
        }

        async ValueTask AskCellAsync(string who, HttpClient client, Cell cell, (int, string)? expected)
        {
            var answer = await AskAsync(client, cell.Method, cell.Path);
            var fits = expected is { } refusal
                ? (answer.Status, answer.Code) == refusal
                : answer.Status < 500 && !(answer.Status is 401 or 403 && GateCodes.Contains(answer.Code)) && (answer.Status, answer.Code) != (404, "no_such_path");
            if (!fits) wrong.Add($"{cell.Method} {cell.Path} as {who}: {answer.Status} {answer.Code}, expected {expected?.ToString() ?? "to get through"}");
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task No_collection_tells_people_of_elsewhere_what_lies_here(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind);
        var world = await MatrixWorld.MakeAsync(service);
        var collections = Endpoints(service).Where(e => e.Method == "GET" && e.Access.Target == Target.Scoped).Select(e => e with { Path = world.Path(e.Path, e.Access.Target) }).ToArray();
        var (wrong, shown) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var role in Enum.GetValues<Role>())
        {
            var here = await MatrixWorld.ActorAsync(service, role, role == Role.Enterprise ? Standing.OwnFacility : Standing.OwnRegion);
            var elsewhere = role == Role.Enterprise
                ? await MatrixWorld.ActorAsync(service, role, Standing.OtherFacility)
                : await MatrixWorld.ActorAsync(service, role, Standing.OtherRegion);
            foreach (var collection in collections.Where(c => RoleReading.Refusal(c.Method, c.Access, role, Standing.OwnRegion) is null))
            {
                var (there, own) = (await TextAsync(elsewhere, collection.Path), await TextAsync(here, collection.Path));
                wrong.AddRange(world.Secrets.Where(there.Contains).Select(s => $"{collection.Path} tells {role} of elsewhere {s}"));
                shown.UnionWith(world.Secrets.Where(own.Contains));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        // What nobody is shown proves nothing.
        Assert.Equal(world.Secrets.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_does_not_exist_is_told_only_to_those_who_might_see_it()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        var nothing = new Dictionary<Role, HttpClient>();
        foreach (var role in new[] { Role.Admin, Role.Officer, Role.PolicyAuthor }) nothing[role] = await MatrixWorld.ActorAsync(service, role, "");
        foreach (var (method, path, access) in Endpoints(service).Where(e => e.Access.Target is not (Target.Self or Target.Law or Target.System or Target.Scoped)))
        {
            foreach (var (role, client) in nothing)
            {
                var expected = RoleReading.May[role].Contains(access.Permission!.Value) ? (404, "not_found") : (403, "not_permitted");
                Assert.Equal((path, expected), (path, await AskAsync(client, method, System.Text.RegularExpressions.Regex.Replace(path, @"\{\w+\}", "999999"))));
            }
        }
    }

    [Fact]
    public async Task The_description_and_the_matrix_name_the_same_operations()
    {
        await using var service = await TestService.StartAsync(StoreKind.Sqlite);
        var document = await service.Stranger().GetAsync("/openapi/v1.json").JsonAsync();
        var described = document.GetProperty("paths").EnumerateObject()
            .SelectMany(p => p.Value.EnumerateObject().Select(o => $"{o.Name.ToUpperInvariant()} {p.Name}")).Order(StringComparer.Ordinal);
        Assert.Equal(Endpoints(service).Select(e => $"{e.Method} {e.Path}").Order(StringComparer.Ordinal), described);
    }

    [Fact]
    public void An_endpoint_that_does_not_say_who_may_call_it_keeps_the_service_from_starting()
    {
        using var app = WebApplication.CreateBuilder().Build();
        Routes.MapGet(app.MapGroup("/api/v1"), "/open", () => "x").OpenToAll();
        ApiRoutes.MustAllHaveAccess(Mapped(app));
        Routes.MapGet(app.MapGroup("/api/v1"), "/forgotten", () => "x");
        Assert.Contains("/forgotten", Assert.Throws<InvalidOperationException>(() => ApiRoutes.MustAllHaveAccess(Mapped(app))).Message, StringComparison.Ordinal);
    }

    private static Endpoint[] Mapped(IEndpointRouteBuilder app) => [.. app.DataSources.SelectMany(s => s.Endpoints)];

    private sealed record Cell(string Method, string Path, EndpointAccess Access);

    private static Cell[] Endpoints(TestService service) =>
    [
        .. from endpoint in service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           let path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
           where path.StartsWith("/api/", StringComparison.Ordinal)
           from method in endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods
           select new Cell(method, path, endpoint.Metadata.GetRequiredMetadata<EndpointAccess>()),
    ];

    // A body that nobody can read: whoever is let through is refused after the gate and changes nothing.
    private static async Task<(int Status, string? Code)> AskAsync(HttpClient client, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is not "GET") request.Content = new StringContent("{", Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (answer.Content.Headers.ContentType?.MediaType != Problem.MediaType) return ((int)answer.StatusCode, null);
        return ((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    private static async Task<string> TextAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return await answer.Content.ReadAsStringAsync();
    }

    private static HttpClient WithKey(TestService service, string key)
    {
        var client = service.Stranger();
        client.DefaultRequestHeaders.Add(KeyAuthentication.Header, key);
        return client;
    }

    private static async Task<HttpClient> WithPasswordToChangeAsync(TestService service)
    {
        var password = Password.New();
        await using var scope = service.Services.CreateAsyncScope();
        Assert.NotNull(await PeopleOffice.AddAsync(
            scope.ServiceProvider, "new-admin", "新", password, isMachine: false, Officer.System, [new(Role.Admin, "", Department.None, null)]));
        return await service.SignInAsync("new-admin", password);
    }
}
