namespace CleanProd.Rules.Facts;

/// <summary>Where a fact was read: every number of a decision leads back to one of these.</summary>
/// <param name="File">File name relative to the data set, with forward slashes.</param>
/// <param name="Sheet">Sheet of a workbook; null for a text file.</param>
/// <param name="Row">Row as an editor or Excel shows it, counted from 1 with the heading row included.</param>
public readonly record struct SourceRef(string File, string? Sheet, int Row)
{
    /// <summary>File, sheet and row on one line, for people.</summary>
    public override string ToString() => Sheet is null ? $"{File}:{Row}" : $"{File}[{Sheet}]:{Row}";
}

/// <summary>Order of file, sheet and row.</summary>
internal sealed class SourceOrder : IComparer<SourceRef>
{
    internal static readonly SourceOrder Instance = new();

    public int Compare(SourceRef x, SourceRef y)
    {
        var c = string.CompareOrdinal(x.File, y.File);
        if (c == 0) c = string.CompareOrdinal(x.Sheet, y.Sheet);
        return c != 0 ? c : x.Row.CompareTo(y.Row);
    }
}
