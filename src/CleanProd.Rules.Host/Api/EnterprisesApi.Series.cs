using CleanProd.Rules.Facts;
using CleanProd.Rules.Facts.Building;
using CleanProd.Rules.Facts.Limits;
using CleanProd.Rules.Storage;
using CleanProd.Rules.Storage.Enterprises;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CleanProd.Rules.Host.Api;

// Values against their limits.
internal static partial class EnterprisesApi
{
    // A chart of more years is several charts.
    private const int MostYears = 5;

    /// <summary>A limit that values are held against.</summary>
    /// <param name="Low">Lower limit, in the unit of the values.</param>
    /// <param name="High">Upper limit.</param>
    /// <param name="Unit">Unit of the values.</param>
    /// <param name="Basis">Where it comes from, on one line.</param>
    /// <param name="Standard">Standard or permit; null for a limit that was reported with the value.</param>
    /// <param name="Table">Table of the standard.</param>
    /// <param name="Clause">Clause.</param>
    /// <param name="ReferenceOxygen">Oxygen content that values are converted to, %.</param>
    /// <param name="Trust"><c>sourced</c> or <c>recalled</c>; null for a permit.</param>
    /// <param name="Remark">Remarks and doubts of the row.</param>
    /// <param name="Source">Row of the library or of the permit.</param>
    internal sealed record LimitRow(
        decimal? Low, decimal? High, string Unit, string? Basis, string? Standard, string? Table, string? Clause, decimal? ReferenceOxygen, string? Trust, string? Remark, SourceAnswer? Source);

    /// <summary>A value.</summary>
    /// <param name="At">Local time of the sample, or the first moment of its window.</param>
    /// <param name="Value">The number; null where there is none.</param>
    /// <param name="Qualifier">How to read the number.</param>
    /// <param name="Unit">Its unit.</param>
    /// <param name="Flag">HJ 212 data flag.</param>
    /// <param name="Standing">How it is judged.</param>
    /// <param name="LimitLow">Lower limit.</param>
    /// <param name="LimitHigh">Upper limit.</param>
    /// <param name="Limit">Place of the limit among <c>limits</c>, from 0; null where none is known.</param>
    /// <param name="Ratio">Value over limit, at most ten decimal places.</param>
    /// <param name="Compared">What was compared, in plain notation, where it is not the measured value.</param>
    /// <param name="Remarks">How the number came about, or why it is not judged.</param>
    /// <param name="Source">The row.</param>
    internal sealed record PointAnswer(
        DateTime At, decimal? Value, ValueQualifier Qualifier, string Unit, string? Flag, PointStanding Standing, decimal? LimitLow, decimal? LimitHigh, int? Limit, decimal? Ratio,
        string? Compared, IReadOnlyList<Wording> Remarks, SourceAnswer Source);

    /// <summary>A series with its values.</summary>
    internal sealed record SeriesAnswer(
        string OutletId, string Pollutant, string PollutantName, AveragingWindow Window, DataOrigin Origin, string Unit, IReadOnlyList<LimitRow> Limits, IReadOnlyList<PointAnswer> Values);

    /// <summary>The series of a pollutant.</summary>
    internal sealed record SeriesSet(string FacilityId, DateTimeOffset KnownAt, DateOnly AsOf, IReadOnlyList<SeriesAnswer> Series);

    private static async Task<Ok<SeriesSet>> SeriesAsync(
        string facility, string pollutant, string? outlet, DateOnly from, DateOnly to, Word<AveragingWindow>? window, DateTimeOffset? known_at, DateOnly? as_of, Store store,
        EnterpriseStore enterprises, ReferenceData reference, CancellationToken ct)
    {
        if (from > to || to.Year - from.Year >= MostYears)
            throw new FormatException($"from={from:yyyy-MM-dd}, to={to:yyyy-MM-dd}: 起止日期应先后有序且不超过{MostYears}年。 from is not after to, and they span at most {MostYears} years.");
        var at = known_at ?? store.Clock.GetUtcNow();
        var facts = await enterprises.FactsAsync(new(facility), at, ct) ?? throw new KeyNotFoundException();
        var asOf = as_of ?? LegalDay.Of(at);
        var code = reference.Pollutants.Resolve(pollutant);
        var shown = new ReportingPeriod(from, to);
        // Each year is read whole, as its screening reads it; what is asked for is cut out of it.
        var read = Enumerable.Range(from.Year, to.Year - from.Year + 1)
            .SelectMany(y => JudgedSeries.Of(facts.Records, code, outlet is null ? null : new OutletId(outlet), y, reference, asOf))
            .Where(s => window is null || s.Key.Window == window.Value.Value)
            .GroupBy(s => (s.Key.OutletId, s.Key.Window, s.Key.Origin));
        return TypedResults.Ok(new SeriesSet(facility, at, asOf, [.. read.Select(g => Series(facts, [.. g], shown, reference)).Where(s => s.Values.Count > 0)]));
    }

    private static SeriesAnswer Series(EnterpriseFacts facts, JudgedSeries[] years, ReportingPeriod shown, ReferenceData reference)
    {
        var key = years[0].Key;
        var (import, limits, places) = (facts.ImportsOf(key), new List<LimitRow>(), new Dictionary<LimitRow, int>());
        var values = years.SelectMany(y => y.Points).Where(p => shown.Contains(DateOnly.FromDateTime(p.At))).Select(p =>
        {
            int? place = null;
            if (Limit(p) is { } limit)
            {
                if (places.TryAdd(limit, limits.Count)) limits.Add(limit);
                place = places[limit];
            }

            return new PointAnswer(
                p.At, p.Value.Qualifier is ValueQualifier.Missing or ValueQualifier.NotDetected ? null : Plain(p.Value.Number), p.Value.Qualifier, p.Unit.Symbol,
                p.Flag == '\0' ? null : p.Flag.ToString(), p.Standing, Plain(p.Low), Plain(p.High), place, p.Ratio is { } ratio ? Plain(decimal.Round(ratio, 10)) : null,
                p.Compared?.ToString(), p.Remarks, Source(import(p.At, p.Source), p.Source));
        }).ToArray();
        return new(key.OutletId.Value, key.Pollutant.Value, reference.Pollutants.NameOf(key.Pollutant), key.Window, key.Origin, key.Unit.Symbol, limits, values);
    }

    private static LimitRow? Limit(JudgedPoint p) => p.Low is null && p.High is null && p.Law is null
        ? null
        : new(
            Plain(p.Low), Plain(p.High), p.Unit.Symbol, p.Basis, p.Law?.Standard, p.Law?.Table, p.Law?.Clause, p.Law?.ReferenceOxygen, p.Law?.Basis, p.Law?.Remark,
            p.Law is { Source: var row } ? Source(null, row) : null);

    private static decimal? Plain(decimal? number) => number is { } n ? Plain(n) : null;
}
