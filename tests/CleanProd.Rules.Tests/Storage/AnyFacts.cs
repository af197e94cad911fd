using System.Collections;
using System.Reflection;
using CleanProd.Rules.Facts;
using Xunit;

namespace CleanProd.Rules.Tests.Storage;

/// <summary>
/// Facts with every member filled at random, found by reflection: a member added later is filled too, or its type is refused here
/// until somebody says how to fill it.
/// </summary>
internal sealed class AnyFacts(int seed)
{
    private static readonly NullabilityInfoContext Nullability = new();
    private readonly Random _random = new(seed);
    private FacilityId _facility;

    private static readonly string[] Texts =
        ["", "甲印染厂", "a", "A", "with \"quotes\", 'both' and\nlines", "\U00020BB7野家", "\uff21", "NULL", "%_\\", "null", " spaced ", "一级A"];

    private static readonly string[] Units = ["mg/L", "t", "kg", "MPN/100mL", "℃/2S", "某种单位", "无量纲", "kgce/t", "1"];

    public IReadOnlyList<FacilityRecords> Facilities(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Facility($"{Texts[i % Texts.Length]}-{i}")).OrderBy(f => f.Facility.Id)];

    public FacilityRecords Facility(string id)
    {
        _facility = new FacilityId(id);
        return Of<FacilityRecords>();
    }

    public T Of<T>() => (T)Of(typeof(T));

    private object Of(Type type)
    {
        if (type == typeof(FacilityId)) return _facility;
        if (type == typeof(string)) return Texts[_random.Next(Texts.Length)];
        if (type == typeof(int)) return _random.Next();
        if (type == typeof(long)) return _random.NextInt64();
        if (type == typeof(bool)) return _random.Next(2) == 0;
        if (type == typeof(char)) return "NFMSDCTB\0"[_random.Next(9)];
        if (type == typeof(decimal)) return Number();
        if (type == typeof(DateOnly)) return DateOnly.FromDayNumber(_random.Next(DateOnly.MaxValue.DayNumber + 1));
        if (type == typeof(DateTime)) return new DateTime(2023, 11, 1).AddHours(_random.Next(3 * 366 * 24));
        if (type == typeof(Unit)) return Unit.Parse(Units[_random.Next(Units.Length)]);
        if (type == typeof(MeasurementSeries)) return MeasurementSeries.Pack(Of<SeriesKey>(), Many<SeriesPoint>(30));
        if (type.IsEnum) return Enum.GetValues(type).GetValue(_random.Next(Enum.GetValues(type).Length))!;
        if (type == typeof(IReadOnlyDictionary<string, SourceRef>))
            return new[] { "measurements", "quotas", "energy" }.Take(_random.Next(4)).ToDictionary(t => t, _ => Of<SourceRef>());
        if (type == typeof(IReadOnlyList<MeasurementSeries>))
            return Many<MeasurementSeries>(4).DistinctBy(s => s.Key).OrderBy(s => s.Key).ToArray();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return typeof(AnyFacts).GetMethod(nameof(Many), BindingFlags.NonPublic | BindingFlags.Instance)!
                .MakeGenericMethod(type.GetGenericArguments()).Invoke(this, [3])!;
        if (type.Namespace != typeof(FacilityRecord).Namespace)
            throw new NotSupportedException($"Say in {nameof(AnyFacts)} how to fill a {type}.");
        return Record(type);
    }

    private object Record(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var parameters = constructor.GetParameters();
        var record = constructor.Invoke([.. parameters.Select(p => Perhaps(p.ParameterType, Nullability.Create(p).WriteState))]);
        foreach (var property in type.GetProperties().Where(p => p.CanWrite && !parameters.Any(q => q.Name == p.Name)))
            property.SetValue(record, Perhaps(property.PropertyType, Nullability.Create(property).WriteState));
        return record;
    }

    private object? Perhaps(Type type, NullabilityState state)
    {
        if (state == NullabilityState.Nullable && _random.Next(4) == 0) return null;
        return Of(Nullable.GetUnderlyingType(type) ?? type);
    }

    private T[] Many<T>(int most) => [.. Enumerable.Range(0, _random.Next(most + 1)).Select(_ => Of<T>())];

    private decimal Number() => _random.Next(3) switch
    {
        0 => _random.Next(-5000, 50000) / 100m,
        1 => new decimal(_random.Next(), _random.Next(), _random.Next(), _random.Next(2) == 0, (byte)_random.Next(29)),
        _ => new[] { 0m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, 0.1m, 1.50m }[_random.Next(6)],
    };

    /// <summary>Compares every member of two facilities' facts.</summary>
    public static void AssertEqual(FacilityRecords expected, FacilityRecords actual)
    {
        foreach (var property in typeof(FacilityRecords).GetProperties())
            Assert.Equal(Comparable(property.GetValue(expected)!), Comparable(property.GetValue(actual)!));
    }

    private static object Comparable(object value) => value switch
    {
        IReadOnlyDictionary<string, SourceRef> refused => refused.OrderBy(r => r.Key, StringComparer.Ordinal).ToArray(),
        IEnumerable<MeasurementSeries> series => series.Select(s => (s.Key, Points: string.Join('\n', s.Points().Select(Text)))).ToArray(),
        IEnumerable list => list.Cast<object>().ToArray(),
        _ => value,
    };

    private static string Text(SeriesPoint p) =>
        $"{p.At:O} {p.Value} {p.Source} {(int)p.Flag} {Text(p.LimitLow)} {Text(p.LimitHigh)} {Text(p.VolumeM3)}";

    private static string Text(decimal? number) => number is { } n ? PlainNumber.Text(n) : "-";
}
