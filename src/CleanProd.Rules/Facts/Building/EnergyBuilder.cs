using System.Globalization;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Facts.Building;

/// <summary>Energy and output of products to the word <c>energy</c>.</summary>
internal static class EnergyBuilder
{
    internal static FactList<EnergyFact> Build(FacilityRecords records, ReportingPeriod period, ReferenceData reference)
    {
        var reported = records.Energy.Where(e => e.Year == period.Year).ToArray();
        return new(reported.Select(e => Item(e, period, reference)), FactsBuilder.Missing(
            [reported.Length == 0 ? $"energy[{period.Year}]" : null, FactsBuilder.Refused(records, "energy", "energy")]));
    }

    private static EnergyFact Item(EnergyRecord record, ReportingPeriod period, ReferenceData reference)
    {
        var perUnit = Unit.Parse($"{record.EnergyUnit.Symbol}/{record.OutputUnit.Symbol}");
        var limit = LimitOf(record.Product, perUnit, period, reference);
        var unit = limit?.Unit ?? perUnit;
        decimal? consumption = record is { Energy: { } energy, Output: > 0 } ? perUnit.Convert(energy / record.Output.Value, unit) : null;
        decimal? ratio = consumption is { } c && limit is { Limit: > 0 } ? c / limit.Limit : null;
        return new EnergyFact
        {
            Product = record.Product,
            UnitConsumption = consumption,
            Limit = limit?.Limit,
            LimitUnknown = limit is null && InForce(record.Product, period, reference).Any(),
            Ratio = ratio,
            Unit = unit.Symbol,
            Evidence =
            [
                new Evidence(record.Source)
                {
                    Pollutant = record.Product, Name = record.Product, At = record.Year.ToString(CultureInfo.InvariantCulture),
                    Value = consumption is { } v ? MeasuredValue.Of(v) : null, Limit = limit?.Limit, Unit = unit.Symbol, Ratio = ratio,
                    Basis = limit is null ? null : $"{limit.Standard} {limit.Metric} {limit.Grade}{(limit.Basis == "recalled" ? "（限值待核）" : "")}",
                },
            ],
        };
    }

    // The limit value of existing plants (限定值, level 3), not the entry or advanced value. Of several metrics in the same unit the
    // comprehensive one (综合能耗) is meant; of several left, the highest: a doubt must not list an enterprise.
    private static EnergyLimit? LimitOf(string product, Unit unit, ReportingPeriod period, ReferenceData reference) => InForce(product, period, reference)
        .Where(l => l.Unit.ConvertsTo(unit))
        .OrderByDescending(l => l.Metric.Contains("综合能耗", StringComparison.Ordinal))
        .ThenByDescending(l => l.Limit).ThenBy(l => l.Standard, StringComparer.Ordinal).FirstOrDefault();

    private static bool IsLimitValue(string grade) =>
        grade.Contains("限定", StringComparison.Ordinal) || grade.Contains('3', StringComparison.Ordinal) || grade.Contains('三', StringComparison.Ordinal) || grade.Length == 0;

    private static IEnumerable<EnergyLimit> InForce(string product, ReportingPeriod period, ReferenceData reference) => reference.EnergyLimits
        .Where(l => l.Product == product && l.From <= period.To && (l.To is null || period.To <= l.To) && IsLimitValue(l.Grade));
}
