using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Limits;

namespace CleanProd.Rules.Tests.Facts.Limits;

/// <summary>Small libraries of limits that nobody made a law of: each holds what one sentence is about and nothing else.</summary>
internal static class MadeUpLimits
{
    internal static readonly DateOnly Day = new(2024, 6, 1), Long = new(2000, 1, 1);

    internal static readonly PollutantCode Cod = new("COD");

    internal static readonly LimitConditions Everybody = new() { Industries = ["*"] };

    internal static readonly RegionRegister Regions = new(
    [
        new("330000", "浙江省", null, null), new("440000", "广东省", null, null), new("440100", "广州市", "440000", "珠三角"), new("440103", "荔湾区", "440100", null), new("440104", "越秀区", "440100", "山区"), new("440200", "韶关市", "440000", "山区"),
    ]);

    internal static DischargeStandard General(string number, string region = "") => new(number, Wording.Same(number), Medium.Water)
    {
        Region = region, IsSector = false, Issued = Long, From = Long, IsAtHand = true,
    };

    internal static DischargeStandard Trade(string number, string region = "") => General(number, region) with { IsSector = true };

    /// <summary>A row whose identity is its standard and its value.</summary>
    internal static DischargeLimit Row(string standard, decimal? high, LimitConditions? conditions = null, string? id = null) => new()
    {
        RowId = id ?? $"{standard}={high}", Standard = standard, Table = "1", Clause = "4.1", Scope = "any", Medium = Medium.Water, Pollutant = "COD", Codes = [Cod], Kind = LimitKind.Concentration, High = high,
        Unit = Unit.Parse("mg/L"), From = Long, Conditions = conditions ?? Everybody, Basis = "sourced", Source = new("limits/x.csv", null, 2),
    };

    internal static LimitQuestion Question => new(Cod, Medium.Water, Day)
    {
        Region = "440100", Industry = "C2110", EiaApprovedOn = new(2010, 1, 1), Discharge = DischargeKind.Direct, Workshop = false,
    };

    internal static LimitFact YesNo(string name) => new(name, ["yes", "no"], Wording.Same(name + "?"));

    internal static LimitLibrary Library(DischargeStandard[] standards, DischargeLimit[] rows, LimitGap[]? gaps = null, LimitFact[]? facts = null) => new(standards, rows, gaps ?? [], facts ?? []);

    internal static LimitAnswer Answer(LimitLibrary library, LimitQuestion? question = null) => new LimitResolver(library, Regions).Resolve(question ?? Question);

    /// <summary>
    /// An answer on one line: every way that it may turn out with its limits, or the reason in English where none binds, and what is missing to tell them apart.
    /// </summary>
    internal static string Said(LimitAnswer answer) =>
        string.Join(" or ", answer.Possible.Select(Said)) + (answer.Missing.Count == 0 ? "" : " asks " + string.Join(", ", answer.Missing.Select(m => m.Name)));

    internal static string Said(LimitLibrary library, LimitQuestion? question = null) => Said(Answer(library, question));

    private static string Said(PossibleAnswer answer) => string.Join(' ', new[]
    {
        answer.Standing == LimitStanding.Applies ? "" : answer.Standing.ToString(),
        string.Join(", ", answer.Limits.Select(l => l.RowId)),
        answer.Reason.En.Length == 0 ? "" : $"({answer.Reason.En})",
    }.Where(t => t.Length > 0));
}
