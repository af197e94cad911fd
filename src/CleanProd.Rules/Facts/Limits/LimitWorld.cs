using System.Globalization;

namespace CleanProd.Rules.Facts.Limits;

/// <summary>
/// The facts of a question together with assumptions for those that are not known. A look at a fact that is neither known nor assumed
/// is noted in <see cref="Needed"/>; what was found in such a world does not count, and the resolver tries it once for each value.
/// </summary>
internal sealed class LimitWorld(LimitQuestion question, LimitLibrary library, RegionRegister regions, IReadOnlyDictionary<string, string> assumed)
{
    /// <summary>A fact that has to be assumed before anything can be said.</summary>
    internal sealed record Need(string Key, MissingLimitFact Fact, IReadOnlyList<string> Values);

    private static readonly string[] YesNo = ["yes", "no"];

    internal LimitQuestion Question => question;

    internal LimitLibrary Library => library;

    internal Need? Needed { get; set; }

    internal DischargeKind Discharge(DischargeStandard standard)
    {
        var kind = question.Discharge != DischargeKind.Unspecified ? question.Discharge : Look(
            "outlets.discharge", new("排放方式：直接、间接、有组织或无组织", "How the outlet discharges"),
            question.Medium == Medium.Water ? [nameof(DischargeKind.Direct), nameof(DischargeKind.Indirect)] : [nameof(DischargeKind.Stack), nameof(DischargeKind.Fugitive)]) is { } word
            ? Enum.Parse<DischargeKind>(word) : DischargeKind.Unspecified;
        // Into a town plant or through town sewers the limits of direct discharge bind (GB 4287-2012 amendment 一(3); GB 31571, GB 31572 表1 注1).
        return kind == DischargeKind.Indirect && standard.TownPlantDirectFrom <= question.SampledOn && Fact("receiver") == "town" ? DischargeKind.Direct : kind;
    }

    internal bool IsAt(MonitoringPoint point, DischargeStandard standard)
    {
        if (point == MonitoringPoint.Any) return true;
        // An outlet that discharges out of the plant is the unit's outlet unless it is said to be a workshop's.
        if (point == MonitoringPoint.Total && question.Workshop is null && question.Discharge != DischargeKind.Unspecified) return true;
        var workshop = question.Workshop ?? Look("outlets.workshop", new("是否为车间或生产设施排放口", "Is it the outlet of a workshop?"), YesNo) == "yes";
        return Needed is null && Discharge(standard) != DischargeKind.Unspecified && workshop == (point == MonitoringPoint.Workshop);
    }

    internal bool HasGrade(string? grade, DischargeStandard standard, IReadOnlyList<string> grades)
    {
        if (grade is null) return true;
        var stated = library.GradeNamed(question.Standard, standard, grades) ?? (question.Grade is { } g && grades.Contains(g) ? g : null) ?? Look(
            $"outlets.grade[{standard.Number}]", new($"{standard.Number} 的级别或功能区（{string.Join('、', grades)}）", $"Grade under {standard.Number}"), grades, "outlets.grade");
        return stated == grade;
    }

    internal bool IsIn(RegionCondition? condition)
    {
        if (condition is null) return true;
        var region = question.Region!;
        var inside = condition.Group is { } group
            ? (regions.Find(region)?.Group ?? regions.CityOf(region)?.Group) == group
            : condition.Codes.Any(c => region.StartsWith(c, StringComparison.Ordinal));
        return inside == condition.Inside;
    }

    /// <summary>Whether the environmental impact document was approved on or after a day; assumptions never contradict each other.</summary>
    internal bool ApprovedSince(DateOnly day)
    {
        if (question.EiaApprovedOn is { } known) return known >= day;
        const string prefix = "eia:";
        foreach (var (key, value) in assumed)
        {
            if (!key.StartsWith(prefix, StringComparison.Ordinal)) continue;
            var other = DateOnly.ParseExact(key.AsSpan(prefix.Length), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (value == "yes" && other >= day) return true;
            if (value == "no" && other <= day) return false;
        }

        return Look(prefix + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            new("环境影响评价文件批准日期", "Day the environmental impact document was approved"), YesNo, "facilities.eia_approved_on") == "yes";
    }

    internal string? Fact(string name)
    {
        if (question.Facts.TryGetValue(name, out var given)) return given;
        var fact = library.Facts[name];
        return Look(name, fact.Question, fact.Values);
    }

    internal bool Holds(LimitAsk ask)
    {
        if (ask.Number is { } bound)
        {
            if (question.Facts.TryGetValue(ask.Fact, out var text) && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
                return ask.Operator == ">" ? number > bound : number <= bound;
            var above = Look($"{ask.Fact}>{PlainNumber.Text(bound)}", library.Facts[ask.Fact].Question, YesNo, ask.Fact);
            return above is not null && (above == "yes") == (ask.Operator == ">");
        }

        if (library.Facts[ask.Fact].Values.Count > 0) return Fact(ask.Fact) is { } word && ask.Values.Contains(word);
        return question.Facts.TryGetValue(ask.Fact, out var free)
            ? ask.Values.Contains(free)
            : Look($"{ask.Fact}={ask.Values[0]}", library.Facts[ask.Fact].Question, YesNo, ask.Fact) == "yes";
    }

    /// <summary>What the unit is in the eyes of a standard: one of some scopes, or none of them.</summary>
    internal string? Scope(DischargeStandard standard, IReadOnlyList<string> scopes)
    {
        var name = $"scope[{standard.Number}]";
        if (question.Facts.TryGetValue(name, out var given)) return given;
        return Look($"{name}:{string.Join('|', scopes)}",
            new($"{standard.Number}：属于哪一类（{string.Join('；', scopes)}；其他）", $"{standard.Number}: which of its scopes, if any"), [.. scopes, "other"], name);
    }

    internal DataOrigin? Origin() => question.Origin != DataOrigin.Unspecified ? question.Origin : Look(
        "measurements.origin", new("监测数据来源：自动、自行或执法监测", "Who measured: automatic, self, supervision"),
        [nameof(DataOrigin.Automatic), nameof(DataOrigin.Self), nameof(DataOrigin.Supervision)]) is { } word ? Enum.Parse<DataOrigin>(word) : null;

    private string? Look(string key, Wording asked, IReadOnlyList<string> values, string? name = null)
    {
        if (assumed.TryGetValue(key, out var value)) return value;
        Needed ??= new(key, new(name ?? key, asked), values);
        return null;
    }
}
