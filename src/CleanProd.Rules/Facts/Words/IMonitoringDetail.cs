namespace CleanProd.Rules.Facts.Words;

/// <summary>What of an item of <c>monitoring</c> is read only when it is asked for.</summary>
internal interface IMonitoringDetail
{
    /// <summary>Ratios of the single values, largest first.</summary>
    IReadOnlyList<decimal> Ratios();

    /// <summary>The largest ratio of each month.</summary>
    IReadOnlyList<MonthRatio> Months();

    /// <summary>The choices made before the values were judged.</summary>
    IReadOnlyList<ReadingNote> Readings();

    /// <summary>The values that exceed; where none does, the one nearest to its limit.</summary>
    IReadOnlyList<Evidence> Evidence();
}
