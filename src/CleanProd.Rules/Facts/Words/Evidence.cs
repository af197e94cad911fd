namespace CleanProd.Rules.Facts.Words;

/// <summary>One number that decided something, with the row it was read from.</summary>
/// <param name="Source">The row.</param>
public sealed record Evidence(SourceRef Source)
{
    /// <summary>Outlet; null where there is none.</summary>
    public string? OutletId { get; init; }

    /// <summary>Pollutant code, substance, product or indicator.</summary>
    public string? Pollutant { get; init; }

    /// <summary>Its name for people.</summary>
    public string? Name { get; init; }

    /// <summary>When: a date, a time, or a year.</summary>
    public string? At { get; init; }

    /// <summary>The value, with its qualifier where it has one.</summary>
    public MeasuredValue? Value { get; init; }

    /// <summary>What it was held against.</summary>
    public decimal? Limit { get; init; }

    /// <summary>Unit of value and limit.</summary>
    public string? Unit { get; init; }

    /// <summary>Value over limit.</summary>
    public decimal? Ratio { get; init; }

    /// <summary>Where the limit comes from: standard, permit, quota document, catalogue; or a remark for people.</summary>
    public string? Basis { get; init; }
}

/// <summary>A fact that can show the rows behind it.</summary>
public interface IEvidenceFact
{
    /// <summary>The rows behind the fact, the telling ones only: for monitoring the exceedances, for a quantity its reports.</summary>
    IReadOnlyList<Evidence> Evidence { get; }

    /// <summary>What the fact is about, in a few words: outlet and pollutant.</summary>
    string Subject { get; }
}
