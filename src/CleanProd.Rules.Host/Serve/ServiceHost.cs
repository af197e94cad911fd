using System.Text.Json;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Host.Cli;
using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Host.Pages;
using CleanProd.Rules.Host.Screenings;
using CleanProd.Rules.Host.Upkeep;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Journal;
using CleanProd.Rules.Storage.Policy;
using CleanProd.Rules.Storage.Screenings;
using CleanProd.Rules.Storage.Upkeep;
using Hangfire;
using Microsoft.AspNetCore.Builder;

namespace CleanProd.Rules.Host.Serve;

/// <summary>Puts the service together.</summary>
internal static class ServiceHost
{
    /// <summary>Opens the store and builds the service; it does not listen yet. Tests register <paramref name="more"/> that follows or stands in.</summary>
    internal static async Task<WebApplication> BuildAsync(
        ServiceOptions options, TimeProvider clock, TextWriter console, Action<IServiceCollection>? more = null, CancellationToken ct = default)
    {
        // Before anything is read: whoever comes second must not even upgrade what the first is working on.
        var held = StoreLock.TryTake(options.Address) ?? throw new BadInputException(
            $"存储 {options.Address.Connection} 正由另一个 cleanprod 服务使用（锁文件 {StoreLock.FileOf(options.Address)}）。一个文件只供一个服务进程；多个进程请用 PostgreSQL。 " +
            "Another service is using this store: a file is for one service process; use PostgreSQL for several.");
        try
        {
            return await BuildAsync(options, held, clock, console, more, ct);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private static async Task<WebApplication> BuildAsync(
        ServiceOptions options, StoreLock held, TimeProvider clock, TextWriter console, Action<IServiceCollection>? more, CancellationToken ct)
    {
        var app = Compose(options, await Store.OpenAsync(options.Address, clock, ct), clock, log => log.AddServiceConsole(), services =>
        {
            // Made by a factory, so that the container lets go of it at the end.
            services.AddSingleton(_ => held);
            more?.Invoke(services);
        });
        _ = app.Services.GetRequiredService<StoreLock>();
        // Its measurements are there from the start, and its queue's client while the log of this service is the one Hangfire knows: that is
        // one for the whole process, which matters where several services live in one.
        _ = app.Services.GetRequiredService<SystemHealth>();
        await app.Services.GetRequiredService<ReleaseStore>().SeedAsync(() => app.Services.GetRequiredService<LawBooks>().ShippedTexts, ct);
        await FirstAdmin.MakeAsync(app.Services, console);
        // The one process of an embedded store begins: whoever held a lease is dead, and nobody need wait for it. Not once work has begun: its own
        // leases would end.
        if (options.Address.Kind == StoreKind.Sqlite) await app.Services.GetRequiredService<ScreeningStore>().EndLeasesAsync(ct);
        return app;
    }

    /// <summary>The service over an open store, neither listening nor working: what is asked of it goes through the same doors as every request.</summary>
    internal static WebApplication Compose(ServiceOptions options, Store store, TimeProvider clock, Action<ILoggingBuilder> log, Action<IServiceCollection> more)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(ServiceHost).Assembly.GetName().Name,
        });
        // From a build, style sheets and scripts lie where they were written; from a publication, beside the program.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        log(builder.Logging);

        var services = builder.Services;
        // Under systemd it says when it is ready; elsewhere nothing.
        services.AddSystemd();
        services.AddSingleton(options);
        services.AddSingleton(store);
        services.AddSingleton(clock);
        services.AddSingleton<JournalStore>();
        services.AddSingleton<DocumentStore>();
        services.AddAccess(options);
        services.AddJobs(options);
        services.AddTelemetry(options);
        services.AddUpkeep();
        services.AddStages();
        services.AddPages();
        services.ConfigureHttpJsonOptions(json => ApiJson.Configured(json.SerializerOptions));
        // What cannot be read is answered with problem details like everything else.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddOpenApi("v1", ApiDescription.Describe);
        services.AddExceptionHandler<ProblemHandler>();
        services.AddHealth();
        services.Configure<ForwardedHeadersOptions>(f => Proxies.Know(f, options.Proxies));
        more(services);

        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler(_ => { });
        app.UseWhen(IsForPeople, pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseMiddleware<SamePage>();
        app.UseMiddleware<Gate>();
        app.UseAntiforgery();
        app.MapHealth();
        app.MapOpenApi();
        app.MapHangfireDashboard("/hangfire", new DashboardOptions
        {
            Authorization = [], AsyncAuthorization = [new DashboardGate()], DisplayStorageConnectionString = false, AppPath = "/",
        });
        app.MapApi();
        app.MapPages();
        BuildEndpoints(app);
        return app;
    }

    // A source builds its endpoints, and compiles their delegates, each time it is asked for them, and several ask: they are built once, and looked at.
    private static void BuildEndpoints(IEndpointRouteBuilder app)
    {
        var endpoints = app.DataSources.SelectMany(s => s.Endpoints).ToArray();
        ApiRoutes.MustAllHaveAccess(endpoints);
        PageServices.MustAllHaveAccess(endpoints);
        app.DataSources.Clear();
        app.DataSources.Add(new DefaultEndpointDataSource(endpoints));
    }

    // An address that leads nowhere is explained to people; programs get problem details or nothing.
    private static bool IsForPeople(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments(Gate.Root, StringComparison.Ordinal)
        && context.Request.Headers.Accept.Any(a => a?.Contains("text/html", StringComparison.Ordinal) == true);
}
