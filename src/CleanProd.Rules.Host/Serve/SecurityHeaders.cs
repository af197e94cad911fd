using CleanProd.Rules.Host.Access;

namespace CleanProd.Rules.Host.Serve;

/// <summary>What every answer tells browsers: guess no types, be in no frame of another page, name no page to others, keep no data in a cache.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // Everything comes from this service, connections included. Styles may stand in a page, because the component library writes its own there;
    // scripts may not.
    private const string OfPages =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // At the very start of the answer, because errors begin it anew.
        context.Response.OnStarting(
            static state =>
            {
                Write((HttpContext)state);
                return Task.CompletedTask;
            },
            context);
        return next(context);
    }

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        var isApi = context.Request.Path.StartsWithSegments(Gate.Root, StringComparison.Ordinal);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        // Data is never a page: a browser that is led to show it runs nothing in it.
        headers.ContentSecurityPolicy = 
            isApi ? "default-src 'none'; frame-ancestors 'none'"
            : IsPage(context) ? OfPages
            : "frame-ancestors 'none'";
        if (isApi && headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
    }

    // Pages, refusals of them included; the dashboard of the queue and the description of the API are not ours to write.
    private static bool IsPage(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/hangfire", StringComparison.Ordinal) && !context.Request.Path.StartsWithSegments("/openapi", StringComparison.Ordinal);
}
