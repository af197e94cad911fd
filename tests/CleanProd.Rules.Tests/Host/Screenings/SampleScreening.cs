using System.Text.Json;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Merging;
using CleanProd.Rules.Host.Screen;
using CleanProd.Rules.Import;
using CleanProd.Rules.Lists;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Tests.Host.Screenings;

/// <summary>The sample of Guangdong in a service: 156 enterprises whose outcomes are known.</summary>
internal static class SampleScreening
{
    internal const int Enterprises = 156;

    internal const int Year = 2024;

    /// <summary>A legal time at which the usual determination date has come.</summary>
    internal static readonly DateTimeOffset Now = new(2025, 2, 3, 1, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<Task<(ImportResult Import, string Hash)>> Screened = new(ScreenAsync);

    private static string Folder => Shipped.PathOf("data/samples/guangdong");

    /// <summary>The hash of the result that <c>screen</c> gives.</summary>
    internal static async Task<string> HashAsync() => (await Screened.Value).Hash;

    /// <summary>Imports the sample for the province.</summary>
    internal static async Task<long> ImportAsync(Store store, DateTimeOffset at)
    {
        var import = (await Screened.Value).Import;
        await using var facts = await store.OpenFactsAsync();
        var received = await facts.ReceiveImportAsync(import, ShippedFiles.DataSet(Folder), new ImportOrder(new("44"), ImportMode.Adds, Officer.System, at));
        await facts.AcceptImportAsync(received.Import.Id, Officer.System, at);
        return received.Import.Id;
    }

    /// <summary>Imports rows given as the text of CSV files, by file name.</summary>
    internal static async Task<long> ImportAsync(Store store, DateTimeOffset at, string region, params (string File, string Csv)[] files)
    {
        var sources = files.Select(f => new SourceFile(f.File, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(f.Csv)))).ToArray();
        var import = new DataSetImporter(Shipped.Reference, null, new ImportArguments(Year)).Import(sources, null, CancellationToken.None);
        await using var facts = await store.OpenFactsAsync();
        var received = (await facts.ReceiveImportAsync(import, sources, new ImportOrder(new(region), ImportMode.Adds, Officer.System, at))).Import;
        if (received.State == ImportState.Waiting) await facts.AcceptImportAsync(received.Id, Officer.System, at);
        return received.Id;
    }

    /// <summary>Orders a screening of the sample's year and waits for its end.</summary>
    internal static async Task<JsonElement> ScreenAsync(this HttpClient officer, object? order = null)
    {
        var run = await officer.PostAsync("/api/v1/screenings", order ?? new { region = "44", year = Year, as_of = "2025-01-15" }).JsonAsync();
        return await officer.EndOfAsync(run.GetProperty("id").GetInt64());
    }

    /// <summary>Waits until a run is over.</summary>
    internal static async Task<JsonElement> EndOfAsync(this HttpClient officer, long run, TimeSpan? most = null)
    {
        var until = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = await officer.GetAsync($"/api/v1/screenings/{run}").JsonAsync();
            if (answer.GetProperty("state").GetString() is "finished" or "failed" or "cancelled") return answer;
            Assert.True(TimeProvider.System.GetElapsedTime(until) < (most ?? TimeSpan.FromMinutes(5)), $"Screening {run} does not end: {answer}");
            await Task.Delay(50);
        }
    }

    private static async Task<(ImportResult, string)> ScreenAsync()
    {
        using var job = new ScreenJob(new(Folder, Year, new(2025, 1, 15), null, null, "", "zh-CN", false, false));
        var screened = await job.ScreenAsync(CancellationToken.None);
        return (screened.Imported, ScreenOutput.WriteDeterminations(screened.Determinations, Stream.Null));
    }
}
