using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Host.Serve;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Access;

/// <summary>Signing in through an OpenID Connect provider.</summary>
public sealed class OidcTests : IAsyncLifetime, IDisposable
{
    private const string Name = "wang.fang";

    private readonly TemporaryFolder _folder = new();
    private TestIdentityProvider _provider = null!;

    public static TheoryData<StoreKind> Stores => TestService.Stores;

    public async Task InitializeAsync()
    {
        _provider = await TestIdentityProvider.StartAsync();
        await File.WriteAllTextAsync(SecretFile, TestIdentityProvider.Secret + "\n");
    }

    public async Task DisposeAsync() => await _provider.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Whom_the_provider_knows_enters_his_account_with_the_roles_it_has_here(StoreKind kind)
    {
        await using var service = await StartAsync(kind);
        _provider.Name = Name.ToUpperInvariant();
        var person = service.Stranger();
        using var page = await person.GetAsync("/api/v1/login/oidc");
        Assert.Contains("url=/", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var session = await person.GetAsync("/api/v1/session").JsonAsync();
        Assert.Equal(Name, session.GetProperty("user_name").GetString());
        // The one-time password died with the first entry, and the provider's word for a role is worth nothing here.
        Assert.False(session.GetProperty("must_change_password").GetBoolean());
        Assert.Equal("officer", Assert.Single(session.GetProperty("roles").EnumerateArray()).GetProperty("role").GetString());
        Assert.Equal((403, "not_permitted"), await person.GetAsync("/api/v1/accounts").ProblemAsync());

        // Renamed at the provider, he is still the same person.
        _provider.Name = "li.fang";
        var again = service.Stranger();
        using var second = await again.GetAsync("/api/v1/login/oidc");
        Assert.Equal(Name, (await again.GetAsync("/api/v1/session").JsonAsync()).GetProperty("user_name").GetString());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Whoever_has_no_open_account_here_stays_outside_and_gets_none(StoreKind kind)
    {
        await using var service = await StartAsync(kind);
        var before = await service.Database.AskAsync<long>("SELECT count(*) FROM accounts");
        _provider.Name = "nobody";
        await MustBeRefusedAsync(service, 403, "no_account");
        Assert.Equal(before, await service.Database.AskAsync<long>("SELECT count(*) FROM accounts"));

        _provider.Name = Name;
        using (var entered = await service.Stranger().GetAsync("/api/v1/login/oidc")) Assert.True(entered.IsSuccessStatusCode);
        // Somebody else who was given the name afterwards.
        _provider.Subject = "0002";
        await MustBeRefusedAsync(service, 403, "no_account");

        await service.Database.TellAsync("UPDATE accounts SET disabled = true WHERE user_name = 'wang.fang'");
        _provider.Subject = "0001";
        await MustBeRefusedAsync(service, 403, "no_account");
    }

    [Fact]
    public async Task A_token_that_the_provider_did_not_make_for_this_service_opens_nothing()
    {
        await using var service = await StartAsync(StoreKind.Sqlite);
        _provider.Name = Name;
        _provider.SignsForeign = true;
        await MustBeRefusedAsync(service, 401, "oidc_failed");
        (_provider.SignsForeign, _provider.Audience) = (false, "another service");
        await MustBeRefusedAsync(service, 401, "oidc_failed");
        Assert.Equal((401, "oidc_failed"), await service.Stranger().GetAsync("/api/v1/login/oidc/callback?code=x&state=forged").ProblemAsync());
    }

    [Fact]
    public async Task Without_a_provider_there_is_no_such_way_and_half_a_setting_is_refused()
    {
        await using (var service = await TestService.StartAsync(StoreKind.Sqlite))
            Assert.Equal((404, "not_found"), await service.Stranger().GetAsync("/api/v1/login/oidc").ProblemAsync());
        await Assert.ThrowsAsync<BadInputException>(() => TestService.StartAsync(StoreKind.Sqlite, configure: o => o.Oidc = new OidcOptions { Authority = "https://id.example", ClientId = "x" }));
    }

    private string SecretFile => Path.Combine(_folder.Path, "secret");

    private async Task<TestService> StartAsync(StoreKind kind)
    {
        // Tokens are made with the real time.
        var service = await TestService.StartAsync(kind, TimeProvider.System.GetUtcNow(), o => o.Oidc = new OidcOptions
        {
            Authority = _provider.Authority, ClientId = TestIdentityProvider.ClientId, SecretFile = SecretFile,
        });
        await using var scope = service.Services.CreateAsyncScope();
        Assert.NotNull(await PeopleOffice.AddAsync(
            scope.ServiceProvider, Name, "王芳", Password.New(), isMachine: false, Officer.System, [new(Role.Officer, "44", Department.Environment, null)]));
        return service;
    }

    private static async Task MustBeRefusedAsync(TestService service, int status, string code)
    {
        var person = service.Stranger();
        Assert.Equal((status, code), await person.GetAsync("/api/v1/login/oidc").ProblemAsync());
        Assert.Equal((401, "sign_in_required"), await person.GetAsync("/api/v1/session").ProblemAsync());
    }
}
