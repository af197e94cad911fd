using System.Globalization;
using CleanProd.Rules.Facts.Totals;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Facts.Building;

/// <summary>Reported quantities and quotas to the words <c>discharges</c> and <c>quotas</c>.</summary>
internal static class DischargeBuilder
{
    internal static FactList<DischargeFact> Build(FacilityRecords records, ReportingPeriod period, ReferenceData reference, IReadOnlySet<string> tablesGiven, DateOnly asOf)
    {
        var measured = new MeasuredTotals(records, reference, asOf);
        var reported = records.Discharges.Where(d => d.Period.Overlaps(period)).ToArray();
        var quotas = InForce(records, period);
        var quotasUnknown = !tablesGiven.Contains("quotas") || records.RefusedIn.ContainsKey("quotas");
        var keys = reported.Select(d => (d.Pollutant, Medium: MediumOf(d.Medium, d.Pollutant, reference)))
            .Concat(quotas.Select(q => (q.Pollutant, Medium: MediumOf(q.Medium, q.Pollutant, reference))))
            .Distinct().OrderBy(k => k.Pollutant).ThenBy(k => k.Medium);
        var items = keys.Select(k => DischargeItem.Of(
            k.Pollutant, k.Medium,
            new ReportedTotal([.. records.Discharges.Where(d => d.Pollutant == k.Pollutant && MediumOf(d.Medium, d.Pollutant, reference) == k.Medium)], period),
            quotas.Where(q => q.Pollutant == k.Pollutant && MediumOf(q.Medium, q.Pollutant, reference) == k.Medium).ToArray(),
            measured.All(k.Pollutant, k.Medium, period), period, reference, quotasUnknown)).ToArray();
        return new(items, FactsBuilder.Missing([reported.Length == 0 && !items.Any(i => i.Computed is not null) ? "discharges" : null, FactsBuilder.Refused(records, "discharges", "discharges"), FactsBuilder.Refused(records, "quotas", "quotas")]));
    }

    internal static FactList<QuotaFact> Quotas(FacilityRecords records, ReportingPeriod period, ReferenceData reference, IReadOnlySet<string> tablesGiven)
    {
        var items = InForce(records, period).Select(q => new QuotaFact
        {
            Pollutant = q.Pollutant.Value,
            Medium = Word(MediumOf(q.Medium, q.Pollutant, reference)),
            Quantity = q.Quantity,
            Unit = q.Unit.Symbol,
            IsKeyPollutant = IsKey(q.Pollutant, period, reference),
            Evidence = [QuotaEvidence(q, reference)],
        });
        return new(items, FactsBuilder.Missing([tablesGiven.Contains("quotas") ? null : "quotas", FactsBuilder.Refused(records, "quotas", "quotas")]));
    }

    private static QuotaRecord[] InForce(FacilityRecords records, ReportingPeriod period) =>
        [.. records.Quotas.Where(q => q.From <= period.To && (q.To is null || q.To >= period.From))];

    internal static Evidence QuotaEvidence(QuotaRecord q, ReferenceData reference) => new(q.Source)
    {
        Pollutant = q.Pollutant.Value,
        Name = reference.Pollutants.NameOf(q.Pollutant) + "总量指标",
        At = q.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Value = q.Quantity is { } n ? MeasuredValue.Of(n) : null,
        Unit = q.Unit.Symbol,
        Basis = q.Document ?? q.Issuer,
    };

    internal static bool IsKey(PollutantCode pollutant, ReportingPeriod period, ReferenceData reference) =>
        reference.KeyPollutants.Any(k => k.Pollutant == pollutant && k.From <= period.To && (k.To is null || period.To <= k.To));

    private static Medium MediumOf(Medium medium, PollutantCode pollutant, ReferenceData reference) =>
        medium == Medium.Unspecified ? reference.Pollutants.MediumOf(pollutant) : medium;

    internal static string? Word(Medium medium) => medium switch { Medium.Water => "water", Medium.Air => "air", _ => null };

    internal static string? Word(QuantityMethod method) => method switch
    {
        QuantityMethod.Automatic => "automatic",
        QuantityMethod.Manual => "manual",
        QuantityMethod.Balance => "balance",
        QuantityMethod.Coefficient => "coefficient",
        _ => null,
    };
}
