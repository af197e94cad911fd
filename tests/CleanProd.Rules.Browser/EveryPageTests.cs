using System.Text.RegularExpressions;
using CleanProd.Rules.Browser.Visits;
using CleanProd.Rules.Host.Pages;
using CleanProd.Rules.Tests;
using Microsoft.AspNetCore.Components;

namespace CleanProd.Rules.Browser;

/// <summary>Every page, in both languages, on a desk and on a phone, light and dark: it shows, nobody is shut out by it, nothing leaves the machine.</summary>
[Collection(ProvinceTests.Name)]
public partial class EveryPageTests(Province province)
{
    private static readonly IVisits[] Areas =
    [
        .. typeof(IVisits).Assembly.GetTypes().Where(t => t is { IsClass: true } && t.IsAssignableTo(typeof(IVisits)) && IsWanted(t)).OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => (IVisits)Activator.CreateInstance(t)!),
    ];

    public static TheoryData<string> Sights => [.. Sight.All.Select(s => s.ToString())];

    [Theory]
    [MemberData(nameof(Sights))]
    public async Task A_page_shows_and_can_be_used_by_everybody(string sight)
    {
        var seen = Sight.All.Single(s => s.ToString() == sight);
        var wrong = new List<string>();
        foreach (var byPerson in InTurn(await VisitsAsync(province), seen).GroupBy(v => (v.Role, v.Facility, v.Region)))
        {
            await using var visitor = await province.VisitorAsync(byPerson.Key.Role, seen, byPerson.Key.Region, byPerson.Key.Facility);
            foreach (var visit in byPerson)
            {
                await visitor.GoAsync(visit.Path);
                await visitor.PictureAsync($"{visit.Name}-{sight}");
                if (await visitor.Page.Locator(".notice-error").CountAsync() > 0 && !visit.Name.EndsWith("-failed", StringComparison.Ordinal))
                    wrong.Add($"{visit.Path}: {await visitor.Page.Locator(".notice-error").First.InnerTextAsync()}");
                var overflow = await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (overflow > 0) wrong.Add($"{visit.Path} at {sight}: {overflow} px wider than the window");
                // What keeps people out is the same in both languages; looking for it is what takes the time.
                if (seen.Language == Sight.Usual.Language) wrong.AddRange((await Axe.ViolationsAsync(visitor.Page)).Select(v => $"{visit.Path} at {sight}: {v}"));
                // Which elements there are is the same in both languages and by day and night; on a phone the navigation is folded away. Hundreds of keys a page
                // take their time: the long form presses them, and whoever takes pictures.
                if ((Effort.Rounds > 1 || Pictures.AreWanted) && (seen == Sight.Usual || (seen.Language == Sight.Usual.Language && seen.Width != Sight.Usual.Width)))
                    wrong.AddRange((await TabWalk.ProblemsAsync(visitor.Page)).Select(v => $"{visit.Path} at {sight} by keyboard: {v}"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    [Fact]
    public async Task Every_page_is_looked_at()
    {
        var paths = (await VisitsAsync(province)).Select(v => v.Path.Split('?')[0]).ToArray();
        var unseen = typeof(PageServices).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes(typeof(RouteAttribute), false).Cast<RouteAttribute>()).Select(r => r.Template)
            .Where(route => !paths.Any(p => Regex.IsMatch(p, $"^{Parameter().Replace(route, "[^/]+")}$")));
        Assert.Empty(unseen);
    }

    // Every page is seen as it usually is, and in one of the other ways in turn; the long form and whoever takes pictures see each in every way.
    private static IEnumerable<Visit> InTurn(IReadOnlyList<Visit> visits, Sight sight)
    {
        if (sight == Sight.Usual || Effort.Rounds > 1 || Pictures.AreWanted) return visits;
        var others = Sight.All.Where(s => s != Sight.Usual).ToArray();
        return visits.Where((_, i) => others[i % others.Length] == sight);
    }

    internal static async Task<IReadOnlyList<Visit>> VisitsAsync(Province province)
    {
        var visits = new List<Visit>();
        foreach (var area in Areas) visits.AddRange(await area.OfAsync(province));
        return visits;
    }

    // While one works at an area, the others need not be visited: CLEANPROD_VISITS=Lists,Notices.
    private static bool IsWanted(Type area) =>
        Environment.GetEnvironmentVariable("CLEANPROD_VISITS") is not { Length: > 0 } wanted || wanted.Split(',').Any(w => area.Name.StartsWith(w, StringComparison.Ordinal));

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
