using CleanProd.Rules.Facts;
using FsCheck;
using FsCheck.Fluent;

namespace CleanProd.Rules.Tests.Facts.Packing;

/// <summary>Random points that reach every corner of a point: all decimals, all moments, broken text, every qualifier.</summary>
public static class AnyPoints
{
    public static Gen<decimal> Decimals { get; } = Gen.OneOf(
        Gen.Choose(-5000, 5000).Select(n => n / 100m),
        Gen.Choose(0, 9).Select(n => (decimal)n),
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from mid in Gen.Choose(int.MinValue, int.MaxValue)
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from negative in Gen.Elements(true, false)
        from scale in Gen.Choose(0, 28)
        select new decimal(low, mid, high, negative, (byte)scale),
        Gen.Elements(
            decimal.MaxValue, decimal.MinValue, 0m, -0.0m, 1.50m, 100.000m, 0.0000000000000000000000000001m,
            long.MaxValue, long.MinValue, ulong.MaxValue, 9223372036854775808m, 0.1m + long.MaxValue / 10));

    public static Gen<DateTime> Moments { get; } = Gen.OneOf(
        Gen.Choose(0, 3000).Select(d => new DateTime(2020, 1, 1).AddDays(d)),
        Gen.Choose(0, 90000).Select(h => new DateTime(2020, 1, 1).AddHours(h)),
        Gen.Choose(0, int.MaxValue).Select(s => new DateTime(1970, 1, 1).AddSeconds(s)),
        Gen.Choose(0, int.MaxValue).Select(t => new DateTime(2024, 6, 1).AddTicks(t)),
        Gen.Elements(DateTime.MinValue, DateTime.MaxValue));

    public static Gen<string> Texts { get; } = Gen.OneOf(
        Gen.Elements("measurements.csv", "数据/监测.xlsx", "", "\ud800", "a\0b"),
        Gen.Choose(0, char.MaxValue).Select(c => (char)c).ListOf().Select(c => new string([.. c])));

    public static Gen<SeriesPoint> Points { get; } =
        from at in Moments
        from number in Decimals
        from qualifier in Gen.Elements(Enum.GetValues<ValueQualifier>())
        from flag in Gen.Elements('\0', 'N', 'F', 'M', 'S', 'D', 'C', 'T', 'B', '维')
        from low in Optional(Decimals)
        from high in Optional(Decimals)
        from volume in Optional(Decimals)
        from file in Texts
        from sheet in Gen.OneOf(Gen.Constant((string?)null), Texts.Select(t => (string?)t))
        from row in Gen.OneOf(Gen.Choose(0, 2000), Gen.Choose(0, int.MaxValue))
        select new SeriesPoint(at, new MeasuredValue(qualifier, number), new SourceRef(file, sheet, row))
        {
            Flag = flag,
            LimitLow = low,
            LimitHigh = high,
            VolumeM3 = volume,
        };

    public static Gen<decimal?> Optional(Gen<decimal> numbers) =>
        Gen.OneOf(Gen.Constant((decimal?)null), numbers.Select(n => (decimal?)n));

    public static Arbitrary<SeriesPoint[]> Arrays() => Points.ArrayOf().ToArbitrary();
}
