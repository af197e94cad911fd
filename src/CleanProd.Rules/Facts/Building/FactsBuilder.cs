using CleanProd.Rules.Facts.Limits;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Facts.Building;

/// <summary>
/// From the records of a facility to the words of the rule language, for one period and determination date. Pure: the same records,
/// period, date and reference data give the same facts.
/// </summary>
internal sealed class FactsBuilder
{
    private readonly ReferenceData _reference;
    private readonly IReadOnlySet<string> _tablesGiven;
    private readonly ReportingPeriod _period;
    private readonly DateOnly _asOf;
    private readonly SubstanceMatcher _substances;
    private readonly LimitAnswers _limits;

    /// <summary>A builder for all facilities of a data set.</summary>
    /// <param name="reference">Codes and dated tables.</param>
    /// <param name="tablesGiven">Tables the data set holds at all.</param>
    /// <param name="period">The days judged.</param>
    /// <param name="asOf">The determination date: judgements and audits after it do not count.</param>
    public FactsBuilder(ReferenceData reference, IReadOnlySet<string> tablesGiven, ReportingPeriod period, DateOnly asOf)
    {
        _reference = reference;
        _tablesGiven = tablesGiven;
        _period = period;
        _asOf = asOf;
        _substances = SubstanceMatcher.On(reference, period.To);
        _limits = new LimitAnswers(reference.Limits, reference.Regions);
    }

    /// <summary>The facts of one facility.</summary>
    public FacilityFacts Build(FacilityRecords records)
    {
        var facility = records.Facility;
        var energy = EnergyBuilder.Build(records, _period, _reference);
        var limited = energy.Any(e => e.HasLimit)
            || (facility.Industry is { } industry && _reference.EnergyIndustries.Any(e => industry.StartsWith(e.IndustryPrefix, StringComparison.Ordinal)));
        var known = facility.Industry is { } code && _reference.Industries.Find(code) is not null;
        return new FacilityFacts
        {
            Facility = new FacilityFact
            {
                Id = facility.Id.Value,
                Name = facility.Name,
                Region = facility.Region,
                Industry = facility.Industry,
                Status = facility.Status switch { FacilityStatus.Closed => "closed", FacilityStatus.Suspended => "suspended", _ => "operating" },
                KeySource = facility.KeySource,
                EiaApprovedOn = facility.EiaApprovedOn?.ToDateTime(TimeOnly.MinValue),
                HasEnergyLimit = limited,
                EnergyLimitBasis = limited || (known && !records.RefusedIn.ContainsKey("energy")) ? facility.Industry ?? "product" : null,
            },
            Period = new PeriodFact { Year = _period.Year, From = _period.From.ToDateTime(TimeOnly.MinValue), To = _period.To.ToDateTime(TimeOnly.MinValue) },
            Monitoring = MonitoringBuilder.Build(records, _period, _reference, _asOf, _limits),
            Discharges = DischargeBuilder.Build(records, _period, _reference, _tablesGiven, _asOf),
            Quotas = DischargeBuilder.Quotas(records, _period, _reference, _tablesGiven),
            Substances = SubstanceBuilder.Build(records, _period, _substances, _reference),
            Energy = energy,
            Audits = AuditBuilder.Build(records, _asOf, _tablesGiven),
            Indicators = new IndicatorFacts(records.Indicators.Select(i => new IndicatorFact(i.Indicator, i.Year, i.Value, i.Unit, i.Source)), _period.Year),
            Discretion = new DiscretionFacts(records.Discretion.Where(d => d.DecidedOn <= _asOf), Refused(records, "discretion", "discretion")),
        };
    }

    /// <summary>What is missing from a list, in words of the rule language; null when nothing is.</summary>
    internal static string? Missing(IEnumerable<string?> reasons)
    {
        var text = string.Join("; ", reasons.Where(r => r is not null));
        return text.Length == 0 ? null : text;
    }

    /// <summary>The reason when a row of the table was refused.</summary>
    internal static string? Refused(FacilityRecords records, string table, string word) =>
        records.RefusedIn.TryGetValue(table, out var source) ? $"{word} ({source})" : null;
}
