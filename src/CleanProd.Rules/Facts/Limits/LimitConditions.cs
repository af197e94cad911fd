using System.Globalization;

namespace CleanProd.Rules.Facts.Limits;

/// <summary>The scope columns of a limit in a form that can be evaluated; all of them must hold.</summary>
public sealed record LimitConditions
{
    /// <summary>How the outlet must discharge; empty for any.</summary>
    public IReadOnlyList<DischargeKind> Discharge { get; init; } = [];

    /// <summary>Where it is judged.</summary>
    public MonitoringPoint Point { get; init; }

    /// <summary>Grade, level or functional zone (一级, 二级, 三级, 一级A …); null for any.</summary>
    public string? Grade { get; init; }

    /// <summary>Where it is in force; null for everywhere the standard is.</summary>
    public RegionCondition? Region { get; init; }

    /// <summary>Industry codes (beginnings, GB/T 4754-2017) that it certainly covers; <c>*</c> for all.</summary>
    public IReadOnlyList<string> Industries { get; init; } = [];

    /// <summary>Industry codes that it may cover: within them the activity has to be known.</summary>
    public IReadOnlyList<string> MaybeIndustries { get; init; } = [];

    /// <summary>Whether it holds for what the other rows of its table and pollutant do not name (其他排污单位).</summary>
    public bool Otherwise { get; init; }

    /// <summary>Averaging window it is read against; null for those of the standard.</summary>
    public AveragingWindow? Window { get; init; }

    /// <summary>Earliest approval of the environmental impact document; null for any.</summary>
    public DateOnly? EiaFrom { get; init; }

    /// <summary>Latest approval of the environmental impact document; null for any.</summary>
    public DateOnly? EiaTo { get; init; }

    /// <summary>Facts asked of a person.</summary>
    public IReadOnlyList<LimitAsk> Asks { get; init; } = [];
}

/// <summary>Divisions in which a limit is or is not in force: codes, or a group of Guangdong (<c>group:珠三角</c>).</summary>
/// <param name="Inside">False where the limit holds outside them.</param>
/// <param name="Group">A group of the regions table; null where codes are given.</param>
/// <param name="Codes">Beginnings of GB/T 2260 codes.</param>
public sealed record RegionCondition(bool Inside, string? Group, IReadOnlyList<string> Codes)
{
    /// <summary>Reads <c>44|45</c>, <c>!45</c>, <c>group:珠三角</c>, <c>!group:珠三角</c>.</summary>
    public static RegionCondition Parse(string text)
    {
        var inside = !text.StartsWith('!');
        var body = inside ? text : text[1..];
        return body.StartsWith("group:", StringComparison.Ordinal)
            ? new(inside, body["group:".Length..], [])
            : new(inside, null, body.Split('|', StringSplitOptions.TrimEntries));
    }
}

/// <summary>A fact that only a person can give, and what it must be.</summary>
/// <param name="Fact">Name in <c>limit_facts.csv</c>.</param>
/// <param name="Operator"><c>=</c>, <c>&gt;</c> or <c>&lt;=</c>.</param>
/// <param name="Values">Words of which one must be it, or the one number it is held against.</param>
public sealed record LimitAsk(string Fact, string Operator, IReadOnlyList<string> Values)
{
    /// <summary>Reads <c>fuel=coal,oil</c>, <c>water_temperature_c&gt;12</c>; null when it is neither.</summary>
    public static LimitAsk? Parse(string text)
    {
        foreach (var sign in (string[])["<=", ">", "="])
        {
            var at = text.IndexOf(sign, StringComparison.Ordinal);
            if (at <= 0) continue;
            var values = text[(at + sign.Length)..].Split(',', StringSplitOptions.TrimEntries);
            return sign == "=" || decimal.TryParse(values[0], NumberStyles.Number, CultureInfo.InvariantCulture, out _) ? new(text[..at].Trim(), sign, values) : null;
        }

        return null;
    }

    /// <summary>The number it is held against; null for words.</summary>
    public decimal? Number => Operator == "=" ? null : decimal.Parse(Values[0], NumberStyles.Number, CultureInfo.InvariantCulture);
}
