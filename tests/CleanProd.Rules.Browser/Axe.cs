using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CleanProd.Rules.Browser;

/// <summary>Whether people can use a page with a keyboard and a screen reader, as far as a program can tell.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Serious and critical violations, one line each.</summary>
    internal static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(Script);
        var found = await page.EvaluateAsync<JsonElement>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations");
        return
        [
            .. found.EnumerateArray().Where(v => v.GetProperty("impact").GetString() is "serious" or "critical").Select(v =>
                $"{v.GetProperty("id")}: {v.GetProperty("help")} — {string.Join(" | ", v.GetProperty("nodes").EnumerateArray().Take(3).Select(n => n.GetProperty("html").ToString() + " " + n.GetProperty("failureSummary")))}"),
        ];
    }
}
