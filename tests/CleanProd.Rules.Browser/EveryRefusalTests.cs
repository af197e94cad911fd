using System.Text.RegularExpressions;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Pages;
using CleanProd.Rules.Host.Pages.Shell;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Access;
using CleanProd.Rules.Tests.Host.Service;
using Microsoft.AspNetCore.Components;

namespace CleanProd.Rules.Browser;

/// <summary>
/// Every page, by its address and within a connection that is open, for those who may not see what it is about. The pages are read from the program, and so is who
/// may see them: a new page is asked for by itself.
/// </summary>
public partial class EveryRefusalTests(RefusingService refusing) : IClassFixture<RefusingService>
{
    private static readonly (string Template, EndpointAccess Access)[] Pages =
    [
        .. typeof(PageServices).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes(typeof(RouteAttribute), false).Cast<RouteAttribute>().Select(r => (r.Template, Menu.AccessOf(t)!))),
    ];

    private static readonly string[] Forged = ["999999", "-1%27or%201=1", "%2e%2e%2f1"];

    [Fact]
    public async Task A_stranger_is_led_to_sign_in_from_every_page_that_is_not_open_to_all()
    {
        await using var stranger = await Visitor.ComeAsync(refusing.Service.Address);
        foreach (var (template, access) in Pages)
        {
            var path = PathOf(template, access);
            await stranger.Page.GotoAsync(path);
            Assert.Equal((path, access.Permission is null ? path : "/sign-in"), (path, new Uri(stranger.Page.Url).AbsolutePath));
            MustTellNothing(path, await stranger.Page.Locator("body").InnerTextAsync());
        }
    }

    [Fact]
    public async Task Somebody_of_another_region_is_refused_what_lies_here_and_sees_nothing_of_it_elsewhere()
    {
        foreach (var byRole in Pages.Where(p => p.Access.Permission is not null).GroupBy(p => RoleFor(p.Access)))
        {
            await using var visitor = await ComeAsync(byRole.Key, MatrixWorld.ElsewhereCounty, null);
            await MustRefuseAsync(visitor, [.. byRole], access => StatusOf(access, byRole.Key, Standing.OtherRegion));
        }
    }

    [Fact]
    public async Task Another_enterprise_is_refused_everything_that_is_not_its_own()
    {
        await using var visitor = await ComeAsync(Role.Enterprise, MatrixWorld.County, MatrixWorld.OtherFacility);
        await MustRefuseAsync(visitor, [.. Pages.Where(p => p.Access.Permission is not null)], access => StatusOf(access, Role.Enterprise, Standing.OtherFacility));
    }

    [Fact]
    public async Task A_forged_name_in_an_address_leads_nowhere()
    {
        foreach (var byRole in Pages.Where(p => p.Template.Contains('{', StringComparison.Ordinal)).GroupBy(p => p.Access.Permission is null ? (Role?)null : RoleFor(p.Access)))
        {
            await using var visitor = byRole.Key is { } role ? await ComeAsync(role, "", null) : await Visitor.ComeAsync(refusing.Service.Address);
            foreach (var (template, access) in byRole)
            {
                foreach (var (place, forged) in Parameter().Matches(template).SelectMany(p => Forged.Select(f => (p.Value, f))))
                {
                    var path = PathOf(template.Replace(place, forged, StringComparison.Ordinal), access);
                    var answer = await visitor.GoAsync(path);
                    // What is the same for everybody is looked for by the page itself, which then says that it is not there.
                    var told = answer!.Status == 404 || (access.Target == Target.Law && await visitor.Page.Locator(".notice-error, .refusal").CountAsync() > 0);
                    Assert.True(told, $"{path}: {answer.Status} {await visitor.Page.Locator("body").InnerTextAsync()}");
                }
            }
        }
    }

    private async Task MustRefuseAsync(Visitor visitor, (string Template, EndpointAccess Access)[] pages, Func<EndpointAccess, int> expected)
    {
        foreach (var (template, access) in pages)
        {
            var path = PathOf(template, access);
            var answer = await visitor.GoAsync(path);
            // What the law holds is for everybody; of such a page there need not be one under the name that is asked for.
            Assert.True(answer!.Status == expected(access) || (access.Target == Target.Law && answer.Status == 404), $"{path}: {answer.Status}, expected {expected(access)}");
            MustTellNothing(path, await visitor.Page.Locator("body").InnerTextAsync());
        }

        // No request passes the gate where the connection is open already.
        await visitor.GoAsync("/rules");
        foreach (var (template, access) in pages.Where(p => expected(p.Access) != 200))
        {
            var path = PathOf(template, access);
            await visitor.Page.EvaluateAsync("path => Blazor.navigateTo(path)", path);
            await visitor.Page.Locator(".refusal").WaitForAsync();
            MustTellNothing(path, await visitor.Page.Locator("body").InnerTextAsync());
            await visitor.Page.EvaluateAsync("Blazor.navigateTo('/rules')");
            await visitor.Page.Locator("main .page-head").WaitForAsync();
        }
    }

    private void MustTellNothing(string path, string told) => Assert.All(refusing.World.Secrets, secret => Assert.False(told.Contains(secret, StringComparison.Ordinal), $"{path} tells of {secret}: {told}"));

    private async Task<Visitor> ComeAsync(Role role, string region, string? facility)
    {
        var department = role switch { Role.Officer or Role.Approver => Department.Environment, Role.Cosigner => Department.Energy, _ => Department.None };
        var (_, name, password) = await refusing.Service.EnrolAsync(role, region, department, facility);
        var visitor = await Visitor.ComeAsync(refusing.Service.Address);
        await visitor.SignInAsync(name, password);
        return visitor;
    }

    private string PathOf(string template, EndpointAccess access) => refusing.World.Path(template, access.Target);

    // The first role that might see the page, if it were about things of its own region.
    private static Role RoleFor(EndpointAccess access) => new[] { Role.Officer, Role.Admin, Role.PolicyAuthor }.Concat(Enum.GetValues<Role>()).First(r => StatusOf(access, r, Standing.OwnRegion) == 200);

    private static int StatusOf(EndpointAccess access, Role role, Standing standing) => RoleReading.Refusal("GET", access, role, standing)?.Status ?? 200;

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}

/// <summary>A service with one thing of each kind.</summary>
public sealed class RefusingService : IAsyncLifetime
{
    internal TestService Service { get; private set; } = null!;

    internal MatrixWorld World { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Service = await TestService.StartAsync(StoreKind.Sqlite);
        World = await MatrixWorld.MakeAsync(Service);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync() => await Service.DisposeAsync();
}
