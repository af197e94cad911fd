namespace CleanProd.Rules.Facts.Words;

/// <summary>Any other number that a rule judges, by name and year.</summary>
[Word("indicators")]
public sealed class IndicatorFacts
{
    private readonly Dictionary<(string Name, int Year), IndicatorFact> _values;
    private readonly int _year;

    /// <summary>Indicators of a facility; <paramref name="year"/> is the screened one.</summary>
    public IndicatorFacts(IEnumerable<IndicatorFact> values, int year)
    {
        _values = values.ToDictionary(v => (v.Name, v.Year));
        _year = year;
    }

    /// <summary>The indicator in the screened year. Missing when not reported.</summary>
    [Example("indicators.Value(\"spill_count\") > 60")]
    public decimal? Value(string name) => ValueIn(name, _year);

    /// <summary>The indicator in another year. Missing when not reported.</summary>
    [Example("indicators.ValueIn(\"spill_count\", period.Year - 1) > 60")]
    public decimal? ValueIn(string name, int year) => _values.GetValueOrDefault((name, year))?.Value;

    /// <summary>Whether the indicator was reported for the screened year. Never missing.</summary>
    [Example("indicators.Has(\"spill_count\")")]
    public bool Has(string name) => Value(name) is not null;

    /// <summary>The indicator with its source.</summary>
    [NotAWord]
    public IndicatorFact? Find(string name, int? year = null) => _values.GetValueOrDefault((name, year ?? _year));
}

/// <summary>One indicator as reported.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Year">Its year.</param>
/// <param name="Value">Its value; null when reported blank.</param>
/// <param name="Unit">Its unit, for people.</param>
/// <param name="Source">The row.</param>
public sealed record IndicatorFact(string Name, int Year, decimal? Value, string? Unit, SourceRef Source);
