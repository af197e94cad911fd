namespace CleanProd.Rules.Import;

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>For information: nothing was changed that matters.</summary>
    Note,

    /// <summary>The row was taken, but not as given, or something about it needs a look.</summary>
    Warning,

    /// <summary>The row was kept out.</summary>
    Error,
}

/// <summary>One thing about a row that was not taken as given. Nothing is changed or left out without one.</summary>
/// <param name="File">File, relative to the data set.</param>
/// <param name="Sheet">Sheet of a workbook; null for a text file.</param>
/// <param name="Row">Row as an editor shows it; 0 when it is about the whole file or sheet.</param>
/// <param name="Column">Heading as the file writes it; null when it is about the whole row.</param>
/// <param name="Value">The value as the file writes it; null when there is none.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Code">Stable name of the kind of finding, such as <c>credit_code_check_digit</c>.</param>
/// <param name="Message">What is wrong and what was expected, in Chinese.</param>
/// <param name="Action">What to do, in Chinese.</param>
public sealed record Finding(
    string File, string? Sheet, int Row, string? Column, string? Value,
    FindingSeverity Severity, string Code, string Message, string Action)
{
    /// <summary>What fills the places of the text of <see cref="Code"/>, so that it can be said in another language: see <see cref="FindingTexts"/>.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
}
