using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace CleanProd.Rules.Host.Pages.Shell;

/// <summary>The paths that pages of this program answer to, read from what the pages say of themselves.</summary>
internal static class PageRoutes
{
    private static readonly string[][] Templates =
    [
        .. typeof(PageRoutes).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => Parts(r.Template)),
    ];

    /// <summary>Whether there is a page at a path; what follows its question mark is the page's own affair.</summary>
    internal static bool Leads(string path)
    {
        var parts = Parts(path.Split('?', '#')[0]);
        return Templates.Any(t => t.Length == parts.Length && t.Zip(parts).All(p => p.First.StartsWith('{') || p.First == p.Second));
    }

    private static string[] Parts(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
