using System.Globalization;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Facts.Building;

/// <summary>Declared substances to the word <c>substances</c>.</summary>
internal static class SubstanceBuilder
{
    internal static FactList<SubstanceFact> Build(FacilityRecords records, ReportingPeriod period, SubstanceMatcher matcher, ReferenceData reference)
    {
        var declared = records.Substances.Where(s => s.Year == period.Year).ToArray();
        return new(declared.Where(s => !s.DeclaresNone).Select(s => Item(s, matcher, reference)), FactsBuilder.Missing(
            [declared.Length == 0 ? $"substances[{period.Year}]" : null, FactsBuilder.Refused(records, "substances", "substances")]));
    }

    private static SubstanceFact Item(SubstanceRecord record, SubstanceMatcher matcher, ReferenceData reference)
    {
        var match = matcher.Match(record.Substance);
        return new SubstanceFact
        {
            Name = record.Substance,
            Cas = match.Cas,
            Role = record.Role switch { SubstanceRole.Used => "used", SubstanceRole.Produced => "produced", SubstanceRole.Discharged => "discharged", _ => "waste" },
            Quantity = record.Quantity,
            Unit = record.Unit?.Symbol,
            Purpose = record.Purpose,
            ToxicClass = match.ToxicClass,
            Catalogues = match.Catalogues,
            Evidence =
            [
                new Evidence(record.Source)
                {
                    Pollutant = match.Cas ?? record.Substance, Name = record.Substance, At = record.Year.ToString(CultureInfo.InvariantCulture),
                    Value = record.Quantity is { } n ? MeasuredValue.Of(n) : null, Unit = record.Unit?.Symbol,
                    Basis = match.Catalogues.Count == 0 ? null : string.Join("、", reference.Catalogues.Where(c => match.Catalogues.Contains(c.Id)).Select(c => c.Title)),
                },
            ],
        };
    }
}
