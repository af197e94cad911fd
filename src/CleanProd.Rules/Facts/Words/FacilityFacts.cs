namespace CleanProd.Rules.Facts.Words;

/// <summary>All words of one facility and one period: what a condition is evaluated over.</summary>
public sealed class FacilityFacts
{
    /// <summary>The word <c>facility</c>.</summary>
    public required FacilityFact Facility { get; init; }

    /// <summary>The word <c>period</c>.</summary>
    public required PeriodFact Period { get; init; }

    /// <summary>The word <c>monitoring</c>.</summary>
    public FactList<MonitoringFact> Monitoring { get; init; } = new([], "monitoring");

    /// <summary>The word <c>discharges</c>.</summary>
    public FactList<DischargeFact> Discharges { get; init; } = new([], "discharges");

    /// <summary>The word <c>quotas</c>.</summary>
    public FactList<QuotaFact> Quotas { get; init; } = new([], "quotas");

    /// <summary>The word <c>substances</c>.</summary>
    public FactList<SubstanceFact> Substances { get; init; } = new([], "substances");

    /// <summary>The word <c>energy</c>.</summary>
    public FactList<EnergyFact> Energy { get; init; } = new([], "energy");

    /// <summary>The word <c>audits</c>.</summary>
    public AuditFacts Audits { get; init; } = new([], "audits");

    /// <summary>The word <c>indicators</c>.</summary>
    public required IndicatorFacts Indicators { get; init; }

    /// <summary>The word <c>discretion</c>.</summary>
    public required DiscretionFacts Discretion { get; init; }
}
