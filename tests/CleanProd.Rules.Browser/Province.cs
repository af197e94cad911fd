using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Enterprises;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Browser;

/// <summary>A running service with the sample of Guangdong imported and screened, once for all classes that share it.</summary>
public sealed class Province : IAsyncLifetime
{
    private readonly Dictionary<(Role, string), (string Name, string Password)> _people = [];

    internal TestService Service { get; private set; } = null!;

    internal long Run { get; private set; }

    /// <summary>The screening of the year before.</summary>
    internal long RunBefore { get; private set; }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Service = await TestService.StartAsync(StoreKind.Sqlite, SampleScreening.Now);
        await SampleScreening.ImportAsync(Service.Store, SampleScreening.Now.AddDays(-20));
        var officer = await Service.AsAsync(Role.Officer);
        RunBefore = (await officer.ScreenAsync(new { region = "44", year = 2023, as_of = "2024-01-15" })).GetProperty("id").GetInt64();
        Run = (await officer.ScreenAsync()).GetProperty("id").GetInt64();
    }

    /// <inheritdoc/>
    public async Task DisposeAsync() => await Service.DisposeAsync();

    /// <summary>Somebody of a role, signed in; a stranger when no role is given.</summary>
    internal async Task<Visitor> VisitorAsync(Role? role, Sight? sight = null, string region = "44", string? facility = null)
    {
        var visitor = await Visitor.ComeAsync(Service.Address, sight);
        if (role is not { } known) return visitor;
        var (name, password) = await PersonAsync(known, facility is null ? region : "", facility);
        await visitor.SignInAsync(name, password);
        return visitor;
    }

    /// <summary>An enterprise that is listed for values over their limits.</summary>
    internal async Task<string> FirstListedAsync() =>
        (await Service.Services.GetRequiredService<EnterpriseStore>().FindAsync(new() { Year = 2024, Ground = "G1a" }, null, 1))[0].Facility.Id.Value;

    private async Task<(string Name, string Password)> PersonAsync(Role role, string region, string? facility)
    {
        if (_people.TryGetValue((role, facility ?? region), out var found)) return found;
        var department = role switch { Role.Officer or Role.Approver => Department.Environment, Role.Cosigner => Department.Energy, _ => Department.None };
        var (_, name, password) = await Service.EnrolAsync(role, region, department, facility);
        return _people[(role, facility ?? region)] = (name, password);
    }
}

/// <summary>Tests that share the province.</summary>
[CollectionDefinition(Name)]
public sealed class ProvinceTests : ICollectionFixture<Province>
{
    internal const string Name = "province";
}
