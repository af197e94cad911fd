using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Imports;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage.Imports;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.Extensions.DependencyInjection;

namespace CleanProd.Rules.Tests.Host.Access;

/// <summary>
/// One thing of each kind that the API knows, all in county <see cref="County"/> and about the facility <see cref="Facility"/>. A stage that
/// brings a new kind of target adds its thing here; the matrix fails until it does.
/// </summary>
internal sealed partial class MatrixWorld
{
    internal const string County = "440103", Province = "44", ElsewhereCounty = "330102", NeighbourCounty = "440105";
    internal const string Facility = "91440101MATRIXOWN1", OtherFacility = "91440101MATRIXOTH1";

    private readonly Dictionary<Target, Dictionary<string, string>> _routes = new()
    {
        [Target.Self] = [], [Target.Law] = [], [Target.System] = [], [Target.Scoped] = [],
    };

    private MatrixWorld()
    {
    }

    /// <summary>Names and numbers that nobody from elsewhere may see.</summary>
    internal List<string> Secrets { get; } = [];

    internal static async Task<MatrixWorld> MakeAsync(TestService service)
    {
        var world = new MatrixWorld();
        await world.MakeAccountAsync(service);
        await world.MakeImportAsync(service);
        await world.MakeScreeningAsync(service);
        await world.MakeListAsync(service);
        await world.MakeNoticesAsync(service);
        await world.MakeCaseAsync(service);
        await world.MakeDraftAsync(service);
        return world;
    }

    /// <summary>The path of an endpoint about the things of this world.</summary>
    internal string Path(string pattern, Target target)
    {
        Assert.True(_routes.TryGetValue(target, out var values), $"{pattern} acts on {target}, of which MatrixWorld has none: add one.");
        return RoutePlace().Replace(pattern, m => Uri.EscapeDataString(values.GetValueOrDefault(m.Groups[1].Value) ?? "1"));
    }

    /// <summary>A person or machine that acts by key, because a password for each would take minutes.</summary>
    internal static async Task<HttpClient> ActorAsync(TestService service, Role role, Standing standing)
    {
        var (region, facility) = standing switch
        {
            Standing.OwnRegion => (County, null),
            Standing.ParentRegion => (Province, null),
            Standing.OtherRegion => (ElsewhereCounty, null),
            Standing.OwnFacility => (County, Facility),
            Standing.OtherFacility => (County, OtherFacility),
            _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
        };
        return await ActorAsync(service, role, region, facility);
    }

    internal static async Task<HttpClient> ActorAsync(TestService service, Role role, string region, string? facility = null)
    {
        var department = role switch
        {
            Role.Officer or Role.Approver => Department.Environment,
            Role.Cosigner => Department.Development,
            _ => Department.None,
        };
        var account = await AddAsync(service, $"matrix-{role}-{region}-{facility}", new NewGrant(role, region, department, facility));
        var key = Password.NewKey();
        await service.Services.GetRequiredService<KeyStore>().AddAsync(account, key, null, Officer.System);
        var client = service.Stranger();
        client.DefaultRequestHeaders.Add(KeyAuthentication.Header, key);
        return client;
    }

    private static async Task<Guid> AddAsync(TestService service, string name, NewGrant grant)
    {
        await using var scope = service.Services.CreateAsyncScope();
        var account = await PeopleOffice.AddAsync(scope.ServiceProvider, name, name, null, isMachine: true, Officer.System, [grant]);
        Assert.NotNull(account);
        return account.Id;
    }

    private async Task MakeAccountAsync(TestService service)
    {
        const string name = "matrix-target";
        var account = await AddAsync(service, name, new NewGrant(Role.Officer, County, Department.Environment, null));
        _routes[Target.Account] = new() { ["account"] = account.ToString("D") };
        Secrets.AddRange([name, account.ToString("D")]);
    }

    private async Task MakeImportAsync(TestService service)
    {
        const string label = "matrix-import";
        var desk = service.Services.GetRequiredService<ImportDesk>();
        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"facility_id,name,region\n{Facility},矩阵染整厂,{County}\n{OtherFacility},另一家染整厂,{County}\n"));
        var file = await desk.KeepAsync("facilities.csv", bytes, CancellationToken.None);
        var region = new RegionCode(County);
        var given = new NewImport(region, ImportMode.Adds, Officer.System, ImportReach.Of(region), [file]) { Label = label };
        var import = (await desk.HandInAsync(given, CancellationToken.None)).Import;
        await service.Services.GetRequiredService<ImportJob>().RunAsync(import, CancellationToken.None);
        _routes[Target.Import] = new() { ["import"] = import.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        _routes[Target.Facility] = new() { ["facility"] = Facility };
        Secrets.Add(label);
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial System.Text.RegularExpressions.Regex RoutePlace();
}
