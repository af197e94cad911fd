namespace CleanProd.Rules.Facts;

/// <summary>A reference file cannot be used. Nothing is screened with doubtful reference data, so that reading stops at the first fault.</summary>
/// <param name="file">File under <c>data/reference</c>.</param>
/// <param name="row">Line of the row, the heading being 1; 0 when the file as a whole is meant.</param>
/// <param name="column">Heading; empty when the row as a whole is meant.</param>
/// <param name="value">The offending value as written.</param>
/// <param name="expected">What was expected there.</param>
public sealed class ReferenceDataException(string file, int row, string column, string value, string expected)
    : Exception($"Reference data: {file}{(row > 0 ? $", row {row}" : "")}{(column.Length > 0 ? $", column '{column}'" : "")}: '{value}' found, expected {expected}. Correct the file.")
{
    /// <summary>File under <c>data/reference</c>.</summary>
    public string File { get; } = file;

    /// <summary>Line of the row, the heading being 1; 0 when the file as a whole is meant.</summary>
    public int Row { get; } = row;

    /// <summary>Heading; empty when the row as a whole is meant.</summary>
    public string Column { get; } = column;

    /// <summary>The offending value as written.</summary>
    public string Value { get; } = value;

    /// <summary>What was expected there.</summary>
    public string Expected { get; } = expected;
}
