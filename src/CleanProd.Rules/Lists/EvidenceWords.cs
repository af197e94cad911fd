using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Lists;

/// <summary>Evidence as a sentence: outlet, pollutant, value against limit, times over, date, source row.</summary>
internal static class EvidenceWords
{
    /// <summary>The facts in a line or more, the largest ratio first; after <paramref name="most"/> of them only their number.</summary>
    public static Wording Summary(IReadOnlyList<Evidence> evidence, string? ground, int most)
    {
        if (evidence.Count == 0) return Wording.None;
        var told = Telling(evidence).Take(most).Select(e => Sentence(e, ground)).ToArray();
        var zh = string.Join("；\n", told.Select(t => t.Zh));
        var en = string.Join(";\n", told.Select(t => t.En));
        return evidence.Count <= most
            ? new(zh, en)
            : new($"{zh}；\n等{evidence.Count}项", $"{en};\nand others, {evidence.Count} in all");
    }

    /// <summary>The most telling evidence first: by ratio, then in the given order.</summary>
    public static IEnumerable<Evidence> Telling(IReadOnlyList<Evidence> evidence) => evidence.OrderByDescending(e => RatioOf(e) ?? 0m);

    /// <summary>One fact in words.</summary>
    public static Wording Sentence(Evidence fact, string? ground)
    {
        var source = Source(fact.Source);
        var body = Fact(fact, ground);
        var when = fact.At is { Length: > 0 } at ? DateText.Of(at) : Wording.None;
        var zh = string.Join("，", new[] { when.Zh, source.Zh }.Where(t => t.Length > 0));
        var en = string.Join(", ", new[] { when.En, source.En }.Where(t => t.Length > 0));
        return zh.Length == 0 ? body : new($"{body.Zh}（{zh}）", $"{body.En} ({en})");
    }

    /// <summary>One fact without date and source row.</summary>
    public static Wording Fact(Evidence fact, string? ground)
    {
        var subject = Subject(fact);
        var zh = new List<string>();
        var en = new List<string>();
        if (fact.Value is { Qualifier: not ValueQualifier.Missing })
        {
            var shown = Measured(ValueText(fact), fact.Unit);
            zh.Add(shown);
            en.Add(shown);
        }

        if (fact.Limit is not null)
        {
            var name = GroundLabel.LimitOf(ground);
            var shown = Measured(LimitText(fact), fact.Unit);
            zh.Add($"{name.Zh} {shown}");
            en.Add($"{name.En} {shown}");
        }

        if (RatioOf(fact) is { } ratio && fact.Limit is not null && ratio > 1m)
        {
            zh.Add($"超出 {PlainNumber.Text(Rounded(ratio - 1m))} 倍");
            en.Add($"{PlainNumber.Text(Rounded(ratio))} times the {GroundLabel.LimitOf(ground).En}");
        }

        if (fact.Basis is { Length: > 0 } basis)
        {
            zh.Add(basis);
            en.Add(basis);
        }

        return new(Joined(subject, "：", zh, "，"), Joined(subject, ": ", en, ", "));
    }

    /// <summary>Outlet and name.</summary>
    public static string Subject(Evidence fact) =>
        string.Join(' ', new[] { fact.OutletId, fact.Name ?? fact.Pollutant }.Where(t => !string.IsNullOrEmpty(t)));

    /// <summary>Where it was read: file, sheet, row.</summary>
    public static Wording Source(SourceRef source)
    {
        if (string.IsNullOrEmpty(source.File)) return Wording.None;
        var place = source.Sheet is null ? source.File : $"{source.File} [{source.Sheet}]";
        return source.Row <= 0 ? Wording.Same(place) : new($"{place} 第 {PlainNumber.Text(source.Row)} 行", $"{place} row {PlainNumber.Text(source.Row)}");
    }

    /// <summary>Value over limit; null for pH, whose scale is logarithmic: times over would mean nothing.</summary>
    public static decimal? RatioOf(Evidence fact) => fact.Pollutant is "w01001" ? null : fact.Ratio;

    /// <summary>The value for people: a quotient that never ends is shown with four decimals, unless that would put it on its limit.</summary>
    public static string ValueText(Evidence fact)
    {
        if (fact.Value is not { } value) return "";
        var shown = value with { Number = Short(value.Number) };
        return shown.Number == fact.Limit && value.Number != fact.Limit ? value.ToString() : shown.ToString();
    }

    /// <summary>The limit for people; empty where there is none.</summary>
    public static string LimitText(Evidence fact) => fact.Limit is { } limit ? PlainNumber.Text(Short(limit)) : "";

    private static decimal Short(decimal number)
    {
        if (number.Scale <= 8) return number;
        var rounded = decimal.Round(number, 4, MidpointRounding.AwayFromZero);
        return rounded == 0m ? number : rounded;
    }

    private static string Measured(string number, string? unit) => string.IsNullOrEmpty(unit) || unit == "1" ? number : $"{number} {unit}";

    /// <summary>Two decimals; a number so small that two would hide it keeps all its own.</summary>
    private static decimal Rounded(decimal number)
    {
        var rounded = decimal.Round(number, 2, MidpointRounding.AwayFromZero);
        return rounded == 0m ? number : rounded;
    }

    private static string Joined(string subject, string colon, List<string> parts, string comma) =>
        parts.Count == 0 ? subject : subject.Length == 0 ? string.Join(comma, parts) : subject + colon + string.Join(comma, parts);
}
