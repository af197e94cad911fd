using System.Globalization;
using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Tests.Facts.Building;

/// <summary>
/// Series made by chance around the edges of one pass: numbers of several scales and signs, on the limit and a last digit beside it, qualified, flagged, blank,
/// with limits stated, changing or absent, several of one time, outside the year, in units of their own, with permits that begin and end.
/// </summary>
internal static class InventedSeries
{
    private static readonly SourceRef Row = new("facilities.csv", null, 2);
    private static readonly FacilityId Plant = new("F1");

    private static readonly (string Code, string Unit, string Other)[] Pollutants =
        [("w01018", "mg/L", "ug/L"), ("w21003", "mg/L", "kg"), ("w01001", "无量纲", "1"), ("a21026", "mg/m3", "ug/m3"), ("a19001", "%", "1"), ("未知物", "mg/L", "g/L")];

    internal static FacilityRecords PlainYear() => new()
    {
        Facility = new(Plant, "厂", Row),
        Series =
        [
            MeasurementSeries.Pack(Key("DW001", "w01018", AveragingWindow.Day, DataOrigin.Automatic, "mg/L"), Enumerable.Range(0, 366)
                .Select(d => new SeriesPoint(new DateTime(2024, 1, 1).AddDays(d), MeasuredValue.Of(d), new("m.csv", null, d + 2)) { LimitHigh = 300 })),
        ],
    };

    internal static FacilityRecords Records(Random random)
    {
        var outlets = new[] { "DW001", "DA001" };
        var series = new List<MeasurementSeries>();
        var permits = new List<PermitLimitRecord>();
        foreach (var outlet in outlets)
        {
            foreach (var (code, unit, other) in Pollutants.Where(_ => random.Next(3) == 0))
            {
                var limit = random.Next(1, 100) / (decimal)Math.Pow(10, random.Next(3));
                for (var n = random.Next(1, 4); n > 0; n--)
                {
                    var key = Key(outlet, code, (AveragingWindow)random.Next(4), (DataOrigin)random.Next(4), random.Next(8) == 0 ? other : unit);
                    if (series.Exists(s => s.Key == key)) continue;
                    series.Add(MeasurementSeries.Pack(key, Points(random, limit, key.Window)));
                }

                for (var n = random.Next(4); n > 1; n--)
                {
                    var from = new DateOnly(2024, 1, 1).AddDays(random.Next(-60, 300));
                    permits.Add(new(Plant, new(outlet), new(code), Unit.Parse(random.Next(6) == 0 ? other : unit), from, new("permit_limits.csv", null, n))
                    {
                        LimitHigh = random.Next(6) == 0 ? null : limit * random.Next(1, 4),
                        LimitLow = random.Next(5) == 0 ? limit / 4 : null,
                        To = random.Next(2) == 0 ? from.AddDays(random.Next(0, 200)) : null,
                        Window = random.Next(4) == 0 ? AveragingWindow.Day : null,
                    });
                }
            }
        }

        return new()
        {
            Facility = new(Plant, "厂", Row)
            {
                Region = random.Next(4) switch { 0 => null, 1 => "Texas", _ => "440105" },
                Industry = random.Next(3) switch { 0 => null, 1 => "C1713", _ => "D4411" },
            },
            Outlets = [.. outlets.Where(_ => random.Next(5) > 0).Select(o => new OutletRecord(Plant, new(o), o == "DW001" ? Medium.Water : Medium.Air, Row)
            {
                Discharge = random.Next(3) == 0 ? DischargeKind.Unspecified : o == "DW001" ? DischargeKind.Direct : DischargeKind.Stack,
                Standard = random.Next(2) == 0 ? o == "DW001" ? "DB44/26-2001" : "DB44/27-2001" : null,
                Grade = random.Next(2) == 0 ? "一级" : null,
                StackHeightM = random.Next(2) == 0 ? 20 : null,
            })],
            Series = [.. series.OrderBy(s => s.Key)],
            PermitLimits = permits,
            Discretion = [.. Said(random)],
        };
    }

    private static IEnumerable<DiscretionRecord> Said(Random random)
    {
        if (random.Next(5) == 0) yield return Said("shutdown[2024-03-02..2024-04-05]");
        if (random.Next(5) == 0) yield return Said("DA001.maintenance[2024-05-03T06:00..2024-05-04T08:00]");
        if (random.Next(6) == 0) yield return Said("DW001.drainage_ratio=1.25");
        if (random.Next(4) == 0) yield return Said("reported_at_reference_oxygen");
    }

    private static DiscretionRecord Said(string topic) => new(Plant, topic, "true", "某人", new DateOnly(2024, 12, 1), "有据", Row);

    private static IEnumerable<SeriesPoint> Points(Random random, decimal limit, AveragingWindow window)
    {
        var (scale, odd, stated) = (random.Next(5), random.Next(3) == 0 ? 0 : random.Next(2, 40), random.Next(4));
        var at = new DateTime(2023, 12, 20).AddDays(random.Next(40));
        var count = random.Next(5) == 0 ? random.Next(4) : random.Next(30, 420);
        var row = random.Next(2, 1000);
        for (var i = 0; i < count; i++, row += random.Next(10) == 0 ? 7 : 1)
        {
            var isOdd = odd > 0 && random.Next(odd) == 0;
            yield return new SeriesPoint(at, isOdd ? Qualified(random, limit) : MeasuredValue.Of(Number(random, limit, scale)), new(random.Next(200) == 0 ? "other.csv" : "m.csv", null, row))
            {
                Flag = isOdd && random.Next(2) == 0 ? "NMDTFCn?"[random.Next(8)] : stated == 3 ? 'N' : '\0',
                LimitHigh = stated switch { 1 => limit, 2 => random.Next(20) == 0 ? null : i > count / 2 ? limit * 2 : limit, _ => null },
                LimitLow = stated == 1 && random.Next(60) == 0 ? limit / 2 : null,
                VolumeM3 = random.Next(3) == 0 ? random.Next(0, 9) : null,
            };
            at = window switch
            {
                AveragingWindow.Month => at.AddMonths(1),
                AveragingWindow.Hour => at.AddHours(random.Next(12) == 0 ? 5 : 1),
                AveragingWindow.Instant => at.AddMinutes(random.Next(0, 900)),
                _ => at.AddDays(random.Next(15) == 0 ? random.Next(0, 4) : 1),
            };
        }
    }

    private static decimal Number(Random random, decimal limit, int scale) => random.Next(60) switch
    {
        0 => limit,
        1 => limit + 0.0001m,
        2 => limit - 0.0001m,
        3 => limit * 3,
        4 => -limit,
        5 => 0m,
        6 => limit / 4,
        7 => limit / 3,
        8 when scale == 0 => 123_456_789_012_345_678m,
        _ => decimal.Round(limit * random.Next(1000) / 1000m, scale),
    };

    private static MeasuredValue Qualified(Random random, decimal limit) => random.Next(6) switch
    {
        0 => MeasuredValue.Missing,
        1 => MeasuredValue.NotDetected,
        2 => new(ValueQualifier.Below, limit * random.Next(1, 4) / 2),
        3 => new(ValueQualifier.Above, limit * random.Next(1, 4) / 2),
        4 => MeasuredValue.Of(limit * 2),
        _ => MeasuredValue.Of(decimal.Parse("0.1", CultureInfo.InvariantCulture)),
    };

    private static SeriesKey Key(string outlet, string pollutant, AveragingWindow window, DataOrigin origin, string unit) =>
        new(Plant, new(outlet), new(pollutant), window, origin, Unit.Parse(unit));
}
