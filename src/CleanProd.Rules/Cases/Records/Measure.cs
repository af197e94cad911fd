using CleanProd.Rules.Facts;

namespace CleanProd.Rules.Cases.Records;

/// <summary>The six kinds of measure of the founding document (§4.1.4–4.1.6): the lines of table 3-2.</summary>
public enum MeasureKind
{
    /// <summary>改进产品.</summary>
    Product,

    /// <summary>改变原辅材料.</summary>
    Materials,

    /// <summary>工艺革新、技术改造.</summary>
    Process,

    /// <summary>综合利用.</summary>
    ComprehensiveUse,

    /// <summary>加强管理.</summary>
    Management,

    /// <summary>废物无害化.</summary>
    HarmlessWaste,
}

/// <summary>What a measure costs, as the audit classes it: no- and low-cost ones come first.</summary>
public enum CostClass
{
    /// <summary>无费.</summary>
    None,

    /// <summary>低费.</summary>
    Low,

    /// <summary>中费.</summary>
    Medium,

    /// <summary>高费.</summary>
    High,
}

/// <summary>How far a measure has come.</summary>
public enum MeasureStatus
{
    /// <summary>Proposed, or kept in the enterprise's plan.</summary>
    Planned,

    /// <summary>Being carried out.</summary>
    Underway,

    /// <summary>Done: only these count in the statistics.</summary>
    Done,

    /// <summary>Given up as not feasible.</summary>
    Dropped,
}

/// <summary>One measure of an audit.</summary>
/// <param name="Id">Number within the audit (F1, F2 …).</param>
/// <param name="Name">What is done.</param>
/// <param name="Kind">Of which kind.</param>
/// <param name="Cost">Of which cost class.</param>
/// <param name="Investment">Investment; 0 for a measure without cost.</param>
/// <param name="AnnualBenefit">Economic benefit a year; may be negative.</param>
/// <param name="Status">How far it has come.</param>
public sealed record Measure(string Id, string Name, MeasureKind Kind, CostClass Cost, Wan Investment, Wan AnnualBenefit, MeasureStatus Status)
{
    /// <summary>A kind for people.</summary>
    public static Wording KindName(MeasureKind kind) => kind switch
    {
        MeasureKind.Product => new("改进产品", "better product"),
        MeasureKind.Materials => new("改变原辅材料", "raw and auxiliary materials"),
        MeasureKind.Process => new("工艺革新、技术改造", "process and technology"),
        MeasureKind.ComprehensiveUse => new("综合利用", "comprehensive use"),
        MeasureKind.Management => new("加强管理", "management"),
        _ => new("废物无害化", "harmless waste"),
    };
}
