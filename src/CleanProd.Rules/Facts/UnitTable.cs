using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace CleanProd.Rules.Facts;

/// <summary>The units this project converts between, and how sources write them.</summary>
internal static class UnitTable
{
    // symbol, dimension, factor to the base, other spellings (compared after folding width, case-sensitively first).
    private static readonly (string Symbol, string Dimension, decimal Factor, string[] Aliases)[] Simple =
    [
        ("g", "mass", 1m, ["克", "gram", "grams", "Gram", "Grams", "GRAMS"]),
        ("kg", "mass", 1000m, ["千克", "公斤", "KG", "Kg", "kilogram", "kilograms", "Kilograms"]),
        ("t", "mass", 1_000_000m, ["吨", "T", "tonne", "tonnes", "Tonnes", "公吨"]),
        ("万t", "mass", 10_000_000_000m, ["万吨"]),
        ("mg", "mass", 0.001m, ["毫克", "㎎", "MG"]),
        ("ug", "mass", 0.000001m, ["µg", "μg", "微克", "UG"]),
        ("ng", "mass", 0.000000001m, ["纳克"]),
        // International pound, exactly 0.45359237 kg since 1959.
        ("lb", "mass", 453.59237m, ["lbs", "LB", "Pounds", "pounds", "pound", "Pound", "POUNDS", "磅"]),
        ("L", "volume", 1m, ["l", "升", "litre", "liter"]),
        ("mL", "volume", 0.001m, ["ml", "毫升"]),
        ("m3", "volume", 1000m, ["m³", "㎥", "M3", "立方米", "Nm3", "Nm³", "标立方米", "标m3"]),
        ("万m3", "volume", 10_000_000m, ["万立方米", "万m³"]),
        ("s", "time", 1m, ["秒"]),
        ("min", "time", 60m, ["分钟"]),
        ("h", "time", 3600m, ["小时", "hr", "时"]),
        ("d", "time", 86400m, ["天", "日", "day"]),
        // Months and years have no fixed number of days: dimensions of their own.
        ("mo", "month", 1m, ["月", "month"]),
        ("a", "year", 1m, ["年", "yr", "year"]),
        ("kgce", "standard coal", 1m, ["千克标准煤", "公斤标准煤", "千克标煤"]),
        ("gce", "standard coal", 0.001m, ["克标准煤"]),
        ("tce", "standard coal", 1000m, ["吨标准煤", "吨标煤"]),
        ("kWh", "energy", 3.6m, ["kW·h", "kw·h", "kwh", "千瓦时", "度"]),
        ("万kWh", "energy", 36000m, ["万kW·h", "万千瓦时"]),
        ("MWh", "energy", 3600m, ["MW·h", "兆瓦时"]),
        ("MJ", "energy", 1m, ["兆焦"]),
        ("GJ", "energy", 1000m, ["吉焦"]),
        ("kJ", "energy", 0.001m, ["千焦"]),
        ("m2", "area", 1m, ["m²", "㎡", "平方米"]),
        ("%", "share", 0.01m, ["％", "percent", "百分比"]),
        ("1", "share", 1m, ["fraction"]),
        ("无量纲", "dimensionless", 1m, ["dimensionless", "SU", "S.U.", "pH", "pH值", "-"]),
        ("倍", "dilution", 1m, ["稀释倍数", "dilution factor", "color degree", "度(稀释倍数)"]),
        ("℃", "temperature", 1m, ["°C", "摄氏度", "degC"]),
        // Energy limits of flat glass and pulp are set per weight case and air-dry tonne: products of their own, no plain mass.
        ("重量箱", "weight case", 1m, []),
        ("adt", "air-dry tonne", 1m, ["风干吨", "Adt", "ADt"]),
        ("个", "count", 1m, ["count", "MPN", "CFU", "#", "次", "件", "台", "只", "套"]),
        ("Bq", "activity", 1m, ["贝克"]),
        // 1 Ci = 3.7e10 Bq by definition.
        ("pCi", "activity", 0.037m, []),
        // US liquid gallon, exactly 3.785411784 L.
        ("MGD", "volume/time", 3_785_411.784m / 1m, []),
    ];

    private static readonly Dictionary<string, Unit> Known = Build();
    private static readonly ConcurrentDictionary<string, Unit> Read = new(StringComparer.Ordinal);

    internal static Unit Parse(string text) => Read.GetOrAdd(text, static t => Resolve(Fold(t)));

    private static Dictionary<string, Unit> Build()
    {
        var known = new Dictionary<string, Unit>(StringComparer.Ordinal);
        foreach (var (symbol, dimension, factor, aliases) in Simple)
        {
            // A flow in gallons per day: the day stands in the denominator.
            var unit = symbol is "MGD" ? new Unit(symbol, dimension, factor, 86400m, true) : new Unit(symbol, dimension, factor, 1m, true);
            known[symbol] = unit;
            foreach (var alias in aliases) known[Fold(alias)] = unit;
        }

        return known;
    }

    private static Unit Resolve(string text)
    {
        if (text.Length == 0) return Known["无量纲"];
        if (Known.TryGetValue(text, out var unit)) return unit;
        var parts = text.Split('/', 2);
        if (parts.Length == 2 && Factor(parts[0]) is { } over && Factor(parts[1]) is { } under)
        {
            return new Unit(
                $"{over.Symbol}/{under.Symbol}",
                $"{over.Unit.Dimension}/{under.Unit.Dimension}",
                over.Times * over.Unit.Numerator * under.Unit.Denominator,
                under.Times * under.Unit.Numerator * over.Unit.Denominator,
                true);
        }

        return new Unit(text, "only " + text, 1m, 1m, false);
    }

    // A multiple of more digits is no unit that anybody measures in, and would leave no room for the number itself.
    private const int MostDigits = 9;

    // "100mL" is a hundred times the unit after the digits; "0mL" is nothing.
    private static (string Symbol, decimal Times, Unit Unit)? Factor(string text)
    {
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
        if (digits > MostDigits || !Known.TryGetValue(text[digits..], out var unit)) return null;
        if (digits == 0) return (unit.Symbol, 1m, unit);
        var times = decimal.Parse(text.AsSpan(0, digits), CultureInfo.InvariantCulture);
        return times == 0 ? null : (text[..digits] + unit.Symbol, times, unit);
    }

    // Full width to half width, no spaces: "ｍｇ／Ｌ" and "mg / L" are mg/L.
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c == '\u200b' || c == '\ufeff') continue;
            folded.Append(c is >= '\uff01' and <= '\uff5e' ? (char)(c - 0xfee0) : c);
        }

        return folded.ToString();
    }
}
