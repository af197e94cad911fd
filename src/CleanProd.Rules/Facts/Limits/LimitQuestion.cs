namespace CleanProd.Rules.Facts.Limits;

/// <summary>What has to be known to find the limit of one value; a null is a fact that is not known.</summary>
/// <param name="Pollutant">What was measured.</param>
/// <param name="Medium">Water or air.</param>
/// <param name="SampledOn">Day of the sample: the limit in force on it binds.</param>
internal sealed record LimitQuestion(PollutantCode Pollutant, Medium Medium, DateOnly SampledOn)
{
    /// <summary>GB/T 2260 code of the place; without one no Chinese standard is asked.</summary>
    public string? Region { get; init; }

    /// <summary>GB/T 4754-2017 code with its letter.</summary>
    public string? Industry { get; init; }

    /// <summary>Day the environmental impact document was approved: selects the period (DB44/26-2001 4.2.2).</summary>
    public DateOnly? EiaApprovedOn { get; init; }

    /// <summary>How the outlet discharges.</summary>
    public DischargeKind Discharge { get; init; }

    /// <summary>Whether it is a workshop outlet.</summary>
    public bool? Workshop { get; init; }

    /// <summary>Grade, by receiving water or functional zone.</summary>
    public string? Grade { get; init; }

    /// <summary>Standards the outlet is subject to, as its permit or file writes them; null where it names none.</summary>
    public string? Standard { get; init; }

    /// <summary>Productions whose water leaves through the outlet together; empty where one alone does, or nobody recorded them.</summary>
    public IReadOnlyList<MixedProduction> Productions { get; init; } = [];

    /// <summary>Height of the stack, m.</summary>
    public decimal? StackHeightM { get; init; }

    /// <summary>Unit of the value: a limit in a unit that does not convert is another limit's. Null asks for concentration and rate.</summary>
    public Unit? Unit { get; init; }

    /// <summary>Time the value stands for; null does not ask whether the limit is read against it.</summary>
    public AveragingWindow? Window { get; init; }

    /// <summary>Who measured.</summary>
    public DataOrigin Origin { get; init; }

    /// <summary>Other kinds of limit are asked for by name.</summary>
    public IReadOnlyList<LimitKind> Kinds { get; init; } = [LimitKind.Concentration, LimitKind.Rate];

    /// <summary>Limits of the permit for this outlet and pollutant: they come before any standard (排污许可管理条例 Art. 13, recalled).</summary>
    public IReadOnlyList<PermitLimitRecord> PermitLimits { get; init; } = [];

    /// <summary>Facts a person has given, by name of <c>limit_facts.csv</c>; <c>scope[GB 4287-2012]</c> says which row's scope the unit falls under.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();
}
