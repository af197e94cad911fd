using System.Globalization;
using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Limits;

namespace CleanProd.Rules.Tests.Facts.Limits;

/// <summary>Questions to the shipped library of limits.</summary>
internal static class Asked
{
    internal const string Guangzhou = "440100", Shaoguan = "440200", Zhejiang = "330000";

    // Furniture: no sector standard for it is known to the library.
    internal const string Furniture = "C2110";

    internal static LimitResolver Resolver { get; } = new(Shipped.Reference.Limits, Shipped.Reference.Regions);

    internal static LimitAnswer Answer(LimitQuestion question) => Resolver.Resolve(question);

    internal static LimitQuestion Water(string pollutant, string region, string on = "2024-06-01", string? eia = "2010-06-01", string unit = "mg/L") =>
        Question(pollutant, Medium.Water, region, on, eia, unit) with { Discharge = DischargeKind.Direct, Workshop = false, Window = AveragingWindow.Day, Origin = DataOrigin.Automatic };

    internal static LimitQuestion Air(string pollutant, string region, string on = "2024-06-01", string? eia = "2010-06-01", string unit = "mg/m3") =>
        Question(pollutant, Medium.Air, region, on, eia, unit) with { Discharge = DischargeKind.Stack, Window = AveragingWindow.Hour, Origin = DataOrigin.Self };

    internal static LimitQuestion Given(this LimitQuestion question, params string[] facts) => question with
    {
        Facts = question.Facts.Concat(facts.Select(f => f.Split('=', 2)).Select(p => KeyValuePair.Create(p[0], p[1]))).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal),
    };

    internal static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static LimitQuestion Question(string pollutant, Medium medium, string region, string on, string? eia, string unit) =>
        new(Shipped.Reference.Pollutants.Resolve(pollutant, medium), medium, Day(on))
        {
            Region = region, Industry = Furniture, EiaApprovedOn = eia is null ? null : Day(eia), Unit = Unit.Parse(unit),
        };
}
