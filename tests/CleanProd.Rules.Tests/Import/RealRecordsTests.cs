using CleanProd.Rules.Facts;
using CleanProd.Rules.Import;
using Xunit;

namespace CleanProd.Rules.Tests.Import;

/// <summary>The shipped column maps read the real records as they are; the counts are published or were checked by hand.</summary>
public sealed class RealRecordsTests
{
    private static readonly string[] FirstClass =
    [
        "总汞", "烷基汞", "总镉", "总铬", "六价铬", "总砷", "总铅", "总镍", "苯并[a]芘", "总铍", "总银", "总α放射性", "总β放射性",
    ];

    private static ImportResult Import(string folder, string map, int year, string pattern = "*") =>
        new DataSetImporter(new ReferenceData(), RealData.Map(map), new ImportArguments(year)).Import(RealData.Files(folder, pattern));

    private static int Count(ImportResult result, string code) => result.Findings.Count(f => f.Code == code);

    [SkippableFact]
    public void Ningxia_reads_from_two_encodings_to_the_known_exceedances_and_first_class_pollutants()
    {
        var result = Import("cn-ningxia", "cn-ningxia", 2019);
        var facilities = result.Facts.Facilities;
        var exceeding = facilities.Where(f => f.Summaries.Any(s => s.ExceedanceCount > 0)).ToList();
        var firstClass = facilities.Where(f => f.Substances.Any(s => s.Purpose == "water" && FirstClass.Contains(s.Substance))).ToList();
        Assert.Equal(108, facilities.Count);
        Assert.Equal(408, facilities.Sum(f => f.Summaries.Count));
        Assert.Equal(26, exceeding.Count);
        Assert.Equal(29, firstClass.Count);
        Assert.Equal(51, exceeding.Union(firstClass).Count());
        Assert.DoesNotContain(result.Findings, f => f.Severity == FindingSeverity.Error);
    }

    [SkippableFact]
    public void Ningxia_traps_are_findings()
    {
        var result = Import("cn-ningxia", "cn-ningxia", 2019);
        Assert.Equal(37, Count(result, "credit_code_placeholder"));
        Assert.Equal(50, Count(result, "blank"));
        Assert.Equal(1, Count(result, "limit_zero"));
        Assert.Equal(1, Count(result, "value_unknown"));
        Assert.True(Count(result, "credit_code_cleaned") >= 3);
        Assert.True(Count(result, "credit_code_check_digit") > 0);
        Assert.True(Count(result, "credit_code_shared") >= 6);
        Assert.True(Count(result, "flag_disagrees") > 20);
        var furnace = result.Facts.Facilities.SelectMany(f => f.Summaries).Single(s => s.Pollutant.Value == "炉膛温度");
        Assert.Equal((850m, (decimal?)null, (int?)null, "℃"), (furnace.LimitLow!.Value, furnace.LimitHigh, furnace.ExceedanceCount, furnace.Unit.Symbol));
        Assert.Subset(new HashSet<string?> { "640200", "640300", "640400" }, result.Facts.Facilities.Select(f => f.Facility.Region).ToHashSet());
    }

    [SkippableFact]
    public void English_storm_overflows_read_to_the_published_counts()
    {
        var result = Import("uk-edm", "uk-edm-2022", 2022, "edm_2022_all.xlsx");
        var all = result.Facts.Facilities;
        var spills = all.SelectMany(f => f.Indicators).Where(i => i.Indicator == "spill_count" && i.Value is not null).ToList();
        var uptimes = all.SelectMany(f => f.Indicators).Where(i => i.Indicator == "edm_uptime_percent" && i.Value is not null).ToList();
        Assert.Equal(14_580, all.Count);
        Assert.DoesNotContain(result.Findings, f => f.Severity == FindingSeverity.Error);
        Assert.Equal(13_080, spills.Count);
        Assert.Equal(1_355, spills.Count(i => i.Value > 60));
        Assert.Equal(13_181, uptimes.Count);
        Assert.Equal(2_164, uptimes.Count(i => i.Value < 90));
    }

    [SkippableFact]
    public void English_multi_year_averages_read_to_the_known_triggers()
    {
        var all = Import("uk-edm", "uk-edm-2022", 2022, "edm_2022_all.xlsx").Facts.Facilities;
        var triggered = 0;
        var decidable = 0;
        foreach (var facility in all)
        {
            decimal? Value(string indicator) => facility.Indicators.SingleOrDefault(i => i.Indicator == indicator)?.Value;
            if (Value("long_term_average_spill_count") is not { } average || Value("full_years_of_data") is not { } years || years < 1) continue;
            decidable++;
            if (average > (years >= 3 ? 40 : years == 2 ? 50 : 60)) triggered++;
        }

        Assert.Equal((3_127, 12_608), (triggered, decidable));
    }

    [SkippableFact]
    public void Toxics_releases_of_illinois_read_to_the_known_totals()
    {
        var result = Import("us-tri", "us-tri", 2023);
        var totals = result.Facts.Facilities.Select(f => f.Discharges.Sum(d => d.Unit.Convert(d.Quantity!.Value, Unit.Parse("lb")))).ToList();
        Assert.Equal(977, totals.Count);
        Assert.Equal(55_626_616.471m, decimal.Round(totals.Sum(), 3));
        Assert.Equal((218, 61, 12), (totals.Count(t => t > 10_000), totals.Count(t => t > 100_000), totals.Count(t => t > 1_000_000)));
        Assert.All(result.Facts.Facilities, f => Assert.Equal(15, f.Facility.Id.Value.Length));
        Assert.DoesNotContain(result.Findings, f => f.Severity == FindingSeverity.Error);
    }

    [SkippableFact]
    public void Releases_to_air_of_one_year_are_kept_and_the_other_years_counted()
    {
        var result = Import("eu-eprtr", "eu-eprtr-air", 2023);
        Assert.Equal(392, result.Facts.Facilities.Count);
        Assert.Equal(1_081, result.Facts.Facilities.Sum(f => f.Discharges.Count));
        var file = Assert.Single(result.Files);
        Assert.Equal((22_456, 1_081, 22_456 - 1_081), (file.RowsRead, file.RowsTaken, file.RowsLeftOut));
        Assert.DoesNotContain(result.Findings, f => f.Severity == FindingSeverity.Error);
    }

    [SkippableFact]
    public void Discharge_monitoring_reports_of_wyoming_give_enforceable_monthly_means_for_every_permit()
    {
        var result = Import("us-npdes", "us-npdes-dmr", 2026);
        Assert.Equal(54, result.Facts.Facilities.Count);
        Assert.Equal(23, result.Facts.Facilities.Count(f => f.Series.Count > 0));
        // 156 rows repeat another one in every cell; one more differs only in the number of its violation, which no field takes.
        Assert.Equal((312L, 157L), (result.Files[0].RowsRead, result.Files[0].Duplicates));
        Assert.DoesNotContain(result.Findings, f => f.Severity == FindingSeverity.Error);
        var points = result.Facts.Facilities.SelectMany(f => f.Series).SelectMany(s => s.Points()).ToList();
        Assert.Contains(points, p => p.LimitHigh is not null && p.Value.Number > p.LimitHigh);
    }
}
