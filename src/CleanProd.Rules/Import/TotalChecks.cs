using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Totals;

namespace CleanProd.Rules.Import;

/// <summary>Compares reported quantities with those that the measurements of the same import give. The report stays: the difference is said.</summary>
internal static class TotalChecks
{
    private static readonly Unit Tonne = Unit.Parse("t");

    internal static void Compare(FactSet facts, ReferenceData reference, FindingLog log)
    {
        foreach (var records in facts.Facilities.Where(f => f.Discharges.Count > 0 && f.Series.Count > 0))
        {
            var measured = new MeasuredTotals(records, reference, DateOnly.MaxValue);
            foreach (var report in records.Discharges.Where(d => d.Quantity is not null && d.Unit.ConvertsTo(Tonne)))
            {
                var medium = report.Medium == Medium.Unspecified ? reference.Pollutants.MediumOf(report.Pollutant) : report.Medium;
                if (measured.Of(report.Pollutant, medium, report.Period) is not { IsWhole: true } total) continue;
                var reported = new Quantity(report.Quantity!.Value, report.Unit);
                if (!TotalComparison.Differs([reported], total.Tonnes, Tonne)) continue;
                var computed = decimal.Round(Tonne.Convert(total.Tonnes, report.Unit), 6, MidpointRounding.ToEven);
                log.Add("total_differs", report.Source, "quantity", PlainNumber.Text(reported.Number),
                    reported.ToString(), new Quantity(computed, report.Unit).ToString(), report.Period.ToString());
            }
        }
    }
}
