namespace CleanProd.Rules.Facts;

/// <summary>What receives the discharge.</summary>
public enum Medium
{
    /// <summary>Not stated, or all media together.</summary>
    Unspecified,

    /// <summary>Waste water (废水).</summary>
    Water,

    /// <summary>Waste gas (废气).</summary>
    Air,
}

/// <summary>How an outlet discharges; selects the limit.</summary>
public enum DischargeKind
{
    /// <summary>Not stated.</summary>
    Unspecified,

    /// <summary>Into the environment (直接排放).</summary>
    Direct,

    /// <summary>Into a public treatment plant (间接排放).</summary>
    Indirect,

    /// <summary>Through a stack (有组织).</summary>
    Stack,

    /// <summary>Not through a stack (无组织).</summary>
    Fugitive,
}

/// <summary>The time a value stands for.</summary>
public enum AveragingWindow
{
    /// <summary>One sample (瞬时).</summary>
    Instant,

    /// <summary>Mean of one hour (小时均值).</summary>
    Hour,

    /// <summary>Mean of one day (日均值).</summary>
    Day,

    /// <summary>Mean of one month (月均值).</summary>
    Month,

    /// <summary>A whole year, reported as a summary.</summary>
    Year,
}

/// <summary>Who measured, with what.</summary>
public enum DataOrigin
{
    /// <summary>Not stated.</summary>
    Unspecified,

    /// <summary>Automatic monitoring (自动监测).</summary>
    Automatic,

    /// <summary>The enterprise's own or commissioned manual samples (自行监测).</summary>
    Self,

    /// <summary>The environmental department's sample (执法监测): prevails over the enterprise's own (排污许可管理条例 Art. 29).</summary>
    Supervision,
}

/// <summary>Whether the plant runs.</summary>
public enum FacilityStatus
{
    /// <summary>Not stated: counts as running, so that a blank takes no plant off the list; what was stated before still holds.</summary>
    Unspecified,

    /// <summary>Running (在产).</summary>
    Operating,

    /// <summary>Stopped for the time being (停产).</summary>
    Suspended,

    /// <summary>Closed for good (关闭).</summary>
    Closed,
}

/// <summary>How a discharged quantity was found; automatic prevails over manual, manual over calculation (环境保护税法 Art. 10).</summary>
public enum QuantityMethod
{
    /// <summary>Not stated.</summary>
    Unspecified,

    /// <summary>From automatic monitoring (自动监测).</summary>
    Automatic,

    /// <summary>From manual monitoring (手工监测).</summary>
    Manual,

    /// <summary>From a material balance (物料衡算).</summary>
    Balance,

    /// <summary>From emission coefficients (产排污系数).</summary>
    Coefficient,
}

/// <summary>What the enterprise does with a substance.</summary>
public enum SubstanceRole
{
    /// <summary>Raw or auxiliary material (使用).</summary>
    Used,

    /// <summary>Product or by-product (生产).</summary>
    Produced,

    /// <summary>In waste water or waste gas (排放).</summary>
    Discharged,

    /// <summary>In waste (废物).</summary>
    Waste,
}

/// <summary>Which track an audit belongs to.</summary>
public enum AuditKind
{
    /// <summary>Ordered by law (强制性).</summary>
    Mandatory,

    /// <summary>Of the enterprise's own will (自愿性).</summary>
    Voluntary,
}
