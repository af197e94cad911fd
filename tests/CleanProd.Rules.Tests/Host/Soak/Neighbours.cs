using System.Globalization;
using System.Text;
using System.Text.Json;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Imports;
using CleanProd.Rules.Tests.Host.Kill;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Tests.Host.Soak;

/// <summary>
/// The office of another province: it hands in corrected values, has what they touch judged anew, has everything judged anew, and takes every other
/// correction back. One set of data has one result, whichever way it was reached.
/// </summary>
internal sealed class Neighbours
{
    private const string Region = "43";
    private const int Plants = 30;

    private readonly HttpClient _officer;
    private int _round;

    private Neighbours(HttpClient officer) => _officer = officer;

    /// <summary>The last correction and its hash.</summary>
    internal (long Run, string Hash) Last { get; private set; }

    /// <summary>Imports that were handed in.</summary>
    internal int Imports { get; private set; }

    /// <summary>Screenings that were run.</summary>
    internal int Runs { get; private set; }

    internal static async Task<Neighbours> OpenAsync(Bureau bureau)
    {
        var office = new Neighbours(await bureau.EnrolAsync("hunan", Role.Officer, Region));
        var numbers = Enumerable.Range(0, Plants).ToArray();
        await office.ImportAsync(
            ("facilities.csv", "facility_id,name,region,industry,status\n" + Lines(numbers, i => $"H{i:00},第{i}厂,430100,C1353,operating")),
            ("outlets.csv", "facility_id,outlet_id,medium,discharge\n" + Lines(numbers, i => $"H{i:00},DW001,water,direct")),
            ("permit_limits.csv", "facility_id,outlet_id,pollutant,limit_high,unit,from,to\n" + Lines(numbers, i => $"H{i:00},DW001,化学需氧量,90,mg/L,2022-01-01,2027-12-31")),
            office.Measurements(new Random(1), numbers));
        office.Last = await office.EndAsync(await office.OrderAsync());
        return office;
    }

    /// <summary>One correction and what follows; gives what is wrong with the results.</summary>
    internal async Task<string?> CorrectAsync(Random random)
    {
        var before = Last;
        var import = await ImportAsync(Measurements(random, [.. Enumerable.Range(0, Plants).Where(_ => random.Next(6) == 0).DefaultIfEmpty(0)]));
        Last = await EndAsync(await RerunAsync(before.Run));
        var whole = await EndAsync(await OrderAsync());
        if (whole.Hash != Last.Hash) return $"the correction {Last.Run} of {before.Run} has the hash {Last.Hash}, the whole run {whole.Run} after it {whole.Hash}";
        if (_round % 2 == 0) return null;
        await _officer.PostAsync($"/api/v1/imports/{import}/undo", new { reason = "误传" }).JsonAsync();
        Last = await EndAsync(await RerunAsync(Last.Run));
        return Last.Hash == before.Hash ? null : $"the correction {before.Run} has the hash {before.Hash}; after an import and its undoing {Last.Run} has {Last.Hash}";
    }

    private async Task<long> ImportAsync(params (string, string)[] files)
    {
        Imports++;
        var shown = await _officer.ImportAsync(files);
        Assert.True(shown.State() == "effective", shown.ToString());
        return shown.Id();
    }

    // Under another name each time: the same bytes once more would be the same import.
    private (string, string) Measurements(Random random, int[] numbers) => (
        string.Create(CultureInfo.InvariantCulture, $"measurements-{++_round}.csv"),
        "facility_id,outlet_id,pollutant,at,window,value,unit,origin\n"
            + Lines(numbers, i => $"H{i:00},DW001,化学需氧量,2024-05-06,day,{random.Next(40, 140)}.{_round % 10},mg/L,supervision"));

    private static string Lines(IEnumerable<int> numbers, Func<int, string> line) => numbers.Aggregate(new StringBuilder(), (text, i) => text.Append(line(i)).Append('\n')).ToString();

    private Task<JsonElement> OrderAsync() => _officer.PostAsync("/api/v1/screenings", new { region = Region, year = SampleScreening.Year, as_of = "2025-01-15" }).JsonAsync();

    private Task<JsonElement> RerunAsync(long run) => _officer.PostAsync($"/api/v1/screenings/{run}/rerun", new { }).JsonAsync();

    private async Task<(long Run, string Hash)> EndAsync(JsonElement ordered)
    {
        Runs++;
        var ended = await _officer.EndOfAsync(ordered.GetProperty("id").GetInt64());
        Assert.True(ended.GetProperty("state").GetString() == "finished", ended.ToString());
        return (ended.GetProperty("id").GetInt64(), ended.GetProperty("result_sha256").GetString()!);
    }
}
