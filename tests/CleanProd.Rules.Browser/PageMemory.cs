using System.Text.Json;
using Microsoft.Playwright;

namespace CleanProd.Rules.Browser;

/// <summary>What a page holds in the browser once nothing is left to be collected.</summary>
/// <param name="Nodes">Nodes of its documents, those that scripts still hold included.</param>
/// <param name="Heap">Bytes of its script heap.</param>
internal sealed record PageMemory(long Nodes, long Heap)
{
    internal static async Task<PageMemory> OfAsync(IPage page)
    {
        var chromium = await page.Context.NewCDPSessionAsync(page);
        await chromium.SendAsync("Performance.enable");
        await chromium.SendAsync("HeapProfiler.collectGarbage");
        var metrics = (await chromium.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray().ToDictionary(m => m.GetProperty("name").GetString()!, m => m.GetProperty("value").GetDouble());
        await chromium.DetachAsync();
        return new((long)metrics["Nodes"], (long)metrics["JSHeapUsedSize"]);
    }

    public override string ToString() => $"{Nodes:N0} nodes, {Heap / 1048576d:0.0} MB of script heap";
}
