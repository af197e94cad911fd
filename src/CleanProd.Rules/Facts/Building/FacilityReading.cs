using CleanProd.Rules.Facts.Limits;
using CleanProd.Rules.Facts.Validity;

namespace CleanProd.Rules.Facts.Building;

/// <summary>The measured values of one facility, read and ready to be judged one by one.</summary>
internal sealed class FacilityReading
{
    /// <summary>Reads the values of one facility.</summary>
    /// <param name="records">The facility.</param>
    /// <param name="period">The days judged.</param>
    /// <param name="reference">Codes and dated tables.</param>
    /// <param name="asOf">The determination date.</param>
    /// <param name="known">Answers about limits that were given before; null to ask anew.</param>
    internal FacilityReading(FacilityRecords records, ReportingPeriod period, ReferenceData reference, DateOnly asOf, LimitAnswers? known = null)
    {
        Reader = new ValueReader(records, period, reference, asOf);
        Series = [.. Reader.Read()];
        Standards = new StandardLimits(records, reference, asOf, records.Series.Select(s => s.Key).Concat(Series.Select(s => s.Key)), new EquivalentStacks(records, reference, asOf, Series),
            known ?? new(reference.Limits, reference.Regions));
        Judge = new ValueJudge(records, Standards, Supervised(records));
    }

    internal ValueReader Reader { get; }

    internal IReadOnlyList<ReadSeries> Series { get; }

    internal StandardLimits Standards { get; }

    internal ValueJudge Judge { get; }

    // The authority's measurements are judged first: where they differ from the plant's own of the same time, they decide.
    private Precedence Supervised(FacilityRecords records)
    {
        var precedence = new Precedence();
        if (Reader.IsForeign) return precedence;
        var judge = new ValueJudge(records, Standards, precedence);
        foreach (var series in Series.Where(s => s.Key.Origin == DataOrigin.Supervision))
        {
            var permits = judge.PermitsOf(series);
            foreach (var value in series.Values) judge.Supervise(series, permits, value);
        }

        return precedence;
    }
}
