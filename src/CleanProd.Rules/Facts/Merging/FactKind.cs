using System.Globalization;

namespace CleanProd.Rules.Facts.Merging;

/// <summary>What import and merging must know of one kind of record: when two rows speak of the same thing, and of which year.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Rows">The records of a facility.</param>
/// <param name="Facility">The facility of a record.</param>
/// <param name="Key">Natural key within the facility: two rows of one data set with the same key are the same or contradict each other. Also the order of records.</param>
/// <param name="Thing">Natural key across imports: what a later import says of the same thing supersedes what an earlier one said.</param>
/// <param name="Year">The year a record belongs to; null for a table that is not kept by years.</param>
/// <param name="Source">The row it was read from.</param>
/// <param name="Content">The record without its row.</param>
internal sealed record FactKind<T>(
    FactTable Table, Func<FacilityRecords, IReadOnlyList<T>> Rows, Func<T, FacilityId> Facility, Func<T, string> Key, Func<T, string> Thing,
    Func<T, int?> Year, Func<T, SourceRef> Source, Func<T, T> Content)
    where T : class;

/// <summary>Natural keys as text.</summary>
internal static class NaturalKey
{
    internal const char Separator = '\u001f';

    /// <summary>One text of several parts; days as numbers of equal length, so that the order of texts is the order of days.</summary>
    internal static string Of(params object?[] parts) => string.Join(Separator, parts.Select(p => p switch
    {
        null => "",
        DateOnly day => day.DayNumber.ToString("D8", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => p.ToString(),
    }));
}
