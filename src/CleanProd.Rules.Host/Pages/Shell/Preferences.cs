using CleanProd.Rules.Facts;
using CleanProd.Rules.Host.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Pages.Shell;

/// <summary>Light or dark.</summary>
internal enum Appearance
{
    /// <summary>As the reader's machine is set.</summary>
    System,

    /// <summary>Dark on light.</summary>
    Light,

    /// <summary>Light on dark.</summary>
    Dark,
}

/// <summary>What a reader chose for this browser: language and appearance. Kept in cookies, so that strangers can choose as well.</summary>
internal sealed class Preferences(IHttpContextAccessor http)
{
    internal const string LanguageCookie = "language";
    internal const string AppearanceCookie = "appearance";

    /// <summary>Chinese, unless the reader chose English.</summary>
    internal DocumentLanguage Language => Cookie(LanguageCookie) == "en" ? DocumentLanguage.English : DocumentLanguage.Chinese;

    /// <summary>As the machine is set, unless the reader chose.</summary>
    internal Appearance Appearance => Enum.TryParse<Appearance>(Cookie(AppearanceCookie), ignoreCase: true, out var chosen) ? chosen : Appearance.System;

    /// <summary>The word of a language in cookies, addresses and <c>lang</c>.</summary>
    internal static string WordOf(DocumentLanguage language) => language == DocumentLanguage.English ? "en" : "zh-CN";

    private string? Cookie(string name) => http.HttpContext?.Request.Cookies[name];
}

/// <summary>Choosing: a plain link, which works without a connection and without scripts.</summary>
internal static class PreferenceRoutes
{
    internal static void MapPreferences(this IEndpointRouteBuilder app) => app.MapGet("/preferences", Choose).OpenToAll().ExcludeFromDescription();

    private static RedirectHttpResult Choose(string? language, string? appearance, string? @return, HttpContext context)
    {
        if (language is "zh-CN" or "en") Keep(context, Preferences.LanguageCookie, language);
        if (Enum.TryParse<Appearance>(appearance, ignoreCase: true, out var chosen)) Keep(context, Preferences.AppearanceCookie, chosen.ToString().ToLowerInvariant());
        return TypedResults.LocalRedirect(LocalPath.Of(@return));
    }

    private static void Keep(HttpContext context, string name, string value) => context.Response.Cookies.Append(name, value, new CookieOptions
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true,
    });
}
