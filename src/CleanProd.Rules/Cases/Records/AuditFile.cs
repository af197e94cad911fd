using CleanProd.Rules.Facts;
using CleanProd.Rules.Lists;

namespace CleanProd.Rules.Cases.Records;

/// <summary>
/// Who audits (2016 Measures Arts 15–16): the enterprise's own team, or a consultancy under a contract. Exactly one of the two.
/// </summary>
/// <param name="Team">Members of the own team; empty when a consultancy audits.</param>
/// <param name="Consultancy">Name of the consultancy; null when the enterprise audits itself.</param>
/// <param name="Contract">Number of the contract with it; null when the enterprise audits itself.</param>
public sealed record AuditPlan(IReadOnlyList<string> Team, string? Consultancy, string? Contract)
{
    /// <summary>An audit by the own team.</summary>
    public static AuditPlan Own(params string[] team) => new(team, null, null);

    /// <summary>An audit by a consultancy.</summary>
    public static AuditPlan By(string consultancy, string contract) => new([], consultancy, contract);

    /// <summary>Whether it names exactly one of the two.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsWhole => Team.Count > 0 ? Consultancy is null && Contract is null : !string.IsNullOrWhiteSpace(Consultancy) && !string.IsNullOrWhiteSpace(Contract);
}

/// <summary>The record that an audit makes of itself (审核档案), mandatory or voluntary.</summary>
/// <param name="Facility">The enterprise.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">Where it lies.</param>
/// <param name="Track">Mandatory or voluntary.</param>
public sealed record AuditFile(FacilityId Facility, string Name, RegionCode Region, AuditKind Track)
{
    /// <summary>The case, for a mandatory audit; null for a voluntary one.</summary>
    public CaseId? Case { get; init; }

    /// <summary>Who audits; null until filed.</summary>
    public AuditPlan? Plan { get; init; }

    /// <summary>Measures, in their order.</summary>
    public IReadOnlyList<Measure> Measures { get; init; } = [];

    /// <summary>Output value of the year; null while unknown, and then no share of it can be said.</summary>
    public Wan? OutputValue { get; init; }

    /// <summary>The report; null until filed.</summary>
    public DocumentRef? Report { get; init; }

    /// <summary>Score of the evaluation, of 100; null where none was given.</summary>
    public decimal? EvaluationScore { get; init; }

    /// <summary>Day of acceptance (or of recognition, on the voluntary track) with success; null until then. Its year is the year of the statistics.</summary>
    public DateOnly? AcceptedOn { get; init; }

    /// <summary>Measures that are done.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<Measure> DoneMeasures => Measures.Where(m => m.Status == MeasureStatus.Done);

    /// <summary>The file itself when it is sound.</summary>
    /// <exception cref="RefusedActException">
    /// <c>plan_incomplete</c>; <c>measure_invalid</c>: a number given twice, a negative investment, an investment under 无费;
    /// <c>output_invalid</c>; <c>score_invalid</c>.
    /// </exception>
    public AuditFile Checked()
    {
        if (Plan is { IsWhole: false }) throw ActGuard.Refused("plan_incomplete", "须填自行审核小组，或者咨询机构及合同，二者取一。", "Name either the own team, or the consultancy and its contract.");
        if (Measures.Select(m => m.Id).Distinct(StringComparer.Ordinal).Count() != Measures.Count)
            throw ActGuard.Refused("measure_invalid", "方案编号重复。", "A measure's number is given twice.");
        if (Measures.FirstOrDefault(m => m.Investment.Amount < 0m || m.Cost == CostClass.None && m.Investment.Amount != 0m) is { } wrong)
            throw ActGuard.Refused("measure_invalid", $"方案{wrong.Id}的投资额不能为负，无费方案不应有投资。", $"Measure {wrong.Id}: an investment is not negative, and none stands under no cost.");
        if (OutputValue is { Amount: < 0m }) throw ActGuard.Refused("output_invalid", "产值不能为负。", "An output value is not negative.");
        if (EvaluationScore is < 0m or > 100m) throw ActGuard.Refused("score_invalid", "评分应在0至100之间。", "A score lies between 0 and 100.");
        return this;
    }
}
