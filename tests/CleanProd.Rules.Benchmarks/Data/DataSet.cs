using System.Globalization;
using System.Text;
using System.Text.Json;
using CleanProd.Rules.Import;

namespace CleanProd.Rules.Benchmarks.Data;

/// <summary>A generated data set on disk, in the project's data format.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Plan">What it holds.</param>
/// <param name="Facilities">Number of facilities.</param>
internal sealed record DataSet(string Folder, DataPlan Plan, int Facilities)
{
    internal const string MeasurementsFile = "measurements.csv", LimitsFile = "permit_limits.csv";

    internal string Measurements => Path.Combine(Folder, MeasurementsFile);

    internal string Limits => Path.Combine(Folder, LimitsFile);

    internal long Bytes => new FileInfo(Measurements).Length;

    /// <summary>The files as the importer takes them.</summary>
    internal IReadOnlyList<SourceFile> Sources => [.. Directory.EnumerateFiles(Folder, "*.csv").Order(StringComparer.Ordinal)
        .Select(f => new SourceFile(Path.GetFileName(f), () => File.OpenRead(f)))];

    /// <summary>The data set of a plan in a folder; generated unless it is there already.</summary>
    internal static DataSet In(string folder, DataPlan plan)
    {
        var own = Path.Combine(folder, plan.FolderName);
        var plate = Path.Combine(own, "plan.json");
        if (File.Exists(plate)) return new(own, plan, JsonDocument.Parse(File.ReadAllText(plate)).RootElement.GetProperty("facilities").GetInt32());
        Directory.CreateDirectory(own);
        int facilities;
        using (var file = new FileStream(Path.Combine(own, MeasurementsFile), FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20)) facilities = DailyValues.Write(plan, file);
        WriteTables(own, facilities);
        // Last: a folder with it is whole.
        File.WriteAllText(plate, JsonSerializer.Serialize(new { plan.Rows, plan.Window, plan.Seed, facilities }));
        return new(own, plan, facilities);
    }

    // What the other rules ask for: quotas with yearly totals of a key pollutant, and the declaration that nothing toxic is used.
    private static void WriteTables(string folder, int facilities)
    {
        using var places = Table(folder, "facilities.csv", "facility_id,name,region,industry,status");
        using var outlets = Table(folder, "outlets.csv", "facility_id,outlet_id,name,medium,discharge");
        using var limits = Table(folder, LimitsFile, "facility_id,outlet_id,pollutant,limit_high,unit,from,to,source");
        using var quotas = Table(folder, "quotas.csv", "facility_id,pollutant,medium,from,to,quantity,unit,issuer");
        using var totals = Table(folder, "discharges.csv", "facility_id,pollutant,medium,from,to,quantity,unit,method");
        using var audits = Table(folder, "audits.csv", "facility_id,kind,listed_on,reported_on,accepted_on,result");
        using var substances = Table(folder, "substances.csv", "facility_id,year,substance,role");
        for (var number = 0; number < facilities; number++)
        {
            var place = Place.Of(number);
            places.WriteLine($"{place.Id},基准测试企业{number:D6},{place.Region},C1512,operating");
            for (var outlet = 0; outlet < place.Outlets; outlet++)
            {
                outlets.WriteLine($"{place.Id},{Place.OutletId(outlet)},废水总排放口,water,direct");
                foreach (var pollutant in Monitored.All)
                {
                    var limit = (pollutant.LimitThousandths / 1_000m).ToString("0.###", CultureInfo.InvariantCulture);
                    limits.WriteLine($"{place.Id},{Place.OutletId(outlet)},{pollutant.Symbol},{limit},mg/L,2022-01-01,2026-12-31,GB 8978-1996");
                }
            }

            quotas.WriteLine($"{place.Id},COD,water,2023-01-01,2023-12-31,120,t,基准测试局");
            totals.WriteLine($"{place.Id},COD,water,2023-01-01,2023-12-31,{(number % 50 == 7 ? 130 : 60 + number % 40)},t,automatic");
            if (number % 40 == 21) audits.WriteLine($"{place.Id},mandatory,2021-03-31,2022-02-20,2022-06-30,passed");
            substances.WriteLine(number % 40 == 11 ? $"{place.Id},2023,苯,used" : $"{place.Id},2023,none,used");
        }
    }

    private static StreamWriter Table(string folder, string name, string heading)
    {
        var table = new StreamWriter(Path.Combine(folder, name), false, new UTF8Encoding(false)) { NewLine = "\n" };
        table.WriteLine(heading);
        return table;
    }
}
