using System.Globalization;
using CleanProd.Rules.Facts.Words;

namespace CleanProd.Rules.Facts.Building;

/// <summary>Reported quantities and quotas to the words <c>discharges</c> and <c>quotas</c>.</summary>
internal static class DischargeBuilder
{
    internal static FactList<DischargeFact> Build(FacilityRecords records, ReportingPeriod period, ReferenceData reference, IReadOnlySet<string> tablesGiven)
    {
        var reported = records.Discharges.Where(d => d.Period.Overlaps(period)).ToArray();
        var quotas = InForce(records, period);
        var quotasUnknown = !tablesGiven.Contains("quotas") || records.RefusedIn.ContainsKey("quotas");
        var keys = reported.Select(d => (d.Pollutant, Medium: MediumOf(d.Medium, d.Pollutant, reference)))
            .Concat(quotas.Select(q => (q.Pollutant, Medium: MediumOf(q.Medium, q.Pollutant, reference))))
            .Distinct().OrderBy(k => k.Pollutant).ThenBy(k => k.Medium);
        var items = keys.Select(k => Item(
            k.Pollutant, k.Medium,
            reported.Where(d => d.Pollutant == k.Pollutant && MediumOf(d.Medium, d.Pollutant, reference) == k.Medium).ToArray(),
            quotas.Where(q => q.Pollutant == k.Pollutant && MediumOf(q.Medium, q.Pollutant, reference) == k.Medium).ToArray(),
            records, period, reference, quotasUnknown));
        return new(items, FactsBuilder.Missing([reported.Length == 0 ? "discharges" : null, FactsBuilder.Refused(records, "discharges", "discharges"), FactsBuilder.Refused(records, "quotas", "quotas")]));
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

    private static DischargeFact Item(
        PollutantCode pollutant, Medium medium, DischargeRecord[] reported, QuotaRecord[] quotas,
        FacilityRecords records, ReportingPeriod period, ReferenceData reference, bool quotasUnknown)
    {
        // A yearly report holds the monthly ones within it: they are not added again.
        var used = Preferred(reported, period);
        used = [.. used.Where(d => !used.Any(o => o.Period != d.Period && o.Period.Covers(d.Period)))];
        var unit = quotas.FirstOrDefault()?.Unit ?? used.FirstOrDefault()?.Unit ?? Unit.Parse("t");
        var convertible = used.All(d => d.Unit.ConvertsTo(unit));
        var known = used.Where(d => d.Quantity is not null && d.Unit.ConvertsTo(unit) && period.Covers(d.Period)).ToArray();
        decimal? sum = known.Length == 0 ? null : known.Sum(d => d.Unit.Convert(d.Quantity!.Value, unit));
        var whole = convertible && known.Length == used.Length && used.Length > 0 && CoversWhole(known, period);
        var sameUnit = used.Length > 0 && used.All(d => d.Unit.Equals(used[0].Unit));
        // The strictest of several quotas binds; one for a part of the period says nothing of the whole.
        var amounts = quotas.Where(q => q.From <= period.From && (q.To is null || q.To >= period.To)).Select(q => q.Quantity is { } n && q.Unit.ConvertsTo(unit) ? q.Unit.Convert(n, unit) : (decimal?)null).ToArray();
        var quota = amounts.Length == 0 || amounts.Any(a => a is null) ? null : amounts.Min();
        return new DischargeFact
        {
            Pollutant = pollutant.Value,
            PollutantName = reference.Pollutants.NameOf(pollutant),
            Medium = Word(medium),
            Discharged = sum,
            DischargedAtMost = whole ? sum : null,
            ReportedUnit = sameUnit ? used[0].Unit : null,
            ReportedQuantity = sameUnit && known.Length > 0 ? known.Sum(d => d.Quantity!.Value) : null,
            Quota = quota,
            HasQuota = quotas.Length > 0,
            QuotaUnknown = quotas.Length > 0 ? quota is null : quotasUnknown,
            Ratio = whole && quota is > 0 ? sum / quota : null,
            Rolling12MonthMaximum = Rolling(records.Discharges.Where(d => d.Pollutant == pollutant && MediumOf(d.Medium, d.Pollutant, reference) == medium).ToArray(), period, unit),
            IsKeyPollutant = IsKey(pollutant, period, reference),
            Unit = unit.Symbol,
            Method = used.Select(d => d.Method).Distinct().ToArray() is [var method] ? Word(method) : null,
            Evidence =
            [
                .. used.Select(d => new Evidence(d.Source)
                {
                    Pollutant = pollutant.Value, Name = reference.Pollutants.NameOf(pollutant), At = d.Period.ToString(),
                    Value = d.Quantity is { } n ? MeasuredValue.Of(n) : null, Unit = d.Unit.Symbol,
                    Limit = used.Length == 1 && quota is { } q && unit.ConvertsTo(d.Unit) ? unit.Convert(q, d.Unit) : null,
                    Ratio = used.Length == 1 && whole && quota is > 0 ? sum / quota : null,
                }),
                .. quotas.Select(q => QuotaEvidence(q, reference)),
            ],
        };
    }

    // Automatic prevails over manual, manual over calculation (环境保护税法 Art. 10): the best method that reports is taken, never the sum of two.
    private static DischargeRecord[] Preferred(DischargeRecord[] reported, ReportingPeriod period)
    {
        var methods = reported.GroupBy(d => d.Method).OrderBy(g => g.Key == QuantityMethod.Unspecified ? int.MaxValue : (int)g.Key).ToArray();
        if (methods.Length <= 1) return reported;
        return (methods.FirstOrDefault(g => CoversWhole([.. g], period)) ?? methods[0]).ToArray();
    }

    private static bool CoversWhole(DischargeRecord[] reported, ReportingPeriod period)
    {
        var next = period.From;
        foreach (var p in reported.Select(d => d.Period).OrderBy(p => p.From))
        {
            if (p.From > next) return false;
            if (p.To >= next) next = p.To.AddDays(1);
        }

        return next > period.To;
    }

    // Any twelve consecutive months that end in the period, all of them reported month by month.
    private static decimal? Rolling(DischargeRecord[] reported, ReportingPeriod period, Unit unit)
    {
        if (reported.Length < 12 || reported.Any(d => d.Quantity is null || !d.Unit.ConvertsTo(unit) || d.Period.From.Year != d.Period.To.Year || d.Period.From.Month != d.Period.To.Month))
            return null;
        var months = reported.GroupBy(d => (d.Period.From.Year * 12) + d.Period.From.Month)
            .ToDictionary(g => g.Key, g => g.Sum(d => d.Unit.Convert(d.Quantity!.Value, unit)));
        decimal? largest = null;
        for (var end = (period.From.Year * 12) + period.From.Month; end <= (period.To.Year * 12) + period.To.Month; end++)
        {
            var window = Enumerable.Range(end - 11, 12).ToArray();
            if (!window.All(months.ContainsKey)) continue;
            var sum = window.Sum(m => months[m]);
            if (largest is null || sum > largest) largest = sum;
        }

        return largest;
    }

    private static QuotaRecord[] InForce(FacilityRecords records, ReportingPeriod period) =>
        [.. records.Quotas.Where(q => q.From <= period.To && (q.To is null || q.To >= period.From))];

    private static Evidence QuotaEvidence(QuotaRecord q, ReferenceData reference) => new(q.Source)
    {
        Pollutant = q.Pollutant.Value,
        Name = reference.Pollutants.NameOf(q.Pollutant) + "总量指标",
        At = q.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Value = q.Quantity is { } n ? MeasuredValue.Of(n) : null,
        Unit = q.Unit.Symbol,
        Basis = q.Document ?? q.Issuer,
    };

    private static bool IsKey(PollutantCode pollutant, ReportingPeriod period, ReferenceData reference) =>
        reference.KeyPollutants.Any(k => k.Pollutant == pollutant && k.From <= period.To && (k.To is null || period.To <= k.To));

    private static Medium MediumOf(Medium medium, PollutantCode pollutant, ReferenceData reference) =>
        medium == Medium.Unspecified ? reference.Pollutants.MediumOf(pollutant) : medium;

    internal static string? Word(Medium medium) => medium switch { Medium.Water => "water", Medium.Air => "air", _ => null };

    private static string? Word(QuantityMethod method) => method switch
    {
        QuantityMethod.Automatic => "automatic",
        QuantityMethod.Manual => "manual",
        QuantityMethod.Balance => "balance",
        QuantityMethod.Coefficient => "coefficient",
        _ => null,
    };
}
