using System.Text.Json;
using CleanProd.Rules.Host.Access;
using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Host.Jobs;
using CleanProd.Rules.Host.Upkeep;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Documents;
using CleanProd.Rules.Storage.Journal;
using Hangfire;
using Microsoft.AspNetCore.HttpOverrides;

namespace CleanProd.Rules.Host.Serve;

/// <summary>Puts the service together.</summary>
internal static class ServiceHost
{
    /// <summary>Opens the store and builds the service; it does not listen yet.</summary>
    internal static async Task<WebApplication> BuildAsync(ServiceOptions options, TimeProvider clock, TextWriter console, CancellationToken ct = default)
    {
        var store = await Store.OpenAsync(options.Address, clock, ct);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.Logging.AddSimpleConsole(format =>
        {
            format.SingleLine = true;
            format.UseUtcTimestamp = true;
            format.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Hangfire", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);

        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(store);
        services.AddSingleton(clock);
        services.AddSingleton<JournalStore>();
        services.AddSingleton<DocumentStore>();
        services.AddAccess(options);
        services.AddJobs(options);
        services.AddTelemetry(options);
        services.AddStages();
        services.ConfigureHttpJsonOptions(json => ApiJson.Configured(json.SerializerOptions));
        services.AddOpenApi("v1");
        services.AddExceptionHandler<ProblemHandler>();
        services.AddHealth();
        services.Configure<ForwardedHeadersOptions>(f => f.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);

        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseExceptionHandler(_ => { });
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseMiddleware<SamePage>();
        app.UseMiddleware<Gate>();
        app.MapHealth();
        app.MapOpenApi();
        app.MapHangfireDashboard("/hangfire", new DashboardOptions
        {
            Authorization = [], AsyncAuthorization = [new DashboardGate()], DisplayStorageConnectionString = false, AppPath = "/",
        });
        app.MapApi();
        await FirstAdmin.MakeAsync(app.Services, console);
        return app;
    }
}
