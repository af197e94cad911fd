using System.Reflection;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Pages.Shell;
using CleanProd.Rules.Host.Pages.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using MudBlazor;
using MudBlazor.Services;

namespace CleanProd.Rules.Host.Pages;

/// <summary>The web pages: what they register and where they lie.</summary>
internal static class PageServices
{
    /// <summary>Where the connections of pages lie.</summary>
    internal const string Connection = "/_blazor";

    internal static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(circuit =>
        {
            // Faults are logged here and told by number; their text is nobody's business in a browser.
            circuit.DetailedErrors = false;
            // What somebody left open costs memory: a laptop that sleeps for longer loads the page anew.
            circuit.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(2);
            circuit.DisconnectedCircuitMaxRetained = 200;
        });
        services.AddMudServices(mud => mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter);
        services.AddHttpContextAccessor();
        services.AddSingleton<IRefusals, PageRefusals>();
        services.AddSingleton<Menu>();
        services.AddSingleton<Places>();
        services.AddScoped<Preferences>();
        services.AddScoped<Viewer>();
        foreach (var reader in typeof(PageServices).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IPageReader))))
            services.AddSingleton(reader);
    }

    internal static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode().Add(SayAccess);
        app.MapAccountForms();
        app.MapPreferences();
    }

    /// <summary>A page that does not say who may see it stops the service from starting.</summary>
    internal static void MustAllHaveAccess(IEnumerable<Endpoint> endpoints)
    {
        var open = endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && e.Metadata.GetMetadata<EndpointAccess>() is null)
            .Select(e => e.RoutePattern.RawText).ToArray();
        if (open.Length > 0) throw new InvalidOperationException($"Pages that do not say who may see them (@attribute [Needs(…)] or [OpenToAll]): {string.Join(", ", open)}.");
    }

    // The attribute of a page is what Needs(…) is to an endpoint, and the gate knows only that.
    private static void SayAccess(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<ComponentTypeMetadata>().FirstOrDefault() is { } page && page.Type.GetCustomAttribute<PageAccessAttribute>() is { } said)
            endpoint.Metadata.Add(said.Access);
    }
}
