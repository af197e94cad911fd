using System.Text;
using System.Text.Json;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Tests.Host.Imports;

/// <summary>Small data sets, handed in as people do.</summary>
internal static class DataSets
{
    internal const string Liwan = "91440103YL0000001X", Yuexiu = "91440104YL0000002X", Bao = "91440306YL0000003X";

    internal static readonly string Facilities =
        $"facility_id,name,region,industry\n{Liwan},荔湾染整厂,440103,C1713\n{Yuexiu},越秀电镀厂,440104,C3360\n";

    internal static string Energy(params (string Facility, string Output)[] rows) =>
        "facility_id,year,product,output,output_unit,energy,energy_unit\n" + string.Concat(rows.Select(r => $"{r.Facility},2024,布,{r.Output},t,5,tce\n"));

    internal static MultipartFormDataContent Form(IReadOnlyList<(string Name, string Text)> files, params (string Field, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, text) in files) form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "files", name);
        foreach (var (field, value) in fields) form.Add(new StringContent(value), field);
        return form;
    }

    internal static async Task<JsonElement> HandInAsync(
        this HttpClient client, IReadOnlyList<(string Name, string Text)> files, params (string Field, string Value)[] fields) =>
        await client.PostAsync("/api/v1/imports", Form(files, fields)).JsonAsync();

    /// <summary>Hands in and waits until it is read; gives what is told of it.</summary>
    internal static async Task<JsonElement> ImportAsync(
        this HttpClient client, IReadOnlyList<(string Name, string Text)> files, params (string Field, string Value)[] fields) =>
        await client.ReadAsync((await client.HandInAsync(files, fields)).GetProperty("import").GetInt64());

    /// <summary>Waits until an import is read.</summary>
    internal static async Task<JsonElement> ReadAsync(this HttpClient client, long import)
    {
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(4);)
        {
            var shown = await client.GetAsync($"/api/v1/imports/{import}").JsonAsync();
            if (shown.State() is not ("queued" or "reading")) return shown;
            await Task.Delay(50);
        }

        throw new TimeoutException($"Import {import} was not read.");
    }

    internal static string State(this JsonElement shown) => shown.GetProperty("import").GetProperty("state").GetString()!;

    internal static long Id(this JsonElement shown) => shown.GetProperty("import").GetProperty("id").GetInt64();
}
