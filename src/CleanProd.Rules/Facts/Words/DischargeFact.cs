namespace CleanProd.Rules.Facts.Words;

/// <summary>
/// The quantity of one pollutant discharged in the period, beside its quota. There is one item for each pollutant and medium that
/// was reported or has a quota. The list is incomplete when nothing was reported or a row was refused.
/// </summary>
[Word("discharges")]
public sealed class DischargeFact : IEvidenceFact
{
    /// <summary>Pollutant code, or the name as written. Never missing.</summary>
    [Example("discharges.Any(d => d.Pollutant == \"w01018\")")]
    public required string Pollutant { get; init; }

    /// <summary>Name of the pollutant for people. Never missing.</summary>
    [Example("discharges.Any(d => d.PollutantName == \"氨氮\")")]
    public required string PollutantName { get; init; }

    /// <summary><c>water</c> or <c>air</c>. Missing when the source does not say.</summary>
    [OneOf("water", "air")]
    [Example("discharges.Any(d => d.Medium == \"air\")")]
    public string? Medium { get; init; }

    /// <summary>
    /// Quantity of the period in <see cref="Unit"/>, reported or computed from measurements. Missing when neither is known; a lower bound when
    /// only a part of the period is. Of several methods the best is taken (automatic, manual, balance, coefficient), never their sum; a report
    /// within a longer one is part of it. Where a report and a computation of one method differ, it lies between them.
    /// </summary>
    [NeverNegative]
    [UpTo(nameof(DischargedAtMost))]
    [InUnitOf(nameof(Unit))]
    [Example("discharges.Any(d => d.Discharged > d.Quota)")]
    public decimal? Discharged { get; init; }

    /// <summary>Upper bound of <see cref="Discharged"/>: the same when the whole period is known, else open.</summary>
    [NotAWord]
    public decimal? DischargedAtMost { get; init; }

    /// <summary>
    /// Quantity computed from measured concentrations and volumes, in <see cref="Unit"/>: automatic data with gaps filled, else manual samples
    /// over the operating time. Missing when no volumes were measured; a lower bound when not the whole period can be computed.
    /// </summary>
    [NeverNegative]
    [UpTo(nameof(ComputedAtMost))]
    [InUnitOf(nameof(Unit))]
    [Example("discharges.Any(d => d.Computed > d.Quota)")]
    public decimal? Computed { get; init; }

    /// <summary>Upper bound of <see cref="Computed"/>.</summary>
    [NotAWord]
    public decimal? ComputedAtMost { get; init; }

    /// <summary>Quota for the period in <see cref="Unit"/>; none when no quota was assigned.</summary>
    [NullMeansNone(nameof(QuotaUnknown))]
    [NeverNegative]
    [InUnitOf(nameof(Unit))]
    [Example("discharges.Any(d => d.Discharged > d.Quota)")]
    public decimal? Quota { get; init; }

    /// <summary>Whether a quota was assigned for the period.</summary>
    [Example("discharges.Any(d => d.HasQuota)")]
    public bool HasQuota { get; init; }

    /// <summary>Whether a quota exists whose quantity is not known, or quotas were not supplied at all.</summary>
    [NotAWord]
    public bool QuotaUnknown { get; init; }

    /// <summary>Discharged over quota; none when no quota was assigned.</summary>
    [NullMeansNone(nameof(RatioUnknown))]
    [NeverNegative]
    [InUnit("1")]
    [Example("discharges.Any(d => d.Ratio > 1)")]
    public decimal? Ratio { get; init; }

    /// <summary>Whether there is a quota but no ratio to it.</summary>
    [NotAWord]
    public bool RatioUnknown => QuotaUnknown || (HasQuota && Ratio is null);

    /// <summary>
    /// Largest sum over any twelve consecutive months that touch the period (HJ 942: the permitted yearly quantity binds them all), in
    /// <see cref="Unit"/>. Missing unless the quantities of twelve such months were reported or can be computed.
    /// </summary>
    [NeverNegative]
    [InUnitOf(nameof(Unit))]
    [Example("discharges.Any(d => d.Rolling12MonthMaximum > d.Quota)")]
    public decimal? Rolling12MonthMaximum { get; init; }

    /// <summary>Whether the national plan of the period counts it among the key pollutants (重点污染物).</summary>
    [Example("discharges.Any(d => d.IsKeyPollutant and d.Discharged > d.Quota)")]
    public bool IsKeyPollutant { get; init; }

    /// <summary>Unit of quantity and quota. Never missing.</summary>
    [Example("discharges.Any(d => d.Unit == \"t\")")]
    public required string Unit { get; init; }

    /// <summary><c>automatic</c>, <c>manual</c>, <c>balance</c> or <c>coefficient</c>. Missing when not reported.</summary>
    [OneOf("automatic", "manual", "balance", "coefficient")]
    [Example("discharges.Any(d => d.Method == \"automatic\")")]
    public string? Method { get; init; }

    /// <summary>The quantity in another unit of mass or volume. Missing, or a lower bound, when the quantity is.</summary>
    [NeverNegative]
    [UpTo(nameof(DischargedAtMostIn))]
    [InGivenUnit("mass", "volume")]
    [Example("discharges.Sum(d => d.DischargedIn(\"lb\")) > 10000")]
    public decimal? DischargedIn(string unit)
    {
        if (Discharged is not { } number) return null;
        var to = Facts.Unit.Parse(unit);
        if (ReportedUnit is { } reported && ReportedQuantity is { } quantity && reported.ConvertsTo(to))
            return reported.Convert(quantity, to);
        return Facts.Unit.Parse(Unit).Convert(number, to);
    }

    /// <summary>Upper bound of <see cref="DischargedIn"/>.</summary>
    [NotAWord]
    public decimal? DischargedAtMostIn(string unit) => DischargedAtMost switch
    {
        null => null,
        { } most when most == Discharged => DischargedIn(unit),
        { } most => Facts.Unit.Parse(Unit).Convert(most, Facts.Unit.Parse(unit)),
    };

    /// <summary>Unit of the reports, when they share one: conversions start from it and stay exact.</summary>
    [NotAWord]
    public Unit? ReportedUnit { get; init; }

    /// <summary>Quantity in <see cref="ReportedUnit"/>.</summary>
    [NotAWord]
    public decimal? ReportedQuantity { get; init; }

    /// <inheritdoc/>
    [NotAWord]
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <inheritdoc/>
    [NotAWord]
    public string Subject => PollutantName;
}

/// <summary>
/// A total-quantity quota that covers part of the period. The list is incomplete when the data set holds no quotas at all: whether
/// one was assigned is then unknown.
/// </summary>
[Word("quotas")]
public sealed class QuotaFact : IEvidenceFact
{
    /// <summary>Pollutant code, or the name as written. Never missing.</summary>
    [Example("quotas.Any(q => q.Pollutant == \"w01018\")")]
    public required string Pollutant { get; init; }

    /// <summary><c>water</c> or <c>air</c>. Missing when the source does not say.</summary>
    [OneOf("water", "air")]
    [Example("quotas.Any(q => q.Medium == \"water\")")]
    public string? Medium { get; init; }

    /// <summary>Quantity a year in <see cref="Unit"/>. Missing when it was not reported.</summary>
    [NeverNegative]
    [InUnitOf(nameof(Unit))]
    [Example("quotas.Any(q => q.Quantity > 0)")]
    public decimal? Quantity { get; init; }

    /// <summary>Unit. Never missing.</summary>
    [Example("quotas.Any(q => q.Unit == \"t\")")]
    public required string Unit { get; init; }

    /// <summary>Whether the national plan of the period counts it among the key pollutants (重点污染物).</summary>
    [Example("quotas.Any(q => q.IsKeyPollutant)")]
    public bool IsKeyPollutant { get; init; }

    /// <inheritdoc/>
    [NotAWord]
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <inheritdoc/>
    [NotAWord]
    public string Subject => Pollutant;
}
