using CleanProd.Rules.Host.Api;
using CleanProd.Rules.Host.Pages;

namespace CleanProd.Rules.Host.Access;

/// <summary>
/// Refuses writes that a page of another site makes a browser send with the person's cookie. Browsers say where a request comes from
/// in headers that pages cannot set; programs that send no such header hold no cookie of a browser either.
/// </summary>
internal sealed class SamePage(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        // A connection that stays open is begun by a GET and then acts: it is a write wherever it comes from.
        var opens = request.Path.StartsWithSegments(PageServices.Connection, StringComparison.Ordinal);
        if (!opens && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))) return next(context);
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var foreign = site.Length > 0
            ? site is not ("same-origin" or "none")
            : request.Headers.Origin.ToString() is { Length: > 0 } origin && origin != $"{request.Scheme}://{request.Host}";
        return foreign ? Problems.ForeignPage.WriteAsync(context) : next(context);
    }
}
