using System.Text.Json;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.People;
using CleanProd.Rules.Tests.Host.Screenings;
using CleanProd.Rules.Tests.Host.Service;

namespace CleanProd.Rules.Tests.Host.Enterprises;

/// <summary>What a chart shows is what decided.</summary>
public class SeriesTests
{
    private const string Plant = "91440103YL0000001X";

    public static TheoryData<StoreKind> Stores => TestService.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Every_exceedance_that_a_screening_shows_stands_in_the_series_with_the_same_row_limit_and_ratio(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, SampleScreening.Now);
        await SampleScreening.ImportAsync(service.Store, SampleScreening.Now);
        var officer = await service.AsAsync(Role.Officer);
        await officer.ScreenAsync();
        var compared = 0;
        foreach (var enterprise in await EnterprisesTests.AllAsync(officer, "year=2024&ground=G1a"))
        {
            var path = $"/api/v1/enterprises/{EnterprisesTests.Id(enterprise)}";
            var determination = (await officer.GetAsync($"{path}/determinations").JsonAsync()).GetProperty("items")[0].GetProperty("determination");
            var evidence = determination.GetProperty("rules").EnumerateArray().Where(r => r.GetProperty("outcome").GetString() == "triggered")
                .SelectMany(r => r.GetProperty("evidence").EnumerateArray()).Where(e => e.GetProperty("source").GetProperty("file").GetString() == "measurements.csv").ToArray();
            foreach (var place in evidence.GroupBy(e => (Outlet: e.GetProperty("outlet_id").GetString()!, Pollutant: e.GetProperty("pollutant").GetString()!)))
            {
                var series = await officer.GetAsync(
                    $"{path}/series?pollutant={Uri.EscapeDataString(place.Key.Pollutant)}&outlet={Uri.EscapeDataString(place.Key.Outlet)}&from=2024-01-01&to=2024-12-31&as_of=2025-01-15").JsonAsync();
                var values = series.GetProperty("series").EnumerateArray().SelectMany(s => s.GetProperty("values").EnumerateArray())
                    .Where(v => v.GetProperty("standing").GetString() == "exceeds").ToLookup(v => v.GetProperty("source").GetProperty("row").GetInt32());
                foreach (var shown in place)
                {
                    var value = Assert.Single(values[shown.GetProperty("source").GetProperty("row").GetInt32()]);
                    Assert.Contains(shown.GetProperty("limit").GetDecimal(), new[] { value.GetProperty("limit_high"), value.GetProperty("limit_low") }.Where(l => l.ValueKind == JsonValueKind.Number).Select(l => l.GetDecimal()));
                    if (shown.GetProperty("ratio").ValueKind == JsonValueKind.Number)
                        Assert.Equal(decimal.Round(shown.GetProperty("ratio").GetDecimal(), 10), value.GetProperty("ratio").GetDecimal());
                    compared++;
                }
            }
        }

        Assert.True(compared > 20, $"{compared} compared");
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_value_bears_flag_row_and_the_limit_of_permit_standard_or_report_with_where_it_stands(StoreKind kind)
    {
        await using var service = await TestService.StartAsync(kind, SampleScreening.Now);
        var rows = "facility_id,outlet_id,pollutant,at,window,value,unit,origin,flag,limit_high\n"
            + $"{Plant},DW001,化学需氧量,2024-01-05,day,60.50,mg/L,automatic,N,\n{Plant},DW001,化学需氧量,2024-01-06,day,130,mg/L,automatic,N,\n{Plant},DW001,化学需氧量,2024-01-07,day,500,mg/L,automatic,D,\n"
            + $"{Plant},DW001,化学需氧量,2024-02-05,day,<4,mg/L,automatic,N,\n{Plant},DW001,化学需氧量,2024-03-05,day,70,mg/L,automatic,N,50\n{Plant},DW001,氨氮,2024-01-05,day,ND,mg/L,self,,\n";
        var import = await SampleScreening.ImportAsync(
            service.Store, SampleScreening.Now, "44", ("facilities.csv", $"facility_id,name,region,industry,eia_approved_on\n{Plant},荔湾染整厂,440103,C1713,2010-01-01\n"),
            ("outlets.csv", $"facility_id,outlet_id,medium,discharge,standard\n{Plant},DW001,water,direct,GB 4287-2012\n"), ("measurements.csv", rows),
            ("discretion.csv", $"facility_id,topic,value,decided_by,decided_on,reason\n{Plant},special_area,false,荔湾分局,2024-12-31,不在特别排放限值地区\n"),
            ("permit_limits.csv", $"facility_id,outlet_id,pollutant,limit_high,unit,from,to,source\n{Plant},DW001,化学需氧量,60,mg/L,2024-02-01,2024-12-31,许可证甲\n"));
        var officer = await service.AsAsync(Role.Officer);

        var answer = await officer.GetAsync($"/api/v1/enterprises/{Plant}/series?pollutant={Uri.EscapeDataString("化学需氧量")}&from=2024-01-01&to=2024-12-31").JsonAsync();
        var series = Assert.Single(answer.GetProperty("series").EnumerateArray());
        var (limits, values) = (series.GetProperty("limits").EnumerateArray().ToArray(), series.GetProperty("values").EnumerateArray().ToArray());
        Assert.Equal(("w01018", "day", "automatic"), (Text(series, "pollutant"), Text(series, "window"), Text(series, "origin")));
        Assert.Equal(["60.5", "130", "500", "4", "70"], values.Select(v => v.GetProperty("value").GetRawText()));
        Assert.Equal(["exact", "exact", "exact", "below", "exact"], values.Select(v => Text(v, "qualifier")));
        Assert.Equal(["within", "exceeds", "not_judged", "within", "exceeds"], values.Select(v => Text(v, "standing")));
        Assert.Equal(["N", "N", "D", "N", "N"], values.Select(v => Text(v, "flag")));
        Assert.All(values.Index(), v => Assert.Equal((import, v.Index + 2), (v.Item.GetProperty("source").GetProperty("import").GetInt64(), v.Item.GetProperty("source").GetProperty("row").GetInt32())));
        Assert.NotEmpty(values[2].GetProperty("remarks").EnumerateArray());
        var (standard, permit, reported) = (Limit(0), Limit(3), Limit(4));
        Assert.Equal((80m, "GB 4287-2012", "2"), (standard.GetProperty("high").GetDecimal(), Text(standard, "standard"), Text(standard, "table").Trim('表')));
        Assert.NotEqual("", Text(standard, "clause"));
        Assert.Equal((60m, "许可证甲", "permit_limits.csv"), (permit.GetProperty("high").GetDecimal(), Text(permit, "standard"), Text(permit.GetProperty("source"), "file")));
        Assert.Equal((50m, JsonValueKind.Null), (reported.GetProperty("high").GetDecimal(), reported.GetProperty("standard").ValueKind));

        var before = await officer.GetAsync($"/api/v1/enterprises/{Plant}/series?pollutant=w01018&from=2024-01-05&to=2024-01-05&as_of=2024-12-30").JsonAsync();
        var open = before.GetProperty("series")[0].GetProperty("values")[0];
        Assert.Equal(("indeterminate", JsonValueKind.Null), (Text(open, "standing"), open.GetProperty("limit").ValueKind));
        Assert.Contains("特别排放限值", Text(open.GetProperty("remarks")[0], "zh"), StringComparison.Ordinal);
        Assert.Equal(2, (await officer.GetAsync($"/api/v1/enterprises/{Plant}/series?pollutant=w01018&outlet=DW001&window=day&from=2024-01-06&to=2024-01-31").JsonAsync()).GetProperty("series")[0].GetProperty("values").GetArrayLength());
        Assert.Empty((await officer.GetAsync($"/api/v1/enterprises/{Plant}/series?pollutant=w01018&window=hour&from=2024-01-06&to=2024-01-31").JsonAsync()).GetProperty("series").EnumerateArray());
        var ammonia = (await officer.GetAsync($"/api/v1/enterprises/{Plant}/series?pollutant=NH3-N&from=2024-01-01&to=2024-12-31").JsonAsync()).GetProperty("series")[0].GetProperty("values")[0];
        Assert.Equal((JsonValueKind.Null, "not_detected", "within"), (ammonia.GetProperty("value").ValueKind, Text(ammonia, "qualifier"), Text(ammonia, "standing")));
        Assert.Equal((400, "bad_input"), await officer.GetAsync($"/api/v1/enterprises/{Plant}/series?pollutant=w01018&from=2024-02-01&to=2024-01-01").ProblemAsync());

        JsonElement Limit(int value) => limits[values[value].GetProperty("limit").GetInt32()];
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
